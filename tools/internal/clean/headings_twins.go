package clean

import (
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A twin is a line that says what headings of the document say that its markup
// tells: “The theme”, under each part. An extractor that missed one of them has
// left a line in bold or plain type, or has run it into the text below.

// twins are the headings that the markup tells and that say a text.
func (d *document) twins(text string) []*block {
	var same []*block
	for _, b := range d.blocks {
		if b.Kind == source.Heading && !b.gone && !b.guessed && folded(b.plain()) == folded(text) {
			same = append(same, b)
		}
	}
	return same
}

// isTwin reports whether the paragraph at place i is one: two headings say the
// same, or one where it is bold, and no sentence runs into it.
func (d *document) isTwin(i int) bool {
	b := d.blocks[i]
	if d.styled() || d.transcript || b.turn || b.number != "" || b.Blank == 0 || b.words() == 0 || b.words() > 12 || endingOf(b.plain()) != open {
		return false
	}
	above, next := i-1, d.next(i)
	for above >= 0 && d.blocks[above].gone {
		above--
	}
	if next < 0 || startsLower(d.blocks[next].plain()) {
		return false
	}
	if above >= 0 && d.blocks[above].Kind != source.Heading && endingOf(d.blocks[above].plain()) != full {
		return false
	}
	if above >= 0 && d.blocks[above].Kind == source.Item && d.blocks[next].Kind == source.Item {
		return false // the head of a page, within a list
	}
	_, isBold := bold(b.Text)
	n := len(d.twins(b.plain()))
	return n >= 2 || n == 1 && isBold
}

// partTwin parts the words of such a heading from the paragraph at place i that
// begins with them, right below another heading.
func (d *document) partTwin(i int) bool {
	b := d.blocks[i]
	if i == 0 || d.blocks[i-1].Kind != source.Heading {
		return false
	}
	for _, h := range d.blocks {
		title := h.plain()
		rest, ok := strings.CutPrefix(b.Text, title+" ")
		if h.Kind != source.Heading || !ok || countWords(rest) < 8 || startsLower(rest) || !unicode.IsUpper(first(title)) || len(d.twins(title)) < 2 {
			continue
		}
		more := *b
		more.Block.Text, more.memo = rest, ""
		d.log(report.Split, "fused-heading", b, rest, "")
		b.Kind, b.Level, b.guessed, b.Text = source.Heading, h.Level, true, title
		d.insert(i, &more)
		return true
	}
	return false
}
