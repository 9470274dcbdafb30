package clean

import (
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// capitalTitles joins the lines of a title in capitals where nothing else was
// broken into lines: right below each other, an empty line above the first and
// below the last, text before and after. One line at least must end or begin as
// no title does.
func (d *document) capitalTitles() {
	said := false // there was text before
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		said = said || b.isProse() && b.words() >= 12
		if !said || b.Blank == 0 || !isTitleInCapitals(b) {
			continue
		}
		end, open := i+1, false
		for ; end < len(d.blocks) && d.blocks[end].Blank == 0 && isTitleInCapitals(d.blocks[end]); end++ {
			open = open || endsOpenly(d.blocks[end-1].plain()) || d.opensAsMore(d.blocks[end].plain())
		}
		if !open || end-i > 4 || end >= len(d.blocks) || d.blocks[end].Blank == 0 || d.blocks[end].words() < 8 {
			continue
		}
		for _, next := range d.blocks[i+1 : end] {
			b.Text, next.gone = glue(b.Text, next.Text), true
			d.log(report.Joined, "line", next, next.Text, "")
		}
	}
}

func isTitleInCapitals(b *block) bool {
	return b.Kind == source.Paragraph && !b.literal && !b.Broken && b.words() <= 15 && isCapitals(b.plain()) && endingOf(b.plain()) == open && !isNumbered(b.plain())
}
