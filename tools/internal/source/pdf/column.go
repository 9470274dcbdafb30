package pdf

import "sort"

// A region is a part of a page whose lines follow one another from top to
// bottom.
type region struct {
	pieces []*piece
	rtl    bool
}

// What makes a column: so many lines on either side of the gap, so wide a gap
// in ems, so many words a line.
const (
	columnLines  = 4
	columnGap    = 1.0
	columnWords  = 3.0
	maxColumns   = 5
	maxTogether  = 1500 // pieces on a page in which columns are looked for
	widthOfWords = 0.5  // of a column that its lines fill
)

// regions puts the pieces of a page in the order in which they are read:
// columns one after the other, what stands over or under them before and
// after.
func (p *page) regions(pieces []*piece) []region {
	rtl := 0
	for _, q := range pieces {
		if q.rtl {
			rtl += len(q.glyphs)
		} else {
			rtl -= len(q.glyphs)
		}
	}
	var found []region
	var split func(pieces []*piece, depth int)
	split = func(pieces []*piece, depth int) {
		if len(pieces) == 0 {
			return
		}
		if depth < maxColumns && len(pieces) <= maxTogether {
			if g, ok := p.gutter(pieces); ok {
				above, left, right, below := g.part(pieces)
				split(above, depth+1)
				if rtl > 0 {
					left, right = right, left
				}
				split(left, depth+1)
				split(right, depth+1)
				split(below, depth+1)
				return
			}
		}
		found = append(found, region{pieces: pieces, rtl: rtl > 0})
	}
	split(pieces, 0)
	return found
}

// A gutter is the empty strip between two columns.
type gutter struct {
	l, r, b, t float64
	lines      int // on the side that has fewer
}

func (g gutter) part(pieces []*piece) (above, left, right, below []*piece) {
	for _, q := range pieces {
		switch {
		case q.y > g.t:
			above = append(above, q)
		case q.y < g.b:
			below = append(below, q)
		case q.l < (g.l+g.r)/2:
			left = append(left, q)
		default:
			right = append(right, q)
		}
	}
	return above, left, right, below
}

// gutter finds the strip that parts the most lines.
func (p *page) gutter(pieces []*piece) (best gutter, found bool) {
	sorted := append([]*piece(nil), pieces...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].y > sorted[j].y })
	tried := map[[2]int]int{} // strips, by where they are, and the piece down to which they reached
	for i, a := range sorted {
		for j := i + 1; j < len(sorted) && a.y-sorted[j].y < a.size; j++ {
			l, r := a, sorted[j]
			if l.l > r.l {
				l, r = r, l
			}
			if r.l-l.r < columnGap*min(l.size, r.size) {
				continue
			}
			key := [2]int{int(l.r / 6), int(r.l / 6)}
			if end, ok := tried[key]; ok && i <= end {
				continue
			}
			g, end := p.stretch(sorted, i, gutter{l: l.r, r: r.l})
			tried[key] = end
			if g.lines > best.lines {
				best, found = g, true
			}
		}
	}
	return best, found
}

// stretch follows a strip up and down from piece i as far as it is empty, and
// says how many lines it parts; none if these are not columns of text.
func (p *page) stretch(sorted []*piece, i int, g gutter) (gutter, int) {
	width := columnGap * sorted[i].size
	fits := func(q *piece) bool {
		switch {
		case q.r <= g.l || q.l >= g.r:
		case q.r <= g.r-width && q.l < g.l:
			g.l = q.r
		case q.l >= g.l+width && q.r > g.r:
			g.r = q.l
		default:
			return false
		}
		return true
	}
	top, end := i, i
	for top > 0 && fits(sorted[top-1]) {
		top--
	}
	for end+1 < len(sorted) && fits(sorted[end+1]) {
		end++
	}
	var side [2]struct {
		lines, words int
		width, l, r  float64
		t, b         float64
	}
	for _, q := range sorted[top : end+1] {
		s := &side[0]
		if q.l >= g.r {
			s = &side[1]
		}
		if s.lines == 0 {
			s.l, s.r, s.t, s.b = q.l, q.r, q.y, q.y+q.size
		}
		if s.b-q.y > 0.5*q.size {
			s.lines++
		}
		s.words += q.words()
		s.width += q.width()
		s.l, s.r, s.b = min(s.l, q.l), max(s.r, q.r), q.y
		if p.elements[q.element].table > 0 {
			return gutter{}, end
		}
	}
	for _, s := range side {
		if s.lines < columnLines || float64(s.words) < columnWords*float64(s.lines) || s.width < widthOfWords*(s.r-s.l)*float64(s.lines) {
			return gutter{}, end
		}
	}
	// What stands beside nothing is not in a column.
	g.t, g.b = min(side[0].t, side[1].t)+sorted[i].size/2, max(side[0].b, side[1].b)-sorted[i].size/2
	g.t, g.b = p.reach(sorted[top:end+1], g)
	for _, rule := range p.rules {
		if rule.height() <= thin && rule.l < g.l && rule.r > g.r && rule.t < g.t && rule.b > g.b && rule.width() < 0.95*p.width {
			return gutter{}, end // lines that cross are those of a table
		}
	}
	if abreast(sorted[top:end+1], g) {
		return gutter{}, end
	}
	g.lines = min(side[0].lines, side[1].lines)
	return g, end
}

// abreast reports whether what stands on either side of a strip begins anew at
// the same heights, three times or more: so do the rows of a table, whose
// cells are longer or shorter and may be set around one middle, and not the
// paragraphs of two columns.
func abreast(pieces []*piece, g gutter) bool {
	var starts [2][]float64
	var last [2]*piece
	for _, q := range pieces {
		k := 0
		if q.l >= g.r {
			k = 1
		}
		if a := last[k]; a == nil || a.y-q.y > 1.45*q.size {
			starts[k] = append(starts[k], q.y)
		}
		last[k] = q
	}
	alike := 0
	for _, a := range starts[0] {
		for _, b := range starts[1] {
			if near := 0.8 * pieces[0].size; a-b < near && b-a < near {
				alike++
				break
			}
		}
	}
	return alike >= 3 && alike*10 >= 8*max(len(starts[0]), len(starts[1]))
}

// reach lets a column go on past the end of the one beside it, as the last
// does: but only by lines that follow closely.
func (p *page) reach(pieces []*piece, g gutter) (t, b float64) {
	t, b = g.t, g.b
	for i := len(pieces) - 1; i >= 0; i-- {
		if q := pieces[i]; q.y > t && q.y-t < 1.6*q.size && i+1 < len(pieces) {
			t = q.y + q.size/2
		}
	}
	for _, q := range pieces {
		if q.y < b && b-q.y < 1.6*q.size {
			b = q.y - q.size/2
		}
	}
	return t, b
}
