package check

import (
	"strconv"

	"rapporteur/tools/internal/report"
)

// leap is the most by which a number may jump and still be a paragraph's: a
// year that begins a sentence is not.
const leap = 30

// numbering (C12) finds printed paragraph numbers that do not follow each
// other. An annex may begin again at 1.
func numbering(c *Context) {
	var before *report.Unit
	last := 0
	for i := range c.units {
		u := &c.units[i]
		if u.Kind != report.Paragraph || u.Number == "" || u.Quote {
			continue
		}
		n, err := strconv.Atoi(report.Digits(u.Number))
		if err != nil || before != nil && n > last+leap {
			continue
		}
		if before != nil && n != last+1 && n != 1 {
			c.say(u, "Number", u.Number, "Before", before.Number, "Expected", strconv.Itoa(last+1))
		}
		before, last = u, n
	}
}
