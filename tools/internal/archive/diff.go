package archive

import (
	"path"
	"slices"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A Difference is a unit of the reference that is not what a translation was
// made from, or that differs between two moments.
type Difference struct {
	Unit  string       `json:"unit,omitempty"` // its id; empty if it is no longer there
	Kind  report.Kind  `json:"kind"`
	State report.State `json:"state,omitempty"` // of the translation's unit
	Known bool         `json:"known"`           // whether Old could be found
	Old   string       `json:"old,omitempty"`   // empty: it was added
	New   string       `json:"new,omitempty"`   // empty: it was removed
	Words []unit.Edit  `json:"words,omitempty"` // from Old to New
	Own   string       `json:"own,omitempty"`   // what the translation says
	File  string       `json:"file,omitempty"`  // where it says that
	Line  int          `json:"line,omitempty"`
}

func newDifference(old, new *report.Unit) Difference {
	d := Difference{Known: true}
	if old != nil {
		d.Kind, d.Old = old.Kind, unit.Words(old)
	}
	if new != nil {
		d.Unit, d.Kind, d.New = new.ID, new.Kind, unit.Words(new)
	}
	if old != nil && new != nil {
		d.Words = unit.DiffWords(d.Old, d.New)
	}
	return d
}

// Stale gives what changed in the reference since each unit of a translation
// was made, unit by unit, with what the translation does not have at all. The
// old text is the newest in the history that has the hash of the lock; without
// a history it is not Known.
func (a *Archive) Stale(h *History, r *Report, lang string) ([]Difference, error) {
	var list []Difference
	wanted := make(map[string]*report.Unit)
	for _, p := range r.Aligned[lang] {
		if p.State == report.Stale && p.Made != "" {
			wanted[p.Made] = nil
		}
	}
	if err := h.find(r.Dir, r.Reference().Lang, wanted); err != nil {
		return nil, err
	}
	for _, p := range r.Aligned[lang] {
		if p.Ref == nil || p.State != report.Stale && p.State != report.Missing {
			continue
		}
		old := wanted[p.Made]
		d := newDifference(old, p.Ref)
		d.State, d.Known = p.State, p.State == report.Missing || old != nil
		d.own(&p, r.Translation(lang))
		list = append(list, d)
	}
	return list, nil
}

// own fills in what the translation says.
func (d *Difference) own(p *unit.Aligned, t *report.Translation) {
	own := p.Own
	if own == nil {
		own = p.With
	}
	if own != nil && t != nil {
		d.Own, d.File, d.Line = unit.Words(own), t.File, own.Line
	}
}

// find looks for reference texts by their hashes, newest first.
func (h *History) find(dir, lang string, wanted map[string]*report.Unit) error {
	if h == nil {
		return nil
	}
	left := len(wanted)
	list := h.versions[dir]
	for k := len(list) - 1; k >= 0 && left > 0; k-- {
		blob := list[k].blobs[lang]
		if blob == "" || k > 0 && list[k-1].blobs[lang] == blob {
			continue
		}
		t, err := h.text(dir, lang, blob)
		if err != nil {
			return err
		}
		if t == nil {
			continue
		}
		for i := range t.Units {
			u := &t.Units[i]
			if found, ok := wanted[unit.Hash(u)]; ok && found == nil {
				wanted[unit.Hash(u)] = u
				left--
			}
		}
	}
	return nil
}

// Between gives what changed in the reference from one revision to another, or,
// where to is empty, to the text as it stands. Each change has what the
// translation says of it now.
func (a *Archive) Between(h *History, r *Report, lang, from, to string) ([]Difference, error) {
	old, err := h.at(r, from)
	if err != nil {
		return nil, err
	}
	now := r.Reference().Units
	if to != "" {
		if now, err = h.at(r, to); err != nil {
			return nil, err
		}
		// Their ids are those of the register, as far as their texts live on.
		unit.Identify(now, r.Register)
	}
	aligned := make(map[string]*unit.Aligned)
	for k := range r.Aligned[lang] {
		if p := &r.Aligned[lang][k]; p.Ref != nil {
			aligned[p.Ref.ID] = p
		}
	}
	var list []Difference
	for _, c := range unit.Compare(old, now) {
		d := newDifference(c.Old, c.New)
		if p := aligned[d.Unit]; p != nil {
			d.State = p.State
			d.own(p, r.Translation(lang))
		}
		list = append(list, d)
	}
	return list, nil
}

// at is the reference's text at a revision.
func (h *History) at(r *Report, revision string) ([]report.Unit, error) {
	unknown := &report.Problem{Code: "revision-unknown", Severity: report.Error, Args: map[string]string{"Revision": revision, "Report": r.ID}}
	if h == nil {
		return nil, unknown
	}
	commit, ok := h.folder.Resolve(revision)
	if !ok {
		return nil, unknown
	}
	files, err := h.folder.List(commit, r.Dir)
	if err != nil {
		return nil, err
	}
	lang := r.Reference().Lang
	blob := files[path.Join(r.Dir, "index."+lang+".md")]
	if blob == "" {
		return nil, unknown
	}
	t, err := h.text(r.Dir, lang, blob)
	if err != nil || t == nil {
		return nil, err
	}
	return slices.Clone(t.Units), nil
}
