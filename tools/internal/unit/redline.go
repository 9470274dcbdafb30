package unit

import (
	"slices"

	"rapporteur/tools/internal/report"
)

// A Side is what one text says of a unit at two moments: Old is nil where it
// had none, New where it has none any more.
type Side struct {
	Old, New *report.Unit
	Changed  bool // else both say the same, or neither is there
}

// A Row is a unit that changed between two moments in the reference, in the
// translation, or in both.
type Row struct {
	ID       string
	Ref, Own Side
}

// Both is a report's text in two languages at one moment, its units with their
// ids. Own is empty where the text is the reference itself.
type Both struct{ Ref, Own []report.Unit }

// Redline gives the units that changed between two moments, those of the
// translation beside those of the reference, in the order of the new reference.
// What is gone stands after what it stood behind.
func Redline(old, new Both) []Row {
	t := &redliner{place: make(map[string]int), now: make(map[string]string), at: make(map[string]*Row)}
	for i := range new.Ref {
		t.place[new.Ref[i].ID] = i
	}
	for _, c := range Compare(old.Ref, new.Ref) {
		t.add(c, old.Ref, new.Ref, func(r *Row) *Side { return &r.Ref })
		if c.Old != nil && c.New != nil {
			t.now[c.Old.ID] = c.New.ID
		}
	}
	for _, c := range Compare(old.Own, new.Own) {
		t.add(c, old.Own, new.Own, func(r *Row) *Side { return &r.Own })
	}
	ref, own := newPresence(old.Ref, new.Ref), newPresence(old.Own, new.Own)
	rows := make([]Row, len(t.rows))
	slices.SortStableFunc(t.rows, func(a, b placed) int { return a.place - b.place })
	for i, p := range t.rows {
		if !p.row.Ref.Changed {
			p.row.Ref = ref.side(p.row.ID)
		}
		if !p.row.Own.Changed {
			p.row.Own = own.side(p.row.ID)
		}
		rows[i] = *p.row
	}
	return rows
}

// A redliner puts changes of two texts into rows.
type redliner struct {
	place map[string]int    // of the new reference's units
	now   map[string]string // the id that a unit of the old reference has now, where it changed
	at    map[string]*Row
	rows  []placed
}

// A placed row stands at a unit of the new reference, by position times two, or
// behind it.
type placed struct {
	place int
	row   *Row
}

func (t *redliner) add(c Change, old, new []report.Unit, side func(*Row) *Side) {
	list, u := old, c.Old
	if c.New != nil {
		list, u = new, c.New
	}
	id := u.ID
	if c.New == nil && t.now[id] != "" {
		id = t.now[id]
	}
	row := t.at[id]
	if row == nil {
		row = &Row{ID: id}
		t.at[id] = row
		t.rows = append(t.rows, placed{t.where(id, u, list), row})
	}
	s := side(row)
	s.Changed = true
	if c.Old != nil {
		s.Old = c.Old
	}
	if c.New != nil {
		s.New = c.New
	}
}

// where is the place of a row for the unit u of a text.
func (t *redliner) where(id string, u *report.Unit, list []report.Unit) int {
	if i, ok := t.place[id]; ok {
		return 2 * i
	}
	for k := slices.IndexFunc(list, func(v report.Unit) bool { return v.ID == u.ID }); k >= 0; k-- {
		if i, ok := t.place[list[k].ID]; ok {
			return 2*i + 1
		}
	}
	return -1
}

// A presence finds what a text says of a unit that did not change in it.
type presence struct {
	old, new map[string]*report.Unit // by id
	same     map[string]*report.Unit // the new ones, by hash
}

func newPresence(old, new []report.Unit) presence {
	p := presence{make(map[string]*report.Unit, len(old)), make(map[string]*report.Unit, len(new)), make(map[string]*report.Unit, len(new))}
	for i := range old {
		p.old[old[i].ID] = &old[i]
	}
	for i := range new {
		p.new[new[i].ID] = &new[i]
		p.same[Hash(&new[i])] = &new[i]
	}
	return p
}

// side is the unit of that id. A translation can keep, as one of its own, what
// the reference has lost: then it has another id now.
func (p presence) side(id string) Side {
	s := Side{Old: p.old[id], New: p.new[id]}
	if s.New == nil && s.Old != nil {
		s.New = p.same[Hash(s.Old)]
	}
	return s
}

// A Sum is how much of a text changed.
type Sum struct {
	Changed, Added, Removed  int // units
	WordsAdded, WordsRemoved int
}

// Zero reports whether nothing changed.
func (s Sum) Zero() bool { return s == Sum{} }

// SumOf counts what two texts of one language have differently.
func SumOf(old, new []report.Unit) Sum {
	var s Sum
	for _, c := range Compare(old, new) {
		switch {
		case c.Old == nil:
			s.Added++
			s.WordsAdded += CountWords(Words(c.New))
		case c.New == nil:
			s.Removed++
			s.WordsRemoved += CountWords(Words(c.Old))
		default:
			s.Changed++
			for _, e := range DiffWords(Words(c.Old), Words(c.New)) {
				switch e.Op {
				case Added:
					s.WordsAdded += CountWords(e.Text)
				case Removed:
					s.WordsRemoved += CountWords(e.Text)
				}
			}
		}
	}
	return s
}
