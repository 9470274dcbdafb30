package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A line is a line of text on a page.
type line struct {
	box
	page   *page
	number int     // in the document, from 1
	y      float64 // what its letters stand on
	size   float64 // of most of its type
	cells  []cell  // parted by wide gaps
	rtl    bool
	bold   bool    // from end to end
	first  float64 // width of its first word
	opens  font    // the type of its first letter
	text   string
	region int     // on its page
	width  float64 // of its region
	tag    element
	table  bool // most of it stands in a table, as the file says
	margin bool // most of it is no text, as the file says
	dot    bool // a bullet is drawn before it
	kind   Kind // Furniture or Note, once found to be one
}

// A cell is what stands on a line between wide gaps.
type cell struct {
	box
	y, size float64
	runs    []Run
	text    string
	tag     element
}

// start and end are where the line begins and ends in the direction in which
// it is written; more is further on.
func (l *line) start() float64 {
	if l.rtl {
		return -l.r
	}
	return l.l
}

func (l *line) end() float64 {
	if l.rtl {
		return -l.l
	}
	return l.r
}

// gap is how far cell i stands from the one before it, in ems.
func (l *line) gap(i int) float64 {
	a, b := l.cells[i-1].box, l.cells[i].box
	return max(b.l-a.r, a.l-b.r) / l.size
}

// lines are those of a region, from top to bottom.
func (p *page) lines(r region, number int) []*line {
	pieces := append([]*piece(nil), r.pieces...)
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].y > pieces[j].y })
	type row struct {
		box
		y, size float64
		pieces  []*piece
	}
	var rows []*row
	for _, q := range pieces {
		var to *row
		for i := len(rows) - 1; i >= 0 && i >= len(rows)-4; i-- {
			if w := rows[i]; onOneLine(w.y, w.size, w.box, q) {
				to = w
				break
			}
		}
		if to == nil {
			to = &row{box: q.box, y: q.y, size: q.size}
			rows = append(rows, to)
		}
		to.pieces = append(to.pieces, q)
		to.box = to.box.union(q.box)
		if q.size > to.size*1.15 {
			to.y, to.size = q.y, q.size
		}
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].y > rows[j].y })
	var lines []*line
	for _, w := range rows {
		l := p.line(w.pieces, r.rtl)
		l.region = number
		lines = append(lines, l)
	}
	return lines
}

// onOneLine reports whether a piece stands on a line: on its foot, or raised
// or lowered beside what stands there.
func onOneLine(y, size float64, b box, q *piece) bool {
	if math.Abs(y-q.y) <= 0.25*min(size, q.size) {
		return true
	}
	// A raised or lowered piece is a number or a sign, not words.
	small := q.size < 0.87*size && len(q.glyphs) <= 6 && q.words() == 1 || size < 0.87*q.size && b.width() < 4*size
	beside := q.l-b.r < 0.8*size && b.l-q.r < 0.8*size
	return small && beside && math.Abs(y-q.y) < 0.65*max(size, q.size)
}

// line writes the pieces of a line in reading order.
func (p *page) line(pieces []*piece, rtl bool) *line {
	strong := 0
	var sizes tally
	l := &line{page: p, box: pieces[0].box, tag: p.elements[pieces[0].element]}
	for _, q := range pieces {
		l.box = l.box.union(q.box)
		if q.rtl {
			strong -= len(q.glyphs)
		} else if q.words() > 0 {
			strong += len(q.glyphs)
		}
		for _, g := range q.glyphs {
			if s := p.inks[g.ink].size; sizes.add(s, 1) {
				l.size, l.y = s, q.y
			}
		}
	}
	l.rtl = strong < 0 || rtl && strong < 12
	for _, q := range pieces {
		if l.rtl && !q.rtl && !strings.ContainsFunc(q.text(), unicode.IsLetter) {
			q.glyphs = p.fromRight(q.glyphs, q.size) // a number and its stop
		}
		if math.Abs(q.size-l.size) < 0.01 {
			l.y = q.y
		}
	}
	sort.SliceStable(pieces, func(i, j int) bool {
		if l.rtl {
			return pieces[i].r > pieces[j].r
		}
		return pieces[i].l < pieces[j].l
	})
	inTable, inMargin := 0, 0
	for _, q := range pieces {
		w := writer{page: p, line: l}
		w.write(q)
		tag := p.elements[q.element]
		if tag.table > 0 {
			inTable += len(q.glyphs)
		} else {
			inTable -= len(q.glyphs)
		}
		if p.inks[q.glyphs[0].ink].artifact {
			inMargin += len(q.glyphs)
		} else {
			inMargin -= len(q.glyphs)
		}
		if n := len(l.cells); n > 0 {
			last := &l.cells[n-1]
			gap := max(q.l-last.r, last.l-q.r)
			same := tag.table == last.tag.table && tag.row == last.tag.row && tag.cell == last.tag.cell
			if gap < wideGap*l.size && (tag.table == 0 || same) && !p.barred(min(last.r, q.r), max(last.l, q.l), l.y+1) {
				if gap > 0.12*l.size && !w.raised {
					last.runs = append(last.runs, Run{Text: " "})
				}
				last.runs = append(last.runs, w.runs...)
				last.box = last.box.union(q.box)
				continue
			}
		}
		l.cells = append(l.cells, cell{box: q.box, y: q.y, size: q.size, runs: w.runs, tag: tag})
	}
	l.table, l.margin = inTable > 0, inMargin > 0
	for i := range l.cells {
		c := &l.cells[i]
		c.text = runsText(c.runs)
		if i > 0 {
			l.text += " "
		}
		l.text += c.text
	}
	l.bold = allBold(l.runs())
	l.dot = p.dotted(l)
	l.measure(pieces)
	return l
}

// measure finds the width of the first word, with what is raised behind it.
func (l *line) measure(pieces []*piece) {
	from := pieces[0].glyphs[0].box
	l.opens = l.page.inks[pieces[0].glyphs[0].ink].font
word:
	for i, q := range pieces {
		if i > 0 && max(q.l-from.r, from.l-q.r) > 0.12*l.size {
			break
		}
		for _, g := range q.glyphs {
			if isSpace(g.r) {
				break word
			}
			from = from.union(g.box)
			if isWide(g.r) {
				break word
			}
		}
	}
	l.first = from.width()
}

// A writer makes runs of glyphs.
type writer struct {
	*page
	line   *line
	runs   []Run
	raised bool // the piece begins raised
}

func (w *writer) write(q *piece) {
	var text []rune
	var style Run
	flush := func() {
		if len(text) > 0 {
			style.Text = foldForms(string(text))
			w.runs = append(w.runs, style)
		}
		text = nil
	}
	for i, g := range q.glyphs {
		k := &w.inks[g.ink]
		var s Run
		if isSpace(g.r) {
			s = style
			s.Super, s.Sub = false, false
			if g.r == '\t' {
				g.r = ' '
			}
		} else {
			if k.size < 0.87*w.line.size && q.overlaps(w.line) && direction(g.r) >= 0 && !unicode.Is(unicode.Mn, g.r) {
				s.Super = g.y-w.line.y > 0.12*w.line.size
				s.Sub = w.line.y-g.y > 0.06*w.line.size
			}
			s.Bold, s.Italic = k.bold && !s.Super, k.italic && !s.Super
		}
		s.Link = w.linkAt(g.box)
		if i == 0 {
			w.raised = s.Super || s.Sub
		}
		if len(text) > 0 && s != style {
			flush()
		}
		style = s
		style.Text = ""
		text = append(text, g.r)
	}
	flush()
}

// overlaps reports whether the piece stands on the line rather than alone.
func (q *piece) overlaps(l *line) bool { return l.size > q.size*1.01 || len(q.glyphs) > 3 }

func (p *page) linkAt(b box) string {
	x, y := (b.l+b.r)/2, (b.b+b.t)/2
	for i := range p.links {
		if k := &p.links[i]; x >= k.l && x <= k.r && y >= k.b && y <= k.t {
			return k.address
		}
	}
	return ""
}

// foldForms writes ligatures and the shapes of Arabic letters as the letters
// that they are, and composes accents set as characters of their own.
func foldForms(s string) string {
	if isASCII(s) {
		return s
	}
	if strings.ContainsFunc(s, isForm) {
		var b strings.Builder
		for _, r := range s {
			if isForm(r) {
				b.WriteString(norm.NFKC.String(string(r)))
			} else {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return norm.NFC.String(s)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isForm(r rune) bool {
	return r >= 0xfb00 && r <= 0xfb06 || r >= 0xfb50 && r <= 0xfd3d || r >= 0xfd50 && r <= 0xfdfb || r >= 0xfe70 && r <= 0xfefc
}

func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// allBold reports whether every word of the runs is bold.
func allBold(runs []Run) bool {
	words := false
	for _, r := range runs {
		if strings.ContainsFunc(r.Text, unicode.IsLetter) {
			if !r.Bold {
				return false
			}
			words = true
		}
	}
	return words
}
