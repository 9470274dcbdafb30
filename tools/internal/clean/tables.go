package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// tables gives rows the shape of a table: one header, as many cells a row as
// it has, numbers set at the end. A row alone is a line with a tab in it, unless
// the source knows tables.
func tables(d *document) {
	for i := 0; i < len(d.blocks); i++ {
		if d.blocks[i].Kind != source.Row {
			continue
		}
		end := i
		for end < len(d.blocks) && d.blocks[end].Kind == source.Row && (end == i || !d.beginsTable(i, end)) {
			end++
		}
		rows := d.blocks[i:end]
		if columns(rows) < 2 || len(rows) < 2 && !rows[0].Header && !d.styled() {
			for _, b := range rows {
				b.Kind, b.Text, b.Cells = source.Paragraph, strings.TrimSpace(strings.Join(b.Cells, " ")), nil
			}
		} else {
			d.table(rows)
		}
		i = end - 1
	}
}

// beginsTable reports whether the row at a place begins another table than the
// one that began at first: a second line of a header may be marked as one.
func (d *document) beginsTable(first, at int) bool {
	b := d.blocks[at]
	return b.Header && at > first+1 || b.Blank > 0 && d.styled()
}

func columns(rows []*block) int {
	n := 0
	for _, b := range rows {
		n = max(n, len(b.Cells))
	}
	return n
}

func (d *document) table(rows []*block) {
	n := columns(rows)
	head := rows[0]
	head.Header = true
	for _, b := range rows {
		for len(b.Cells) < n {
			b.Cells = append(b.Cells, "")
		}
	}
	body := 1
	if len(rows) > 2 && isEmptyRow(head) && isNamesRow(rows[1]) {
		d.mergeHead(head, rows[1]) // the head of a table whose source has none
		body = 2
	}
	for body+1 < len(rows) && (isHeadLine(rows[body]) && (!d.styled() || rows[body].Header) || d.endsHead(rows, body)) {
		d.mergeHead(head, rows[body])
		body++
	}
	for c := range head.Cells {
		head.Cells[c] = bare(head.Cells[c])
		if numeric(rows[body:], c) {
			head.align = append(head.align, report.AlignEnd)
		} else {
			head.align = append(head.align, report.AlignStart)
		}
	}
}

// isEmptyRow reports whether a row says nothing.
func isEmptyRow(b *block) bool { return strings.TrimSpace(strings.Join(b.Cells, "")) == "" }

// isNamesRow reports whether a row names columns: every cell is set in bold.
func isNamesRow(b *block) bool {
	for _, c := range b.Cells {
		if _, isBold := bold(c); !isBold && strings.TrimSpace(c) != "" {
			return false
		}
	}
	return !isEmptyRow(b) && strings.TrimSpace(b.Cells[len(b.Cells)-1]) != ""
}

// isHeadLine reports whether a row goes on with the header: it names nothing
// in its first column and counts nothing in the others.
func isHeadLine(b *block) bool {
	return strings.TrimSpace(b.Cells[0]) == "" && !hasNumber(b.Cells)
}

// endsHead reports whether the row at place k of a text without styles is the last
// line of a header whose lines above it leave the first column empty: it names
// that column, counts nothing, and the row below it counts.
func (d *document) endsHead(rows []*block, k int) bool {
	return !d.styled() && strings.TrimSpace(rows[0].Cells[0]) == "" && rows[k].Blank == 0 &&
		!hasNumber(rows[k].Cells) && hasNumber(rows[k+1].Cells)
}

// mergeHead moves the cells of a second line of the header to where they
// belong: under an empty cell, or beside a full one that an empty one follows in
// both lines. A source that knows its columns says where each cell stands.
func (d *document) mergeHead(head, b *block) {
	for c, text := range b.Cells {
		if strings.TrimSpace(text) == "" {
			continue
		}
		next := c + 1
		switch {
		case head.Cells[c] == "":
			head.Cells[c] = text
		case next < len(head.Cells) && head.Cells[next] == "" && strings.TrimSpace(b.Cells[next]) == "" && !d.styled():
			head.Cells[next] = text
		default:
			head.Cells[c] = glue(bare(head.Cells[c]), bare(text))
		}
		d.log(report.Moved, "table-head", b, text, "")
	}
	b.gone = true
}

var cellNumber = regexp.MustCompile(`^[-–−+]?[\p{Nd}][\p{Nd}\s.,\x{a0}\x{202f}%٪]*$`)

func hasNumber(cells []string) bool {
	for _, c := range cells {
		if cellNumber.MatchString(bare(c)) {
			return true
		}
	}
	return false
}

// numeric reports whether a column counts: every cell in it that says anything
// is a number.
func numeric(rows []*block, c int) bool {
	found := false
	for _, b := range rows {
		switch text := bare(b.Cells[c]); {
		case cellNumber.MatchString(text):
			found = true
		case text != "" && text != "-" && text != "–" && text != "—":
			return false
		}
	}
	return found
}
