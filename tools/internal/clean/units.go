package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// units are the blocks as the model has them; footnotes come last.
func (d *document) units() []report.Unit {
	var units, notes []report.Unit
	for _, b := range d.blocks {
		u := report.Unit{Level: b.Level, Quote: b.Quote, Text: tidy(b.Text), Line: b.Line}
		switch b.Kind {
		case source.Heading:
			u.Kind, u.Text = report.Heading, strings.ReplaceAll(u.Text, "\\\n", " ")
		case source.Paragraph:
			u.Kind, u.Number = report.Paragraph, b.asPrinted()
			if b.turn {
				u.Kind, u.Speaker, u.Level = report.Turn, b.speaker, 0
			}
		case source.Item:
			u.Kind, u.Number, u.Level = report.Item, b.number, max(1, b.Level)
			if n := b.asPrinted(); n != b.number { // Markdown counts in its own digits alone
				u.Number, u.Text = "", n+". "+u.Text
			}
		case source.Row:
			u.Kind, u.Text, u.Cells, u.Header, u.Align = report.Row, "", b.Cells, b.Header, b.align
			for i := range u.Cells {
				u.Cells[i] = tidy(u.Cells[i])
			}
		case source.Note:
			u.Kind, u.Label, u.Level = report.Footnote, b.Label, 0
			notes = append(notes, u)
			continue
		default:
			continue
		}
		if u.Text == "" && len(u.Cells) == 0 && u.Kind != report.Turn && u.Number == "" {
			continue
		}
		units = append(units, u)
	}
	return append(units, notes...)
}

// angle is a < that Markdown could take for the start of something. Escaped,
// it is read as itself everywhere.
var (
	angle    = regexp.MustCompile(`\\?<(?:[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]+>|[^\s<>@]+@[^\s<>]+>)?`)
	manySpan = regexp.MustCompile(`[ \t\x{2002}-\x{200a}\x{3000}]{2,}|\x{a0}{2,}`)
)

// tidy is a text as it stands in a page: no runs of spaces, no markup that
// Markdown has not.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	if strings.Contains(s, "<") {
		s = angle.ReplaceAllStringFunc(s, func(m string) string {
			if m == "<" {
				return `\<`
			}
			return m
		})
	}
	if strings.Contains(s, "  ") || strings.ContainsAny(s, "\t\u00a0\u3000\u2002\u2003\u2009") {
		s = manySpan.ReplaceAllString(s, " ")
	}
	return s
}
