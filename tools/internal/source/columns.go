package source

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
)

// gap is what parts columns in a text that keeps the layout of a page.
var gap = regexp.MustCompile(` {3,}`)

// A column is a cell of a line and the column of the page in which it begins.
type column struct {
	at   int
	text string
}

// columns makes rows of the lines that an extractor has set in columns with
// spaces: two at least, one below the other, that part in the same place. A
// line alone with a gap in it is a masthead's, if it stands at the top, or
// justified prose, and stays what it is.
func columns(blocks []Block, lines []string) []Block {
	parted := make([][]column, len(blocks))
	any := false
	for i := range blocks {
		if blocks[i].Kind == Paragraph && blocks[i].Line <= len(lines) {
			parted[i] = columnsOf(lines[blocks[i].Line-1])
			any = any || len(parted[i]) > 1
		}
	}
	if !any {
		return blocks
	}
	for i, cells := range parted {
		parted[i] = narrowed(cells, parted, i)
	}
	marked := make([]bool, len(parted))
	for i, cells := range parted {
		marked[i] = len(cells) > 1 && utf8.RuneCountInString(cells[0].text) <= longestMark && inColumns(cells, parted, i) < 2
	}
	for i := range parted {
		if marked[i] {
			parted[i] = nil
		}
	}
	out := blocks[:0]
	rows := map[int][]column{} // of the blocks that come out
	for i := range blocks {
		b := blocks[i]
		cells := parted[i]
		var above *Block
		if len(out) > 0 {
			above = &out[len(out)-1]
		}
		switch {
		case len(cells) > 1 && (b.Line <= topLines || inColumn(cells, parted, i, -1) || inColumn(cells, parted, i, 1)):
			b.Kind, b.Text = Row, ""
			for _, c := range cells {
				b.Cells = append(b.Cells, page.Escape(c.text))
			}
			if b.Line > topLines {
				rows[len(out)] = cells
			}
		case len(cells) == 1 && b.Blank == 0 && above != nil && above.Kind == Row && cells[0].at >= 12 && cellAt(parted[i-1], cells[0].at) > 0:
			// a cell goes on in the next line
			k := cellAt(parted[i-1], cells[0].at)
			part := " "
			if b.Line <= topLines {
				part = "\\\n" // two lines of a masthead, not of a cell
			}
			above.Cells[k] += part + b.Text
			parted[i] = parted[i-1]
			continue
		}
		out = append(out, b)
	}
	align(out, rows)
	return out
}

// topLines are the lines in which a masthead is set beside another column.
const topLines = 12

// longestMark is how long the mark of an item or the number of a note is. Such
// a mark stands apart from its text; what is as short and opens a row stands
// above or below a row that parts at two places more as this one does.
const longestMark = 4

// columnsOf parts a line at its gaps. The name of a speaker stands apart from
// what is said, not in a column.
func columnsOf(line string) []column {
	line = strings.TrimRight(strings.ReplaceAll(line, "\f", ""), " ")
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	gaps := gap.FindAllStringIndex(text, -1)
	var cells []column
	from := 0
	for _, g := range append(gaps, []int{len(text), len(text)}) {
		cell := text[from:g[0]]
		cells = append(cells, column{indent + utf8.RuneCountInString(text[:from]), cell})
		from = g[1]
	}
	if first := cells[0].text; len(cells) > 1 && strings.HasSuffix(first, ":") {
		return nil
	}
	return cells
}

// inColumn reports whether the next line with columns, before or after place
// i, parts where cells do, or has a cell for each of them, above it or below.
func inColumn(cells []column, parted [][]column, i, step int) bool {
	for j, n := i+step, 0; j >= 0 && j < len(parted) && n < 3; j, n = j+step, n+1 {
		if len(parted[j]) < 2 {
			continue
		}
		if sameColumns(cells, parted[j]) {
			return true
		}
		for _, c := range cells[1:] {
			if cellAt(parted[j], c.at) > 0 {
				return true
			}
		}
	}
	return false
}

// inColumns is at how many places a line parts where one next to it does.
func inColumns(cells []column, parted [][]column, i int) int {
	most := 0
	for j := max(0, i-3); j < min(len(parted), i+4); j++ {
		n := 0
		for _, c := range cells[1:] {
			if j != i && cellAt(parted[j], c.at) > 0 {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// narrowed parts cells at gaps of two spaces as well, where a line next to it
// has a column.
func narrowed(cells []column, parted [][]column, i int) []column {
	if len(cells) < 2 {
		return cells
	}
	var out []column
	for _, c := range cells {
		at := strings.Index(c.text, "  ")
		place := c.at + utf8.RuneCountInString(c.text[:max(at, 0)]) + 2
		if at > 0 && inColumns([]column{{}, {at: place}}, parted, i) > 0 {
			out = append(out, column{c.at, c.text[:at]}, column{place, strings.TrimLeft(c.text[at:], " ")})
		} else {
			out = append(out, c)
		}
	}
	return out
}

// cellAt is which cell begins at a column of the page, give or take what
// proportional type takes, or 0.
func cellAt(cells []column, at int) int {
	for k := len(cells) - 1; k > 0; k-- {
		if d := cells[k].at - at; d >= -4 && d <= 4 {
			return k
		}
	}
	return 0
}
