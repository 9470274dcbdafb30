package unit

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

// A Register is sync/reference.tsv: every id that the report has ever had, in
// the order of the text. Ids are only added; that of a unit that is gone stays
// where the unit stood, so that it is never given to another.
type Register struct {
	Entries []Entry
}

// An Entry is a line of a register.
type Entry struct {
	ID   string
	Kind report.Kind
	Hash string // of the unit as it was last seen
	Gone bool
}

// prefixes begin the ids of units that have no number of their own.
var prefixes = map[report.Kind]string{
	report.Heading: "h", report.Paragraph: "para", report.Item: "item",
	report.Row: "row", report.Turn: "turn", report.Footnote: "note",
}

// Identify gives the units of a reference their ids and returns the register
// that has them all. An id comes from the document: a printed paragraph number
// gives p12, a footnote's label note4, every other unit its kind and ordinal.
// A unit keeps the id that the register has for its text; between two units
// that kept theirs, those of a kind whose number has not changed keep theirs
// too, for then their text was edited. A nil register is an empty one.
func Identify(units []report.Unit, known *Register) *Register {
	if known == nil {
		known = &Register{}
	}
	hashes := hashes(units)
	for i := range units {
		units[i].ID = ""
	}
	taken := make(map[string]bool)
	give := func(i int, id string) {
		units[i].ID = id
		taken[id] = true
	}

	for i := range units {
		if id := ownID(&units[i]); id != "" && !taken[id] {
			give(i, id)
		}
	}
	for i, id := range keep(units, hashes, known.Entries, taken) {
		give(i, id)
	}
	next := make(map[string]int)
	count := func(id string) {
		if m := ordinal.FindStringSubmatch(id); m != nil {
			n, _ := strconv.Atoi(m[2])
			next[m[1]] = max(next[m[1]], n)
		}
	}
	for _, e := range known.Entries {
		count(e.ID)
	}
	for id := range taken {
		count(id)
	}
	for i := range units {
		if units[i].ID == "" {
			prefix := prefixes[units[i].Kind]
			next[prefix]++
			give(i, prefix+strconv.Itoa(next[prefix]))
		}
	}
	return known.follow(units, hashes, taken)
}

// follow is the register after r: the units as they stand, each with those
// that stood behind it and are gone.
func (r *Register) follow(units []report.Unit, hashes []string, taken map[string]bool) *Register {
	behind := make(map[string][]Entry)
	last := ""
	for _, e := range r.Entries {
		if taken[e.ID] {
			last = e.ID
			continue
		}
		e.Gone = true
		behind[last] = append(behind[last], e)
	}
	next := &Register{Entries: behind[""]}
	for i := range units {
		next.Entries = append(next.Entries, Entry{ID: units[i].ID, Kind: units[i].Kind, Hash: hashes[i]})
		next.Entries = append(next.Entries, behind[units[i].ID]...)
	}
	return next
}

var (
	ordinal = regexp.MustCompile(`^([a-z]+)(\d+)$`)
	label   = regexp.MustCompile(`^[0-9a-z]{1,12}$`)
)

// ownID is the id that the document itself prints, or "".
func ownID(u *report.Unit) string {
	switch {
	case u.Kind == report.Paragraph && u.Number != "":
		return "p" + u.Number
	case u.Kind == report.Footnote && label.MatchString(u.Label):
		return "note" + u.Label
	}
	return ""
}

// keep finds, for the units that have no id yet, the one that the register has
// for them.
func keep(units []report.Unit, hashes []string, entries []Entry, taken map[string]bool) map[int]string {
	var free []int // units without id
	for i := range units {
		if units[i].ID == "" {
			free = append(free, i)
		}
	}
	var old []Entry
	for _, e := range entries {
		if !e.Gone && !taken[e.ID] {
			old = append(old, e)
		}
	}
	kept := make(map[int]string)
	was, now := make([]string, len(old)), make([]string, len(free))
	for j := range old {
		was[j] = old[j].Hash
	}
	for i := range free {
		now[i] = hashes[free[i]]
	}
	pairs := common(now, was)
	i0, j0 := 0, 0
	for _, p := range append(pairs, [2]int{len(free), len(old)}) {
		edited(units, free[i0:p[0]], old[j0:p[1]], kept)
		if p[0] < len(free) {
			kept[free[p[0]]] = old[p[1]].ID
		}
		i0, j0 = p[0]+1, p[1]+1
	}
	return kept
}

// edited pairs what stands between two units that did not change: kind by
// kind, and only where as many are there as were.
func edited(units []report.Unit, free []int, old []Entry, kept map[int]string) {
	for _, kind := range report.Kinds {
		var now []int
		var was []string
		for _, i := range free {
			if units[i].Kind == kind {
				now = append(now, i)
			}
		}
		for _, e := range old {
			if e.Kind == kind {
				was = append(was, e.ID)
			}
		}
		if len(now) != len(was) {
			continue
		}
		for n, i := range now {
			kept[i] = was[n]
		}
	}
}

// ParseRegister reads sync/reference.tsv.
func ParseRegister(file string, data []byte) (*Register, *report.Problem) {
	r := &Register{}
	problem := eachLine(file, data, func(fields []string) bool {
		if len(fields) != 4 || fields[3] != "-" && fields[3] != "gone" {
			return false
		}
		r.Entries = append(r.Entries, Entry{ID: fields[0], Kind: report.Kind(fields[1]), Hash: fields[2], Gone: fields[3] == "gone"})
		return true
	})
	return r, problem
}

// Format writes the register as ParseRegister reads it.
func (r *Register) Format() []byte {
	var b bytes.Buffer
	for _, e := range r.Entries {
		gone := "-"
		if e.Gone {
			gone = "gone"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", e.ID, e.Kind, e.Hash, gone)
	}
	return b.Bytes()
}

// eachLine splits a table of sync/ into its fields; the first line that ok
// does not accept is the problem.
func eachLine(file string, data []byte, ok func(fields []string) bool) *report.Problem {
	for n, line := range strings.Split(string(data), "\n") {
		if line != "" && !ok(strings.Split(strings.TrimSuffix(line, "\r"), "\t")) {
			return &report.Problem{Code: "sync-line", Severity: report.Error, File: file, Line: n + 1}
		}
	}
	return nil
}
