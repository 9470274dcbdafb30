package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// signs of lists that extractors leave as they are printed. Those of Markdown
// say nothing: one list may have any of them.
const signs = "•·▪▫◦‣⁃●○■□➢➤❖\uf0b7\uf0a7\uf0d8"

// nestBySign puts items below those with another sign, where nothing sets them
// further in: in a list that begins with •, what has ◦ is one level down, and
// what has ▪ below that two.
func (d *document) nestBySign() {
	var open []string // the signs from the first level down
	level := 0
	for i, b := range d.blocks {
		switch {
		case b.Kind != source.Item, !isSign(b.Marker) && (b.Marker != "o" || len(open) == 0):
			open = nil
			continue
		case len(open) > 0 && b.Level != level && i > 0 && d.blocks[i-1].Kind == source.Item:
			open = nil // the source knows how deep they are
			continue
		case len(open) == 0:
			if i > 0 && d.blocks[i-1].Kind == source.Item {
				continue
			}
			level = b.Level
		}
		depth := 0
		for depth < len(open) && open[depth] != b.Marker {
			depth++
		}
		if depth == len(open) && depth > 0 && !d.signOpens(i, open[depth-1]) {
			open = nil
			continue
		}
		open = append(open[:depth], b.Marker)
		b.Level = level + depth
	}
}

// signOpens reports whether the item at place i, whose sign is new, begins a list
// within the item above: that has the sign above it, and leads to it.
func (d *document) signOpens(i int, above string) bool {
	b := d.blocks[i-1]
	return b.Marker == above && endingOf(b.plain()) == colon
}

func isSign(marker string) bool { return marker != "" && strings.Contains(signs, marker) }
