package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

var (
	mixedQuotes = regexp.MustCompile(`(?:^|[\s(])"[^"«»]{1,300}»|«[^"«»]{1,300}[^\s"«»]"`)
	asciiQuotes = regexp.MustCompile(`<<\s?\p{L}`)
)

// quotationMarks (C26) finds quotations that do not close, that close with
// another mark than they opened with, or that are written <<so>>: one finding
// a document for each. A speech of several paragraphs opens in each of them
// and closes once.
func quotationMarks(c *Context) {
	for _, pair := range c.words.Quotes {
		open, size := utf8.DecodeRuneInString(pair)
		shut, _ := utf8.DecodeRuneInString(pair[size:])
		c.unbalanced(open, shut)
	}
	c.onePerDocument("mixed", mixedQuotes)
	c.onePerDocument("ascii", asciiQuotes)
}

func (c *Context) unbalanced(open, shut rune) {
	var first *report.Unit
	var text string
	depth, opened := 0, -1
	fault := func(i int) {
		if first == nil {
			first, text = &c.units[i], c.plain[i]
		}
	}
	opens, shuts := 0, 0
	c.each(func(i int, u *report.Unit) {
		s := c.plain[i]
		if !strings.ContainsRune(s, open) && !strings.ContainsRune(s, shut) || mixedQuotes.MatchString(s) {
			return
		}
		for at, r := range s {
			switch {
			case r == open:
				opens++
				// Opening again at the start of a paragraph, the speech goes on.
				if depth > 0 && opened < i {
					if strings.TrimSpace(s[:at]) != "" {
						fault(opened)
					}
					depth = 0
				}
				depth++
				opened = i
			case r == shut:
				shuts++
				if depth == 0 {
					fault(i)
					continue
				}
				depth--
			}
		}
	})
	if depth > 0 {
		fault(opened)
	}
	if first != nil {
		c.say(first, "Open", string(open), "Close", string(shut), "Opened", strconv.Itoa(opens), "Closed", strconv.Itoa(shuts), "Text", text)
	}
}

// onePerDocument adds one finding for all that pattern matches.
func (c *Context) onePerDocument(variant string, pattern *regexp.Regexp) {
	var first *report.Unit
	var text string
	n := 0
	c.each(func(i int, u *report.Unit) {
		s := c.plain[i]
		if !strings.ContainsAny(s, "\"<") {
			return
		}
		if at := pattern.FindStringIndex(s); at != nil {
			if n++; first == nil {
				first, text = u, around(s, at[0], at[1])
			}
		}
	})
	if first != nil {
		c.vary(variant, report.Warning, first, "Text", text, "Count", strconv.Itoa(n))
	}
}
