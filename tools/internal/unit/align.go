package unit

import (
	"cmp"
	"math"
	"slices"

	"rapporteur/tools/internal/report"
)

// A Pair joins a unit of the reference with one of a translation, by position;
// -1 stands where there is none. Where a translation says two units in one, or
// one in two, that one stands in two pairs, and the second is Joined.
type Pair struct {
	Ref, Own int
	Cost     float64 // 0 is as alike as two languages can be; above Doubt, nobody should rely on it
	Joined   bool
}

// Doubt is the cost above which a pair is unsure.
const Doubt = 2.2

// The weights of an alignment. Those of kind, gap and tokens were measured on
// 161 pairs of pages of a public volunteer site, where they paired 99.9 % of
// units after one deletion.
const (
	kindCost     = 1.2 // another kind of unit
	levelCost    = 0.4 // another level of heading or list
	gapCost      = 1.3 // a unit left alone
	joinCost     = 0.8 // two units said as one, or one as two
	sentenceCost = 0.2 // a sentence more
	tokenGain    = 0.9 // numbers, addresses and names in common
	stemGain     = 1.4 // long words in common, in languages that write them nearly alike
)

// Align pairs the units of a translation with those of the reference: first
// what is known (paired before, or left in the reference's words), then, in the
// gaps between, by what does not depend on the language: kind, length, numbers,
// addresses and names in Latin letters; at last, what stands elsewhere. lock
// may be nil. Every unit of both stands in a pair. Pairs are in the order of
// the reference, extra units where the translation has them.
func Align(ref, own []report.Unit, lock *Lock) []Pair {
	return align(ref, own, hashes(ref), hashes(own), lock)
}

func align(ref, own []report.Unit, refHash, ownHash []string, lock *Lock) []Pair {
	known := lock.known(ref, own, refHash, ownHash)
	pairs := slices.Clone(known)
	refDone, ownDone := make([]bool, len(ref)), make([]bool, len(own))
	at := make([]int, len(own)) // first position in ref, or -1
	for j := range at {
		at[j] = -1
	}
	for _, p := range known {
		refDone[p.Ref], ownDone[p.Own] = true, true
		if at[p.Own] < 0 {
			at[p.Own] = p.Ref
		}
	}
	if len(undone(refDone, 0, len(ref))) == 0 || len(undone(ownDone, 0, len(own))) == 0 {
		return inOrder(unpaired(pairs, refDone, ownDone), len(own))
	}
	a, b := features(ref), features(own)
	scale(a, b)
	apart := lock.apart(ref, ownHash)
	i0, j0 := 0, 0
	for _, j := range append(increasing(at), len(own)) {
		i := len(ref)
		if j < len(own) {
			i = at[j]
		}
		pairs = append(pairs, alignGap(a, b, undone(refDone, i0, i), undone(ownDone, j0, j), apart)...)
		i0, j0 = i+1, j+1
	}
	pairs = elsewhere(pairs, a, b, apart)
	return inOrder(pairs, len(own))
}

// unpaired adds what is left on one side, where nothing is left on the other.
func unpaired(pairs []Pair, refDone, ownDone []bool) []Pair {
	for _, i := range undone(refDone, 0, len(refDone)) {
		pairs = append(pairs, Pair{Ref: i, Own: -1})
	}
	for _, j := range undone(ownDone, 0, len(ownDone)) {
		pairs = append(pairs, Pair{Ref: -1, Own: j})
	}
	return pairs
}

// undone lists the positions from i to j that are not done.
func undone(done []bool, i, j int) []int {
	var list []int
	for ; i < j; i++ {
		if !done[i] {
			list = append(list, i)
		}
	}
	return list
}

// The steps of an alignment: how many units of either side it takes.
var steps = []struct{ ref, own int }{{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}}

// alignGap pairs units of which nothing is known, in order; those never that
// are to stand apart.
func alignGap(a, b []feature, ref, own []int, apart func(i, j int) bool) []Pair {
	var pairs []Pair
	n, m := len(ref), len(own)
	if n == 0 || m == 0 {
		for _, i := range ref {
			pairs = append(pairs, Pair{Ref: i, Own: -1})
		}
		for _, j := range own {
			pairs = append(pairs, Pair{Ref: -1, Own: j})
		}
		return pairs
	}
	cost := func(step, i, j int) float64 {
		for x := i - steps[step].ref; x < i; x++ {
			for y := j - steps[step].own; y < j; y++ {
				if apart(ref[x], own[y]) {
					return math.Inf(1)
				}
			}
		}
		switch step {
		case 0:
			return a[ref[i-1]].cost(&b[own[j-1]])
		case 3:
			return joined(&a[ref[i-2]], &a[ref[i-1]], &b[own[j-1]])
		case 4:
			return joined(&b[own[j-2]], &b[own[j-1]], &a[ref[i-1]])
		}
		return gapCost
	}
	// A band around the diagonal keeps long transcripts cheap; a difference in
	// length widens it.
	band := 150 + abs(n-m)
	type cell struct {
		cost float64
		step int8
	}
	rows := make([][]cell, n+1)
	lo := func(i int) int { return max(0, i*m/n-band) }
	hi := func(i int) int { return min(m, i*m/n+band) }
	at := func(i, j int) float64 {
		if i < 0 || j < lo(i) || j > hi(i) {
			return math.Inf(1)
		}
		return rows[i][j-lo(i)].cost
	}
	for i := 0; i <= n; i++ {
		rows[i] = make([]cell, hi(i)-lo(i)+1)
		for j := lo(i); j <= hi(i); j++ {
			best := cell{math.Inf(1), -1}
			if i == 0 && j == 0 {
				best.cost = 0
			}
			for s, step := range steps {
				if before := at(i-step.ref, j-step.own); before < best.cost {
					if c := before + cost(s, i, j); c < best.cost {
						best = cell{c, int8(s)}
					}
				}
			}
			rows[i][j-lo(i)] = best
		}
	}
	for i, j := n, m; i > 0 || j > 0; {
		s := int(rows[i][j-lo(i)].step)
		switch s {
		case 0:
			pairs = append(pairs, Pair{Ref: ref[i-1], Own: own[j-1], Cost: cost(s, i, j)})
		case 1:
			pairs = append(pairs, Pair{Ref: ref[i-1], Own: -1})
		case 2:
			pairs = append(pairs, Pair{Ref: -1, Own: own[j-1]})
		case 3:
			c := cost(s, i, j)
			pairs = append(pairs, Pair{ref[i-1], own[j-1], c, true}, Pair{ref[i-2], own[j-1], c, false})
		case 4:
			c := cost(s, i, j)
			pairs = append(pairs, Pair{ref[i-1], own[j-1], c, true}, Pair{ref[i-1], own[j-2], c, false})
		}
		i, j = i-steps[s].ref, j-steps[s].own
	}
	slices.Reverse(pairs)
	return pairs
}

// elsewhere pairs what is left alone on both sides and is plainly the same: a
// unit that the translation has in another place. Each must be the other's
// best, by far.
func elsewhere(pairs []Pair, a, b []feature, apart func(i, j int) bool) []Pair {
	var refs, owns []int // positions in pairs
	for k, p := range pairs {
		switch {
		case p.Own < 0:
			refs = append(refs, k)
		case p.Ref < 0:
			owns = append(owns, k)
		}
	}
	if len(refs) == 0 || len(owns) == 0 || len(refs)*len(owns) > wholly {
		return pairs
	}
	best := func(of int, among []int, cost func(x int) float64) (int, float64) {
		at, least, second := -1, math.Inf(1), math.Inf(1)
		for _, x := range among {
			switch c := cost(x); {
			case c < least:
				at, least, second = x, c, least
			case c < second:
				second = c
			}
		}
		return at, second - least
	}
	drop := make(map[int]bool)
	for _, k := range refs {
		f := &a[pairs[k].Ref]
		l, lead := best(k, owns, func(x int) float64 { return f.cost(&b[pairs[x].Own]) })
		g := &b[pairs[l].Own]
		back, leadBack := best(l, refs, func(x int) float64 { return a[pairs[x].Ref].cost(g) })
		if back == k && lead > 0.3 && leadBack > 0.3 && f.kind == g.kind && f.telling(g) && !drop[l] && !apart(pairs[k].Ref, pairs[l].Own) {
			pairs[k].Own, pairs[k].Cost = pairs[l].Own, f.cost(g)
			drop[l] = true
		}
	}
	kept := pairs[:0:0]
	for k, p := range pairs {
		if !drop[k] {
			kept = append(kept, p)
		}
	}
	return kept
}

// inOrder puts pairs in the order of the reference, and each extra unit after
// the pair of the unit before it.
func inOrder(pairs []Pair, owns int) []Pair {
	refOf := make([]int, owns) // by own unit: the last of the reference's that it is paired with
	for j := range refOf {
		refOf[j] = -1
	}
	for _, p := range pairs {
		if p.Own >= 0 && p.Ref >= 0 {
			refOf[p.Own] = max(refOf[p.Own], p.Ref)
		}
	}
	after := make([]int, owns)
	last := -1
	for j, i := range refOf {
		if i >= 0 {
			last = i
		}
		after[j] = last
	}
	key := func(p Pair) (int, int) {
		if p.Ref >= 0 {
			return p.Ref, -1
		}
		return after[p.Own], p.Own
	}
	slices.SortStableFunc(pairs, func(p, q Pair) int {
		i, j := key(p)
		k, l := key(q)
		return cmp.Or(i-k, boolean(j >= 0)-boolean(l >= 0), p.Own-q.Own)
	})
	return pairs
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
