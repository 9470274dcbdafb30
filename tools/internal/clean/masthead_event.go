package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// besides parts a meeting from its place: a dash or a bar between spaces.
var besides = regexp.MustCompile(`\s+[-–—|•·]\s+`)

// isMeetingLine reports whether a line is the name of a meeting, a dash, and
// where it was: “Sixth annual meeting of … – Old Customs House, Port Merrow”.
func isMeetingLine(text string) bool {
	pieces := besides.Split(text, -1)
	return len(pieces) == 2 && isMeetingName(pieces[0]) && isPlaceName(pieces[1])
}

// isMeetingName reports whether a text names a meeting and is no sentence.
func isMeetingName(text string) bool {
	low := folded(text)
	return countWords(text) <= 16 && endingOf(text) == open && !startsLower(text) && typeIn(text) == "" && len(datesIn(text)) == 0 &&
		(hasAny(meetings(), low) || isSessionName(text))
}

// isPlaceName reports whether each word of a text has a capital, or its script
// has none.
func isPlaceName(text string) bool {
	if countWords(text) > 8 || hasAny(meetings(), folded(text)) || strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' }) {
		if r := first(w); unicode.IsLower(r) && !particles[w] {
			return false
		}
	}
	return first(text) != 0
}

// meetingLine lifts a meeting and its place.
func (m *mastheadReader) meetingLine(b *block) bool {
	text := plainText(bare(b.Text))
	meta := &m.d.meta
	if !isMeetingLine(text) || meta.Event != "" || meta.Place != "" {
		return false
	}
	pieces := besides.Split(text, -1)
	meta.Event, meta.Place = strings.TrimSpace(pieces[0]), strings.TrimSpace(pieces[1])
	m.d.lift(b, "event", "event")
	return true
}

// meetingName lifts a line above the title that is the name of the meeting, or
// of the body that met. Where one line is the name of another and more, it is
// the body and the other is the organisation that the body is of.
func (m *mastheadReader) meetingName(b *block) bool {
	text := plainText(bare(b.Text))
	meta := &m.d.meta
	name := isMeetingName(text)
	if b.Kind == source.Heading || !name && !isBodyOf(text) {
		return false
	}
	for _, other := range m.others {
		longer := plainText(bare(other.Text))
		if other != b && len(longer) > len(text) && phraseAt(folded(longer), folded(text)) >= 0 && (isMeetingName(longer) || isBodyOf(longer)) {
			if meta.Organisation != "" {
				return false
			}
			meta.Organisation = text
			m.d.lift(b, "organisation", "organisation")
			return true
		}
	}
	switch {
	case meta.Event == "":
		meta.Event = text
		m.d.lift(b, "event", "event")
	case meta.Organisation == "" && !name:
		meta.Organisation = text
		m.d.lift(b, "organisation", "organisation")
	default:
		return false
	}
	return true
}

// isBodyOf reports whether a line names a body, and perhaps of what it is.
func isBodyOf(text string) bool {
	return countWords(text) <= 16 && endingOf(text) == open && !startsLower(text) && typeIn(text) == "" && len(datesIn(text)) == 0 &&
		bodies().in(folded(text)) > 0
}
