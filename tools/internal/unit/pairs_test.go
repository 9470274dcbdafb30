package unit

import (
	"encoding/xml"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A cleanPair is a text in two languages, unit for unit.
type cleanPair struct {
	name     string
	ref, own []report.Unit
}

// fixtures is the folder of real documents beside the repository, or "".
func fixtures(t testing.TB) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "..", "shared", "fixtures", "parallel")
	if _, err := os.Stat(dir); err != nil {
		t.Log("no real documents in ../shared: only the shipped archive is measured")
		return ""
	}
	return dir
}

// cleanPairs are real texts and their translations: the sections in which both
// have the same kinds of units in the same order. What is left out was changed
// by its translators, and nobody has said how.
func cleanPairs(t testing.TB) []cleanPair {
	t.Helper()
	var pairs []cleanPair
	add := func(name string, ref, own []report.Unit) {
		if p := (cleanPair{name: name}); true {
			p.ref, p.own = alikeSections(ref, own)
			if len(p.ref) >= 12 {
				pairs = append(pairs, p)
			}
		}
	}
	content := filepath.Join("..", "..", "..", "content", "reports")
	for _, id := range []string{"harbour-2025-messages", "harbour-2025-summary", "harbour-2025-transcript"} {
		ref := markdown(t, filepath.Join(content, id, "index.en.md"))
		for _, lang := range []string{"ar", "es", "fr", "zh"} {
			if file := filepath.Join(content, id, "index."+lang+".md"); exists(file) {
				add(id+" "+lang, ref, markdown(t, file))
			}
		}
	}
	dir := fixtures(t)
	if dir == "" {
		return pairs
	}
	for _, lang := range []string{"fra", "arb"} {
		add("declaration "+lang, declaration(t, filepath.Join(dir, "udhr", "udhr_eng.xml")), declaration(t, filepath.Join(dir, "udhr", "udhr_"+lang+".xml")))
	}
	en, _ := filepath.Glob(filepath.Join(dir, "open-first", "en", "*.md"))
	fr, _ := filepath.Glob(filepath.Join(dir, "open-first", "fr", "*.md"))
	for i := range en {
		add("white paper "+filepath.Base(en[i]), markdown(t, en[i]), markdown(t, fr[i]))
	}
	return pairs
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func markdown(t testing.TB, file string) []report.Unit {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if !strings.HasPrefix(text, "+++\n") {
		text = "+++\ntitle = \"x\"\n+++\n\n" + text
	}
	tr, _ := page.Parse("x", "en", file, []byte(text))
	return tr.Units
}

// declaration reads titles and paragraphs of an XML file.
func declaration(t testing.TB, file string) []report.Unit {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var units []report.Unit
	d := xml.NewDecoder(f)
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return units
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "listitem":
				depth++
			case "title", "para":
				var text string
				if err := d.DecodeElement(&text, &e); err != nil {
					t.Fatal(err)
				}
				u := report.Unit{Kind: report.Paragraph, Text: strings.Join(strings.Fields(text), " ")}
				if e.Name.Local == "title" {
					u.Kind, u.Level = report.Heading, 2
				} else if depth > 0 {
					u.Kind, u.Level = report.Item, depth
				}
				units = append(units, u)
			}
		case xml.EndElement:
			if e.Name.Local == "listitem" {
				depth--
			}
		}
	}
}

// alikeSections keeps the sections of two texts that have the same kinds.
func alikeSections(ref, own []report.Unit) (a, b []report.Unit) {
	sections := func(units []report.Unit) (list [][]report.Unit) {
		for i, u := range units {
			if i == 0 || u.Kind == report.Heading {
				list = append(list, nil)
			}
			list[len(list)-1] = append(list[len(list)-1], u)
		}
		return list
	}
	x, y := sections(ref), sections(own)
	if len(x) != len(y) {
		return nil, nil
	}
	for i := range x {
		if slices.EqualFunc(x[i], y[i], func(u, v report.Unit) bool { return u.Kind == v.Kind && len(u.Text) > 0 == (len(v.Text) > 0) }) {
			a, b = append(a, x[i]...), append(b, y[i]...)
		}
	}
	return a, b
}

// damage does to a translation what translators do, and gives for each of its
// units those of the reference that it says.
func damage(own []report.Unit, rnd *rand.Rand, deleted, inserted, merged int) (units []report.Unit, truth [][]int) {
	for i := range own {
		units, truth = append(units, own[i]), append(truth, []int{i})
	}
	for range deleted {
		i := rnd.Intn(len(units))
		units, truth = slices.Delete(units, i, i+1), slices.Delete(truth, i, i+1)
	}
	for range 200 * merged {
		i := rnd.Intn(len(units) - 1)
		u, v := units[i], units[i+1]
		if u.Kind != v.Kind || u.Kind != report.Paragraph && u.Kind != report.Item || u.Level != v.Level || min(len(u.Text), len(v.Text)) < 80 {
			continue
		}
		u.Text += " " + v.Text
		truth[i] = append(truth[i], truth[i+1]...)
		units[i] = u
		units, truth = slices.Delete(units, i+1, i+2), slices.Delete(truth, i+1, i+2)
		if merged--; merged == 0 {
			break
		}
	}
	for range inserted {
		i := rnd.Intn(len(units) + 1)
		note := report.Unit{Kind: report.Paragraph, Text: strings.Repeat("nota ", 8+rnd.Intn(30)) + "."}
		units, truth = slices.Insert(units, i, note), slices.Insert(truth, i, []int(nil))
	}
	return units, truth
}

// TestAlignRealPairs damages real translations and counts the units that are
// paired with those that they say, and no others; and the same by position.
func TestAlignRealPairs(t *testing.T) {
	pairs := cleanPairs(t)
	for _, tc := range []struct {
		name                      string
		deleted, inserted, merged int
		least                     float64
	}{
		{"one deleted", 1, 0, 0, 0.99},
		{"one inserted", 0, 1, 0, 0.99},
		{"two merged", 0, 0, 1, 0.99},
		{"all three", 1, 1, 1, 0.99},
		{"three of each", 3, 3, 3, 0.95},
	} {
		right, positional, total := 0, 0, 0
		for _, p := range pairs {
			mine, byPlace, all := 0, 0, 0
			for seed := range int64(5) {
				own, truth := damage(p.own, rand.New(rand.NewSource(seed)), tc.deleted, tc.inserted, tc.merged)
				got := make([][]int, len(own))
				for _, pair := range Align(p.ref, own, nil) {
					if pair.Own >= 0 && pair.Ref >= 0 {
						got[pair.Own] = append(got[pair.Own], pair.Ref)
					}
				}
				for j := range own {
					all++
					if slices.Equal(got[j], truth[j]) {
						mine++
					} else if testing.Verbose() && os.Getenv("SHOW") != "" {
						t.Logf("%s %d: unit %d of %d is %v, not %v", p.name, seed, j, len(own), got[j], truth[j])
					}
					if slices.Equal([]int{j}, truth[j]) {
						byPlace++
					}
				}
			}
			t.Logf("%-14s %-42s %3d units  %6.2f %%  by position %6.2f %%", tc.name, p.name, len(p.ref), 100*float64(mine)/float64(all), 100*float64(byPlace)/float64(all))
			right, positional, total = right+mine, positional+byPlace, total+all
		}
		t.Logf("%-14s %-42s            %6.2f %%  by position %6.2f %%", tc.name, "ALL", 100*float64(right)/float64(total), 100*float64(positional)/float64(total))
		if float64(right) < tc.least*float64(total) {
			t.Errorf("%s: %d of %d units paired right", tc.name, right, total)
		}
		if positional >= right {
			t.Errorf("%s: the damage does no damage: this proves nothing", tc.name)
		}
	}
}
