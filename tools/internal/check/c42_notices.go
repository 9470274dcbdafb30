package check

import (
	"strconv"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// notices (C42) finds a translation that does not say, once, that it is one,
// and a notice that the text repeats.
func notices(c *Context) {
	said := make(map[string]bool)
	count := 0
	for _, n := range c.own.Meta.Notices {
		said[unit.Fold(page.Plain(n.Text))] = true
		if n.Kind == report.TranslationNotice {
			count++
		}
	}
	if c.isTranslation() && count != 1 {
		c.sayLine(1, "Count", strconv.Itoa(count))
	}
	for i := range c.units {
		if len(said) > 0 && said[unit.Fold(c.plain[i])] {
			c.vary("repeated", report.Warning, &c.units[i], "Text", c.plain[i])
		}
	}
}
