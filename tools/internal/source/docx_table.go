package source

import (
	"strconv"
	"strings"
)

// table reads a table into the grid that all readers share.
func (d *docx) table(t *element) {
	g := &grid{line: d.line + 1, page: d.page, bordered: d.bordered(t), named: d.short || d.isTableStyle(t)}
	d.rows(t, g)
	d.drafts = place(d.drafts, g, g.line <= 8)
	for _, name := range []string{"w:tblCaption", "w:tblDescription"} { // what is read to those who do not see it
		if s := cleanText(t.child("w:tblPr").child(name).attr("w:val")); s != "" {
			d.drafts = append(d.drafts, draft{Block: Block{Kind: Picture, Text: escape(s), Line: d.line, Page: d.page}})
		}
	}
}

// rows reads rows, also those that stand in content controls.
func (d *docx) rows(e *element, g *grid) {
	if d.levels > maxDepth {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "w:tr":
			if props := c.child("w:trPr"); props.child("w:del") == nil {
				g.begin(props.child("w:tblHeader") != nil && toggle(props.child("w:tblHeader")) > 0)
				g.skip(number(props.child("w:gridBefore").attr("w:val"), 0))
				d.cells(c, g)
			}
		case "w:tblPr", "w:tblGrid", "w:del", "":
		default:
			d.rows(c, g)
		}
	}
}

func (d *docx) cells(e *element, g *grid) {
	if d.levels > maxDepth {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "w:tc":
			props := c.child("w:tcPr")
			before := d.drafts
			d.drafts = nil
			d.blocks(c)
			if d.carried != nil { // its last mark cannot be deleted
				d.paragraph(nothing)
			}
			span, _ := strconv.Atoi(props.child("w:gridSpan").attr("w:val"))
			merged := false
			if m := props.child("w:vMerge"); m != nil {
				merged = m.attr("w:val") != "restart"
			}
			g.add(d.drafts, span, merged)
			d.drafts = before
		case "w:trPr", "w:tblPrEx", "w:del", "":
		default:
			d.cells(c, g)
		}
	}
}

// isTableStyle reports whether a table has a style, and not one of those that
// Word gives to any.
func (d *docx) isTableStyle(t *element) bool {
	st := d.styles.style(t.child("w:tblPr").child("w:tblStyle").attr("w:val"))
	if st == nil || st.kind != "table" {
		return false
	}
	switch st.name {
	case "normal table", "table normal", "table grid":
		return false
	}
	return !strings.HasPrefix(st.name, "tablenormal")
}

// bordered reports whether lines part the columns of a table.
func (d *docx) bordered(t *element) bool {
	props := t.child("w:tblPr")
	if parted(props.child("w:tblBorders")) {
		return true
	}
	if st := d.styles.style(props.child("w:tblStyle").attr("w:val")); st != nil && st.lined {
		return true
	}
	found := false
	t.all(func(c *element) { found = found || c.name == "w:tcBorders" && parted(c) })
	return found
}

// parted reports whether borders stand between or beside columns.
func parted(borders *element) bool {
	for _, side := range []string{"w:insideV", "w:left", "w:right", "w:start", "w:end"} {
		if c := borders.child(side); c != nil && isOn(c.attr("w:val")) && c.attr("w:val") != "nil" {
			return true
		}
	}
	return false
}
