package clean

import (
	"cmp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// author removes the line below a title that says who wrote or posted the text,
// by a word for it and a name, and perhaps a date before or after: “By Ana
// Brito”, “Posted by Ana on 4 May 2030”, “4 May 2030, by Ana Brito”. The date is
// that of the text.
func (m *mastheadReader) author(b *block, text string) bool {
	found := datesIn(text)
	end := endingOf(text)
	if b.Kind == source.Heading || !m.hasTitle() || len(found) > 1 || b.words() > 12 || end != open && end != comma {
		return false
	}
	name := foldMarks.Replace(text)
	if len(found) == 1 {
		if found[0].to > len(name) || found[0].end != "" {
			return false
		}
		before, after := name[:found[0].at], name[found[0].to:]
		if weekdayWords().is(before) || strings.TrimSpace(before) == "" {
			name = strings.TrimLeft(after, " ,،，–—-|")
		} else if strings.TrimSpace(after) == "" {
			name = strings.TrimRight(before, " ,،，–—-|")
		} else {
			return false
		}
	}
	w, ok := byWords().leads(name)
	if !ok || len(w) >= len(name) || !isPersons(name[len(w):], len(found) == 1) {
		return false
	}
	if len(found) == 1 {
		m.d.meta.Date = cmp.Or(m.d.meta.Date, found[0].start)
	}
	return m.d.remove(b, "field")
}

// isByline reports whether a line is such a line without a date.
func isByline(text string) bool {
	w, ok := byWords().leads(text)
	return ok && countWords(text) <= 12 && len(w) < len(text) && isPersons(foldMarks.Replace(text)[len(w):], false)
}

// isPersons reports whether a text is the names of persons: each word has a
// capital but those that join names. The name that somebody has on a site may
// have none.
func isPersons(s string, onSite bool) bool {
	words := strings.Fields(strings.TrimLeft(s, " :："))
	if len(words) == 0 || len(words) > 9 {
		return false
	}
	for i, w := range words {
		r, low := first(w), strings.ToLower(w)
		joins := particles[low] || continueWords().set[low] || dateWords().set[low] || onSite && i == 0
		if !unicode.IsLetter(r) || unicode.IsLower(r) && !joins {
			return false
		}
	}
	return true
}
