package clean

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// imported is a source cleaned, as a page.
func imported(t testing.TB, lang, text string) (*report.Translation, *report.Ledger) {
	t.Helper()
	src, err := source.Read("source.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	tr, ledger, err := Document(src, Options{Report: "x", Lang: lang, File: "source." + lang + ".txt"})
	if err != nil {
		t.Fatal(err)
	}
	return tr, ledger
}

// A bodyCase is a source and the body of the page that it becomes.
type bodyCase struct{ name, lang, in, want string }

func checkBodies(t *testing.T, cases []bodyCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tr, _ := imported(t, c.lang, c.in)
			got := strings.TrimSpace(page.Markdown(tr.Units))
			if want := strings.TrimSpace(c.want); got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}

// TestGolden imports whole documents, invented, in several languages, each
// with the artefacts that reports of its kind have.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) < 8 {
		t.Fatalf("only %d documents in testdata", len(files))
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			lang := strings.TrimPrefix(filepath.Ext(strings.TrimSuffix(f, ".txt")), ".")
			tr, ledger := imported(t, lang, string(data))
			src, _ := source.Read("source.txt", data)
			got := page.Format(tr)
			golden := strings.TrimSuffix(f, ".txt") + ".golden.md"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("differs from %s:\n%s", golden, got)
			}
			w := ledger.Words
			if w.Source != w.Page+w.Lifted+w.Removed-w.Added {
				t.Errorf("the sum does not close: %+v", w)
			}
			if left := contentRemoved(src, ledger.Entries); len(left) > 0 {
				t.Errorf("content was removed: %q", left)
			}
			survives(t, tr)
			checkAgain(t, got)
		})
	}
}

// checkAgain imports a page that an import made: nothing may change.
func checkAgain(t *testing.T, first []byte) {
	t.Helper()
	tr, ledger := imported(t, "x", string(first))
	if len(ledger.Entries) > 0 || ledger.Words.Removed > 0 {
		t.Errorf("importing the page again did %v", ledger.Entries)
	}
	if second := page.Format(tr); string(second) != string(first) {
		t.Errorf("importing the page again changed it:\n%s", second)
	}
}

// TestSumCatches breaks the result in three ways, each of which the sum must
// not let pass.
func TestSumCatches(t *testing.T) {
	data, err := os.ReadFile("testdata/summary.en.txt")
	if err != nil {
		t.Fatal(err)
	}
	src, err := source.Read("s.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	tr, ledger := imported(t, "en", string(data))
	if _, wrong := account(sourceWords(src), tr.Units, ledger.Entries); len(wrong) > 0 {
		t.Fatalf("the sum does not close to begin with: %q", wrong)
	}
	for name, breakIt := range map[string]func([]report.Unit) []report.Unit{
		"a word less": func(u []report.Unit) []report.Unit {
			u[0].Text = strings.Replace(u[0].Text, "second ", "", 1)
			return u
		},
		"a heading twice": func(u []report.Unit) []report.Unit { return append(u, u[1]) },
		"a unit less":     func(u []report.Unit) []report.Unit { return u[:len(u)-1] },
	} {
		units := breakIt(append([]report.Unit{}, tr.Units...))
		if _, wrong := account(sourceWords(src), units, ledger.Entries); len(wrong) == 0 {
			t.Errorf("%s: the sum closes", name)
		}
	}
}

func TestNothingToImport(t *testing.T) {
	src, err := source.Read("s.txt", []byte("---\n\n***\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = Document(src, Options{Report: "x", Lang: "en"})
	var problem *report.Problem
	if !errors.As(err, &problem) || problem.Code != "import-no-text" {
		t.Errorf("got %v", err)
	}
}

// TestWordFiles holds the vocabulary to its own rules: every language has
// every list that a rule needs, in the form in which texts are compared.
func TestWordFiles(t *testing.T) {
	if len(lexicons()) < 7 {
		t.Fatalf("%d languages", len(lexicons()))
	}
	for _, l := range lexicons() {
		if len(l.Months) != 12 {
			t.Errorf("%s: %d months", l.Lang, len(l.Months))
		}
		if len(l.Languages) < 7 || len(l.Types) != len(report.Types) {
			t.Errorf("%s: languages or types are missing", l.Lang)
		}
		var walk func(name string, v reflect.Value)
		walk = func(name string, v reflect.Value) {
			switch v.Kind() {
			case reflect.Struct:
				for i := range v.NumField() {
					walk(name+"."+v.Type().Field(i).Name, v.Field(i))
				}
			case reflect.Map:
				for _, k := range v.MapKeys() {
					walk(name+"."+k.String(), v.MapIndex(k))
				}
			case reflect.Slice:
				for i := range v.Len() {
					walk(name, v.Index(i))
				}
			case reflect.String:
				if s := v.String(); name != l.Lang+".Lang" && s != folded(s) {
					t.Errorf("%s: %q should be %q", name, s, folded(s))
				}
			}
		}
		walk(l.Lang, reflect.ValueOf(*l))
	}
}

// survives reads the page again: it must say the same words.
func survives(t *testing.T, tr *report.Translation) {
	t.Helper()
	again, _ := page.Parse("x", "en", "index.en.md", page.Format(tr))
	if again == nil {
		return // larger than a page may be
	}
	if want, got := unitWords(tr.Units), unitWords(again.Units); !reflect.DeepEqual(want, got) {
		for word, n := range want {
			if got[word] != n {
				t.Errorf("the page has %q %d times, its units %d times", word, got[word], n)
			}
		}
		for word, n := range got {
			if want[word] == 0 {
				t.Errorf("the page has %q %d times, its units do not", word, n)
			}
		}
	}
}

func FuzzDocument(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Add([]byte("1. a\n\n---\n\n<sup>1</sup> b\n\n>> C: d\n\n- o E o F\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := source.Read("f.txt", data)
		if err != nil {
			return
		}
		tr, ledger, err := Document(src, Options{Report: "x", Lang: "en"})
		var problem *report.Problem
		switch {
		case err == nil:
			if w := ledger.Words; w.Source != w.Page+w.Lifted+w.Removed-w.Added {
				t.Errorf("the sum does not close: %+v", w)
			}
			if left := contentRemoved(src, ledger.Entries); len(left) > 0 {
				t.Errorf("content was removed: %q", left)
			}
			survives(t, tr)
		case !errors.As(err, &problem):
			t.Errorf("an error that is no problem: %v", err)
		case problem.Code == "import-words":
			t.Errorf("words were lost: %v", err)
		}
	})
}
