package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// figureCell is a cell with a figure, or the mark that there is none.
var figureCell = regexp.MustCompile(`^[-−–+]?\d(?:[\d.,  ]{0,14}\d)? ?[%*]?$|^(?:[-–—]|\.{2,3}|…)$`)

// fewestRows is how many rows make a table of cells that stand a line each.
const fewestRows = 3

// loneCells makes rows of a table whose cells stand a line each, as programs
// leave them that read a page piece by piece: a name and as many figures each
// time.
func (d *document) loneCells() {
	if !d.lined {
		return
	}
	for i := range d.blocks {
		figures := d.figuresBelow(i)
		if figures < 2 {
			continue
		}
		end, rows := i, 0
		for below := figures; below == figures; rows++ {
			end += figures + 1
			if below = d.figuresBelow(end); below > figures {
				end, rows = end+figures+1, rows+1 // what follows it counts for itself
			}
		}
		if rows < fewestRows {
			continue
		}
		d.headOfCells(i, figures+1)
		for at := i; at < end; at += figures + 1 {
			d.rowOf(d.blocks[at:at+figures+1], false)
		}
	}
	d.sweep()
}

// figuresBelow is how many lines with a figure alone stand right below the name
// at place i, or 0.
func (d *document) figuresBelow(i int) int {
	if i >= len(d.blocks) || !d.blocks[i].isCellName() {
		return 0
	}
	n := 0
	for _, b := range d.blocks[i+1:] {
		if b.gone || b.Kind != source.Paragraph || b.Blank > 0 || !figureCell.MatchString(b.plain()) {
			break
		}
		n++
	}
	return n
}

// isCellName reports whether a line can be the name of a row or a column.
func (b *block) isCellName() bool {
	text := b.plain()
	return !b.gone && b.Kind == source.Paragraph && b.words() <= 8 && endingOf(text) != full && strings.ContainsFunc(text, unicode.IsLetter)
}

// headOfCells makes the head of a table of so many columns from the lines right
// above place i. A column may have two lines, the first with a comma at its end or
// the second in lower case or a number.
func (d *document) headOfCells(i, columns int) {
	var cells [][]*block
	for j := i - 1; j >= 0 && len(cells) < columns; j-- {
		b := d.blocks[j]
		if b.gone || b.Kind != source.Paragraph || b.words() > 8 || endingOf(b.plain()) == full || d.blocks[j+1].Blank > 0 {
			return
		}
		cell := []*block{b}
		for ; j > 0 && !d.blocks[j-1].gone && b.Blank == 0 && goesOnInCell(d.blocks[j-1], b); j-- {
			b = d.blocks[j-1]
			cell = append([]*block{b}, cell...)
		}
		if !b.isCellName() {
			return
		}
		cells = append([][]*block{cell}, cells...)
	}
	if len(cells) < columns {
		return
	}
	var row []*block
	for _, cell := range cells {
		for _, b := range cell[1:] {
			cell[0].Text, b.gone = glue(cell[0].Text, b.Text), true
			d.log(report.Joined, "line", b, b.Text, "")
		}
		row = append(row, cell[0])
	}
	d.rowOf(row, true)
}

// goesOnInCell reports whether a line goes on with the name of a column.
func goesOnInCell(above, b *block) bool {
	return above.isCellName() && (endingOf(above.plain()) == comma || startsLower(b.plain()) || !b.isCellName())
}

// rowOf makes a row of cells that stand a line each.
func (d *document) rowOf(cells []*block, head bool) {
	row := cells[0]
	row.Cells = []string{row.Text}
	for _, b := range cells[1:] {
		row.Cells = append(row.Cells, b.Text)
		b.gone = true
		d.log(report.Joined, "line", b, b.Text, "")
	}
	row.Kind, row.Header, row.Text = source.Row, head, ""
}
