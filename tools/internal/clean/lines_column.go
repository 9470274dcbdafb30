package clean

import (
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/source"
)

// wideSpaces is how many spaces a line may have lost to one that stood doubled
// after a full stop.
const wideSpaces = 2

// fixedColumn is the column at which a program broke the lines of a text, or
// zero: wherever a sentence goes on below, its next word would not have stood in
// the line above. Lines that were set in type keep no such rule.
func (d *document) fixedColumn() int {
	type pair struct{ reach, needs int }
	var pairs []pair
	column := 0
	for i, b := range d.blocks {
		if i == 0 || b.Kind != source.Paragraph || b.Blank > 0 || !startsLower(b.plain()) {
			continue
		}
		above := d.blocks[i-1]
		if i < 2 || !startsLower(above.plain()) && endingOf(d.blocks[i-2].plain()) != open {
			continue // perhaps the first line of a paragraph, set further in
		}
		if !above.isProse() || above.Broken || endingOf(above.plain()) == full || above.reach()*2 < d.width {
			continue
		}
		word, _, _ := strings.Cut(b.Text, " ")
		pairs = append(pairs, pair{above.reach(), above.reach() + 1 + utf8.RuneCountInString(word)})
		column = max(column, above.reach())
	}
	short := 0
	for _, p := range pairs {
		if p.needs <= column-wideSpaces {
			short++
		}
	}
	if len(pairs) < 6 || short*20 > len(pairs) {
		return 0
	}
	return column - wideSpaces
}
