package check

import (
	"rapporteur/tools/internal/report"
)

// credits (C43) finds a translation that does not say who made it and how, or
// from which text.
func credits(c *Context) {
	if !c.isTranslation() {
		return
	}
	credit := c.own.Meta.Credit
	line := c.lineOf("[translation]")
	if credit.Method == "" && len(credit.Translators) == 0 {
		c.sayLine(line)
	}
	if credit.BasedOn == "" {
		c.add(c.check.Code+"-based-on", report.Warning, line, nil, nil)
	}
}
