package check

import (
	"regexp"

	"rapporteur/tools/internal/report"
)

var (
	spaceBefore  = regexp.MustCompile(`[^\s.,…][ \x{a0}]+(?:[.,]|[،。，])(?:\s|$)`)
	orphanMark   = regexp.MustCompile(`\p{L}[ \x{a0}]’\p{L}`)
	spacedHyphen = regexp.MustCompile(`\p{Lu}- \p{Lu}`)
)

// strayPunctuation (C27) finds a space before a full stop or a comma, and an
// apostrophe or hyphen that lost the word beside it. No language sets those;
// other spaces are set when a page is rendered.
func strayPunctuation(c *Context) {
	patterns := []*regexp.Regexp{spaceBefore, spacedHyphen}
	if c.words.Elision {
		patterns = append(patterns, orphanMark)
	}
	c.each(func(i int, u *report.Unit) {
		if u.Kind == report.Row || !hasAny(c.plain[i], " .", " ,", "\u00a0.", "\u00a0,", " ،", " 。", " ，", "- ", " ’", "\u00a0’") {
			return
		}
		for _, p := range patterns {
			if at := p.FindStringIndex(c.plain[i]); at != nil {
				c.say(u, "Text", around(c.plain[i], at[0], at[1]))
			}
		}
	})
}
