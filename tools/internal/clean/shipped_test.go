package clean

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestShippedSources imports the sources of the archive that the repository
// ships. The pages beside them were made by hand, and by others than wrote the
// rules: the import must come to the same units and the same masthead.
func TestShippedSources(t *testing.T) {
	files, _ := filepath.Glob("../../../content/reports/*/source.*.txt")
	if len(files) == 0 {
		t.Fatal("the archive ships no sources")
	}
	for _, f := range files {
		id := filepath.Base(filepath.Dir(f))
		lang := strings.TrimPrefix(filepath.Ext(strings.TrimSuffix(f, ".txt")), ".")
		t.Run(id+"/"+lang, func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			src, err := source.Read(filepath.Base(f), data)
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := Document(src, Options{Report: id, Lang: lang, Original: "en", File: filepath.Base(f)})
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(filepath.Dir(f), "index."+lang+".md")
			made, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, problems := page.Parse(id, lang, file, made)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			checkUnits(t, said(got.Units), said(want.Units))
			checkMasthead(t, &got.Meta, &want.Meta)
		})
	}
}

// said is what units say and how they stand, without emphasis, which a hand may
// set otherwise, and without the mark that ends a transcript, which is the
// transcriber's.
func said(units []report.Unit) []report.Unit {
	var all []report.Unit
	for _, u := range units {
		u = report.Unit{Kind: u.Kind, Level: u.Level, Number: u.Number, Speaker: u.Speaker, Label: u.Label, Header: u.Header, Text: page.Plain(u.Text), Cells: append([]string{}, u.Cells...)}
		for i := range u.Cells {
			u.Cells[i] = page.Plain(u.Cells[i])
		}
		if !endMarks().is(u.Text) {
			all = append(all, u)
		}
	}
	return all
}

func checkUnits(t *testing.T, got, want []report.Unit) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("unit %d is missing: %+v", i, want[i])
		case i >= len(want):
			t.Fatalf("unit %d is too many: %+v", i, got[i])
		case !reflect.DeepEqual(got[i], want[i]):
			t.Fatalf("unit %d\ngot  %+v\nwant %+v", i, got[i], want[i])
		}
	}
}

// checkMasthead compares what a source can tell; its address, and who works
// with the archive's themes, are not in it.
func checkMasthead(t *testing.T, got, want *report.Meta) {
	t.Helper()
	for _, c := range []struct{ key, got, want string }{
		{"title", got.Title, want.Title},
		{"subtitle", got.Subtitle, want.Subtitle},
		{"date", got.Date, want.Date},
		{"report_type", string(got.Type), string(want.Type)},
		{"status", string(got.Status), string(want.Status)},
		{"event", got.Event, want.Event},
		{"event_start", got.EventStart, want.EventStart},
		{"event_end", got.EventEnd, want.EventEnd},
		{"place", got.Place, want.Place},
		{"symbols", strings.Join(got.Symbols, " "), strings.Join(want.Symbols, " ")},
		{"translators", strings.Join(got.Credit.Translators, " "), strings.Join(want.Credit.Translators, " ")},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.key, c.got, c.want)
		}
	}
	if len(got.Notices) != len(want.Notices) {
		t.Fatalf("%d notices, want %d", len(got.Notices), len(want.Notices))
	}
	for i, n := range got.Notices {
		if n.Kind != want.Notices[i].Kind || n.Text != want.Notices[i].Text {
			t.Errorf("notice %d is %+v, want %+v", i, n, want.Notices[i])
		}
	}
}
