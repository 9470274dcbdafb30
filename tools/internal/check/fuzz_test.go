package check

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// What is wrong with a page never stops the checks.
func FuzzChecks(f *testing.F) {
	names, err := filepath.Glob("testdata/*.md")
	if err != nil || len(names) == 0 {
		f.Fatal("no texts to begin with")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), "transcript")
	}
	f.Add("[a](<<<![](]\\`{{< | « » ١٬٢٥٠ x\n>> :\n|||\n|-|\n| |", "messages")
	f.Fuzz(func(t *testing.T, body, kind string) {
		r := &archive.Report{Report: report.Report{ID: "x"}, Aligned: make(map[string][]unit.Aligned)}
		texts := make(map[string][]byte)
		for _, lang := range []string{"en", "fr", "zh"} {
			data := []byte("+++\ntitle = \"T\"\noriginal = \"en\"\nreport_type = \"" + kind + "\"\n+++\n\n" + body)
			if lang == "zh" {
				data = append(data, "\n\n12\n"...)
			}
			tr, _ := page.Parse("x", lang, lang, data)
			if tr == nil {
				return
			}
			r.Translations, texts[lang] = append(r.Translations, tr), data
		}
		ref := r.Reference()
		unit.Identify(ref.Units, nil)
		for _, tr := range r.Translations {
			if tr != ref {
				r.Aligned[tr.Lang] = unit.Fresh(ref, tr, nil)
			}
			for _, p := range newContext(&archive.Archive{}, r, tr, texts[tr.Lang]).run(Options{All: true}) {
				if p.File == "" || p.Code == "" || p.Severity == "" {
					t.Errorf("incomplete: %#v", p)
				}
			}
		}
	})
}
