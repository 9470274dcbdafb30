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

	// Between two moments: what the translation said, and how it changed. Where
	// it alone changed, Old and New are the same and have no Words.
	OwnOld   string      `json:"own_old,omitempty"`
	OwnWords []unit.Edit `json:"own_words,omitempty"`
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

// Between gives what changed from one moment to another in the reference and in
// the translation, whose text at the second stands in file.
func Between(old, new unit.Both, file string) []Difference {
	var list []Difference
	for _, row := range unit.Redline(old, new) {
		var d Difference
		if row.Ref.Changed {
			d = newDifference(row.Ref.Old, row.Ref.New)
		} else if u := row.Ref.New; u != nil {
			d = Difference{Kind: u.Kind, Known: true, Old: unit.Words(u), New: unit.Words(u)}
		}
		d.Unit, d.Known = row.ID, true
		if was := row.Own.Old; was != nil {
			d.Kind, d.OwnOld = was.Kind, unit.Words(was)
		}
		if now := row.Own.New; now != nil {
			d.Kind, d.Own, d.File, d.Line = now.Kind, unit.Words(now), file, now.Line
		}
		if row.Own.Changed {
			d.OwnWords = unit.DiffWords(d.OwnOld, d.Own)
		}
		list = append(list, d)
	}
	return list
}

// Now is a report's text in a language, beside its reference, as it stands.
func (r *Report) Now(lang string) unit.Both {
	b := unit.Both{Ref: r.Reference().Units}
	if t := r.Translation(lang); t != nil && t != r.Reference() {
		b.Own = t.Units
	}
	return b
}

// At is a report's text in a language, beside its reference, at a revision. Its
// ids are those of the register, as far as its units live on.
func (h *History) At(r *Report, lang, revision string) (unit.Both, error) {
	unknown := &report.Problem{Code: "revision-unknown", Severity: report.Error, Args: map[string]string{"Revision": revision, "Report": r.ID}}
	if h == nil {
		return unit.Both{}, unknown
	}
	commit, ok := h.folder.Resolve(revision)
	if !ok {
		return unit.Both{}, unknown
	}
	files, err := h.folder.List(commit, r.Dir)
	if err != nil {
		return unit.Both{}, err
	}
	text := func(lang string) (*report.Translation, error) {
		blob := files[path.Join(r.Dir, "index."+lang+".md")]
		if blob == "" {
			return nil, nil
		}
		t, err := h.text(r.Dir, lang, blob)
		if t == nil || err != nil {
			return nil, err
		}
		own := *t
		own.Units = slices.Clone(t.Units)
		return &own, nil
	}
	ref, err := text(r.Reference().Lang)
	switch {
	case err != nil:
		return unit.Both{}, err
	case ref == nil:
		return unit.Both{}, unknown
	}
	unit.Identify(ref.Units, r.Register)
	b := unit.Both{Ref: ref.Units}
	if lang == r.Reference().Lang {
		return b, nil
	}
	own, err := text(lang)
	if own != nil {
		unit.Fresh(ref, own, r.Locks[lang])
		b.Own = own.Units
	}
	return b, err
}
