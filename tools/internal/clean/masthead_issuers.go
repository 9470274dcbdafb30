package clean

import (
	"cmp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// isIssuer reports whether a line is the name of an organisation, by the word
// that it begins or ends with, and no sentence.
func isIssuer(text string) bool {
	low := folded(text)
	if countWords(low) > 14 || endingOf(text) != open || startsLower(text) || strings.ContainsAny(text, ":：–—|") {
		return false
	}
	if namesText(text) || len(datesIn(text)) > 0 {
		return false
	}
	if isOrgans(low) || isBodyName(text) {
		return true
	}
	if w, ok := issuing().leads(text); ok && len(w) < len(low) {
		return true
	}
	for _, w := range issuing().list {
		if strings.HasSuffix(low, w) && len(w) < len(low) && countWords(low) <= 6 {
			at := strings.TrimSuffix(low, w)
			r := []rune(at)
			if last := r[len(r)-1]; unicode.IsSpace(last) || isWide(last) {
				return true
			}
		}
	}
	// a name of capitals around the word: European Union External Action Service
	return hasAny(issuing(), low) && isPlaceName(text) && countWords(low) >= 2 && countWords(low) <= 8
}

// issuedBy lifts a line that says who issued the text, above its title, or who
// drew it up, below: of those, the words of a participle and who did it.
func (m *mastheadReader) issuedBy(b *block, i int, text string) bool {
	w, ok := issuers().leads(text)
	if !ok || len(w) < 5 || b.Kind == source.Heading || countWords(text) > 12 || countWords(text) < 3 || endingOf(text) != open {
		return false
	}
	words := len(strings.Fields(w))
	if drawnUp := words > 1 && m.hasTitle(); !drawnUp && !m.titleFollows(i) {
		return false
	}
	name := plainText(text)
	if words > 1 {
		name = strings.Join(strings.Fields(name)[words:], " ")
	}
	m.d.meta.Organisation = cmp.Or(m.d.meta.Organisation, name)
	m.d.lift(b, "organisation", "organisation")
	return true
}

// isRoom reports whether a line says in which room a session was.
func isRoom(text string) bool {
	low := strings.Trim(folded(text), "0123456789 .:#-")
	if countWords(text) > 4 || low == "" {
		return false
	}
	if _, ok := rooms().leads(low); ok {
		return true
	}
	for _, w := range rooms().list {
		if strings.HasSuffix(low, w) {
			return true
		}
	}
	return false
}

// leadsIssuer reports whether a line begins with the words for who issued a text.
func leadsIssuer(text string) bool {
	_, ok := issuers().leads(text)
	return ok
}
