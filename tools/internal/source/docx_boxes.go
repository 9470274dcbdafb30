package source

import (
	"strings"
	"unicode/utf8"
)

// readBoxes reads the texts that stand in the drawings of a paragraph. Where
// each is a label of no more than a line or two, they make one block.
func (d *docx) readBoxes(drawings []*element) {
	before, fields, boxes := d.drafts, d.fields, 0
	d.drafts, d.fields = nil, nil
	for _, e := range drawings {
		d.boxesIn(e, &boxes)
	}
	read := d.drafts
	d.drafts, d.fields = before, fields
	defer func() {
		d.drafts, d.pictures = append(d.drafts, d.pictures...), nil
	}()
	if boxes > 1 && allLabels(read) {
		all := draft{Block: read[0].Block}
		all.Kind, all.Level, all.Marker = Paragraph, 0, ""
		var texts []string
		for i := range read {
			texts = append(texts, strings.TrimSpace(read[i].mark()+" "+read[i].Text))
		}
		all.Text = strings.Join(texts, "<br>")
		read = []draft{all}
	}
	for i := range read {
		read[i].boxed = true
	}
	d.drafts = append(d.drafts, read...)
}

func allLabels(read []draft) bool {
	for i := range read {
		b := &read[i].Block
		if b.Kind != Paragraph && b.Kind != Item || utf8.RuneCountInString(b.Text) > 160 {
			return false
		}
	}
	return len(read) > 1
}

// boxesIn finds the texts in a drawing of any generation.
func (d *docx) boxesIn(e *element, boxes *int) {
	if d.levels > maxDepth {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	switch e.name {
	case "wp:docPr", "v:shape":
		d.pictured(e)
	case "w:txbxContent":
		*boxes++
		d.blocks(e)
		return
	case "a:p":
		*boxes++
		d.drawn(e)
		return
	case "mc:AlternateContent":
		if b := branch(e); b != nil {
			d.boxesIn(b, boxes)
		}
		return
	case "w:p":
		d.paragraph(e)
		return
	case "dgm:relIds":
		d.diagram(e.attr("r:dm"), boxes)
		return
	}
	for c := e.first; c != nil; c = c.next {
		d.boxesIn(c, boxes)
	}
}

// pictured keeps what a drawing is said to show, once for those around it.
func (d *docx) pictured(e *element) {
	s := cleanText(e.attr("descr") + e.attr("alt"))
	if s == "" || len(d.pictures) > 0 && d.pictures[len(d.pictures)-1].Text == escape(s) {
		return
	}
	d.pictures = append(d.pictures, draft{Block: Block{Kind: Picture, Text: escape(s), Line: d.line, Page: d.page}})
}

// diagram reads the texts of a diagram, which stand in a part of their own.
func (d *docx) diagram(id string, boxes *int) {
	r, ok := d.rels[id]
	if !ok || r.outside || !d.pack.has(r.target) {
		return
	}
	root, err := d.pack.xml(r.target)
	if err != nil {
		if d.failed == nil {
			d.failed = err
		}
		return
	}
	root.all(func(c *element) {
		if c.name == "a:p" {
			*boxes++
			d.drawn(c)
		}
	})
}

// drawn reads a paragraph of a drawing.
func (d *docx) drawn(p *element) {
	d.line++
	var ps pieces
	for c := p.first; c != nil; c = c.next {
		switch c.name {
		case "a:r", "a:fld":
			r := c.child("a:rPr")
			ps = append(ps, piece{Run: Run{Text: cleanText(c.child("a:t").content()), Bold: r.attr("b") == "1", Italic: r.attr("i") == "1"}, lang: r.attr("lang")})
		case "a:br":
			ps = append(ps, piece{Run: Run{Break: true}})
		}
	}
	d.block(draft{Block: Block{Line: d.line, Page: d.page}}, &setting{}, ps, "", false)
}
