package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// headings finds the headings that markup does not tell: plain lines, bold
// lines, and those that were run into the text before or after them. Emphasis
// and what is left of an empty heading go.
func headings(d *document) {
	marked := 0
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Heading {
			continue
		}
		d.partRun(i)
		b.strong = boldTitle.MatchString(b.Text)
		b.Text = unbold(b.Text)
		if !b.guessed {
			marked++
		}
	}
	fused := marked > 0 && !d.styled()
	for i := 0; i < len(d.blocks); i++ {
		switch b := d.blocks[i]; {
		case fused && !b.turn && !b.Quote && !b.Code && b.isProse() && d.partLettered(i):
		case b.turn || b.Quote || b.number != "" || b.Code:
		case b.Kind == source.Item && fused:
			d.partEnd(i)
		case b.Kind == source.Paragraph && d.isTwin(i):
			b.Level, b.guessed, b.Text = d.twins(b.plain())[0].Level, true, unbold(b.Text)
			b.Kind = source.Heading
			d.log(report.Marked, "heading", b, b.Text, "")
		case b.Kind == source.Paragraph && fused && (d.partTwin(i) || d.partStart(i)):
		case b.Kind == source.Paragraph && d.isBareHeading(i, marked):
			b.Kind, b.Level, b.guessed = source.Heading, 0, true
			b.Text = unbold(b.Text)
			d.log(report.Marked, "heading", b, b.Text, "")
		}
	}
}

var strongMarks = regexp.MustCompile(`\*\*(\S(?:[^*]*\S)?)\*\*|__(\S(?:[^_]*\S)?)__`)

// unbold is a heading without the emphasis that every heading has.
func unbold(s string) string {
	return bare(strings.TrimSpace(strongMarks.ReplaceAllString(s, "$1$2")))
}

// count is how many blocks there are of a kind.
func (d *document) count(kind source.Kind) int {
	n := 0
	for _, b := range d.blocks {
		if b.Kind == kind {
			n++
		}
	}
	return n
}
