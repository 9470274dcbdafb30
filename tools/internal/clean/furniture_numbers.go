package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// isNoteNumber reports whether the number at place i is that of a footnote
// whose text stands on the next line: a line across the page is above it, and
// perhaps notes with asterisks.
func (d *document) isNoteNumber(i int) bool {
	above := i - 1
	for above > 0 && above > i-4 && d.blocks[above].hasAsterisk() {
		above--
	}
	if above < 0 || i+1 >= len(d.blocks) || d.blocks[above].Kind != source.Rule || len(d.blocks[i].Text) > 2 {
		return false
	}
	next := d.blocks[i+1]
	return next.Kind == source.Paragraph && next.Blank == 0 && !startsLower(next.plain()) && next.words() >= 2
}

// hasAsterisk reports whether a block is set off by an asterisk: a note to the
// masthead, or an item.
func (b *block) hasAsterisk() bool {
	return b.Kind == source.Item && b.Marker == "*" || b.Kind == source.Paragraph && asteriskNote.MatchString(b.Text)
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

// A page number beside a running head.
var (
	numberBefore = regexp.MustCompile(`^(\d{1,3})[ |]`)
	numberBehind = regexp.MustCompile(`[ |](\d{1,3})$`)
)

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
// A day at the other end of the line does not rise.
func (d *document) countedHeads() map[string]bool {
	severs, barred, found := map[string]bool{}, map[string]int{}, map[string]bool{}
	before, behind := counting{}, counting{}
	for i, b := range d.blocks {
		key, ok := b.headLine()
		if !ok || key == "" || countWords(b.plain()) < 3 {
			continue
		}
		numbered := before.read(key, numberBefore, b.plain())
		if behind.read(key, numberBehind, b.plain()) || numbered {
			severs[key] = severs[key] || d.severs(i)
		}
		if barredNumber.MatchString(b.plain()) {
			barred[key]++
		}
	}
	for key, cuts := range severs {
		words := strings.Fields(key)
		found[key] = (before.rises(key) || behind.rises(key)) && (cuts || barred[key] >= 3 || pageWords().is(words[len(words)-1]))
	}
	return found
}

// A counting is the numbers that a line has each time it stands.
type counting map[string][]int

// read adds the number of a line to those of its key, if it has one.
func (c counting) read(key string, number *regexp.Regexp, text string) bool {
	m := number.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	n, _ := strconv.Atoi(m[1])
	c[key] = append(c[key], n)
	return true
}

// rises reports whether there are two numbers at least, each above the last.
func (c counting) rises(key string) bool {
	for k, n := range c[key] {
		if k > 0 && n <= c[key][k-1] {
			return false
		}
	}
	return len(c[key]) >= 2
}

// severs reports whether the line stands between the halves of a sentence: one
// without an end above, one in lower case below.
func (d *document) severs(i int) bool {
	j, k := i-1, d.next(i)
	for j > 0 && (d.blocks[j].gone || d.isPageEnd(j) || raisedNote.MatchString(d.blocks[j].Text)) {
		j-- // the notes of the page stand between its text and its foot
	}
	for k >= 0 && (d.isPageEnd(k) || loneDigits.MatchString(d.blocks[k].plain())) {
		k = d.next(k) // the number of the page stands below its head
	}
	if j < 0 || k < 0 {
		return false
	}
	above, below := d.blocks[j], d.blocks[k]
	return above.isProse() && above.words() >= 4 && endingOf(above.plain()) == open &&
		below.Kind == source.Paragraph && startsLower(below.plain()) && !strings.HasPrefix(below.Text, "<sup>") // a note
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
