package unit

import (
	"math/rand"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// BenchmarkAlignLong pairs a long transcript with its translation, of which
// nothing is known.
func BenchmarkAlignLong(b *testing.B) {
	rnd := rand.New(rand.NewSource(1))
	units := func(seed int64) []report.Unit {
		var list []report.Unit
		for _, s := range draft(rand.New(rand.NewSource(seed)), 2000) {
			list = append(list, report.Unit{Kind: report.Paragraph, Text: strings.TrimPrefix(s, "- ") + " And so on. " + strings.Repeat("Internet ", rnd.Intn(3))})
		}
		return list
	}
	ref, own := units(1), units(2)
	Identify(ref, nil)
	b.ResetTimer()
	for b.Loop() {
		Align(ref, own, nil)
	}
}
