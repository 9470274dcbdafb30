package exchange_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
	"rapporteur/tools/internal/unit"
)

// reference is a report with every kind of unit and of markup.
const reference = `+++
title = "A report"
report_type = "transcript"
original = "en"
event = "The forum"
+++

## Opening words

**MS. OAK:** Good *morning*, see [the draft](https://example.org/draft) and https://example.org/b too[^1].

12\. A numbered paragraph with a **strong** word and ` + "`code`" + `.

- One item of the list
- Another item, with a_b and 2 * 3

| Name of it | Number of them |
| --- | --- |
| Ships in port | 12 |

> A quotation of some words\
> on two lines.

[^1]: A note, at the [place](https://example.org/note).
`

var translated = strings.NewReplacer(
	"A report", "Un rapport", "The forum", "Le forum", "Opening words", "Premiers mots", "MS. OAK", "MME CHÊNE", "Good *morning*, see", "Bien le *bonjour*, voyez",
	"the draft", "le projet", "A numbered paragraph with a **strong** word and", "Un alinéa numéroté avec un mot **fort** et", "One item of the list", "Un élément de la liste",
	"Another item, with a_b and", "Un autre élément, avec a_b et", "Name of it", "Nom de la chose", "Number of them", "Nombre de choses", "Ships in port", "Navires au port",
	"A quotation of some words", "Une citation de quelques mots", "on two lines.", "sur deux lignes.", "A note, at the", "Une note, à cet", "place", "endroit").Replace(reference)

// written is an archive with one report in English and French.
func written(t testing.TB, fr string) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	put := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("config.toml", "title = \"T\"\ndefaultContentLanguage = \"en\"\n[languages.en]\n[languages.fr]\n[languages.ar]\ndirection = \"rtl\"\n")
	put("content/reports/r/index.en.md", reference)
	if fr != "" {
		put("content/reports/r/index.fr.md", fr)
	}
	return dir, filepath.Join(dir, "content/reports/r/index.fr.md")
}

func po(id, source, target string) string {
	return fmt.Sprintf("msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgctxt \"r#%s\"\nmsgid %q\nmsgstr %q\n", id, source, target)
}

// TestUntrusted merges texts that would be more than they were. Each is taken
// as the text it is, or not at all, and nothing else in the page changes.
func TestUntrusted(t *testing.T) {
	numbered := "A numbered paragraph with a **strong** word and `code`."
	turn := "**MS. OAK:** Good *morning*, see [the draft](https://example.org/draft) and https://example.org/b too[^1]."
	tests := []struct{ id, source, target, want, problem string }{
		{"h1", "Opening words", "# Mots\n\n## D’ouverture", `## # Mots ## D’ouverture`, ""},
		{"h1", "Opening words", "Mots #", `## Mots \#`, ""},
		{"item1", "One item of the list", "- un\n- deux", `- \- un - deux`, ""},
		{"item1", "One item of the list", "1. un", `- 1\. un`, ""},
		{"item1", "One item of the list", "[^9]: une note", "", "exchange-link"},
		{"item1", "One item of the list", "[x](javascript:alert(1))", `- x`, ""},
		{"item1", "One item of the list", "[x](https://evil.example)", "", "exchange-link"},
		{"item1", "One item of the list", "voir https://evil.example", "", "exchange-link"},
		{"item1", "One item of the list", "<script>alert(1)</script>", `- \<script>alert(1)\</script>`, ""},
		{"item1", "One item of the list", "{{< youtube x >}}", `- {\{< youtube x >}}`, ""},
		{"item1", "One item of the list", "![x](https://evil.example/p.png)", "", ""},
		{"item1", "One item of the list", "+++\ntitle = 'x'\n+++", "- +++ title = 'x' +++", ""},
		{"item1", "One item of the list", strings.Repeat("[", 3000), "", "exchange-structure"},
		{"p12", numbered, "> cité **fort** `code`", "12\\. > cité **fort** `code`", ""},
		{"p12", numbered, "sans balise", `12\. sans balise`, ""},
		{"row2.1", "Ships in port", "a | b | c", `| a \| b \| c | 12 |`, ""},
		{"row2.1", "Ships in port", "| --- |", "", ""},
		{"title", "A report", "\"x\"\nurl = \"/\"", `title = '"x" url = "/"'`, ""},
		{"title", "A report", "*T* <b>", "title = \"*T* <b>\"", ""},
		{"turn1", turn, "**M. CHÊNE :** [d](https://example.org/draft) https://example.org/b too[^1]", "**M. CHÊNE:** [d](https://example.org/draft) https://example.org/b too[^1]", ""},
		{"turn1", turn, "Sans nom [d](https://example.org/draft) https://example.org/b too[^1]", "", "exchange-structure"},
		{"turn1", turn, "**N:** [d](https://example.org/draft) https://example.org/b", "", "exchange-lost"},
		{"turn1", turn, "**N:** d https://example.org/b too[^1]", "", "exchange-lost"},
		{"turn1", turn, "**N:** [d](https://example.org/draft) too[^1]", "", "exchange-lost"},
		{"note1", "A note, at the [place](https://example.org/note).", "[lieu](https://example.org/note)\n\nDeux", "[^1]: [lieu](https://example.org/note) Deux", ""},
		{"para99", "Gone", "Parti", "", "exchange-gone"},
		{"item1", "One other item", "Un", "", "exchange-reference"},
	}
	for _, test := range tests {
		// Untranslated: so that nothing here stands against the text.
		dir, file := written(t, reference)
		files, err := exchange.Read("f.po", []byte(po(test.id, test.source, test.target)))
		if err != nil {
			t.Fatal(err)
		}
		result, err := exchange.Merge(open(t, dir), "f.po", files[0])
		if err != nil {
			t.Fatal(err)
		}
		code := ""
		for _, c := range result.Conflicts {
			code = c.Problem.Code
		}
		if code != test.problem && (test.want != "" || test.problem != "") {
			t.Errorf("%q: the problem is %q, not %q: %+v", test.target, code, test.problem, result.Conflicts)
		}
		if result.Data == nil {
			if test.want != "" {
				t.Errorf("%q is not taken: %+v", test.target, result.Conflicts)
			}
			continue
		}
		if test.want != "" && !bytes.Contains(result.Data, []byte(test.want)) {
			t.Errorf("%q: not %q in\n%s", test.target, test.want, result.Data)
		}
		before, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sameBut(t, before, result.Data, test.id)
	}
}

// sameBut finds that two pages are the same but for the unit, or the field of
// the front matter, of an entry.
func sameBut(t *testing.T, before, after []byte, id string) {
	t.Helper()
	a, _ := page.Parse("r", "fr", "", before)
	b, problems := page.Parse("r", "fr", "", after)
	if b == nil || len(problems) > 0 || len(a.Units) != len(b.Units) {
		t.Fatalf("%s: %v\n%s", id, problems, after)
	}
	changed := 0
	if a.Meta.Title != b.Meta.Title || a.Meta.Event != b.Meta.Event {
		changed++
	}
	for i := range a.Units {
		x, y := a.Units[i], b.Units[i]
		if x.Kind != y.Kind || x.Level != y.Level || x.Number != y.Number || x.Label != y.Label || x.Quote != y.Quote || x.Header != y.Header {
			t.Errorf("%s: unit %d is another: %+v, %+v", id, i, x, y)
		}
		if x.Text != y.Text || x.Speaker != y.Speaker || strings.Join(x.Cells, "|") != strings.Join(y.Cells, "|") {
			changed++
		}
	}
	if changed > 1 {
		t.Errorf("%s: %d units have changed:\n%s", id, changed, after)
	}
}

// TestBothSides changes a unit here and in the file, with and without what
// tools can lose of it.
func TestBothSides(t *testing.T) {
	for _, format := range exchange.Formats {
		for _, test := range []struct {
			name         string
			here, lost   bool
			wantConflict bool
		}{
			{"there alone", false, false, false},
			{"there alone, hashes of units lost", false, true, false},
			{"on both sides", true, false, true},
			{"on both sides, hashes of units lost", true, true, true},
		} {
			dir, file := written(t, translated)
			data := export(t, open(t, dir), "r", "fr", format)
			data = bytes.ReplaceAll(data, []byte("Un élément de la liste"), []byte("Un point de la liste"))
			if test.lost {
				for _, old := range []string{"r:was=", "rapporteur r#", "x-was"} {
					data = bytes.ReplaceAll(data, []byte(old), []byte("x"+old[1:len(old)-2]+"q="))
				}
			}
			if test.here {
				here := strings.Replace(translated, "Un élément", "Une chose", 1)
				if err := os.WriteFile(file, []byte(here), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			result := merge(t, open(t, dir), data)
			if got := len(result.Conflicts) > 0; got != test.wantConflict || got == (result.Data != nil) {
				t.Errorf("%s, %s: %+v", format.Name, test.name, result)
			}
		}
	}
}

// TestMissingUnit translates a unit that the translation does not have: it
// comes to stand where the reference has it.
func TestMissingUnit(t *testing.T) {
	for _, gone := range []string{"- Un élément de la liste\n", "| Navires au port | 12 |\n", "\n## Premiers mots\n", "\n> Une citation de quelques mots\\\n> sur deux lignes.\n"} {
		without := strings.Replace(translated, gone, "", 1)
		dir, _ := written(t, without)
		a := open(t, dir)
		f := exchange.Export(a, a.Report("r"), "fr", exchange.Options{})
		whole, _ := written(t, translated)
		b := open(t, whole)
		full := exchange.Export(b, b.Report("r"), "fr", exchange.Options{})
		for i := range f.Entries {
			f.Entries[i].Target = full.Entries[i].Target
		}
		result, err := exchange.Merge(a, "f", f)
		if err != nil || string(result.Data) != translated {
			t.Errorf("without %q: %v, %+v\n%s", gone, err, result.Conflicts, result.Data)
		}
	}
}

// TestJoinedAndSplit has a translation say two paragraphs in one, and one in two: what came of them is taken where it stands, and nothing is said twice.
func TestJoinedAndSplit(t *testing.T) {
	const one, two = "The delegates from 14 ports met for 3 days in the old customs house.", "They agreed on 27 points, which are set out in the annex, with the votes of each."
	const un, deux = "Les délégués de 14 ports ont siégé pendant 3 jours à l’ancienne douane.", "Ils se sont accordés sur 27 points, exposés en annexe, avec les voix de chacun."
	put := func(page, number string, parts ...string) string {
		return strings.Replace(page, number, strings.Join(parts, "\n\n")+"\n\n"+number, 1)
	}
	for name, test := range map[string]struct{ en, fr, old, new string }{
		"split":  {put(reference, "12\\.", one+" "+two), put(translated, "12\\.", un, deux), "sur 27 points", "sur 27 questions"},
		"joined": {put(reference, "12\\.", one, two), put(translated, "12\\.", un+" "+deux), "sur 27 points", "sur 27 questions"},
	} {
		dir, file := written(t, test.fr)
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), "index.en.md"), []byte(test.en), 0o666); err != nil {
			t.Fatal(err)
		}
		a := open(t, dir)
		if !slices.ContainsFunc(a.Report("r").Aligned["fr"], func(u unit.Aligned) bool { return u.Joined }) {
			t.Errorf("%s: nothing is paired so", name)
		}
		for _, format := range exchange.Formats {
			data := export(t, a, "r", "fr", format)
			if format.Name == "po" && bytes.Count(data, []byte("msgstr \"\"")) != 1 {
				t.Errorf("%s: something seems to be untranslated:\n%s", name, data)
			}
			if result := merge(t, a, data); result.Data != nil || len(result.Conflicts) > 0 {
				t.Errorf("%s, %s: untouched, and yet %+v", name, format.Name, result)
			}
			result := merge(t, a, bytes.Replace(data, []byte(test.old), []byte(test.new), 1))
			if want := strings.Replace(test.fr, test.old, test.new, 1); string(result.Data) != want {
				t.Errorf("%s, %s: %+v\n%s", name, format.Name, result.Conflicts, result.Data)
			}
		}
	}
}

// TestRandomEdits edits words at random in the real reports and in the shipped
// ones, in every format, and finds each edit, and only it, in the page.
func TestRandomEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	a := open(t, shipped(t))
	for _, r := range a.Reports {
		for _, own := range r.Translations {
			if own == r.Reference() {
				continue
			}
			before, err := os.ReadFile(filepath.Join(a.Root, filepath.FromSlash(own.File)))
			if err != nil {
				t.Fatal(err)
			}
			for _, format := range exchange.Formats {
				f := exchange.Export(a, r, own.Lang, exchange.Options{})
				edited := make(map[string]bool)
				for range 5 {
					e := &f.Entries[random.IntN(len(f.Entries))]
					if e.Fixed || len(e.Target) == 0 {
						continue
					}
					e.Stale = false
					at := random.IntN(len(e.Target))
					if strings.HasPrefix(e.ID, "turn") && at < 3 {
						continue // the label of a turn stays one
					}
					if e.Target = append(exchange.Text{}, e.Target...); e.Target[at].Kind == exchange.Words {
						e.Target[at].Words += fmt.Sprint(" zz", random.IntN(100), ". *# |_")
						unit, _, _ := strings.Cut(e.ID, ".")
						edited[unit] = true
					}
				}
				var b bytes.Buffer
				if err := format.Write(&b, f); err != nil {
					t.Fatal(err)
				}
				result := merge(t, a, b.Bytes())
				if len(result.Conflicts) > 0 {
					t.Errorf("%s: %+v", own.File, result.Conflicts)
				}
				if len(edited) == 0 {
					continue
				}
				now, _ := page.Parse(r.ID, own.Lang, "", result.Data)
				was, _ := page.Parse(r.ID, own.Lang, "", before)
				changed := 0
				for i := range was.Units {
					if page.Plain(was.Units[i].Text+strings.Join(was.Units[i].Cells, "")) != page.Plain(now.Units[i].Text+strings.Join(now.Units[i].Cells, "")) {
						changed++
					}
				}
				for _, id := range []string{"title", "event", "place", "organisation", "subtitle"} {
					if edited[id] {
						changed++
					}
				}
				if changed != len(edited) {
					t.Errorf("%s as %s: %d units have changed, not %v", own.File, format.Name, changed, edited)
				}
			}
		}
	}
}

// TestRealReports takes real reports, as they are imported and as people have
// written them, out and in, as a translation whose every word was changed.
func TestRealReports(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "shared")
	reports := make(map[string][]byte)
	sources, _ := filepath.Glob(filepath.Join(shared, "sources", "*", "source.txt"))
	for _, name := range sources {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Read(name, data)
		if err != nil {
			t.Fatal(err)
		}
		imported, _, err := clean.Document(doc, clean.Options{Report: "r", Lang: "en", Original: "en", File: "source.en.txt"})
		if err != nil {
			t.Fatal(err)
		}
		reports[name] = page.Format(imported)
	}
	golds, _ := filepath.Glob(filepath.Join(shared, "gold", "*", "page.md"))
	for _, name := range golds {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		reports[name] = append([]byte("+++\ntitle = \"By hand\"\n+++\n\n"), data...)
	}
	if len(reports) == 0 {
		t.Skip("the real reports are not beside this repository, in ../shared")
	}
	for name, data := range reports {
		dir, file := written(t, "")
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), "index.en.md"), data, 0o666); err != nil {
			t.Fatal(err)
		}
		a := open(t, dir)
		f := exchange.Export(a, a.Report("r"), "fr", exchange.Options{})
		for i := range f.Entries {
			e := &f.Entries[i]
			if e.Target = append(exchange.Text{}, e.Source...); e.Fixed {
				continue
			}
			for k := range e.Target {
				if e.Target[k].Kind == exchange.Words {
					e.Target[k].Words = strings.NewReplacer("e", "é", "a", "à", "o", "ô").Replace(e.Target[k].Words)
				}
			}
		}
		first, err := exchange.Merge(a, "f", f)
		if err != nil || len(first.Conflicts) > 0 {
			t.Errorf("%s: %v, %d conflicts, %+v", name, err, len(first.Conflicts), first.Conflicts[:min(3, len(first.Conflicts))])
			continue
		}
		if err := os.WriteFile(file, first.Data, 0o666); err != nil {
			t.Fatal(err)
		}
		a = open(t, dir)
		for _, format := range exchange.Formats {
			result := merge(t, a, export(t, a, "r", "fr", format))
			if result.Data != nil || result.Changed != 0 || len(result.Conflicts) > 0 {
				t.Errorf("%s as %s: %d changed, %+v", name, format.Name, result.Changed, result.Conflicts)
			}
		}
		t.Logf("%s: %d texts, %d taken", name, len(f.Entries), first.Changed)
	}
}

// TestTMX finds fresh pairs alone in the memory that a site publishes.
func TestTMX(t *testing.T) {
	a := open(t, shipped(t))
	for _, pair := range []struct{ from, to string }{{"en", "fr"}, {"en", "es"}, {"en", "sw"}, {"fr", "en"}} {
		var b bytes.Buffer
		n, err := exchange.TMX(&b, a, pair.from, pair.to)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, r := range a.Reports {
			for _, aligned := range r.Aligned[pair.to] {
				if r.Reference().Lang == pair.from && aligned.Own != nil && aligned.Ref != nil && (aligned.State == report.OK || aligned.State == report.Confirmed) {
					want += max(1, len(aligned.Ref.Cells))
				}
			}
		}
		if strings.Count(b.String(), "<tu ") != n || n < want || n > want+15 || strings.Contains(b.String(), ">stale<") || !strings.Contains(b.String(), exchange.Licence) {
			t.Errorf("%s to %s: %d pairs, not about %d", pair.from, pair.to, n, want)
		}
	}
}
