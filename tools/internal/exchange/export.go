package exchange

import (
	"os"
	"path"
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// Options say what an export holds beside the texts.
type Options struct {
	// Problems are those of the translation; each goes to the unit that it
	// names, as the sentence that Say makes of it.
	Problems []report.Problem
	Say      func(*report.Problem) string
	// Previous gives the Markdown that a unit of the reference had, by a hash
	// of unit.Hash; nil, or empty text, where that is not known.
	Previous func(report, hash string) string
}

// Export is the text of a report for translation into lang.
func Export(a *archive.Archive, r *archive.Report, lang string, o Options) *File {
	ref, own := r.Reference(), r.Translation(lang)
	f := &File{
		Report: r.ID, Title: ref.Meta.Title, From: ref.Lang, To: lang, FromRTL: rtl(a, ref.Lang), ToRTL: rtl(a, lang),
		Path: path.Join(r.Dir, "index."+lang+".md"), Date: ref.Meta.Date, Notices: ref.Meta.Notices,
	}
	var reviewed, final bool
	if own != nil {
		f.Credit = own.Meta.Credit
		f.Notices = append(f.Notices[:len(f.Notices):len(f.Notices)], own.Meta.Notices...)
		reviewed = len(own.Meta.Credit.Reviewers) > 0
		final = reviewed && own.Meta.Status == report.Final
		if data, err := os.ReadFile(filepath.Join(a.Root, filepath.FromSlash(f.Path))); err == nil {
			f.Base = hash(data)
		}
	}
	notes := make(map[string][]string)
	if o.Say != nil {
		for i := range o.Problems {
			if p := &o.Problems[i]; p.File == f.Path && p.Unit != "" {
				notes[p.Unit] = append(notes[p.Unit], o.Say(p))
			}
		}
	}
	for _, p := range pieces(r, own) {
		e := Entry{ID: p.id, Section: p.section, Plain: p.plain, State: Translated}
		e.Source, e.Codes = p.text(p.ref, nil)
		e.Target, e.Codes = p.text(p.own, e.Codes)
		e.Fixed = fixed(e.Source)
		e.Was = hash(e.Target.flat())
		switch {
		case len(e.Target) == 0:
			e.State = Initial
		case p.state == report.Stale:
			e.State, e.Stale = Initial, true
			if o.Say != nil {
				e.Notes = append(e.Notes, o.Say(problem("exchange-stale", "", 0)))
			}
			if o.Previous != nil && p.cell == 0 {
				e.Previous = o.Previous(r.ID, p.made)
			}
		case (p.state == report.OK || p.state == report.Confirmed) && final:
			e.State = Final
		case (p.state == report.OK || p.state == report.Confirmed) && reviewed:
			e.State = Reviewed
		}
		if p.refUnit != nil && p.cell == 0 {
			e.Notes = append(e.Notes, notes[p.refUnit.ID]...)
		}
		f.Entries = append(f.Entries, e)
	}
	return f
}

func rtl(a *archive.Archive, lang string) bool {
	l := a.Config.Language(lang)
	return l != nil && l.Direction == "rtl"
}
