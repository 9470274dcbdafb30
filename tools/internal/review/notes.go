package review

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// A note is one thing that the import did, or several of a kind in a row.
type note struct {
	ID       string
	Number   int
	Action   report.Action
	Reason   string // in the person's language
	Said     []said
	Back, On string // the notes before and after it
	Alike    string // the next one of its kind
	reason   string
}

// What an entry of the ledger says: the text, and what stands there now.
type said struct{ Text, To, Key string }

// Counted is how many things of a kind were done, as a person reads it.
func (n *note) Counted() string {
	if len(n.Said) < 2 {
		return ""
	}
	return "× " + strconv.Itoa(len(n.Said))
}

// Short reports whether the text stands on the line of its note.
func (n *note) Short() bool {
	return len(n.Said) == 1 && utf8.RuneCountInString(n.Said[0].Text+n.Said[0].To) <= 60
}

// Brief is the beginning of the text.
func (s said) Brief() string { return brief(s.Text) }

// Label is empty: a note is no unit.
func (n *note) Label() string { return "" }

// A kind is what was done for one reason.
type kind struct {
	Action report.Action
	Reason string
	Count  int
	First  string // its first note
	last   *note
}

// annotate puts the entries of the ledger into their rows, as notes, and marks
// what they are about on both sides.
func (d *desk) annotate() {
	entries := slices.Clone(d.Ledger.Entries)
	at := make([]int, len(entries)) // the row of each
	byRow := make([][]int, len(d.rows))
	for i := range entries {
		at[i] = d.rowOf(&entries[i])
		byRow[at[i]] = append(byRow[at[i]], i)
	}
	var before *note
	for k := range d.rows {
		r := &d.rows[k]
		d.interleave(r, entries, byRow[k], &before)
	}
}

func (d *desk) rowOf(e *report.Entry) int {
	place := e.Line
	if d.paged() {
		if place = e.Page; place == 0 {
			place = d.pageOf(e.Line)
		}
	}
	k := sort.Search(len(d.rows), func(i int) bool { return d.rows[i].from > place })
	return max(0, k-1)
}

// interleave puts the notes of a row between its units, in the order of the
// source: what was taken out or lifted stands before the unit of its line, and
// what was done to a unit after it.
func (d *desk) interleave(r *row, entries []report.Entry, which []int, before **note) {
	results := r.Results
	r.Results = nil
	k := 0
	for _, i := range which {
		e := &entries[i]
		after := e.Action == report.Joined || e.Action == report.Marked
		for k < len(results) {
			line := results[k].(*sheet).line
			if line > e.Line || line == e.Line && !after {
				break
			}
			r.Results = append(r.Results, results[k])
			k++
		}
		n := d.note(r, e, before)
		d.mark(r, e, n)
		d.join(r, e, n)
	}
	r.Results = append(r.Results, results[k:]...)
}

// note is the note of an entry: one of the same kind in the same place, or a
// new one.
func (d *desk) note(r *row, e *report.Entry, before **note) *note {
	s := said{Text: clip(plainOf(e.Text)), To: clip(plainOf(e.To))}
	if e.Action == report.Marked || e.Action == report.Joined {
		s.Text, s.To = brief(s.Text), brief(s.To) // which stand beside it in full
	}
	if e.Action == report.Lifted {
		s.Key, s.To = e.To, ""
	}
	if e.Action == report.Marked && s.To == s.Text {
		s.To = "" // the markup alone is another
	}
	for i := len(r.Results) - 1; i >= 0; i-- {
		n, ok := r.Results[i].(*note)
		if !ok {
			break // a unit stands between
		}
		if n.Action == e.Action && n.reason == e.Reason {
			n.Said = append(n.Said, s)
			d.counted(n, e)
			return n
		}
	}
	d.notes++
	n := &note{ID: noteID(d.notes), Number: d.notes, Action: e.Action, reason: e.Reason, Reason: d.reason(e.Reason), Said: []said{s}}
	if *before != nil {
		n.Back, (*before).On = (*before).ID, n.ID
	}
	*before = n
	r.Results = append(r.Results, n)
	d.counted(n, e)
	return n
}

func (d *desk) counted(n *note, e *report.Entry) {
	key := [2]string{string(e.Action), e.Reason}
	k := d.byKind[key]
	if k == nil {
		k = &kind{Action: e.Action, Reason: n.Reason, First: n.ID}
		d.byKind[key] = k
	}
	k.Count++
	if k.last != nil && k.last != n {
		k.last.Alike = n.ID
	}
	k.last = n
	if e.Action == report.Lifted && !slices.Contains(d.byTo[e.To], n.Number) {
		d.byTo[e.To] = append(d.byTo[e.To], n.Number)
	}
}

func (d *desk) reason(word string) string {
	return d.say.Say("reason_"+strings.ReplaceAll(word, "-", "_"), nil)
}

// actions in the order in which a person weighs them.
var actions = []report.Action{report.Added, report.Removed, report.Split, report.Moved, report.Joined, report.Marked, report.Lifted}

// kinds are what was done and how often, the weightiest first.
func (d *desk) kinds() []kind {
	var list []kind
	for _, k := range d.byKind {
		list = append(list, *k)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		if x, y := slices.Index(actions, a.Action), slices.Index(actions, b.Action); x != y {
			return x < y
		}
		if a.Count != b.Count {
			return a.Count > b.Count
		}
		return a.Reason < b.Reason
	})
	return list
}

// maxSaid is how much of a text a note quotes, in characters: all of it but
// for what is very long, which the source beside it has.
const maxSaid = 600

func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxSaid {
		return string(r[:maxSaid-1]) + "…"
	}
	return visible(s)
}

// mark marks in the source what an entry is about: the lines or blocks that
// its text covers, from its own on.
func (d *desk) mark(r *row, e *report.Entry, n *note) {
	need := bonesOf(plainOf(e.Text)).letters
	if len(r.Pieces) > 0 && r.Pieces[0].lined {
		need = bonesOf(e.Text).letters
	}
	whole := func(p *piece) {
		p.marks = append(p.marks, mark{0, len(p.plain), string(e.Action), n.Number, n.Reason})
	}
	started := false
	for i := range r.Pieces {
		p := &r.Pieces[i]
		switch {
		case p.Line < e.Line:
			continue
		case need == "":
			if p.Line == e.Line && (p.bonesOf().letters == "" || e.Text != "") && e.Action == report.Removed {
				whole(p)
			}
			return
		case !started && p.Line > e.Line:
			return
		}
		have := p.bonesOf()
		after := 0
		for _, m := range p.marks {
			after = max(after, m.to)
		}
		switch from, to, found := have.find(need, after); {
		case have.letters == "":
		case found:
			p.marks = append(p.marks, mark{from, to, string(e.Action), n.Number, n.Reason})
			return
		case strings.HasPrefix(need, have.letters):
			whole(p)
			need, started = need[len(have.letters):], true
		case started:
			return
		}
	}
}

func (p *piece) bonesOf() *bones {
	if p.bones == nil {
		b := bonesOf(p.plain)
		p.bones = &b
	}
	return p.bones
}

// join marks in the result where a text was joined to what stood before it.
func (d *desk) join(r *row, e *report.Entry, n *note) {
	if e.Action != report.Joined {
		return
	}
	need := bonesOf(plainOf(e.Text)).letters
	if cut := 60; len(need) > cut {
		for need[cut]&0xc0 == 0x80 {
			cut--
		}
		need = need[:cut]
	}
	for i := len(d.sheets) - 1; i >= 0; i-- {
		s := d.sheets[i]
		if s.line > e.Line {
			continue
		}
		if s.join(need, n) {
			return
		}
		if i+12 < len(d.sheets) && d.sheets[i+12].line <= e.Line {
			return // it stands close before, or nowhere
		}
	}
}
