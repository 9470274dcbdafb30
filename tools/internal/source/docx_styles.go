package source

import (
	"sort"
	"strconv"
	"strings"
)

// A look is how text looks: what a style, or a run itself, says of it. The
// toggles are 0 where nothing is said, 1 for on and -1 for off.
type look struct {
	bold, italic, hidden int
	height               int // 1 raised, -1 lowered, 2 neither
	size                 float64
	font                 string
	lang, bidi, east     string
	rtl                  int
	complex              complexLook
}

// A complexLook is what is said of the same text where it runs to the left:
// Word keeps a second set of these for Arabic and Hebrew.
type complexLook struct {
	bold, italic int
	size         float64
}

// A setting is how a paragraph is set.
type setting struct {
	outline int    // level as a heading from 1; -1 text; 0 nothing is said
	list    string // numId; "0" is none
	depth   int    // in its list, from 0; -1 nothing is said
	indent  int    // of the text, in twentieths of a point
	hanging int    // of its first line, to the left of the text
	shown   bool   // the indent was said
	bidi    int
	fresh   int // begins a page
	keep    int // on the page of the next paragraph
	centred int
}

// A style has its own look and setting; what it is based on is resolved when
// it is first asked for.
type style struct {
	name     string // in lower case; Word's own styles have English names in every language
	kind     string
	based    string
	look     look
	setting  setting
	resolved bool
	lined    bool // of tables: lines part the columns
	quote    bool // of paragraphs: what somebody said
}

type styles struct {
	byID    map[string]*style
	normal  string // the style of paragraphs that name none
	look    look   // of text that no style says anything of
	setting setting
}

// readStyles reads styles.xml, which may be missing.
func (d *docx) readStyles(root *element) {
	d.styles = styles{byID: map[string]*style{}, setting: setting{depth: -1}}
	defaults := root.child("w:docDefaults")
	d.styles.look.read(defaults.child("w:rPrDefault").child("w:rPr"))
	d.styles.setting.read(defaults.child("w:pPrDefault").child("w:pPr"))
	if root == nil {
		return
	}
	for c := root.first; c != nil; c = c.next {
		if c.name != "w:style" {
			continue
		}
		id := c.attr("w:styleId")
		s := &style{name: strings.ToLower(c.child("w:name").attr("w:val")), kind: c.attr("w:type"), based: c.child("w:basedOn").attr("w:val"),
			setting: setting{depth: -1}}
		s.quote = isQuote(s.name)
		if s.kind == "table" {
			s.lined = parted(c.child("w:tblPr").child("w:tblBorders"))
		}
		s.look.read(c.child("w:rPr"))
		s.setting.read(c.child("w:pPr"))
		d.styles.byID[id] = s
		if s.kind == "paragraph" && isOn(c.attr("w:default")) && c.attr("w:default") != "" {
			d.styles.normal = id
		}
	}
}

// style is the style of an id with all that it is based on, or nil.
func (s *styles) style(id string) *style { return s.resolve(id, 0) }

// maxBased bounds what a style can be based on: a cycle ends here.
const maxBased = 30

func (s *styles) resolve(id string, depth int) *style {
	st := s.byID[id]
	if st == nil || st.resolved || depth > maxBased {
		return st
	}
	st.resolved = true // at once, so that a cycle finds it so
	if st.outlineByName(); st.based == "" || st.based == id {
		return st
	}
	if base := s.resolve(st.based, depth+1); base != nil && base.kind == st.kind {
		l, p := base.look, base.setting
		l.over(st.look)
		p.over(st.setting)
		st.look, st.setting, st.lined, st.quote = l, p, st.lined || base.lined, st.quote || base.quote
	}
	return st
}

// keeps reports whether a style keeps its paragraphs with the next ones.
func (s *styles) keeps(id string) bool {
	st := s.style(id)
	return st != nil && st.setting.keep > 0
}

// isQuote reports whether a style is for what somebody said, by Word's names,
// LibreOffice's and those of templates, in lower case.
func isQuote(name string) bool {
	switch name {
	case "quote", "intense quote", "block text", "block quote", "blockquote", "block quotation", "quotations":
		return true
	}
	return false
}

// isCaption reports whether a style is for what stands by a figure or a table,
// by Word's names and those of templates, in lower case.
func isCaption(name string) bool {
	for _, prefix := range []string{"figure", "fig_", "table_"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	if strings.HasPrefix(name, "table ") && strings.Contains(name, "title") {
		return true
	}
	return strings.Contains(name, "caption") || name == "definition term"
}

// outlineByName gives Word's own headings their level where the file does not.
func (st *style) outlineByName() {
	if st.setting.outline != 0 || st.kind != "paragraph" {
		return
	}
	if n, ok := strings.CutPrefix(st.name, "heading "); ok {
		if level, err := strconv.Atoi(n); err == nil && level >= 0 && level <= 9 {
			st.setting.outline = max(1, level)
		}
	}
}

// read takes what run properties say.
func (l *look) read(p *element) {
	if p == nil {
		return
	}
	for c := p.first; c != nil; c = c.next {
		switch c.name {
		case "w:b":
			l.bold = toggle(c)
		case "w:i":
			l.italic = toggle(c)
		case "w:bCs":
			l.complex.bold = toggle(c)
		case "w:iCs":
			l.complex.italic = toggle(c)
		case "w:szCs":
			n, _ := strconv.Atoi(c.attr("w:val"))
			l.complex.size = float64(n) / 2
		case "w:vanish":
			l.hidden = toggle(c)
		case "w:rtl":
			l.rtl = toggle(c)
		case "w:sz":
			n, _ := strconv.Atoi(c.attr("w:val"))
			l.size = float64(n) / 2
		case "w:vertAlign":
			switch c.attr("w:val") {
			case "superscript":
				l.height = 1
			case "subscript":
				l.height = -1
			default:
				l.height = 2
			}
		case "w:position":
			switch n, _ := strconv.Atoi(c.attr("w:val")); { // in half points; less is a touch of layout
			case n >= 5:
				l.height = 1
			case n <= -5:
				l.height = -1
			}
		case "w:rFonts":
			if font := c.attr("w:ascii"); font != "" {
				l.font = font
			}
		case "w:lang":
			set(&l.lang, c.attr("w:val"))
			set(&l.bidi, c.attr("w:bidi"))
			set(&l.east, c.attr("w:eastAsia"))
		}
	}
}

func set(s *string, value string) {
	if value != "" {
		*s = value
	}
}

// over puts what m says over what l says.
func (l *look) over(m look) {
	l.bold, l.italic, l.hidden, l.rtl = last(l.bold, m.bold), last(l.italic, m.italic), last(l.hidden, m.hidden), last(l.rtl, m.rtl)
	l.height = last(l.height, m.height)
	l.complex.bold, l.complex.italic = last(l.complex.bold, m.complex.bold), last(l.complex.italic, m.complex.italic)
	if m.size > 0 {
		l.size = m.size
	}
	if m.complex.size > 0 {
		l.complex.size = m.complex.size
	}
	set(&l.font, m.font)
	set(&l.lang, m.lang)
	set(&l.bidi, m.bidi)
	set(&l.east, m.east)
}

func last(a, b int) int {
	if b != 0 {
		return b
	}
	return a
}

// across puts a character style over a paragraph's: there a toggle that both
// have on is off.
func (l *look) across(m look) {
	l.bold, l.italic, l.hidden = either(l.bold, m.bold), either(l.italic, m.italic), either(l.hidden, m.hidden)
	l.complex.bold, l.complex.italic = either(l.complex.bold, m.complex.bold), either(l.complex.italic, m.complex.italic)
	m.bold, m.italic, m.hidden, m.complex.bold, m.complex.italic = 0, 0, 0, 0, 0
	l.over(m)
}

func either(a, b int) int {
	if a > 0 && b > 0 {
		return -1
	}
	return max(a, b)
}

// read takes what paragraph properties say.
func (s *setting) read(p *element) {
	if p == nil {
		return
	}
	for c := p.first; c != nil; c = c.next {
		switch c.name {
		case "w:outlineLvl":
			if n, err := strconv.Atoi(c.attr("w:val")); err == nil && n >= 0 && n < 9 {
				s.outline = n + 1
			} else {
				s.outline = -1
			}
		case "w:numPr":
			if id := c.child("w:numId"); id != nil {
				s.list = id.attr("w:val")
			}
			if n, err := strconv.Atoi(c.child("w:ilvl").attr("w:val")); err == nil {
				s.depth = min(max(n, 0), 8)
			}
		case "w:ind":
			for _, side := range []string{"w:left", "w:start"} {
				if n, err := strconv.Atoi(c.attr(side)); err == nil {
					s.indent, s.shown = n, true
				}
			}
			s.hanging = number(c.attr("w:hanging"), 0)
		case "w:bidi":
			s.bidi = toggle(c)
		case "w:pageBreakBefore":
			s.fresh = toggle(c)
		case "w:keepNext":
			s.keep = toggle(c)
		case "w:jc":
			s.centred = -1
			if c.attr("w:val") == "center" {
				s.centred = 1
			}
		}
	}
}

// over puts what t says over what s says.
func (s *setting) over(t setting) {
	s.outline, s.bidi, s.fresh = last(s.outline, t.outline), last(s.bidi, t.bidi), last(s.fresh, t.fresh)
	s.keep, s.centred = last(s.keep, t.keep), last(s.centred, t.centred)
	if t.shown || t.hanging != 0 {
		s.hanging = t.hanging
	}
	if t.list != "" {
		s.list = t.list
	}
	if t.depth >= 0 {
		s.depth = t.depth
	}
	if t.shown {
		s.indent, s.shown = t.indent, true
	}
}

// toggle is 1 for an element that switches something on, -1 for off.
func toggle(e *element) int {
	if isOn(e.attr("w:val")) {
		return 1
	}
	return -1
}

func isOn(value string) bool {
	switch value {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func sortParts(parts []string) {
	sort.Slice(parts, func(i, j int) bool {
		if len(parts[i]) != len(parts[j]) {
			return len(parts[i]) < len(parts[j]) // header2 before header10
		}
		return parts[i] < parts[j]
	})
}
