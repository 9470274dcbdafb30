package unit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// Counts says how much of a reference a translation has, and how much of that
// is fresh, in units. Translated = Fresh + Stale + Unknown; with Missing that
// is Units. Words are the reference's, of the units that are translated.
type Counts struct {
	Units           int `json:"units"`
	Translated      int `json:"translated"`
	Fresh           int `json:"fresh"`
	Stale           int `json:"stale"`
	Unknown         int `json:"unknown"`
	Missing         int `json:"missing"`
	Extra           int `json:"extra"`
	Words           int `json:"words"`
	WordsTranslated int `json:"words_translated"`
}

// Count counts the units of a translation.
func Count(aligned []Aligned) Counts {
	var c Counts
	for _, a := range aligned {
		if a.Ref == nil {
			if a.With == nil {
				c.Extra++
			}
			continue
		}
		words := CountWords(Words(a.Ref))
		c.Units++
		c.Words += words
		switch a.State {
		case report.Missing:
			c.Missing++
			continue
		case report.Stale:
			c.Stale++
		case report.OK, report.Confirmed:
			c.Fresh++
		default:
			c.Unknown++
		}
		c.Translated++
		c.WordsTranslated += words
	}
	return c
}

// CountWords counts the words of s: runs between white space that have a
// letter or a digit; in a script without spaces, two characters a word.
func CountWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	if Wide(s) {
		n = max(n, utf8.RuneCountInString(s)/2)
	}
	return n
}
