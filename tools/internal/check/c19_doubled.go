package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

var spacedWord = regexp.MustCompile(`[\p{L}\p{M}][\p{L}\p{M}'’-]*`)

// doubledWords (C19) finds a word that stands twice: adjacent, in small
// letters, not one that the language doubles, and not doubled in the
// reference either.
func doubledWords(c *Context) {
	if !c.words.known {
		return // many languages double words to mean more of them
	}
	inReference := make(map[*report.Unit]bool)
	c.pairs(func(p pair) {
		if at, _ := doubled(p.there, wordsOf(c.reference.Lang)); at >= 0 {
			inReference[p.own] = true
		}
	})
	c.each(func(i int, u *report.Unit) {
		if u.Kind == report.Row || inReference[u] {
			return
		}
		if at, word := doubled(c.plain[i], c.words); at >= 0 {
			c.say(u, "Word", word, "Text", around(c.plain[i], at, at+len(word)))
		}
	})
}

// doubled finds the first doubled word of s, or -1.
func doubled(s string, w *words) (int, string) {
	if !mayDouble(s) {
		return -1, ""
	}
	end, before := -1, ""
	for _, at := range spacedWord.FindAllStringIndex(s, -1) {
		word := s[at[0]:at[1]]
		if end >= 0 && (s[end:at[0]] == " " || s[end:at[0]] == "\u00a0") && isSmall(word) && !w.doubles[word] {
			tail := before
			if w.Elision {
				tail = afterApostrophe(before) // l'eau eau
			}
			if (before == word || tail == word) && utf8.RuneCountInString(word) > 1 {
				return at[0], word
			}
		}
		end, before = at[1], word
	}
	return -1, ""
}

// mayDouble reports whether a word of s begins as the one before it ends.
func mayDouble(s string) bool {
	before := ""
	for word := range strings.FieldsSeq(s) {
		if before != "" && strings.HasPrefix(word, before) {
			return true
		}
		before = afterApostrophe(word)
	}
	return false
}

// afterApostrophe is the second of two words that an apostrophe joins.
func afterApostrophe(s string) string {
	if at := strings.LastIndexAny(s, "'’"); at >= 0 {
		_, size := utf8.DecodeRuneInString(s[at:])
		return s[at+size:]
	}
	return s
}

func isSmall(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsUpper(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	}) < 0
}
