package adopt

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// write makes a site of files.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const words = "\nThe forum met on the shore and spoke of the sea.\n\nIt decided to meet again.\n"

func site1(t *testing.T, files map[string]string, o Options) (*Result, map[string]*Text) {
	t.Helper()
	r, err := Site(write(t, files), o)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]*Text)
	for i := range r.Texts {
		texts[r.Texts[i].Report+" "+r.Texts[i].Lang] = &r.Texts[i]
	}
	return r, texts
}

// TestPairs: translations find one another by path in both of Hugo's ways, and
// by translationKey against their paths.
func TestPairs(t *testing.T) {
	_, texts := site1(t, map[string]string{
		"hugo.toml":                              "defaultContentLanguage = 'fr'\n[languages.fr]\n[languages.en]\n[languages.pt-br]\n",
		"content/fr/reports/a.md":                "---\ntitle: A\n---\n" + words,
		"content/en/reports/a.md":                "+++\ntitle = 'A'\n+++\n" + words,
		"content/reports/b/index.en.md":          "{\"title\": \"B\"}\n" + words,
		"content/reports/b/index.fr.md":          "---\r\ntitle: B\r\n---\r\n" + words,
		"content/reports/b/index.pt-br.md":       "---\ntitle: B\n---\n" + words,
		"content/reports/c.fr.md":                "---\ntitle: C\ntranslationKey: c\n---\n" + words,
		"content/reports/elsewhere/deep.en.md":   "---\ntitle: C\ntranslationkey: c\n---\n" + words,
		"content/reports/Été 2024 (suite).fr.md": "---\ntitle: D\n---\n" + words,
		"content/reports/章.fr.md":                "---\ntitle: E\ndate: 2024-02-03\n---\n" + words,
	}, Options{})
	for _, want := range []string{"a fr", "a en", "b en", "b fr", "b pt-br", "c fr", "c en", "ete-2024-suite fr", "reports fr"} {
		if texts[want] == nil {
			t.Errorf("%s is missing", want)
		}
	}
	for key, text := range texts {
		if text.Page.Meta.Original != "fr" {
			t.Errorf("%s: the original is %q", key, text.Page.Meta.Original)
		}
		if got, problems := page.Parse(text.Report, text.Lang, "x", page.Format(text.Page)); got == nil || len(problems) > 0 {
			t.Errorf("%s does not read back: %v", key, problems)
		}
		if w := text.Ledger.Words; w.Source != w.Page+w.Lifted+w.Removed-w.Added {
			t.Errorf("%s: the sum is open: %+v", key, w)
		}
	}
}

// TestHostile: front matter that would cost or break something is a problem of
// its file, and the other files come through.
func TestHostile(t *testing.T) {
	files := map[string]string{
		"content/reports/good.md":  "---\ntitle: Good\n---\n" + words,
		"content/reports/laugh.md": "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n---\n" + words,
		"content/reports/deep.md":  "---\na: " + strings.Repeat("[", 15000) + "\n---\n" + words,
		"content/reports/long.md":  "+++\ntitle = '" + strings.Repeat("x", 2*maxFront) + "'\n+++\n" + words,
		"content/reports/toml.md":  "+++\ntitle = \n+++\n" + words,
		"content/reports/json.md":  "{\"title\": [}\n" + words,
		"content/reports/open.md":  "---\ntitle: Open\n" + words,
		"content/reports/empty.md": "---\ntitle: Empty\n---\n",
		"content/reports/nul.md":   "---\ntitle: Nul\n---\n\x00\x00\x01" + words,
		"content/reports/huge.md":  strings.Repeat("x", page.MaxBytes+1),
		"content/reports/url.md":   "---\ntitle: Up\nurl: ../../etc/\naliases: ['javascript:alert(1)', '//evil.example/', '/x y;}$1/', \"/a\\nb/\", '/']\n---\n" + words,
	}
	r, texts := site1(t, files, Options{})
	if texts["good en"] == nil || texts["url en"] == nil {
		t.Errorf("got %v", texts)
	}
	errors := make(map[string]bool)
	for _, p := range r.Problems {
		if p.Severity == report.Error {
			errors[strings.TrimSuffix(filepath.Base(p.File), ".md")] = true
		}
	}
	for _, name := range []string{"laugh", "deep", "long", "toml", "nul", "huge"} {
		if !errors[name] {
			t.Errorf("%s.md is no error", name)
		}
	}
	for _, redirect := range r.Redirects {
		if !strings.HasPrefix(redirect.Old, "/") || strings.HasPrefix(redirect.Old, "//") || strings.ContainsAny(redirect.Old, " \n;{}$\"'") || strings.Contains(redirect.Old, "..") {
			t.Errorf("%+v", redirect)
		}
	}
}

// TestWalk: links are not followed, and a text in another section is left with
// a word.
func TestWalk(t *testing.T) {
	outside := write(t, map[string]string{"secret.md": "---\ntitle: Secret\n---\n" + words})
	dir := write(t, map[string]string{"content/minutes/a.md": "---\ntitle: A\n---\n" + words, "content/other/b.md": words})
	if err := os.Symlink(filepath.Join(outside, "secret.md"), filepath.Join(dir, "content", "minutes", "s.md")); err != nil {
		t.Skip(err)
	}
	r, err := Site(dir, Options{Sections: []string{"minutes"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Texts) != 1 || r.Texts[0].Report != "a" {
		t.Errorf("got %v", r.Texts)
	}
	var codes []string
	for _, p := range r.Problems {
		codes = append(codes, p.Code+" "+p.File)
	}
	if got, want := strings.Join(codes, ", "), "adopt-file content/minutes/s.md, adopt-page content/other/b.md"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMarkdown: what is left out of a line and what is kept, at its line.
func TestMarkdown(t *testing.T) {
	for _, tc := range []struct{ line, want, code string }{
		{`A {{< ref "x" >}} b`, `A  b`, "adopt-shortcode"},
		{`A [b]({{% relref "x.md" %}}) c`, `A b c`, "adopt-link"},
		{`{{< figure src="a.png" title="T" caption="C" attr="N" >}}`, `T — C — N`, "adopt-image"},
		{`{{</* note */>}}`, `{{ note }}`, ""},
		{`## A {#b .c}`, `## A`, "adopt-shortcode"},
		{`x <b>y</b>`, `x <b>y</b>`, ""},
		{`x<div>y</div>`, `x y `, "adopt-html"},
		{`{{< youtube abc >}}`, ``, "adopt-shortcode"},
		{`{{ .Title }}`, `{{ .Title }}`, ""},
	} {
		s := &site{}
		p := &oldPage{file: "f", body: "\n\n\n" + tc.line}
		got := s.markdown(p)
		if got != "\n\n\n"+tc.want {
			t.Errorf("%s: got %q", tc.line, got)
		}
		code := ""
		if len(s.problems) > 0 {
			code = s.problems[0].Code
			if s.problems[0].Line != 4 {
				t.Errorf("%s: line %d", tc.line, s.problems[0].Line)
			}
		}
		if code != tc.code {
			t.Errorf("%s: got %s, want %s", tc.line, code, tc.code)
		}
	}
}

// FuzzParse: no front matter stops the reader, and no line is lost.
func FuzzParse(f *testing.F) {
	f.Add("---\ntitle: A\n---\nWords.")
	f.Add("+++\ntitle = 'A'\n+++\nWords.")
	f.Add("{\"title\": \"A\"}\nWords.")
	f.Fuzz(func(t *testing.T, data string) {
		p := &oldPage{file: "f", lang: "en", path: "reports/a", report: "a"}
		if p.parse(data) != nil {
			return
		}
		if want := strings.Count(strings.ReplaceAll(data, "\r\n", "\n"), "\n"); strings.Count(p.body, "\n") != want {
			t.Errorf("%q: %d lines, not %d", data, strings.Count(p.body, "\n"), want)
		}
		s := &site{fallback: "en"}
		s.markdown(p)
		for _, r := range p.redirects(s) {
			if !strings.HasPrefix(r.Old, "/") || strings.ContainsAny(r.Old, " \n\"'{}") {
				t.Errorf("%q: %+v", data, r)
			}
		}
	})
}

// TestSections: what people marked as a heading is one, wherever it stands, and
// the end of a summary is nothing.
func TestSections(t *testing.T) {
	r, texts := site1(t, map[string]string{
		"hugo.toml":               "",
		"content/en/reports/a.md": "---\ntitle: 'Session 1: the sea'\n---\n\n## Opening\n" + words + "\n<!--more-->\n\n## Closing\n" + words,
	}, Options{})
	text := texts["a en"]
	if text == nil || len(r.Problems) > 0 {
		t.Fatalf("%v", r.Problems)
	}
	var headings []string
	for _, u := range text.Page.Units {
		if u.Kind == report.Heading {
			headings = append(headings, u.Text)
		}
	}
	if got := strings.Join(headings, ", "); got != "Opening, Closing" || text.Page.Meta.Subtitle != "" {
		t.Errorf("headings %q, subtitle %q", got, text.Page.Meta.Subtitle)
	}
}
