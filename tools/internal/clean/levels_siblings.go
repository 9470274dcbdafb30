package clean

import (
	"regexp"
	"strconv"
)

// countedName is a heading that counts by a word and a number: Session 2: …,
// Pillar 3 – …
var countedName = regexp.MustCompile(`^(\p{L}{3,20}) (\d{1,2}) ?[:.–—-]`)

// evenSiblings gives headings that count on by one word the level that most of
// them have: what one extractor or another took their type for differs, what
// they count does not. Between two of them stand deeper headings alone. Styles
// are believed.
func (l *leveler) evenSiblings() {
	if l.d.styled() {
		return
	}
	for i := range l.hs {
		if row := l.countsFrom(i); len(row) >= 3 {
			level := l.mostly(row)
			for _, k := range row {
				l.hs[k].Level = level
			}
		}
	}
}

// countsFrom are the places of the headings that count on from place i, if that
// is the first of them.
func (l *leveler) countsFrom(i int) (row []int) {
	word, n := countedBy(l.hs[i])
	if n != 1 {
		return nil
	}
	for k := i; k < len(l.hs); k++ {
		if w, m := countedBy(l.hs[k]); w == word && m == n {
			row, n = append(row, k), n+1
		} else if l.hs[k].Level < l.hs[i].Level {
			break // the next part
		}
	}
	return row
}

// mostly is the level that most of the headings have, the higher one of two.
func (l *leveler) mostly(row []int) int {
	times, level := map[int]int{}, 0
	for _, k := range row {
		times[l.hs[k].Level]++
	}
	for at := 6; at > 0; at-- {
		if times[at] > 0 && times[at] >= times[level] {
			level = at
		}
	}
	return level
}

func countedBy(b *block) (word string, n int) {
	m := countedName.FindStringSubmatch(b.plain())
	if m == nil {
		return "", 0
	}
	n, _ = strconv.Atoi(m[2])
	return folded(m[1]), n
}
