package clean

import (
	"regexp"

	"rapporteur/tools/internal/source"
)

// trailingNote is the number of a note behind the mark that ends a text.
var trailingNote = regexp.MustCompile(`\p{L}[»”"]?[,;،؛]\d{1,3}$`)

// isSecondTitle reports whether the line at place i is the title of a report
// that a note transmits: it begins with the word for a kind of text, text stands
// above it, and the heading of a first section right below.
func (d *document) isSecondTitle(i int) bool {
	b, next := d.blocks[i], d.next(i)
	if !d.official || d.styled() || i == 0 || i > 12 || next < 0 || b.Blank == 0 {
		return false
	}
	if b.words() > 32 || endingOf(b.plain()) != open || !leadsType(b.plain()) {
		return false
	}
	above, below := d.blocks[i-1], d.blocks[next]
	return above.Kind == source.Paragraph && endingOf(above.plain()) == full &&
		(below.Kind == source.Heading || sectionTitles().is(below.plain()))
}

// isAboveFormula reports whether the line at place i is the title of a
// resolution within a text: the organ that speaks follows, and a text stands
// above it.
func (d *document) isAboveFormula(i int) bool {
	b, next := d.blocks[i], d.next(i)
	if i == 0 || next < 0 || b.words() < 2 || b.words() > 30 || endingOf(b.plain()) != open || startsLower(b.plain()) {
		return false
	}
	below := d.blocks[next]
	return below.Kind == source.Paragraph && isEnacting(below.plain()) && endingOf(d.blocks[i-1].plain()) != open
}
