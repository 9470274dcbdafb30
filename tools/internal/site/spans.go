package site

import (
	"cmp"
	"html"
	"strings"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
)

// renderInline is the HTML of a text that is no unit: a notice. locale is the
// one that it is in.
func renderInline(s string, say *message.Printer, locale string) string {
	r := &renderer{say: say, locale: locale}
	r.spans(page.Spans(s))
	return r.b.String()
}

// spans writes the text of a unit. Every character that it says is escaped.
func (r *renderer) spans(spans []page.Span) {
	for _, s := range spans {
		switch s.Kind {
		case page.Text:
			r.b.WriteString(html.EscapeString(set(cmp.Or(r.locale, r.say.Locale), s.Text)))
		case page.Code:
			r.b.WriteString("<code>" + html.EscapeString(s.Text) + "</code>")
		case page.Break:
			r.b.WriteString("<br>")
		case page.Emphasis:
			r.element("em", s.Children)
		case page.Strong:
			r.element("strong", s.Children)
		case page.Link:
			r.link(s)
		case page.NoteRef:
			r.noteRef(s.Text)
		}
	}
}

func (r *renderer) element(tag string, children []page.Span) {
	r.b.WriteString("<" + tag + ">")
	r.spans(children)
	r.b.WriteString("</" + tag + ">")
}

// link drops a link to a place in the page that is not there: its words stay,
// and check says so. One that leads out and whose words are no address has the
// class o: on paper, its address stands behind it.
func (r *renderer) link(s page.Span) {
	if id, ok := strings.CutPrefix(s.URL, "#"); ok && !r.ids[id] {
		r.spans(s.Children)
		return
	}
	r.b.WriteString(`<a href="` + html.EscapeString(s.URL) + `"`)
	if _, address, ok := strings.Cut(s.URL, "://"); ok && !strings.Contains(said(s.Children), strings.TrimSuffix(address, "/")) {
		r.b.WriteString(` class="o"`)
	}
	r.b.WriteByte('>')
	r.spans(s.Children)
	r.b.WriteString("</a>")
}

// said are the words of spans.
func said(spans []page.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text + said(s.Children))
	}
	return b.String()
}

func (r *renderer) noteRef(label string) {
	id, ok := r.notes[label]
	if !ok {
		r.b.WriteString(html.EscapeString("[^" + label + "]"))
		return
	}
	anchor := ""
	if !r.refs[id] {
		r.refs[id] = true
		anchor = ` id="ref-` + id + `"`
	}
	r.b.WriteString(`<sup><a` + anchor + ` href="#` + id + `" role="doc-noteref">` + html.EscapeString(label) + "</a></sup>")
}
