package unit

import (
	"math/bits"
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
	p, q := s.packed(), t.packed()
	return p.likeness(&q)
}

// packed is a sketch as it is compared most quickly, a digit in four bits.
type packed struct {
	digits [2]uint64
	there  bool
}

func (s Sketch) packed() packed {
	if len(s) != sketchDigits {
		return packed{}
	}
	p := packed{there: true}
	for i := range sketchDigits {
		d := uint64(s[i] - '0')
		if s[i] >= 'a' {
			d = uint64(s[i]-'a') + 10
		}
		p.digits[i/16] = p.digits[i/16]<<4 | d&15
	}
	return p
}

func (p *packed) likeness(q *packed) float64 {
	if !p.there || !q.there {
		return 0
	}
	other := 0
	for k := range p.digits {
		x := p.digits[k] ^ q.digits[k]
		x |= x >> 2
		x |= x >> 1
		other += bits.OnesCount64(x & 0x1111111111111111)
	}
	return (1 - float64(other)/sketchDigits - 1.0/16) / (1 - 1.0/16)
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
