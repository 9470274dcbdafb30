package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// speechRows makes lines of the rows of a transcript, where a tab or the bar of a
// table parts the name of a speaker from what is said: three rows at least, and
// most of those of two cells, begin with a label and its colon; or four begin
// with a name in capitals, some of which come back.
func (d *document) speechRows() {
	labelled, named, rows := 0, 0, 0
	names := map[string]int{}
	for _, b := range d.blocks {
		if b.Kind != source.Row || len(b.Cells) != 2 || b.Cells[0] == "" {
			continue
		}
		rows++
		switch who := b.Cells[0]; {
		case isLabelCell(who):
			labelled++
		case isCapitals(who) && isName(who) && countWords(who) <= 6 && countWords(b.Cells[1]) >= 3:
			named++
			names[folded(who)]++
		}
	}
	inCapitals := named >= 4 && named*5 >= rows*4 && len(names) >= 2 && len(names) < named
	if !inCapitals && (labelled < 3 || labelled*2 < rows) {
		return
	}
	for _, b := range d.blocks {
		if b.Kind != source.Row || len(b.Cells) != 2 {
			continue
		}
		who := strings.TrimSpace(b.Cells[0])
		if isNamed := inCapitals && isCapitals(who); isNamed {
			who += ":"
		} else if !isLabelCell(who) && who != "" {
			continue
		}
		b.Kind, b.Text, b.Cells, b.Blank = source.Paragraph, strings.TrimSpace(who+" "+b.Cells[1]), nil, max(b.Blank, 1)
	}
}

// isLabelCell reports whether a cell is a name and a colon.
func isLabelCell(s string) bool { return labelAlone(s) && endingOf(newPlain(s)) == colon }
