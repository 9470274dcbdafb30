package check

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// cellGain is by how much more two cells of a column must have in common
// across than straight, of 2 at most.
const cellGain = 0.6

// cellOrder finds two rows that follow each other and have each other's cell in
// one column: by numbers, codes, names and kindred words. Rows that have
// changed places as a whole are unitOrder's.
func cellOrder(c *Context, a, b *pair) {
	rows := [4]*report.Unit{a.ref, b.ref, a.own, b.own}
	for _, u := range rows {
		if u.Kind != report.Row || u.Header || len(u.Cells) != len(a.ref.Cells) {
			return
		}
	}
	for j := range a.ref.Cells {
		var marks [4]map[string]bool
		for k, u := range rows {
			marks[k] = cellMarks(u.Cells[j])
		}
		straight := inCommon(marks[0], marks[2]) + inCommon(marks[1], marks[3])
		across := inCommon(marks[0], marks[3]) + inCommon(marks[1], marks[2])
		if across-straight >= cellGain {
			c.say(a.own, "Text", page.Plain(a.own.Cells[j]), "Next", page.Plain(b.own.Cells[j]), "Reference", page.Plain(a.ref.Cells[j]))
			return
		}
	}
}

// cellMarks are what of a cell can be seen again in a translation: cells are
// short, so that a letter that names a series counts, and every word's
// beginning.
func cellMarks(cell string) map[string]bool {
	s := page.Plain(cell)
	marks := make(map[string]bool)
	for n := range numbersOf(s) {
		marks[n] = true
	}
	for _, word := range wordsIn(s) {
		letters := []rune(strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				return -1
			}
			return r
		}, norm.NFD.String(word)))
		switch {
		case len(letters) == 0 || !cased(word):
		case strings.ToUpper(string(letters)) == string(letters):
			marks[string(letters)] = true
		case len(letters) >= stem:
			marks[strings.ToLower(string(letters[:stem]))] = true
		}
	}
	return marks
}

// inCommon is the cosine of two sets, from 0 to 1.
func inCommon(a, b map[string]bool) float64 {
	both := 0
	for m := range a {
		if b[m] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / math.Sqrt(float64(len(a)*len(b)))
}
