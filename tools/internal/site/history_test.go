package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// aPast is a composer of French pages for a report that n editions changed: the
// English original in each, the French translation in every second one.
func aPast(t *testing.T, n int) (*composer, *archive.Report) {
	t.Helper()
	r := &archive.Report{Report: report.Report{ID: "tides"}, Dir: "content/reports/tides", Register: &unit.Register{}, Aligned: map[string][]unit.Aligned{}}
	for _, lang := range []string{"en", "fr"} {
		tr := &report.Translation{Report: "tides", Lang: lang}
		tr.Meta.Original, tr.Meta.Title = "en", "Tides"
		r.Translations = append(r.Translations, tr)
	}
	config := archive.Config{Default: "en", Languages: []archive.Language{{Tag: "en", Locale: "en", Direction: "ltr", Label: "English", Title: "Tides"}, {Tag: "fr", Locale: "fr", Direction: "ltr", Label: "Français", Title: "Marées"}}}
	opts := &Options{}
	var en, fr Text
	for i := range n {
		name := fmt.Sprintf("2025.%d", i+1)
		en = Text{Report: "tides", Lang: "en", Title: "Tides", Edition: name, Permalink: "en/reports/tides/" + name + "/", Digest: name, Units: []string{"para1"}}
		if i%2 == 0 {
			fr = Text{Report: "tides", Lang: "fr", Title: "Marées", Edition: name, Permalink: "fr/reports/tides/" + name + "/", Digest: name, Units: []string{"para1"}}
		}
		opts.Editions = append(opts.Editions, Edition{Name: name, Moment: time.Date(2025, 1, 1+i, 0, 0, 0, 0, time.UTC), Texts: []Text{en, fr}})
	}
	opts.Said = func(x Text) (*report.Translation, error) {
		words := "The flood of edition " + x.Edition + " was higher than any before it."
		if x.Lang == "fr" {
			words = "La crue de l'édition " + x.Edition + " dépassa toutes les autres."
		}
		tr := &report.Translation{Report: x.Report, Lang: x.Lang, Units: []report.Unit{{ID: "para1", Kind: report.Paragraph, Text: words}}}
		tr.Meta.Title, tr.Meta.Original = x.Title, "en"
		return tr, nil
	}
	say := printer(t, "fr")
	say.Locale = "fr"
	return &composer{archive: &archive.Archive{Config: config, Reports: []*archive.Report{r}}, language: config.Languages[1], say: say, opts: opts, texts: map[string]*report.Translation{}}, r
}

// Each edition of a text has one page, which compares it with the one before
// and with earlier ones; no page that the branch has is lost.
func TestComparisons(t *testing.T) {
	for _, n := range []int{1, 3, 23, 25, 79} {
		c, r := aPast(t, n)
		steps := c.steps(r, "fr")
		if len(steps) != n {
			t.Fatalf("%d editions, %d steps", n, len(steps))
		}
		list := c.comparisons(r, "fr", steps)
		own := (n + 1) / 2
		if len(list) != own-1 {
			t.Errorf("%d editions: %d pages, not %d", n, len(list), own-1)
		}
		seen := map[comparison]bool{}
		for _, p := range list {
			if seen[p] {
				t.Errorf("%v stands twice", p)
			}
			seen[p] = true
		}
		if n > 1 {
			before, _ := aPast(t, n-1)
			for _, p := range before.comparisons(r, "fr", before.steps(r, "fr")) {
				if !seen[p] {
					t.Errorf("%d editions: the page of %v is lost", n, p)
				}
			}
		}
	}
	c, r := aPast(t, 79)
	c.opts.Past = []string{"fr/reports/tides/history/2025.20--2025.30/index.html", "fr/reports/tides/history/index.html", "fr/reports/other/history/2025.21--2025.30/index.html"}
	list := c.comparisons(r, "fr", c.steps(r, "fr"))
	if !slices.Contains(list, comparison{"2025.20", "2025.30"}) || slices.Contains(list, comparison{"2025.21", "2025.30"}) {
		t.Error("a published comparison is lost, or one was made up")
	}
}

// A page compares its edition with all before, as far as that goes, and always
// with the first; no id stands twice on it.
func TestEarlier(t *testing.T) {
	names := make([]string, 40)
	for i := range names {
		names[i] = fmt.Sprint(i)
	}
	for j, want := range map[int]string{0: "", 1: "", 2: "0", 4: "2 1 0", 12: "10 9 8 7 6 5 4 3 2 1 0", 13: "11 10 9 8 7 6 5 4 3 2 1 0", 20: "18 17 16 15 14 13 12 11 10 9 8 0"} {
		if got := strings.Join(earlier(names, j), " "); got != want {
			t.Errorf("edition %d with %s, not %s", j, got, want)
		}
	}
	c, r := aPast(t, 5)
	p := c.redline(r, comparison{"2025.3", "2025.5"}, ownSteps(c.steps(r, "fr")))
	more := p.Params["earlier"].([]map[string]any)
	if len(more) != 1 || more[0]["id"] != "since-2025.1" || !strings.Contains(more[0]["rows"].(string), "1</del>") || strings.Contains(more[0]["rows"].(string), "<div class=\"pair\" id=") {
		t.Errorf("%v", more)
	}
}

func TestRedlinePage(t *testing.T) {
	c, r := aPast(t, 4)
	rows := func(from, to string) string {
		p := c.redline(r, comparison{from, to}, nil)
		if c.err != nil {
			t.Fatal(c.err)
		}
		rows, _ := p.Params["rows"].(string)
		return rows
	}
	// 2025.2 changed the original alone, which is said of the translation.
	got := rows("2025.1", "2025.2")
	for _, want := range []string{`<div class="pair" id="para1"><p class="meta"><a href="/fr/reports/tides/2025.1/#para1">para1</a></p>`,
		`<div lang="en" dir="ltr">The flood of edition 2025.<del><span class="v" lang="fr">`, `1</del><ins><span class="v" lang="fr">`, `2</ins> was higher`,
		`<div>La crue de l’édition 2025.1 dépassa`, `<small class="state">sans changement</small></div></div>`} {
		if !strings.Contains(strings.ReplaceAll(got, "'", "’"), want) && !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if got := rows("2025.1", "2025.3"); strings.Count(got, "<del>") != 2 || strings.Count(got, "<ins>") != 2 {
		t.Errorf("both changed: %s", got)
	}
	// A text that is kept no more cannot be compared, and the page stays.
	said := c.opts.Said
	c.texts = map[string]*report.Translation{}
	c.opts.Said = func(x Text) (*report.Translation, error) {
		if x.Edition == "2025.1" {
			return nil, nil
		}
		return said(x)
	}
	if p := c.redline(r, comparison{"2025.1", "2025.2"}, nil); p.Params["gone"] != true || p.Params["rows"] != nil || p.URL == "" {
		t.Errorf("%v", p.Params)
	}
}

func TestRedlined(t *testing.T) {
	say := printer(t, "en")
	say.Locale = "en"
	long := strings.Repeat("Boats lie at the quay. ", 40)
	old, new := long+"They leave at six & return. "+long, long+"They leave at seven & return. "+long
	cutShort := redlined(unit.DiffWords(old, new), say, "en", short)
	if !strings.HasPrefix(cutShort, "[…] ") || !strings.HasSuffix(cutShort, " […]") || len(cutShort) > 800 {
		t.Errorf("%d bytes: %s", len(cutShort), cutShort)
	}
	if !strings.Contains(cutShort, `They leave at <del><span class="v">removed: </span>six</del><ins><span class="v">added: </span>seven</ins> &amp; return.`) {
		t.Error(cutShort)
	}
	if all := redlined(unit.DiffWords(old, new), say, "en", whole); strings.Contains(all, "[…]") || len(all) < len(old) {
		t.Error(all)
	}
	if got := redlined(unit.DiffWords("<b>", "<i> & more"), say, "en", whole); strings.Contains(got, "<i>") || strings.Contains(got, "<b>") {
		t.Error(got)
	}
}
