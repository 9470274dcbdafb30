package unit

import (
	"hash/fnv"
	"slices"
)

// A set is of words, each by its hash, in order: of all that aligning asks of
// two units, what they have in common is asked most.
type set []uint32

func (s *set) add(word string) {
	h := fnv.New32a()
	h.Write([]byte(word))
	*s = append(*s, h.Sum32())
}

// sorted is the set as share and union need it.
func (s set) sorted() set {
	slices.Sort(s)
	return slices.Compact(s)
}

// share is how much two sets have in common: 0 nothing, 1 all.
func share(a, b set) float64 {
	all, both := max(1, len(a)+len(b)), 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			both++
			a, b = a[1:], b[1:]
		}
	}
	return 2 * float64(both) / float64(all)
}

func union(a, b set) set {
	return append(append(make(set, 0, len(a)+len(b)), a...), b...).sorted()
}
