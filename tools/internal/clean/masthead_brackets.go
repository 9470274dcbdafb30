package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// closeBrackets joins the lines of a masthead over which a remark in brackets or
// a quotation goes: where and when a text was adopted, the theme of a meeting.
func (d *document) closeBrackets() {
	for i := 0; i < min(len(d.blocks), longestHead); i++ {
		b := d.blocks[i]
		closing := opensOver(b.plain(), i > 0)
		if b.Kind != source.Paragraph || closing == "" {
			continue
		}
		for j := i + 1; j < min(len(d.blocks), i+4); j++ {
			more := d.blocks[j]
			if more.Kind != source.Paragraph || more.Blank > 0 || opensOver(more.plain(), true) != "" {
				break
			}
			if strings.HasSuffix(more.plain(), closing) {
				for _, line := range d.blocks[i+1 : j+1] {
					b.Text = glue(b.Text, line.Text)
					line.gone = true
					d.log("joined", "line", line, line.Text, "")
				}
				d.sweep()
				break
			}
		}
	}
}

// opensOver is the mark that closes what a short line opens and does not close:
// a bracket at its beginning, if bracket is set, or a quotation. It is empty for
// other lines.
func opensOver(text string, bracket bool) string {
	if bracket && strings.HasPrefix(text, "(") && strings.Count(text, "(") > strings.Count(text, ")") {
		return ")"
	}
	for opening, closing := range map[string]string{"“": "”", "«": "»"} {
		if countWords(text) <= 25 && endingOf(text) == open && strings.Count(text, opening) == 1 && !strings.Contains(text, closing) {
			return closing
		}
	}
	return ""
}
