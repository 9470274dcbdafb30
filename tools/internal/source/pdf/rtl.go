package pdf

import (
	"sort"
	"strings"
	"unicode"
)

// The gap that parts words in a script that joins its letters, in ems: for
// sure, and where the file's order has a space as well.
const (
	wordGap  = 0.21
	spaceGap = 0.08
)

// A letter is a glyph with the vowel marks that stand over and under it.
type letter struct {
	glyph
	marks         []glyph
	after, before bool // a space stands there in the file's order
}

// fromRight puts a piece that runs to the left in logical order: by where its
// glyphs stand, from the right, with what runs to the right turned round in
// it. The file's own order is no help: programs write such lines either way,
// ligatures in a third, and vowel marks before or after their letters.
func (p *page) fromRight(glyphs []glyph, size float64) []glyph {
	var letters []letter
	var marks []glyph
	spaced := false
	for _, g := range glyphs {
		switch {
		case unicode.Is(unicode.Mn, g.r):
			marks = append(marks, g)
		case isSpace(g.r) && g.box.width() <= 0.02:
			spaced = true
			if n := len(letters); n > 0 {
				letters[n-1].after = true
			}
		default:
			letters = append(letters, letter{glyph: g, before: spaced})
			spaced = false
		}
	}
	if len(letters) == 0 {
		return glyphs
	}
	inInk := map[int]int{}
	for _, g := range glyphs {
		inInk[g.ink]++
	}
	for _, m := range marks {
		best, most := 0, -1e9
		for i := range letters {
			share := over(m.box, letters[i].box)
			if letters[i].ink == m.ink && inInk[m.ink] <= 3 {
				share += size // one character of the font
			}
			if share > most && !isSpace(letters[i].r) {
				best, most = i, share
			}
		}
		letters[best].marks = append(letters[best].marks, m)
	}
	middle := func(l *letter) float64 { return l.box.l + l.box.r }
	sort.SliceStable(letters, func(i, j int) bool { return middle(&letters[i]) > middle(&letters[j])+0.01 })
	seen := make([]letter, 0, len(letters)+8)
	for i, l := range letters {
		if i > 0 {
			last := &letters[i-1]
			gap := last.box.l - l.box.r
			digits := unicode.IsDigit(l.r) != unicode.IsDigit(last.r) || strings.ContainsRune(curly, l.r) // runs of two directions or fonts, the space on one side
			if !isSpace(l.r) && !isSpace(last.r) && (gap > wordGap*size || gap > spaceGap*size && (last.after && l.before || digits && (last.after || l.before))) {
				seen = append(seen, letter{glyph: space(last.glyph, l.box.r, last.box.l)})
			}
		}
		seen = append(seen, l)
	}
	for i := 0; i < len(seen); {
		j := i
		for j < len(seen) && runsRight(seen, j) {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			seen[a], seen[b] = seen[b], seen[a]
		}
		for a := i; a+1 < j; a++ { // the letters of a ligature stand in one place, in their order
			if seen[a].ink == seen[a+1].ink && seen[a].box == seen[a+1].box {
				seen[a], seen[a+1] = seen[a+1], seen[a]
			}
		}
		i = max(j, i+1)
	}
	foot := foot(letters)
	out := make([]glyph, 0, len(glyphs)+8)
	for i := 0; i < len(seen); i++ {
		if i+1 < len(seen) && backwards(&seen[i], &seen[i+1], foot) {
			seen[i], seen[i+1] = seen[i+1], seen[i]
		}
		// A word in Latin letters loses the space after it to its other side.
		if direction(seen[i].r) < 0 && i > 0 && direction(seen[i-1].r) > 0 {
			out = append(out, space(seen[i].glyph, seen[i].box.r, seen[i].box.r))
		}
		out = append(append(out, seen[i].glyph), seen[i].marks...)
	}
	mirror(out)
	requote(out)
	return out
}

func space(like glyph, l, r float64) glyph {
	return glyph{r: ' ', ink: like.ink, y: like.y, box: box{l, like.box.b, r, like.box.t}}
}

// foot is what most letters stand on.
func foot(letters []letter) float64 {
	count := map[float64]int{}
	for i := range letters {
		count[letters[i].y]++
	}
	return modal(count, letters[0].y)
}

// backwards reports whether two letters are a ligature of lam and alef of
// which the file tells the letters in the wrong order: both in one place, the
// alef before the lam, or both raised with the mark that it bears.
func backwards(a, b *letter, foot float64) bool {
	return (a.r == 'ا' || a.r == 'أ' || a.r == 'إ' || a.r == 'آ') && b.r == 'ل' && a.ink == b.ink &&
		(a.box == b.box || a.box.l < b.box.l-0.01 || a.y != foot && a.y == b.y)
}

// runsRight reports whether the glyph at place i of a line seen from the right
// is of a stretch that runs to the right: Latin letters and what stands
// between them, digits and the sign between two.
func runsRight(seen []letter, i int) bool {
	r := seen[i].r
	if unicode.IsDigit(r) || direction(r) > 0 {
		return true
	}
	if direction(r) < 0 || i == 0 || i+1 == len(seen) {
		return false
	}
	if strings.ContainsRune(".,:/-٫٬", r) && unicode.IsDigit(seen[i-1].r) && unicode.IsDigit(seen[i+1].r) {
		return true
	}
	if isJoined(seen, i) {
		return true
	}
	before, after := neighbour(seen, i, -1), neighbour(seen, i, 1)
	return before > 0 && after > 0
}

// neighbour is the direction of the next letter from place i; digits have
// that of the letter beyond them.
func neighbour(seen []letter, i, step int) int {
	for j := i + step; j >= 0 && j < len(seen); j += step {
		if d := direction(seen[j].r); d != 0 {
			return d
		}
	}
	return 0
}

const (
	openers = "([{«‹"
	closers = ")]}»›"
)

// mirror turns round a pair of brackets that closes before it opens.
func mirror(glyphs []glyph) {
	var open []rune
	closed := -1
	for i := range glyphs {
		r := glyphs[i].r
		if k := strings.IndexRune(openers, r); k >= 0 {
			if closed >= 0 && strings.IndexRune(openers, r) == strings.IndexRune(closers, glyphs[closed].r) && !closesNext(glyphs[i+1:], r) {
				glyphs[closed].r, glyphs[i].r = r, glyphs[closed].r
				closed = -1
				continue
			}
			open = append(open, r)
		} else if strings.ContainsRune(closers, r) {
			if len(open) > 0 {
				open = open[:len(open)-1]
			} else {
				closed = i
			}
		}
	}
}

// closesNext reports whether the next bracket closes r.
func closesNext(glyphs []glyph, r rune) bool {
	for _, g := range glyphs {
		if strings.ContainsRune(openers, g.r) {
			return false
		}
		if k := strings.IndexRune(closers, g.r); k >= 0 {
			return k == strings.IndexRune(openers, r)
		}
	}
	return false
}

// over is how much of two boxes stands over one another.
func over(a, b box) float64 { return min(a.r, b.r) - max(a.l, b.l) }
