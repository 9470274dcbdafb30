package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A paragraph is lines that were found to belong together.
type paragraph struct {
	lines  []*line
	mark   string // the item's
	length int    // characters that the mark takes
	centre bool
}

// paragraphs adds the blocks that lines of one region make.
func (d *layout) paragraphs(lines []*line) {
	var p *paragraph
	for i, l := range lines {
		mark, length, alone := l.marker()
		if p == nil || d.parts(p, lines, i, mark, alone) {
			d.put(p)
			p = &paragraph{mark: mark, length: length}
		}
		p.lines = append(p.lines, l)
	}
	d.put(p)
}

// put adds the block that a paragraph is.
func (d *layout) put(p *paragraph) {
	if p == nil {
		return
	}
	l := p.lines[0]
	em := l.size
	start := l.start()
	if d.isHeading(p) {
		d.indents = nil
		d.out = append(d.out, d.block(Heading, p.lines...))
		h := &d.out[len(d.out)-1]
		h.Level = headingTag(l.tag.role)
		return
	}
	if p.mark != "" {
		level := d.depth(start, em)
		l.drop(p.length)
		if len(l.cells) > 0 {
			b := d.block(Item, p.lines...)
			b.Marker, b.Level = p.mark, level
			d.item = l.tag.block
			d.out = append(d.out, b)
			return
		}
	}
	if l.tag.role == "LI" && l.tag.block != d.item && !d.carriesOn(l) {
		b := d.block(Item, p.lines...) // its marker is drawn, not written
		b.Level = d.depth(start, em)
		d.item = l.tag.block
		d.out = append(d.out, b)
		return
	}
	if len(p.lines) == 1 && d.gapped(l) {
		return
	}
	b := d.block(Paragraph, p.lines...)
	if len(p.lines) > 1 || !l.inMiddle() {
		b.Level = d.within(start, em)
	}
	d.out = append(d.out, b)
}

// carriesOn reports whether a line at the beginning of a page or column goes on
// with what the one before it has cut.
func (d *layout) carriesOn(l *line) bool {
	if a := d.above; a != nil && a.page == l.page && a.region == l.region {
		return false
	}
	for i := len(d.out) - 1; i >= 0; i-- {
		switch b := &d.out[i]; b.Kind {
		case PageBreak, Furniture, Note:
		case Item, Paragraph:
			return !startsAnew(firstLetter(l.text)) && !endsSentence(runsText(b.Runs))
		default:
			return false
		}
	}
	return false
}

// gapped adds a line set apart by wide gaps: words and the number of a page
// as a row, any other words as paragraphs of their own. A name with a colon
// stays with what it names.
func (d *layout) gapped(l *line) bool {
	parts := [][]Run{nil}
	for i, c := range l.cells {
		last := &parts[len(parts)-1]
		if i > 0 && l.gap(i) >= 2 && !strings.HasSuffix(l.cells[i-1].text, ":") && !strings.HasSuffix(l.cells[i-1].text, "：") {
			parts = append(parts, c.runs)
			continue
		}
		if i > 0 {
			*last = append(*last, Run{Text: " "})
		}
		*last = append(*last, c.runs...)
	}
	if len(parts) < 2 {
		return false
	}
	b := d.blank(Paragraph, l)
	d.above = l
	if isFigure(runsText(parts[len(parts)-1])) && len(parts) <= 3 {
		b.Kind, b.Cells = Row, parts
		d.out = append(d.out, b)
		return true
	}
	for _, part := range parts {
		b.Runs = part
		d.out = append(d.out, b)
	}
	return true
}

// parts reports whether line i begins another paragraph than p.
func (d *layout) parts(p *paragraph, lines []*line, i int, mark string, alone bool) bool {
	a, b := lines[i-1], lines[i]
	if a.rtl != b.rtl && len(b.text) > 20 && len(a.text) > 20 || math.Abs(a.size-b.size) > 0.1*max(a.size, b.size) {
		return true
	}
	lead := (a.y - b.y) / max(a.size, b.size)
	same := a.tag.block > 0 && a.tag.block == b.tag.block
	other := a.tag.block > 0 && b.tag.block > 0 && a.tag.block != b.tag.block
	goesOn := unicode.IsLower(firstLetter(b.text))
	short := d.short(lines, i-1)
	loose := lead > 1.25*d.leading && lead > 1.35
	if loose && d.regular(lines, i) && !short && goesOn {
		loose = false
	}
	switch {
	case lead < 0 || lead > 3 || loose && !same:
		return true
	case len(a.cells) > 1 && (p.mark == "" || len(p.lines) > 1) && a.gap(len(a.cells)-1) > 3,
		len(b.cells) > 1 && b.gap(len(b.cells)-1) > 3:
		return true
	case endsInDots(a.text):
		return true
	}
	em := b.size
	indent := b.start() - a.start()
	if mark != "" && !same {
		bullet := isBullet(mark) && mark != "-" && mark != "–" && mark != "—"
		if bullet || alone || short || math.Abs(indent) > 0.5*em || p.mark != "" && sameKind(p.mark, mark) && endsSentence(a.text) || other {
			return true
		}
	}
	if other {
		return true
	}
	if same && !short {
		return false
	}
	if a.bold != b.bold && (a.bold && !b.opens.bold || b.bold && !a.closesBold()) && !(goesOn && !short) {
		return true
	}
	if d.centred(a, b) && !goesOn {
		return !(a.bold && b.bold || a.size > 1.1*d.body) || endsSentence(a.text)
	}
	if len(p.lines) > 1 && p.mark == "" || len(p.lines) > 2 {
		if indent > 0.8*em && !goesOn || indent < -0.8*em && !(goesOn && !short) {
			return true
		}
	} else if p.mark == "" && indent > 0.8*em && (!goesOn || short) {
		return true
	} else if p.mark != "" && indent < -0.8*em && short {
		return true
	}
	if short {
		return !goesOn || endsSentence(a.text) || !d.isText(a)
	}
	return false
}

// isText reports whether a line is long enough to be one of running text.
func (d *layout) isText(l *line) bool { return len([]rune(l.text)) > 25 }

// regular reports whether the distance above line i is that of its
// neighbours.
func (d *layout) regular(lines []*line, i int) bool {
	gap := lines[i-1].y - lines[i].y
	near := func(j int) bool {
		return j > 0 && j < len(lines) && math.Abs(lines[j-1].y-lines[j].y-gap) < 0.08*lines[i].size
	}
	return gap < 2.6*lines[i].size && (near(i-1) || near(i+1))
}

// short reports whether line i ends although the first word of the next would
// have had room.
func (d *layout) short(lines []*line, i int) bool {
	l := lines[i]
	edge := l.end()
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(lines) && j > i-12 && j < i+12; j += step {
			a, b := lines[min(j, j-step)], lines[max(j, j-step)]
			if (a.y-b.y) > 3*a.size || math.Abs(a.size-b.size) > 0.1*a.size {
				break
			}
			if o := lines[j]; o.rtl == l.rtl {
				edge = max(edge, o.end())
			}
		}
	}
	if i+1 >= len(lines) {
		return false
	}
	next := lines[i+1]
	room := edge - l.end()
	if r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(l.text)); isWide(r) {
		if d.isText(l) && !endsSentence(l.text) {
			return room > 8*l.size // what is set ragged, with Latin words between
		}
		return room > 2.2*l.size // punctuation may not begin a line
	}
	return room > next.first+0.35*l.size
}

// centred reports whether two lines are set around one middle.
func (d *layout) centred(a, b *line) bool {
	return math.Abs((a.l+a.r)-(b.l+b.r)) < 1.2*a.size && math.Abs(a.l-b.l) > 0.8*a.size && math.Abs(a.r-b.r) > 0.8*a.size
}

func (l *line) closesBold() bool {
	runs := l.cells[len(l.cells)-1].runs
	return runs[len(runs)-1].Bold
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " »”\"’')]）")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？؟:;：；؛", r)
}

// endsInDots reports whether a line leads to a page number, as lines of
// contents do.
func endsInDots(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) })
	return strings.HasSuffix(s, "....") || strings.HasSuffix(s, "……") || strings.HasSuffix(s, ". . . .")
}

// sameKind reports whether two markers are of one list.
func sameKind(a, b string) bool {
	shape := func(s string) string {
		return strings.Map(func(r rune) rune {
			switch {
			case unicode.IsDigit(r):
				return -1
			case unicode.IsLetter(r):
				return 'a'
			}
			return r
		}, s)
	}
	return shape(a) == shape(b)
}

// inMiddle reports whether a line is set in the middle of the page, well
// within its margins.
func (l *line) inMiddle() bool {
	return math.Abs(l.l+l.r-l.page.width) < 2*l.size && l.l > 0.22*l.page.width
}
