package source

import (
	"strings"
	"unicode"
)

// inline reads what stands in a paragraph.
func (d *docx) inline(e *element, para *paragraph) {
	if d.levels > maxDepth {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "w:r":
			d.run(c, para)
		case "w:pPr", "w:del", "w:moveFrom", "w:sdtPr", "":
		case "w:hyperlink":
			was := para.link
			if r, ok := d.rels[c.attr("r:id")]; ok && r.outside {
				para.link = r.target
				if a := c.attr("w:anchor"); a != "" {
					para.link += "#" + a
				}
			}
			d.inline(c, para)
			para.link = was
		case "w:fldSimple":
			f := &field{}
			f.begin(c.attr("w:instr"))
			d.fields = append(d.fields, f)
			d.inline(c, para)
			d.fields = d.fields[:len(d.fields)-1]
		case "w:fldChar":
			d.mark(c)
		case "mc:AlternateContent":
			if b := branch(c); b != nil {
				d.inline(b, para)
			}
		case "m:oMath", "m:oMathPara":
			d.formula(c, para)
		default:
			d.inline(c, para)
		}
	}
}

// formula reads a formula, or several that stand one below the other.
func (d *docx) formula(e *element, para *paragraph) {
	if e.name == "m:oMathPara" {
		for c := e.first; c != nil; c = c.next {
			if c.name == "m:oMath" {
				if len(para.pieces) > 0 && !para.pieces[len(para.pieces)-1].Break {
					para.add(Run{Break: true}, &para.look, false)
				}
				d.formula(c, para)
			}
		}
		return
	}
	para.add(Run{Text: strings.Join(strings.Fields(readWordFormula(e, 0).line()), " ")}, &para.look, false)
}

// run reads a run: text in one look.
func (d *docx) run(r *element, para *paragraph) {
	l := para.look
	props := r.child("w:rPr")
	if id := props.child("w:rStyle").attr("w:val"); id != "" {
		if st := d.styles.style(id); st != nil {
			l.across(st.look)
		}
	}
	var own look
	own.read(props)
	l.over(own)
	d.runContent(r, para, &l)
}

func (d *docx) runContent(r *element, para *paragraph, l *look) {
	skipped := d.inInstruction()
	for c := r.first; c != nil; c = c.next {
		switch c.name {
		case "w:fldChar":
			d.mark(c)
			skipped = d.inInstruction()
			continue
		case "w:instrText":
			if n := len(d.fields); n > 0 && !d.fields[n-1].result {
				d.fields[n-1].instruction.WriteString(c.content())
			}
			continue
		}
		if skipped {
			continue
		}
		switch c.name {
		case "w:t":
			d.write(c.content(), para, l)
		case "w:tab", "w:ptab":
			para.add(Run{Text: "\t"}, l, false)
		case "w:cr":
			para.add(Run{Break: true}, l, false)
		case "w:br":
			switch c.attr("w:type") {
			case "page":
				para.breaks = append(para.breaks, len(para.pieces))
			case "column":
				para.add(Run{Text: " "}, l, false)
			default:
				para.add(Run{Break: true}, l, false)
			}
		case "w:noBreakHyphen":
			para.add(Run{Text: "\u2011"}, l, true)
		case "w:sym":
			para.add(Run{Text: symbol(c.attr("w:font"), c.attr("w:char"))}, l, true)
		case "w:lastRenderedPageBreak":
			d.page++
			if !para.pieces.says() {
				para.page = d.page
			}
		case "w:footnoteReference", "w:endnoteReference":
			mark := ""
			if custom := c.attr("w:customMarkFollows"); custom != "" && isOn(custom) && c.next != nil && c.next.name != "w:fldChar" {
				for t := c.next; t != nil; t = t.next {
					mark += t.content()
					if t.name == "w:sym" {
						mark += symbol(t.attr("w:font"), t.attr("w:char"))
					}
				}
				skipped = true // the mark is the label
			}
			kind := strings.TrimSuffix(strings.TrimPrefix(c.name, "w:"), "Reference")
			if label := d.notes.refer(kind, c.attr("w:id"), mark); label != "" {
				para.add(Run{Note: label}, l, false)
			} else if mark != "" {
				d.write(mark, para, l)
			}
		case "w:ruby":
			d.inline(c.childOr("w:rubyBase"), para)
			para.add(Run{Text: " ("}, l, false)
			d.inline(c.childOr("w:rt"), para)
			para.add(Run{Text: ")"}, l, false)
		case "mc:AlternateContent", "w:drawing", "w:pict", "w:object":
			para.boxes = append(para.boxes, c)
		case "m:oMath":
			d.formula(c, para)
		}
	}
}

var nothing = &element{}

// childOr is the first child of a name, or an element that has none.
func (e *element) childOr(name string) *element {
	if c := e.child(name); c != nil {
		return c
	}
	return nothing
}

// write adds text in a look.
func (d *docx) write(s string, para *paragraph, l *look) {
	was := para.link
	if link := d.fieldLink(); link != "" {
		para.link = link
	}
	if strings.ContainsFunc(s, isPrivate) || symbolFonts[strings.ToLower(l.font)] != nil {
		s = symbols(s, l.font)
	}
	para.add(Run{Text: cleanText(s)}, l, true)
	para.link = was
}

// add adds a run in a look; lettered, if its letters tell a language.
func (para *paragraph) add(r Run, l *look, lettered bool) {
	if r.Text == "" && r.Note == "" && !r.Break {
		return
	}
	r.Bold, r.Italic, r.Super, r.Sub = l.bold > 0, l.italic > 0, l.height == 1, l.height == -1
	size := l.size
	if l.rtl > 0 {
		r.Bold, r.Italic = l.complex.bold > 0, l.complex.italic > 0
		if l.complex.size > 0 {
			size = l.complex.size
		}
	}
	if r.Note != "" {
		r.Super = false
	}
	if r.Link = para.link; r.Break {
		r.Link = ""
	}
	p := piece{Run: r, size: size, hidden: l.hidden > 0}
	if lettered {
		p.lang = l.language(r.Text)
	}
	para.pieces = append(para.pieces, p)
}

// language is what the file says of the language of some text: it has one each
// for three kinds of script.
func (l *look) language(s string) string {
	if l.rtl > 0 {
		return l.bidi
	}
	for _, r := range s {
		switch {
		case r < 0x250:
			if unicode.IsLetter(r) {
				return l.lang
			}
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return l.east
		case unicode.In(r, unicode.Arabic, unicode.Hebrew):
			return l.bidi
		}
	}
	return l.lang
}
