package clean

import "rapporteur/tools/internal/source"

// levels gives headings their depth: sections at two, no level skipped,
// siblings the same. What a document counts by, or repeats under each part,
// outweighs the levels of its markup.
func levels(d *document) {
	var hs []*block
	var places []int
	for i, b := range d.blocks {
		if b.Kind == source.Heading {
			hs, places = append(hs, b), append(places, i)
		}
	}
	if len(hs) == 0 {
		return
	}
	l := &leveler{d: d, hs: hs, places: places, shape: make([]shape, len(hs))}
	for _, b := range hs {
		l.raw = append(l.raw, b.Level)
	}
	l.read()
	if d.styled() && l.agrees() {
		l.byMarkup(0, len(hs), 2)
	} else if d.cycle(hs) {
		return
	} else {
		l.walk(0, len(hs), 2, 0)
	}
	l.underTitle()
	l.evenSiblings()
	for i, b := range hs {
		before := 1
		if i > 0 {
			before = hs[i-1].Level
		}
		b.Level = max(2, min(b.Level, before+1, 6))
	}
}

// A leveler has the headings of a document while their depth is decided: by
// what they count by (levels_parts.go), else by markup (levels_markup.go).
type leveler struct {
	d      *document
	hs     []*block
	places []int
	shape  []shape
	raw    []int // levels as the markup has them
}

// read finds the shapes that at least two headings have.
func (l *leveler) read() {
	var count [shapes]int
	for i, b := range l.hs {
		l.shape[i] = shapeOfHeading(b.plain())
		count[l.shape[i]]++
	}
	for i := range l.shape {
		if count[l.shape[i]] < 2 {
			l.shape[i] = noShape
		}
	}
}

// agrees reports whether the levels that styles give are of several depths,
// and the same for all headings that count alike: there is nothing to mend.
func (l *leveler) agrees() bool {
	depths, of := map[int]bool{}, map[shape]int{}
	for i, raw := range l.raw {
		if raw == 0 {
			continue
		}
		depths[raw] = true
		if s := l.shape[i]; s != noShape {
			if of[s] != 0 && of[s] != raw {
				return false
			}
			of[s] = raw
		}
	}
	return len(depths) > 1
}
