package unit

import "rapporteur/tools/internal/report"

// A Change is a unit that two texts of one language have differently: Old is
// nil where it was added, New where it was removed.
type Change struct {
	Old, New *report.Unit
}

// Compare gives exactly the units that changed, were added or removed between
// two texts of one language, in the order of the new one; what was removed
// stands after the unit that it stood behind. A unit that moved and says the
// same has not changed.
func Compare(old, new []report.Unit) []Change {
	oldHash, newHash := hashes(old), hashes(new)
	became := make([]int, len(old))
	for i := range became {
		became[i] = -1
	}
	from := carry(traces(old), new, newHash, true)
	for j, i := range from {
		if i >= 0 {
			became[i] = j
		}
	}
	var changes []Change
	removed := func(i int) { // what stood behind the old unit at i and is gone
		for i++; i < len(old) && became[i] < 0; i++ {
			changes = append(changes, Change{Old: &old[i]})
		}
	}
	removed(-1)
	for j, i := range from {
		switch {
		case i < 0:
			changes = append(changes, Change{New: &new[j]})
			continue
		case oldHash[i] != newHash[j]:
			changes = append(changes, Change{&old[i], &new[j]})
		}
		removed(i)
	}
	return changes
}
