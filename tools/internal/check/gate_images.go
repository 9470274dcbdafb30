package check

import (
	"regexp"
)

var imageMark = regexp.MustCompile(`!\[[^\]]*\](?:\(|\[)`)

// images finds pictures: a report has none, and a remote one tells its host
// who reads.
func images(c *Context) {
	for _, p := range c.pieces() {
		if at := imageMark.FindStringIndex(p.text); at != nil {
			c.sayPiece(p, "Text", around(p.text, at[0], at[1]))
		}
	}
}
