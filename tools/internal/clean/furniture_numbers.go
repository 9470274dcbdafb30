package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// isNoteNumber reports whether the number at place i is that of a footnote
// whose text stands on the next line: a line across the page is above it.
func (d *document) isNoteNumber(i int) bool {
	if i == 0 || i+1 >= len(d.blocks) || d.blocks[i-1].Kind != source.Rule || len(d.blocks[i].Text) > 2 {
		return false
	}
	next := d.blocks[i+1]
	return next.Kind == source.Paragraph && next.Blank == 0 && !startsLower(next.plain()) && next.words() >= 2
}

// inNotes reports whether the number at place i counts notes that stand
// together, each number on a line above its text, as some readers of pages
// leave them: another such number stands within a few lines.
func (d *document) inNotes(i int) bool {
	n, ok := d.loneCount(i)
	if !ok {
		return false
	}
	for j := max(0, i-5); j < min(len(d.blocks), i+6); j++ {
		if m, ok := d.loneCount(j); ok && m-n == 1 && j > i+1 || ok && n-m == 1 && j < i-1 {
			return true
		}
	}
	return false
}

// belowNote reports whether the number at place i stands alone above a text and
// below a note.
func (d *document) belowNote(i int) bool {
	j := i - 1
	for j > 0 && d.blocks[j].gone {
		j--
	}
	_, ok := d.loneCount(i)
	return ok && j >= 0 && d.blocks[j].Kind == source.Note
}

// loneCount is the number that stands alone on the line at place i, right above
// a text that begins there.
func (d *document) loneCount(i int) (int, bool) {
	if i+1 >= len(d.blocks) || d.blocks[i].Kind != source.Paragraph || len(d.blocks[i].Text) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(d.blocks[i].Text)
	next := d.blocks[i+1]
	return n, err == nil && next.Kind == source.Paragraph && next.Blank == 0 && !startsLower(next.plain()) && next.words() >= 1
}

// endNumber is a page number beside a running head.
var endNumber = regexp.MustCompile(`^(\d{1,3})[ |]|[ |](\d{1,3})$`)

// bracketedPage is a number in brackets on a line of its own.
var bracketedPage = regexp.MustCompile(`^\((\d{1,3})\)$`)

// bracketedPages are the places of numbers in brackets that count from one, two
// at least, each above a line that comes back: the pages of a document as some
// sites show its text.
func (d *document) bracketedPages() map[int]bool {
	heads := map[string]int{}
	for _, b := range d.blocks {
		if b.words() <= 30 {
			heads[folded(b.plain())]++
		}
	}
	found := map[int]bool{}
	for i, b := range d.blocks {
		m := bracketedPage.FindStringSubmatch(b.plain())
		if b.Kind != source.Paragraph || m == nil {
			continue
		}
		if n, _ := strconv.Atoi(m[1]); n != len(found)+1 || i+1 < len(d.blocks) && heads[folded(d.blocks[i+1].plain())] < 2 {
			return nil
		}
		found[i] = true
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// countedHeads are the heads, without their numbers, that stand with numbers
// that rise, and at least once between the halves of a sentence or three times
// behind a bar: lines at the foot of pages, even where a document has two pages.
func (d *document) countedHeads() map[string]bool {
	last, rises, barred := map[string]int{}, map[string]int{}, map[string]int{}
	falls, severs := map[string]bool{}, map[string]bool{}
	for i, b := range d.blocks {
		key, ok := b.headLine()
		if !ok || key == "" || countWords(b.plain()) < 3 {
			continue
		}
		m := endNumber.FindStringSubmatch(b.plain())
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1] + m[2])
		if rises[key]++; n <= last[key] {
			falls[key] = true
		}
		last[key] = n
		severs[key] = severs[key] || d.severs(i)
		if barredNumber.MatchString(b.plain()) {
			barred[key]++
		}
	}
	found := map[string]bool{}
	for key, n := range rises {
		words := strings.Fields(key)
		found[key] = n >= 2 && !falls[key] && (severs[key] || barred[key] >= 3 || pageWords().is(words[len(words)-1]))
	}
	return found
}

// severs reports whether the line stands between the halves of a sentence: one
// without an end above, one in lower case below.
func (d *document) severs(i int) bool {
	j, k := i-1, d.next(i)
	for j > 0 && (d.blocks[j].gone || d.blocks[j].Kind == source.PageBreak || raisedNote.MatchString(d.blocks[j].Text)) {
		j-- // the notes of the page stand between its text and its foot
	}
	for k >= 0 && (d.blocks[k].Kind == source.PageBreak || loneDigits.MatchString(d.blocks[k].plain())) {
		k = d.next(k) // the number of the page stands below its head
	}
	if j < 0 || k < 0 {
		return false
	}
	above, below := d.blocks[j], d.blocks[k]
	return above.isProse() && above.words() >= 4 && endingOf(above.plain()) == open &&
		below.Kind == source.Paragraph && startsLower(below.plain())
}

// raisedNote is the text of a note behind its raised number.
var raisedNote = regexp.MustCompile(`^<sup>\d{1,3}</sup>`)

// barredNumber is the number of a page behind a bar.
var barredNumber = regexp.MustCompile(`\S \| ?\d{1,3}$`)

// countedPage is the number of a page, as a site counts it and as the page does,
// before the first words of the page.
var countedPage = regexp.MustCompile(`^(\d{1,3}) (\p{L}{2,9}) (\d{1,3})(?: |$)`)

// countedPages takes such numbers off.
func (d *document) countedPages() {
	for _, b := range d.blocks {
		m := countedPage.FindStringSubmatch(b.Text)
		if b.Kind != source.Paragraph || m == nil || m[1] != m[3] || !pageWords().is(m[2]) || len(m[0]) == len(b.Text) {
			continue
		}
		d.log(report.Removed, "page-number", b, strings.TrimSpace(m[0]), "")
		b.Text, b.foot = b.Text[len(m[0]):], true
	}
}
