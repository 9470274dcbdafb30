package clean

// byMarkup nests headings as their marked levels do; one without a mark is
// like the heading before it, or below it where no text stands between.
func (l *leveler) byMarkup(from, to, level int) {
	if !l.d.styled() && l.byStacks(from, to, level) {
		return
	}
	var stack []int
	lone := l.loneHigh(from, to)
	for i := from; i < to; i++ {
		b := l.hs[i]
		raw := l.below(i, from, to)
		if i == lone {
			raw = l.raw[from]
		}
		if raw == 0 {
			switch {
			case i == from:
				raw = 7
				if i+1 < to && l.hs[i+1].Level > 0 {
					raw = l.below(i+1, from, to)
				}
				if l.allGuessed(from, to) {
					raw = l.rank(i, from, to)
				}
			case l.allGuessed(from, to):
				raw = l.rank(i, from, to)
			case len(stack) > 0 && l.d.styled() && l.hs[i].guessed && !l.hs[i-1].guessed && l.tagged(from, to):
				raw = stack[len(stack)-1] + 1 // bold type below a heading that has a tag
			case len(stack) > 0:
				raw = stack[len(stack)-1]
				if l.places[i] == l.places[i-1]+1 && !l.hs[i-1].guessed {
					raw++
				}
			}
		}
		for len(stack) > 0 && stack[len(stack)-1] >= raw {
			stack = stack[:len(stack)-1]
		}
		stack = append(stack, raw)
		b.Level = level + len(stack) - 1
	}
}

// loneHigh is the place of the one heading that the markup sets above the first
// of all, where headings as high as the first stand before and after it: an
// extractor took its type for larger than it is. Else it is -1.
func (l *leveler) loneHigh(from, to int) int {
	lone, before, after := -1, 0, 0
	if l.d.styled() || to-from < 4 || l.hs[from].guessed {
		return -1
	}
	for i := from; i < to; i++ {
		switch raw := l.raw[i]; {
		case raw == 0 || raw > l.raw[from]:
		case raw < l.raw[from] && lone >= 0:
			return -1
		case raw < l.raw[from]:
			lone = i
		case lone < 0:
			before++
		default:
			after++
		}
	}
	if before < 2 || after < 1 {
		return -1
	}
	return lone
}

// byStacks nests headings of which the markup says nothing, or the same of all, by
// what stands right below another with no text between: that opens a part, and
// what follows is within it, but for names that sections of a text have. One in
// four must open a part, and two at least.
func (l *leveler) byStacks(from, to, level int) bool {
	opens := func(i int) bool {
		return i+1 < to && l.places[i+1] == l.places[i]+1 && !(i > from && l.places[i] == l.places[i-1]+1)
	}
	n := 0
	for i := from; i < to; i++ {
		if l.raw[i] != l.raw[from] || l.allGuessed(from, to) && l.rank(i, from, to) != l.rank(from, from, to) {
			return false
		}
		if opens(i) {
			n++
		}
	}
	if n < 2 || n*4 < to-from {
		return false
	}
	within := false
	for i := from; i < to; i++ {
		b := l.hs[i]
		switch {
		case opens(i):
			b.Level, within = level, true
		case !within, sectionTitles().is(b.plain()):
			b.Level, within = level, false
		default:
			b.Level = level + 1
		}
	}
	return true
}

// tagged reports whether the markup has headings of two depths among some, so
// that bold lines are none of them.
func (l *leveler) tagged(from, to int) bool {
	depths := map[int]bool{}
	for i := from; i < to; i++ {
		if !l.hs[i].guessed && l.raw[i] > 0 {
			depths[l.raw[i]] = true
		}
	}
	return len(depths) >= 2
}

// below is the level that the markup gives the heading at place i. One that is
// as high as the day that it stands below says nothing: it is taken for that of
// its neighbours.
func (l *leveler) below(i, from, to int) int {
	raw := l.hs[i].Level
	if from == 0 || l.shape[from-1] != dated || raw == 0 || raw > l.raw[from-1] {
		return raw
	}
	beside := 0
	for j := from; j < to; j++ {
		if l.raw[j] > l.raw[from-1] && (beside == 0 || l.raw[j] < beside) {
			beside = l.raw[j]
		}
	}
	return max(beside, l.raw[from-1]+1)
}

func (l *leveler) allGuessed(from, to int) bool {
	for i := from; i < to; i++ {
		if !l.hs[i].guessed {
			return false
		}
	}
	return true
}

// rank is the level of a heading that only its shape tells: capitals stand
// over mixed case where a document has both.
func (l *leveler) rank(i, from, to int) int {
	if l.hs[i].Size > 0 {
		return int(100 - l.hs[i].Size)
	}
	for j := from; j < to; j++ {
		if l.d.isListed(l.hs[j].plain()) {
			if !l.d.isListed(l.hs[i].plain()) {
				return 2 // below what the list of contents has
			}
			break
		}
	}
	if !l.hasCapitals(from, to) || isCapitals(l.hs[i].plain()) {
		return 1
	}
	return 2
}

// hasCapitals reports whether headings in capitals stand over others: the first
// of all alone is none of those where it only says that a summary follows.
func (l *leveler) hasCapitals(from, to int) bool {
	n, first := 0, false
	for j := from; j < to; j++ {
		if text := l.hs[j].plain(); isCapitals(text) {
			n++
			first = first || j == from && sectionTitles().is(text)
		}
	}
	return n > 1 || n == 1 && !first
}
