package clean

import (
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// signs reports whether the line at place i is the name of who signed: all that
// follows is a line or two, such as the office.
func (d *document) signs(i, next int) bool {
	if b := d.blocks[i]; b.words() > 5 || endingOf(b.plain()) != open {
		return false
	}
	for lines := 0; next >= 0; next = d.next(next) {
		b := d.blocks[next]
		if lines++; lines > 2 || b.Kind != source.Paragraph || b.words() > 10 || endingOf(b.plain()) != open {
			return b.Kind == source.Note && lines > 1
		}
	}
	return i > 0 && len(d.blocks) > 6
}

// isRefrain reports whether a line beside marked headings is a single word, or
// stands in the text more often than headings do.
func (d *document) isRefrain(b *block) bool {
	return !sectionTitles().is(b.plain()) && (b.words() == 1 || d.timesSaid(b.plain()) >= 4)
}

// turnAbove reports whether somebody has spoken above place i. A page may say
// what a session was about before it has the words.
func (d *document) turnAbove(i int) bool {
	for _, b := range d.blocks[:i] {
		if b.turn {
			return true
		}
	}
	return false
}

// isSectionOfText reports whether the line at place i counts as a section in
// Roman numbers or letters, and a paragraph of some length stands below it.
func (d *document) isSectionOfText(i int) bool {
	text, next := d.blocks[i].plain(), d.next(i)
	if next < 0 || !isNumbered(text) || unicode.IsDigit(first(text)) {
		return false
	}
	below := d.blocks[next]
	return below.Kind == source.Paragraph && below.words() >= 15 && !startsLower(below.plain())
}

// isStacked reports whether the line at place i is the heading of a section
// above that of its first part: two short lines between empty ones, a sentence
// above them and text below, or a numbered article above its text.
func (d *document) isStacked(i int) bool {
	next := d.next(i)
	if i == 0 || next < 0 || !d.isShortLine(d.blocks[i]) {
		return false
	}
	above, below := d.blocks[i-1], d.blocks[next]
	underHeading := above.Kind == source.Heading
	switch {
	case above.Kind == source.Row || above.Kind == source.Item: // which end as they like
	case !underHeading && endingOf(above.plain()) != full:
		return false
	case d.standsApart(below) && below.isWholeText():
		return shapeOfHeading(d.blocks[i].plain()) == chapter
	case underHeading || !d.isShortLine(below):
		return false
	}
	second := d.next(next)
	if second < 0 {
		return false
	}
	b := d.blocks[second]
	if b.Kind == source.Item && b.Level <= 1 && below.Blank > 0 && b.Blank > 0 {
		_, counts := b.Number()
		return !counts
	}
	return d.countsFrom(second) || d.standsApart(b) && (b.isWholeText() || d.leadsOn(b))
}

// leadsOn reports whether a paragraph of some length leads to the items below it.
func (d *document) leadsOn(b *block) bool {
	return b.Kind == source.Paragraph && b.words() >= 12 && endingOf(b.plain()) == colon && d.leadsToItem(b)
}

// standsApart reports whether a block is a paragraph that an empty line parts
// from the one above, as far as the source has such lines.
func (d *document) standsApart(b *block) bool {
	return b.Kind == source.Paragraph && (b.Blank > 0 || d.broken)
}

// isShortLine reports whether a block stands apart and has a few words with a
// capital, no mark and no day, as a heading without number has.
func (d *document) isShortLine(b *block) bool {
	text := b.plain()
	return d.standsApart(b) && !b.turn && b.words() <= 12 && endingOf(text) == open && unicode.IsUpper(first(text)) && len(datesIn(text)) == 0
}

// countsFrom reports whether the block at place i is the first of a list that
// counts.
func (d *document) countsFrom(i int) bool {
	if i < 0 || d.blocks[i].Kind != source.Item {
		return false
	}
	n, counts := d.blocks[i].Number()
	return counts && n == 1
}

// countDays is how many lines between empty ones only name a day of the meeting.
func (d *document) countDays() int {
	n, dense := 0, d.dense()
	for _, b := range d.blocks {
		if b.isTextOrHeading() && (dense || b.Blank > 0) && isDayLine(b.plain()) {
			n++
		}
	}
	return n
}

// isDayLine reports whether a line names a day of the meeting, and perhaps what was
// on it: 8 March 2031 (Day 1 – Open consultations).
func isDayLine(text string) bool {
	if endingOf(text) != open || countWords(text) > 12 {
		return false
	}
	found := datesIn(text)
	return countWords(text) <= 10 && isDay(text) || len(found) > 0 && found[0].at <= 1 && found[0].end == ""
}

// onCover reports whether the line at place i stands among the lines of a cover
// of a styled source, where names, codes and series are set in capitals too:
// only such lines stand before it, and what follows is no text either.
func (d *document) onCover(i int, after *block) bool {
	if !d.styled() || d.source.Format == "html" || after.Kind == source.Item || after.number != "" {
		return false
	}
	if after.words() >= 12 && after.Kind != source.Row && !isCapitals(after.plain()) {
		return false // text
	}
	for _, b := range d.blocks[:i] {
		section := b.Kind == source.Heading && !b.guessed && b.Level > 1
		if section || b.Kind == source.Row || b.Kind == source.Item || b.number != "" || b.words() >= 20 {
			return false
		}
	}
	return true
}

// comesBack reports whether a short line with empty lines around it, as far as the
// text has such lines, stands in it again, as the heading of a part of every
// section does. What pages repeat is gone by now.
func (d *document) comesBack(i int) bool {
	b, dense := d.blocks[i], d.dense()
	if b.Blank == 0 && !dense || b.words() > 8 {
		return false
	}
	n, low := 0, folded(b.plain())
	for _, other := range d.blocks {
		if other.isTextOrHeading() && (dense || other.Blank > 0) && other.words() <= 8 && folded(other.plain()) == low {
			n++
		}
	}
	return n >= 2
}

// dense reports whether no empty lines part the paragraphs.
func (d *document) dense() bool {
	apart := 0
	for _, b := range d.blocks {
		if b.Blank > 0 {
			apart++
		}
	}
	return apart*10 < len(d.blocks)
}

// isBareNext reports whether another short line follows at place i that may be
// a heading below this one.
func (d *document) isBareNext(i int) bool {
	b := d.blocks[i]
	_, isBold := bold(b.Text)
	return b.Kind == source.Paragraph && b.words() <= 18 && (isBold || isCapitals(b.plain()) || isNumbered(b.plain()))
}

// inRun reports whether the line stands among others as short: an address, a
// list of names.
func (d *document) inRun(i int) bool {
	near := func(j int) bool {
		if j < 0 || j >= len(d.blocks) {
			return false
		}
		b := d.blocks[j]
		return b.Kind == source.Paragraph && b.words() <= 14 && endingOf(b.plain()) == open && !opensWithDash(b.plain())
	}
	return near(i-1) || near(i+1)
}

// opensWithDash reports whether a text begins with a dash, as the name of who
// said the words above it does.
func opensWithDash(text string) bool {
	sign, _, _ := strings.Cut(text, " ")
	return isDash(sign)
}

// isTextOrHeading reports whether a block is a paragraph, or a heading already.
func (b *block) isTextOrHeading() bool { return b.Kind == source.Paragraph || b.Kind == source.Heading }

// betweenNumbers reports whether a line stands apart between numbered
// paragraphs: below one that ends a sentence, or below a heading, and above one
// that begins, or above another such line.
func (d *document) betweenNumbers(i int) bool {
	if i == 0 || !d.isUnnumbered(i) {
		return false
	}
	n := d.next(i)
	if n >= 0 && d.isUnnumbered(n) {
		n = d.next(n)
	}
	above := d.blocks[i-1]
	return n >= 0 && d.blocks[n].number != "" &&
		(above.Kind == source.Heading || above.number != "" && endingOf(above.plain()) == full)
}

// isUnnumbered reports whether a line stands apart, without a number and without
// a mark at its end.
func (d *document) isUnnumbered(i int) bool {
	b := d.blocks[i]
	return b.Kind == source.Paragraph && b.number == "" && b.Blank > 0 && b.words() <= 40 && endingOf(b.plain()) == open
}

// belowAnnex reports whether the line at place i stands right below the heading
// of an annex, which says no more than that and which annex it is.
func (d *document) belowAnnex(i int) bool {
	if i == 0 || d.blocks[i-1].Kind != source.Heading || d.blocks[i-1].words() > 2 {
		return false
	}
	word, _, _ := strings.Cut(d.blocks[i-1].plain(), " ")
	return annexTitles().is(word)
}

// isBelowLabel reports whether the line at place i is the title of a part whose
// label is the heading right above it: Chapter III, and what that is about.
func (d *document) isBelowLabel(i int) bool {
	b, n := d.blocks[i], d.next(i)
	return i > 0 && n >= 0 && d.blocks[i-1].Kind == source.Heading && isPartLabel(d.blocks[i-1].plain()) && b.number == "" && !b.turn &&
		b.words() <= 30 && endingOf(b.plain()) == open && !startsLower(b.plain()) && !isNumbered(b.plain()) && d.blocks[n].Kind != source.Row
}
