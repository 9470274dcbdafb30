package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// tabNumber is what counts a section or a paragraph before a tab.
var tabNumber = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){0,3}\.?$`)

// tabbedNumbers makes text of rows that are a number, a tab and its text, as
// files of word processors have them: they are set apart, three at least, and
// count like sections, 1 and 1.1, or the rows of a table would.
func (d *document) tabbedNumbers() {
	var found []*block
	parted := false
	for _, b := range d.blocks {
		if b.gone || b.Kind != source.Row || len(b.Cells) != 2 || b.Blank == 0 || !tabNumber.MatchString(b.Cells[0]) || countWords(b.Cells[1]) == 0 {
			continue
		}
		parted = parted || strings.Contains(strings.TrimRight(b.Cells[0], "."), ".")
		found = append(found, b)
	}
	if len(found) < 3 || !parted {
		return
	}
	for _, b := range found {
		number, text := b.Cells[0], strings.TrimSpace(b.Cells[1])
		b.Kind, b.Cells, b.Text = source.Paragraph, nil, number+" "+text
		if !strings.Contains(strings.TrimRight(number, "."), ".") && countWords(text) <= 18 && endingOf(text) == open {
			b.Kind, b.guessed = source.Heading, true
			d.log(report.Marked, "heading", b, b.Text, "")
		}
	}
}
