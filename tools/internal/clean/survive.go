package clean

import (
	"slices"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// survive holds the page to what its units say: whoever reads it again must
// read the same words. A unit whose markup does not come through is written to
// the letter, each that fails alone first, then all. It reports whether the
// page holds.
func (d *document) survive(t *report.Translation) bool {
	if d.comesThrough(t, t.Units) {
		return true
	}
	for i := range t.Units {
		if u := &t.Units[i]; !d.comesThrough(t, t.Units[i:i+1]) {
			d.letter(u)
		}
	}
	if d.comesThrough(t, t.Units) {
		return true
	}
	for i := range t.Units {
		d.letter(&t.Units[i])
	}
	return d.comesThrough(t, t.Units)
}

// comesThrough reports whether units say the same words after they were
// written and read. A page that is larger than pages may be is not read.
func (d *document) comesThrough(t *report.Translation, units []report.Unit) bool {
	c := report.Translation{Lang: t.Lang, Meta: report.Meta{Title: "x", Type: t.Meta.Type}, Units: units}
	again, _ := page.Parse("x", "en", "", page.Format(&c))
	if again == nil {
		return true
	}
	if alike(units, again.Units) {
		return true // nearly always
	}
	want, got := unitWords(units), unitWords(again.Units)
	for word, n := range want {
		if got[word] != n {
			return false
		}
	}
	return len(got) <= len(want)
}

// alike reports whether two lists of units have the same words to the letter.
func alike(a, b []report.Unit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text != b[i].Text || a[i].Number != b[i].Number || a[i].Speaker != b[i].Speaker || a[i].Label != b[i].Label ||
			!slices.Equal(a[i].Cells, b[i].Cells) {
			return false
		}
	}
	return true
}

// letter writes a unit without markup: its words alone.
func (d *document) letter(u *report.Unit) {
	was := u.Text
	switch {
	case u.Text == "" && len(u.Cells) == 0 && u.Number != "":
		u.Kind, u.Text, u.Number = report.Paragraph, page.Escape(u.Number+"."), ""
	default:
		u.Text = page.Escape(strings.Join(strings.Fields(counted(u.Text)), " "))
	}
	if u.Kind == report.Footnote && strings.HasPrefix(u.Text, ">") {
		u.Text = `\` + u.Text // else it is a quotation
	}
	for k := range u.Cells {
		u.Cells[k] = page.Escape(strings.Join(strings.Fields(counted(u.Cells[k])), " "))
	}
	if u.Text != was {
		d.log(report.Marked, "literal", &block{Block: source.Block{Line: u.Line}}, was, u.Text)
	}
}
