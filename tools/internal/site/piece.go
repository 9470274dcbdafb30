package site

import (
	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A piece is a unit as a page shows it: in the page's language, or, where that
// language has none, the reference's under its own.
type piece struct {
	*report.Unit
	State report.State
	Lang  *archive.Language // nil: the page's own
	Also  []string          // addresses of the units that it says too

	Edit   string           // where the forge edits its line; empty: nowhere
	Errata []report.Erratum // what the register has on it
}

// pieces are the units of a translation in the order of the page, with the
// reference's in the place of those that it has not. Footnotes come last.
func pieces(r *archive.Report, t *report.Translation, config *archive.Config) []piece {
	ref := r.Reference()
	var body, notes []piece
	add := func(p piece) {
		if p.Kind == report.Footnote {
			notes = append(notes, p)
		} else {
			body = append(body, p)
		}
	}
	if t == ref {
		for i := range t.Units {
			add(piece{Unit: &t.Units[i], State: report.OK})
		}
		return append(body, notes...)
	}
	for _, a := range r.Aligned[t.Lang] {
		switch {
		case a.Own != nil:
			add(piece{Unit: a.Own, State: a.State})
		case a.With != nil:
			for _, list := range [][]piece{body, notes} {
				for i := range list {
					if list[i].Unit == a.With {
						list[i].Also = append(list[i].Also, a.Ref.ID)
					}
				}
			}
		default:
			add(piece{Unit: a.Ref, State: a.State, Lang: config.Language(ref.Lang)})
		}
	}
	return append(body, notes...)
}

// An outlineEntry is a line of a report's outline.
type outlineEntry struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Level int    `json:"level"`
	Lang  string `json:"lang,omitempty"` // locale, if it is not the page's
	Dir   string `json:"dir,omitempty"`
}

// outline is the headings of a page.
func outline(ps []piece) []outlineEntry {
	var entries []outlineEntry
	for _, p := range ps {
		if p.Kind != report.Heading {
			continue
		}
		e := outlineEntry{ID: p.ID, Text: page.Plain(p.Text), Level: p.Level}
		if p.Lang != nil {
			e.Lang, e.Dir = p.Lang.Locale, p.Lang.Direction
		}
		entries = append(entries, e)
	}
	return entries
}
