package unit

import (
	"bytes"
	"fmt"

	"rapporteur/tools/internal/report"
)

// A Lock is sync/<lang>.tsv: which reference text each translated unit was
// made from. It has no dates but the translator's own, no line numbers and no
// wrapped lines, so that two branches merge.
type Lock struct {
	BasedOn string // what the translation said of itself when it was last synced
	Lines   []Line // in the order of the reference, extra units where they stand
}

// A Line is what a lock says of one unit.
type Line struct {
	ID    string       // of the reference's unit; empty for an extra one
	Made  string       // hash of the reference text it was made from; empty if there is no translation
	Own   string       // hash of its own text; empty if missing
	State report.State // never Unknown
}

// ByID finds the line of a unit.
func (l *Lock) ByID() map[string]Line {
	lines := make(map[string]Line)
	if l != nil {
		for _, line := range l.Lines {
			if line.ID != "" {
				lines[line.ID] = line
			}
		}
	}
	return lines
}

// known gives, by its own hash, the id that a translated unit was paired with,
// where no two units say the same.
func (l *Lock) known() map[string]string {
	if l == nil {
		return nil
	}
	known := make(map[string]string)
	for _, line := range l.Lines {
		if line.Own == "" || line.ID == "" {
			continue
		}
		if _, twice := known[line.Own]; twice {
			known[line.Own] = ""
			continue
		}
		known[line.Own] = line.ID
	}
	return known
}

// ParseLock reads sync/<lang>.tsv.
func ParseLock(file string, data []byte) (*Lock, *report.Problem) {
	l := &Lock{}
	problem := eachLine(file, data, func(f []string) bool {
		if len(f) == 2 && f[0] == "based_on" && len(l.Lines) == 0 {
			l.BasedOn = f[1]
			return true
		}
		if len(f) != 4 {
			return false
		}
		for i := range f {
			if f[i] == "-" {
				f[i] = ""
			}
		}
		l.Lines = append(l.Lines, Line{ID: f[0], Made: f[1], Own: f[2], State: report.State(f[3])})
		switch l.Lines[len(l.Lines)-1].State {
		case report.OK, report.Stale, report.Missing, report.Extra, report.Confirmed, report.Unsure:
			return true
		}
		return false
	})
	return l, problem
}

// Format writes the lock as ParseLock reads it.
func (l *Lock) Format() []byte {
	var b bytes.Buffer
	if l.BasedOn != "" {
		fmt.Fprintf(&b, "based_on\t%s\n", l.BasedOn)
	}
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, line := range l.Lines {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", dash(line.ID), dash(line.Made), dash(line.Own), line.State)
	}
	return b.Bytes()
}
