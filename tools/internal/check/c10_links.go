package check

import (
	"net/url"
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
)

var (
	brokenLink     = regexp.MustCompile(`\[[^\]\[]+\] \((?:https?://|www\.|#)[^)\s]*\)`)
	linkDefinition = regexp.MustCompile(`^\[[^\]^][^\]]*\]:\s*\S`)
)

// deadLinks (C10) finds links that lead nowhere: empty, to # alone, to a place
// that the page does not have or beside it, or undone by a space.
func deadLinks(c *Context) {
	ids := make(map[string]bool)
	for i := range c.units {
		ids[c.units[i].ID] = true
	}
	if c.reference != nil {
		for i := range c.reference.Units {
			ids[c.reference.Units[i].ID] = true
		}
	}
	for _, p := range c.pieces() {
		for _, t := range targets(p.text) {
			if t.image {
				continue
			}
			if judge(t.address) == dead {
				c.sayPiece(p, "URL", t.address, "Text", t.words)
			} else if u, err := url.Parse(t.address); err == nil && strings.HasPrefix(t.address, "#") && !ids[u.Fragment] {
				c.sayPiece(p, "URL", t.address, "Text", t.words)
			}
		}
		if m := brokenLink.FindString(p.text); m != "" && p.unit != nil {
			c.vary("space", report.Error, p.unit, "Text", m)
		}
		if p.unit != nil && p.unit.Kind != report.Row && linkDefinition.MatchString(p.text) {
			c.vary("definition", report.Warning, p.unit, "Text", p.unit.Text)
		}
	}
}
