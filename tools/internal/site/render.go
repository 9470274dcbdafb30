package site

import (
	"html"
	"strconv"
	"strings"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A renderer writes pieces as HTML. Whatever a unit says is escaped here; the
// tags are ours.
type renderer struct {
	b      strings.Builder
	say    *message.Printer
	locale string          // of the piece, where it is not the page's
	ids    map[string]bool // of the page, so that a link in it leads somewhere
	notes  map[string]string
	refs   map[string]bool // notes that have been referred to
	both   string          // address of the page that sets the units beside the reference's; empty: none
	lists  []string        // the closing tags of the lists that are open
	quote  bool
	table  bool
	align  []report.Align // of the table's columns
}

// renderBody is the HTML of a report's text. A stale unit leads to where it
// stands beside the reference, at the address both, if there is one.
func renderBody(ps []piece, say *message.Printer, both string) string {
	r := &renderer{say: say, both: both, ids: make(map[string]bool), notes: make(map[string]string), refs: make(map[string]bool)}
	for _, p := range ps {
		r.ids[p.ID] = true
		for _, id := range p.Also {
			r.ids[id] = true
		}
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
	return renderBody(ps, say, "")
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
	r.open(p.Quote)
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
	tag, start := "ul", ""
	if p.Number != "" {
		tag = "ol"
		if p.Number != "1" {
			start = ` start="` + html.EscapeString(p.Number) + `"`
		}
	}
	end := "</li></" + tag + ">\n"
	r.close(depth, p.Quote, false)
	if len(r.lists) == depth && r.lists[depth-1] != end {
		r.close(depth-1, p.Quote, false)
	}
	r.open(p.Quote)
	if len(r.lists) == depth {
		r.b.WriteString("</li>")
	} else {
		r.b.WriteString("<" + tag + start + ">")
		r.lists = append(r.lists, end)
	}
	r.begin("li", p, "")
	r.spans(page.Spans(p.Text))
	r.after(p)
}

// row writes a table's row; a header row begins a table of its own.
func (r *renderer) row(p *piece) {
	if p.Header && r.table {
		r.close(len(r.lists), p.Quote, false)
	}
	if !r.table {
		r.table, r.align = true, p.Align
		r.b.WriteString(`<div class="table" role="region" tabindex="0" aria-label="` + html.EscapeString(r.say.Say("table", nil)) + `"><table>`)
		if p.Header {
			r.b.WriteString("<thead>")
		} else {
			r.b.WriteString("<tbody>")
		}
	}
	r.begin("tr", p, "")
	for i, c := range p.Cells {
		tag, open := "td", "td"
		if p.Header {
			tag, open = "th", `th scope="col"`
		}
		if i < len(r.align) && r.align[i] != report.AlignStart {
			open += ` class="` + string(r.align[i]) + `"`
		}
		r.b.WriteString("<" + open + ">")
		r.spans(page.Spans(c))
		if i == len(p.Cells)-1 {
			r.after(p)
		}
		r.b.WriteString("</" + tag + ">")
	}
	r.b.WriteString("</tr>")
	if p.Header {
		r.b.WriteString("</thead><tbody>")
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
func (r *renderer) open(quote bool) {
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
	r.locale = ""
	if p.Lang != nil {
		r.locale = p.Lang.Locale
	}
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
	for _, id := range p.Also {
		r.b.WriteString(`<a id="` + id + `" data-unit="` + id + `"></a>`)
	}
}

// after ends a unit with its state in words, what the errata register has on
// it, a link to itself, and one to where it may be edited, which shows when
// the first is followed.
func (r *renderer) after(p *piece) {
	if p.State == report.Stale || p.State == report.Missing || p.State == report.Extra {
		r.b.WriteString(` <small class="state"`)
		if p.Lang != nil {
			r.b.WriteString(` lang="` + r.say.Lang + `" dir="auto"`)
		}
		words := html.EscapeString(r.say.Say("state_"+string(p.State), nil))
		if p.State == report.Stale && r.both != "" {
			words = `<a href="` + r.both + "#" + p.ID + `">` + words + "</a>"
		}
		r.b.WriteString(">" + words + "</small>")
	}
	for i := range p.Errata {
		e := &p.Errata[i]
		r.b.WriteString(` <small class="state"><a href="#` + erratumID(e) + `">` + html.EscapeString(r.say.Say("erratum_"+string(e.State), nil)) + "</a></small>")
	}
	if p.ID != "" && p.Kind != report.Footnote && (p.Number == "" || p.Kind == report.Item) {
		r.b.WriteString(`<a class="u" href="#` + p.ID + `" aria-label="` + p.ID + `">#</a>`)
	}
	if p.Edit != "" {
		r.b.WriteString(`<a class="c" href="` + html.EscapeString(p.Edit) + `">` + html.EscapeString(r.say.Say("correct", nil)) + "</a>")
	}
}
