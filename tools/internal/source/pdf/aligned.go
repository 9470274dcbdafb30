package pdf

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// What makes lines a table without rules: so many of them that have several
// cells.
const alignedRows = 3

// beside is how far below a line another can stand, in ems, that is beside it:
// the one or the other is set in the middle of its cell.
const beside = 0.85

// aligned reads a table by its columns: at least three lines whose cells
// stand below each other, with numbers in them or a head of another type.
func (d *layout) aligned(lines []*line) *table {
	if len(lines[0].cells) < 2 {
		return nil
	}
	n, several, tight := 0, 0, 1.45
	for n < len(lines) {
		l := lines[n]
		if n > 0 {
			above := lines[n-1]
			lead := (above.y - l.y) / l.size
			level := lead <= beside || n+1 < len(lines) && (l.y-lines[n+1].y)/l.size <= beside
			apart := lead > max(1.35, 1.12*tight) || l.box.width() > 0.45*lines[0].box.width()
			if lead > 4 || lead < 0 || len(l.cells) == 1 && apart && !level {
				break
			}
			if lead > beside {
				tight = min(tight, lead)
			} else if len(l.cells) == 1 && len(above.cells) == 1 {
				several++
			}
		}
		if _, length, alone := l.marker(); length > 0 && alone && len(l.cells) == 2 || endsInDots(l.text) {
			break
		}
		if len(l.cells) > 1 {
			several++
		}
		n++
	}
	columns := columnsOf(lines[:n])
	for n > 0 && len(lines[n-1].cells) < 2 { // a line below the table
		if n > 1 {
			lead := (lines[n-2].y - lines[n-1].y) / lines[n-1].size
			if !(lead > beside) || goesOnBelow(columns, lines[n-2], lines[n-1], tight) {
				break
			}
		}
		n--
	}
	if several < alignedRows {
		return nil
	}
	columns = columnsOf(lines[:n])
	partial := 0
	for i := 1; i < n; i++ {
		if lead := (lines[i-1].y - lines[i].y) / lines[i].size; len(lines[i].cells) == 1 && (lead < beside || goesOnBelow(columns, lines[i-1], lines[i], tight)) {
			partial++
		}
	}
	if len(columns) < 2 || several*10 < (n-partial)*6 {
		return nil
	}
	m := newMatrix()
	numbers, cells := 0, 0
	rows := rowsOf(columns, lines[:n], tight)
	for i, l := range lines[:n] {
		for _, c := range l.cells {
			at := columnOf(columns, c.box)
			if l.rtl {
				at = len(columns) - 1 - at
			}
			m.put(d, rows[i], at, l, c)
			if i > 0 {
				cells++
				if isFigure(c.text) {
					numbers++
				}
			}
		}
	}
	smaller := len(lines[0].cells) == len(columns) && lines[0].size < 0.93*lines[1].size
	head := smaller || lines[0].bold && !lines[1].bold || lines[0].opens.italic && !lines[1].opens.italic
	wide := 0
	for _, l := range lines[:n] {
		if len(l.cells) > 2 {
			wide++
		}
	}
	if !m.isTable(alignedRows) || numbers*4 < cells && !head && wide <= alignedRows {
		return nil
	}
	return &table{lines: n, blocks: m.blocks(lines[0])}
}

// rowsOf gives each line of a table its row: by the space between rows, where
// that is wider than between the lines of a cell, else by where words stand in
// the first column.
func rowsOf(columns []box, lines []*line, tight float64) []int {
	rows := make([]int, len(lines))
	spaced := 0
	figures := map[[2]int]bool{}
	for i, l := range lines {
		if i > 0 {
			above := lines[i-1]
			lead := (above.y - l.y) / l.size
			rows[i] = rows[i-1]
			if lead > 1.2*max(tight, 0.9) {
				rows[i]++
			} else if len(l.cells) == len(columns) && !goesOnBelow(columns, above, l, tight) {
				spaced = -len(lines)
			} else {
				spaced++
			}
		}
		for _, c := range l.cells {
			at := [2]int{rows[i], columnOf(columns, c.box)}
			if isFigure(c.text) && figures[at] {
				spaced = -len(lines)
			}
			figures[at] = figures[at] || isFigure(c.text)
		}
	}
	if spaced > 0 && rows[len(rows)-1] >= 2 {
		return rows
	}
	head := headLines(lines)
	for i := 1; i < len(lines); i++ {
		rows[i] = rows[i-1]
		if i == head || i > head && opensRow(columns, lines[i-1], lines[i], tight) {
			rows[i]++
		}
	}
	return rows
}

// maxHead is how many lines the head of a table has at most.
const maxHead = 5

// headLines is how many lines stand over the first rule that goes across a
// table, or 0.
func headLines(lines []*line) int {
	all := lines[0].box
	for _, l := range lines {
		all = all.union(l.box)
	}
	for i := 1; i < len(lines) && i <= maxHead; i++ {
		for _, rule := range lines[i].page.rules {
			if rule.height() <= thin && over(rule, all) > 0.6*all.width() && rule.t < lines[i-1].y && rule.b > lines[i].y {
				return i
			}
		}
	}
	return 0
}

// opensRow reports whether a line begins another row than the one above it:
// it has a word in the first column, or stands further below than the lines
// of one cell do; and it does not go on with what is above.
func opensRow(columns []box, above, l *line, tight float64) bool {
	lead := (above.y - l.y) / l.size
	if lead < beside || goesOnBelow(columns, above, l, tight) {
		return false
	}
	first := l.cells[0].box
	if l.rtl {
		return len(l.cells) > 1
	}
	return first.r > columns[0].l && first.l < columns[0].r || lead > min(1.45, 1.3*max(tight, 0.9))
}

// goesOnBelow reports whether each cell of a line carries on the cell above
// it, which had no room for its first word, at the distance of lines in a
// cell.
func goesOnBelow(columns []box, above, l *line, tight float64) bool {
	if (above.y-l.y)/l.size > 1.12*tight {
		return false
	}
	for _, c := range l.cells {
		at := columnOf(columns, c.box)
		full := false
		for _, a := range above.cells {
			if columnOf(columns, a.box) == at {
				word, _, _ := strings.Cut(c.text, " ")
				share := float64(utf8.RuneCountInString(word)) / float64(max(1, utf8.RuneCountInString(c.text)))
				full = a.width()+share*c.width()+0.2*l.size > 0.97*columns[at].width()
			}
		}
		if !full || isFigure(c.text) {
			return false
		}
	}
	return true
}

// columnOf is the column over which most of a cell stands.
func columnOf(columns []box, c box) int {
	best, most := 0, -1e9
	for i, span := range columns {
		if o := over(span, c); o > most {
			best, most = i, o
		}
	}
	return best
}

// columnsOf are the strips that the cells of lines share, from left to right.
// A strip that only one line uses is that of a head set over the middle of the
// column beside it, where that line leaves the other empty.
func columnsOf(lines []*line) []box {
	type span struct {
		box
		line int
	}
	var spans []span
	for i, l := range lines {
		for _, c := range l.cells {
			spans = append(spans, span{c.box, i})
		}
	}
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].l < spans[j].l })
	var columns []box
	var users []map[int]bool
	for _, s := range spans {
		n := len(columns)
		if n > 0 && s.l < columns[n-1].r+2 {
			columns[n-1] = columns[n-1].union(s.box)
		} else {
			columns, users = append(columns, s.box), append(users, map[int]bool{})
		}
		users[len(users)-1][s.line] = true
	}
	for i := 0; i+1 < len(columns); {
		apart := len(lines) >= alignedRows && (len(users[i]) == 1 || len(users[i+1]) == 1)
		for k := range users[i] {
			apart = apart && !users[i+1][k]
		}
		if !apart {
			i++
			continue
		}
		columns[i] = columns[i].union(columns[i+1])
		for k := range users[i+1] {
			users[i][k] = true
		}
		columns, users = append(columns[:i+1], columns[i+2:]...), append(users[:i+1], users[i+2:]...)
	}
	return columns
}
