package archive

import (
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// fillTerms translates the units that are a term of the glossary and no more,
// as headings often are, where nothing else has translated them.
func (a *Archive) fillTerms(id, from, to string, units []report.Unit) {
	reference, own := a.Glossary.For(from, id), a.Glossary.For(to, id)
	for i := range units {
		u := &units[i]
		text := page.Plain(u.Text)
		if len(u.Cells) > 0 || text == "" {
			continue
		}
		found := reference.Find(text)
		if len(found) != 1 || unit.Fold(text) != unit.Fold(text[found[0].Start:found[0].End]) {
			continue
		}
		term, ok := own.Term(found[0].Concept)
		if !ok || strings.Count(u.Text, text) != 1 {
			continue
		}
		u.Text = strings.Replace(u.Text, text, page.Escape(capital(text, term.Term)), 1)
	}
}

// capital is term with a capital where like begins with one.
func capital(like, term string) string {
	if first := []rune(like)[0]; strings.ToUpper(string(first)) == string(first) {
		r := []rune(term)
		return strings.ToUpper(string(r[0])) + string(r[1:])
	}
	return term
}
