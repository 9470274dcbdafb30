package review

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
)

// bones is a text as it is recognised again: its letters and digits alone, so
// that markup, spaces and marks make no difference; at has the place in the
// text of each byte.
type bones struct {
	text    string
	letters string
	at      []int
}

func isTouching(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsPunct(r) && !strings.ContainsRune("*_[(<`", r)
}

func bonesOf(s string) bones {
	b := bones{text: s}
	var letters strings.Builder
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			continue
		}
		if plain := strings.IndexRune(raised, r); plain >= 0 {
			r = rune('0' + utf8.RuneCountInString(raised[:plain]))
		}
		n, _ := letters.WriteRune(r)
		for range n {
			b.at = append(b.at, i)
		}
	}
	b.letters = letters.String()
	return b
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// find is where the letters of another text stand in this one, in bytes of
// the text, after a place.
func (b *bones) find(other string, after int) (from, to int, found bool) {
	start := 0
	for start < len(b.at) && b.at[start] < after {
		start++
	}
	if other == "" {
		return 0, 0, false
	}
	i := strings.Index(b.letters[start:], other)
	if i < 0 {
		return 0, 0, false
	}
	from, to = b.at[start+i], b.at[start+i+len(other)-1]
	_, size := utf8.DecodeRuneInString(b.text[to:])
	to += size
	// The marks that touch the words belong to them, those of markup do not.
	for to < len(b.text) && to-from < len(b.text) && isTouching(b.text[to:]) {
		_, size = utf8.DecodeRuneInString(b.text[to:])
		to += size
	}
	if from > after && strings.ContainsRune("[(«“\"", rune(b.text[from-1])) {
		from--
	}
	return from, to, true
}

var (
	breakTag  = regexp.MustCompile(`(?i)<br\s*/?>`)
	raisedTag = regexp.MustCompile(`(?i)<sup>\s*([0-9]{1,4})\s*</sup>`)
	styleTag  = regexp.MustCompile(`(?i)</?(?:sup|sub|i|b|em|strong|u|s|small|span|font|a|p|div)(?:\s[^<>]*)?/?>`)
)

// untagged is inline Markdown without the elements that may stand in the text
// of a source.
func untagged(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	s = breakTag.ReplaceAllString(s, "\\\n")
	s = raisedTag.ReplaceAllStringFunc(s, func(m string) string {
		return strings.Map(func(r rune) rune {
			return []rune(raised)[r-'0']
		}, raisedTag.FindStringSubmatch(m)[1])
	})
	return styleTag.ReplaceAllString(s, "")
}

// plainOf is what inline Markdown of a source says.
func plainOf(s string) string { return page.Plain(untagged(s)) }
