package source

import (
	"regexp"
	"strings"
)

// gridRule is a line across a table that is drawn with signs: +-----+=====+.
var gridRule = regexp.MustCompile(`^\+(?:[-=:]{3,}\+)+$`)

// grid reads a table that is drawn with signs, as pandoc writes those whose
// cells have several lines: the rows between its rules, and on how many of the
// lines it stands. A rule of equals signs stands below the head.
func (r *textReader) grid(lines []string, number int) int {
	if !gridRule.MatchString(strings.TrimSpace(lines[0])) {
		return 0
	}
	edges := edgesOf(lines[0])
	var rows []Block
	var cells []string
	n := 1
	for ; n < len(lines); n++ {
		line := strings.TrimRight(lines[n], " \t\r")
		if isRule := gridRule.MatchString(strings.TrimSpace(line)); isRule && cells != nil {
			rows = append(rows, Block{Kind: Row, Cells: cells, Line: number + n, Header: strings.Contains(line, "=")})
			cells = nil
		} else if parts := cellsBetween(line, edges); !isRule && parts != nil {
			if cells == nil {
				cells = make([]string, len(parts))
			}
			for c, part := range parts {
				cells[c] = strings.TrimSpace(cells[c] + " " + part)
			}
		} else if !isRule {
			break
		}
	}
	if len(rows) == 0 || cells != nil {
		return 0 // cells of several columns, or no table
	}
	for _, row := range rows {
		r.add(row)
	}
	return n
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
