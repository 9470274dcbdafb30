package source

import (
	"regexp"
	"strings"
)

// gridRule is a line across a table that is drawn with signs: +-----+=====+.
var gridRule = regexp.MustCompile(`^\+(?:[-=:]{3,}\+)+$`)

// tallestRow is how many lines a row has at most.
const tallestRow = 200

// grid reads a table that is drawn with signs, as pandoc writes those whose
// cells have several lines. It adds the rows between its rules and gives on how
// many of the lines they stand; none, if it is no such table. A rule of equals signs stands below the head.
func (r *textReader) grid(lines []string, number int) int {
	if !gridRule.MatchString(strings.TrimSpace(lines[0])) {
		return 0
	}
	edges := edgesOf(lines[0])
	var rows []Block
	var cells []string
	tall := 0 // lines of the row
	end := 0  // behind the last rule that closes a row
	for n, line := range lines[1:] {
		line = strings.TrimRight(line, " \t\r")
		isRule := gridRule.MatchString(strings.TrimSpace(line))
		if isRule && cells != nil {
			rows = append(rows, Block{Kind: Row, Cells: cells, Line: number + n + 1, Header: strings.Contains(line, "=")})
			cells, end, tall = nil, n+2, 0
			continue
		}
		parts := cellsBetween(line, edges)
		if tall++; isRule || parts == nil || tall > tallestRow {
			break
		}
		if cells == nil {
			cells = make([]string, len(parts))
		}
		for c, part := range parts {
			cells[c] = strings.TrimSpace(cells[c] + " " + part)
		}
	}
	for _, row := range rows {
		r.add(row)
	}
	return end
}

// edgesOf are the places of the signs that part columns.
func edgesOf(rule string) (at []int) {
	for i, c := range []rune(strings.TrimRight(rule, " \t\r")) {
		if c == '+' {
			at = append(at, i)
		}
	}
	return at
}

// cellsBetween are the pieces of a line between the edges of a table, or nil if
// they do not stand where its rule has them.
func cellsBetween(line string, edges []int) (cells []string) {
	runes := []rune(line)
	for k, at := range edges {
		if at >= len(runes) || runes[at] != '|' {
			return nil
		}
		if k > 0 {
			cells = append(cells, strings.TrimSpace(string(runes[edges[k-1]+1:at])))
		}
	}
	return cells
}
