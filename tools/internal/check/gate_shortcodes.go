package check

import (
	"regexp"
)

var shortcodeMark = regexp.MustCompile(`\{\{[<%]`)

// shortcodes finds what tells Hugo to run something, wherever in the file it
// stands: a stray one stops a build by stock Hugo.
func shortcodes(c *Context) {
	for i, line := range c.lines {
		if at := shortcodeMark.FindStringIndex(line); at != nil {
			c.sayLine(i+1, "Text", around(line, at[0], at[1]))
		}
	}
}
