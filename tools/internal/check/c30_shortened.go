package check

import (
	"math"
	"regexp"
	"slices"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// What tells a unit that lost a sentence from one that says it more briefly.
const (
	ratioPairs    = 5    // fewer pairs say nothing of how long a language's texts are
	ratioLetters  = 50   // shorter texts vary too much to say so either
	lostLetters   = 20   // of the reference, missing in length, at least
	lostShare     = 0.65 // of its shortest sentence, at least
	lostOfUnit    = 0.10 // of the length of the unit, at least, where it has fewer sentences
	lostOfAnyUnit = 0.37 // where the sentences are as many: languages end them otherwise
)

// shortened (C30) finds a unit that is much shorter than its reference, as the
// two languages write at length: a sentence may be lost. What is usual is
// taken from the report itself, so that no language needs a figure.
func shortened(c *Context) {
	var ratios []float64
	c.pairs(func(p pair) {
		if here, there := letters(p.here), letters(p.there); there >= ratioLetters && here > 0 {
			ratios = append(ratios, math.Log(here/there))
		}
	})
	if len(ratios) < ratioPairs {
		return
	}
	slices.Sort(ratios)
	usual := math.Exp(ratios[len(ratios)/2])
	c.pairs(func(p pair) {
		sentences := sentencesOf(p.there)
		if p.joined || p.ownNear != "" || p.ref.Kind == report.Row {
			return
		}
		there := letters(p.there)
		lost := there - letters(p.here)/usual
		shortest := there
		for _, s := range sentences {
			shortest = min(shortest, letters(s))
		}
		if len(sentences) < 2 && there < ratioLetters {
			return
		}
		share := lostOfAnyUnit
		if len(sentencesOf(p.here)) < len(sentences) {
			share = lostOfUnit
		}
		if lost >= max(lostLetters, lostShare*shortest) && lost >= share*there {
			c.say(p.own, "Reference", p.there, "Text", p.here)
		}
	})
}

func letters(s string) float64 { return float64(utf8.RuneCountInString(s)) }

var fullStop = regexp.MustCompile(`[.!?؟۔]+["'’”»)\]]*\s+|[。！？]+[”』」）]*|[;؛；]\s*|\n+`)

// sentencesOf are the sentences of a text; what stands between semicolons is
// one, as languages do not agree on where to set a full stop. What is shorter
// than a few words is part of the one before: an abbreviation.
func sentencesOf(s string) []string {
	var list []string
	from, least := 0, 25.0
	if unit.Wide(s) {
		least = 10
	}
	for _, at := range append(fullStop.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		if part := s[from:at[1]]; letters(part) >= least || from == 0 && at[1] == len(s) {
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
