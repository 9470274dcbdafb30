package site

import (
	"cmp"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/cite"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// work is a translation as a citation names it: at the permalink of the
// edition in which its text last changed, or, before the first, at its page.
func work(a *archive.Archive, opts *Options, r *archive.Report, t *report.Translation) *cite.Work {
	config := &a.Config
	m, ref := &t.Meta, &r.Reference().Meta
	absolute := func(address string) string {
		if config.BaseURL == "" {
			return ""
		}
		return trimSlash(config.BaseURL) + "/" + address
	}
	other := func(t *report.Translation) cite.Translation {
		return cite.Translation{Locale: config.Language(t.Lang).Locale, Title: t.Meta.Title, Page: absolute(t.Lang + "/reports/" + r.ID + "/")}
	}
	l := config.Language(t.Lang)
	w := &cite.Work{
		Report: r.ID, Locale: l.Locale, Title: m.Title, Subtitle: m.Subtitle, Type: cmp.Or(m.Type, ref.Type), Status: cmp.Or(m.Status, ref.Status),
		Publisher: cmp.Or(m.Organisation, ref.Organisation), Symbols: ref.Symbols, Event: m.Event, Place: m.Place,
		Date: cmp.Or(m.Date, ref.Date, m.EventEnd, ref.EventEnd), WorkDate: cmp.Or(ref.Date, ref.EventEnd), Method: m.Credit.Method, Translators: m.Credit.Translators, Reviewers: m.Credit.Reviewers,
		Archive: l.Title, Page: other(t).Page, SWHID: swhid(page.Format(t)),
	}
	w.Permalink = w.Page
	if text, ok := lastText(opts.Editions, r.ID, t.Lang); ok {
		w.Edition, w.Permalink = text.Edition, absolute(text.Permalink)
	}
	for _, n := range m.Notices {
		w.Notices = append(w.Notices, cite.Notice{Kind: n.Kind, Lang: cmp.Or(n.Lang, t.Lang), Text: page.Plain(n.Text)})
	}
	switch original := r.Translation(m.Original); {
	case t.IsOriginal():
		for _, o := range r.Translations {
			if o.Lang != t.Lang && o.Meta.Original == t.Lang {
				w.Others = append(w.Others, other(o))
			}
		}
	case original != nil && original.IsOriginal():
		source := other(original)
		w.Original, w.Source = source.Locale, &source
	case m.Original != "":
		w.Original, w.Source = m.Original, &cite.Translation{Locale: m.Original}
	}
	return w
}

// cite is what a page shows of how to cite it, and what it says of itself to
// programs. A unit's address stands as the example of one.
func (c *composer) cite(r *archive.Report, t *report.Translation, frozen bool) map[string]any {
	w := work(c.archive, c.opts, r, t)
	url := c.url("reports/" + r.ID)
	if text, ok := lastText(c.opts.Editions, r.ID, t.Lang); ok {
		url = "/" + text.Permalink
	}
	return map[string]any{
		"text": w.Text(c.say), "url": url, "address": w.Permalink, "unit": exampleUnit(t),
		"meta": w.Meta(c.say), "data": w.JSONLD(c.say, frozen),
	}
}

// exampleUnit is the id by which a page explains the addresses of units: the
// first that has a printed number, else the first.
func exampleUnit(t *report.Translation) string {
	first := ""
	for _, u := range t.Units {
		if u.Kind == report.Paragraph && u.Number != "" {
			return u.ID
		}
		first = cmp.Or(first, u.ID)
	}
	return first
}

// citeTwins are the files beside a page for reference managers.
func citeTwins(w *cite.Work, say *message.Printer) map[string][]byte {
	return map[string][]byte{"cite.bib": w.BibTeX(say), "cite.ris": w.RIS(say), "cite.json": w.CSL(say)}
}

// citeUnits adds to a twin how it and each of its units are cited. A unit that
// is the reference's, in the place of one that is not translated, is cited
// from the reference.
func citeUnits(t *twin, ps []piece, own, ref *cite.Work, say *message.Printer) {
	address := func(w *cite.Work, id string) string {
		if w.Permalink == "" {
			return ""
		}
		return w.Permalink + "#" + id
	}
	t.Cite, t.Permalink, t.Edition = strings.TrimSpace(own.Text(say)+" "+own.Permalink), own.Permalink, own.Edition
	for i := range t.Units {
		u, w := &t.Units[i], own
		if ps[i].Lang != nil {
			w = ref
		}
		u.Permalink = address(w, u.ID)
		u.Cite = strings.TrimSpace(w.Unit(ps[i].Unit, say) + " " + u.Permalink)
	}
}
