package clean

import (
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// boldTitles makes headings of numbers whose whole text is bold and that text
// stands below: as minutes and guides set their sections. One bold line among
// items is none of them; a list of bold names has no text between.
func (d *document) boldTitles() {
	d.partTitled()
	var found []*block
	for i, b := range d.blocks {
		_, counts := b.Number()
		_, isBold := bold(b.Text)
		if b.Kind != source.Item || !counts || !isBold && !d.besideMarked(i) || b.Level > 1 {
			continue
		}
		if b.words() > 16 || endingOf(b.plain()) != open || startsLower(b.plain()) {
			continue
		}
		next := d.next(i)
		if next < 0 {
			continue
		}
		below := d.blocks[next]
		if below.Kind == source.Row || below.Kind == source.Item && (below.Level > b.Level || !isParagraphUnder(b, below)) {
			continue
		}
		found = append(found, b)
	}
	for _, b := range found {
		if len(found) >= 2 || d.besideMarked(indexOf(d.blocks, b)) {
			d.titleOf(b)
		}
	}
}

// partTitled parts a title that counts with marked headings from the paragraph
// that was run into it.
func (d *document) partTitled() {
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if _, counts := b.Number(); !counts || b.Kind != source.Item || b.Level > 1 || b.words() < 12 || !d.besideMarked(i) {
			continue
		}
		at := d.sentenceInside(b.Text, 2, 16)
		if at < 0 || startsOpening(b.Text) || countWords(b.Text[at:]) < 8 || endingOf(b.plain()) != full {
			continue
		}
		rest := *b
		rest.Kind, rest.Level, rest.Marker, rest.Blank, rest.Block.Text, rest.memo = source.Paragraph, 0, "", 1, b.Text[at:], ""
		d.log(report.Split, "fused-heading", b, rest.Text, "")
		b.Text = strings.TrimSpace(b.Text[:at])
		d.insert(i, &rest)
		d.titleOf(b)
	}
}

// besideMarked reports whether the number at place i stands apart and is the
// next after that of the last marked heading that counts, or the one before that
// of the next.
func (d *document) besideMarked(i int) bool {
	if d.blocks[i].Blank == 0 || d.styled() {
		return false
	}
	n, _ := d.blocks[i].Number()
	counted := func(step int) int {
		for j := i + step; j >= 0 && j < len(d.blocks); j += step {
			b := d.blocks[j]
			if b.Kind == source.Heading && !b.guessed && unicode.IsDigit(first(b.plain())) && shapeOfHeading(b.plain()) == arabic {
				k, _ := strconv.Atoi(b.plain()[:strings.IndexFunc(b.plain(), func(r rune) bool { return r < '0' || r > '9' })])
				return k
			}
		}
		return 0
	}
	return n > 1 && counted(-1) == n-1 || counted(1) == n+1
}

// isParagraphUnder reports whether an item is no further one of the list that a
// title counts in: it has a bullet, or counts in another row, as the paragraphs
// of a report do on over the titles of their sections.
func isParagraphUnder(title, b *block) bool {
	of, _ := title.Number()
	n, counts := b.Number()
	return !counts || n > of+1 && b.words() >= 12
}

// countsOn reports whether a line counts with the letter or the Roman number
// after that of a heading above, or before that of a line below, and text follows
// it: A. and B.
func (d *document) countsOn(i int, text string) bool {
	if n := d.next(i); n < 0 || d.blocks[n].Kind != source.Paragraph || d.blocks[n].words() < 12 {
		return false
	}
	mark := func(s string) string { m, _, _ := strings.Cut(s, " "); return strings.TrimRight(m, ".)．") }
	of := shapeOfHeading(text)
	if of != roman && of != capital {
		return false
	}
	for k, b := range d.blocks {
		kind := source.Paragraph
		if k < i {
			kind = source.Heading
		}
		end := endingOf(b.plain())
		if k == i || b.Kind != kind || b.words() > 20 || end != open && end != colon || shapeOfHeading(b.plain()) != of {
			continue
		}
		if k < i && follows(mark(b.plain()), mark(text)) || k > i && follows(mark(text), mark(b.plain())) {
			return true
		}
	}
	return false
}

// follows reports whether a letter or a Roman number comes after another.
func follows(before, this string) bool {
	for n, r := range romanNumbers[1:] {
		if r == this && romanNumbers[n] == before {
			return true
		}
	}
	return len(before) == 1 && len(this) == 1 && this[0] == before[0]+1
}

// romanNumbers are those that sections count with.
var romanNumbers = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"}

// titleOf makes a heading of an item that a number opens.
func (d *document) titleOf(b *block) {
	n, _ := b.Number()
	number := strconv.Itoa(n)
	if b.printed != "" {
		number = b.printed
	}
	mark := b.Marker[len(strings.TrimRight(b.Marker, ".)．-–")):]
	b.Kind, b.Level, b.guessed, b.Marker, b.Text = source.Heading, 0, true, "", number+mark+" "+unbold(b.Text)
	d.log(report.Marked, "heading", b, b.Text, "")
}
