package clean

import (
	"sort"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// widest is how many characters a line can have in a text that was broken into
// lines; what is wider has a paragraph a line.
const widest = 140

// lines joins the lines of a text that was broken into lines. In any other,
// each line is a paragraph, whether empty lines part them or not.
func lines(d *document) {
	if !d.lined || !d.isBroken() {
		d.joinCapitals()
		d.lined = false
		return
	}
	d.broken, d.column = true, d.fixedColumn()
	d.dashesInText()
	head := true // no sentence has ended yet
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.gone || !b.isProse() {
			continue
		}
		head = head && !opensBody(b) && !d.namesSpeaker(i)
		width := d.widthAround(i)
		last := b // the line that the next one may go on from
		for j := i + 1; j < len(d.blocks) && !endsItem(b, last, d.blocks[j]) && !d.opensAnew(b, last, j) && (countsInText(b, d.blocks[j]) || d.flows(last, d.blocks[j], width, head)); j++ {
			last = d.blocks[j]
			head = head && endingOf(last.plain()) != full
			b.Text = glue(b.Text, last.Text)
			head = head && b.words() < 20 // as long as that is prose, ended or not
			b.Broken = last.Broken
			last.gone = true
			d.log(report.Joined, "line", last, last.Text, "")
		}
	}
	d.lined = false
}

// joinCapitals joins the lines of a heading in capitals, where the text has a
// paragraph a line.
func (d *document) joinCapitals() {
	for i, b := range d.blocks {
		if b.gone || !d.lined || b.Kind != source.Paragraph || !isCapitals(b.plain()) || b.Broken || labelAlone(b.Text) {
			continue
		}
		for j := i + 1; j < len(d.blocks); j++ {
			more := d.blocks[j]
			if more.Kind != source.Paragraph || more.Blank > 0 || !isCapitals(more.plain()) || b.words()+more.words() > 30 {
				break
			}
			if endingOf(b.plain()) != open || !endsOpenly(b.plain()) && !d.opensAsMore(more.plain()) {
				break
			}
			b.Text, b.Width, b.Broken = glue(b.Text, more.Text), more.reach(), more.Broken
			more.gone = true
			d.log(report.Joined, "line", more, more.Text, "")
		}
	}
}

// closeUp takes the empty line away that an extractor has left after each line
// of a text broken into lines: nearly every line has one above it, and far more
// of them cut a sentence than end one.
func (d *document) closeUp() {
	if !d.lined {
		return
	}
	pairs, apart, cut := 0, 0, 0
	for i, b := range d.blocks {
		if i == 0 || b.Kind != source.Paragraph || !d.blocks[i-1].isProse() {
			continue
		}
		pairs++
		if b.Blank == 0 {
			continue
		}
		apart++
		before := d.blocks[i-1]
		if long := before.reach() >= 50 && before.reach() <= widest; long && b.Blank == 1 && endingOf(before.plain()) == open {
			cut++
		}
	}
	if pairs < 12 || apart*10 < pairs*8 || cut*10 < pairs*4 {
		return
	}
	d.tight = true
	for _, b := range d.blocks {
		b.Blank = max(0, b.Blank-1)
	}
}

// isBroken tells by how lines end: in a text broken into lines most do not end
// a sentence, and the next goes on in lower case or in a script without case.
func (d *document) isBroken() bool {
	pairs, opens, running := 0, 0, 0
	var widths []int
	for _, b := range d.blocks {
		if b.isProse() {
			widths = append(widths, b.reach())
		}
	}
	if len(widths) == 0 {
		return false
	}
	sort.Ints(widths)
	d.width = widths[len(widths)*85/100] // a few lines that nobody broke stand among others
	if d.width > widest {
		return false
	}
	full := d.width * 85 / 100 // where a line ends for want of room
	for i, b := range d.blocks {
		if i == 0 || b.Kind != source.Paragraph || b.Blank > 0 || !d.blocks[i-1].isProse() || d.blocks[i-1].Broken {
			continue
		}
		above, reach := d.blocks[i-1], d.blocks[i-1].reach()
		isOpen := endingOf(above.plain()) == open
		if isOpen && reach*2 < full && !startsLower(b.plain()) {
			continue // a line of a masthead, a heading: either text has them
		}
		pairs++
		if isOpen && !labelAlone(b.Text) {
			opens++
		}
		if isOpen && (startsLower(b.plain()) || reach >= max(50, full) || caseless(b.plain()) && reach >= max(20, full)) {
			running++
		}
	}
	often := running*10 >= pairs*3 || running >= 3 && running*10 >= opens*6 // few sentences end where speech is short
	return pairs >= 2 && often
}

// widthAround is the width of the lines near place i, or more than half of the
// document's. A few lines that nobody broke do not count.
func (d *document) widthAround(i int) int {
	var near []int
	for j := max(0, i-6); j < min(len(d.blocks), i+12); j++ {
		if d.blocks[j].isProse() {
			near = append(near, d.blocks[j].reach())
		}
	}
	width := d.width * 6 / 10
	if len(near) > 0 {
		sort.Ints(near)
		width = max(width, near[(len(near)-1)*85/100])
	}
	return width
}

// reach is the column in which the block's line ends.
func (b *block) reach() int {
	if b.Width > 0 {
		return b.Width
	}
	return utf8.RuneCountInString(b.Text)
}
