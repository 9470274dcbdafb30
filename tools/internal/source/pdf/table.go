package pdf

import (
	"sort"
	"strings"
	"unicode"
)

// A table is what lines of a region make: so many of them, and their blocks.
type table struct {
	lines  int
	blocks []Block
}

// table finds the first table in lines, and where it begins. The file's tags
// are asked first, then rules, then how words stand below each other.
func (d *layout) table(s *sheet, lines []*line) (int, *table) {
	grids := s.grids()
	for i, l := range lines {
		if l.table {
			if t := d.tagged(lines[i:]); t != nil {
				return i, t
			}
		}
		for _, g := range grids {
			if g.holds(l) {
				if t := d.ruled(g, lines[i:]); t != nil {
					return i, t
				}
			}
		}
		if t := d.aligned(lines[i:]); t != nil {
			return i, t
		}
	}
	return 0, nil
}

// A matrix gathers the text of a table's cells.
type matrix struct {
	rows   []map[int]*entry
	at     map[int]int // the place of a row by its number
	header map[int]bool
	wide   int // columns
}

type entry struct {
	block Block
	last  *line
}

func newMatrix() *matrix { return &matrix{at: map[int]int{}, header: map[int]bool{}} }

func (m *matrix) put(d *layout, row, column int, l *line, c cell) {
	at, ok := m.at[row]
	if !ok {
		at = len(m.rows)
		m.at[row] = at
		m.rows = append(m.rows, map[int]*entry{})
	}
	e := m.rows[at][column]
	if e == nil {
		e = &entry{block: Block{Line: l.number}}
		m.rows[at][column] = e
	}
	runs := c.runs
	if e.last == l {
		runs = append([]Run{{Text: " "}}, runs...)
	} else if e.last != nil {
		runs = d.cutting.join(&e.block, runs, e.last, &line{text: c.text})
	}
	e.block.Runs = append(e.block.Runs, runs...)
	e.last = &line{text: c.text}
	if e.last != nil {
		e.last.number = l.number
	}
	m.wide = max(m.wide, column+1)
}

// isTable reports whether what was gathered is one: rows of several columns,
// most of which say something.
func (m *matrix) isTable(rows int) bool {
	full := 0
	for _, r := range m.rows {
		if len(r) >= 2 {
			full++
		}
	}
	return m.wide >= 2 && len(m.rows) >= rows && full*2 > len(m.rows)
}

// blocks are the rows.
func (m *matrix) blocks(l *line) []Block {
	var out []Block
	for i, r := range m.rows {
		b := Block{Kind: Row, Size: l.size, RTL: l.rtl, Page: l.page.number, Line: l.number, Header: m.header[i], Cells: make([][]Run, m.wide)}
		first := 0
		for column, e := range r {
			b.Cells[column] = e.block.Runs
			b.Joins = append(b.Joins, e.block.Joins...)
			if first == 0 || e.block.Line < first {
				first = e.block.Line
			}
		}
		b.Line = max(first, 1)
		sort.Strings(b.Joins)
		out = append(out, b)
	}
	return out
}

// tagged reads a table that the file says is one. One that only sets text
// side by side gives its cells one after the other.
func (d *layout) tagged(lines []*line) *table {
	id := 0
	for _, c := range lines[0].cells {
		id = max(id, c.tag.table)
	}
	m := newMatrix()
	n := 0
	for _, l := range lines {
		found := false
		for _, c := range l.cells {
			if found = c.tag.table == id; found {
				break
			}
		}
		if !found {
			break
		}
		n++
		for _, c := range l.cells {
			row, column := c.tag.row, c.tag.cell-1
			if c.tag.table != id {
				row, column = lines[n-1].cells[0].tag.row, 0
			}
			m.put(d, row, max(column, 0), l, c)
			if c.tag.role == "TH" {
				m.header[m.at[row]] = len(m.at) == 1
			}
		}
	}
	if n == 0 {
		return nil
	}
	full := true
	for _, r := range m.rows {
		full = full && len(r) == m.wide
	}
	if m.isTable(3) || m.isTable(2) && full && m.wide > 2 {
		return &table{lines: n, blocks: m.blocks(lines[0])}
	}
	return &table{lines: n, blocks: d.sideBySide(lines[:n])}
}

// sideBySide gives the cells of a table that is none as paragraphs.
func (d *layout) sideBySide(lines []*line) []Block {
	type place struct{ row, cell int }
	parts := map[place][]*line{}
	var order []place
	for _, l := range lines {
		for i := range l.cells {
			c := &l.cells[i]
			at := place{c.tag.row, c.tag.cell}
			if parts[at] == nil {
				order = append(order, at)
			}
			if n := len(parts[at]); n > 0 && parts[at][n-1].number == l.number {
				p := parts[at][n-1]
				p.cells, p.box, p.text = append(p.cells, *c), p.box.union(c.box), p.text+" "+c.text
				continue
			}
			part := *l
			part.cells, part.box, part.text, part.table = []cell{*c}, c.box, c.text, false
			part.y, part.size = c.y, c.size
			part.bold = allBold(c.runs)
			part.opens.bold = c.runs[0].Bold
			parts[at] = append(parts[at], &part)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		if order[i].row != order[j].row {
			return order[i].row < order[j].row
		}
		return order[i].cell < order[j].cell
	})
	out := d.out
	d.out = nil
	for _, at := range order {
		d.paragraphs(parts[at])
	}
	out, d.out = d.out, out
	return out
}

// ruled reads a table by the rules between its cells.
func (d *layout) ruled(g *grid, lines []*line) *table {
	m := newMatrix()
	n := 0
	for _, l := range lines {
		if !g.holds(l) {
			break
		}
		n++
		for _, c := range l.cells {
			column := g.column((c.l + c.r) / 2)
			if l.rtl {
				column = len(g.xs) - 2 - column
			}
			m.put(d, g.row(l.y+0.3*l.size), max(column, 0), l, c)
		}
	}
	if !m.isTable(2) {
		return nil
	}
	return &table{lines: n, blocks: m.blocks(lines[0])}
}

// isFigure reports whether a cell counts something.
func isFigure(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			return false
		}
	}
	return digits > 0 || strings.TrimSpace(s) == "–" || strings.TrimSpace(s) == "-"
}

// repeatedHeads makes furniture of the head that a table repeats where it goes
// on at the top of a page or column.
func (d *layout) repeatedHeads() {
	head, last := "", -1 // of the table that may go on, and its last row
	for i := range d.out {
		b := &d.out[i]
		switch {
		case b.Kind == PageBreak, b.Kind == Furniture, b.Kind == Note:
		case b.Kind != Row:
			head, last = "", -1
		case last < 0 || b.Page > d.out[last].Page && len(b.Cells) != len(d.out[last].Cells):
			head, last = cellTexts(b), i
		case b.Page > d.out[last].Page && cellTexts(b) == head && strings.ContainsFunc(head, unicode.IsLetter):
			b.Kind = Furniture
			for k, c := range b.Cells {
				if k > 0 {
					b.Runs = append(b.Runs, Run{Text: " "})
				}
				b.Runs = append(b.Runs, c...)
			}
			b.Cells, b.Header = nil, false
		default:
			last = i
		}
	}
}

func cellTexts(b *Block) string {
	var s strings.Builder
	for _, c := range b.Cells {
		s.WriteString(runsText(c) + "\t")
	}
	return s.String()
}
