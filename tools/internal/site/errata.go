package site

import (
	"strconv"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// correct gives pieces what a reader needs to correct them: the address at
// which the forge edits their line, and what the errata register says of them.
// A piece that is not translated has no line in the translation's file.
func (c *composer) correct(ps []piece, r *archive.Report, t *report.Translation) {
	edit := c.edit(t.File)
	about := make(map[string][]report.Erratum)
	for _, e := range r.ErrataIn(t.Lang) {
		about[e.Unit] = append(about[e.Unit], e)
	}
	for i := range ps {
		p := &ps[i]
		if edit != "" && p.Lang == nil && p.Line > 0 {
			p.Edit = editLine(edit, p.Line)
		}
		for _, id := range append([]string{p.ID}, p.Also...) {
			p.Errata = append(p.Errata, about[id]...)
		}
	}
}

// editLine is where a forge edits a line of the file that it edits at address:
// its editors go to the line that the fragment names.
func editLine(address string, line int) string { return address + "#L" + strconv.Itoa(line) }

// errata is the register as the end of a page shows it, and report.json: the
// entries on this translation.
func errata(r *archive.Report, lang string) []twinErratum {
	var list []twinErratum
	for _, e := range r.ErrataIn(lang) {
		list = append(list, twinErratum{
			ID: erratumID(&e), Unit: e.Unit, State: string(e.State), Date: e.Date, What: e.What, Answer: e.Answer, Answered: e.Answered,
		})
	}
	return list
}

// erratumID is the address of an entry on a page.
func erratumID(e *report.Erratum) string { return "erratum-" + strconv.Itoa(e.Nth) }

// A twinErratum is an entry of the errata register as a program reads it.
type twinErratum struct {
	ID       string `json:"id"`
	Unit     string `json:"unit"`
	State    string `json:"state"`
	Date     string `json:"date"`
	What     string `json:"what"`
	Answer   string `json:"answer,omitempty"`
	Answered string `json:"answered,omitempty"`
}
