package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/source"
)

// titles makes headings of a run of numbers that text parts: each is a few
// words without a mark, an empty line before it, and below it stands text.
func (d *document) titles(run []int) bool {
	for _, i := range run {
		if !d.mayBeTitle(i) || !d.hasTextBelow(i) {
			return false
		}
	}
	for _, i := range run {
		d.titleOf(d.blocks[i])
	}
	return true
}

// mayBeTitle reports whether the item at place i has the form of a title. In a
// text without empty lines nothing parts it from what stands above.
func (d *document) mayBeTitle(i int) bool {
	b := d.blocks[i]
	if b.words() > 14 || b.Level > 1 || endingOf(b.plain()) != open || startsLower(b.plain()) {
		return false
	}
	if i == 0 {
		return d.meta.Title != ""
	}
	return b.Blank > 0 || d.dense()
}

// opensPartBelow reports whether a list without numbers or a paragraph of some length
// stands below place i.
func (d *document) opensPartBelow(i int) bool {
	next := d.next(i)
	if next < 0 {
		return false
	}
	b := d.blocks[next]
	_, counts := b.Number()
	return b.Kind == source.Item && !counts || b.Kind == source.Paragraph && b.words() >= 12 && !startsLower(b.plain())
}

// hasTextBelow reports whether the text of a section stands below place i: a
// paragraph that begins there, or a list without numbers. What is led into by a
// colon is an item itself, whose own list stands below it.
func (d *document) hasTextBelow(i int) bool {
	next := d.next(i)
	if next < 0 {
		return false
	}
	below := d.blocks[next]
	ledInto := i > 0 && endingOf(d.blocks[i-1].plain()) == colon
	if below.Kind == source.Item {
		_, counts := below.Number()
		return !counts && !ledInto
	}
	if below.Kind != source.Paragraph {
		return false
	}
	if n := d.blocks[i].Marker; shapeOfHeading(below.plain()) == twofold && strings.HasPrefix(below.plain(), strings.TrimRight(n, ".)")+".1") {
		return true // its first part
	}
	if d.isShortLine(below) && d.opensPartBelow(next) {
		return true // the heading of its first part
	}
	begins := !startsLower(below.plain()) || listMark.MatchString(below.plain())
	apart := below.Blank > 0 || d.broken || d.dense()
	return begins && apart && (below.words() >= 8 || endingOf(below.plain()) == colon)
}

// titlesBetween makes headings of titles that count for themselves between
// paragraphs that count on: each is a few words without a mark, counts on from
// the title before or from one, and the next number below it is that of the next
// paragraph, which may be set further in. Some of them may be headings already.
func (d *document) titlesBetween() {
	if d.styled() {
		return
	}
	var found, paragraphs []int
	last, title, titles := 0, 0, 0 // of the paragraphs, of the titles, and how many these are
	for i, b := range d.blocks {
		if m := arabicTitle.FindStringSubmatch(b.plain()); m != nil && b.Kind == source.Heading {
			title, _ = strconv.Atoi(m[1])
			titles++
			continue
		}
		n, ok := b.Number()
		if !ok || b.Kind != source.Item {
			continue
		}
		if (n == title+1 || n == 1) && d.mayBeTitle(i) && d.nextCounts(i, last+1) {
			found, title, titles = append(found, i), n, titles+1
		} else if n == last+1 {
			last, paragraphs = n, append(paragraphs, i)
		}
	}
	if len(found) == 0 || titles < 2 || last <= len(found) {
		return
	}
	for _, i := range found {
		d.titleOf(d.blocks[i])
	}
	for _, i := range paragraphs {
		d.blocks[i].Level = 1
	}
}

// arabicTitle is a heading that counts.
var arabicTitle = regexp.MustCompile(`^(\d{1,2})\. \S`)

// nextCounts reports whether the next item that counts below place i has the
// number n and is prose.
func (d *document) nextCounts(i, n int) bool {
	for _, b := range d.blocks[i+1:] {
		if k, ok := b.Number(); ok && b.Kind == source.Item {
			return k == n && (b.words() >= 12 || endingOf(b.plain()) != open)
		}
	}
	return false
}
