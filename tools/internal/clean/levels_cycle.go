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
	for i, b := range hs {
		key := folded(b.plain())
		switch {
		case titles[i]:
			b.Level, opened, inside = 2, true, false
		case !opened:
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
