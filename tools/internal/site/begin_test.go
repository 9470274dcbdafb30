package site

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
)

// TestBeginning holds that what a forge's form has filled in is a file that
// reads as it is, and that its address is short enough to be followed.
func TestBeginning(t *testing.T) {
	a, err := archive.Open(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Reports {
		for _, kind := range []string{"github", "forgejo", "gitlab"} {
			a.Config.Forge = archive.Forge{Kind: kind, URL: "https://forge.example/a/b", Branch: "main"}
			c := &composer{archive: a, language: archive.Language{Tag: "sw"}}
			address, err := url.Parse(c.start(r))
			if err != nil {
				t.Fatal(err)
			}
			query := address.Query()
			if name := query.Get("filename") + query.Get("file_name"); !strings.HasSuffix(name, "index.sw.md") {
				t.Errorf("%s: the file would be called %q", kind, name)
			}
			file := query.Get("value")
			if kind == "gitlab" {
				continue
			}
			got, problems := page.Parse(r.ID, "sw", "index.sw.md", []byte(file))
			if got == nil || len(problems) > 0 || len(got.Units) == 0 || got.Meta.Credit.BasedOn != r.Reference().Meta.Date {
				t.Errorf("%s: %v\n%s", r.ID, problems, file)
			}
			if n := len(address.String()); n > 3000 {
				t.Errorf("%s: the address has %d bytes", r.ID, n)
			}
		}
	}
}
