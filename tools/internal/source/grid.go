package source

import "strings"

// A grid is a table as a file has it, before it is known whether it is one.
type grid struct {
	rows     []gridRow
	line     int // of the source
	page     int
	bordered bool // lines part its columns
	named    bool // its style is one for tables, or the text is too short to have a masthead
}

type gridRow struct {
	header bool
	cells  []gridCell
}

// A gridCell is a place in the grid; its text stands in the first of those
// that a cell spans.
type gridCell struct {
	drafts  []draft
	covered bool // by a cell before or above it
}

// maxColumns bounds a table; what stands beyond goes into the last column.
const maxColumns = 64

func (g *grid) begin(header bool) { g.rows = append(g.rows, gridRow{header: header}) }

// skip leaves columns empty.
func (g *grid) skip(n int) {
	for ; n > 0; n-- {
		g.add(nil, 1, true)
	}
}

// add adds a cell to the last row; merged, if a cell above covers it.
func (g *grid) add(drafts []draft, span int, merged bool) {
	row := &g.rows[len(g.rows)-1]
	if len(row.cells) >= maxColumns {
		lastCell := &row.cells[maxColumns-1]
		lastCell.drafts = append(lastCell.drafts, drafts...)
		return
	}
	row.cells = append(row.cells, gridCell{drafts: drafts, covered: merged && len(drafts) == 0})
	for ; span > 1 && len(row.cells) < maxColumns; span-- {
		row.cells = append(row.cells, gridCell{covered: true})
	}
}

// text is a cell's text on one line.
func (c *gridCell) text() string {
	var texts []string
	for i := range c.drafts {
		b := &c.drafts[i].Block
		if b.Kind.Beside() || b.Kind == PageBreak {
			continue
		}
		s := b.Text
		if len(b.Cells) > 0 {
			s = strings.Join(strings.Fields(strings.Join(b.Cells, " ")), " ")
		}
		if s = strings.TrimSpace(b.mark() + " " + s); s != "" {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, "<br>")
}

// mark is the marker of an item that loses its place in a list.
func (b *Block) mark() string {
	if b.Kind != Item {
		return ""
	}
	return b.Marker
}

// says reports whether a cell has any text.
func (c *gridCell) says() bool {
	for i := range c.drafts {
		if b := &c.drafts[i].Block; !b.Kind.Beside() && b.Kind != PageBreak && (b.Text != "" || len(b.Cells) > 0) {
			return true
		}
	}
	return false
}

// has reports whether a block of a kind stands in a cell.
func (c *gridCell) has(kind Kind) bool {
	for i := range c.drafts {
		if c.drafts[i].Kind == kind {
			return true
		}
	}
	return false
}

// isTable tells a table from one that only arranges text on a page: that has
// one column, or mostly one cell a row; or a table or headings in it, unless
// its rows are full and its cells short; or that stands at the head of a
// document without a line between its columns.
func (g *grid) isTable(atHead bool) bool {
	full, alone, longest := 0, 0, 0
	headed, nested, says := 0, 0, 0 // cells with a heading, with a table, with anything
	used := map[int]bool{}
	for i := range g.rows {
		n := 0
		for j := range g.rows[i].cells {
			c := &g.rows[i].cells[j]
			if !c.says() {
				continue
			}
			n++
			says++
			used[j] = true
			if c.has(Row) {
				nested++
				continue
			}
			if c.has(Heading) {
				headed++
			}
			longest = max(longest, len(c.drafts))
		}
		switch {
		case n > 1:
			full++
		case n == 1:
			alone++
		}
	}
	if len(used) < 2 || full == 0 || len(g.rows) < 3 && alone > full || full*2 < alone {
		return false
	}
	if headed+nested > 0 && (full < 3 || alone > 1 || longest > 4 || nested*4 > says) {
		return false
	}
	if longest > 12 && len(g.rows) <= 2 {
		return false // columns of a page
	}
	return g.bordered || g.named || !atHead || g.rows[0].header
}

// unpacked is the text of a grid that is no table, in reading order.
func (g *grid) unpacked() []draft {
	var drafts []draft
	for i := range g.rows {
		for j := range g.rows[i].cells {
			drafts = append(drafts, g.rows[i].cells[j].drafts...)
		}
	}
	return drafts
}

// narrow makes one column of two of which every row has a cell that covers
// one: they are one column whose edge was moved.
func (g *grid) narrow() {
	width := 0
	for i := range g.rows {
		width = max(width, len(g.rows[i].cells))
	}
	for j := width - 2; j >= 0; j-- {
		same := true
		for i := range g.rows {
			cells := g.rows[i].cells
			same = same && (j+1 >= len(cells) || cells[j].covered || cells[j+1].covered)
		}
		for i := range g.rows {
			if cells := g.rows[i].cells; same && j+1 < len(cells) {
				kept := cells[j]
				if kept.covered {
					kept = cells[j+1]
				}
				g.rows[i].cells = append(append(cells[:j:j], kept), cells[j+2:]...)
			}
		}
	}
}

// blocks are the rows of a table. What is hidden in it follows it.
func (g *grid) blocks() []draft {
	g.narrow()
	width := 0
	for i := range g.rows {
		for j := range g.rows[i].cells {
			if g.rows[i].cells[j].says() {
				width = max(width, j+1)
			}
		}
	}
	var rows, hidden []draft
	heading := true
	for i := range g.rows {
		row := &g.rows[i]
		heading = heading && row.header
		b := draft{Block: Block{Kind: Row, Line: g.line, Page: g.page, Header: heading}}
		says := false
		for j := 0; j < width; j++ {
			text := ""
			if j < len(row.cells) {
				c := &row.cells[j]
				text = c.text()
				for k := range c.drafts {
					if f := &c.drafts[k]; f.Kind.Beside() {
						hidden = append(hidden, *f)
					} else if b.Lang == "" {
						b.Line, b.Page, b.Lang, b.Dir, b.Size = f.Line, max(f.Page, b.Page), f.Lang, f.Dir, f.Size
					}
				}
			}
			says = says || text != ""
			b.Cells = append(b.Cells, text)
		}
		if says {
			rows = append(rows, b)
		}
	}
	return append(rows, hidden...)
}

// place adds a table to what stands before it: as rows, or, where it only
// arranges text on the page, as that text.
func place(drafts []draft, g *grid, atHead bool) []draft {
	if !g.isTable(atHead) {
		return append(drafts, g.unpacked()...)
	}
	rows := g.blocks()
	if n := len(drafts); n > 0 && drafts[n-1].Kind == Row && len(rows) > 0 {
		rows[0].Blank = 1 // another table
	}
	return append(drafts, rows...)
}
