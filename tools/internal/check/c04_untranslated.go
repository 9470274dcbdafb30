package check

import (
	"strconv"
)

// untranslated (C04) finds what still is in the reference's language, one
// finding for units that follow each other.
func untranslated(c *Context) {
	lines := make(map[string]int)
	for i := range c.units {
		lines[c.units[i].ID] = c.units[i].Line
	}
	for k := 0; k < len(c.aligned); {
		first, n := c.aligned[k], 0
		for ; k < len(c.aligned) && c.aligned[k].Left; k++ {
			n++
		}
		if n == 0 {
			k++
			continue
		}
		c.sayLine(lines[first.Ref.ID], "Reference", plainOf(first.Ref), "Count", strconv.Itoa(n))
		c.problems[len(c.problems)-1].Unit = first.Ref.ID
	}
}
