package source

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// A drawnRow is a row of a table that is drawn with dashes, as pandoc and other
// converters write one, and the line in which it begins.
type drawnRow struct {
	cells  []string
	header bool
	at     int // from 0, in the lines of the table
}

var (
	columnRule = regexp.MustCompile(`^ {0,8}-{2,}(?: +-{2,})+ *$`) // ----- --- ------
	tableEdge  = regexp.MustCompile(`^ {0,8}-{10,} *$`)
	gridRule   = regexp.MustCompile(`^ {0,3}\+(?:[-=:]{2,}\+)+ *$`) // +-----+---+
)

// longestTable is how many lines a drawn table may have, and deepestHead its head.
const (
	longestTable = 400
	deepestHead  = 8
)

// drawnTable is the table with which the lines begin, and how many lines it has,
// or 0.
func drawnTable(lines []string) ([]drawnRow, int) {
	lines = lines[:min(len(lines), longestTable)]
	switch {
	case len(lines) < 3:
	case gridRule.MatchString(lines[0]):
		return gridTable(lines)
	case tableEdge.MatchString(lines[0]):
		for i := 1; i < min(len(lines), deepestHead) && strings.TrimSpace(lines[i]) != ""; i++ {
			if columnRule.MatchString(lines[i]) {
				return ruledTable(lines, 1, i)
			}
		}
	case columnRule.MatchString(lines[0]):
		return ruledTable(lines, 0, 0)
	case columnRule.MatchString(lines[1]) && strings.TrimSpace(lines[0]) != "":
		return ruledTable(lines, 0, 1)
	}
	return nil, 0
}

// ruledTable reads a table whose head, if it has one, begins on line head, and
// whose columns are those of the rule on line ruled. An edge above the head, or
// no head, means that a line ends it; empty lines may stand between its rows,
// which then may have lines of their own.
func ruledTable(lines []string, head, ruled int) ([]drawnRow, int) {
	end, closed, apart := ruled+1, false, false // empty lines part the rows
	edged := tableEdge.MatchString(lines[max(0, head-1)])
	for ; end < len(lines) && !closed; end++ {
		line := lines[end]
		switch {
		case tableEdge.MatchString(line), columnRule.MatchString(line):
			closed = true
		case strings.TrimSpace(line) == "":
			closed = head == ruled-1 && !edged
			apart = apart || !closed
		}
	}
	if !closed {
		return nil, 0
	}
	starts := columnStarts(lines[ruled])
	var rows []drawnRow
	add := func(from, to int, header bool) bool {
		row := drawnRow{cells: make([]string, len(starts)), header: header, at: from}
		for _, line := range lines[from:to] {
			if !cutCells(row.cells, line, starts) {
				return false
			}
		}
		rows = append(rows, row)
		return true
	}
	if head < ruled && !add(head, ruled, true) {
		return nil, 0
	}
	last := end - 1 // the line that ends it
	for from := ruled + 1; from < last; {
		if strings.TrimSpace(lines[from]) == "" {
			from++
			continue
		}
		to := from + 1
		for apart && to < last && strings.TrimSpace(lines[to]) != "" {
			to++
		}
		if !add(from, to, false) {
			return nil, 0
		}
		from = to
	}
	if len(rows) < 2 {
		return nil, 0
	}
	return rows, end
}

// gridTable reads a table whose cells are drawn with + and |.
func gridTable(lines []string) ([]drawnRow, int) {
	var rows []drawnRow
	from, end := 1, 1
	for ; end < len(lines); end++ {
		line := strings.TrimSpace(lines[end])
		switch {
		case gridRule.MatchString(lines[end]):
			row := drawnRow{at: from, header: strings.Contains(line, "=")}
			for _, part := range lines[from:end] {
				for k, c := range pipeCells(strings.TrimSpace(part)) {
					if k == len(row.cells) {
						row.cells = append(row.cells, "")
					}
					row.cells[k] = strings.TrimSpace(row.cells[k] + " " + c)
				}
			}
			if end > from {
				rows = append(rows, row)
			}
			from = end + 1
		case !strings.HasPrefix(line, "|"):
			if from != end || len(rows) == 0 {
				return nil, 0
			}
			return rows, end
		}
	}
	if from != end || len(rows) == 0 {
		return nil, 0
	}
	return rows, end
}

// columnStarts are the columns of the page in which the dashes of a rule begin.
func columnStarts(rule string) []int {
	var starts []int
	for i := range rule {
		if rule[i] == '-' && (i == 0 || rule[i-1] == ' ') {
			starts = append(starts, i)
		}
	}
	return starts
}

// cutCells adds what a line says in each column to the cells. It reports whether
// the line parts where the columns do.
func cutCells(cells []string, line string, starts []int) bool {
	at, k := 0, 0
	parts := make([]strings.Builder, len(cells))
	blank := true // above the column's first character
	for _, r := range line {
		for k+1 < len(starts) && at >= starts[k+1] {
			if !blank {
				return false
			}
			k++
		}
		parts[k].WriteRune(r)
		blank = r == ' '
		at++
		if p := width.LookupRune(r).Kind(); p == width.EastAsianWide || p == width.EastAsianFullwidth {
			at++
		}
	}
	for i := range parts {
		cells[i] = strings.TrimSpace(cells[i] + " " + strings.TrimSpace(parts[i].String()))
	}
	return true
}

// rows adds the rows of a table whose first line is number.
func (r *textReader) rows(rows []drawnRow, number int) {
	for _, row := range rows {
		r.add(Block{Kind: Row, Cells: row.cells, Header: row.header, Line: number + row.at})
	}
	r.blank = 1
}

func tabCells(line string) []string {
	cells := strings.Split(strings.TrimRight(line, " \t"), "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func pipeCells(text string) []string {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "|"), "|")
	var cells []string
	for _, c := range strings.Split(strings.ReplaceAll(text, `\|`, "\x00"), "|") {
		cells = append(cells, strings.TrimSpace(strings.ReplaceAll(c, "\x00", "|")))
	}
	return cells
}
