package clean

import (
	"regexp"
	"strings"
	"unicode"
)

var acronymYear = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}+ ){0,2}\p{Ll}?[\p{Lu}&+-]{2,8}[ -]?\d{2,4}$`)

// nameAndYear is the name of a forum, its initials in brackets, and a year.
var nameAndYear = regexp.MustCompile(`^\p{Lu}[^.!?;:()]{8,80} \([\p{Lu}&+-]{2,8}\)[ ,-] ?(?:19|20)\d\d$`)

// isEvent reports whether a piece is the short name of a meeting: FGI 2023,
// ICANN57, Youth IGF 2025, or the long one with the short one and a year.
func isEvent(s string) bool {
	s = strings.TrimSpace(s)
	return acronymYear.MatchString(s) || nameAndYear.MatchString(s) && !namesText(s)
}

// countedEvent is a meeting with its number and, with nothing between, where it
// was: ICANN62 Panama City.
var countedEvent = regexp.MustCompile(`^(\p{Lu}{3,8}\d{1,3}) (\p{Lu}.*)$`)

// isSecondLine reports whether a line is bold or in quotation marks, or a few
// words in a source with styles, names no body and no meeting, and stands right
// above one that was lifted.
func (m *mastheadReader) isSecondLine(b *block) bool {
	text := plainText(bare(b.Text))
	_, isBold := bold(b.Text)
	ofStyles := m.d.styled() && b.words() >= 4 && endingOf(text) == open
	if !isBold && openingQuote(text) == "" && !ofStyles || b.words() > 20 {
		return false
	}
	return !isIssuer(text) && !isMeetingName(text) && m.liftedBelow(b)
}

// liftedBelow reports whether the line right below was lifted.
func (m *mastheadReader) liftedBelow(b *block) bool {
	for i, other := range m.d.blocks[:m.end] {
		if other == b && i+1 < m.end {
			return m.d.blocks[i+1].gone
		}
	}
	return false
}

// yearAtEnd is how a line ends that names a meeting.
var yearAtEnd = regexp.MustCompile(`\b(?:19|20)\d{2}$`)

// where reads “ICANN54 | Dublin, Ireland” and “ICANN – Dublin”.
func (m *mastheadReader) where(b *block, pieces []string) bool {
	if len(pieces) < 2 || !isEvent(pieces[0]) && !isAcronym(pieces[0]) {
		return false
	}
	if !isEvent(pieces[0]) && (countWords(pieces[1]) >= 5 && !isTownAndCountry(pieces[1]) || hasAny(meetings(), folded(pieces[1]))) {
		return false // a town and what was held there: the title
	}
	for _, p := range pieces[1:] {
		if len(pieces) > 2 && (countWords(p) > 5 || isDay(p)) {
			return false // the title, behind the meeting and its day
		}
	}
	meta := &m.d.meta
	if !isEvent(pieces[0]) {
		if meta.Organisation == "" {
			meta.Organisation = pieces[0]
		}
		pieces = pieces[1:]
	}
	m.places(pieces)
	m.d.lift(b, "place", "place")
	return true
}

// isTownAndCountry reports whether a text is a name in capitals and, behind a
// comma, a longer one that begins with one: Beijing, République populaire de Chine.
func isTownAndCountry(text string) bool {
	town, country, two := strings.Cut(text, ",")
	return two && isPlaceName(town) && !startsLower(country) && countWords(text) <= 8 && !strings.ContainsAny(country, ",;") && endingOf(text) == open
}

// isText reports whether the line is text for all that the masthead can tell:
// such a line below the title stays.
func (m *mastheadReader) isText(b *block) bool {
	text := plainText(bare(b.Text))
	pieces := parts.Split(text, -1)
	if _, isBold := bold(b.Text); isBold || isEvent(text) || isMeetingLine(text) || typeIn(text) != "" {
		return false
	}
	return len(pieces) < 2 || !isEvent(pieces[0]) && !isAcronym(pieces[0])
}

// isAcronym reports whether a piece is a few capitals, perhaps with digits.
func isAcronym(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 2 && len(s) <= 10 && s == strings.ToUpper(s) && strings.ContainsFunc(s, unicode.IsUpper)
}

// beside takes a line of the masthead that is no title, if it can tell what
// the line is. In an official document the short lines above the title are
// titles of its agenda.
func (m *mastheadReader) beside(b *block, above bool) {
	text := plainText(bare(b.Text))
	meta := &m.d.meta
	if m.where(b, parts.Split(text, -1)) || m.meetingLine(b) || above && m.agenda == 0 && m.meetingName(b) {
		return
	}
	switch t := typeIn(text); {
	case isEvent(text) && meta.Event == "":
		meta.Event = text
		m.d.lift(b, "event", "event")
	case above && meta.Organisation == "" && isIssuer(text):
		meta.Organisation = text
		m.d.lift(b, "organisation", "organisation")
	case !above && meta.Type == "" && t != "" && meta.Subtitle == "" && countWords(text) <= 8 && strings.Contains(text, ":"):
		meta.Type, meta.Subtitle = t, text // the kind of text, and what it has
		m.d.lift(b, "subtitle", "subtitle")
	case meta.Type == "" && t != "" && countWords(text) <= 8:
		meta.Type = t
		m.d.lift(b, "report-type", "report_type")
	case above && m.official && endingOf(text) == open && (countWords(text) <= 14 || m.agenda > 0 && b.Line > m.agenda && countWords(text) <= 45):
		m.d.remove(b, "agenda")
	}
}

// isBoldType reports whether a line in bold names what kind of text it is: the
// report of whom.
func isBoldType(b *block, text string) bool {
	_, isBold := bold(b.Text)
	return isBold && b.words() <= 30 && typeIn(text) != "" && endingOf(text) == open
}

// inRoom reports whether a line beside the date of the meeting is a house and,
// behind a comma, the room in it.
func (m *mastheadReader) inRoom(b *block, text string) bool {
	house, room, two := strings.Cut(text, ", ")
	near := m.dated == b.Line+1 || m.dated == b.Line-1
	return two && near && b.words() <= 14 && isRoom(room) && typeIn(house) == "" && endingOf(text) == open
}
