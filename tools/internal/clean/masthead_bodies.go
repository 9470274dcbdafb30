package clean

import (
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// isOfficial reports whether a heading is a line of an official masthead,
// which readers of styles take for a heading by its type: a body, its session,
// an item of its agenda.
func (m *mastheadReader) isOfficial(b *block, text string) bool {
	if !m.official && len(m.organs) == 0 || len(m.headings) > 0 || typeIn(text) != "" || b.words() > 14 {
		return false
	}
	return len(m.organs) > 0 && isSessionName(text) || isAgenda(text) || m.isBody(b, text) || m.isSubject(b, text)
}

// isSessionName reports whether a line is the name of a session of an organ,
// rather than words about one.
func isSessionName(text string) bool {
	low := folded(text)
	if countWords(low) > 8 || typeIn(text) != "" {
		return false
	}
	for _, w := range sessionWords().list {
		if strings.HasSuffix(low, w) || strings.HasPrefix(low, w+" ") {
			return true
		}
		if _, kind, ok := strings.Cut(low, " "+w+" "); ok && countWords(kind) == 1 && !strings.ContainsFunc(text, unicode.IsDigit) {
			return true // a word for its kind, as in French: session ordinaire
		}
	}
	return false
}

// isBodyName reports whether a line is the name of a body and nothing else: it
// begins with the kind of body, or ends with it after few words.
func isBodyName(text string) bool {
	low := folded(text)
	if countWords(low) > 10 && !isLongName(text) || endingOf(text) != open || typeIn(text) != "" || startsLower(text) {
		return false
	}
	if w, ok := bodies().leads(text); ok && len(w) < len(low) {
		return true
	}
	for _, w := range bodies().list {
		if countWords(low) <= 5 && strings.HasSuffix(low, " "+w) || isWide(first(w)) && strings.HasSuffix(low, w) && !isSessionName(text) {
			return true
		}
	}
	return false
}

// isLongName reports whether each word of a text has a capital but those that
// hold a name together: Council of the Programme of … for Human Settlements.
func isLongName(text string) bool {
	capitals := 0
	for _, w := range strings.Fields(text) {
		switch low := strings.Trim(folded(w), "(),"); {
		case unicode.IsUpper(first(w)), strings.HasPrefix(w, "(") && strings.ContainsFunc(w, unicode.IsUpper):
			capitals++ // or initials in brackets
		case !particles[low] && !continueWords().set[low]:
			return false
		}
	}
	return capitals >= 3 && countWords(text) <= 20
}

// isBody reports whether a line names a body of an organisation: it says so
// itself, or it goes on with a list of them. Bodies stand before the agenda.
func (m *mastheadReader) isBody(b *block, text string) bool {
	if !m.official || len(m.others) > 0 && !m.aboveSession(b) || m.agenda > 0 || b.words() > 10 && !isLongName(text) {
		return false
	}
	if endingOf(text) != open || typeIn(text) != "" || startsLower(text) || len(datesIn(text)) > 0 {
		return false
	}
	session := hasAny(sessionWords(), folded(text))
	if strings.ContainsFunc(text, unicode.IsDigit) && (session || hasAny(agendaWords(), folded(text))) {
		return false
	}
	below := len(m.organs) > 0 && m.last == m.organs[len(m.organs)-1] && b.Blank == 0
	return isBodyName(text) || bodies().is(text) || below && !session
}

// aboveSession reports whether the name of a session stands right below a line.
func (m *mastheadReader) aboveSession(b *block) bool {
	n := m.d.next(indexOf(m.d.blocks, b))
	return n >= 0 && n < m.end && m.d.blocks[n].Blank == 0 && isSessionName(plainText(bare(m.d.blocks[n].Text)))
}

// isSubject reports whether a line goes on with an item of the agenda: it
// stands right below it and is no sentence.
func (m *mastheadReader) isSubject(b *block, text string) bool {
	end := endingOf(text)
	if m.agenda == 0 || b.Blank > 0 || b.words() > 45 || end == full || sectionTitles().is(text) {
		return false
	}
	if b.Kind == source.Heading && b.Level == 1 && m.d.styled() {
		return false // styles have no empty lines, and tell the title
	}
	if next := m.d.next(indexOf(m.d.blocks, b)); end == colon && (next < 0 || m.d.blocks[next].Blank > 0 || m.d.blocks[next].Kind != source.Paragraph) {
		return false // it leads into the text
	}
	return m.last.Line == m.agenda || len(m.subjects) > 0 && m.last == m.subjects[len(m.subjects)-1]
}

// isOrgans reports whether the line names organs of the United Nations and
// nothing else.
func isOrgans(low string) bool {
	rest := low
	found := false
	for _, o := range organs().list {
		if at := phraseAt(rest, o); at >= 0 {
			rest, found = rest[:at]+rest[at+len(o):], true
		}
	}
	return found && !strings.ContainsFunc(organJoins.Replace(" "+rest+" "), letter)
}

// organJoins are the words for and between the names of organs.
var organJoins = strings.NewReplacer(" et ", "", " and ", "", " y ", "", " e ", "", " и ", "")
