package exchange_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/report"
)

// shipped is a copy of the archive that this repository has.
func shipped(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join("..", "..", "..")
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(root, "content"))); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile(filepath.Join(root, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), config, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t testing.TB, dir string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func say(p *report.Problem) string { return p.Error() }

// export gives a file in a format, as a translator gets it.
func export(t testing.TB, a *archive.Archive, id, lang string, format exchange.Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := format.Write(&b, exchange.Export(a, a.Report(id), lang, exchange.Options{Say: say})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// merge takes a file back and gives what came of it.
func merge(t testing.TB, a *archive.Archive, data []byte) *exchange.Result {
	t.Helper()
	files, err := exchange.Read("file", data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	result, err := exchange.Merge(a, "file", files[0])
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// each runs a test for every translation of the shipped archive, in each
// format, and for languages that have none.
func each(t *testing.T, test func(t *testing.T, a *archive.Archive, r *archive.Report, lang string, format exchange.Format)) {
	a := open(t, shipped(t))
	for _, r := range a.Reports {
		for _, lang := range []string{"ar", "es", "fr", "zh", "sw"} {
			for _, format := range exchange.Formats {
				t.Run(r.ID+"."+lang+format.Extension, func(t *testing.T) { test(t, a, r, lang, format) })
			}
		}
	}
}

// TestUntouched exports and merges with no edit: nothing is to be written.
func TestUntouched(t *testing.T) {
	each(t, func(t *testing.T, a *archive.Archive, r *archive.Report, lang string, format exchange.Format) {
		result := merge(t, a, export(t, a, r.ID, lang, format))
		if result.Data != nil || len(result.Conflicts) > 0 || result.Changed > 0 {
			t.Errorf("%d changed, conflicts %+v", result.Changed, result.Conflicts)
		}
	})
}

// TestOneEdit edits each entry in turn, and finds that one unit, and nothing
// else in the file, has changed.
func TestOneEdit(t *testing.T) {
	each(t, func(t *testing.T, a *archive.Archive, r *archive.Report, lang string, format exchange.Format) {
		own := r.Translation(lang)
		if own == nil {
			t.Skip("there is no translation")
		}
		file := filepath.Join(a.Root, filepath.FromSlash(own.File))
		before, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		exported := exchange.Export(a, r, lang, exchange.Options{})
		for i := range exported.Entries {
			if (i+len(format.Name)+len(r.ID))%11 != 0 && os.Getenv("EXCHANGE_ALL") == "" || exported.Entries[i].Fixed {
				continue // all take half a minute
			}
			edited := *exported
			edited.Entries = append([]exchange.Entry(nil), exported.Entries...)
			e := &edited.Entries[i]
			e.Stale = false // the translator has seen to it
			target := e.Target
			if len(target) == 0 {
				target = e.Source
			}
			e.Target = append(append(exchange.Text{}, target...), exchange.Token{Words: " – zuletzt <b>geändert</b>"})
			var b bytes.Buffer
			if err := format.Write(&b, &edited); err != nil {
				t.Fatal(err)
			}
			result := merge(t, a, b.Bytes())
			if result.Changed != 1 || len(result.Conflicts) > 0 {
				t.Errorf("%s: %d changed, conflicts %+v", e.ID, result.Changed, result.Conflicts)
				continue
			}
			if lines := difference(before, result.Data); lines != 1 {
				t.Errorf("%s: %d lines have changed", e.ID, lines)
			}
		}
	})
}

// difference counts the lines of b, other than blank ones, that stand where a
// has others, from the first to the last of them.
func difference(a, b []byte) int {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	n := 0
	for _, line := range y {
		if line != "" {
			n++
		}
	}
	return max(n, len(x))
}

// TestNewLanguage translates two units into a language that has no file yet:
// it is begun as new begins it, with those.
func TestNewLanguage(t *testing.T) {
	for _, format := range exchange.Formats {
		a := open(t, shipped(t))
		f := exchange.Export(a, a.Report("harbour-2025-summary"), "pt-br", exchange.Options{})
		for i := range f.Entries {
			if len(f.Entries[i].Target) > 0 {
				t.Fatalf("%s is translated", f.Entries[i].ID)
			}
		}
		f.Entries[0].Target = exchange.Text{{Words: "Um título"}}
		f.Entries[6].Target = exchange.Text{{Words: "Uma seção"}}
		var b bytes.Buffer
		if err := format.Write(&b, f); err != nil {
			t.Fatal(err)
		}
		result := merge(t, a, b.Bytes())
		if !result.New || result.Changed != 2 || !bytes.Contains(result.Data, []byte(`title = "Um título"`)) || !bytes.Contains(result.Data, []byte("\nUma seção\n")) && !bytes.Contains(result.Data, []byte(" Uma seção\n")) {
			t.Errorf("%s: %+v\n%s", format.Name, result, result.Data)
		}
	}
}

// TestSentences finds a sentence for every problem.
func TestSentences(t *testing.T) {
	english, err := os.ReadFile("../../../i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("*.go")
	found := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range regexp.MustCompile(`"(exchange-[a-z-]+)"`).FindAllStringSubmatch(string(text), -1) {
			found++
			if key := "\nproblem_" + strings.ReplaceAll(code[1], "-", "_") + " = "; !strings.Contains(string(english), key) {
				t.Errorf("%s: %s has no sentence", file, code[1])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d codes were seen", found)
	}
}
