package source

import (
	"strings"
)

// An odtPlace is where a block stands.
type odtPlace struct {
	list    *odtList
	id      string // of the list, so that items of one list know each other
	depth   int    // lists that are open
	marker  *string
	counted *[10]int
	styled  string // the list style that inner lists take over
	number  int    // that the item begins at, or -1
}

// blocks reads what may stand in a text, a cell, a note, a box.
func (d *odt) blocks(e *element, at odtPlace) {
	if e == nil || d.levels > maxDepth/4 {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "text:p", "text:h":
			d.paragraph(c, at)
		case "text:list":
			d.list(c, at)
		case "table:table":
			d.table(c)
		case "text:soft-page-break":
			d.page++
		case "text:table-of-content", "text:table-index", "text:illustration-index", "text:alphabetical-index":
			d.indexed++
			d.blocks(c, at)
			d.indexed--
		case "text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:table-of-content-source",
			"text:alphabetical-index-source", "text:illustration-index-source", "text:table-index-source", "office:event-listeners", "":
		case "office:annotation":
			d.annotation(c)
		case "svg:title", "svg:desc":
			if s := cleanText(c.content()); s != "" {
				d.drafts = append(d.drafts, draft{Block: Block{Kind: Picture, Text: escape(s), Line: d.line, Page: d.page}})
			}
		default: // sections, index bodies, frames, shapes
			if c.first != nil {
				d.blocks(c, at)
			}
		}
	}
}

// list reads a list. One that goes on with the one before it counts on.
func (d *odt) list(e *element, at odtPlace) {
	name := e.attr("text:style-name")
	if name == "" {
		name = at.styled
	}
	l := d.listStyles[name]
	if l == nil {
		l = &odtList{}
	}
	place := odtPlace{list: l, id: at.id, depth: at.depth + 1, counted: at.counted, styled: name}
	if at.depth == 0 {
		d.opened++
		place.id = "list"
		place.counted = &l.count
	} else if place.counted == nil {
		place.counted = &l.count
	}
	depth := min(place.depth, 10) - 1
	if e.attr("text:continue-numbering") != "true" && e.attr("text:continue-list") == "" {
		place.counted[depth] = max(1, l.levels[depth].start) - 1
	}
	opened := false
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "text:list-item":
			opened = true
			inner := place
			starts := c.attr("text:start-value")
			if onlyLists(c) {
				d.blocks(c, inner) // it has no text that a number could stand before
				continue
			}
			if starts != "" {
				place.counted[depth] = number(starts, 1) - 1
			}
			place.counted[depth]++
			marker := l.marker(depth, place.counted)
			if marker == "" && !l.levels[depth].known {
				marker = "•"
			}
			inner.marker = &marker
			d.blocks(c, inner)
		case "text:list-header":
			inner := place
			if marker := "•"; !opened && e.child("text:list-item") != nil {
				inner.marker = &marker // an item that is not counted; below one, it goes on with it
			}
			opened = true
			d.blocks(c, inner)
		}
	}
}

// onlyLists reports whether an item has no paragraph of its own.
func onlyLists(item *element) bool {
	for c := item.first; c != nil; c = c.next {
		if c.name != "text:list" && c.name != "" && c.name != "text:soft-page-break" {
			return false
		}
	}
	return true
}

func (d *odt) paragraph(p *element, at odtPlace) {
	d.line++
	style := d.style("paragraph", p.attr("text:style-name"))
	from := draft{centred: style.centred > 0, kept: style.keep > 0}
	from.Block = Block{Line: d.line, Page: d.page, Code: isCode(style.name), Caption: isCaption(style.name)}
	if style.rtl > 0 {
		from.Dir = "rtl"
	}
	from.Quote = isQuote(style.name)
	if base := d.styles[style.based]; base != nil && at.depth == 0 && style.set && p.attr("text:style-name") != "" {
		from.inset = style.margin-base.margin >= 18 && !strings.HasPrefix(style.name, "definition")
	}
	if style.fresh {
		d.breakPage()
	}
	level := 0
	if p.name == "text:h" {
		level = max(1, number(p.attr("text:outline-level"), style.outline))
	} else if style.outline > 0 && at.depth == 0 {
		level = style.outline
	}
	if style.name == "title" && at.depth == 0 && d.indexed == 0 {
		level, from.title = 1, true
	}
	run := &odtRun{look: style.look}
	d.inline(p, run)
	number := ""
	if level > 0 && p.name == "text:h" && run.pieces.says() {
		number = d.countHeading(p, level)
	}
	d.add(from, run, at, min(level, 10), number)
	for _, box := range run.boxes {
		before := len(d.drafts)
		d.blocks(box, odtPlace{})
		for i := before; i < len(d.drafts); i++ {
			d.drafts[i].boxed = true
		}
	}
}

// add adds what a paragraph says.
func (d *odt) add(from draft, run *odtRun, at odtPlace, level int, number string) {
	ps, hidden := run.pieces.part()
	b := &from.Block
	if hidden != nil {
		d.drafts = append(d.drafts, draft{Block: Block{Kind: Furniture, Text: hidden.markup(), Line: b.Line, Page: b.Page}})
	}
	if !ps.says() {
		return
	}
	ps.style(b)
	switch {
	case ps.isRule():
		b.Kind = Rule
	case d.indexed > 0:
		b.Text, b.Listed = ps.entry(), true
	case level > 0:
		for i := range ps {
			ps[i].Bold = false
		}
		if number == "" && at.marker != nil && strings.ContainsFunc(*at.marker, isWordRune) {
			number, *at.marker = *at.marker, ""
		}
		b.Kind, b.Level, b.Text, b.Counted = Heading, level, joined(number, ps.markup()), number != ""
	case at.marker != nil && *at.marker != "":
		marker := *at.marker
		*at.marker = ""
		from.list, from.depth = at.id, at.depth-1
		if b.Text = ps.markup(); multipart(marker) {
			from.number, from.numbered = marker, b.Text
			b.Text = joined(marker, b.Text)
		} else {
			b.Kind, b.Marker = Item, marker
		}
	case at.depth > 0:
		b.Text, from.within = ps.markup(), at.depth
	default:
		if m, n := typedMarker(ps.plain()); m != "" && !from.Code {
			ps, from.list = ps.cut(n), "typed"
			if b.Kind, b.Marker = Item, m; multipart(m) {
				b.Kind, b.Marker, from.list = Paragraph, "", ""
				b.Text = joined(m, ps.markup())
				break
			}
		}
		if b.Text = ps.markup(); from.Caption {
			b.Text = unbold(b.Text)
		}
	}
	if b.Text != "" || b.Kind == Rule {
		d.drafts = append(d.drafts, from)
	}
}

// countHeading is the number of a heading as the outline prints it.
func (d *odt) countHeading(p *element, level int) string {
	if level > 10 || d.outline == nil {
		return ""
	}
	d.count[level-1]++
	for k := level; k < 10; k++ {
		d.count[k] = 0
	}
	if p.attr("text:is-list-header") == "true" || d.outline.levels[level-1].format == "" {
		return ""
	}
	return d.outline.marker(level-1, &d.count)
}

// breakPage says that a page ends here.
func (d *odt) breakPage() {
	if n := len(d.drafts); n > 0 && d.drafts[n-1].Kind != PageBreak {
		d.drafts = append(d.drafts, draft{Block: Block{Kind: PageBreak, Line: d.line, Page: d.page}})
	}
}

// annotation keeps a remark of a reader's, which is no part of the text.
func (d *odt) annotation(e *element) {
	before := d.drafts
	d.drafts = nil
	d.blocks(e, odtPlace{})
	b := d.together(Remark)
	if d.drafts = before; b.Text != "" {
		d.drafts = append(d.drafts, draft{Block: b})
	}
}

// table reads a table into the grid that all readers share.
func (d *odt) table(t *element) {
	g := &grid{line: d.line + 1, page: d.page, bordered: true}
	d.rows(t, g, false)
	d.drafts = place(d.drafts, g, false)
}

func (d *odt) rows(e *element, g *grid, header bool) {
	if d.levels > maxDepth/4 {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "table:table-row":
			g.begin(header)
			for cell := c.first; cell != nil; cell = cell.next {
				d.cell(cell, g)
			}
		case "table:table-header-rows":
			d.rows(c, g, true)
		case "table:table-rows", "table:table-row-group":
			d.rows(c, g, header)
		case "text:soft-page-break":
			d.page++
		}
	}
}

func (d *odt) cell(cell *element, g *grid) {
	covered := cell.name == "table:covered-table-cell"
	if !covered && cell.name != "table:table-cell" {
		return
	}
	before := d.drafts
	d.drafts = nil
	d.blocks(cell, odtPlace{})
	for i := range d.drafts {
		if d.drafts[i].Kind == Heading && d.drafts[i].Level == 0 {
			d.drafts[i].Kind = Paragraph
		}
	}
	read := d.drafts
	d.drafts = before
	for n := min(max(1, number(cell.attr("table:number-columns-repeated"), 1)), maxColumns); n > 0; n-- {
		g.add(read, 1, covered)
		read = nil // what is repeated is empty, or a mistake
	}
}
