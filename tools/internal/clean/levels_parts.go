package clean

import (
	"regexp"
	"strings"
)

// walk sets the levels of the headings from..to, which stand below a heading
// of the level above. Those of the first shape are the parts; what stands
// before the first part is beside them.
func (l *leveler) walk(from, to, level int, used int) {
	if from >= to {
		return
	}
	top := noShape
	for i := from; i < to && top == noShape; i++ {
		if s := l.shape[i]; s != noShape && used&(1<<s) == 0 && l.countIn(from, to, s) >= 2 {
			top = s
		}
	}
	if top == noShape {
		l.byMarkup(from, to, level)
		return
	}
	at := from
	for at < to && l.shape[at] != top {
		at++
	}
	l.walk(from, at, level, used|1<<top)
	for at < to {
		end := at + 1
		for end < to && l.shape[end] != top && !l.isApart(end, top, from, to) {
			end++
		}
		l.hs[at].Level = level
		if l.shape[at] == top {
			l.walk(at+1, end, level+1, used|1<<top)
		} else {
			l.walk(at+1, end, level+1, 0) // an annex counts anew
		}
		at = end
	}
}

// isApart reports whether a heading without the shape of the parts stands
// beside them: an annex, or one that the markup sets as high as every part.
func (l *leveler) isApart(i int, top shape, from, to int) bool {
	if l.shape[i] != noShape {
		return false
	}
	if isAnnex(l.hs[i].plain()) {
		return l.raw[i] <= 2 || !l.d.styled() && countWords(l.hs[i].plain()) <= 2
	}
	if top != dated && l.closes(i, top, from, to) {
		return true
	}
	highest, lowest := 7, 0 // levels of the parts
	for j := from; j < to; j++ {
		if l.shape[j] == top {
			highest, lowest = min(highest, l.raw[j]), max(lowest, l.raw[j])
		}
	}
	if top == dated { // days are often marked lower than what happened on them; conclusions come after the last
		return i > from && l.countIn(i, to, dated) == 0 && l.raw[i] <= highest &&
			(sectionTitles().is(l.hs[i].plain()) || l.besideDays(i))
	}
	if highest != lowest && !sectionTitles().is(l.hs[i].plain()) {
		return false // levels say little here, and its name nothing
	}
	return l.raw[i] > 0 && l.raw[i] <= lowest
}

// besideDays reports whether the heading at place i, below the last day, stands as
// high in the markup as a section above the first, and nothing that happened on
// the days before the last does.
func (l *leveler) besideDays(i int) bool {
	above, days := false, l.countIn(0, len(l.hs), dated)
	for j, seen := 0, 0; j < i && seen < days; j++ {
		switch {
		case l.shape[j] == dated:
			seen++
		case seen == 0:
			above = above || l.raw[j] == l.raw[i] && l.shape[j] == noShape
		case l.raw[j] <= l.raw[i]:
			return false
		}
	}
	return above && l.raw[i] > 0
}

// isAnnex reports whether a heading is that of an annex, with or without its
// number and what it is.
func isAnnex(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	return annexTitles().is(text) || annexTitles().is(strings.TrimRight(word, ":.")) && (countWords(text) <= 2 || namedAnnex.MatchString(text))
}

// namedAnnex is an annex, perhaps its number, a mark, and what it is: Annex II – …
var namedAnnex = regexp.MustCompile(`^\p{L}+(?: (?:[IVX]{1,5}|\d{1,2}|\p{Lu}))?\s?[-–—:.]\s`)

// closes reports whether the heading at place i is the last of all, and the only
// one among counted parts that does not count: how minutes close.
func (l *leveler) closes(i int, top shape, from, to int) bool {
	if i != to-1 || to != len(l.hs) || l.raw[i] > 0 || i > from && l.places[i] == l.places[i-1]+1 { // right below another it opens a part
		return false
	}
	if sectionTitles().is(l.hs[i].plain()) {
		return l.countIn(from, to, top) >= 2
	}
	for j := from; j < i; j++ {
		if l.shape[j] != top && l.countIn(from, j, top) > 0 {
			return false
		}
	}
	return l.countIn(from, to, top) >= 2
}

func (l *leveler) countIn(from, to int, s shape) int {
	n := 0
	for i := from; i < to; i++ {
		if l.shape[i] == s {
			n++
		}
	}
	return n
}
