package check_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/report"
)

var sample = []problem{
	{Code: "C22", Severity: report.Warning, File: "content/reports/b/index.fr.md", Line: 12, Unit: "para3", Args: map[string]string{"Text": "a, b"}},
	{Code: "C24", Severity: report.Error, File: "content/reports/a:b, c/index.fr.md", Line: 3},
	{Code: "C46", Severity: report.Info, File: "content/reports/b/index.fr.md"},
}

func sentence(p *problem) string {
	if p.Code == check.Summary {
		return p.Args["Errors"] + " " + p.Args["Warnings"] + " " + p.Args["Infos"]
	}
	return "100 % of\n" + p.Code
}

func plainSeverity(s report.Severity) string { return string(s) }

func TestFormats(t *testing.T) {
	tests := []struct {
		name  string
		write func(io.Writer, []problem, func(*problem) string) error
		want  string
	}{
		{"text", func(w io.Writer, problems []problem, say func(*problem) string) error {
			return check.WriteText(w, problems, say, plainSeverity)
		}, `content/reports/a:b, c/index.fr.md:3: error C24: 100 % of C24
content/reports/b/index.fr.md: info C46: 100 % of C46
content/reports/b/index.fr.md:12: warning C22: 100 % of C22
1 1 1
`},
		{"github", check.WriteGitHub, `::error file=content/reports/a%3Ab%2C c/index.fr.md,line=3,title=C24::100 %25 of%0AC24
::notice file=content/reports/b/index.fr.md,title=C46::100 %25 of%0AC46
::warning file=content/reports/b/index.fr.md,line=12,title=C22::100 %25 of%0AC22
`},
	}
	for _, test := range tests {
		var b strings.Builder
		if err := test.write(&b, sample, sentence); err != nil {
			t.Fatal(err)
		}
		if b.String() != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, b.String(), test.want)
		}
	}
	if sample[0].Code != "C22" {
		t.Error("a writer sorted the caller's problems")
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := check.WriteJSON(&b, sample, sentence); err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Code, Severity, File, Unit, Message string
		Line                                int
		Args                                map[string]string
	}
	if err := json.Unmarshal([]byte(b.String()), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 3 || list[2].Unit != "para3" || list[2].Line != 12 || list[2].Args["Text"] != "a, b" || list[0].Message != "100 % of\nC24" {
		t.Errorf("got %+v", list)
	}
	b.Reset()
	if err := check.WriteJSON(&b, nil, sentence); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("no problems are %q, %v", b.String(), err)
	}
}

// The parts of SARIF 2.1.0 that readers rely on (sections 3.13, 3.27, 3.29,
// 3.49 of the standard).
func TestSARIF(t *testing.T) {
	var b strings.Builder
	if err := check.WriteSARIF(&b, sample, sentence); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || !strings.Contains(log.Schema, "sarif-2.1.0") || len(log.Runs) != 1 || len(log.Runs[0].Results) != 3 {
		t.Fatalf("got %+v", log)
	}
	run := log.Runs[0]
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %d is %s, not %s", r.RuleIndex, run.Tool.Driver.Rules[r.RuleIndex].ID, r.RuleID)
		}
		place := r.Locations[0].PhysicalLocation
		if strings.Contains(place.ArtifactLocation.URI, " ") || place.Region != nil && place.Region.StartLine < 1 {
			t.Errorf("location %+v", place)
		}
		if r.Level != "error" && r.Level != "warning" && r.Level != "note" {
			t.Errorf("level %q", r.Level)
		}
	}
}
