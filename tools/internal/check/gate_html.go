package check

import (
	"regexp"
	"strings"
)

var (
	htmlTag = regexp.MustCompile(`(?:^|[^<])(<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*|/)?>|!--|![A-Za-z]|\?[a-z]))`)
	openTag = regexp.MustCompile(`(?i)<(?:script|iframe|style|object|embed|svg|img|form|meta|link|base)\b`)
)

// rawHTML finds tags. Pages show them as text, so that they can do nothing,
// and nobody who wrote one meant that. <<A quotation>> is none.
func rawHTML(c *Context) {
	for _, p := range c.pieces() {
		if !strings.Contains(p.text, "<") {
			continue
		}
		if m := htmlTag.FindStringSubmatch(p.text); m != nil {
			c.sayPiece(p, "Text", m[1])
		} else if tag := openTag.FindString(p.text); tag != "" {
			c.sayPiece(p, "Text", tag)
		}
	}
}
