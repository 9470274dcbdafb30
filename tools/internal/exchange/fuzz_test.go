package exchange_test

import (
	"bytes"
	"errors"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// fuzz reads and merges whatever comes: a line says what is wrong, or the page
// stays one that reads as it did but for the units that were taken.
func fuzz(f *testing.F, formats ...string) {
	dir, _ := written(f, translated)
	a := open(f, dir)
	for _, format := range exchange.Formats {
		for _, name := range formats {
			if format.Name == name {
				data := export(f, a, "r", "fr", format)
				f.Add(data)
				f.Add(bytes.ReplaceAll(data, []byte("Un "), []byte("# Le\n\n* ")))
				f.Add(data[:len(data)/2])
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { take(t, a, data) })
}

func take(t *testing.T, a *archive.Archive, data []byte) {
	files, err := exchange.Read("f", data)
	var p *report.Problem
	if err != nil && !errors.As(err, &p) {
		t.Fatalf("%v is no problem with a sentence", err)
	}
	own := a.Report("r").Translation("fr")
	for _, f := range files {
		f.Report, f.From, f.To = "r", "en", "fr"
		result, err := exchange.Merge(a, "f", f)
		if err != nil {
			t.Fatal(err)
		}
		if result.Data == nil {
			continue
		}
		got, problems := page.Parse("r", "fr", "", result.Data)
		if got == nil || len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, result.Data)
		}
		if len(got.Units) != len(own.Units) {
			t.Fatalf("%d units, not %d:\n%s", len(got.Units), len(own.Units), result.Data)
		}
		changed := 0
		for i := range got.Units {
			if got.Units[i].Kind != own.Units[i].Kind {
				t.Fatalf("unit %d is a %s", i, got.Units[i].Kind)
			}
			if got.Units[i].Text != own.Units[i].Text {
				changed++
			}
		}
		if changed > result.Changed {
			t.Fatalf("%d units have changed, not %d", changed, result.Changed)
		}
	}
}

func FuzzXLIFF(f *testing.F) { fuzz(f, "xliff", "xliff1") }

func FuzzPO(f *testing.F) { fuzz(f, "po") }

func FuzzTMX(f *testing.F) { fuzz(f, "tmx") }
