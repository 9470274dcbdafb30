package unit

import (
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
)

// A Sketch tells how much two texts of one language are alike when neither is
// at hand: 24 hexadecimal digits, each the low half-byte of the least of one
// hash function over the text's shingles. Two texts agree in a digit as often
// as they share shingles, and by chance in a sixteenth of the rest (b-bit
// minwise hashing, Li and König 2010). It is why an edited unit that has moved
// is known again from sync/ alone.
type Sketch string

const sketchDigits = 24

// likeness estimates the shingles that two texts share, of all that they have:
// 1 of the same text, about 0 of two that have nothing to do with each other.
// Its error is a tenth at most. Without a sketch, nothing is alike.
func (s Sketch) likeness(t Sketch) float64 {
	if len(s) != sketchDigits || len(t) != sketchDigits {
		return 0
	}
	same := 0
	for i := range sketchDigits {
		if s[i] == t[i] {
			same++
		}
	}
	return (float64(same)/sketchDigits - 1.0/16) / (1 - 1.0/16)
}

// sketch makes the sketch of a unit's words. Shingles are five letters long,
// two in a script where a letter is a word or half of one; case and marks do
// not count.
func sketch(u *report.Unit) Sketch {
	text := Fold(said(u))
	size := 5
	if Wide(text) {
		size = 2
	}
	runes := []rune{' '}
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			runes = append(runes, r)
		case runes[len(runes)-1] != ' ':
			runes = append(runes, ' ')
		}
	}
	var least [sketchDigits]uint64
	for k := range least {
		least[k] = ^uint64(0)
	}
	for i := 0; i == 0 || i+size <= len(runes); i++ {
		h := uint64(14695981039346656037) // FNV-1a
		for _, r := range runes[i:min(i+size, len(runes))] {
			h = (h ^ uint64(r)) * 1099511628211
		}
		h = mix(h)
		for k := range least {
			least[k] = min(least[k], h*multipliers[k])
		}
	}
	digits := make([]byte, sketchDigits)
	for k, v := range least {
		digits[k] = "0123456789abcdef"[mix(v)&15]
	}
	return Sketch(digits)
}

// multipliers make one hash function into many: odd numbers, fixed for ever,
// for they stand behind every sketch in sync/.
var multipliers = func() (list [sketchDigits]uint64) {
	for k := range list {
		list[k] = mix(uint64(k+1)*0x9e3779b97f4a7c15) | 1
	}
	return list
}()

// mix is the finalizer of SplitMix64.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
