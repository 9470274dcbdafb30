package page

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rapporteur/tools/internal/report"
)

// blocks parses the blocks alone; Spans parses what stands in a unit. Raw HTML
// and link definitions have no parser here, so that they stay what they are:
// text.
var blocks = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
	),
)

// parseBody reads the units of a page whose body begins at line firstLine.
// Footnotes come last, in the order of their texts.
func parseBody(source []byte, firstLine int, transcript bool) []report.Unit {
	units, _ := parseExtents(source, firstLine, transcript)
	return units
}

// parseExtents says of each unit where its text stands in source as well.
func parseExtents(source []byte, firstLine int, transcript bool) ([]report.Unit, []extent) {
	b := &body{source: source, transcript: transcript}
	for i, c := range source {
		if c == '\n' {
			b.newlines = append(b.newlines, i)
		}
	}
	b.firstLine = firstLine
	b.walk(blocks.Parse(text.NewReader(source)), 0, false)
	return append(b.units, b.notes...), append(b.extents, b.noteExtents...)
}

// An extent is where a unit's text stands: from the first byte of its first
// line, behind markers and labels that are no text, to the last of its last.
type extent struct{ from, to int }

type body struct {
	source     []byte
	newlines   []int
	firstLine  int
	transcript bool // turns have labels in transcripts alone
	units      []report.Unit
	notes      []report.Unit

	extents, noteExtents []extent // of units and notes
}

// walk adds the units of n's children, which stand in a list item of the given
// depth, or in none.
func (b *body) walk(n ast.Node, depth int, quote bool) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			b.add(report.Unit{Kind: report.Heading, Level: c.Level, Quote: quote, Text: b.lines(c)}, c)
		case *ast.List:
			b.list(c, depth+1, quote)
		case *ast.Blockquote:
			b.walk(c, 0, true) // a quotation ends the list that it stands in
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			b.add(report.Unit{Kind: report.Paragraph, Level: depth, Quote: quote, Text: Escape(b.lines(c))}, c)
		case *ast.Paragraph, *ast.TextBlock:
			b.add(b.paragraph(b.lines(c), depth, quote), c)
		case *east.Table:
			b.table(c, depth, quote)
		case *east.FootnoteList:
			for note := c.FirstChild(); note != nil; note = note.NextSibling() {
				b.footnote(note.(*east.Footnote))
			}
		}
	}
}

func (b *body) list(l *ast.List, depth int, quote bool) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		u := report.Unit{Kind: report.Item, Level: depth, Quote: quote}
		if l.IsOrdered() {
			u.Number = strconv.Itoa(number)
			number++
		}
		first := item.FirstChild()
		switch first.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			u.Text = b.lines(first)
			b.add(u, first)
			item.RemoveChild(item, first)
		default:
			b.add(u, item) // an item that begins with a list or has no text
		}
		b.walk(item, depth, quote)
	}
}

var (
	printedNumber = regexp.MustCompile(`^(\p{Nd}{1,4})\\\.[ \x{a0}]+`)
	turnLabel     = regexp.MustCompile(`^\*\*([^*\n]{1,120}?)[ \x{a0}]*(?:[:：][ \x{a0}]*\*\*|\*\*[ \x{a0}]*[:：])[ \x{a0}]*`)
)

// Unidentified stands as the label of a turn whose speaker is not named.
const Unidentified = "Unidentified speaker"

// paragraph tells plain paragraphs from numbered ones and from turns.
func (b *body) paragraph(s string, depth int, quote bool) report.Unit {
	u := report.Unit{Kind: report.Paragraph, Level: depth, Quote: quote, Text: s}
	if m := printedNumber.FindStringSubmatch(s); m != nil {
		u.Number, u.Text = m[1], s[len(m[0]):]
	} else if m := turnLabel.FindStringSubmatch(s); m != nil && b.transcript {
		u.Kind, u.Speaker, u.Text = report.Turn, Plain(m[1]), s[len(m[0]):]
		if u.Speaker == Unidentified {
			u.Speaker = ""
		}
	}
	return u
}

func (b *body) table(t *east.Table, depth int, quote bool) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		u := report.Unit{Kind: report.Row, Level: depth, Quote: quote}
		if _, ok := row.(*east.TableHeader); ok {
			u.Header = true
			for _, a := range t.Alignments {
				u.Align = append(u.Align, align(a))
			}
		}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			u.Cells = append(u.Cells, strings.ReplaceAll(b.lines(cell), `\|`, "|"))
		}
		b.add(u, row)
	}
}

func align(a east.Alignment) report.Align {
	switch a {
	case east.AlignCenter:
		return report.AlignCenter
	case east.AlignRight:
		return report.AlignEnd
	}
	return report.AlignStart
}

// footnote is one unit however many paragraphs it has.
func (b *body) footnote(n *east.Footnote) {
	var texts []string
	var at ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := b.lines(c); s != "" {
			if at == nil {
				at = c
			}
			texts = append(texts, s)
		}
	}
	u := report.Unit{Kind: report.Footnote, Label: string(n.Ref), Text: strings.Join(texts, hardBreak)}
	if at != nil {
		u.Line = b.line(at)
	}
	b.notes = append(b.notes, u)
	b.noteExtents = append(b.noteExtents, b.extent(n))
}

// add keeps a unit that says something; an empty bullet is no place to cite.
func (b *body) add(u report.Unit, n ast.Node) {
	if u.Text == "" && u.Speaker == "" && u.Kind != report.Turn && len(u.Cells) == 0 {
		return
	}
	u.Line = b.line(n)
	if u.Line == 0 && len(b.units) > 0 {
		u.Line = b.units[len(b.units)-1].Line
	}
	b.units = append(b.units, u)
	b.extents = append(b.extents, b.extent(n))
}

// extent is the text of n and of all that stands in it; an empty one at 0
// where n has none.
func (b *body) extent(n ast.Node) extent {
	var e extent
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
			return ast.WalkContinue, nil
		}
		from, to := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
		if e.to == 0 || from < e.from {
			e.from = from
		}
		e.to = max(e.to, to)
		return ast.WalkContinue, nil
	})
	for e.to > e.from && (b.source[e.to-1] == '\n' || b.source[e.to-1] == ' ') {
		e.to--
	}
	return e
}

// line is where n, or the first node in it that has text, begins.
func (b *body) line(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		start := n.Lines().At(0).Start
		return b.firstLine + sort.SearchInts(b.newlines, start)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if l := b.line(c); l > 0 {
			return l
		}
	}
	return 0
}

// hardBreak is how a line break that was meant stands in a unit's text.
const hardBreak = "\\\n"

// lines is the inline Markdown of a block on one line, but for hard breaks. A
// line end between two characters of a script without spaces is no space.
func (b *body) lines(n ast.Node) string {
	var s strings.Builder
	segments := n.Lines()
	for i := 0; i < segments.Len(); i++ {
		segment := segments.At(i)
		line := string(segment.Value(b.source))
		trimmed := strings.TrimSpace(line)
		if i > 0 && trimmed != "" {
			before := s.String()
			switch {
			case strings.HasSuffix(before, hardBreak) || before == "":
			case unspaced(before, trimmed):
			default:
				s.WriteByte(' ')
			}
		}
		if i+1 < segments.Len() {
			switch {
			case strings.HasSuffix(strings.TrimRight(line, "\n"), "  "):
				trimmed += hardBreak
			case strings.HasSuffix(trimmed, `\`) && !strings.HasSuffix(trimmed, `\\`):
				trimmed += "\n"
			}
		}
		s.WriteString(trimmed)
	}
	return strings.TrimSuffix(s.String(), hardBreak)
}

func unspaced(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	z, _ := utf8.DecodeRuneInString(after)
	return wide(a) && wide(z)
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || (r >= 0x3000 && r <= 0x303f) || (r >= 0xff00 && r <= 0xff60)
}
