package source

import (
	"strings"

	"rapporteur/tools/internal/page"
)

// blocks reads what may stand in a body, a cell, a note, a text box.
func (d *docx) blocks(e *element) {
	if e == nil || d.levels > maxDepth/4 {
		return // deeper than Word itself goes
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "w:p":
			d.paragraph(c)
		case "a:p":
			d.drawn(c)
		case "w:tbl":
			d.table(c)
		case "w:del", "w:moveFrom", "w:sectPr", "w:pPr", "w:rPr", "w:tblPr", "w:sdtPr":
			if c.name == "w:sectPr" {
				d.noteSettings(c)
			}
		case "mc:AlternateContent":
			d.blocks(branch(c))
		default: // w:sdt, w:ins, w:customXml and the like wrap what they hold
			if c.first != nil {
				d.blocks(c)
			}
		}
	}
}

// branch is the one of two forms of a thing that is read: the newer, if it has
// any text at all.
func branch(e *element) *element {
	choice, fallback := e.child("mc:Choice"), e.child("mc:Fallback")
	if choice == nil || fallback != nil && !hasText(choice) && hasText(fallback) {
		return fallback
	}
	return choice
}

func hasText(e *element) bool {
	found := false
	e.all(func(c *element) { found = found || c.name == "w:t" || c.name == "a:t" || c.name == "m:t" })
	return found
}

// A paragraph on its way to a block.
type paragraph struct {
	look   look // of its style and of the defaults
	pieces pieces
	link   string
	boxes  []*element // text boxes that are anchored in it
	breaks []int      // places in pieces where a page ends
	page   int        // where it begins
}

func (d *docx) paragraph(p *element) {
	d.line++
	props := p.child("w:pPr")
	if section := props.child("w:sectPr"); section != nil {
		d.noteSettings(section)
	}
	id := props.child("w:pStyle").attr("w:val")
	if d.styles.byID[id] == nil {
		id = d.styles.normal
	}
	s, para, name, quote := d.styles.setting, &paragraph{look: d.styles.look, pieces: d.carried, page: d.page}, "", false
	d.carried = nil
	if st := d.styles.style(id); st != nil {
		s.over(st.setting)
		para.look.over(st.look)
		name, quote = st.name, st.quote
	}
	ofStyle, inset := s.list, s.indent
	own := setting{depth: -1}
	own.read(props)
	inset = own.indent - own.hanging - inset
	s.over(own)
	contents := d.inContents()
	d.inline(p, para)
	if mark := props.child("w:rPr"); mark.child("w:del") != nil || mark.child("w:moveFrom") != nil {
		d.carried = append(para.pieces, piece{Run: Run{Text: " "}}) // the paragraph goes on in the next one
		return
	}
	if cap := props.child("w:framePr").attr("w:dropCap"); cap != "" && isOn(cap) && len(para.pieces) > 0 {
		d.carried = pieces{{Run: Run{Text: strings.TrimSpace(para.pieces.plain())}}} // the first letter of the next
		return
	}
	contents = contents || d.inContents() || strings.HasPrefix(name, "toc ") && name != "toc heading" || name == "table of figures"
	from := draft{indent: s.indent, centred: s.centred > 0, kept: d.styles.keeps(id), inset: own.shown && inset >= 360}
	from.Block = Block{Line: d.line, Page: para.page, Quote: quote, Code: isCode(name), Caption: isCaption(name), Listed: name == "toc heading"}
	if s.bidi > 0 {
		from.Dir = "rtl"
	}
	if isTitle(name) && s.outline <= 0 {
		from.title, s.outline = true, 1
	}
	if own.depth < 0 && s.list != "" && (own.list != "" || ofStyle != "") && s.depth <= 0 {
		s.depth = d.numbering.depthOfStyle(s.list, id)
	}
	marker := d.marker(&from, &s, own.shown)
	if s.fresh > 0 {
		d.pageBreak(para.page)
	}
	at := 0
	for _, place := range para.breaks {
		marker = d.block(from, &s, para.pieces[at:place], marker, contents)
		d.pageBreak(para.page)
		at = place
	}
	if rest := para.pieces[at:]; at == 0 || rest.says() {
		d.block(from, &s, rest, marker, contents)
	}
	d.readBoxes(para.boxes)
}

// isTitle reports whether a style is for the title of a document, by Word's name
// and those of templates, in lower case.
func isTitle(name string) bool {
	switch strings.NewReplacer(" ", "", "-", "", "_", "").Replace(name) {
	case "title", "maintitle", "documenttitle", "doctitle", "covertitle", "reporttitle", "titlecover", "titlemain":
		return true
	}
	return false
}

// marker counts the paragraph in its list, if it is in one.
func (d *docx) marker(from *draft, s *setting, indented bool) string {
	if s.list == "" || s.list == "0" {
		return ""
	}
	marker, level := d.numbering.next(s.list, max(0, s.depth))
	if level == nil {
		return ""
	}
	from.list, from.depth = s.list, max(0, s.depth)
	if !indented && level.indent != 0 {
		from.indent = level.indent
	}
	return marker
}

// pageBreak says that a page ends here.
func (d *docx) pageBreak(page int) {
	if n := len(d.drafts); n == 0 || d.drafts[n-1].Kind == PageBreak {
		return
	}
	d.drafts = append(d.drafts, draft{Block: Block{Kind: PageBreak, Line: d.line, Page: page}})
	if !d.rendered {
		d.page++
	}
}

// block adds what a paragraph says. It gives back the marker if the paragraph
// said nothing that could bear it.
func (d *docx) block(from draft, s *setting, ps pieces, marker string, contents bool) string {
	ps, hidden := ps.part()
	if hidden != nil {
		d.drafts = append(d.drafts, draft{Block: Block{Kind: Furniture, Text: hidden.markup(), Line: from.Line, Page: from.Page}})
	}
	if !ps.says() {
		return marker
	}
	b := &from.Block
	ps.style(b)
	switch {
	case ps.isRule():
		b.Kind = Rule
		d.drafts = append(d.drafts, from)
		return marker
	case contents:
		b.Text, b.Listed = joined(marker, ps.entry()), true
	case s.outline > 0:
		b.Kind, b.Level = Heading, s.outline
		for i := range ps {
			ps[i].Bold = false
		}
		if !strings.ContainsFunc(marker, isWordRune) {
			marker = "" // a bullet before a heading is an ornament
		}
		b.Text, b.Counted = joined(marker, ps.markup()), marker != ""
	case marker != "" && multipart(marker):
		from.number, from.numbered = marker, ps.markup()
		b.Text = joined(marker, from.numbered)
	case marker != "":
		b.Kind, b.Marker, b.Text = Item, marker, ps.markup()
	default:
		if m, n := typedMarker(ps.plain()); m != "" && !from.Code {
			ps, marker = ps.cut(n), m
			from.list = "typed"
			if b.Kind, b.Marker = Item, m; multipart(m) {
				b.Kind, b.Marker, from.list = Paragraph, "", ""
				b.Text = joined(m, ps.markup())
				break
			}
		}
		if b.Kind == Paragraph {
			from.term, from.meaning = ps.term(s.hanging >= 600)
		}
		if b.Text = ps.markup(); from.Caption {
			b.Text = unbold(b.Text)
		}
	}
	if b.Text != "" {
		d.drafts = append(d.drafts, from)
	}
	return ""
}

// joined puts a printed number before its text.
func joined(marker, text string) string {
	if marker == "" {
		return text
	}
	return page.Escape(marker) + " " + text
}
