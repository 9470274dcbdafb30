package check

import (
	"strconv"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// missingUnits (C03) finds what the reference has and the translation has not,
// one finding for units that follow each other; what only the translation has
// is a variant.
func missingUnits(c *Context) {
	var run, extra []unit.Aligned
	var before *report.Unit
	missing := func() {
		if len(run) > 0 {
			first := run[0].Ref
			line := 0
			if before != nil {
				line = before.Line
			}
			c.add(c.check.Code, c.check.Severity, line, nil, []string{"Unit", first.ID, "Reference", plainOf(first), "Count", strconv.Itoa(len(run))})
			c.problems[len(c.problems)-1].Unit = first.ID
			run = run[:0]
		}
	}
	added := func() {
		if len(extra) > 0 {
			own := extra[0].Own
			c.vary("extra", report.Warning, own, "Text", plainOf(own), "Count", strconv.Itoa(len(extra)))
			extra = extra[:0]
		}
	}
	for _, a := range c.aligned {
		if a.State != report.Missing || a.Left {
			missing()
		} else {
			run = append(run, a)
		}
		if a.State != report.Extra {
			added()
		} else {
			extra = append(extra, a)
		}
		if a.Own != nil {
			before = a.Own
		}
	}
	missing()
	added()
}
