package pdf

import (
	"math"
	"unicode"
)

// clusters puts letters that share one shape with a vowel mark, as in the PDFs
// that Chrome makes, on the line on which their neighbour stands: the shape is
// the mark's, where the mark is, and the letter's own says nothing.
func (p *page) clusters() {
	count := map[int]int{}
	for i := range p.glyphs {
		count[p.glyphs[i].ink]++
	}
	for i := 1; i+1 < len(p.glyphs); i++ {
		a, b, before := &p.glyphs[i], &p.glyphs[i+1], &p.glyphs[i-1]
		if a.ink != b.ink || count[a.ink] > 3 || !isCluster(a.r, b.r) && !isCluster(b.r, a.r) {
			continue
		}
		size := p.inks[a.ink].size
		rise := math.Abs(before.y - a.y)
		if before.r == '\n' || rise < 0.05*size || rise > 0.6*size {
			continue
		}
		a.y, b.y = before.y, before.y
		if before.r == ' ' && before.box.width() < 0.02 {
			before.r = nothing // it is where the letter is drawn
		}
	}
	kept := p.glyphs[:0]
	for _, g := range p.glyphs {
		if g.r != nothing {
			kept = append(kept, g)
		}
	}
	p.glyphs = kept
}

const nothing = 0

func isCluster(letter, mark rune) bool { return direction(letter) < 0 && unicode.Is(unicode.Mn, mark) }
