package check

import (
	"path"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// sections finds crosswalks of sections that the reference does not have, and
// crosswalks in a file that is not the reference, where nobody reads them.
func sections(c *Context) {
	if len(c.own.Meta.Sections) == 0 {
		return
	}
	if c.reference != nil {
		c.check = &Check{Code: "section-misplaced", Severity: report.Error}
		c.sayLine(c.lineOf("[[sections]]"), "Reference", path.Base(c.reference.File))
		return
	}
	headings := make(map[string]int)
	for i := range c.units {
		if c.units[i].Kind == report.Heading {
			headings[unit.Fold(c.plain[i])]++
		}
	}
	for _, s := range c.own.Meta.Sections {
		if headings[unit.Fold(page.Plain(s.Heading))] < max(1, s.Nth) {
			c.sayLine(c.lineOf(s.Heading), "Heading", s.Heading)
		}
	}
}
