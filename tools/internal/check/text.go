package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// quoted is how much of a text a message shows, in characters.
const quoted = 90

// quote is s as a message may show it on a terminal: on one line, not too
// long, with what cannot be seen spelled out.
func quote(s string) string {
	var b strings.Builder
	n, space := 0, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			n++
		}
		space = false
		if n >= quoted {
			b.WriteRune('…')
			break
		}
		b.WriteString(visible(r))
		n++
	}
	return b.String()
}

// visible is r, or its code point where r would not be seen, or would change
// how its neighbours are.
func visible(r rune) string {
	if unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) {
		return string(r)
	}
	return codePoint(r)
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// around is the text near a match, a few words each way.
func around(s string, start, end int) string {
	const margin = 30
	from, to := start, end
	for n := 0; from > 0 && n < margin; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	for n := 0; to < len(s) && n < margin; n++ {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	snippet := s[from:to]
	if from > 0 {
		snippet = "…" + snippet
	}
	if to < len(s) {
		snippet += "…"
	}
	return snippet
}

// ending is the last few words of s; beginning the first.
func ending(s string) string    { return around(s, len(s), len(s)) }
func beginning(s string) string { return around(s, 0, 0) }

// prose reports whether u is a piece of running text.
func prose(u *report.Unit) bool {
	return u.Kind == report.Paragraph || u.Kind == report.Item || u.Kind == report.Turn
}

// lastMark is the last character of s that says how it ends: behind closing
// quotation marks and brackets.
func lastMark(s string) rune {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune("»”’\"'“)]）」』》*_", r) {
			continue
		}
		return r
	}
	return 0
}

// terminated reports whether s ends as a sentence, a clause or a lead-in does.
func terminated(s string) bool {
	r := lastMark(s)
	return strings.ContainsRune(".!?…:;。！？；：؟؛۔।॥", r)
}

// startsLower reports whether the first letter of s is a small one and nothing
// stands before it but quotation marks; an enumerator, as in a), is no start.
func startsLower(s string) bool {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("«“\"'‘’", r) })
	first, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(first) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(s[size:])
	if strings.ContainsRune(").", second) || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
		return false
	}
	return !unicode.IsUpper(second) // eGovernment, iOS
}

// cased reports whether the first letter of s belongs to a script that has
// capitals.
func cased(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r) || unicode.IsUpper(r)
		}
	}
	return false
}

// hasAny reports whether s has one of parts: what a pattern cannot match
// without, at a tenth of its cost.
func hasAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// wordsIn splits s at what is neither letter, mark nor digit; apostrophes and
// hyphens stay inside words.
func wordsIn(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
	})
}
