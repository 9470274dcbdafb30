package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// formulaLine is the place of the line that names the organ which speaks, near
// the start of a text that has no sentence above it, or -1: what stands above is
// the masthead, however long.
func (d *document) formulaLine() int {
	for i, b := range d.blocks[:min(len(d.blocks), 16)] {
		text := b.plain()
		switch {
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case isEnacting(text), d.namesSpeaker(i):
			return i
		case !b.isTextOrHeading(), b.words() > 60, endingOf(text) != open && !isBracketed(text) && !isField(text):
			return -1
		}
	}
	return -1
}

// isEnacting reports whether a line names the organ that speaks in a resolution
// and nothing else: “The General Assembly,”.
func isEnacting(text string) bool {
	longest := 9
	if bare := strings.TrimSpace(brackets.ReplaceAllString(text, " ")); bare != text {
		text, longest = bare, 12 // where and when it met
	}
	low := folded(text)
	return endingOf(text) == comma && countWords(text) <= longest && !strings.ContainsAny(strings.TrimRight(low, ",，،"), ",;:，،") &&
		(organs().in(low) > 0 || bodies().in(low) > 0) && len(datesIn(text)) == 0
}

// namesSpeaker reports whether the line at place i names the organ that speaks,
// as the masthead has done, and no comma parts it from what it does, which the
// next paragraph says in lower case or leads to with a colon: “The General
// Assembly”, “Adopts the following outcome document:”.
func (d *document) namesSpeaker(i int) bool {
	b, n := d.blocks[i], d.next(i)
	if i == 0 || n < 0 || b.Kind != source.Paragraph || b.Blank == 0 || b.words() > 9 || d.blocks[n].Blank == 0 {
		return false
	}
	organ := folded(b.plain())
	if word, rest, _ := strings.Cut(organ, " "); openerWords().set[word] {
		organ = rest
	}
	if !organs().is(organ) {
		return false
	}
	said := false
	for _, above := range d.blocks[:i] {
		said = said || folded(above.plain()) == organ
	}
	does := d.blocks[n]
	end := endingOf(does.plain())
	for j := d.next(n); j >= 0 && end == open && d.blocks[j].Blank == 0; j = d.next(j) {
		end = endingOf(d.blocks[j].plain()) // of its last line
	}
	return said && does.Kind == source.Paragraph && does.words() >= 5 && (startsLower(does.plain()) || end == colon)
}
