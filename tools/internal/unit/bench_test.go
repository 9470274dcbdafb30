package unit

import (
	"fmt"
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

func long(seed int64, n int) []report.Unit {
	rnd := rand.New(rand.NewSource(seed))
	var list []report.Unit
	for _, s := range draft(rnd, n) {
		list = append(list, report.Unit{Kind: report.Paragraph, Text: strings.TrimPrefix(s, "- ")})
	}
	return list
}

// BenchmarkIdentifyLong gives the units of a long text their ids, where the
// register has a text in which everything, or every third unit, is otherwise.
func BenchmarkIdentifyLong(b *testing.B) {
	for _, n := range []int{500, 1000, 2000, 4000} {
		was := long(1, n)
		register := Identify(was, nil)
		for name, now := range map[string][]report.Unit{"rewritten": long(2, n), "reversed": reversed(was), "revised": revised(was)} {
			b.Run(fmt.Sprint(name, " ", n), func(b *testing.B) {
				for b.Loop() {
					Identify(now, register)
				}
			})
		}
	}
}

// BenchmarkSyncLong syncs a long translation, wholly new or after a revision.
func BenchmarkSyncLong(b *testing.B) {
	for _, n := range []int{500, 1000, 2000, 4000} {
		ref, own := &report.Translation{Units: long(1, n)}, &report.Translation{Units: long(2, n)}
		register := Identify(ref.Units, nil)
		lock := Sync(nil, ref, own, nil)
		again := &report.Translation{Units: revised(ref.Units)}
		Identify(again.Units, register)
		other := &report.Translation{Units: long(3, n)}
		b.Run(fmt.Sprint("new ", n), func(b *testing.B) {
			for b.Loop() {
				Sync(nil, ref, own, nil)
			}
		})
		b.Run(fmt.Sprint("revised ", n), func(b *testing.B) {
			for b.Loop() {
				Sync(lock, again, own, nil)
			}
		})
		b.Run(fmt.Sprint("retranslated ", n), func(b *testing.B) {
			for b.Loop() {
				Sync(lock, again, other, nil)
			}
		})
	}
}

func reversed(units []report.Unit) []report.Unit {
	list := append([]report.Unit(nil), units...)
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

func revised(units []report.Unit) []report.Unit {
	list := append([]report.Unit(nil), units...)
	for i := 1; i < len(list); i += 3 {
		list[i].Text = "Otherwise " + list[i].Text
	}
	return list
}
