package unit

import (
	"cmp"
	"slices"

	"rapporteur/tools/internal/report"
)

// A trace is what sync/ keeps of a text that was there: enough to know it
// again, or what was made of it.
type trace struct {
	kind   report.Kind // empty: not kept
	hash   string
	sketch Sketch
	gone   bool // was no longer there; only the very same text brings it back
}

// traces are those of units that are at hand.
func traces(units []report.Unit) []trace {
	list := make([]trace, len(units))
	for i := range units {
		list[i] = trace{kind: units[i].Kind, hash: Hash(&units[i]), sketch: sketch(&units[i])}
	}
	return list
}

// Likeness that makes two texts one that was edited: anywhere, and between the
// same neighbours, by how many pairs of texts could be it there. Two texts that
// have nothing to do with each other are as alike as the first of these once in
// sixty pairs, as the last once in a hundred thousand.
const alikeMoved = 0.40

var alikeInPlace = []struct {
	pairs int
	least float64
}{{3, 0.15}, {15, 0.20}, {90, 0.24}, {600, 0.28}, {wholly, 0.33}}

// carry says of each unit which trace it comes from, or -1, where both are in
// one language: the same text first, in order and then moved; then what is
// alike, in order and then moved; and, if inPlace, what lies between the same neighbours, kind by kind,
// where as many are there as were.
func carry(was []trace, units []report.Unit, hashes []string, inPlace bool) []int {
	c := &carrier{was: was, units: units, hashes: hashes, from: make([]int, len(units)), to: make([]int, len(was)), traces: make([]packed, len(was)), sketches: make([]packed, len(units))}
	for j := range c.from {
		c.from[j] = -1
	}
	for i := range c.to {
		c.to[i] = -1
		c.traces[i] = was[i].sketch.packed()
	}
	c.same()
	c.inOrder()
	c.moved()
	if inPlace {
		c.inPlace()
	}
	return c.from
}

type carrier struct {
	was      []trace
	units    []report.Unit
	hashes   []string
	from     []int    // by unit, the trace
	to       []int    // by trace, the unit
	traces   []packed // by trace
	sketches []packed // by unit, once asked for
}

func (c *carrier) join(i, j int) { c.from[j], c.to[i] = i, j }

func (c *carrier) sketch(j int) *packed {
	if !c.sketches[j].there {
		c.sketches[j] = sketch(&c.units[j]).packed()
	}
	return &c.sketches[j]
}

// same joins what did not change.
func (c *carrier) same() {
	var there []int // traces of what is not gone
	var keys []string
	for i := range c.was {
		if !c.was[i].gone {
			there, keys = append(there, i), append(keys, c.was[i].hash)
		}
	}
	for _, p := range common(keys, c.hashes) {
		c.join(there[p[0]], p[1])
	}
	for _, gone := range []bool{false, true} {
		left := make(map[string][]int)
		for i := range c.was {
			if c.to[i] < 0 && c.was[i].gone == gone {
				left[c.was[i].hash] = append(left[c.was[i].hash], i)
			}
		}
		for j, h := range c.hashes {
			if list := left[h]; c.from[j] < 0 && len(list) > 0 {
				c.join(list[0], j)
				left[h] = list[1:]
			}
		}
	}
}

// inOrder joins, between the same neighbours, what was edited and kept its
// order, so that likeness over all is the greatest.
func (c *carrier) inOrder() {
	traces, units := c.free()
	placeOfTrace, placeOfUnit := c.places()
	for len(traces) > 0 && len(units) > 0 {
		n, m, place := 0, 0, min(placeOfTrace[traces[0]], placeOfUnit[units[0]])
		for n < len(traces) && placeOfTrace[traces[n]] == place {
			n++
		}
		for m < len(units) && placeOfUnit[units[m]] == place {
			m++
		}
		if n*m <= wholly {
			c.best(traces[:n], units[:m])
		}
		traces, units = traces[n:], units[m:]
	}
}

// best joins what of two runs is the most alike, in order.
func (c *carrier) best(traces, units []int) {
	n, m := len(traces), len(units)
	least := alikeMoved
	for k := len(alikeInPlace) - 1; k >= 0 && n*m <= alikeInPlace[k].pairs; k-- {
		least = alikeInPlace[k].least
	}
	most := make([]float32, (n+1)*(m+1)) // of traces[i:] and units[j:]
	gains := make([]float32, n*m)
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			gain := float32(c.likeness(traces[i], units[j], least))
			gains[i*m+j] = gain
			most[i*(m+1)+j] = max(most[(i+1)*(m+1)+j], most[i*(m+1)+j+1])
			if gain > 0 {
				most[i*(m+1)+j] = max(most[i*(m+1)+j], most[(i+1)*(m+1)+j+1]+gain)
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch at := most[i*(m+1)+j]; {
		case gains[i*m+j] > 0 && at == most[(i+1)*(m+1)+j+1]+gains[i*m+j]:
			c.join(traces[i], units[j])
			i, j = i+1, j+1
		case at == most[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
}

// likeness of a trace and a unit, or 0 if it is less than least. Another kind
// makes two texts less alike.
func (c *carrier) likeness(i, j int, least float64) float64 {
	l := c.traces[i].likeness(c.sketch(j))
	if c.was[i].kind != "" && c.was[i].kind != c.units[j].Kind {
		l -= 0.1
		least = max(least, alikeMoved)
	}
	if l < least {
		return 0
	}
	return l
}

// moved joins what was edited and stands elsewhere, the most alike first.
func (c *carrier) moved() {
	traces, units := c.free()
	type candidate struct {
		i, j  int
		score float64
	}
	var list []candidate
	reach := max(64, wholly/max(1, len(units))) // of two texts wholly rewritten, no more is compared
	for n, j := range units {
		around := n * len(traces) / len(units)
		for _, i := range traces[max(0, around-reach):min(len(traces), around+reach)] {
			if score := c.likeness(i, j, alikeMoved); score > 0 {
				list = append(list, candidate{i, j, score})
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.i-b.i, a.j-b.j)
	})
	for _, x := range list {
		if c.to[x.i] < 0 && c.from[x.j] < 0 {
			c.join(x.i, x.j)
		}
	}
}

// inPlace joins what nothing tells of but its place.
func (c *carrier) inPlace() {
	traces, units := c.free()
	placeOfTrace, placeOfUnit := c.places()
	type place struct {
		at   int
		kind report.Kind
	}
	were, are := make(map[place][]int), make(map[place][]int)
	for _, i := range traces {
		p := place{placeOfTrace[i], c.was[i].kind}
		were[p] = append(were[p], i)
	}
	for _, j := range units {
		p := place{placeOfUnit[j], c.units[j].Kind}
		are[p] = append(are[p], j)
	}
	for p, list := range are {
		if len(were[p]) != len(list) {
			continue
		}
		for n, i := range were[p] {
			c.join(i, list[n])
		}
	}
}

// free lists what is not joined yet and could be.
func (c *carrier) free() (traces, units []int) {
	for i := range c.was {
		if c.to[i] < 0 && !c.was[i].gone {
			traces = append(traces, i)
		}
	}
	for j := range c.units {
		if c.from[j] < 0 {
			units = append(units, j)
		}
	}
	return traces, units
}

// places numbers the gaps between what is joined and has kept its order: two
// that stand in the same gap have the same number.
func (c *carrier) places() (traces, units []int) {
	traces, units = make([]int, len(c.was)), make([]int, len(c.units))
	i0, j0 := 0, 0
	for n, j := range append(increasing(c.from), len(c.units)) {
		i := len(c.was)
		if j < len(c.units) {
			i = c.from[j]
		}
		for ; i0 < i; i0++ {
			traces[i0] = n
		}
		for ; j0 < j; j0++ {
			units[j0] = n
		}
		i0, j0 = i+1, j+1
	}
	return traces, units
}
