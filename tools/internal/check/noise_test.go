package check_test

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/report"
)

// clean is an archive of real texts that people published: reports as they
// should be imported, a white paper and a declaration in several languages.
func clean(t testing.TB) *archive.Archive {
	dir := shared(t)
	files := make(map[string]string)
	for _, id := range []string{"a-66-77-enhanced-cooperation", "igf-2023-mag1-summary", "igf-2025-messages"} {
		files["content/reports/"+id+"/index.fr.md"] = doc(read(t, filepath.Join(dir, "gold", id, "page.md")))
	}
	for lang, names := range map[string][]string{
		"en": {"1_Introduction", "2_Open_Standards", "6_Open_Culture"},
		"fr": {"1_Introduction", "2_Normes_ouvertes", "6_Culture_ouverte"},
	} {
		for i, name := range names {
			text := read(t, filepath.Join(dir, "fixtures/parallel/open-first", lang, name+".md"))
			files[fmt.Sprintf("content/reports/open-%d/index.%s.md", i+1, lang)] = doc(asReport(text))
		}
	}
	for lang, code := range map[string]string{"en": "eng", "fr": "fra", "ar": "arb"} {
		files["content/reports/rights/index."+lang+".md"] = doc(declaration(t, filepath.Join(dir, "fixtures/parallel/udhr/udhr_"+code+".xml")))
	}
	addGlossary(t, files)
	return open(t, files)
}

// addGlossary gives an archive the terms of testdata/glossary.
func addGlossary(t testing.TB, files map[string]string) {
	t.Helper()
	for _, lang := range []string{"ar", "en", "fr"} {
		files["content/glossary/"+lang+".toml"] = read(t, filepath.Join("testdata/glossary", lang+".toml"))
	}
}

var (
	relativeLink = regexp.MustCompile(`!?\[([^\]]*)\]\((?:[^h)][^)]*|h[^t)][^)]*)\)`)
	htmlElement  = regexp.MustCompile(`</?[a-z][^>]*>`)
	hashMarks    = regexp.MustCompile(`(?m)^(#+)`)
)

// asReport takes out of a page of a site what no report has: navigation,
// links beside the page, pictures, tags; and puts its title a level down.
func asReport(s string) string {
	_, s, _ = strings.Cut(s, "\n")
	if at := strings.LastIndex(s, "\n["); at > 0 && strings.Contains(s[at:], "Table") {
		s = s[:at]
	}
	s = htmlElement.ReplaceAllString(relativeLink.ReplaceAllString(s, "$1"), "")
	return hashMarks.ReplaceAllString(s, "#$1")
}

// declaration renders a declaration whose structure is known as Markdown.
func declaration(t testing.TB, name string) string {
	type item struct {
		Para []string `xml:"para"`
	}
	type part struct {
		Title string   `xml:"title"`
		Para  []string `xml:"para"`
		Items []item   `xml:"orderedlist>listitem"`
	}
	var d struct {
		Note     part   `xml:"note"`
		Preamble part   `xml:"preamble"`
		Articles []part `xml:"article"`
	}
	if err := xml.Unmarshal([]byte(read(t, name)), &d); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	write := func(p part) {
		if p.Title != "" {
			b.WriteString("## " + p.Title + "\n\n")
		}
		for _, s := range p.Para {
			b.WriteString(s + "\n\n")
		}
		for i, item := range p.Items {
			fmt.Fprintf(&b, "%d. %s\n", i+1, strings.Join(item.Para, "\n\n   "))
		}
		b.WriteString("\n")
	}
	write(d.Note)
	write(d.Preamble)
	for _, a := range d.Articles {
		write(a)
	}
	return b.String()
}

// On clean text a check that is on by default says at most five things in a
// thousand units.
func TestNoise(t *testing.T) {
	a := clean(t)
	units := 0
	for _, r := range a.Reports {
		for _, tr := range r.Translations {
			units += len(tr.Units)
		}
	}
	found := make(map[string][]report.Problem)
	for _, p := range check.Run(a, everything) {
		found[p.Code] = append(found[p.Code], p)
	}
	byDefault := make(map[string]bool)
	for _, c := range check.All() {
		byDefault[c.Code] = c.Default
	}
	var list []string
	for code := range found {
		list = append(list, code)
	}
	sort.Strings(list)
	for _, code := range list {
		noise := float64(len(found[code])) * 1000 / float64(units)
		t.Logf("%-12s %3d findings in %d units: %.1f a thousand", code, len(found[code]), units, noise)
		for _, p := range found[code] {
			t.Logf("    %s", p.Error())
		}
		if name, _, _ := strings.Cut(code, "-"); noise > 5 && (byDefault[code] || byDefault[name]) {
			t.Errorf("%s is on by default and says %.1f things in a thousand clean units", code, noise)
		}
	}
}
