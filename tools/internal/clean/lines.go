package clean

import (
	"sort"
	"strings"
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
		d.lined = false
		return
	}
	d.broken = true
	head := true // no sentence has ended yet
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.gone || !b.isProse() {
			continue
		}
		head = head && b.Kind != source.Item && !labelAlone(b.Text)
		width := d.widthAround(i)
		last := b // the line that the next one may go on from
		for j := i + 1; j < len(d.blocks) && d.flows(last, d.blocks[j], width, head); j++ {
			last = d.blocks[j]
			head = head && endingOf(last.plain()) != full
			b.Text = glue(b.Text, last.Text)
			b.Broken = last.Broken
			last.gone = true
			d.log(report.Joined, "line", last, last.Text, "")
		}
	}
	d.lined = false
}

// isBroken tells by how lines end: in a text broken into lines most do not end
// a sentence, and the next goes on in lower case or in a script without case.
func (d *document) isBroken() bool {
	pairs, running := 0, 0
	var widths []int
	for i, b := range d.blocks {
		if !b.isProse() {
			continue
		}
		widths = append(widths, utf8.RuneCountInString(b.Text))
		if i == 0 || b.Kind != source.Paragraph || b.Blank > 0 || !d.blocks[i-1].isProse() || d.blocks[i-1].Broken {
			continue
		}
		pairs++
		before := d.blocks[i-1].plain()
		if endingOf(before) == open && (startsLower(b.plain()) || caseless(b.plain()) && utf8.RuneCountInString(before) > 20) {
			running++
		}
	}
	if pairs < 2 || running*10 < pairs*3 {
		return false
	}
	sort.Ints(widths)
	return widths[len(widths)*9/10] <= widest
}

// widthAround is the width of the longest line near place i.
func (d *document) widthAround(i int) int {
	width := 0
	for j := max(0, i-6); j < min(len(d.blocks), i+12); j++ {
		if d.blocks[j].isProse() {
			width = max(width, utf8.RuneCountInString(d.blocks[j].Text))
		}
	}
	return width
}

// flows reports whether line b goes on where line a ends. Before the first
// sentence of the document lines stand for themselves.
func (d *document) flows(a, b *block, width int, head bool) bool {
	if b.Kind != source.Paragraph || b.Blank > 0 || a.Broken || b.gone {
		return false
	}
	end, text := endingOf(a.plain()), b.plain()
	if l, ok := labelOf(a.Text); ok && l.rest == "" {
		return false
	}
	if l, ok := labelOf(b.Text); ok && (l.sure || l.rest == "" || end == full || end == colon) {
		return false
	}
	if _, ok := noticeLeads().leads(b.Text); ok && end == full {
		return false
	}
	if found := datesIn(text); len(found) > 0 && b.words() <= 4 || isField(text) && head {
		return false
	}
	length := utf8.RuneCountInString(a.Text)
	word, _, _ := strings.Cut(b.Text, " ")
	filled := (length+1+utf8.RuneCountInString(word))*100 > width*85
	switch {
	case end == full || end == colon:
		return filled && !head
	case startsLower(text):
		return length*10 >= width*4
	case head && !endsOpenly(a.plain()):
		return caseless(text) && filled && length > 30
	case caseless(text):
		return length*10 >= width*6
	}
	return filled || endsOpenly(a.plain())
}
