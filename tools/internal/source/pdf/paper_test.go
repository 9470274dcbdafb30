package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// A paper writes PDFs whose structure is known: plain objects, Helvetica,
// A4.
type paper struct {
	pages []*strings.Builder
	extra string // in the trailer
}

// The fonts of a paper.
const (
	plain   = "F1"
	bold    = "F2"
	oblique = "F3"
)

func (p *paper) page() { p.pages = append(p.pages, &strings.Builder{}) }

// page0 is what the first page says.
func (p *paper) page0() *strings.Builder {
	if len(p.pages) == 0 {
		p.page()
	}
	return p.pages[0]
}

// put writes text at a place; a character above 0xff is not in its encoding.
func (p *paper) put(font string, size, x, y float64, text string) {
	if len(p.pages) == 0 {
		p.page()
	}
	var s strings.Builder
	for _, r := range text {
		switch {
		case r == '•':
			s.WriteString(`\225`)
		case r == '(' || r == ')' || r == '\\':
			s.WriteString(`\` + string(r))
		case r < 0x80:
			s.WriteRune(r)
		default:
			fmt.Fprintf(&s, `\%03o`, r)
		}
	}
	fmt.Fprintf(p.pages[len(p.pages)-1], "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, s.String())
}

// lines writes lines below each other and gives the place of the next.
func (p *paper) lines(font string, size, x, y, lead float64, lines ...string) float64 {
	for _, l := range lines {
		p.put(font, size, x, y, l)
		y -= lead
	}
	return y
}

// rule draws a line.
func (p *paper) rule(x0, y0, x1, y1 float64) {
	fmt.Fprintf(p.pages[len(p.pages)-1], "0.5 w %g %g m %g %g l S\n", x0, y0, x1, y1)
}

func (p *paper) bytes() []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
	for _, f := range []string{"Helvetica", "Helvetica-Bold", "Helvetica-Oblique"} {
		objects = append(objects, "<< /Type /Font /Subtype /Type1 /BaseFont /"+f+" /Encoding /WinAnsiEncoding >>")
	}
	kids := ""
	for _, content := range p.pages {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>", n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(p.pages))
	return assemble(objects, p.extra)
}

// assemble writes objects, which count from 1, as a file.
func assemble(objects []string, extra string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, extra, xref)
	return b.Bytes()
}

// read reads a paper and writes its blocks in short.
func (p *paper) read(t *testing.T) string {
	t.Helper()
	d, err := Read(context.Background(), "paper.pdf", p.bytes())
	if err != nil {
		t.Fatal(err)
	}
	return short(d)
}

// short writes blocks a line each: H1, P, I2, R, N, F or a break, then what
// they say.
func short(d *Document) string {
	var s strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch b.Kind {
		case Heading:
			fmt.Fprintf(&s, "H%d %s", b.Level, marked(b.Runs))
		case Paragraph:
			if s.WriteString("P"); b.Level > 0 {
				fmt.Fprint(&s, b.Level)
			}
			s.WriteString(" " + marked(b.Runs))
		case Item:
			fmt.Fprintf(&s, "I%d %s %s", b.Level, b.Marker, marked(b.Runs))
		case Row:
			s.WriteString("R")
			for _, c := range b.Cells {
				s.WriteString(" | " + marked(c))
			}
		case Note:
			fmt.Fprintf(&s, "N %s: %s", b.Label, marked(b.Runs))
		case PageBreak:
			s.WriteString("----")
		case Furniture:
			s.WriteString("F " + marked(b.Runs))
		}
		s.WriteByte('\n')
	}
	return s.String()
}

func marked(runs []Run) string {
	s := ""
	for _, r := range runs {
		switch {
		case r.Note != "":
			s += "[^" + r.Note + "]"
		case r.Super:
			s += "^" + r.Text + "^"
		case r.Italic:
			s += "*" + r.Text + "*"
		default:
			s += r.Text
		}
	}
	return s
}
