package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a stretch of text on one line without a wide gap in it.
type piece struct {
	box
	y       float64 // of the line it stands on
	size    float64 // of most of its type
	glyphs  []glyph // in logical order; no space at either end
	rtl     bool
	element int // of its first glyph
}

// wideGap is the gap that parts pieces, in ems.
const wideGap = 0.95

// pieces are the page's, in the order of the file. What is not written along
// the line and what only machines read is given apart.
func (p *page) pieces() (pieces []*piece, aside []string) {
	var run []glyph
	var y, size float64
	var beside strings.Builder
	flush := func() {
		pieces = append(pieces, p.cut(run)...)
		run = nil
	}
	for _, g := range p.glyphs {
		k := &p.inks[g.ink]
		switch {
		case g.r == '\n':
			flush()
			if beside.Len() > 0 {
				beside.WriteByte(' ')
			}
			continue
		case isSpace(g.r):
			if len(run) > 0 {
				run = append(run, g)
			}
			if beside.Len() > 0 {
				beside.WriteByte(' ')
			}
			continue
		case k.turn != 0 || k.slanted || k.barcode || k.element == 0 && g.r >= 0xe000 && unicode.Is(unicode.Co, g.r) && !isBulletCode(g.r):
			flush()
			beside.WriteRune(g.r)
			continue
		case g.box.width() <= 0 && g.box.height() <= 0:
			if len(run) > 0 {
				g.box, g.y = run[len(run)-1].box, run[len(run)-1].y
				g.box.l = g.box.r
			}
		}
		if beside.Len() > 0 {
			aside = append(aside, strings.TrimSpace(beside.String()))
			beside.Reset()
		}
		if len(run) > 0 && (math.Abs(g.y-y) > 0.6*max(size, k.size) || p.otherCell(run[len(run)-1].ink, g.ink)) {
			flush()
		}
		if len(run) == 0 || k.size > size {
			y, size = g.y, k.size
		}
		run = append(run, g)
	}
	flush()
	if beside.Len() > 0 {
		aside = append(aside, strings.TrimSpace(beside.String()))
	}
	return pieces, aside
}

// isBulletCode reports whether a private character is one that symbol fonts
// have for bullets.
func isBulletCode(r rune) bool {
	return r == 0xf0b7 || r == 0xf0a7 || r == 0xf0d8 || r == 0xf02d || r == 0xf076 || r == 0xf0fc || r == 0xf06f || r == 0xf0a8
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == 0xa0 || r == 0x3000 }

// otherCell reports whether two inks are of different cells of a table.
func (p *page) otherCell(a, b int) bool {
	if a == b {
		return false
	}
	ea, eb := p.elements[p.inks[a].element], p.elements[p.inks[b].element]
	return ea.table != eb.table || ea.table > 0 && (ea.row != eb.row || ea.cell != eb.cell)
}

// cut parts a run where nothing stands for the width of a wide gap, whatever
// the order in which its glyphs come.
func (p *page) cut(run []glyph) []*piece {
	for len(run) > 0 && isSpace(run[len(run)-1].r) {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return nil
	}
	order := make([]int, 0, len(run))
	size := 0.0
	for i := range run {
		if !isSpace(run[i].r) {
			order = append(order, i)
			size = max(size, p.inks[run[i].ink].size)
		}
	}
	byPlace := func(a, b int) bool { return run[order[a]].box.l < run[order[b]].box.l }
	if !sort.SliceIsSorted(order, byPlace) {
		sort.SliceStable(order, byPlace)
	}
	var cuts []float64
	right := run[order[0]].box.r
	for _, i := range order {
		if b := run[i].box; b.l-right > wideGap*size || len(p.bars) > 0 && b.l > right-1 && p.barred(right, b.l, run[i].y+1) {
			cuts = append(cuts, (b.l+right)/2)
		}
		right = max(right, run[i].box.r)
	}
	if len(cuts) == 0 {
		return []*piece{p.piece(run)}
	}
	parts := make([][]glyph, len(cuts)+1)
	at := 0
	for _, g := range run {
		if !isSpace(g.r) {
			at = sort.SearchFloat64s(cuts, (g.box.l+g.box.r)/2)
		}
		if len(parts[at]) > 0 || !isSpace(g.r) {
			parts[at] = append(parts[at], g)
		}
	}
	var pieces []*piece
	for _, part := range parts {
		for len(part) > 0 && isSpace(part[len(part)-1].r) {
			part = part[:len(part)-1]
		}
		if len(part) > 0 {
			pieces = append(pieces, p.piece(part))
		}
	}
	return pieces
}

func (p *page) piece(glyphs []glyph) *piece {
	q := &piece{glyphs: glyphs, box: box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}, element: p.inks[glyphs[0].ink].element}
	var sizes tally
	strong := 0
	for _, g := range glyphs {
		if isSpace(g.r) {
			continue
		}
		q.box = q.box.union(g.box)
		if s := p.inks[g.ink].size; sizes.add(s, 1) && (q.size == 0 || !unicode.Is(unicode.Mn, g.r)) {
			q.size, q.y = s, g.y // a vowel mark may stand above the line
		}
		strong += direction(g.r)
	}
	if q.rtl = strong < 0; q.rtl {
		q.glyphs = p.fromRight(q.glyphs, q.size)
	} else {
		q.glyphs = p.spaced(q.glyphs)
	}
	return q
}

// A tally counts sizes of type, of which a line has few.
type tally struct {
	sizes  [4]float64
	counts [4]int
	most   int
}

// add counts n characters of a size and reports whether it leads now.
func (t *tally) add(size float64, n int) bool {
	i := 0
	for i < len(t.sizes)-1 && t.sizes[i] != size && t.counts[i] > 0 {
		i++
	}
	t.sizes[i] = size
	t.counts[i] += n
	if t.counts[i] > t.counts[t.most] || t.counts[i] == t.counts[t.most] && size >= t.sizes[t.most] {
		t.most = i
		return true
	}
	return false
}

// direction is that in which a character is written: -1 from the right, 1
// from the left, 0 with its neighbours.
func direction(r rune) int {
	switch {
	case r >= 0x590 && r < 0x900 && unicode.IsLetter(r), r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return -1
	case unicode.IsLetter(r):
		return 1
	}
	return 0
}

func (q *piece) text() string {
	var b strings.Builder
	for _, g := range q.glyphs {
		b.WriteRune(g.r)
	}
	return b.String()
}

// words is how many the piece has.
func (q *piece) words() int {
	n, inside := 0, false
	for _, g := range q.glyphs {
		switch {
		case isSpace(g.r):
			inside = false
		case isWide(g.r):
			n++
		case !inside:
			n++
			inside = true
		}
	}
	return n
}

// isCurly reports whether a character is a curly quotation mark, which Chinese
// shares with scripts that write spaces.
func isCurly(r rune) bool { return r >= '‘' && r <= '”' }

// beforeMark is the last character of a text, or the one before it where that
// is a mark of a narrow type.
func beforeMark(s string) rune {
	last, size := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(",;:)”’", last) {
		last, _ = utf8.DecodeLastRuneInString(s[:len(s)-size])
	}
	return last
}

// isWide reports whether a character is of a script that writes no spaces.
func isWide(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r <= 0x303f && r >= 0x3000 || r >= 0xff00 && r <= 0xff60)
}
