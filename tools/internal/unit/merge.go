package unit

import (
	"slices"

	"rapporteur/tools/internal/report"
)

// A Conflict is a unit that both sides changed, each in its own way. A side
// that removed it is nil.
type Conflict struct {
	Base, Ours, Theirs *report.Unit
}

// Merge joins two changes of the same text, unit by unit: what people made of
// it (ours) and what a newer source says (theirs). What one side alone changed,
// added or removed is taken; what both changed differently stays as people
// have it and is a conflict, for a person to decide.
func Merge(base, ours, theirs []report.Unit) (merged []report.Unit, conflicts []Conflict) {
	mine, myOwn := sides(base, ours)
	other, newer := sides(base, theirs)
	add := func(units ...*report.Unit) {
		for _, u := range units {
			merged = append(merged, *u)
		}
	}
	// additions follows the unit of base at i, or -1, with what each side put
	// there; what both put there stands once.
	additions := func(i int) {
		add(myOwn[i]...)
		for _, u := range newer[i] {
			if !slices.ContainsFunc(myOwn[i], func(v *report.Unit) bool { return same(u, v) }) {
				add(u)
			}
		}
	}
	additions(-1)
	for i := range base {
		b, o, t := &base[i], mine[i], other[i]
		changedHere, changedThere := !same(b, o), !same(b, t)
		switch {
		case changedHere && changedThere && !same(o, t):
			conflicts = append(conflicts, Conflict{b, o, t})
			if o != nil {
				add(o)
			}
		case changedThere && t != nil:
			add(t)
		case !changedThere && o != nil:
			add(o)
		}
		additions(i)
	}
	return merged, conflicts
}

// sides gives, for each unit of base, the one of units that it became, or nil;
// and by the position of the unit before them, or -1, those that were added.
func sides(base, units []report.Unit) (became []*report.Unit, added map[int][]*report.Unit) {
	became = make([]*report.Unit, len(base))
	added = make(map[int][]*report.Unit)
	last := -1
	for j, i := range carry(traces(base), units, hashes(units), true) {
		if i >= 0 {
			became[i], last = &units[j], i
			continue
		}
		added[last] = append(added[last], &units[j])
	}
	return became, added
}

// same reports whether two units say the same in the same form.
func same(a, b *report.Unit) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind == b.Kind && a.Level == b.Level && a.Number == b.Number && a.Speaker == b.Speaker && a.Label == b.Label &&
		a.Quote == b.Quote && a.Header == b.Header && a.Text == b.Text && slices.Equal(a.Cells, b.Cells)
}
