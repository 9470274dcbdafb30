package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// pageHeads are the lines that may be running heads, by what they say without
// the page number beside them.
type pageHeads struct {
	times   map[string]int  // how often each stands in the document
	firstAt map[string]int  // its first place
	cuts    map[string]bool // it cuts a sentence, at least once
	within  map[string]bool // it stands between other text of a page too
	atEnds  map[string]int  // how often it stands where a page ends
	counted map[string]bool // a number beside it rises
}

// headsOf reads them. The title counts, which pages repeat as a line, and so
// does the symbol in the table of a masthead.
func (d *document) headsOf() pageHeads {
	h := pageHeads{map[string]int{}, map[string]int{}, map[string]bool{}, map[string]bool{}, map[string]int{}, nil}
	for i, b := range d.blocks {
		if b.Kind.Beside() {
			continue
		}
		key, ok := b.headLine()
		if !ok && b.Kind == source.Heading && i < 12 && !isOrgans(folded(b.plain())) {
			key, ok = headKey(b.plain()), true
		}
		if b.Kind == source.Row && i < 12 {
			for _, c := range b.Cells {
				h.times[headKey(newPlain(c))]++
			}
		}
		if !ok {
			continue
		}
		if h.times[key]++; h.times[key] == 1 {
			h.firstAt[key] = i
		}
		h.cuts[key] = h.cuts[key] || d.cutsSentence(i)
		if d.atBreak(i) {
			h.atEnds[key]++
		}
		h.within[key] = h.within[key] || i >= 12 && !d.atBreak(i)
	}
	h.counted = d.countedHeads()
	return h
}

// removeHead removes the line at place i if it is a running head, or the code of
// the language beside one. It reports whether a head is gone.
func (d *document) removeHead(i int, h pageHeads) bool {
	b := d.blocks[i]
	key, ok := b.headLine()
	if !ok {
		return false
	}
	text := b.plain()
	bearsNumber := key != folded(text)
	switch {
	case len(text) == 2 && strings.EqualFold(text, d.opts.Lang) && text == strings.ToUpper(text):
		d.remove(b, "language-code")
		return false
	case i < longestMasthead/2 && isOrgans(folded(bare(text))):
		return false // of a masthead with two columns
	case bearsNumber && shapeOfHeading(text) == chapter:
		return false // Article 10, Article 11
	case bearsNumber && h.counted[key] && !d.styled():
		return d.remove(b, "running-head")
	case d.styled() && (h.within[key] || !d.atBreak(i)):
		return false // styles tell heads from text
	case bearsNumber && !h.cuts[key] && !d.atBreak(i):
		return false // and Article 1, Article 2 are no head with its pages
	case h.times[key] < 2 || d.isTwin(i) || b.words() <= 5 && len(datesIn(text)) > 0 && d.timesSaid(text) < 3 || d.closesSentence(i):
		return false
	case d.pages() >= 3 && h.atEnds[key]*2 < h.times[key] && h.within[key]:
		return false // the source says where pages end, and that is elsewhere
	}
	cutBelow := d.isPageEnd(i-1) && h.times[key] >= 3 && startsLower(d.below(i))
	again := i > h.firstAt[key] || cutBelow || d.severs(i) || i > 2 && d.isPageEnd(i-1) && d.isPageEnd(i+1) || d.aboveNumber(i)
	if again && d.isRunningHead(i, h.times[key], h.firstAt[key], h.cuts[key]) {
		d.removeTail(i, h.firstAt[key])
		return d.remove(b, "running-head")
	}
	return false
}

// pages is how often the source says that a page ends.
func (d *document) pages() int {
	n := 0
	for _, b := range d.blocks {
		if b.Kind == source.PageBreak {
			n++
		}
	}
	return n
}

// aboveNumber reports whether the number of the page stands below the line at
// place i, and the page ends there.
func (d *document) aboveNumber(i int) bool {
	return i+2 < len(d.blocks) && d.blocks[i+2].Kind == source.PageBreak && d.blocks[i+1].Blank == 0 &&
		loneDigits.MatchString(d.blocks[i+1].plain())
}

// removeTail removes the line below the head at place i that goes on with it in
// lower case, as below its first place.
func (d *document) removeTail(i, first int) {
	if i <= first || i+1 >= len(d.blocks) || d.blocks[i+1].Blank > 0 || d.blocks[i+1].gone {
		return
	}
	tail := d.blocks[i+1]
	if tail.Kind == source.Paragraph && startsLower(tail.plain()) && tail.words() <= 12 && folded(tail.plain()) == folded(d.blocks[first+1].plain()) {
		d.remove(tail, "running-head")
	}
}

// closesSentence reports whether the line ends what the line above it began,
// so that it is no head though the words come back.
func (d *document) closesSentence(i int) bool {
	if i == 0 || d.blocks[i].Blank > 0 || d.blocks[i-1].Kind != source.Paragraph || !endsOpenly(d.blocks[i-1].plain()) {
		return false
	}
	next := d.next(i)
	return next < 0 || !startsLower(d.blocks[next].plain())
}

// cutsSentence reports whether text runs on from above the line to below it.
func (d *document) cutsSentence(i int) bool {
	if i == 0 || i+1 >= len(d.blocks) {
		return false
	}
	above, below := d.blocks[i-1], d.blocks[i+1]
	cut := above.isProse() && above.words() >= 4 && endingOf(above.plain()) == open
	return below.isProse() && (cut && !d.inFront(i) || startsLower(below.plain())) // names stand above a title too
}

// headLine is the line without the page number that it may carry, if it can be
// a running head: short, not a sentence, not a name before speech.
func (b *block) headLine() (string, bool) {
	if b.Kind != source.Paragraph || b.speaks || b.words() > 20 || strings.HasPrefix(b.Text, ">>") {
		return "", false
	}
	text := b.plain()
	if strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[") {
		return "", false // applause, and other things that are heard
	}
	switch endingOf(text) {
	case full, colon, semicolon, comma:
		return "", false
	}
	if _, ok := labelOf(b.Text); ok || startsLower(text) || isWeakLine(text) {
		return "", false
	}
	return headKey(text), true
}

func headKey(text string) string {
	return strings.Trim(folded(strings.Trim(text, "0123456789 |-–—")), " ")
}

// isWeakLine reports whether a line says too little to be told from others.
func isWeakLine(s string) bool { return len([]rune(s)) < 2 }

// isRunningHead tells a running head from words that a text repeats, twice at
// least: it repeats what stands at the top of the document, or it stands at page
// ends.
func (d *document) isRunningHead(i, times, first int, cuts bool) bool {
	if first < 12 && (times >= 4 || d.lined && d.atSeam(i)) && (cuts || d.inFront(first) && d.paged()) {
		return true
	}
	if above := d.blocks[max(0, i-1)]; first < 12 && above.gone && loneDigits.MatchString(above.plain()) {
		return true // below the number of the page before
	}
	if times >= 3 && d.atPageEnd(i) && d.atSeam(i) || d.isPageEnd(i-1) && d.isPageEnd(i+1) {
		return true
	}
	return cuts && d.isPageEnd(i-1) && startsLower(d.below(i))
}

// paged reports whether anything shows where a page ends.
func (d *document) paged() bool {
	for _, b := range d.blocks {
		if b.Kind == source.PageBreak || b.Kind == source.Rule || b.gone || loneDigits.MatchString(b.plain()) {
			return true
		}
	}
	return false
}

// below is the text of the block under place i.
func (d *document) below(i int) string {
	if n := d.next(i); n >= 0 {
		return d.blocks[n].plain()
	}
	return ""
}

// inFront reports whether the line at place i stands before the text: above it
// is no sentence. A line that comes back below sentences alone may be the
// heading that every section has.
func (d *document) inFront(i int) bool {
	for _, b := range d.blocks[:i] {
		if b.isProse() && b.words() >= 8 && endingOf(b.plain()) == full && grammar(b.plain()) >= 1 {
			return false
		}
	}
	return true
}

// atSeam reports whether the line parts text from text: nothing about it says
// that it opens a section.
func (d *document) atSeam(i int) bool {
	if i == 0 || i+1 >= len(d.blocks) {
		return true
	}
	return d.blocks[i-1].Kind != source.Heading && d.blocks[i+1].Kind != source.Item
}
