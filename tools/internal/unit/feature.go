package unit

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/report"
)

// feature is what of a unit can be compared across languages.
type feature struct {
	kind   report.Kind
	own    string // printed number or label
	level  int
	length float64
	ends   int // of sentences
	tokens set
	stems  set // first letters of long words, as languages of one script often share them
}

// sentenceEnd is what ends a sentence in any of the scripts that we meet.
var sentenceEnd = regexp.MustCompile(`[.!?؟۔।]+["'’”»)\]]*\s|[。！？]`)

var token = regexp.MustCompile(`https?://[^\s<>()]+|[\p{Nd}][\p{Nd}.,/\x{a0}\x{202f}-]*|[A-Z][A-Za-z0-9/+-]+`)

func features(units []report.Unit) []feature {
	fs := make([]feature, len(units))
	for i := range units {
		u := &units[i]
		words := Words(u)
		f := feature{kind: u.Kind, own: report.Digits(u.Number) + u.Label, level: u.Level}
		f.length = float64(utf8.RuneCountInString(words))
		f.ends = len(sentenceEnd.FindAllStringIndex(words+" ", -1))
		if f.length > 0 && Wide(words) {
			f.length *= 2.6 // a Chinese character says what 2.6 Latin letters do
		}
		for _, at := range token.FindAllStringIndex(words, 60) {
			t := strings.TrimRight(asciiDigits(words[at[0]:at[1]]), ".,/-")
			capital := !unicode.IsDigit(rune(t[0])) && strings.ToUpper(t) != t && !strings.Contains(t, "/")
			if capital && opensSentence(words[:at[0]]) {
				continue // no name: it had to have a capital
			}
			if utf8.RuneCountInString(t) > 1 || unicode.IsDigit(rune(t[0])) {
				f.tokens.add(t)
			}
		}
		f.tokens = f.tokens.sorted()
		f.stems = stems(words)
		fs[i] = f
	}
	return fs
}

// opensSentence reports whether what comes after s opens a sentence.
func opensSentence(s string) bool {
	s = strings.TrimRight(s, " \n\"'“”«»‘(*_")
	return s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// stemLetters is how many first letters two words must share to be taken for
// one word in two languages.
const stemLetters = 4

// stems gives the beginnings of the words of six letters or more, in lower
// case and without accents.
func stems(words string) set {
	var list set
	var word []rune
	end := func() {
		if len(word) >= stemLetters+2 {
			list.add(string(word[:stemLetters]))
		}
		word = word[:0]
	}
	for _, r := range norm.NFD.String(words) {
		switch {
		case unicode.IsLetter(r):
			word = append(word, unicode.ToLower(r))
		case !unicode.IsMark(r):
			end()
		}
	}
	end()
	return list.sorted()
}

// cost is what it costs to say that a and b are the same unit.
func (a *feature) cost(b *feature) float64 {
	c := 0.0
	switch {
	case a.kind != b.kind:
		c += kindCost
	case a.level != b.level:
		c += levelCost
	case a.own != "" && a.own == b.own:
		c -= tokenGain
	case a.own != b.own:
		c += levelCost
	}
	c += math.Min(1.2, math.Abs(math.Log((a.length+12)/(b.length+12))))
	if len(a.tokens) > 0 && len(b.tokens) > 0 {
		c += tokenGain * (0.35 - share(a.tokens, b.tokens))
	}
	c += sentenceCost * math.Min(3, math.Abs(float64(a.ends-b.ends)))
	c -= stemGain * share(a.stems, b.stems)
	return c
}

// joined is what it costs to say that a and b together are c: that two units
// were made one. Headings and rows are not joined.
func joined(a, b, c *feature) float64 {
	if a.kind != b.kind && b.kind != report.Paragraph || a.kind == report.Heading || b.kind == report.Heading || a.kind == report.Row || a.own != "" && b.own != "" {
		return math.Inf(1)
	}
	whole := math.Log((a.length + b.length + 12) / (c.length + 12))
	part := math.Log((c.length + 12) / (max(a.length, b.length) + 12))
	if math.Abs(whole) > 0.3 || part < 0.15 || c.ends < 2 {
		return math.Inf(1) // c is as long as one of them, or as neither
	}
	both := *a
	both.length += b.length
	both.ends += b.ends
	both.tokens, both.stems = union(a.tokens, b.tokens), union(a.stems, b.stems)
	return joinCost + math.Abs(whole) + both.cost(c)
}

// telling reports whether a and b have more in common than length: a number,
// address or name that is not in every other unit.
func (a *feature) telling(b *feature) bool {
	if a.own != "" && a.own == b.own {
		return true
	}
	return share(a.tokens, b.tokens) > 0.5 || share(a.stems, b.stems) > 0.4
}

// scale sets the lengths of two texts in proportion: one language needs a
// third more letters than another to say the same.
func scale(a, b []feature) {
	sum := func(list []feature) (total float64) {
		for i := range list {
			total += list[i].length
		}
		return total
	}
	x, y := sum(a), sum(b)
	if len(a) < 10 || len(b) < 10 || x == 0 || y == 0 {
		return
	}
	// Half a text missing is no property of its language.
	ratio := math.Max(0.7, math.Min(1.45, x/y))
	for j := range b {
		b[j].length *= ratio
	}
}

// Wide reports whether s is written mostly in a script without spaces.
func Wide(s string) bool {
	wide, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao) {
				wide++
			}
		}
	}
	return 2*wide > all
}

// asciiDigits writes the digits of any script as 0 to 9.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r > '9' && unicode.IsDigit(r) {
			for _, zero := range []rune{0x660, 0x6f0, 0x966, 0xff10} {
				if r >= zero && r <= zero+9 {
					return '0' + r - zero
				}
			}
		}
		return r
	}, s)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
