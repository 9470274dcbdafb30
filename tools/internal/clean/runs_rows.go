package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// speechRows makes lines of the rows of a transcript, where a tab or the bar of a
// table parts the name of a speaker from what is said: three rows at least, and
// most of those of two cells, begin with a label and its colon.
func (d *document) speechRows() {
	labelled, rows := 0, 0
	for _, b := range d.blocks {
		if b.Kind != source.Row || len(b.Cells) != 2 {
			continue
		}
		rows++
		if isLabelCell(b.Cells[0]) {
			labelled++
		}
	}
	if labelled < 3 || labelled*2 < rows {
		return
	}
	for _, b := range d.blocks {
		if b.Kind != source.Row || len(b.Cells) != 2 {
			continue
		}
		if who := strings.TrimSpace(b.Cells[0]); isLabelCell(who) || who == "" {
			b.Kind, b.Text, b.Cells, b.Blank = source.Paragraph, strings.TrimSpace(who+" "+b.Cells[1]), nil, max(b.Blank, 1)
		}
	}
}

// isLabelCell reports whether a cell is a name and a colon.
func isLabelCell(s string) bool { return labelAlone(s) && endingOf(newPlain(s)) == colon }
