package check

import (
	"regexp"
	"strconv"

	"rapporteur/tools/internal/report"
)

var announced = regexp.MustCompile(`[(（](\d{1,2})[)）][^(（:：]*[:：]?\s*$`)

// announcedCounts (C14) finds a list that has not as many items as the text
// before it says in brackets: eight (8) themes.
func announcedCounts(c *Context) {
	for i := 0; i+1 < len(c.units); i++ {
		u, next := &c.units[i], &c.units[i+1]
		if !prose(u) || next.Kind != report.Item || lastMark(c.plain[i]) != ':' && lastMark(c.plain[i]) != '：' {
			continue
		}
		if u.Kind == report.Item && next.Level <= u.Level {
			continue
		}
		m := announced.FindStringSubmatch(foldDigits(c.plain[i]))
		if m == nil {
			continue
		}
		items := 0
		for j := i + 1; j < len(c.units) && c.units[j].Level >= next.Level && c.units[j].Kind != report.Heading; j++ {
			if c.units[j].Kind == report.Item && c.units[j].Level == next.Level {
				items++
			}
		}
		if n, _ := strconv.Atoi(m[1]); n != items && n > 1 {
			c.say(u, "Announced", m[1], "Count", strconv.Itoa(items), "Text", ending(c.plain[i]))
		}
	}
}
