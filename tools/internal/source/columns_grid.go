package source

import "unicode/utf8"

// A span is the columns of a page over which a cell stands.
type span struct{ from, to int }

func (c column) span() span { return span{c.at, c.at + utf8.RuneCountInString(c.text)} }

// sameColumns reports whether two lines have as many cells, three at least, each
// of the one above or below one of the other, wherever in their column they begin.
func sameColumns(a, b []column) bool {
	if len(a) < 3 || len(a) != len(b) {
		return false
	}
	for k := range a {
		if s, t := a[k].span(), b[k].span(); min(s.to, t.to) <= max(s.from, t.from) {
			return false
		}
	}
	return true
}

// align puts the cells of rows that have fewer than others of their table under
// those above or below which they stand: the lines of a header that name only
// some columns, and rows that leave some empty.
func align(blocks []Block, rows map[int][]column) {
	for i := 0; i < len(blocks); i++ {
		end := i
		for ; end < len(blocks) && blocks[end].Kind == Row && rows[end] != nil; end++ {
		}
		if end-i > 1 {
			alignTable(blocks[i:end], i, rows)
		}
		i = max(i, end-1)
	}
}

// alignTable does that for the rows of one table, the first at place first.
func alignTable(table []Block, first int, rows map[int][]column) {
	grid := gridOf(len(table), first, rows)
	if len(grid) < 3 {
		return // with two columns nothing tells which one a cell is of
	}
	for k := range table {
		cells := rows[first+k]
		if len(cells) == len(grid) || len(cells) != len(table[k].Cells) {
			continue // a row of the grid, or one that has taken in another line
		}
		places, ok := placesIn(cells, grid)
		if !ok {
			continue
		}
		spread := make([]string, len(grid))
		for c, at := range places {
			spread[at] = table[k].Cells[c]
		}
		table[k].Cells = spread
	}
}

// gridOf is over which columns of the page each column of a table stands, by the
// rows that have most cells; two such rows at least make a table.
func gridOf(n, first int, rows map[int][]column) []span {
	most, full := 0, 0
	for k := range n {
		switch c := len(rows[first+k]); {
		case c > most:
			most, full = c, 1
		case c == most:
			full++
		}
	}
	if full < 2 {
		return nil
	}
	grid := make([]span, most)
	seen := false
	for k := range n {
		cells := rows[first+k]
		if len(cells) != most {
			continue
		}
		for c := range cells {
			s := cells[c].span()
			if seen {
				s = span{min(s.from, grid[c].from), max(s.to, grid[c].to)}
			}
			grid[c] = s
		}
		seen = true
	}
	return grid
}

// placesIn are the columns of a grid that cells stand in, each to the right of
// the one before; false if one stands in none.
func placesIn(cells []column, grid []span) ([]int, bool) {
	var places []int
	next := 0
	for _, c := range cells {
		s, best, most := c.span(), -1, 0
		for k := next; k < len(grid); k++ {
			if over := min(s.to, grid[k].to) - max(s.from, grid[k].from); over > most {
				best, most = k, over
			}
		}
		if best < 0 {
			return nil, false
		}
		places, next = append(places, best), best+1
	}
	return places, true
}
