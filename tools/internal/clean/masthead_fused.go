package clean

import (
	"cmp"
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// symbolAndDay is a symbol with a date right behind it.
var symbolAndDay = regexp.MustCompile(`^(\S+/\S*?)(\d{1,2}\s\D.*)$`)

// fusedDay is a date that has lost its spaces.
var fusedDay = regexp.MustCompile(`^(\d{1,2})(\p{L}{3,})((?:19|20)\d{2})$`)

// runIn reads a line of an official masthead in which a lost line break has run
// two fields together: a symbol and a date, a language and that of the original,
// a body and its session.
func (m *mastheadReader) runIn(b *block, text string) bool {
	switch {
	case m.symbolAndDay(b, text), m.organAndDistribution(b, text):
		return true
	case m.official && isRunInAgenda(text):
		m.agenda = b.Line
		return m.d.remove(b, "agenda")
	case m.dayWithoutSpaces(b, text):
		return true
	}
	if f := fieldLine.FindStringSubmatch(text); f != nil && originalRunIn(f[1]) {
		return m.field(b, originalWords().list[0], f[2])
	}
	return m.bodyAndSession(b, text)
}

// symbolAndDay lifts a symbol that the date runs into.
func (m *mastheadReader) symbolAndDay(b *block, text string) bool {
	s := symbolAndDay.FindStringSubmatch(text)
	if s == nil || !isOwnSymbol(s[1]) {
		return false
	}
	found := datesIn(s[2])
	if len(found) == 0 || found[0].at > 0 {
		return false
	}
	meta := &m.d.meta
	meta.Symbols = append(meta.Symbols, s[1])
	meta.Date = cmp.Or(meta.Date, found[0].start)
	m.official = true
	m.d.lift(b, "symbol", "symbols")
	return true
}

// organAndDistribution lifts the name of an organ that the word for distribution
// runs into.
func (m *mastheadReader) organAndDistribution(b *block, text string) bool {
	low := folded(text)
	if !saysDistribution(low) || distributionLine(low) {
		return false
	}
	if found := datesIn(text); len(found) > 0 {
		m.d.meta.Date = cmp.Or(m.d.meta.Date, found[0].start)
	}
	m.official = true
	m.organs = append(m.organs, &block{Block: source.Block{Text: text[:len(organOf(low))], Line: b.Line}})
	m.d.lift(b, "organisation", "organisation")
	return true
}

// dayWithoutSpaces lifts the date of the text where no other has come.
func (m *mastheadReader) dayWithoutSpaces(b *block, text string) bool {
	s := fusedDay.FindStringSubmatch(text)
	if s == nil || m.d.meta.Date != "" {
		return false
	}
	found := datesIn(strings.Join(s[1:], " "))
	if len(found) == 0 {
		return false
	}
	m.d.meta.Date = found[0].start
	m.d.lift(b, "date", "date")
	return true
}

// bodyAndSession lifts a body with its session behind it, above the title.
func (m *mastheadReader) bodyAndSession(b *block, text string) bool {
	if _, body := bodies().leads(text); !body || !m.official || m.hasTitle() {
		return false
	}
	if b.words() > 20 || endingOf(text) != open || typeIn(text) != "" {
		return false
	}
	low, meta := folded(text), &m.d.meta
	for _, w := range sessionWords().list {
		if len(w) < 6 || !strings.Contains(low, w) || strings.HasPrefix(low, w) {
			continue
		}
		if found := datesIn(text); len(found) > 0 && meta.EventStart == "" {
			meta.EventStart, meta.EventEnd = found[0].start, found[0].end
		}
		m.sessions = append(m.sessions, b)
		m.d.lift(b, "session", "event")
		return true
	}
	return false
}
