package site

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// redline is the page of what changed between two editions, unit by unit, in
// the reference and, beside it, in the translation:
// /<lang>/reports/<report>/history/<from>--<to>/. Below that it says what
// changed in the later of the two since editions before: own are all in which
// the text changed.
func (c *composer) redline(r *archive.Report, s comparison, own []string) hugoPage {
	ref := r.Reference().Lang
	from, to := c.edition(s.from), c.edition(s.to)
	ends := c.ends(r, s)
	title := cmp.Or(ends[1].ownText.Title, ends[0].ownText.Title)
	p := hugoPage{Title: s.from + " – " + s.to + " · " + title, Layout: "redline", Type: "reports", URL: c.comparisonURL(r, s), Build: unlisted, Params: map[string]any{
		"text_title": title, "latest": c.url("reports/" + r.ID), "history": c.url("reports/" + r.ID + "/history"),
		"from": endParams(from, ends[0].ownText), "to": endParams(to, ends[1].ownText),
		"alternates": c.elsewhere(r, func(tag string, steps []step) string {
			if slices.Contains(c.comparisons(r, tag, steps), s) {
				return s.dir() + "/"
			}
			return ""
		}),
	}}
	if now := ends[1].own; now != nil {
		p.Params["notices"], p.Params["translation"] = c.notices(now), creditParams(now)
		p.Params["is_original"], p.Params["original"] = now.IsOriginal(), now.Meta.Original
	}
	if ref != c.language.Tag {
		p.Params["reference"] = c.foreign(r.Reference())
	}
	first := c.redlineRows(r, ends, true)
	p.Params["gone"], p.Params["rows"] = first["gone"], first["rows"]
	var more []map[string]any
	if j := slices.Index(own, s.to); j > 1 && own[j-1] == s.from {
		for _, name := range earlier(own, j) {
			m := c.redlineRows(r, c.ends(r, comparison{name, s.to}), false)
			m["id"], m["name"] = sinceID(name), name
			more = append(more, m)
		}
	}
	p.Params["earlier"] = more
	return p
}

// ends are the texts of the two editions.
func (c *composer) ends(r *archive.Report, s comparison) [2]end {
	var ends [2]end
	for i, name := range []string{s.from, s.to} {
		e, ref := c.edition(name), r.Reference().Lang
		ends[i].ownText, _ = e.text(r.ID, c.language.Tag)
		ends[i].own = c.said(ends[i].ownText)
		if ref != c.language.Tag {
			ends[i].refText, _ = e.text(r.ID, ref)
			ends[i].ref = c.said(ends[i].refText)
		}
	}
	return ends
}

// redlineRows are the rows of a redline, or that one of its texts is kept no
// more; with addresses of their own if the page has no others.
func (c *composer) redlineRows(r *archive.Report, ends [2]end, addresses bool) map[string]any {
	if ends[0].gone() || ends[1].gone() {
		return map[string]any{"gone": true}
	}
	ref := r.Reference().Lang
	d := &redliner{say: c.say, ends: ends, config: &c.archive.Config, own: &c.language, ref: c.archive.Config.Language(ref), alone: ref == c.language.Tag, addresses: addresses}
	return map[string]any{"gone": false, "rows": d.rows()}
}

// endParams is what a page says of an edition that it compares.
func endParams(e *Edition, t Text) map[string]any {
	m := map[string]any{"name": e.Name, "moment": e.Moment.UTC().Format("2006-01-02")}
	if t.Permalink != "" {
		m["url"] = "/" + t.Permalink
	}
	return m
}

// An end is one of the two editions that are compared.
type end struct {
	ownText, refText Text
	own, ref         *report.Translation
}

// gone reports whether the edition had a text that is kept no more.
func (e *end) gone() bool {
	return e.ownText.Permalink != "" && e.own == nil || e.refText.Permalink != "" && e.ref == nil
}

// both are the end's units; the reference itself stands alone.
func (e *end) both(alone bool) unit.Both {
	var b unit.Both
	if e.own != nil {
		b.Own = e.own.Units
	}
	if e.ref != nil {
		b.Ref = e.ref.Units
	}
	if alone {
		b.Ref, b.Own = b.Own, nil
	}
	return b
}

// A redliner writes the rows of a redline.
type redliner struct {
	b        strings.Builder
	say      *message.Printer
	ends     [2]end
	config   *archive.Config
	own, ref *archive.Language
	alone    bool // there is no translation, only the reference

	addresses bool // rows have them
}

// rows are the HTML of what changed: first what the texts say of themselves,
// then unit by unit.
func (d *redliner) rows() string {
	d.facts()
	for _, row := range unit.Redline(d.ends[0].both(d.alone), d.ends[1].both(d.alone)) {
		d.open(row)
		d.side(row.Ref, d.ref)
		if !d.alone {
			language := d.own
			if left(row.Own.New, row.Ref.New) || left(row.Own.New, row.Ref.Old) {
				language = d.ref
			}
			d.side(row.Own, language)
		}
		d.b.WriteString("</div>\n")
	}
	return d.b.String()
}

// open begins a row with the unit's address, which leads to where the unit
// stands in the newest of the frozen pages that have it.
func (d *redliner) open(row unit.Row) {
	old, now := &d.ends[0], &d.ends[1]
	ref := [2]Text{old.refText, now.refText}
	if d.alone {
		ref = [2]Text{old.ownText, now.ownText}
	}
	for _, place := range []struct {
		u *report.Unit
		t Text
	}{{row.Own.New, now.ownText}, {row.Own.Old, old.ownText}, {row.Ref.New, ref[1]}, {row.Ref.Old, ref[0]}} {
		if place.u != nil {
			id := ""
			if d.addresses {
				id = ` id="` + row.ID + `"`
			}
			d.b.WriteString(`<div class="pair"` + id + `><p class="meta"><a href="/` + place.t.Permalink + "#" + place.u.ID + `">` + row.ID + "</a></p>")
			return
		}
	}
}

// left reports whether a translation has a unit in the words of the reference.
func left(own, ref *report.Unit) bool {
	return own != nil && ref != nil && unit.Hash(own) == unit.Hash(ref)
}

// side writes what one text says of a unit.
func (d *redliner) side(s unit.Side, language *archive.Language) {
	var words, state string
	switch {
	case !s.Changed && s.New == nil:
		d.cell(language, html.EscapeString(d.say.Say("redline_absent", nil)), "")
		return
	case !s.Changed:
		words, state = html.EscapeString(set(language.Locale, cut(unit.Words(s.New), longest-around, 0))), "redline_same"
	case s.Old == nil:
		words, state = d.diff("", unit.Words(s.New), language), "redline_added"
	case s.New == nil:
		words, state = d.diff(unit.Words(s.Old), "", language), "redline_removed"
	default:
		words, state = d.diff(unit.Words(s.Old), unit.Words(s.New), language), "redline_changed"
	}
	d.cell(language, words, state)
}

// cell writes one side of a row under its language.
func (d *redliner) cell(language *archive.Language, words, state string) {
	foreign := language.Tag != d.own.Tag
	switch {
	case state == "":
		d.b.WriteString(`<div><small class="state">` + words + "</small></div>")
		return
	case foreign:
		d.b.WriteString(`<div lang="` + language.Locale + `" dir="` + language.Direction + `">`)
	default:
		d.b.WriteString("<div>")
	}
	d.b.WriteString(words + ` <small class="state"`)
	if foreign {
		d.b.WriteString(` lang="` + d.say.Locale + `" dir="auto"`)
	}
	d.b.WriteString(">" + html.EscapeString(d.say.Say(state, nil)) + "</small></div>")
}

// diff is the HTML of how a text became another; typography is set before they
// are compared, as a piece does not know which quotation mark closes.
func (d *redliner) diff(old, new string, language *archive.Language) string {
	return redlined(unit.DiffWords(set(language.Locale, old), set(language.Locale, new)), d.say, language.Locale, short)
}
