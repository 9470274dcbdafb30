package unit

import (
	"math/rand"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// TestNothingIsAlikeByChance holds that where a whole stretch was replaced, as
// when what was left in the reference's words is translated at last, no unit is
// taken for one that was edited.
func TestNothingIsAlikeByChance(t *testing.T) {
	rnd := rand.New(rand.NewSource(5))
	text := func(syllables string) []report.Unit {
		list := strings.Fields(syllables)
		units := make([]report.Unit, 40)
		for i := range units {
			words := make([]string, 8+rnd.Intn(20))
			for k := range words {
				for range 2 + rnd.Intn(2) {
					words[k] += list[rnd.Intn(len(list))]
				}
			}
			units[i] = report.Unit{Kind: report.Paragraph, Text: strings.Join(words, " ")}
		}
		return units
	}
	joined, all := 0, 0
	for range 20 {
		was, units := text("ba re ti mo lun sa ver di ko nar pli en"), text("fou gea do cin tes lou rap min hed sto ul wy")
		for _, i := range carry(traces(was), units, hashes(units), false) {
			all++
			if i >= 0 {
				joined++
			}
		}
	}
	t.Logf("%d of %d", joined, all)
	if joined*200 > all {
		t.Errorf("%d of %d units are taken for another that was edited", joined, all)
	}
}
