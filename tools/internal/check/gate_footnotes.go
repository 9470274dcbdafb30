package check

import (
	"strings"
)

// duplicateFootnotes finds notes that share a label: a reference could mean
// either.
func duplicateFootnotes(c *Context) {
	first := make(map[string]int)
	for i := range c.units {
		u := &c.units[i]
		if u.Label == "" {
			continue
		}
		label := strings.ToLower(u.Label)
		if at, ok := first[label]; ok {
			c.say(u, "Label", u.Label, "Line", lineText(c.units[at].Line))
			continue
		}
		first[label] = i
	}
}
