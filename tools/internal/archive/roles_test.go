package archive

import (
	"regexp"
	"strings"
	"testing"
)

func TestOwners(t *testing.T) {
	c := Config{Languages: []Language{{Tag: "en"}, {Tag: "fr", Reviewers: []string{"@ana", "@forum/fr"}}}}
	old := "* @everyone\r\n"
	first := string(c.Owners([]byte(old)))
	want := "* @everyone\n" + ownersBegin + "\n/content/**/index.fr.md @ana @forum/fr\n/content/**/_index.fr.md @ana @forum/fr\n" +
		"/content/glossary/fr.toml @ana @forum/fr\n/i18n/fr.toml @ana @forum/fr\n" + ownersEnd + "\n"
	if first != want {
		t.Errorf("got\n%s\nwant\n%s", first, want)
	}
	if again := string(c.Owners([]byte(first + "/README.md @ana\n"))); again != first+"/README.md @ana\n" {
		t.Errorf("what people wrote was lost:\n%s", again)
	}
	c.Forge.Kind = "forgejo"
	pattern := strings.Fields(strings.Split(string(c.Owners(nil)), "\n")[1])[0]
	for file, match := range map[string]bool{
		"content/reports/a/index.fr.md": true, "content/reports/a/index.fr-ca.md": false, "content/reports/a/index.frxmd": false, "a/content/reports/a/index.fr.md": false,
	} {
		if regexp.MustCompile(pattern).MatchString(file) != match {
			t.Errorf("%s matches %s: %v", pattern, file, !match)
		}
	}
}

func TestReviewers(t *testing.T) {
	for name, ok := range map[string]bool{
		"@ana": true, "@forum/fr-team": true, "ana@port.example": true, "ana": false, "@ana @bo": false, "@": false, "@ana\n* @evil": false, "": false,
	} {
		if reviewer.MatchString(name) != ok {
			t.Errorf("%q: %v", name, !ok)
		}
	}
}
