package check

import (
	"regexp"
	"slices"

	"rapporteur/tools/internal/report"
)

// What tells a unit that lost a sentence from one that says it more briefly.
const (
	ratioPairs    = 5    // fewer pairs say nothing of how long a language's texts are
	ratioLetters  = 50   // shorter texts vary too much to say so either
	lostLetters   = 20   // of the reference, missing in length, at least
	lostShare     = 0.65 // of its shortest sentence, at least
	lostOfUnit    = 0.10 // of the length of the unit, at least, where it has fewer sentences
	lostOfAnyUnit = 0.37 // where the sentences are as many: languages end them otherwise
	surelyOfFewer = 0.1  // by how much it must cost less to say that a sentence is lost, where they are fewer
	surelyOfAny   = 3.5  // where they are as many
)

// shortened (C30) finds a unit that is much shorter than its reference, as the
// two languages write at length: a sentence may be lost. What is usual is
// taken from the report itself, so that no language needs a figure.
func shortened(c *Context) {
	r, ok := ratioOf(c)
	if !ok {
		return
	}
	c.pairs(func(p pair) {
		if p.joined || p.ownNear != "" || p.ref.Kind == report.Row {
			return
		}
		for _, end := range []*regexp.Regexp{fullStop, semicolon} {
			if r.shorter(sentencesOf(p.there, end), sentencesOf(p.here, end)) {
				c.say(p.own, "Reference", p.there, "Text", p.here)
				return
			}
		}
	})
}

// shorter reports whether a unit of these sentences is shorter than its
// reference by one of them at least.
func (r ratio) shorter(there, here []string) bool {
	a := lengths(there)
	whole := sum(a)
	if len(a) < 2 && whole < ratioLetters || len(a) == 0 {
		return false
	}
	share, surely := lostOfAnyUnit, surelyOfAny
	if len(here) < len(a) {
		share, surely = lostOfUnit, surelyOfFewer
	}
	lost := whole - sum(lengths(here))/r.usual
	return lost >= lostLetters && (lost >= max(lostShare*slices.Min(a), share*whole) || len(a) > 1 && r.lost(there, here) >= surely)
}
