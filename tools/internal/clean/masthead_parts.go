package clean

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/tools/internal/source"
)

// partMasthead makes lines of the cells of a masthead set as a table, and of
// lines that an extractor ran together. It returns where the text begins then.
func (d *document) partMasthead(end int) int {
	for i := 0; i < end; i++ {
		b := d.blocks[i]
		var lines []string
		if b.Kind == source.Row {
			for _, cell := range b.Cells {
				lines = append(lines, strings.Split(cell, "\\\n")...)
			}
		} else if lines = brokenLines(b); len(lines) == 0 {
			lines = parted(b)
		}
		if len(lines) == 0 {
			continue
		}
		var pieces []*block
		for _, line := range lines {
			if line = strings.TrimSpace(line); line != "" {
				pieces = append(pieces, &block{Block: source.Block{Text: line, Line: b.Line, Page: b.Page}})
			}
		}
		if len(pieces) > 0 {
			pieces[0].Blank = b.Blank
		}
		d.blocks = append(d.blocks[:i], append(pieces, d.blocks[i+1:]...)...)
		end += len(pieces) - 1
		i-- // a piece may be two things still
	}
	return end
}

// brokenLines are the lines of a paragraph with line breaks that says a date
// or an item of an agenda beside other things, each in the emphasis of the whole.
// Without either the breaks may only be where a narrow column ended.
func brokenLines(b *block) []string {
	if b.Kind != source.Paragraph || !strings.Contains(b.Text, "\\\n") {
		return nil
	}
	text, isBold := bold(b.Text)
	lines := strings.Split(text, "\\\n")
	if len(datesIn(b.plain())) == 0 && !slices.ContainsFunc(lines, func(s string) bool { return isAgenda(newPlain(s)) }) {
		return nil
	}
	for i, line := range lines {
		if lines[i] = strings.TrimSpace(line); isBold && lines[i] != "" {
			lines[i] = "**" + lines[i] + "**"
		}
	}
	return lines
}

// loneRows makes lines of the rows of a masthead that stand alone, parted by
// empty lines: wide spaces in one line are no table.
func (d *document) loneRows() {
	if d.source.Format != "text" {
		return
	}
	isRow := func(i int) bool { return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == source.Row }
	for i, b := range d.blocks[:min(len(d.blocks), 8)] {
		if isRow(i) && !isRow(i-1) && !isRow(i+1) && len(b.Cells) == 2 && countWords(strings.Join(b.Cells, " ")) <= 12 && !d.isFieldRow(b) {
			b.Kind, b.Text, b.Cells = source.Paragraph, strings.Join(b.Cells, " "), nil
		}
	}
}

// isFieldRow reports whether a row is of a masthead set as a table.
func (d *document) isFieldRow(b *block) bool {
	for k, c := range b.Cells {
		if isFieldCell(c, len(b.Cells)) || k == 0 && len(b.Cells) <= 3 && isField(folded(newPlain(c))+" : ") {
			return true
		}
	}
	return false
}

// isFieldCell reports whether a cell says what lines of a masthead say: a field,
// an organ, a symbol, a language; a day, a session or an item of the agenda where
// the row has few cells.
func isFieldCell(cell string, cells int) bool {
	text := newPlain(cell)
	low := folded(text)
	switch {
	case isField(text) || isOrgans(low) || distributionLine(low) || languageName(low) != "":
		return true
	case yearSerial.MatchString(strings.TrimSpace(text)), unSymbol.MatchString(cell) && countWords(cell) <= 6:
		return true
	case cells <= 4 && isDateCell(text):
		return true
	}
	return cells <= 3 && (isSessionName(text) || isAgenda(text))
}

// isDateCell reports whether a cell says a day and nothing else.
func isDateCell(s string) bool {
	found := datesIn(s)
	return len(found) == 1 && countWords(s) <= 4 && len(found[0].start) == 10
}

var boldStart = regexp.MustCompile(`^\*\*([^*]+)\*\*\s+([^*\s].*)$`)

// parted gives the pieces of a line that an extractor ran together: a bold
// name and what stood beside it, an organ and its session.
func parted(b *block) []string {
	if b.Kind != source.Paragraph && b.Kind != source.Heading {
		return nil
	}
	if p := boldStart.FindStringSubmatch(b.Text); p != nil && b.Kind == source.Paragraph && endingOf(p[1]) != colon {
		return p[1:]
	}
	text := bare(b.Text)
	low := strings.ToLower(text)
	if b.words() > 14 || len(low) != len(text) {
		return nil
	}
	for _, o := range organs().list {
		rest := strings.TrimPrefix(low, o+" ")
		if len(rest) < len(low) && sessionWords().in(rest) > 0 && !isOrgans(low) {
			return []string{text[:len(o)], text[len(o)+1:]}
		}
	}
	return nil
}
