package unit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
)

// A Lock is sync/<lang>.tsv: which reference text each translated unit was
// made from. It has no dates but the translator's own, no line numbers and no
// wrapped lines, so that two branches merge.
type Lock struct {
	BasedOn string // what the translation said of itself when it was last synced
	Lines   []Line // in the order of the reference, extra units where they stand
}

// A Line is what a lock says of one unit. Where the translation says two units
// of the reference in one, the line has both; where it says one in two, the
// line has both of those. The file sets a + between them.
//
// An extra unit's line has the unit of the reference that it was made from, if
// that is gone: it may come back, or stand there again in words so different
// that it has another id.
//
// A unit that the translation does not have is missing, and its line has the text
// that it passed over; none if the reference has got the unit since.
//
// A unit that the translation has in the reference's own words is missing, and
// its line has that text all the same, made from itself: so that it is known
// for what it is when the reference changes.
type Line struct {
	IDs      []string     // of the reference's units
	Made     []string     // by id, the hash of the text that it was made from, or that was passed over
	Own      []string     // hashes of its own text; none if there is none
	Sketches []Sketch     // by own hash
	State    report.State // never Unknown
}

// left reports whether the unit stands in the reference's own words.
func (l *Line) left() bool { return l.State == report.Missing && len(l.Own) > 0 }

// made gives the hash of the text that a unit of the line was made from.
func (l *Line) made(id string) string {
	if i := slices.Index(l.IDs, id); i >= 0 && i < len(l.Made) {
		return l.Made[i]
	}
	return ""
}

// byID finds the line of a unit; the first, should there be two.
func (l *Lock) byID() map[string]*Line {
	lines := make(map[string]*Line)
	if l != nil {
		for k := range l.Lines {
			for _, id := range l.Lines[k].IDs {
				if lines[id] == nil {
					lines[id] = &l.Lines[k]
				}
			}
		}
	}
	return lines
}

// orphans finds, by their own text, the lines whose units the reference has no
// more: that text was made from what stood there, whatever it is paired with now.
func (l *Lock) orphans(ref []report.Unit) map[string]*Line {
	there := make(map[string]bool)
	for i := range ref {
		there[ref[i].ID] = true
	}
	lines := make(map[string]*Line)
	if l == nil {
		return lines
	}
	for k := range l.Lines {
		line := &l.Lines[k]
		if len(line.Made) > 0 && len(line.Own) > 0 && !line.left() && !slices.ContainsFunc(line.IDs, func(id string) bool { return there[id] }) {
			lines[field(line.Own)] = line
		}
	}
	return lines
}

// Has reports whether the lock was made from the text of t.
func (l *Lock) Has(t *report.Translation) bool {
	if l == nil || l.BasedOn != t.Meta.Credit.BasedOn {
		return false
	}
	count := make(map[string]int)
	for _, line := range l.Lines {
		for _, h := range line.Own {
			count[h]++
		}
	}
	for _, h := range hashes(t.Units) {
		count[h]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// Follow is the lock with the ids that r has: those of paragraphs that were
// numbered anew go with their text.
func (l *Lock) Follow(r *Register) *Lock {
	if l == nil {
		return nil
	}
	now, given := make(map[string]string), make(map[string]bool)
	for _, e := range r.Entries {
		if e.From != "" {
			now[e.From], given[e.ID] = e.ID, true
		}
	}
	if len(now) == 0 {
		return l
	}
	next := &Lock{BasedOn: l.BasedOn, Lines: slices.Clone(l.Lines)}
	for k := range next.Lines {
		line := &next.Lines[k]
		line.IDs = slices.Clone(line.IDs)
		for n, id := range line.IDs {
			if other, ok := now[id]; ok {
				line.IDs[n] = other
			} else if given[id] {
				line.IDs[n] = "" // its text is gone, its number another's
			}
		}
	}
	return next
}

// ParseLock reads sync/<lang>.tsv.
func ParseLock(file string, data []byte) (*Lock, *report.Problem) {
	l := &Lock{}
	problem := eachLine(file, data, func(f []string) bool {
		if len(f) == 2 && f[0] == "based_on" && len(l.Lines) == 0 {
			l.BasedOn = f[1]
			return true
		}
		if len(f) != 5 && len(f) != 4 { // four: before there were sketches
			return false
		}
		line := Line{IDs: several(f[0]), Made: several(f[1]), Own: several(f[2]), State: report.State(f[3])}
		if len(f) == 5 {
			for _, s := range several(f[4]) {
				line.Sketches = append(line.Sketches, Sketch(s))
			}
		}
		l.Lines = append(l.Lines, line)
		switch line.State {
		case report.OK, report.Stale, report.Missing, report.Extra, report.Confirmed, report.Unsure:
			return len(line.Made) <= len(line.IDs)
		}
		return false
	})
	return l, problem
}

// several are the names in a field, none for a dash.
func several(field string) []string {
	if field == "-" || field == "" {
		return nil
	}
	return strings.Split(field, "+")
}

// Format writes the lock as ParseLock reads it.
func (l *Lock) Format() []byte {
	var b bytes.Buffer
	if l.BasedOn != "" {
		fmt.Fprintf(&b, "based_on\t%s\n", l.BasedOn)
	}
	for _, line := range l.Lines {
		sketches := make([]string, len(line.Sketches))
		for i, s := range line.Sketches {
			sketches[i] = string(s)
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", field(line.IDs), field(line.Made), field(line.Own), line.State, field(sketches))
	}
	return b.Bytes()
}

func field(names []string) string { return dash(strings.Join(names, "+")) }
