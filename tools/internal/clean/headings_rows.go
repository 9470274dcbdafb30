package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// alternates reports whether the line at place i is one of three at least, a few
// words each without a mark, that stand each above one paragraph of whole
// sentences: the names of messages, each above its message.
func (d *document) alternates(i int) bool {
	pair := func(j int) bool {
		if j < 0 || j+1 >= len(d.blocks) {
			return false
		}
		name, text := d.blocks[j], d.blocks[j+1]
		return name.isTextOrHeading() && name.words() <= 8 && endingOf(name.plain()) == open && !startsLower(name.plain()) &&
			text.isWholeText() && !startsLower(text.plain())
	}
	n := 0
	for j := i; n < 3 && pair(j); j += 2 {
		n++
	}
	for j := i - 2; n > 0 && n < 3 && pair(j); j -= 2 {
		n++
	}
	return n >= 3
}

// isWholeText reports whether a block is a paragraph of a dozen words at least
// that ends as a sentence does.
func (b *block) isWholeText() bool {
	return b.Kind == source.Paragraph && b.words() >= 12 && endingOf(b.plain()) == full
}

// likeBelow reports whether below place i another few words without a mark stand
// between empty lines, with whole sentences above and below them.
func (d *document) likeBelow(i int) bool {
	for j := i + 1; j+1 < len(d.blocks); j++ {
		above, b, below := d.blocks[j-1], d.blocks[j], d.blocks[j+1]
		if b.Kind != source.Paragraph || b.Blank == 0 || below.Blank == 0 || b.words() > 10 {
			continue
		}
		named := endingOf(b.plain()) == open && !startsLower(b.plain()) && len(datesIn(b.plain())) == 0
		if named && endingOf(above.plain()) == full && below.isWholeText() {
			return true
		}
	}
	return false
}

// underTitle sets the headings that count from 1 below a heading without a number
// that stands right above the first of them, where no markup gives levels.
func (l *leveler) underTitle() {
	for i := 0; i+1 < len(l.hs); i++ {
		above, first := l.hs[i], l.hs[i+1]
		leveled := l.raw[i] > 0 || l.raw[i+1] > 0 || first.Level != above.Level
		if leveled || l.places[i+1] != l.places[i]+1 || shapeOfHeading(above.plain()) != noShape {
			continue
		}
		if shapeOfHeading(first.plain()) != arabic || !strings.HasPrefix(first.plain(), "1") {
			continue
		}
		for _, b := range l.hs[i+1:] {
			if b.Level <= above.Level && shapeOfHeading(b.plain()) != arabic {
				break
			}
			b.Level++
		}
	}
}
