package archive

import (
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// Start is a translation of r into lang that a volunteer can begin from: the
// reference's units in place, and those that the archive has translated before
// (headings, phrases of the forum) or has in its glossary translated already.
func (a *Archive) Start(r *Report, lang string) *report.Translation {
	ref := r.Reference()
	t := r.Untranslated(lang)
	memory := a.memory(ref.Lang, lang)
	for i := range t.Units {
		u := &t.Units[i]
		if known, ok := memory[unit.Hash(u)]; ok {
			u.Text, u.Cells = known.Text, known.Cells
		}
	}
	a.fillTerms(r.ID, ref.Lang, lang, t.Units)
	return t
}

// Untranslated is a translation of r into lang of which no word is translated.
func (r *Report) Untranslated(lang string) *report.Translation {
	ref := r.Reference()
	m := ref.Meta
	m.Sections, m.Notices, m.Source, m.Credit = nil, nil, report.Source{}, report.Credit{Method: report.Human, BasedOn: ref.Meta.Date}
	m.Allow = nil // what was allowed there was a matter of that language
	return &report.Translation{Report: r.ID, Lang: lang, Meta: m, Units: append([]report.Unit(nil), ref.Units...)}
}

// memory gives, by the hash of a text in one language, its translation into
// another, where every fresh translation of it in the archive is the same.
func (a *Archive) memory(from, to string) map[string]*report.Unit {
	memory := make(map[string]*report.Unit)
	for _, r := range a.Reports {
		if r.Reference().Lang != from {
			continue
		}
		for _, pair := range r.Aligned[to] {
			if pair.Ref == nil || pair.Own == nil || pair.Joined || pair.State == report.Stale || pair.State == report.Unsure {
				continue
			}
			hash := unit.Hash(pair.Ref)
			if other, ok := memory[hash]; ok && (other == nil || unit.Hash(other) != unit.Hash(pair.Own)) {
				memory[hash] = nil // two ways to say it: leave it to the volunteer
				continue
			}
			memory[hash] = pair.Own
		}
	}
	for hash, u := range memory {
		if u == nil {
			delete(memory, hash)
		}
	}
	return memory
}
