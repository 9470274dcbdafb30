package unit

import "rapporteur/tools/internal/report"

// known pairs what needs no guess, moved or not: what the lock has paired, known
// again by its text or by its likeness; and what is left in the reference's own
// words.
func (l *Lock) known(ref, own []report.Unit, refHash, ownHash []string) []Pair {
	at := make(map[string]int, len(ref))
	same := make(map[string]int, len(ref)) // by hash; -1: twice
	for i := range ref {
		at[ref[i].ID] = i
		if _, twice := same[refHash[i]]; twice {
			same[refHash[i]] = -1
		} else {
			same[refHash[i]] = i
		}
	}
	var pairs []Pair
	refDone, ownDone := make(map[int]bool), make(map[int]bool)
	for _, g := range l.groups(own, ownHash) {
		for _, id := range g.line.IDs {
			i, ok := at[id]
			if !ok || refDone[i] {
				continue
			}
			for n, j := range g.own {
				pairs = append(pairs, Pair{Ref: i, Own: j, Joined: n > 0 || ownDone[j]})
			}
			refDone[i], ownDone[g.own[0]] = true, true
		}
		for _, j := range g.own {
			ownDone[j] = true
		}
	}
	for j, h := range ownHash {
		if i, ok := same[h]; ok && i >= 0 && !refDone[i] && !ownDone[j] {
			pairs = append(pairs, Pair{Ref: i, Own: j})
			refDone[i], ownDone[j] = true, true
		}
	}
	return pairs
}

// apart tells which units have nothing to do with each other: a text that stood
// in the translation before the reference got the unit was not made from it.
func (l *Lock) apart(ref []report.Unit, ownHash []string) func(i, j int) bool {
	if l == nil {
		return func(i, j int) bool { return false }
	}
	lines := l.byID()
	since := make([]bool, len(ref)) // the reference has got it since
	for i := range ref {
		line := lines[ref[i].ID]
		since[i] = line == nil || line.made(ref[i].ID) == ""
	}
	alone := make(map[string]bool) // texts that were made from no unit
	for _, line := range l.Lines {
		if line.State == report.Extra && len(line.IDs) == 0 {
			for _, h := range line.Own {
				alone[h] = true
			}
		}
	}
	return func(i, j int) bool { return since[i] && alone[ownHash[j]] }
}

// A group is a line of a lock with the units that it speaks of, as they are now.
type group struct {
	line *Line
	own  []int
}

// groups finds the units of a translation that a lock speaks of. Units that
// were joined or split are given up as soon as one of them is touched, to be
// aligned anew: they may have been put right.
func (l *Lock) groups(own []report.Unit, ownHash []string) []group {
	if l == nil {
		return nil
	}
	var was []trace
	for k := range l.Lines {
		line := &l.Lines[k]
		for n, h := range line.Own {
			t := trace{hash: h}
			if n < len(line.Sketches) {
				t.sketch = line.Sketches[n]
			}
			was = append(was, t)
		}
	}
	became := make([]int, len(was))
	for i := range became {
		became[i] = -1
	}
	for j, i := range carry(was, own, ownHash, false) {
		if i >= 0 {
			became[i] = j
		}
	}
	var groups []group
	next := 0
	for k := range l.Lines {
		line := &l.Lines[k]
		whole := len(line.IDs) > 0 && len(line.Own) > 0
		alone := len(line.IDs) == 1 && len(line.Own) == 1
		g := group{line: line}
		for _, h := range line.Own {
			j := became[next]
			next++
			if j < 0 || !alone && ownHash[j] != h {
				whole = false
				continue
			}
			g.own = append(g.own, j)
		}
		if whole {
			groups = append(groups, g)
		}
	}
	return groups
}
