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
	if !d.official || d.styled() || i == 0 || i > 12 || next < 0 || b.words() > 32 || endingOf(b.plain()) != open || b.Blank == 0 {
		return false
	}
	above, below := d.blocks[i-1], d.blocks[next]
	return leadsType(b.plain()) && endingOf(above.plain()) == full && above.Kind == source.Paragraph &&
		(below.Kind == source.Heading || sectionTitles().is(below.plain()))
}

// isAboveFormula reports whether the line at place i is the title of a
// resolution within a text: the organ that speaks follows, and a text stands
// above it.
func (d *document) isAboveFormula(i int) bool {
	b, next := d.blocks[i], d.next(i)
	return i > 0 && next >= 0 && b.Kind == source.Paragraph && b.words() >= 2 && b.words() <= 30 && endingOf(b.plain()) == open && !startsLower(b.plain()) &&
		d.blocks[next].Kind == source.Paragraph && isEnacting(d.blocks[next].plain()) && endingOf(d.blocks[i-1].plain()) != open
}
