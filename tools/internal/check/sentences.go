package check

import (
	"math"
	"regexp"
	"slices"
	"unicode"
)

// What sentences of two languages cost to be set against each other: half the
// square of how far their lengths are from what is usual, in units of how far
// they usually are, as Gale and Church have it (1993).
const (
	sentenceSpread = 0.12 // of the logarithm of lengths, at least
	shortSpread    = 60.0 // letters; shorter sentences vary more
	joinedSentence = 1.5  // two said as one, or one as two
	lostSentence   = 1.5  // one that is not there
	addedSentence  = 4.5  // one that the reference has not
)

// A ratio is what a translation's texts are to their reference's.
type ratio struct {
	usual  float64 // letters for a letter
	spread float64 // of its logarithm
}

// ratioOf is how long the texts of a translation usually are; ok is false if
// there are too few to say.
func ratioOf(c *Context) (r ratio, ok bool) {
	var list []float64
	c.pairs(func(p pair) {
		if here, there := letters(p.here), letters(p.there); there >= ratioLetters && here > 0 {
			list = append(list, math.Log(here/there))
		}
	})
	if len(list) < ratioPairs {
		return r, false
	}
	slices.Sort(list)
	middle := list[len(list)/2]
	for i := range list {
		list[i] = math.Abs(list[i] - middle)
	}
	slices.Sort(list)
	return ratio{math.Exp(middle), max(sentenceSpread, 1.48*list[len(list)/2])}, true
}

// cost of setting there letters of the reference against here letters.
func (r ratio) cost(there, here float64) float64 {
	there *= r.usual
	z := math.Log((here+8)/(there+8)) / (r.spread * math.Sqrt(1+shortSpread*r.usual/there))
	return z * z / 2
}

// shortestSentence in letters; what is shorter is an abbreviation, or an aside.
const shortestSentence = 25

// mostSentences of a unit are set against each other.
const mostSentences = 200

// lost is by how much it costs less to say that sentences of the reference are
// lost than to say that all of them are there; below zero if it costs more.
func (r ratio) lost(there, here []string) float64 {
	if len(there) > mostSentences || len(here) > mostSentences {
		return 0
	}
	a, b := lengths(there), lengths(here)
	if all := r.align(a, b, false); !math.IsInf(all, 1) {
		return all - r.align(a, b, true)
	}
	return 0
}

func lengths(sentences []string) []float64 {
	list := make([]float64, len(sentences))
	for i, s := range sentences {
		list[i] = letters(s)
	}
	return list
}

// align is the least cost of setting a against b in order.
func (r ratio) align(a, b []float64, mayLose bool) float64 {
	rows := make([][]float64, len(a)+1)
	for i := range rows {
		rows[i] = make([]float64, len(b)+1)
		for j := range rows[i] {
			best := math.Inf(1)
			if i == 0 && j == 0 {
				best = 0
			}
			if i > 0 && j > 0 {
				best = min(best, rows[i-1][j-1]+r.cost(a[i-1], b[j-1]))
			}
			for n := 2; n <= 3; n++ {
				if i >= n && j > 0 {
					best = min(best, rows[i-n][j-1]+float64(n-1)*joinedSentence+r.cost(sum(a[i-n:i]), b[j-1]))
				}
				if i > 0 && j >= n {
					best = min(best, rows[i-1][j-n]+float64(n-1)*joinedSentence+r.cost(a[i-1], sum(b[j-n:j])))
				}
			}
			if i > 0 && mayLose {
				best = min(best, rows[i-1][j]+lostSentence)
			}
			if j > 0 {
				best = min(best, rows[i][j-1]+addedSentence)
			}
			rows[i][j] = best
		}
	}
	return rows[len(a)][len(b)]
}

func sum(list []float64) (total float64) {
	for _, x := range list {
		total += x
	}
	return total
}

// letters is how long a text is, in Latin letters: an ideograph says what 2.6
// of them do.
func letters(s string) (n float64) {
	for _, r := range s {
		if r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao) {
			n += 2.6
		} else {
			n++
		}
	}
	return n
}

// Languages do not agree on where to set a full stop: sentences are counted
// twice, semicolons among their ends or not.
var (
	fullStop  = regexp.MustCompile(`[.!?؟۔]+["'’”»)\]]*\s+|[。！？]+[”』」）]*|\n+`)
	semicolon = regexp.MustCompile(fullStop.String() + `|[;؛；]\s*`)
)

// sentencesOf are the sentences of a text. What is shorter than a few words is
// part of the one before: an abbreviation.
func sentencesOf(s string, end *regexp.Regexp) []string {
	var list []string
	from := 0
	for _, at := range append(end.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		if part := s[from:at[1]]; letters(part) >= shortestSentence || from == 0 && at[1] == len(s) {
			list = append(list, part)
		} else if len(list) > 0 {
			list[len(list)-1] += part
		} else {
			continue
		}
		from = at[1]
	}
	return list
}
