package check

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/unit"
)

// What tells that two neighbours have changed places, as measured by swapping
// neighbours in real translations into French and Arabic.
const (
	swapGain  = 0.3 // by how much they must be more alike across than straight
	habitGain = 4.0 // what the habits of the text count beside its marks
	clearGain = 0.5 // straight is so much more alike that habits need not be asked
)

// unitOrder finds two units that follow each other in the reference and stand
// the other way round in the translation: by the lock, or because each has the
// numbers, names and kindred words of the other, or the words that elsewhere
// in this text go with the other's.
func unitOrder(c *Context) {
	position := make(map[string]int, len(c.units))
	for i := range c.units {
		position[c.units[i].ID] = i
	}
	var pairs []pair
	c.pairs(func(p pair) { pairs = append(pairs, p) })
	ref, own := make([]traits, len(pairs)), make([]traits, len(pairs))
	for k, p := range pairs {
		ref[k], own[k] = traitsOf(p.there), traitsOf(p.here)
	}
	h := habits{index(ref), index(own), len(pairs)}
	for k := 0; k+1 < len(pairs); k++ {
		a, b := &pairs[k], &pairs[k+1]
		if a.ref.Kind != b.ref.Kind || a.ref.Level != b.ref.Level {
			continue
		}
		step := position[b.own.ID] - position[a.own.ID]
		if step == 1 {
			gain := ref[k].like(own[k+1]) + ref[k+1].like(own[k]) - ref[k].like(own[k]) - ref[k+1].like(own[k+1])
			if gain > -clearGain {
				gain += habitGain * h.gain(ref, own, k)
			}
			if gain < swapGain {
				cellOrder(c, a, b)
				continue
			}
		} else if step != -1 {
			continue
		}
		c.say(a.own, "Text", a.here, "Next", b.here, "Reference", a.there)
		k++
	}
}

// traits are what of a text can be seen again in a translation of it.
type traits struct {
	marks  map[string]float64 // numbers, acronyms and the beginnings of long words, with their weights
	stems  []string           // beginnings of its words, or pairs of ideographs
	weight float64
	length float64
}

// stem is how many letters of a long word two kindred languages share, and two
// forms of one word.
const stem = 5

func traitsOf(s string) traits {
	t := traits{marks: make(map[string]float64), length: float64(utf8.RuneCountInString(s))}
	wide := unit.Wide(s)
	if wide {
		t.length *= 2.6 // as unit.Align has it
	}
	for _, n := range numbersIn(s) {
		t.marks[n.value] = 2
	}
	seen := make(map[string]bool)
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			t.stems = append(t.stems, s)
		}
	}
	for _, word := range wordsIn(s) {
		letters := []rune(strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFD.String(word)))
		if wide {
			for i := 0; i+1 < len(letters); i++ {
				add(string(letters[i : i+2]))
			}
			continue
		}
		if root := bare(letters); len(root) > 2 {
			add(string(root[:min(stem, len(root))]))
		}
		switch {
		case len(letters) > stem:
			t.marks[string(letters[:stem])] = 1
		case len(letters) > 1 && strings.ToUpper(word) == word && cased(word):
			t.marks[word] = 2
		}
	}
	for _, w := range t.marks {
		t.weight += w * w
	}
	return t
}

// bare is an Arabic word without the particles and the article that are
// written as one with it; any other word as it is.
func bare(letters []rune) []rune {
	s := string(letters)
	for _, particles := range []string{"و", "ف", "ب", "ك", "ل", "ال"} {
		if rest, ok := strings.CutPrefix(s, particles); ok && utf8.RuneCountInString(rest) > 3 {
			s = rest
		}
	}
	return []rune(s)
}

// like is how alike two texts are, from about -1 to 1.
func (t *traits) like(o traits) float64 {
	both := 0.0
	for mark, w := range t.marks {
		both += w * o.marks[mark]
	}
	if both > 0 {
		both /= math.Sqrt(t.weight * o.weight)
	}
	return both - 0.5*math.Min(1.5, math.Abs(math.Log((t.length+12)/(o.length+12))))
}

// habits are which words of a translation go with which words of its
// reference, as the rest of the text shows.
type habits struct {
	ref, own map[string][]int // the units that have a stem
	units    int
}

func index(texts []traits) map[string][]int {
	units := make(map[string][]int)
	for k := range texts {
		for _, s := range texts[k].stems {
			units[s] = append(units[s], k)
		}
	}
	return units
}

// gain is how much better, by habit, unit k and the next go together across
// than straight. Nothing is learned from these two.
func (h *habits) gain(ref, own []traits, k int) float64 {
	return h.fit(ref[k], own[k+1], k) + h.fit(ref[k+1], own[k], k) - h.fit(ref[k], own[k], k) - h.fit(ref[k+1], own[k+1], k)
}

// mostStems is how many stems of one unit are asked for their habits.
const mostStems = 60

// fit is the share, from 0 to 1, of what r says that o seems to say too; rare
// words count most.
func (h *habits) fit(r, o traits, k int) float64 {
	sum, all := 0.0, 0.0
	for _, a := range r.stems[:min(len(r.stems), mostStems)] {
		in := h.ref[a]
		if len(in) < 2 || 2*len(in) > h.units {
			continue
		}
		weight := math.Log(float64(h.units) / float64(len(in)))
		best := 0.0
		for _, b := range o.stems[:min(len(o.stems), mostStems)] {
			if with := h.own[b]; len(with) > 1 && 2*len(with) <= h.units {
				best = max(best, together(in, with, k))
			}
		}
		all += weight
		sum += weight * best
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// together is the share of the units with a or b that have both, without units
// k and k+1; one alone may be chance, so that shares of few units count less.
func together(a, b []int, k int) float64 {
	both, na, nb := 0, 0, 0
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			if a[i] != k && a[i] != k+1 {
				na++
			}
			i++
		case i == len(a) || b[j] < a[i]:
			if b[j] != k && b[j] != k+1 {
				nb++
			}
			j++
		default:
			if a[i] != k && a[i] != k+1 {
				both, na, nb = both+1, na+1, nb+1
			}
			i, j = i+1, j+1
		}
	}
	return 2 * float64(both) / float64(na+nb+2)
}
