package check

import (
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// repeatedTitle (C44) finds the title in the text again, where every page
// prints it already.
func repeatedTitle(c *Context) {
	title := unit.Fold(c.own.Meta.Title)
	for i := 0; i < min(4, len(c.units)); i++ {
		if u := &c.units[i]; (u.Kind == report.Heading || u.Kind == report.Paragraph) && title != "" && unit.Fold(c.plain[i]) == title {
			c.say(u, "Text", c.plain[i])
			return
		}
	}
}
