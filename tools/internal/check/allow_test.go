package check_test

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

// What the front matter allows with a reason is not said; an allowance that
// allows nothing, or does not say why, is.
func TestAllow(t *testing.T) {
	text := "Voir les les cartes du port.\n\nVoir xxx et xxx.\n\nVoir <b>ceci</b>.\n"
	all := "C19 C24 raw-html"
	for _, test := range []struct{ name, allow, want string }{
		{"nothing", "", all},
		{"a finding", `code = "C19"` + "\n" + `reason = "The name of the map."`, "C24 raw-html"},
		{"by its words", `code = "C19"` + "\n" + `text = "les cartes"` + "\n" + `reason = "A name."`, "C24 raw-html"},
		{"by its unit", `code = "C24"` + "\n" + `unit = "para2"` + "\n" + `reason = "A name."`, "C19 raw-html"},
		{"another unit", `code = "C24"` + "\n" + `unit = "para1"` + "\n" + `reason = "A name."`, all + " allow-unused"},
		{"other words", `code = "C19"` + "\n" + `text = "des bateaux"` + "\n" + `reason = "A name."`, all + " allow-unused"},
		{"nothing to allow", `code = "C06"` + "\n" + `reason = "It was so."`, all + " allow-unused"},
		{"no reason", `code = "C19"` + "\n" + `reason = " "`, all + " allow-reason"},
		{"no such check", `code = "C99"` + "\n" + `reason = "Why not."`, all + " allow-code"},
		{"what abuses the site", `code = "raw-html"` + "\n" + `reason = "Bold."`, all + " allow-code"},
	} {
		page := doc(text)
		if test.allow != "" {
			page = strings.Replace(page, "+++\n\n", "[[allow]]\n"+test.allow+"\n+++\n\n", 1)
		}
		a := one(t, map[string]string{"fr": page})
		problems := check.Run(a, check.Options{})
		got := strings.Fields(strings.Join(codes(problems, "fr"), " "))
		want := strings.Fields(test.want)
		if strings.Join(sorted(got), " ") != strings.Join(sorted(want), " ") {
			t.Errorf("%s: found %v, want %v", test.name, got, want)
		}
		for _, p := range problems {
			if strings.HasPrefix(p.Code, "allow") && p.Line != 13 {
				t.Errorf("%s: %s stands at line 13", test.name, p.Error())
			}
		}
		if n := count(check.Run(a, check.Options{Gate: true}), "raw-html"); n == 0 {
			t.Errorf("%s: the gate is open", test.name)
		}
	}
}
