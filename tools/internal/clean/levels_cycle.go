package clean

// cycle recognises a document of parts that are built alike: the same headings
// come back under each part. They stand below the heading that each part opens
// with; what stands between the last of them and the next part is below it.
func (d *document) cycle(hs []*block) bool {
	count := map[string]int{}
	for _, b := range hs {
		count[folded(b.plain())]++
	}
	first, times := "", 0
	for _, b := range hs {
		if n := count[folded(b.plain())]; n >= 2 && (n >= 3 || d.twice(hs, count)) {
			first, times = folded(b.plain()), n
			break
		}
	}
	if first == "" {
		return false
	}
	titles := map[int]bool{}
	for i, b := range hs {
		if folded(b.plain()) != first {
			continue
		}
		if i == 0 || count[folded(hs[i-1].plain())] > 1 {
			return false // a heading that comes back though no part opens
		}
		titles[i-1] = true
	}
	if len(titles) != times {
		return false
	}
	opened, inside := false, false
	last := afterParts(hs, titles, func(b *block) bool { return count[folded(b.plain())] >= times })
	for i, b := range hs {
		key := folded(b.plain())
		switch {
		case titles[i]:
			b.Level, opened, inside = 2, true, false
		case !opened, i >= last:
			b.Level = 2
		case count[key] >= times:
			b.Level, inside = 3, true
		case inside:
			b.Level = 4
		default:
			b.Level = 3
		}
	}
	return true
}

// twice reports whether two headings at least come back twice each, so that
// two parts are enough to see that they are built alike.
func (d *document) twice(hs []*block, count map[string]int) bool {
	n := 0
	for _, c := range count {
		if c == 2 {
			n++
		}
	}
	return n >= 2
}

// afterParts is the place of the first heading after all parts: of those that the
// markup sets as high as the titles of parts, and above what comes back in each or
// where no part but the last would have headings within it. Where the markup sets
// a heading within a part so high too, it says nothing, but of an annex. A bold
// one is within the part if the titles of parts are not bold.
func afterParts(hs []*block, titles map[int]bool, repeated func(*block) bool) int {
	lowest, highest, first, last, strong := 0, 7, len(hs), 0, false
	for i, b := range hs {
		switch {
		case titles[i]:
			lowest, first, last, strong = max(lowest, b.Level), min(first, i), i, strong || b.strong
		case repeated(b):
			highest = min(highest, b.Level)
		}
	}
	within := 0 // headings in parts before the last
	for i, b := range hs[:last] {
		if i > first && !titles[i] && !repeated(b) {
			within++
		}
	}
	alone := within == 0 && len(titles) >= 3
	asHigh := func(i int) bool {
		level := hs[i].Level
		if hs[i].strong && !strong && !isAnnex(hs[i].plain()) {
			return false
		}
		return !titles[i] && !repeated(hs[i]) && level <= lowest && (alone || level > 0 && level < highest)
	}
	after := len(hs)
	for after > 0 && asHigh(after-1) {
		after--
	}
	for i := first + 1; i < len(hs); i++ {
		if hs[i].Level <= lowest && isAnnex(hs[i].plain()) {
			return i
		}
	}
	for i := first; i < after; i++ {
		if asHigh(i) {
			return len(hs)
		}
	}
	return after
}
