package page

import (
	"strconv"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

const erratum = "[[errata]]\nunit = \"p12\"\nlang = \"fr\"\nstate = \"open\"\ndate = 2025-08-01\nwhat = \"x\"\n"

func TestParseErrata(t *testing.T) {
	list, problems := ParseErrata("errata.toml", []byte("# a comment\n"+erratum+"\n"+strings.Replace(erratum, "open", "accepted", 1)+"answer = \" y \"\nanswered = \"2025-08-02\"\n"))
	if len(problems) > 0 || len(list) != 2 {
		t.Fatal(list, problems)
	}
	want := report.Erratum{Nth: 2, Unit: "p12", Lang: "fr", State: report.Accepted, Date: "2025-08-01", What: "x", Answer: "y", Answered: "2025-08-02", Line: 9}
	if list[1] != want {
		t.Errorf("got %+v, want %+v", list[1], want)
	}
}

func TestParseErrataProblems(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"nothing":        {"", ""},
		"other key":      {erratum + "who = \"z\"\n", "errata-key:7"},
		"other table":    {"[erratum]\nunit = \"p1\"\n", "errata-key:1"},
		"syntax":         {"[[errata]]\nunit = p12\n", "errata:2"},
		"state":          {strings.Replace(erratum, "open", "closed", 1), "errata-value:1"},
		"month alone":    {strings.Replace(erratum, "2025-08-01", `"2025-08"`, 1), "errata-value:1"},
		"no such day":    {strings.Replace(erratum, "2025-08-01", `"2025-02-30"`, 1), "errata-value:1"},
		"no words":       {strings.Replace(erratum, `"x"`, `" "`, 1), "errata-value:1"},
		"unit":           {strings.Replace(erratum, "p12", "#p12", 1), "errata-value:1"},
		"language":       {erratum + "\n" + strings.Replace(erratum, "fr", "French", 1), "errata-value:8"},
		"not UTF-8":      {"# \xff\n", "page-encoding:1"},
		"far too large":  {strings.Repeat("# x\n", 1<<17), "page-size:0"},
		"missing fields": {"[[errata]]\n", "errata-value:1 errata-value:1 errata-value:1 errata-value:1 errata-value:1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := ParseErrata("errata.toml", []byte(tc.in))
			var got []string
			for _, p := range problems {
				got = append(got, p.Code+":"+strconv.Itoa(p.Line))
			}
			if s := strings.Join(got, " "); s != tc.want {
				t.Errorf("got %q, want %q", s, tc.want)
			}
		})
	}
}
