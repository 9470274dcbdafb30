package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// longLine is how long, in characters, an unfinished piece of running text is
// at least. What is shorter may be an address, a signature or a verse.
const longLine = 40

// splitSentences (C22) finds a sentence that is cut in two, as page breaks do:
// a piece without an end, and one that goes on in small letters, perhaps with
// a heading between that belongs elsewhere. A paragraph that begins in small
// letters went on from something, whatever stands before it now.
func splitSentences(c *Context) {
	before := -1 // the last piece of running text
	for i := range c.units {
		u := &c.units[i]
		switch {
		case c.left[i]:
			before = -1
			continue
		case u.Kind == report.Heading:
			continue // a running header may stand in the middle of a sentence
		case !prose(u):
			before = -1
			continue
		}
		if before >= 0 && u.Kind == report.Paragraph && u.Number == "" && u.Quote == c.units[before].Quote && c.split(before, i) {
			c.say(u, "Before", ending(c.plain[before]), "Text", beginning(c.plain[i]))
		}
		before = i
	}
}

// numberStart begins a paragraph that goes on with an amount: 150 countries.
var numberStart = regexp.MustCompile(`^\d{1,3}(?:[\s\x{a0}\x{202f}]\d{3})*\s\p{Ll}{2}`)

// split reports whether the units i and j are two halves of one sentence.
func (c *Context) split(i, j int) bool {
	first, second := c.plain[i], c.plain[j]
	switch {
	case first == "" || second == "":
		return false
	case startsLower(second):
		return !strings.ContainsRune(":;：；", lastMark(first)) // a lead-in or a clause goes on rightly
	case terminated(first):
		return false
	case numberStart.MatchString(second):
		return utf8.RuneCountInString(first) >= longLine
	case cased(second):
		return false
	}
	// A script without capitals: only a long piece without any mark is sure. One
	// with a semicolon may be a list, such as the line of a crosswalk.
	return !strings.ContainsAny(first, ";；؛") && j == i+1 && c.units[i].Kind == report.Paragraph && strings.ContainsAny(second, ".。؟!") &&
		utf8.RuneCountInString(first) >= 2*longLine && utf8.RuneCountInString(second) >= longLine
}
