package check

import (
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// lowerCaseSentences (C21) finds a sentence that begins with a small letter.
func lowerCaseSentences(c *Context) {
	if !c.words.known {
		return // its abbreviations are not known
	}
	c.each(func(i int, u *report.Unit) {
		if !prose(u) {
			return
		}
		s := c.plain[i]
		for _, at := range sentenceStop.FindAllStringSubmatchIndex(s, -1) {
			word := s[at[2]:at[3]]
			if utf8.RuneCountInString(word) < 3 || !isSmall(word) || c.words.abbreviations[word] || !startsLower(s[at[1]:]) {
				continue
			}
			c.say(u, "Text", around(s, at[2], at[1]))
			return
		}
	})
}
