package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// The gaps, in ems, in which a space was left out, and what stands between
// letters at most where they touch.
const (
	letterGap = 0.115
	signGap   = 0.155 // beside a sign, which has room of its own
	touching  = 0.05
)

// spaced puts in the spaces that are missing from a piece. PDFium tells them by
// the width that a font gives its space, and some fonts give a wrong one; so a
// gap counts where the letters of the piece touch otherwise.
func (p *page) spaced(glyphs []glyph) []glyph {
	var missing []int
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		a, b := glyphs[i-1], glyphs[i]
		if isSpace(a.r) || isSpace(b.r) {
			continue
		}
		size := p.inks[a.ink].size
		gap := (b.box.l - a.box.r) / size
		gaps = append(gaps, gap)
		if gap >= parting(a.r, b.r) && math.Abs(p.inks[b.ink].size-size) < 0.05*size && math.Abs(a.y-b.y) < 0.1*size {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 || len(missing)*6 > len(gaps) {
		return glyphs
	}
	if slices.Sort(gaps); gaps[len(gaps)/2] > touching {
		return glyphs // set wide
	}
	for _, i := range slices.Backward(missing) {
		space := glyphs[i]
		space.r, space.box.l, space.box.r = ' ', glyphs[i-1].box.r, glyphs[i].box.l
		glyphs = slices.Insert(glyphs, i, space)
	}
	return glyphs
}

// parting is the gap that parts two characters, in ems: none if a space never
// stands between them, or if they are capitals, which formulas set apart.
func parting(a, b rune) float64 {
	const none = 1e9
	switch {
	case isWide(a) || isWide(b) || unicode.IsUpper(a) && unicode.IsUpper(b):
		return none
	case unicode.IsLetter(a) && unicode.IsLetter(b):
		return letterGap
	case (unicode.IsLetter(a) || strings.ContainsRune(".,;:)]”’»", a)) && (unicode.IsLetter(b) || strings.ContainsRune("([“‘«", b)):
		return signGap
	}
	return none
}
