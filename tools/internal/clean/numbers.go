package clean

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// numbers tells numbered paragraphs from items of an ordered list. Paragraphs
// count on over headings, or are prose of several sentences; a list begins
// anew and its items are short.
func numbers(d *document) {
	d.boldTitles()
	d.titlesBetween()
	var run []int    // places of the items that count on
	var quoted []int // and of those between them that count in another text
	last := 0
	nested := 0   // the last number of a list within it
	over := false // a heading stands within the run
	flush := func() {
		if len(run) > 0 {
			if d.number(run, over) {
				d.quote(quoted)
			} else {
				d.numberRuns(quoted, d.blocks[run[0]].Kind == source.Heading)
			}
		}
		run, quoted, last, over = nil, nil, 0, false
	}
	for i, b := range d.blocks {
		if len(run) > 0 && d.isTitle(i, last+1) {
			over = over || d.goesOn(i, last+1)
		}
		if b.Kind != source.Item {
			continue
		}
		n, ok := b.Number()
		if !ok {
			continue
		}
		if b.Level > 1 && (n != last+1 || n == 1 || n == nested+1 || d.styled()) {
			b.number, nested = strconv.Itoa(n), n
			continue
		}
		b.Level, nested = min(b.Level, 1), 0 // a page set further in
		if slices.Contains(quoted, i) {
			continue
		}
		if n != last+1 && len(run) > 0 {
			if others := d.quotedNumbers(i, last); others != nil {
				quoted = append(quoted, others...)
				continue
			}
			flush()
		}
		run, last = append(run, i), n
	}
	flush()
	d.loneNumbers()
	d.outdent()
}

// numberRuns decides on numbers between those of titles or of a list, by runs that
// count on.
func (d *document) numberRuns(places []int, over bool) {
	for len(places) > 0 {
		n := 1
		for n < len(places) {
			last, _ := d.blocks[places[n-1]].Number()
			next, _ := d.blocks[places[n]].Number()
			if next != last+1 {
				break
			}
			n++
		}
		d.number(places[:n], over)
		places = places[n:]
	}
}

// loneNumbers makes paragraphs of what counts alone and is prose: several
// sentences, or where the other numbers of a document are those of paragraphs.
func (d *document) loneNumbers() {
	if d.styled() {
		return
	}
	for i, b := range d.blocks {
		n, counts := b.Number()
		if !counts || b.Kind != source.Item || b.Level > 1 || !d.isAlone(i) {
			continue
		}
		prose := b.words() >= 40 && sentenceStop.MatchString(b.plain()) || d.numbered && b.words() >= 25
		if !prose {
			continue
		}
		b.Kind, b.Level, b.Marker, b.number = source.Paragraph, 0, "", strconv.Itoa(n)
		d.log(report.Marked, "numbered-paragraph", b, b.number, "")
	}
}

// isAlone reports whether no item stands right above or below place i.
func (d *document) isAlone(i int) bool {
	return (i == 0 || d.blocks[i-1].Kind != source.Item) && (i+1 >= len(d.blocks) || d.blocks[i+1].Kind != source.Item)
}

// isSectionLine reports whether a line is the heading of a section that counts
// in letters, though no markup says so.
func isSectionLine(b *block) bool {
	text := b.plain()
	return b.words() <= 20 && endingOf(text) == open && isNumbered(text) && !honorificFirst(text) && !unicode.IsDigit(first(text))
}

// isTitle reports whether the block at place i parts numbered paragraphs as the
// heading of a section does, the next of them having the number next.
func (d *document) isTitle(i, next int) bool {
	b := d.blocks[i]
	return b.Kind == source.Heading || b.Kind == source.Paragraph && (isSectionLine(b) || d.isPlainTitle(i, next))
}

// isPlainTitle reports whether a few words without a mark stand between the
// paragraph before and the one with the number next.
func (d *document) isPlainTitle(i, next int) bool {
	b := d.blocks[i]
	if b.words() > 12 || endingOf(b.plain()) != open || startsLower(b.plain()) {
		return false
	}
	if i == 0 || i+1 >= len(d.blocks) || endingOf(d.blocks[i-1].plain()) == open {
		return false
	}
	n, ok := d.blocks[i+1].Number()
	return ok && d.blocks[i+1].Kind == source.Item && n == next
}

// goesOn reports whether the next number after place i is n.
func (d *document) goesOn(i, n int) bool {
	for _, b := range d.blocks[i:] {
		if b.Kind == source.Item && b.Level <= 1 {
			if k, ok := b.Number(); ok {
				return k == n
			}
		}
	}
	return false
}

// number decides on a run of numbers that count on. It reports whether they are
// those of paragraphs.
func (d *document) number(run []int, over bool) bool {
	if d.titles(run) {
		return false
	}
	paragraphs := d.countsParagraphs(run, over)
	switch d.profile.Numbers {
	case "paragraphs":
		paragraphs = true
	case "items":
		paragraphs = false
	}
	d.numbered = d.numbered || paragraphs
	for _, i := range run {
		b := d.blocks[i]
		n, _ := b.Number()
		b.number = strconv.Itoa(n)
		if paragraphs {
			b.Kind, b.Level, b.Marker = source.Paragraph, 0, ""
			d.log(report.Marked, "numbered-paragraph", b, b.number, "")
			for j := i + 1; j < len(d.blocks) && (d.blocks[j].Kind == source.Paragraph || d.blocks[j].endsNoList()) && !d.styled(); j++ {
				d.blocks[j].Level = 0 // no item is left that it could stand in
			}
		}
	}
	return paragraphs
}

// wordsWith is how many words the block at place i has, with those of the text
// below it that goes on with its sentence.
func (d *document) wordsWith(i int) int {
	b := d.blocks[i]
	n := b.words()
	for j := d.next(i); j >= 0 && endingOf(b.plain()) == open; j = d.next(j) {
		b = d.blocks[j]
		if b.Kind != source.Paragraph || !startsLower(b.plain()) {
			break
		}
		n += b.words()
	}
	return n
}

// countsParagraphs reports whether a run of numbers is that of paragraphs, and
// not of a list: by how long they are, by the lines between them and by what
// stands above. Over says that a heading stands within the run.
func (d *document) countsParagraphs(run []int, over bool) bool {
	n, words, apart := len(run), 0, 0
	for _, i := range run {
		words += d.wordsWith(i)
		if d.blocks[i].Blank > 0 {
			apart++
		}
	}
	loose := apart*10 >= n*8
	switch {
	case over && words >= 10*n:
		return true // no list goes on below a heading
	case d.isLongRun(n, words, loose) && !(d.styled() && d.countsAnew()):
		return true
	case d.numbered && (words >= 12*n && d.underHeading(run[0]) || loose && d.pointed(run)):
		return true // as in an annex
	case d.afterFormula(run[0]) && d.pointed(run):
		return true // the operative part of a resolution
	case d.styled():
		return false
	case d.official && words >= 14*n:
		return true
	}
	return n == 1 && words >= 14 && endingOf(d.blocks[run[0]].plain()) == colon
}

// isLongRun reports whether n numbers with so many words in all are prose, or
// short paragraphs that empty lines part.
func (d *document) isLongRun(n, words int, loose bool) bool {
	switch {
	case n >= 3:
		return words >= 25*n || loose && words >= 14*n
	case n == 2:
		return words >= 30*n
	}
	return false
}

// countsAnew reports whether the numbers of items begin at one again and
// again, as those of lists do, and those of paragraphs do not.
func (d *document) countsAnew() bool {
	times := 0
	for _, b := range d.blocks {
		n, ok := b.Number()
		isFirst := ok && n == 1 && b.Level <= 1
		if isFirst && (b.Kind == source.Item || b.number == "1" && b.Kind == source.Paragraph) {
			times++
		}
	}
	return times >= 3
}

// pointed reports whether each of a run ends as a sentence or its part does,
// and is longer than a name.
func (d *document) pointed(run []int) bool {
	for k, i := range run {
		end := endingOf(strings.TrimSpace(noteRef.ReplaceAllString(d.blocks[i].Text, "")))
		if k > 0 && k == len(run)-1 && end == comma && d.blocks[i].words() >= 5 {
			continue // another part of the resolution follows
		}
		if end == colon || (end == full || end == semicolon) && d.blocks[i].words() >= 5 {
			continue
		}
		return false
	}
	return true
}

// afterFormula reports whether a formula ends above place i, as it does above
// the operative part of a resolution: at least two paragraphs that end in a
// comma.
func (d *document) afterFormula(i int) bool {
	clauses := 0
	if i > 0 {
		above := d.blocks[i-1]
		if above.isTextOrHeading() && isOpening(above.plain()) && looksLikeHeading(above.plain()) {
			return true // “resolves”, on a line of its own
		}
	}
	for i--; i >= 0 && clauses < 2; i-- {
		b := d.blocks[i]
		if b.gone || b.Kind == source.PageBreak || b.Kind == source.Rule || b.Kind == source.Note {
			continue
		}
		if b.Kind != source.Paragraph || endingOf(strings.TrimSpace(noteRef.ReplaceAllString(b.Text, ""))) != comma {
			return false
		}
		clauses++
	}
	return clauses == 2
}

// underHeading reports whether a heading stands right above place i.
func (d *document) underHeading(i int) bool {
	return i > 0 && d.blocks[i-1].Kind == source.Heading
}
