package site

import (
	"html"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A fact is what a text says of itself before its first unit. Every text has
// the same ones in the same order.
type fact struct {
	key, text string // key is a message
	lang      string // of the text; empty: the text's own
}

// factsOf are those of a text in words that can be compared.
func (d *redliner) factsOf(t *report.Translation) []fact {
	if t == nil {
		return nil
	}
	m := &t.Meta
	list := []fact{{key: "redline_title", text: m.Title}, {key: "redline_subtitle", text: m.Subtitle}, {key: "date", text: m.Date}, {key: "event", text: m.Event},
		{key: "place", text: m.Place}, {key: "organisation", text: m.Organisation}, {key: "symbol", text: strings.Join(m.Symbols, ", ")},
		{key: "redline_credit", text: creditLine(t, d.say), lang: d.own.Tag}}
	for _, kind := range report.NoticeKinds {
		f := fact{key: "notice_" + string(kind)}
		var said []string
		for _, n := range m.Notices {
			if n.Kind == kind {
				said, f.lang = append(said, page.Plain(n.Text)), n.Lang
			}
		}
		f.text = strings.Join(said, "\n")
		list = append(list, f)
	}
	return list
}

// facts writes a row for each fact that changed in one of the texts.
func (d *redliner) facts() {
	old, now := &d.ends[0], &d.ends[1]
	columns := []column{{d.ref, d.factsOf(old.ref), d.factsOf(now.ref)}, {d.own, d.factsOf(old.own), d.factsOf(now.own)}}
	if d.alone {
		columns = columns[1:]
	}
	for i, f := range d.factsOf(now.own) {
		changed := false
		for _, c := range columns {
			changed = changed || c.changed(i)
		}
		if !changed {
			continue
		}
		d.b.WriteString(`<div class="pair"><p class="meta">` + html.EscapeString(d.say.Say(f.key, nil)) + "</p>")
		for _, c := range columns {
			d.fact(c, i)
		}
		d.b.WriteString("</div>\n")
	}
}

// A column is the facts of one text at two moments.
type column struct {
	language *archive.Language
	old, now []fact
}

func (c column) changed(i int) bool {
	return c.old != nil && c.now != nil && c.old[i].text != c.now[i].text
}

func (d *redliner) fact(c column, i int) {
	if c.now == nil {
		d.cell(c.language, html.EscapeString(d.say.Say("redline_absent", nil)), "")
		return
	}
	language := c.language
	if l := d.config.Language(c.now[i].lang); l != nil {
		language = l
	}
	if c.changed(i) {
		d.cell(language, d.diff(c.old[i].text, c.now[i].text, language), "redline_changed")
		return
	}
	d.cell(language, html.EscapeString(set(language.Locale, cut(c.now[i].text, longest-around, 0))), "redline_same")
}
