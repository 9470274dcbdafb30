package exchange

import (
	"bytes"
	"slices"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// write makes the edits in the file. Those that its form has no place for are
// conflicts, and the others are made.
func (m *merger) write() {
	var made []edit
	var data []byte
	var settle func(edits []edit)
	settle = func(edits []edit) { // halves until what cannot be is alone
		if len(edits) == 0 {
			return
		}
		if d, ok := m.with(append(made[:len(made):len(made)], edits...)); ok {
			made, data = append(made, edits...), d
			return
		}
		if len(edits) == 1 {
			m.conflict("exchange-structure", edits[0].piece, edits[0].entry, edits[0].theirs, edits[0].codes)
			return
		}
		settle(edits[:len(edits)/2])
		settle(edits[len(edits)/2:])
	}
	settle(m.edits)
	if len(made) < len(m.edits) {
		m.basedOn, m.result.Confirmed = "", 0
		data, _ = m.with(made)
	} else if m.basedOn != "" && len(made) == 0 {
		data, _ = m.with(nil)
	}
	if m.result.Changed = len(made); data != nil && !bytes.Equal(data, m.data) {
		m.result.Data = data
	}
}

// with is the file with edits made in it.
func (m *merger) with(edits []edit) ([]byte, bool) {
	t := *m.own
	if m.basedOn != "" {
		t.Meta.Credit.BasedOn = m.basedOn
	}
	t.Units = slices.Clone(t.Units)
	position := make(map[*report.Unit]int)
	for i := range m.own.Units {
		position[&m.own.Units[i]] = i
	}
	added := make(map[*report.Unit]*report.Unit) // by the reference's
	for _, e := range edits {
		p := e.piece
		if p.plain {
			*p.field(&t.Meta) = e.text
			continue
		}
		u := added[p.refUnit]
		if p.ownUnit != nil {
			u = &t.Units[position[p.ownUnit]]
			u.Cells = slices.Clone(u.Cells)
		} else if u == nil {
			v := *p.refUnit
			v.Line, v.Cells = 0, slices.Clone(v.Cells)
			u = &v
			added[p.refUnit] = u
		}
		if !p.set(u, e.text) {
			return nil, false
		}
	}
	m.insert(&t, added, position)
	if m.result.New {
		data := page.Format(&t)
		got, problems := page.Parse(t.Report, t.Lang, t.File, data)
		return data, got != nil && len(problems) == 0 && len(got.Units) == len(t.Units)
	}
	return page.Revise(m.data, &t)
}

// insert puts units that the translation did not have behind what it has for
// the unit of the reference before them; a note behind all else.
func (m *merger) insert(t *report.Translation, added map[*report.Unit]*report.Unit, position map[*report.Unit]int) {
	behind := make(map[int][]report.Unit)
	last, done := -1, make(map[*report.Unit]bool)
	for _, p := range m.order {
		switch {
		case p.ownUnit != nil:
			last = position[p.ownUnit]
		case added[p.refUnit] != nil && !done[p.refUnit]:
			done[p.refUnit] = true
			at := last
			if u := added[p.refUnit]; u.Kind == report.Footnote && (at < 0 || t.Units[at].Kind != report.Footnote) {
				at = len(t.Units) - 1
			}
			behind[at] = append(behind[at], *added[p.refUnit])
		}
	}
	if len(behind) == 0 {
		return
	}
	units := slices.Clone(behind[-1])
	for i, u := range t.Units {
		units = append(append(units, u), behind[i]...)
	}
	t.Units = units
}
