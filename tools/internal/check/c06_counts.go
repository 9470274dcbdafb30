package check

import "strings"

// How often a number stands in a text is a translator's to choose: a year is
// left out where it is said again. What is told here is closer: one number of
// those that are said more than once is gone, or has become another, while all
// the others are there.

// fewer is the number of from that text has less often, though it has all the
// others as often; "" if that is not so, or the number is short enough to be
// said otherwise.
func fewer(from, text string) string {
	a, b := numbersOf(from), numbersOf(text)
	lost, added, other := "", "", 0
	for v, n := range a {
		switch d := n - b[v]; {
		case d == 1 && lost == "" && b[v] > 0:
			lost = v
		case d > 0:
			return ""
		}
	}
	for v, n := range b {
		switch d := n - a[v]; {
		case d == 1 && added == "":
			added = v
		case d > 0:
			other++
		}
	}
	if lost == "" || other > 0 || added == "" && len(lost) < 2 {
		return ""
	}
	return lost
}

// numbersOf counts the numbers of a text, part by part: 3.1.2 may be set as
// 2.1.3.
func numbersOf(s string) map[string]int {
	count := make(map[string]int)
	for _, text := range numeral.FindAllString(foldDigits(s), mostNumbers) {
		for _, v := range values(text) {
			for _, part := range strings.Split(v.value, ".") {
				count[trimZeros(part)]++
			}
		}
	}
	return count
}
