package check_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

// A defect is what a reader found in a source as it was received.
type defect struct {
	code  string
	lines []int // of the source; nil: anywhere
	count int   // how many there are, where lines do not say
}

// The defects of the five sources, found by hand. What an import would mend is
// here all the same: the checks are its safety net.
var defects = map[string][]defect{
	"igf-2023-mag1-summary": {
		{code: "C05", lines: []int{30, 69, 128}},
		{code: "C23", count: 1},
		{code: "C26-ascii", lines: []int{33}},
		{code: "C26-mixed", lines: []int{97}},
		{code: "C24-bullet", lines: []int{94, 95, 96, 97, 119}},
		{code: "C02-level", count: 1},
		{code: "C27", lines: []int{22}},
		{code: "C46", count: 1},
	},
	"icann46-internet-governance-agenda": {
		{code: "C24", lines: []int{153, 159, 203, 429, 455, 465, 571}},
		{code: "C19", lines: []int{267, 79}},
		{code: "C39-plain", count: 1},
		{code: "C39-nobody", lines: []int{285, 381, 437}},
		{code: "C22", count: 34},
	},
	"igf-2025-messages": {
		{code: "C24-bracket", count: 1},
		{code: "C10", lines: []int{52, 92, 153, 200}},
		{code: "C40-order", lines: []int{52}},
		{code: "C02", count: 1},
		{code: "C23", count: 1},
		{code: "C22", lines: []int{66, 138, 170, 215, 229}},
		{code: "C20", lines: []int{85}},
		{code: "C21", lines: []int{85, 233}},
		{code: "C27", lines: []int{241}},
	},
	"a-66-77-enhanced-cooperation": {
		{code: "C02", count: 1},
		{code: "C22", lines: []int{61, 71, 103, 115, 127, 139, 161}},
	},
	"foc-2024-multistakeholder-statement": {
		{code: "C45", count: 1},
		{code: "C26", count: 1},
		{code: "C27", lines: []int{20}},
		{code: "C29", lines: []int{20}},
	},
}

// What must be silent though it looks wrong: numbers, notes and sums of a
// report that a profession translated.
var silent = map[string][]string{
	"a-66-77-enhanced-cooperation":        {"C12", "C13", "C26", "C19"},
	"foc-2024-multistakeholder-statement": {"C22", "C05", "C47"},
	"igf-2025-messages":                   {"C05", "C47", "C12"},
}

func TestRecall(t *testing.T) {
	dir := shared(t)
	found, all := 0, 0
	for id, list := range defects {
		keys := []string{}
		lang := "fr"
		switch id {
		case "icann46-internet-governance-agenda":
			keys = append(keys, `report_type = "transcript"`)
		case "igf-2023-mag1-summary":
			keys = append(keys, "event_start = 2023-03-07", "event_end = 2023-03-10")
		case "foc-2024-multistakeholder-statement":
			lang = "fr-ca"
		}
		text := doc(read(t, filepath.Join(dir, "sources", id, "source.txt")), keys...)
		before := strings.Count(doc("", keys...), "\n")
		problems := check.Run(one(t, map[string]string{lang: text}), everything)
		for _, d := range list {
			n, want := 0, max(d.count, len(d.lines))
			var at []int
			for _, p := range problems {
				if p.Code == d.code {
					at = append(at, p.Line-before)
				}
			}
			if d.lines == nil {
				n = min(len(at), d.count)
			}
			for _, line := range d.lines {
				if slices.Contains(at, line) {
					n++
				}
			}
			found, all = found+n, all+want
			t.Logf("%-36s %-11s found %d of %d, %d findings in all %v", id, d.code, n, want, len(at), at)
			if n == 0 {
				t.Errorf("%s: %s finds nothing", id, d.code)
			}
		}
		for _, code := range silent[id] {
			if n := count(problems, code); n > 0 {
				t.Errorf("%s: %s says %d things and should say nothing", id, code, n)
			}
		}
	}
	t.Logf("found %d of %d defects", found, all)
	if found*10 < all*9 {
		t.Errorf("found only %d of %d defects", found, all)
	}
}
