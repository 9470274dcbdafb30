package pdf

import (
	"strings"
	"unicode"
)

// Quotation marks that are open at one side. PDFium turns them round with the
// brackets where a text runs to the left, though Unicode has them as marks that
// look the same in every direction.
const curly = "“”‘’"

// other is the mark that goes with one of curly.
func other(r rune) rune {
	return map[rune]rune{'“': '”', '”': '“', '‘': '’', '’': '‘'}[r]
}

// requote turns quotation marks of a text in logical order back: those that
// stand in what runs to the left, and those that close what such a mark opened.
func requote(glyphs []glyph) {
	var open [2]rune // by kind: double, single
	strong := -1
	for i := range glyphs {
		r := glyphs[i].r
		if d := direction(r); d != 0 {
			strong = d
		}
		if !strings.ContainsRune(curly, r) {
			continue
		}
		if i > 0 && i+1 < len(glyphs) && direction(glyphs[i-1].r) > 0 && direction(glyphs[i+1].r) > 0 {
			continue // an apostrophe in a Latin word
		}
		kind := 0
		if r == '‘' || r == '’' {
			kind = 1
		}
		opens := i == 0 || isSpace(glyphs[i-1].r) || strings.ContainsRune(openers, glyphs[i-1].r)
		switch {
		case opens:
			if strong < 0 {
				glyphs[i].r = other(r)
			}
			open[kind] = glyphs[i].r
		case open[kind] != 0:
			glyphs[i].r, open[kind] = other(open[kind]), 0
		case strong < 0:
			glyphs[i].r = other(r)
		}
	}
}

// isJoined reports whether the glyph at place i of a line seen from the right
// ties a number to the Latin letters before it: A/RES/70/1, COVID-19.
func isJoined(seen []letter, i int) bool {
	if !strings.ContainsRune("/-–.+_ ", seen[i].r) || !unicode.IsDigit(seen[i-1].r) || neighbour(seen, i, 1) <= 0 {
		return false
	}
	return direction(seen[i+1].r) > 0 || unicode.IsDigit(seen[i+1].r) && !isSpace(seen[i].r)
}
