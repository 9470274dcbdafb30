package unit

import (
	"regexp"
	"strconv"

	"rapporteur/tools/internal/report"
)

// prefixes begin the ids of units that have no number of their own.
var prefixes = map[report.Kind]string{
	report.Heading: "h", report.Paragraph: "para", report.Item: "item",
	report.Row: "row", report.Turn: "turn", report.Footnote: "note",
}

// Identify gives the units of a reference their ids and returns the register
// that has them all. An id comes from the document: a printed paragraph number
// gives p12, a footnote's label note4, every other unit its kind and ordinal.
// A unit whose text is still there, edited or moved, keeps the id that the
// register has for it. A printed number comes before that: where paragraphs
// were numbered anew, each has the id of the number that it has now, and its
// entry says From which one its text came, so that freshness follows the text.
// A nil register is an empty one.
func Identify(units []report.Unit, known *Register) *Register {
	if known == nil {
		known = &Register{}
	}
	hashes := hashes(units)
	was := known.carried(units, hashes)
	taken := make(map[string]bool)
	give := func(i int, id string) {
		units[i].ID = id
		taken[id] = true
	}
	for i := range units {
		units[i].ID = ""
		if id := ownID(&units[i]); id != "" && !taken[id] {
			give(i, id)
		}
	}
	for i := range units {
		if units[i].ID == "" && was[i] != "" && !taken[was[i]] {
			give(i, was[i])
		}
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
	return known.follow(units, hashes, was)
}

var (
	ordinal = regexp.MustCompile(`^([a-z]+)(\d+)$`)
	label   = regexp.MustCompile(`^[0-9a-z]{1,12}$`)
)

// ownID is the id that the document itself prints, or "".
func ownID(u *report.Unit) string {
	switch {
	case u.Kind == report.Paragraph && u.Number != "":
		return "p" + report.Digits(u.Number)
	case u.Kind == report.Footnote && label.MatchString(u.Label):
		return "note" + u.Label
	}
	return ""
}

// carried gives the id that the text of each unit had in the register, or "".
func (r *Register) carried(units []report.Unit, hashes []string) []string {
	was := make([]trace, len(r.Entries))
	for i, e := range r.Entries {
		was[i] = trace{e.Kind, e.Hash, e.Sketch, e.Gone}
	}
	ids := make([]string, len(units))
	for j, i := range carry(was, units, hashes, true) {
		if i >= 0 {
			ids[j] = r.Entries[i].ID
		}
	}
	return ids
}

// Then gives, by the ids of the register, the hashes of a reference text that
// is older than it: what a translation made from that text was made from.
func (r *Register) Then(units []report.Unit) map[string]string {
	hashes := hashes(units)
	then := make(map[string]string, len(units))
	for i, id := range r.carried(units, hashes) {
		if id != "" {
			then[id] = hashes[i]
		}
	}
	return then
}

// follow is the register after r: the units as they stand, each with those
// that stood behind it and are gone. was gives the ids that their texts had.
func (r *Register) follow(units []report.Unit, hashes, was []string) *Register {
	taken, sketches := make(map[string]bool), make(map[string]Sketch)
	for i := range units {
		taken[units[i].ID] = true
	}
	behind := make(map[string][]Entry)
	last := ""
	for _, e := range r.Entries {
		sketches[e.Hash] = e.Sketch
		if taken[e.ID] {
			last = e.ID
			continue
		}
		e.Gone, e.From = true, ""
		behind[last] = append(behind[last], e)
	}
	next := &Register{Entries: behind[""]}
	for i := range units {
		e := Entry{ID: units[i].ID, Kind: units[i].Kind, Hash: hashes[i], Sketch: sketches[hashes[i]]}
		if e.Sketch == "" {
			e.Sketch = sketch(&units[i])
		}
		if was[i] != e.ID {
			e.From = was[i]
		}
		next.Entries = append(next.Entries, e)
		next.Entries = append(next.Entries, behind[e.ID]...)
	}
	return next
}
