package unit

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
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
	ID     string
	Kind   report.Kind
	Hash   string // of the unit as it was last seen
	Gone   bool
	Sketch Sketch // of the same text
	From   string // the id that its text had until now, where that is another; not kept in the file
}

// Has reports whether the register was made from these units.
func (r *Register) Has(units []report.Unit) bool {
	n := 0
	for _, e := range r.Entries {
		if e.Gone {
			continue
		}
		if n == len(units) || Hash(&units[n]) != e.Hash {
			return false
		}
		n++
	}
	return n == len(units)
}

// Recall takes in the ids that an earlier register had and this one does not:
// as those of units that are gone, where they stood.
func (r *Register) Recall(then *Register) {
	have := make(map[string]bool, len(r.Entries))
	for _, e := range r.Entries {
		have[e.ID] = true
	}
	if !slices.ContainsFunc(then.Entries, func(e Entry) bool { return !have[e.ID] }) {
		return
	}
	at := 0 // after the line of r that stood before
	for _, e := range then.Entries {
		if have[e.ID] {
			at = 1 + slices.IndexFunc(r.Entries, func(own Entry) bool { return own.ID == e.ID })
			continue
		}
		e.Gone = true
		r.Entries = slices.Insert(r.Entries, at, e)
		have[e.ID] = true
		at++
	}
}

// extraID is the id of a unit that a translation has beyond the reference, as
// Fresh gives them: that of the unit before it, and a number.
var extraID = regexp.MustCompile(`^(.+)x[0-9]+$`)

// KeepExtra takes in the id of an extra unit that some page had once, as that of
// one that is gone, after the unit that it followed. Otherwise registers know
// nothing of extra units. It reports whether id can be one.
func (r *Register) KeepExtra(id string) bool {
	m := extraID.FindStringSubmatch(id)
	if m == nil {
		return false
	}
	at := 1 + slices.IndexFunc(r.Entries, func(e Entry) bool { return e.ID == m[1] })
	if at == 0 && m[1] != "top" {
		return false
	}
	r.Entries = slices.Insert(r.Entries, at, Entry{ID: id, Gone: true})
	return true
}

// Shares reports whether half of what the register has stands in these units.
func (r *Register) Shares(units []report.Unit) bool {
	there := make(map[string]bool)
	for _, h := range hashes(units) {
		there[h] = true
	}
	same, all := 0, 0
	for _, e := range r.Entries {
		if e.Gone {
			continue
		}
		if all++; there[e.Hash] {
			same++
		}
	}
	return 2*same > all
}

// ParseRegister reads sync/reference.tsv.
func ParseRegister(file string, data []byte) (*Register, *report.Problem) {
	r := &Register{}
	problem := eachLine(file, data, func(f []string) bool {
		if len(f) != 5 && len(f) != 4 || f[3] != "-" && f[3] != "gone" { // four: before there were sketches
			return false
		}
		e := Entry{ID: f[0], Kind: report.Kind(f[1]), Hash: f[2], Gone: f[3] == "gone"}
		if len(f) == 5 && f[4] != "-" {
			e.Sketch = Sketch(f[4])
		}
		r.Entries = append(r.Entries, e)
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
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", e.ID, e.Kind, e.Hash, gone, dash(string(e.Sketch)))
	}
	return b.Bytes()
}

// dash is s, or a dash for nothing.
func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
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
