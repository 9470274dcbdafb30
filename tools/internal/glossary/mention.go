package glossary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap is how many words may stand between those of a term where a text only
// alludes to it: "normes et solutions ouvertes" for "normes ouvertes".
const gap = 3

// Alludes reports whether a text has the words of a concept's term near each
// other, a few words between them.
func (s *Set) Alludes(concept, text string) bool {
	ts := tokens(text)
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = fold(text[t.start:t.end])
	}
	for _, f := range s.byConcept[concept] {
		if !f.wide && len(f.words) > 1 && s.alluded(f, words) {
			return true
		}
	}
	return false
}

// alluded reports whether the long words of a form stand in a text in order,
// at most gap words more between them.
func (s *Set) alluded(f form, words []string) bool {
	var long []string
	for _, w := range f.words {
		if utf8.RuneCountInString(w) >= stem {
			long = append(long, w)
		}
	}
	for i := range words {
		k := 0
		for j := i; j < len(words) && j < i+len(f.words)+gap && k < len(long); j++ {
			if s.lang.same(long[k], words[j], f.exact, false) {
				k++
			} else if k == 0 {
				break
			}
		}
		if k == len(long) && k > 1 {
			return true
		}
	}
	return false
}

// InName reports whether what was found stands in a longer name: a term that
// the glossary writes small, in capitals beside another word in capitals that
// begins no sentence; a short word may stand between them, as in "Declaration
// of Human Rights".
func InName(text string, f Found) bool {
	first, _ := utf8.DecodeRuneInString(f.Form)
	written, _ := utf8.DecodeRuneInString(text[f.Start:])
	if !unicode.IsLower(first) || !unicode.IsUpper(written) {
		return false
	}
	before := tokens(text[:f.Start])
	if n := len(before); n > 0 && strings.TrimSpace(text[before[n-1].end:f.Start]) == "" {
		at := before[n-1]
		if word := text[at.start:at.end]; n > 1 && !at.apart && len(word) <= 3 && strings.ToLower(word) == word {
			at = before[n-2]
		}
		begins := at.start == 0 || at.apart
		if r, _ := utf8.DecodeRuneInString(text[at.start:]); unicode.IsUpper(r) && !begins {
			return true
		}
	}
	after := strings.TrimLeft(text[f.End:], " \u00a0\u202f-")
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsUpper(next) || unicode.IsDigit(next) && len(after) < len(text[f.End:])
}

var address = regexp.MustCompile(`(?:https?://|www\.)[^\s<>]+|[^\s@<>]+@[^\s@<>]+\.[a-z]+`)

// WithoutAddresses is a text with its addresses blanked, byte for byte: what
// stands in them are no words.
func WithoutAddresses(s string) string {
	if !strings.Contains(s, "://") && !strings.Contains(s, "www.") && !strings.Contains(s, "@") {
		return s
	}
	return address.ReplaceAllStringFunc(s, func(m string) string { return strings.Repeat(" ", len(m)) })
}
