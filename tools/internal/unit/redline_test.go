package unit

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// text makes paragraphs of lines "id words".
func text(lines ...string) []report.Unit {
	var list []report.Unit
	for _, l := range lines {
		id, words, _ := strings.Cut(l, " ")
		list = append(list, report.Unit{ID: id, Kind: report.Paragraph, Text: words})
	}
	return list
}

func TestRedline(t *testing.T) {
	const a, b, c = "The harbour was opened in the year of the flood.", "Members asked for a second register of ships.", "Fees are due each spring at the customs house."
	const f, g, h = "Le port fut ouvert dans l'année de la crue.", "Les membres demandent un second registre des navires.", "Les droits sont dus chaque printemps à la douane."
	show := func(rows []Row) string {
		var out []string
		mark := func(s Side) string {
			switch {
			case !s.Changed && s.New == nil:
				return "."
			case !s.Changed:
				return "="
			case s.Old == nil:
				return "+"
			case s.New == nil:
				return "-"
			}
			return "~"
		}
		for _, r := range rows {
			out = append(out, r.ID+mark(r.Ref)+mark(r.Own))
		}
		return strings.Join(out, " ")
	}
	old := Both{text("p1 "+a, "p2 "+b, "p3 "+c), text("p1 "+f, "p2 "+g, "p3 "+h)}
	for name, tc := range map[string]struct {
		new  Both
		want string
	}{
		"nothing":         {old, ""},
		"reference alone": {Both{text("p1 "+a, "p2 "+strings.Replace(b, "second", "third", 1), "p3 "+c), old.Own}, "p2~="},
		"both":            {Both{text("p1 "+a, "p2 "+strings.Replace(b, "second", "third", 1), "p3 "+c), text("p1 "+f, "p2 "+strings.Replace(g, "second", "troisième", 1), "p3 "+h)}, "p2~~"},
		"own alone":       {Both{old.Ref, text("p1 "+f, "p2 "+g, "p3 "+strings.Replace(h, "printemps", "automne", 1))}, "p3=~"},
		"removed":         {Both{text("p1 "+a, "p3 "+c), text("p1 "+f, "p3 "+h)}, "p2--"},
		"still there":     {Both{text("p1 "+a, "p3 "+c), old.Own}, "p2-="},
		"kept as extra":   {Both{text("p1 "+a, "p3 "+c), text("p1 "+f, "p1x1 "+g, "p3 "+h)}, "p2-="},
		"added":           {Both{text("p1 "+a, "p4 Nobody may fish at night without a lamp.", "p2 "+b, "p3 "+c), old.Own}, "p4+."},
		"extra":           {Both{old.Ref, text("p1 "+f, "p1x1 Note de la traductrice sur les poids et mesures.", "p2 "+g, "p3 "+h)}, "p1x1.+"},
		"in order": {Both{text("p1 "+strings.Replace(a, "opened", "closed", 1), "p2 "+b, "p3 "+strings.Replace(c, "spring", "autumn", 1)), text("p1 "+f, "p2 "+strings.Replace(g, "second", "troisième", 1), "p3 "+h)},
			"p1~= p2=~ p3~="},
	} {
		if got := show(Redline(old, tc.new)); got != tc.want {
			t.Errorf("%s: %s, not %s", name, got, tc.want)
		}
	}
	if got := show(Redline(Both{Ref: old.Ref}, Both{Ref: text("p1 "+a, "p3 "+c)})); got != "p2-." {
		t.Errorf("the reference itself: %s", got)
	}
}

func TestSumOf(t *testing.T) {
	old := text("p1 The harbour was opened in the year of the flood.", "p2 Members asked for a second register of ships.")
	new := text("p1 The harbour was opened in the very year of a flood.", "p2 Members asked for a second register of ships.", "p3 Fees are due.")
	if got, want := SumOf(old, new), (Sum{Changed: 1, Added: 1, WordsAdded: 5, WordsRemoved: 1}); got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
	if !SumOf(new, new).Zero() {
		t.Error("a text differs from itself")
	}
}
