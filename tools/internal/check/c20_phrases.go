package check

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
)

// sentenceStop ends a sentence inside a text: its last word, and what stands
// before the next.
var sentenceStop = regexp.MustCompile(`([\p{L}\p{M}'’-]+)(["”»)]?)[.][ \x{a0}]+`)

// doubledPhrases (C20) finds the words before a full stop repeated behind it:
// what is left of an edit that went wrong. Two words are enough if the second
// time they begin with a small letter.
func doubledPhrases(c *Context) {
	c.each(func(i int, u *report.Unit) {
		s := c.plain[i]
		for _, at := range sentenceStop.FindAllStringIndex(s, -1) {
			before := lastWords(s[:at[1]], 6)
			after := firstWords(s[at[1]:], 6)
			for k := min(len(before), len(after)); k >= 2; k-- {
				if k == 2 && !startsLower(s[at[1]:]) {
					break
				}
				if strings.EqualFold(strings.Join(before[len(before)-k:], " "), strings.Join(after[:k], " ")) {
					c.say(u, "Text", around(s, at[0], at[1]))
					return
				}
			}
		}
	})
}

func lastWords(s string, n int) []string {
	list := wordsIn(s[max(0, len(s)-200):])
	return list[max(0, len(list)-n):]
}

func firstWords(s string, n int) []string {
	list := wordsIn(s[:min(len(s), 200)])
	return list[:min(len(list), n)]
}
