package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// titleGoesOn reports whether the line at place i is of a title over several
// lines: it goes on in lower case, or it ends in a colon that the next line goes
// on from.
func (d *document) titleGoesOn(i int, titled bool) bool {
	b := d.blocks[i]
	text := b.plain()
	switch endingOf(text) {
	case open, full:
		if !titled || i == 0 || b.Blank > 0 || b.words() >= 22 || endingOf(text) == full && !endsShort(text) {
			return false
		}
		above := d.blocks[i-1]
		return above.Kind == source.Paragraph && startsLower(text) && endingOf(above.plain()) == open
	case colon:
		if i+1 == len(d.blocks) || !isCapitals(text) && (!titled || b.words() > 10) || d.isFormulaLine(i, text) {
			return false
		}
		below := d.blocks[i+1]
		more := below.plain()
		return below.Blank == 0 && below.words() <= 22 &&
			(isCapitals(more) || startsLower(more) && endingOf(more) == open && below.words() <= 10)
	}
	return false
}

// isAboveDate reports whether the line at place i is no sentence, however long,
// and the line below it is a day, with the hour or a place or without.
func (d *document) isAboveDate(i int) bool {
	text := d.blocks[i].plain()
	if endingOf(text) != open || d.blocks[i].words() >= 60 || sentenceStop.MatchString(text) {
		return false
	}
	n := d.next(i)
	if n < 0 || d.blocks[n].Kind != source.Paragraph || d.blocks[n].words() > 9 {
		return false
	}
	below := strings.TrimRight(d.blocks[n].plain(), ". ")
	found := datesIn(below)
	if len(found) != 1 || len(found[0].start) != len("2006-01-02") || endingOf(below) != open {
		return false
	}
	return d.blocks[n].words() <= 6 || found[0].to >= len(foldMarks.Replace(strings.ToLower(latinDigits(below))))
}
