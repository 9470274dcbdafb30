package unit

import "slices"

// common finds what two sequences have in common, in order, as pairs of
// positions: what stands once in each first, as far as it keeps its order, then
// what lies between. Where that is small enough to compare all with all, it is
// a longest common subsequence; a longer stretch in which nothing stands once
// is given up, so that time and memory stay in proportion to the text.
func common(a, b []string) [][2]int {
	return commonIn(a, b, 0, 0, nil)
}

// wholly bounds the cells of a table that compares all with all.
const wholly = 1 << 22

func commonIn(a, b []string, i0, j0 int, pairs [][2]int) [][2]int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		pairs = append(pairs, [2]int{i0, j0})
		a, b, i0, j0 = a[1:], b[1:], i0+1, j0+1
	}
	tail := 0
	for tail < len(a) && tail < len(b) && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	a, b = a[:len(a)-tail], b[:len(b)-tail]
	switch once := onceInBoth(a, b); {
	case len(a) == 0 || len(b) == 0:
	case len(a)*len(b) <= wholly:
		for _, p := range longest(a, b) {
			pairs = append(pairs, [2]int{i0 + p[0], j0 + p[1]})
		}
	case len(once) > 0:
		i, j := 0, 0
		for _, p := range append(once, [2]int{len(a), len(b)}) {
			pairs = commonIn(a[i:p[0]], b[j:p[1]], i0+i, j0+j, pairs)
			if p[0] < len(a) {
				pairs = append(pairs, [2]int{i0 + p[0], j0 + p[1]})
			}
			i, j = p[0]+1, p[1]+1
		}
	}
	for k := range tail {
		pairs = append(pairs, [2]int{i0 + len(a) + k, j0 + len(b) + k})
	}
	return pairs
}

// onceInBoth pairs what stands once in a and once in b, as much as keeps its
// order.
func onceInBoth(a, b []string) [][2]int {
	type place struct{ at, times int }
	index := func(list []string) map[string]place {
		places := make(map[string]place, len(list))
		for i, s := range list {
			places[s] = place{i, places[s].times + 1}
		}
		return places
	}
	inA, inB := index(a), index(b)
	at := make([]int, len(b))
	for j, s := range b {
		at[j] = -1
		if inA[s].times == 1 && inB[s].times == 1 {
			at[j] = inA[s].at
		}
	}
	var pairs [][2]int
	for _, j := range increasing(at) {
		pairs = append(pairs, [2]int{at[j], j})
	}
	return pairs
}

// longest is a longest common subsequence, by comparing all with all.
func longest(a, b []string) [][2]int {
	n, m := len(a), len(b)
	lengths := make([]int32, (n+1)*(m+1)) // of what a[i:] and b[j:] have in common
	at := func(i, j int) int32 { return lengths[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i] == b[j] {
				lengths[i*(m+1)+j] = at(i+1, j+1) + 1
			} else {
				lengths[i*(m+1)+j] = max(at(i+1, j), at(i, j+1))
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case at(i+1, j) >= at(i, j+1):
			i++
		default:
			j++
		}
	}
	return pairs
}

// increasing gives the positions of a longest increasing run of values, those
// below zero left out.
func increasing(values []int) []int {
	var tails []int // positions, by length of the run that ends there
	before := make([]int, len(values))
	for j, v := range values {
		if v < 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(tails, v, func(t, v int) int { return values[t] - v })
		before[j] = -1
		if k > 0 {
			before[j] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, j)
		} else {
			tails[k] = j
		}
	}
	if len(tails) == 0 {
		return nil
	}
	run := make([]int, len(tails))
	for k, j := len(tails)-1, tails[len(tails)-1]; k >= 0; k, j = k-1, before[j] {
		run[k] = j
	}
	return run
}
