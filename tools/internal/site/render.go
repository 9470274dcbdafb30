package site

import (
	"html"
	"strconv"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A piece is a unit as a page shows it: in the page's language, or, where that
// language has none, the reference's under its own.
type piece struct {
	*report.Unit
	State report.State
	Lang  *archive.Language // nil: the page's own
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
		if a.Own != nil {
			add(piece{Unit: a.Own, State: a.State})
		} else {
			add(piece{Unit: a.Ref, State: a.State, Lang: config.Language(ref.Lang)})
		}
	}
	return append(body, notes...)
}

// A renderer writes pieces as HTML. Whatever a unit says is escaped here; the
// tags are ours.
type renderer struct {
	b     strings.Builder
	say   *message.Printer
	ids   map[string]bool // of the page, so that a link in it leads somewhere
	notes map[string]string
	refs  map[string]bool // notes that have been referred to
	lists []string        // the closing tags of the lists that are open
	quote bool
	table bool
	thead bool
}

// renderBody is the HTML of a report's text.
func renderBody(ps []piece, say *message.Printer) string {
	r := &renderer{say: say, ids: make(map[string]bool), notes: make(map[string]string), refs: make(map[string]bool)}
	for _, p := range ps {
		r.ids[p.ID] = true
		if p.Kind == report.Footnote {
			r.notes[p.Label] = p.ID
		}
	}
	for i := range ps {
		if ps[i].Kind == report.Footnote {
			r.close(0, false, false)
			r.footnotes(ps[i:])
			break
		}
		r.piece(&ps[i])
	}
	r.close(0, false, false)
	return r.b.String()
}

// renderText is the HTML of units that have no address: a section's text.
func renderText(units []report.Unit, say *message.Printer) string {
	ps := make([]piece, len(units))
	for i := range units {
		ps[i] = piece{Unit: &units[i], State: report.OK}
	}
	return renderBody(ps, say)
}

// renderInline is the HTML of a text that is no unit: a notice.
func renderInline(s string, say *message.Printer) string {
	r := &renderer{say: say}
	r.spans(page.Spans(s))
	return r.b.String()
}

func (r *renderer) piece(p *piece) {
	depth := p.Level
	switch p.Kind {
	case report.Heading:
		depth = 0
	case report.Item:
		depth = max(1, depth)
	}
	if p.Kind == report.Item {
		r.item(p, min(depth, len(r.lists)+1))
		return
	}
	r.close(min(depth, len(r.lists)), p.Quote, p.Kind == report.Row)
	r.open(p.Quote, p.Kind == report.Row)
	switch p.Kind {
	case report.Heading:
		level := strconv.Itoa(max(2, min(6, p.Level)))
		r.begin("h"+level, p, "")
		r.spans(page.Spans(p.Text))
		r.after(p)
		r.b.WriteString("</h" + level + ">\n")
	case report.Row:
		r.row(p)
	case report.Turn:
		r.begin("p", p, "turn")
		name := "<bdi>" + html.EscapeString(p.Speaker) + "</bdi>"
		if p.Speaker == "" {
			name = html.EscapeString(r.say.Say("speaker_unidentified", nil))
		}
		r.b.WriteString("<b>" + name + "</b>")
		if p.Text != "" {
			r.b.WriteString(" ")
		}
		r.spans(page.Spans(p.Text))
		r.after(p)
		r.b.WriteString("</p>\n")
	default:
		r.begin("p", p, "")
		if p.Number != "" {
			r.b.WriteString(`<a class="n" href="#` + p.ID + `">` + html.EscapeString(p.Number) + ".</a> ")
		}
		r.spans(page.Spans(p.Text))
		r.after(p)
		r.b.WriteString("</p>\n")
	}
}

// item writes a list item and leaves it open for what stands in it.
func (r *renderer) item(p *piece, depth int) {
	tag := "ul"
	if p.Number != "" {
		tag = "ol"
	}
	end := "</li></" + tag + ">\n"
	r.close(depth, p.Quote, false)
	if len(r.lists) == depth && r.lists[depth-1] != end {
		r.close(depth-1, p.Quote, false)
	}
	r.open(p.Quote, false)
	if len(r.lists) == depth {
		r.b.WriteString("</li>")
	} else {
		r.b.WriteString("<" + tag + ">")
		r.lists = append(r.lists, end)
	}
	r.begin("li", p, "")
	r.spans(page.Spans(p.Text))
	r.after(p)
}

func (r *renderer) row(p *piece) {
	cell := "td"
	if p.Header {
		if r.table {
			r.b.WriteString("</tbody></table></div>\n")
		}
		r.b.WriteString(`<div class="table" role="region" tabindex="0" aria-label="` + html.EscapeString(r.say.Say("table", nil)) + `"><table><thead>`)
		cell = "th scope=\"col\""
		r.thead = true
	} else if !r.table {
		r.b.WriteString(`<div class="table" role="region" tabindex="0" aria-label="` + html.EscapeString(r.say.Say("table", nil)) + `"><table><tbody>`)
	}
	r.table = true
	r.begin("tr", p, "")
	for i, c := range p.Cells {
		r.b.WriteString("<" + cell + ">")
		r.spans(page.Spans(c))
		if i == len(p.Cells)-1 {
			r.after(p)
		}
		r.b.WriteString("</" + cell[:2] + ">")
	}
	r.b.WriteString("</tr>")
	if r.thead {
		r.b.WriteString("</thead><tbody>")
		r.thead = false
	}
}

// footnotes writes the notes, which are the last pieces.
func (r *renderer) footnotes(ps []piece) {
	r.b.WriteString(`<section class="notes" role="doc-endnotes" aria-label="` + html.EscapeString(r.say.Say("footnotes", nil)) + "\">\n")
	for i := range ps {
		p := &ps[i]
		r.begin("p", p, "")
		label := html.EscapeString(p.Label)
		if r.refs[p.ID] {
			label = `<a class="n" href="#ref-` + p.ID + `" role="doc-backlink" aria-label="` + html.EscapeString(r.say.Say("footnote_back", message.Data{"Label": p.Label})) + `">` + label + "</a>"
		}
		r.b.WriteString(label + " ")
		r.spans(page.Spans(p.Text))
		r.after(p)
		r.b.WriteString("</p>\n")
	}
	r.b.WriteString("</section>\n")
}

// open and close keep quotations, tables and lists properly nested.
func (r *renderer) open(quote, table bool) {
	if quote && !r.quote {
		r.b.WriteString("<blockquote>\n")
		r.quote = true
	}
}

func (r *renderer) close(depth int, quote, table bool) {
	if r.table && !table {
		r.b.WriteString("</tbody></table></div>\n")
		r.table = false
	}
	if r.quote != quote {
		depth = 0
	}
	for len(r.lists) > depth {
		r.b.WriteString(r.lists[len(r.lists)-1])
		r.lists = r.lists[:len(r.lists)-1]
	}
	if r.quote && !quote {
		r.b.WriteString("</blockquote>\n")
		r.quote = false
	}
}

// begin opens an element with the unit's address, state and language.
func (r *renderer) begin(tag string, p *piece, class string) {
	r.b.WriteString("<" + tag)
	if p.ID != "" {
		r.b.WriteString(` id="` + p.ID + `" data-unit="` + p.ID + `"`)
	}
	if class != "" {
		r.b.WriteString(` class="` + class + `"`)
	}
	switch p.State {
	case report.Stale, report.Missing, report.Extra:
		r.b.WriteString(` data-state="` + string(p.State) + `"`)
	}
	if p.Lang != nil {
		r.b.WriteString(` lang="` + p.Lang.Locale + `" dir="` + p.Lang.Direction + `"`)
	}
	r.b.WriteByte('>')
}

// after ends a unit with its state in words and a link to itself.
func (r *renderer) after(p *piece) {
	if p.State == report.Stale || p.State == report.Missing || p.State == report.Extra {
		r.b.WriteString(` <small class="state"`)
		if p.Lang != nil {
			r.b.WriteString(` lang="` + r.say.Lang + `" dir="auto"`)
		}
		r.b.WriteString(">" + html.EscapeString(r.say.Say("state_"+string(p.State), nil)) + "</small>")
	}
	if p.ID != "" && p.Kind != report.Footnote && (p.Number == "" || p.Kind == report.Item) {
		r.b.WriteString(`<a class="u" href="#` + p.ID + `" aria-label="` + p.ID + `">#</a>`)
	}
}

func (r *renderer) spans(spans []page.Span) {
	for _, s := range spans {
		switch s.Kind {
		case page.Text:
			r.b.WriteString(html.EscapeString(s.Text))
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
// and check says so.
func (r *renderer) link(s page.Span) {
	if id, ok := strings.CutPrefix(s.URL, "#"); ok && !r.ids[id] {
		r.spans(s.Children)
		return
	}
	r.b.WriteString(`<a href="` + html.EscapeString(s.URL) + `">`)
	r.spans(s.Children)
	r.b.WriteString("</a>")
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
