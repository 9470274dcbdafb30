package source

import "strings"

// What a table written in HTML may measure in a text, in lines and bytes.
const (
	maxTaggedLines = 600
	maxTaggedBytes = 256 << 10
)

// taggedTable reads a table that stands in a text as HTML, as extractors write
// those whose cells Markdown cannot hold: from a line that begins with its tag
// to one that ends with the closing tag. It gives its blocks and how many lines
// were looked at; no blocks, if those are no table.
func taggedTable(lines []string, name string) ([]Block, int) {
	if first := strings.TrimSpace(lines[0]); len(first) < 6 || !strings.EqualFold(first[:6], "<table") {
		return nil, 0
	}
	size, most := 0, min(len(lines), maxTaggedLines)
	for n, line := range lines[:most] {
		if size += len(line) + 1; size > maxTaggedBytes {
			return nil, n + 1
		}
		if !strings.HasSuffix(strings.ToLower(strings.TrimSpace(line)), "</table>") {
			continue
		}
		doc, err := readPageOf(name, []byte(strings.Join(lines[:n+1], "\n")), map[string]bool{})
		if err != nil {
			return nil, n + 1
		}
		return doc.Blocks, n + 1
	}
	return nil, most
}

// tagged adds the blocks of such a table that begins at a line, and says how many
// lines it has. Marks of Markdown within its cells are what they are in the text
// around it.
func (r *textReader) tagged(lines []string, at int, name string) int {
	if at < r.untabled {
		return 0
	}
	blocks, n := taggedTable(lines[at:], name)
	if len(blocks) == 0 {
		r.untabled = at + n // a tag within it opens none either
		return 0
	}
	marks := strings.NewReplacer(`\*`, "*", `\_`, "_")
	for i := range blocks {
		b := blocks[i]
		b.Line += at
		if r.markdown {
			b.Text = marks.Replace(b.Text)
			for k := range b.Cells {
				b.Cells[k] = marks.Replace(b.Cells[k])
			}
		}
		if i == 0 {
			b.Blank = r.blank
		}
		r.blocks = append(r.blocks, b)
	}
	r.blank = 1
	return n
}
