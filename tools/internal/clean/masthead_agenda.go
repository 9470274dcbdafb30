package clean

import (
	"regexp"
	"strings"
	"unicode"
)

// anyYear is a year, which counts nothing.
var anyYear = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

// isAgenda reports whether a line is an item of an agenda.
func isAgenda(text string) bool {
	if countWords(text) > 20 || endingOf(text) == full || !hasAny(agendaWords(), folded(text)) {
		return false
	}
	return strings.ContainsFunc(anyYear.ReplaceAllString(text, ""), unicode.IsDigit)
}

// isRunInAgenda reports whether a line is a session, an item of its agenda and
// what that is about, all in one.
func isRunInAgenda(text string) bool {
	words := strings.Fields(folded(text))
	if len(words) < 10 || endingOf(text) != open {
		return false
	}
	return hasAny(sessionWords(), strings.Join(words[:4], " ")) && hasAny(agendaWords(), strings.Join(words[2:10], " ")) &&
		strings.ContainsAny(strings.Join(words[:10], " "), "0123456789")
}

// fromSubjects parts what the items of an agenda are about from the title right
// below them: the last line that opens with a word for a kind of text and names
// more than whose text it is. Where none does, the first line is the title.
func (m *mastheadReader) fromSubjects() (subjects, title []*block) {
	for k := len(m.subjects) - 1; k > 0; k-- {
		if b := m.subjects[k]; b.words() >= 8 && leadsType(b.plain()) {
			return m.subjects[:k], m.subjects[k:]
		}
	}
	return nil, m.subjects
}
