package unit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// Counts says how much of a reference a translation has, and how much of that
// is fresh. Translated = Fresh + Stale + Unknown, of which Unsure are such that
// the lock has them, in doubt; with Missing that is Units. Of what is missing,
// Behind is what the reference has got or changed since the translation was
// made; the rest it passed over. Words are the reference's, of the units that
// are meant.
type Counts struct {
	Units           int `json:"units"`
	Translated      int `json:"translated"`
	Fresh           int `json:"fresh"`
	Stale           int `json:"stale"`
	Unknown         int `json:"unknown"`
	Unsure          int `json:"unsure"`
	Missing         int `json:"missing"`
	Behind          int `json:"behind"`
	Extra           int `json:"extra"`
	Words           int `json:"words"`
	WordsTranslated int `json:"words_translated"`
	WordsFresh      int `json:"words_fresh"`
	WordsStale      int `json:"words_stale"`
}

// Freshness is what the counts say of the whole: "stale" if the reference says
// otherwise, or more, than the text that the translation was made from;
// "unknown" if that is not recorded of all; else "fresh", be it complete or not.
func (c *Counts) Freshness() string {
	switch {
	case c.Stale+c.Behind > 0:
		return "stale"
	case c.Unknown > 0:
		return "unknown"
	}
	return "fresh"
}

// CountReference counts a reference, of which all is there and fresh.
func CountReference(units []report.Unit) Counts {
	aligned := make([]Aligned, len(units))
	for i := range units {
		aligned[i] = Aligned{Ref: &units[i], State: report.OK}
	}
	return Count(aligned)
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
			if a.Behind {
				c.Behind++
			}
			continue
		case report.Stale:
			c.Stale++
			c.WordsStale += words
		case report.OK, report.Confirmed:
			c.Fresh++
			c.WordsFresh += words
		case report.Unsure:
			c.Unsure++
			c.Unknown++
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
