package pdf

import (
	"math"
	"strings"
	"unicode"
)

// A layout is a document on its way from lines to blocks.
type layout struct {
	sheets   []*sheet
	outline  []bookmark
	body     float64 // the size of most of its type
	leading  float64 // from line to line within a paragraph, in ems
	cutting  cutting
	boldBody bool            // most of its text is bold
	coloured bool            // much of its text is coloured
	labels   map[string]bool // of the footnotes that were found
	indents  []float64       // where the markers of the items that are open stand
	above    *line           // the last line of the block before, in its region
	item     int             // the tagged item that the last one came from, on its page
	out      []Block
}

// A sheet is a page whose text has become lines.
type sheet struct {
	*page
	lines []*line  // in reading order
	aside []string // what is not written along the lines
	words int
}

// newSheet makes lines of a page. The page itself is not kept.
func newSheet(p *page) *sheet {
	pieces, aside := p.pieces()
	s := &sheet{page: p, aside: aside}
	for i, r := range p.regions(pieces) {
		s.lines = append(s.lines, p.lines(r, i)...)
	}
	for _, l := range s.lines {
		s.words += len(strings.Fields(l.text))
	}
	for _, text := range aside {
		s.words += len(strings.Fields(text))
	}
	p.glyphs, p.inks, p.links, p.elements, p.objects = nil, nil, nil, nil, nil
	return s
}

// blocks makes blocks of all lines.
func (d *layout) blocks() []Block {
	n := 0
	for _, s := range d.sheets {
		for _, l := range s.lines {
			n++
			l.number = n
		}
	}
	d.labels = map[string]bool{}
	d.measure()
	d.furniture()
	d.cutting.learn(d.sheets)
	for i, s := range d.sheets {
		if i > 0 {
			d.out = append(d.out, Block{Kind: PageBreak, Page: s.number, Line: d.lastLine()})
		}
		d.sheet(s)
	}
	d.endnotes()
	d.repeatedHeads()
	d.headings()
	return d.out
}

func (d *layout) lastLine() int {
	if n := len(d.out); n > 0 {
		return d.out[n-1].Line
	}
	return 1
}

// measure finds what most lines have in common.
func (d *layout) measure() {
	sizes := map[float64]int{}
	for _, s := range d.sheets {
		for _, l := range s.lines {
			sizes[math.Round(l.size*2)/2] += len(l.text)
		}
	}
	d.body = modal(sizes, 10)
	bold, colour, all := 0, 0, 0
	for _, s := range d.sheets {
		for _, l := range s.lines {
			all += len(l.text)
			if l.bold {
				bold += len(l.text)
			}
			if l.colour {
				colour += len(l.text)
			}
		}
	}
	d.boldBody = bold*10 > all*4
	d.coloured = colour*10 > all*2
	leadings := map[float64]int{}
	for _, s := range d.sheets {
		for i := 1; i < len(s.lines); i++ {
			a, b := s.lines[i-1], s.lines[i]
			if a.region == b.region && math.Abs(a.size-d.body) < 0.6 && math.Abs(b.size-d.body) < 0.6 && len(a.cells) <= 2 {
				if lead := (a.y - b.y) / a.size; lead > 0.8 && lead < 2.6 && !startsAnew(firstLetter(b.text)) {
					leadings[math.Round(lead*20)/20]++
				}
			}
		}
	}
	d.leading = modal(leadings, 1.2)
}

// startsAnew reports whether what begins with r may be the beginning of a
// sentence; a script without capitals does not tell.
func startsAnew(r rune) bool { return !unicode.IsLetter(r) || unicode.IsUpper(r) || unicode.IsTitle(r) }

// modal is the value with the greatest count; of those alike the smaller.
func modal(counts map[float64]int, otherwise float64) float64 {
	best, most := otherwise, 0
	for v, n := range counts {
		if n > most || n == most && v < best {
			best, most = v, n
		}
	}
	return best
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

// sheet adds the blocks of one page.
func (d *layout) sheet(s *sheet) {
	first := len(d.out)
	d.item = 0
	notes := d.notes(s)
	var lines []*line
	flush := func() {
		d.text(s, lines)
		lines = nil
	}
	for _, l := range s.lines {
		switch {
		case l.kind == Furniture:
			flush()
			d.out = append(d.out, d.block(Furniture, l))
		case l.kind == Note:
		default:
			if len(lines) > 0 && lines[0].region != l.region {
				flush()
			}
			lines = append(lines, l)
		}
	}
	flush()
	d.out = append(d.out, notes...)
	for _, text := range s.aside {
		b := Block{Kind: Furniture, Runs: []Run{{Text: foldForms(text)}}, Page: s.number, Line: d.lastLine()}
		if len(strings.Fields(text)) > 12 {
			b.Kind = Paragraph
		}
		d.out = append(d.out, b)
	}
	refer(d.out[first:])
}

// text adds the blocks of a region: its tables and what stands around them.
func (d *layout) text(s *sheet, lines []*line) {
	for len(lines) > 0 {
		at, table := d.table(s, lines)
		if table == nil {
			d.paragraphs(lines)
			return
		}
		d.paragraphs(lines[:at])
		d.out = append(d.out, table.blocks...)
		d.indents, d.above = nil, lines[at+table.lines-1]
		lines = lines[at+table.lines:]
	}
}

// block is a block of whole lines.
func (d *layout) block(kind Kind, lines ...*line) Block {
	b := d.blank(kind, lines[0])
	d.above = lines[len(lines)-1]
	for i, l := range lines {
		runs := l.runs()
		if i > 0 {
			runs = d.cutting.join(&b, runs, lines[i-1], l)
		}
		b.Runs = append(b.Runs, runs...)
	}
	b.Box = lines[0].place(lines[1:]...)
	return b
}

// place is where lines stand on their page.
func (l *line) place(more ...*line) Box {
	all, p := l.box, l.page
	for _, m := range more {
		all = all.union(m.box)
	}
	if p.width <= 0 || p.height <= 0 {
		return Box{}
	}
	share := func(v, of float64) float64 { return min(max(v/of, 0), 1) }
	return Box{share(all.l, p.width), share(p.height-all.t, p.height), share(all.r, p.width), share(p.height-all.b, p.height)}
}

// blank is a block without its text that begins at a line.
func (d *layout) blank(kind Kind, l *line) Block {
	b := Block{Kind: kind, Size: l.size, RTL: l.rtl, Page: l.page.number, Line: l.number, Box: l.place()}
	if a := d.above; a != nil && a.page == l.page && a.region == l.region {
		b.Blank = a.y-l.y > 1.3*max(d.leading, 1)*max(a.size, l.size)
	}
	return b
}

// runs are those of all cells of the line.
func (l *line) runs() []Run {
	var runs []Run
	for i, c := range l.cells {
		if i > 0 {
			before, after := runs[len(runs)-1], c.runs[0]
			runs = append(runs, Run{Text: " ", Bold: before.Bold && after.Bold, Italic: before.Italic && after.Italic})
		}
		runs = append(runs, c.runs...)
	}
	return runs
}
