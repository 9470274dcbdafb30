package pdf

import "sort"

// A grid is where the rules of a page cross.
type grid struct {
	box
	xs, ys []float64 // of its lines, rising
}

// near is how far apart two rules can be that are one, in points.
const near = 3.5

// holds reports whether a line of text stands in the grid.
func (g *grid) holds(l *line) bool {
	y := l.y + 0.3*l.size
	return y > g.b && y < g.t && l.l > g.l-near && l.r < g.r+near
}

func (g *grid) column(x float64) int { return min(sort.SearchFloat64s(g.xs, x), len(g.xs)-1) - 1 }

// row counts from the top.
func (g *grid) row(y float64) int { return len(g.ys) - 1 - sort.SearchFloat64s(g.ys, y) }

// maxCrossing is how many rules of a page are tried against each other.
const maxCrossing = 1500

// grids are the rules of the page that cross, with at least two rows and two
// columns between them.
func (p *page) grids() []*grid {
	if p.gridded {
		return p.found
	}
	p.gridded = true
	if len(p.rules) > maxCrossing || len(p.rules) < 4 {
		return nil
	}
	group := make([]int, len(p.rules))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range p.rules {
		for j := i + 1; j < len(p.rules); j++ {
			b := p.rules[j]
			if a.l-near < b.r && b.l-near < a.r && a.b-near < b.t && b.b-near < a.t {
				group[root(j)] = root(i)
			}
		}
	}
	members := map[int][]box{}
	for i, r := range p.rules {
		members[root(i)] = append(members[root(i)], r)
	}
	for i := range p.rules {
		if rules := members[i]; len(rules) >= 4 {
			if g := newGrid(rules); g != nil {
				p.found = append(p.found, g)
			}
		}
	}
	return p.found
}

func newGrid(rules []box) *grid {
	g := &grid{box: rules[0]}
	var xs, ys []float64
	for _, r := range rules {
		g.box = g.box.union(r)
		if r.width() <= thin && r.height() > 5 {
			xs = append(xs, (r.l+r.r)/2)
		}
		if r.height() <= thin && r.width() > 5 {
			ys = append(ys, (r.b+r.t)/2)
		}
	}
	g.xs, g.ys = distinct(xs), distinct(ys)
	if len(g.xs) < 3 || len(g.ys) < 3 {
		return nil
	}
	return g
}

// distinct are the values without those that are nearly the same.
func distinct(values []float64) []float64 {
	sort.Float64s(values)
	var out []float64
	for _, v := range values {
		if n := len(out); n == 0 || v-out[n-1] > near {
			out = append(out, v)
		}
	}
	return out
}

// barred reports whether an upright rule stands between two places on a line.
func (p *page) barred(from, to, y float64) bool {
	for _, r := range p.bars {
		if x := (r.l + r.r) / 2; x > from-1 && x < to+1 && r.b < y && r.t > y {
			return true
		}
	}
	return false
}
