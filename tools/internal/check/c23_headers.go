package check

import (
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// The least of a running header.
const (
	headerTimes = 3 // once may be anything, twice a title and its section
	headerWords = 2
)

// runningHeaders (C23) finds a line that the pages of the source repeat and
// that now stands in the text: the same words three times or more, at least
// once in the middle of a sentence or of a list.
func runningHeaders(c *Context) {
	places := make(map[string][]int)
	for i := range c.units {
		u := &c.units[i]
		if u.Kind != report.Heading && (u.Kind != report.Paragraph || u.Number != "") {
			continue
		}
		if key := string(u.Kind) + unit.Fold(c.plain[i]); len(strings.Fields(c.plain[i])) >= headerWords || unit.Wide(key) {
			places[key] = append(places[key], i)
		}
	}
	for i := range c.units {
		u := &c.units[i]
		at := places[string(u.Kind)+unit.Fold(c.plain[i])]
		if len(at) < headerTimes || at[0] != i {
			continue // one finding for each text
		}
		wrong := 0
		first := -1
		for _, k := range at {
			if c.interrupts(k) {
				if wrong++; first < 0 {
					first = k
				}
			}
		}
		if wrong > 0 {
			c.say(&c.units[first], "Text", c.plain[i], "Times", strconv.Itoa(len(at)), "Count", strconv.Itoa(wrong))
		}
	}
}

// interrupts reports whether unit i stands in the middle of a sentence, or of
// a list that goes on behind it.
func (c *Context) interrupts(i int) bool {
	if i == 0 || i+1 >= len(c.units) {
		return false
	}
	before, after := &c.units[i-1], &c.units[i+1]
	if !prose(before) || !prose(after) {
		return false
	}
	if !terminated(c.plain[i-1]) && cased(c.plain[i+1]) && startsLower(c.plain[i+1]) {
		return true
	}
	return c.units[i].Kind == report.Paragraph && before.Kind == report.Item && after.Kind == report.Item
}
