package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

var dayRange = regexp.MustCompile(`(\d{1,2})(?:er)?(?:\s*[-–—~至到]\s*|\s+(?:au|to|al|a|à|по|إلى)\s+)(\d{1,2})\s+(?:de\s+)?(\p{L}[\p{L}\p{M}.]+)(?:\s+(?:de\s+)?|,\s*)(\d{4})`)

// eventDates (C46) finds days of the event in the text that are not those of
// the front matter: the same month, overlapping, and different. One finding a
// page; the source may say so itself.
func eventDates(c *Context) {
	start, end := c.own.Meta.EventStart, c.own.Meta.EventEnd
	if len(start) != 10 || len(end) != 10 || start[:7] != end[:7] || c.words.Months == nil {
		return
	}
	from, _ := strconv.Atoi(start[8:])
	to, _ := strconv.Atoi(end[8:])
	done := false
	c.each(func(i int, u *report.Unit) {
		if done || u.Kind == report.Row || u.Kind == report.Footnote {
			return
		}
		text := foldDigits(c.plain[i])
		if !strings.Contains(text, start[:4]) {
			return
		}
		for _, m := range dayRange.FindAllStringSubmatch(text, -1) {
			a, _ := strconv.Atoi(m[1])
			b, _ := strconv.Atoi(m[2])
			if fmt.Sprintf("%s-%02d", m[4], c.month(m[3])) == start[:7] && (a != from || b != to) && a <= to && b >= from {
				c.say(u, "Text", m[0], "Start", start, "End", end)
				done = true
				return
			}
		}
	})
}

// month is the number of the month that name is, or 0.
func (c *Context) month(name string) int {
	for i, forms := range c.words.Months {
		for _, form := range strings.Split(forms, "|") {
			stem, isStem := strings.CutSuffix(form, "*")
			if lower := strings.ToLower(strings.TrimSuffix(name, ".")); strings.EqualFold(form, lower) || isStem && strings.HasPrefix(lower, stem) {
				return i + 1
			}
		}
	}
	return 0
}
