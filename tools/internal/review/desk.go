package review

import (
	"html/template"
	"sort"
	"strconv"
	"strings"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A desk is where source and page are laid beside each other.
type desk struct {
	*Import
	say         *message.Printer
	pieces      []piece  // of the source, in its order
	sheets      []*sheet // of the result, in the source's order
	rows        []row
	notes       int
	byKind      map[[2]string]*kind
	byTo        map[string][]int // notes by the key that something was lifted to
	atUnit      map[*report.Unit]string
	differences []difference
}

// A piece is a line of a text, or a block of what has no lines.
type piece struct {
	Line, Page int
	Label      string // what it looks like
	raw        string // its text; Markdown unless it is a line of a text
	plain      string // what it says
	lined      bool
	Dir        string
	box        [4]float64 // on its page, in hundredths from the top left; or none
	marks      []mark
	bones      *bones
}

// HTML is the piece with its marks.
func (p *piece) HTML() template.HTML {
	if p.lined {
		return paintPlain(p.raw, p.marks)
	}
	return paint(untagged(p.raw), p.marks)
}

// A row is a stretch of the source and what became of it.
type row struct {
	ID      string
	Page    int // of a row that is a page of a PDF
	Pieces  []piece
	Picture *picture
	Results []any // *note, *sheet
	from    int   // its first line, or its page
}

func newDesk(in *Import, say *message.Printer) *desk {
	return &desk{Import: in, say: say, byKind: map[[2]string]*kind{}, byTo: map[string][]int{}, atUnit: map[*report.Unit]string{}}
}

// paged reports whether a row is a page.
func (d *desk) paged() bool { return d.Source.Format == "pdf" }

// lay lays out everything.
func (d *desk) lay() {
	d.take()
	d.result()
	d.cut()
	d.annotate()
}

// take takes the pieces of the source.
func (d *desk) take() {
	switch d.Source.Format {
	case "text", "markdown", "page":
		for i, line := range source.Lines(d.Data) {
			if strings.TrimSpace(line) != "" {
				d.pieces = append(d.pieces, piece{Line: i + 1, Label: strconv.Itoa(i + 1), raw: line, plain: line, lined: true})
			}
		}
		return
	}
	for i := range d.Source.Blocks {
		b := &d.Source.Blocks[i]
		p := piece{Line: b.Line, Page: b.Page, Label: looks[b.Kind], raw: strings.TrimSpace(b.Marker + " " + b.Text), Dir: b.Dir}
		switch {
		case b.Kind == source.Heading && b.Level > 0:
			p.Label += strconv.Itoa(b.Level)
		case b.Kind == source.Note:
			p.Label = "[" + b.Label + "]"
		case b.Kind == source.Row:
			p.raw = strings.Join(b.Cells, " │ ")
		}
		p.box = [4]float64{b.Box.Left * 100, b.Box.Top * 100, b.Box.Right * 100, b.Box.Bottom * 100}
		p.plain = plainOf(p.raw)
		d.pieces = append(d.pieces, p)
	}
	sort.SliceStable(d.pieces, func(i, j int) bool { return d.place(&d.pieces[i]) < d.place(&d.pieces[j]) })
}

// looks are signs for what a block of a source looks like.
var looks = map[source.Kind]string{source.Paragraph: "¶", source.Heading: "H", source.Item: "•", source.Row: "▦", source.Note: "[]",
	source.Rule: "―", source.PageBreak: "⤓", source.Furniture: "▭", source.Picture: "▣", source.Remark: "✎"}

// place is where a piece stands: the page where rows are pages, else the line.
func (d *desk) place(p *piece) int {
	if d.paged() {
		return p.Page
	}
	return p.Line
}

// pageOf is the page on which a line stands.
func (d *desk) pageOf(line int) int {
	page := 1
	for i := range d.pieces {
		if d.pieces[i].Line > line {
			break
		}
		page = max(page, d.pieces[i].Page)
	}
	return page
}

// cut parts source and result into rows: a page each of what has pages to
// look at; of other sources the stretch from one unit to the next.
func (d *desk) cut() {
	place := func(line int) int { return line }
	if d.paged() {
		place = d.pageOf
	}
	d.rows = []row{{}}
	text := len(d.sheets) // what follows are notes alone
	for text > 0 && d.sheets[text-1].unit.Kind == report.Footnote {
		text--
	}
	for i, s := range d.sheets {
		// A note at the foot of a page stands in the row of the text that it cuts.
		cuts := s.unit.Kind != report.Footnote || i >= text || d.paged()
		if at := place(s.line); cuts && at > d.rows[len(d.rows)-1].from && (len(d.rows) > 1 || at > 1) {
			d.rows = append(d.rows, row{from: at})
		}
		last := &d.rows[len(d.rows)-1]
		last.Results = append(last.Results, s)
	}
	if d.paged() {
		d.pages()
	}
	k := 0
	for i := range d.pieces {
		p := &d.pieces[i]
		for k+1 < len(d.rows) && d.rows[k+1].from <= d.place(p) {
			k++
		}
		d.rows[k].Pieces = append(d.rows[k].Pieces, *p)
	}
	for i := range d.rows {
		d.rows[i].ID = "r" + strconv.Itoa(i+1)
	}
}

// pages makes a row of every page, of those without a unit too.
func (d *desk) pages() {
	last := 1
	for i := range d.pieces {
		last = max(last, d.pieces[i].Page)
	}
	with := make(map[int]row, len(d.rows))
	for _, r := range d.rows {
		with[max(1, r.from)] = r
	}
	d.rows = make([]row, last)
	for i := range d.rows {
		d.rows[i] = with[i+1]
		d.rows[i].from, d.rows[i].Page = i+1, i+1
	}
}
