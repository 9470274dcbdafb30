package source

import (
	"strings"

	"golang.org/x/net/html"

	"rapporteur/tools/internal/page"
)

// list reads the items of a list, each with the marker that a browser prints.
func (r *htmlReader) list(n *html.Node, f flow) {
	value, step := 1, 1
	if hasAttr(n, "reversed") {
		step = -1
		value = countItems(n)
	}
	if s := attr(n, "start"); s != "" {
		value = number(s, value)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "li" {
			inner := f
			if c.Type == html.ElementNode && (c.Data == "ul" || c.Data == "ol") {
				inner.depth++ // a list right in a list is of its last item
			}
			r.node(c, inner)
			continue
		}
		if v := attr(c, "value"); v != "" {
			value = number(v, value)
		}
		item := &htmlItem{marker: "•", depth: min(f.depth+1, 9)}
		if n.Data == "ol" {
			item.marker = numeral(value, listFormat(n, c)) + "."
			value += step
		}
		r.flush(f)
		if label, ok := r.notes.bodies[c]; ok && !f.furniture {
			r.note(c, label, f)
			continue
		}
		in := f.into(c)
		if r.furniture[c] || in.hidden && !f.hidden {
			in.hidden, in.furniture = false, true
		}
		r.item(item, c, in)
	}
	r.flush(f)
}

// item reads an item; what follows its first block stands in it.
func (r *htmlReader) item(item *htmlItem, n *html.Node, f flow) {
	r.abandon(f)
	r.pending = item
	f.depth, f.kind = item.depth, Paragraph
	r.children(n, f)
	r.flush(f)
	r.abandon(f)
}

// abandon gives up the item that waits for its text; a marker that the page
// printed must not be lost with it.
func (r *htmlReader) abandon(f flow) {
	if item := r.pending; item != nil && item.said {
		r.add(Block{Text: page.Escape(item.marker)}, f)
	}
	r.pending = nil
}

func countItems(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == "li" {
			count++
		}
	}
	return count
}

// listFormat is how the items of a list count, in Word's words for it.
func listFormat(list, item *html.Node) string {
	for _, n := range []*html.Node{item, list} {
		switch attr(n, "type") {
		case "a":
			return "lowerLetter"
		case "A":
			return "upperLetter"
		case "i":
			return "lowerRoman"
		case "I":
			return "upperRoman"
		}
		style := styleOf(n, "list-style-type")
		if style == "" {
			style = styleOf(n, "list-style")
		}
		for _, word := range strings.Fields(style) {
			if format := cssFormats[word]; format != "" {
				return format
			}
		}
	}
	return "decimal"
}

var cssFormats = map[string]string{"lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
	"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero", "cjk-ideographic": "chineseCounting",
	"simp-chinese-informal": "chineseCounting", "hebrew": "hebrew1", "katakana": "aiueo", "arabic-indic": "arabicIndic", "devanagari": "hindiNumbers"}

// table reads a table into a grid.
func (r *htmlReader) table(t *html.Node, f flow) {
	before := r.drafts
	r.drafts = nil
	g := &grid{line: r.line, bordered: true}
	below := map[int]int{} // columns that a cell from above still takes, and for how many rows
	r.rows(t, f, g, below, false)
	aside := r.drafts // captions, and what a parser found between rows
	r.drafts = append(before, aside...)
	role := strings.ToLower(attr(t, "role"))
	if f.furniture || role == "presentation" || role == "none" {
		r.drafts = append(r.drafts, g.unpacked()...)
		return
	}
	from := len(r.drafts)
	r.drafts = place(r.drafts, g, false)
	for i := from; i < len(r.drafts); i++ {
		if b := &r.drafts[i]; b.Kind == Row {
			b.Quote, b.Level = f.quote, f.depth
		}
	}
}

func (r *htmlReader) rows(n *html.Node, f flow, g *grid, below map[int]int, head bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			r.node(c, f)
			continue
		}
		in := f.into(c)
		if r.furniture[c] || in.hidden && !f.hidden {
			in.hidden, in.furniture = false, true
		}
		switch c.Data {
		case "thead", "tbody", "tfoot":
			r.rows(c, in, g, below, c.Data == "thead")
		case "tr":
			r.row(c, in, g, below, head)
		case "colgroup", "col":
		default:
			r.flush(f)
			r.node(c, f)
			r.flush(f)
		}
	}
}

func (r *htmlReader) row(tr *html.Node, f flow, g *grid, below map[int]int, head bool) {
	header := true
	g.begin(false)
	row := len(g.rows) - 1
	covered := func() {
		for below[len(g.rows[row].cells)] > 0 && len(g.rows[row].cells) < maxColumns {
			below[len(g.rows[row].cells)]--
			g.add(nil, 1, true)
		}
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			r.node(c, f)
			continue
		}
		covered()
		header = header && c.Data == "th"
		in := f.into(c)
		in.kind, in.level, in.depth, in.run.Bold = Paragraph, 0, 0, f.run.Bold
		if r.furniture[c] || in.hidden && !f.hidden {
			in.hidden, in.furniture = false, true
		}
		before, waiting := r.drafts, r.pending
		r.flush(f)
		r.drafts, r.pending = nil, nil
		if label, ok := r.notes.bodies[c]; ok {
			r.note(c, label, in)
		} else {
			r.children(c, in)
			r.flush(in)
		}
		span := min(max(1, number(attr(c, "colspan"), 1)), maxColumns)
		rows := min(max(1, number(attr(c, "rowspan"), 1)), 10_000)
		column := len(g.rows[row].cells)
		g.add(r.drafts, span, false)
		for j := column; j < min(column+span, maxColumns) && rows > 1; j++ {
			below[j] = rows - 1
		}
		r.drafts, r.pending = before, waiting
	}
	covered()
	g.rows[row].header = head || header && len(g.rows[row].cells) > 1
}
