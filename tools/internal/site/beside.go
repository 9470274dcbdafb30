package site

import (
	"cmp"
	"html"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// beside is the page that sets a translation beside its reference, unit by
// unit: /<lang>/reports/<report>/with-<reference>/.
func (c *composer) beside(r *archive.Report, t *report.Translation) hugoPage {
	ref := r.Reference()
	p := hugoPage{Title: set(c.language.Locale, t.Meta.Title), Layout: "beside", Type: "reports", URL: c.besideURL(r), Build: unlisted, Params: map[string]any{
		"report": r.ID, "reference": c.foreign(ref), "latest": c.url("reports/" + r.ID),
		"notices": c.notices(t), "translation": creditParams(t), "is_original": false, "original": t.Meta.Original,
		"reference_date": ref.Meta.Date,
		"freshness":      unit.Count(r.Aligned[t.Lang]),
		"rows":           besideRows(r.Aligned[t.Lang], c.archive.Config.Language(ref.Lang), c.edit(t.File), c.say, c.was[t.Lang+"/"+r.ID]),
		"marked":         len(c.was[t.Lang+"/"+r.ID]) > 0,
		"alternates":     c.alternates("reports/"+r.ID+"/", r), "keeps_unit": true,
	}}
	for _, a := range p.Params["alternates"].([]map[string]any) {
		if tag := a["tag"].(string); tag != ref.Lang && a["exists"].(bool) {
			a["url"] = "/" + tag + "/reports/" + r.ID + "/with-" + ref.Lang + "/"
		}
		delete(a, "absolute") // the same words stand on the report's page, which is the one to find
	}
	return p
}

func (c *composer) besideURL(r *archive.Report) string {
	return c.url("reports/" + r.ID + "/with-" + r.Reference().Lang)
}

// besideRows is the HTML of the units side by side. A row has the address of
// its unit; a gap on either side says what it is; edit is where the forge edits
// the translation, if it does. Where the reference has changed since, it is
// marked in it how, from what was[id] says.
func besideRows(aligned []unit.Aligned, language *archive.Language, edit string, say *message.Printer, was map[string]string) string {
	r := &renderer{say: say, ids: make(map[string]bool), notes: make(map[string]string), refs: make(map[string]bool)}
	for _, a := range aligned {
		u := a.Ref
		if u == nil {
			u = a.Own
		}
		r.ids[u.ID] = true
		if u.Kind == report.Footnote {
			r.notes[u.Label] = u.ID
		}
	}
	foreign := ` lang="` + language.Locale + `" dir="` + language.Direction + `"`
	for _, a := range aligned {
		u := a.Ref
		if u == nil {
			u = a.Own
		}
		p := &piece{Unit: u, State: a.State}
		if edit != "" && a.Own != nil {
			p.Edit = editLine(edit, a.Own.Line)
		}
		r.begin("div", p, "pair "+string(u.Kind))
		r.b.WriteString("<div" + foreign + ">")
		switch old, known := was[p.ID]; {
		case a.Ref == nil:
		case known && a.State == report.Stale:
			from, to := set(language.Locale, old), set(language.Locale, unit.Words(a.Ref))
			r.b.WriteString(redlined(unit.DiffWords(from, to), say, language.Locale, whole))
		default:
			r.locale = language.Locale
			r.side(a.Ref)
			r.locale = ""
		}
		r.b.WriteString("</div><div>")
		if a.Own != nil {
			r.side(a.Own)
		}
		r.after(p)
		r.b.WriteString("</div></div>\n")
	}
	return r.b.String()
}

// staleWords are what references said when units that are stale now were made,
// by language and report, then unit.
type staleWords map[string]map[string]string

// wordsBefore asks the history for them, once for all languages.
func wordsBefore(a *archive.Archive, h *archive.History) (staleWords, error) {
	was := make(staleWords)
	for _, r := range a.Reports {
		for lang, aligned := range r.Aligned {
			if h == nil || unit.Count(aligned).Stale == 0 {
				continue
			}
			list, err := a.Stale(h, r, lang)
			if err != nil {
				return nil, err
			}
			for _, d := range list {
				if d.State != report.Stale || !d.Known {
					continue
				}
				if was[lang+"/"+r.ID] == nil {
					was[lang+"/"+r.ID] = make(map[string]string)
				}
				was[lang+"/"+r.ID][d.Unit] = d.Old
			}
		}
	}
	return was, nil
}

// side writes a unit as one of a pair: as a paragraph of its kind.
func (r *renderer) side(u *report.Unit) {
	switch {
	case u.Kind == report.Row:
		r.b.WriteString(html.EscapeString(set(cmp.Or(r.locale, r.say.Locale), rowText(u))))
		return
	case u.Kind == report.Turn && u.Speaker == "":
		r.b.WriteString("<b>" + html.EscapeString(r.say.Say("speaker_unidentified", nil)) + "</b> ")
	case u.Kind == report.Turn:
		r.b.WriteString("<b><bdi>" + html.EscapeString(u.Speaker) + "</bdi></b> ")
	case u.Kind == report.Item && u.Number == "":
		r.b.WriteString("• ")
	case u.Number != "":
		r.b.WriteString(html.EscapeString(u.Number) + ". ")
	case u.Label != "":
		r.b.WriteString("<sup>" + html.EscapeString(u.Label) + "</sup> ")
	}
	r.spans(page.Spans(u.Text))
}
