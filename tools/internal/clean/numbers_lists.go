package clean

import "rapporteur/tools/internal/source"

// outdent brings the items to the left that stood below a number which is that
// of a paragraph: a list begins at the first level. The end of a page and the
// notes at its foot do not end it.
func (d *document) outdent() {
	above := -1
	for i := 0; i < len(d.blocks); i++ {
		if d.blocks[i].endsNoList() {
			continue
		}
		if d.blocks[i].Kind != source.Item || above < 0 || d.blocks[above].Kind != source.Paragraph || d.blocks[above].number == "" {
			above = i
			continue
		}
		end, least := i, d.blocks[i].Level
		for ; end < len(d.blocks) && (d.blocks[end].Kind == source.Item || d.blocks[end].endsNoList()); end++ {
			if d.blocks[end].Kind == source.Item {
				least = min(least, d.blocks[end].Level)
			}
		}
		for ; i < end; i++ {
			d.blocks[i].Level -= max(0, least-1)
		}
		above = end - 1
		i = end - 1
	}
}

// endsNoList reports whether a block may stand within a list and is none of its
// items: the end of a page, a note at its foot.
func (b *block) endsNoList() bool {
	return b.gone || b.Kind == source.PageBreak || b.Kind == source.Rule || b.Kind == source.Note
}
