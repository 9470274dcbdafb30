package site

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// redline is the page of what changed between two editions, unit by unit, in
// the reference and, beside it, in the translation:
// /<lang>/reports/<report>/history/<from>--<to>/.
func (c *composer) redline(r *archive.Report, s comparison) hugoPage {
	lang, ref := c.language.Tag, r.Reference().Lang
	from, to := c.edition(s.from), c.edition(s.to)
	var ends [2]end
	for i, e := range []*Edition{from, to} {
		ends[i].ownText, _ = e.text(r.ID, lang)
		ends[i].own = c.said(ends[i].ownText)
		if ref != lang {
			ends[i].refText, _ = e.text(r.ID, ref)
			ends[i].ref = c.said(ends[i].refText)
		}
	}
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
	if ref != lang {
		p.Params["reference"] = c.foreign(r.Reference())
	}
	if p.Params["gone"] = ends[0].gone() || ends[1].gone(); p.Params["gone"] == true {
		return p
	}
	d := &redliner{say: c.say, ends: ends, own: &c.language, ref: c.archive.Config.Language(ref), alone: ref == lang}
	p.Params["rows"] = d.rows()
	return p
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
	own, ref *archive.Language
	alone    bool // there is no translation, only the reference
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
			d.b.WriteString(`<div class="pair" id="` + row.ID + `"><p class="meta"><a href="/` + place.t.Permalink + "#" + place.u.ID + `">` + row.ID + "</a></p>")
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

// facts are rows of what the texts say of themselves before their first unit.
func (d *redliner) facts() {
	list := func(t *report.Translation) [][2]string {
		if t == nil {
			return nil
		}
		m := &t.Meta
		facts := [][2]string{{"redline_title", m.Title}, {"redline_subtitle", m.Subtitle}, {"date", m.Date}, {"event", m.Event}, {"place", m.Place},
			{"organisation", m.Organisation}, {"symbol", strings.Join(m.Symbols, ", ")}, {"redline_credit", creditLine(t, d.say)}}
		for _, kind := range report.NoticeKinds {
			var said []string
			for _, n := range m.Notices {
				if n.Kind == kind {
					said = append(said, page.Plain(n.Text))
				}
			}
			facts = append(facts, [2]string{"notice_" + string(kind), strings.Join(said, "\n")})
		}
		return facts
	}
	ref, own := [2][][2]string{}, [2][][2]string{}
	for i := range d.ends {
		ref[i], own[i] = list(d.ends[i].ref), list(d.ends[i].own)
	}
	if d.alone {
		ref, own = own, [2][][2]string{}
	}
	changed := func(lists [2][][2]string, i int) bool {
		return lists[0] != nil && lists[1] != nil && lists[0][i][1] != lists[1][i][1]
	}
	for i := range max(len(ref[1]), len(own[1])) {
		if !changed(ref, i) && !changed(own, i) {
			continue
		}
		key := ""
		for k, lists := range [][2][][2]string{ref, own} {
			if lists[1] == nil {
				continue
			}
			language := d.ref
			if k == 1 {
				language = d.own
			}
			if key == "" {
				key = lists[1][i][0]
				d.b.WriteString(`<div class="pair"><p class="meta">` + html.EscapeString(d.say.Say(key, nil)) + "</p>")
			}
			if key == "redline_credit" {
				language = d.own // it is in the words of the page
			}
			if changed(lists, i) {
				d.cell(language, d.diff(lists[0][i][1], lists[1][i][1], language), "redline_changed")
			} else {
				d.cell(language, html.EscapeString(cut(lists[1][i][1], longest-around, 0)), "redline_same")
			}
		}
		d.b.WriteString("</div>\n")
	}
}

// diff is the HTML of how a text became another; typography is set before they
// are compared, as a piece does not know which quotation mark closes.
func (d *redliner) diff(old, new string, language *archive.Language) string {
	return redlined(unit.DiffWords(set(language.Locale, old), set(language.Locale, new)), d.say, language.Locale, short)
}

// How much of what did not change stands in a redline, in characters: all of a
// stretch up to the longest, else as much as says where one is.
const (
	longest = 600
	around  = 220
)

// An extent is how much of what did not change is shown.
type extent bool

const (
	short extent = false // long stretches are cut
	whole extent = true
)

// redlined is the HTML of a comparison with what was removed and added marked,
// for eyes and for ears; the marks stand close to words.
func redlined(edits []unit.Edit, say *message.Printer, locale string, how extent) string {
	var b strings.Builder
	for i, e := range edits {
		e.Text = set(locale, e.Text) // a comparison knows one kind of space
		if e.Op == unit.Kept && how == whole {
			b.WriteString(html.EscapeString(e.Text))
			continue
		}
		if e.Op == unit.Kept {
			before, after := around, around
			if i == 0 {
				before = 0
			}
			if i == len(edits)-1 {
				after = 0
			}
			b.WriteString(html.EscapeString(cut(e.Text, before, after)))
			continue
		}
		tag, word := "del", "redline_del"
		if e.Op == unit.Added {
			tag, word = "ins", "redline_ins"
		}
		core := strings.TrimSpace(e.Text)
		if core == "" {
			b.WriteString(e.Text)
			continue
		}
		start, finish, _ := strings.Cut(e.Text, core)
		b.WriteString(start + "<" + tag + `><span class="v"`)
		if locale != say.Locale {
			b.WriteString(` lang="` + say.Locale + `"`)
		}
		b.WriteString(">" + html.EscapeString(say.Say(word, nil)) + " </span>" + html.EscapeString(core) + "</" + tag + ">" + finish)
	}
	return b.String()
}

// cut shortens a text that is longer than the longest stretch to so many
// characters at its beginning and end, at spaces where it has some.
func cut(s string, start, finish int) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	runes := []rune(s)
	head, tail := string(runes[:start]), string(runes[len(runes)-finish:])
	if i := strings.LastIndexByte(head, ' '); i > len(head)*3/4 {
		head = head[:i]
	}
	if i := strings.IndexByte(tail, ' '); i >= 0 && i < len(tail)/4 {
		tail = tail[i+1:]
	}
	if head != "" {
		head = strings.TrimRight(head, " ") + " "
	}
	if tail != "" {
		tail = " " + strings.TrimLeft(tail, " ")
	}
	return head + "[…]" + tail
}
