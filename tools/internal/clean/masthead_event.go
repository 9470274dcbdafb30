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

// countedMeeting is the number of a meeting and the words after it.
var countedMeeting = regexp.MustCompile(`^(?:\d{1,3}(?:-?\p{L}{1,4}|[ªº°.])?|[IVXL]{1,6}) (\p{L}+(?: \p{L}+){0,3})`)

// isCountedMeeting reports whether a line is the name of a meeting that counts:
// “4e Forum ouest-africain sur …”.
func isCountedMeeting(text string) bool {
	m := countedMeeting.FindStringSubmatch(text)
	return m != nil && countWords(text) <= 30 && endingOf(text) == open && meetings().in(folded(m[1])) > 0
}

// isDatedMeeting reports whether a line is the name of a meeting and, at its
// end, the days on which it was: “Fifth forum of … from 2 to 4 July 2012”.
func isDatedMeeting(text string) bool {
	text = foldMarks.Replace(text) // as places in it are counted
	found := datesIn(text)
	return len(found) == 1 && found[0].end != "" && endingOf(text) == open && !startsLower(text) && countWords(text) <= 40 &&
		found[0].at > 0 && found[0].to <= len(text) && meetings().in(folded(text[:found[0].at])) > 0 && isPlaceBehind(text[found[0].to:])
}

// isPlaceBehind reports whether what stands behind the days of a meeting is
// nothing, or a comma and where it was.
func isPlaceBehind(s string) bool {
	s = strings.Trim(s, " )")
	return s == "" || strings.ContainsRune(",،，", []rune(s)[0]) && isPlaceName(strings.Trim(s, " ,،，")) && countWords(s) <= 5
}

// datedMeeting lifts such a line.
func (m *mastheadReader) datedMeeting(b *block, text string) bool {
	if b.Kind == source.Heading || !isDatedMeeting(text) {
		return false
	}
	meta, found := &m.d.meta, datesIn(text)
	if meta.EventStart == "" {
		meta.EventStart, meta.EventEnd = found[0].start, found[0].end
	}
	if namesText(text) {
		return false // a text about the meeting: the title
	}
	if place := strings.Trim(foldMarks.Replace(text)[found[0].to:], " ,،，)"); place != "" && meta.Place == "" {
		meta.Place = place
	}
	if meta.Event == "" {
		meta.Event = plainText(text)
	}
	m.d.lift(b, "event", "event")
	m.dated = b.Line
	return true
}

// placeBelow lifts a town and its country that stand below a date, or one line
// further down, perhaps behind who met there.
func (m *mastheadReader) placeBelow(b *block, text string) bool {
	if m.dated == 0 || m.d.meta.Place != "" || b.Kind == source.Heading {
		return false
	}
	if b.Line-m.dated <= 3 && strings.ContainsAny(text, ",،，") && m.where(b, besides.Split(text, -1)) {
		return true
	}
	if !isPlaceName(text) && !isTownAndCountry(text) {
		return false
	}
	if !m.isWideTown(b, text) && !m.isTownOfSession(b, text) && !m.isTownBelow(b, text) {
		return false
	}
	m.d.meta.Place = plainText(text)
	m.d.lift(b, "place", "place")
	return true
}

// isWideTown reports whether a line below a date is a few characters of a script
// without spaces, parted from what follows.
func (m *mastheadReader) isWideTown(b *block, text string) bool {
	if !caseless(text) || !isWide(first(text)) || b.Line-m.dated > 2 || len([]rune(text)) > 8 {
		return false
	}
	at := indexOf(m.d.blocks, b) + 1
	return at < len(m.d.blocks) && m.d.blocks[at].Blank > 0 && !isIssuer(text) && typeIn(text) == "" && !sectionTitles().is(text)
}

// isTownOfSession reports whether a line right below the date of a session of an
// organ is a word or two.
func (m *mastheadReader) isTownOfSession(b *block, text string) bool {
	return b.Line == m.dated+1 && len(m.organs) > 0 && countWords(text) <= 3 && endingOf(text) == open && typeIn(text) == ""
}

// isTownBelow reports whether a line some lines below a date has a comma between
// town and country.
func (m *mastheadReader) isTownBelow(b *block, text string) bool {
	return b.Line-m.dated <= 3 && endingOf(text) == open && (isTown(text) || isTownAndCountry(text)) && len(besides.Split(text, -1)) == 1
}

// phases lifts a line of towns, each with a year: where the phases of a summit
// were.
func (m *mastheadReader) phases(b *block, text string) bool {
	pieces := besides.Split(text, -1)
	if len(pieces) != 2 || b.Kind == source.Heading || m.d.meta.Place != "" {
		return false
	}
	for _, p := range pieces {
		if !townAndYear.MatchString(folded(p)) || countWords(p) > 4 {
			return false
		}
	}
	m.d.meta.Place = plainText(text)
	m.d.lift(b, "place", "place")
	return true
}

// townAndYear is a name and a year after it, and in some languages the word.
var townAndYear = regexp.MustCompile(`^[\p{L}\p{M} '’-]+[,،]? ?(?:19|20)\d\d(?: \p{L}+\.?)?$`)

// isMeetingName reports whether a text names a meeting and is no sentence.
func isMeetingName(text string) bool {
	low := folded(text)
	if countWords(text) > longestName(text) || endingOf(text) != open || startsLower(text) {
		return false
	}
	return (hasAny(meetings(), low) || isSessionName(text)) && typeIn(text) == "" && len(datesIn(text)) == 0
}

// longestName is how many words a name in a text may have: more, where all of
// it is in capitals, than a line that may be a sentence.
func longestName(text string) int {
	if isCapitals(text) {
		return 28
	}
	return 16
}

// isPlaceName reports whether each word of a text has a capital, or its script
// has none.
func isPlaceName(text string) bool {
	if countWords(text) > 8 || hasAny(meetings(), folded(text)) || strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' }) {
		if at := strings.IndexAny(w, "'’"); at > 0 && at <= 2 && startsLower(w) {
			w = strings.TrimLeft(w[at:], "'’") // l'UIT
		}
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
		says := len(longer) > len(text) && phraseAt(folded(longer), folded(text)) >= 0
		if other != b && says && (isMeetingName(longer) || isBodyOf(longer)) {
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
	case name && isEvent(meta.Event):
		meta.Event += ", " + text // its short name stands above it
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
