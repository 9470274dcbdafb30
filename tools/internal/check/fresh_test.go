package check_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	imports "rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// fresh are archives of real texts, and of the shipped ones, with the words
// that tell them apart.
func fresh(t *testing.T) map[string]*archive.Archive {
	t.Helper()
	shipped, err := archive.Open("../../..")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*archive.Archive{"shipped": shipped}
	if dir := os.Getenv("PAIRS"); dir != "" {
		if all["pairs"], err = archive.Open(dir); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat("../../../../shared/fixtures"); err == nil {
		all["recommendation"] = open(t, recommendation(t))
	}
	return all
}

// recommendation is one document in three languages as it was received,
// imported, with either of two as the original.
func recommendation(t *testing.T) map[string]string {
	t.Helper()
	files := make(map[string]string)
	for lang, code := range map[string]string{"en": "E", "fr": "F", "ar": "A"} {
		name := filepath.Join(shared(t), "fixtures/parallel/itu-e119-"+code+".docx")
		data := []byte(read(t, name))
		doc, err := source.Read(name, data)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		originals := []string{"en"}
		if os.Getenv("FAULTS") != "" {
			originals = append(originals, "fr")
		}
		for _, original := range originals {
			tr, _, err := imports.Document(doc, imports.Options{Report: "e119", Lang: lang, Original: original, File: "source." + lang + ".docx", SHA256: hex.EncodeToString(sum[:])})
			if err != nil {
				t.Fatal(err)
			}
			tr.Meta.Source = report.Source{}
			files["content/reports/e119-"+original+"/index."+lang+".md"] = string(page.Format(tr))
		}
	}
	return files
}

// Faults of every kind are planted, one at a time, into a document as it was
// received, into the shipped archive, and into that of the folder PAIRS. FAULTS
// is how many of each kind there are in a translation, SEED where they are;
// KIND plants the kinds alone whose names have that word.
func TestFaultsInFreshPairs(t *testing.T) {
	seed := uint64(1)
	if s, err := strconv.ParseUint(os.Getenv("SEED"), 10, 64); err == nil {
		seed = s
	}
	most := 1 // of each kind in each translation
	if n, err := strconv.Atoi(os.Getenv("FAULTS")); err == nil {
		most = n
	}
	archives, before := fresh(t), make(map[*report.Translation][]report.Problem)
	for _, f := range plantings {
		if only := os.Getenv("KIND"); only != "" && !strings.Contains(f.name, only) {
			continue
		}
		random := rand.New(rand.NewPCG(seed, 3))
		found, all := 0, 0
		for _, name := range slices.Sorted(maps.Keys(archives)) {
			for _, r := range archives[name].Reports {
				for _, own := range r.Translations {
					if ref := r.Reference(); own != ref {
						n, of := plantInto(t, f, most, random, before, r, own)
						found, all = found+n, all+of
						if of > 0 && testing.Verbose() {
							t.Logf("    %s: %s %s from %s: %d of %d", f.name, r.ID, own.Lang, ref.Lang, n, of)
						}
					}
				}
			}
		}
		t.Logf("%-28s found %d of %d", f.name, found, all)
		if all == 0 || 100*found < f.least*all && chance(found, all, float64(f.least)/100) < 0.02 {
			t.Errorf("%s: found only %d of %d", f.name, found, all)
		}
	}
}

// chance is how likely it is that of all faults no more are found than were, if
// each is found with a likelihood of rate.
func chance(found, all int, rate float64) float64 {
	sum, ways := 0.0, 1.0
	for n := 0; n <= found; n++ {
		sum += ways * math.Pow(rate, float64(n)) * math.Pow(1-rate, float64(all-n))
		ways *= float64(all-n) / float64(n+1)
	}
	return sum
}

// everyCode is every code that finds a planted fault.
func everyCode() []string {
	var list []string
	for _, f := range plantings {
		list = append(list, strings.Fields(f.codes)...)
	}
	return list
}

// plantInto plants faults of a kind into a translation, one at a time, where
// nothing is wrong yet.
func plantInto(t *testing.T, f planting, most int, random *rand.Rand, before map[*report.Translation][]report.Problem, r *archive.Report, own *report.Translation) (found, all int) {
	t.Helper()
	ref := r.Reference()
	byID := make(map[string]*report.Unit)
	for i := range ref.Units {
		byID[ref.Units[i].ID] = &ref.Units[i]
	}
	skip := make(map[string]bool) // what is not translated, or not any more
	for _, a := range r.Aligned[own.Lang] {
		if a.Own != nil && (a.Left || a.State == report.Stale) {
			skip[a.Own.ID] = true
		} else if a.Left {
			skip[a.Ref.ID] = true
		}
	}
	codes := strings.Fields(f.codes)
	if before[own] == nil {
		before[own] = problems(t, ref, own, own.Units, everyCode())
	}
	var was []report.Problem
	for _, p := range before[own] {
		if slices.Contains(codes, p.Code) {
			was = append(was, p)
		}
	}
	seen := make(map[string]bool)
	for _, p := range was {
		skip[p.Unit], seen[p.Code+p.Unit] = true, true
	}
	for _, at := range random.Perm(len(own.Units)) {
		p := plot{own: own, at: at, list: slices.Clone(own.Units), pick: random.IntN}
		p.u, p.ref = &p.list[at], byID[own.Units[at].ID]
		if p.ref == nil || skip[p.ref.ID] || at+1 < len(own.Units) && skip[own.Units[at+1].ID] || !f.plant(&p) {
			continue
		}
		if len(p.list) == len(own.Units) && wordsOfUnit(p.u) == wordsOfUnit(&own.Units[at]) {
			continue // it is so already
		}
		all++
		if slices.ContainsFunc(problems(t, ref, own, p.list, codes), func(p report.Problem) bool { return !seen[p.Code+p.Unit] }) {
			found++
		} else if testing.Verbose() {
			t.Logf("    missed in %s %s: %s", own.Report, own.Lang, missed(own.Units, p.list))
		}
		if all == most {
			break
		}
	}
	return found, all
}

func missed(was, is []report.Unit) string {
	for i := range was {
		if i >= len(is) || wordsOfUnit(&was[i]) != wordsOfUnit(&is[i]) {
			after := ""
			if i < len(is) {
				after = wordsOfUnit(&is[i])
			}
			return fmt.Sprintf("%s: %s → %s", was[i].ID, wordsOfUnit(&was[i]), after)
		}
	}
	return ""
}

// What a reader found to be so: the document was imported without notices and
// credit, and its pictures have words in one language alone.
var readAndTrue = []string{"C03-extra", "C42", "C43", "C43-based-on"}

// The texts that faults are planted into are clean: a check that is on by
// default says at most five things in a thousand of their units.
func TestNoiseOfFreshPairs(t *testing.T) {
	archives := fresh(t)
	for _, name := range slices.Sorted(maps.Keys(archives)) {
		units := 0
		for _, r := range archives[name].Reports {
			for _, tr := range r.Translations {
				units += len(tr.Units)
			}
		}
		found := make(map[string][]report.Problem)
		for _, p := range check.Run(archives[name], check.Options{}) {
			found[p.Code] = append(found[p.Code], p)
		}
		for _, code := range slices.Sorted(maps.Keys(found)) {
			noise := float64(len(found[code])) * 1000 / float64(units)
			t.Logf("%-15s %-12s %3d findings in %d units: %.1f a thousand", name, code, len(found[code]), units, noise)
			for _, p := range found[code] {
				t.Logf("    %s", p.Error())
			}
			if noise > 5 && name != "pairs" && !slices.Contains(readAndTrue, code) {
				t.Errorf("%s says %.1f things in a thousand clean units", code, noise)
			}
		}
	}
}
