package clean

import (
	"cmp"
	"strings"

	"rapporteur/tools/internal/source"
)

// heldLine lifts a line that says when and where a meeting was, in words:
// “Held at …, from 4 to 6 November”. A meeting of an organ may be of one day.
func (m *mastheadReader) heldLine(b *block, text string) bool {
	found := datesIn(text)
	if len(found) == 0 || found[0].end == "" && !m.official {
		return false
	}
	if b.Kind == source.Heading || b.words() > 24 || endingOf(text) == full || !saysHeld(text) {
		return false
	}
	if meta := &m.d.meta; meta.EventStart == "" {
		meta.EventStart, meta.EventEnd = found[0].start, cmp.Or(found[0].end, found[0].start)
	}
	m.d.lift(b, "date", "event_start")
	m.dated = b.Line
	return true
}

// saysHeld reports whether a line says of a meeting that it was held.
func saysHeld(text string) bool { return heldWords().opensOrCloses(text) }

// isHeldWithoutDay reports whether a line says that a meeting was held, and where
// perhaps, its day being told elsewhere.
func isHeldWithoutDay(b *block, text string) bool {
	end := endingOf(text)
	return b.words() <= 12 && (end == open || end == comma) && saysHeld(text) && len(datesIn(text)) == 0
}

// adoptedLine lifts a line below the title that says, in brackets or in words,
// on which day a text was adopted.
func (m *mastheadReader) adoptedLine(b *block, text string) bool {
	if !m.hasTitle() || b.words() > 25 || !isBracketed(text) && !saysAdopted(text) {
		return false
	}
	found := datesIn(text)
	if len(found) == 0 {
		return false
	}
	if meta := &m.d.meta; found[0].end == "" {
		meta.Date = cmp.Or(meta.Date, found[0].start)
	} else if meta.EventStart == "" {
		meta.EventStart, meta.EventEnd = found[0].start, found[0].end // when it met
	}
	m.d.lift(b, "date", "date")
	return true
}

// saysAdopted reports whether a line says of a text when it was adopted: by that
// word, and a day.
func saysAdopted(text string) bool {
	return endingOf(text) == open && adopted().opensOrCloses(text) && len(datesIn(text)) > 0
}

// opensOrCloses reports whether a text begins with one of the phrases, or ends
// with one as Chinese does.
func (p *phrases) opensOrCloses(text string) bool {
	if _, ok := p.leads(text); ok {
		return true
	}
	low := folded(text)
	for _, w := range p.list {
		if isWide([]rune(w)[0]) && strings.HasSuffix(low, w) {
			return true
		}
	}
	return false
}
