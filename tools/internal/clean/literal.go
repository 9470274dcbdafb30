package clean

import (
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// literalBlocks are the places of the blocks that are to be read to the letter
// because their markup does not hold: it is broken, or reads otherwise once a
// pass has joined or parted the text. They are those in which the wrong words
// stand, or all.
func literalBlocks(src *source.Document, wrong []string, all bool) map[int]bool {
	found := map[int]bool{}
	for i := range src.Blocks {
		if all {
			found[i] = true
			continue
		}
		t := blockWords(&src.Blocks[i])
		for _, word := range wrong {
			if t[word] > 0 {
				found[i] = true
				break
			}
		}
	}
	return found
}

// spell escapes the markup of the blocks at some places, so that each reads as
// the words that it counts for, whatever a pass does to it.
func (d *document) spell(literal map[int]bool) {
	for i := range literal {
		b := d.blocks[i]
		was := b.Text
		b.literal = true
		b.Text = page.Escape(counted(b.Text))
		for k := range b.Cells {
			b.Cells[k] = page.Escape(counted(b.Cells[k]))
		}
		if b.Text != was {
			d.log(report.Marked, "literal", b, was, b.Text)
		}
	}
}
