package proof

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// A record for harvesters must lead to its text, and name who made it.
func TestRecords(t *testing.T) {
	catalog, err := message.Load(os.DirFS("../../.."), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	text := &report.Translation{Report: "tides", Lang: "fr"}
	text.Meta.Credit.Translators = []string{"Ana Costa"}
	text.Meta.Notices = []report.Notice{{Kind: report.TranslationNotice, Text: "Seul le texte anglais fait foi."}}
	r := &archive.Report{Report: report.Report{ID: "tides", Translations: []*report.Translation{text}}}
	whole := `<Repository><ListRecords><record><header><identifier>https://site.example/fr/reports/tides/</identifier></header>` +
		`<metadata><dc><title>Marées</title><contributor>Ana Costa</contributor><rights>Seul le texte anglais fait foi.</rights></dc></metadata></record></ListRecords></Repository>`
	for _, test := range []struct{ old, new, want string }{
		{"", "", ""},
		{"Ana Costa", "Ana", "site-credit"},
		{"Seul le texte anglais fait foi.", "", "site-notice"},
		{"reports/tides", "reports/winds", "site-link site-link"},
		{"</Repository>", "", "site-unreadable"},
	} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
			t.Fatal(err)
		}
		said := whole
		if test.old != "" {
			said = strings.ReplaceAll(whole, test.old, test.new)
		}
		if err := os.WriteFile(filepath.Join(dir, "data", "oai.xml"), []byte(said), 0o644); err != nil {
			t.Fatal(err)
		}
		p := &proof{dir: dir, catalog: catalog, archive: &archive.Archive{Config: archive.Config{BaseURL: "https://site.example/"}, Reports: []*archive.Report{r}},
			files: map[string]bool{"data/oai.xml": true, "fr/reports/tides/index.html": true}}
		if err := p.records(); err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range p.problems {
			got = append(got, p.problems[i].Code)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %v, want %s", test.old, p.problems, test.want)
		}
	}
}
