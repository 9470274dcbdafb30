package edition

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// A Withdrawal is what had to go after it was published: a text, or one unit
// of it. In the place of each file that said it stands a tombstone, at the same
// URL and with the same ids. The editions' manifests go on listing what was
// sealed, the withdrawal's own lists the tombstones, and its line in
// editions.json is a link of the chain.
type Withdrawal struct {
	Number int // 1, 2, …
	Moment time.Time
	Reason string
	Places []string // frozen folders, sorted; with #id where one unit went
}

// withdrawalFolder returns where a withdrawal's manifest stands. No edition
// has the name that it takes among theirs.
func withdrawalFolder(number int) string { return fmt.Sprintf("editions/withdrawn/%d/", number) }

// withdrawnAs returns the withdrawal of the text at a permalink, whole or in
// part; nil if there is none.
func (h *History) withdrawnAs(permalink string) (w *Withdrawal, whole bool) {
	for i := range h.Withdrawals {
		for _, place := range h.Withdrawals[i].Places {
			folder, unit, _ := strings.Cut(place, "#")
			if folder == permalink {
				w, whole = &h.Withdrawals[i], whole || unit == ""
			}
		}
	}
	return w, whole
}

// returned names the texts that say again, word for word, what was withdrawn.
func (h *History) returned(texts []Text) []report.Problem {
	gone := map[[3]string]*Withdrawal{}
	for i := range h.Editions {
		for _, t := range h.Editions[i].Texts {
			if w, _ := h.withdrawnAs(t.Permalink); w != nil {
				gone[[3]string{t.Report, t.Lang, t.Digest}] = w
			}
		}
	}
	var problems []report.Problem
	for _, t := range texts {
		if w := gone[[3]string{t.Report, t.Lang, t.Digest}]; w != nil {
			problems = append(problems, *problem("publish-withdrawn", "", "Report", t.Report, "Lang", t.Lang,
				"Date", w.Moment.Format(time.DateOnly), "Reason", w.Reason))
		}
	}
	return problems
}

// keepTombstones takes over what a withdrawal left at the latest addresses of
// a text, where the new site has no page of its own there.
func (h *History) keepTombstones(built map[string]string, past *past) {
	folders := map[string]bool{}
	for i := range h.Withdrawals {
		for _, place := range h.Withdrawals[i].Places {
			if folder, unit, _ := strings.Cut(place, "#"); unit == "" {
				folders[latestFolder(folder)] = true
			}
		}
	}
	for path := range past.sums {
		if built[path] == "" && !past.sealed[path] && strings.HasSuffix(path, ".html") && inside(path, folders) {
			past.sealed[path] = true
		}
	}
}

// latestFolder returns where the latest page of a permalink's text stands.
func latestFolder(permalink string) string {
	rest := strings.TrimSuffix(permalink, "/")
	return rest[:strings.LastIndexByte(rest, '/')+1]
}

// withdrawals reads what the lines say was withdrawn: the tombstones, each of
// which must be what its manifest lists. Of a path that was withdrawn twice the
// later counts.
func (v *inspection) withdrawals(t tree, lines []line) error {
	for _, l := range lines {
		if l.Withdrawal == 0 {
			continue
		}
		file := l.folder() + SumsFile
		v.sealed[file] = true
		fail := func(reason string) {
			v.add(problem("verify-withdrawal", file, "Number", fmt.Sprint(l.Withdrawal), "Reason", reason))
		}
		switch v.sums[file] {
		case l.Sums:
		case "":
			fail("missing")
			continue
		default:
			fail("not the one that " + JournalFile + " seals")
		}
		f, err := t.open(file)
		if err != nil {
			return err
		}
		problems, err := parseSums(file, f, func(_ int, want, path []byte) { v.tombstones[string(path)] = string(want) })
		f.Close()
		v.Problems = append(v.Problems, problems...)
		if err != nil {
			return err
		}
	}
	told := v.told()
	for path, want := range v.tombstones {
		v.sealed[path] = true
		switch {
		case v.sums[path] == want:
			v.Withdrawn = append(v.Withdrawn, path)
		case !told[path]:
			v.add(problem("verify-tombstone", path))
		}
	}
	sort.Strings(v.Withdrawn)
	return nil
}
