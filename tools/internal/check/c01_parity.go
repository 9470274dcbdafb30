package check

import (
	"strconv"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// headingParity (C01) finds headings that stand at another level than those of
// the reference: one finding a page.
func headingParity(c *Context) {
	var first *report.Unit
	var refLevel, count int
	c.pairs(func(p pair) {
		ref, own := p.ref, p.own
		if ref.Kind != report.Heading || own.Kind != report.Heading || ref.Level == own.Level {
			return
		}
		if count++; first == nil {
			first, refLevel = own, ref.Level
		}
	})
	if first != nil {
		c.say(first, "Text", page.Plain(first.Text), "Level", hashes(first.Level), "Reference", hashes(refLevel), "Count", strconv.Itoa(count))
	}
}
