package check

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

// linkParity (C08) finds units with fewer links than the reference's.
func linkParity(c *Context) {
	c.pairs(func(p pair) {
		there, here := linksOf(p.ref), linksOf(p.own)
		if len(here) < len(there) {
			have := make(map[string]bool)
			for _, t := range here {
				have[t.address] = true
			}
			lost := there[0]
			for _, t := range there {
				if !have[t.address] {
					lost = t
					break
				}
			}
			c.say(p.own, "URL", lost.address, "Text", p.here, "Count", strconv.Itoa(len(there)-len(here)))
		}
	})
}

// bareLink is an address that stands in the text as it is; pages link it.
var bareLink = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>\[\]()]+[^\s<>\[\]().,;:!?'"»”’*_]`)

// linksOf are the links of a unit, dead ones and bare addresses too.
func linksOf(u *report.Unit) []target {
	text := u.Text
	if u.Kind == report.Row {
		text = strings.Join(u.Cells, " ")
	}
	if !strings.Contains(text, "](") && !strings.Contains(text, ":") && !strings.Contains(text, "www.") {
		return nil
	}
	text = mask(text)
	ts := targets(text)
	rest := autoLink.ReplaceAllString(inlineLink.ReplaceAllString(text, " "), " ")
	for _, address := range bareLink.FindAllString(rest, -1) {
		ts = append(ts, target{address: address})
	}
	return ts
}
