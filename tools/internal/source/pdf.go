package source

import (
	"bytes"
	"context"

	"rapporteur/tools/internal/source/pdf"
)

// isPDF reports whether data is a PDF: some begin with other bytes, which its
// readers forgive.
func isPDF(_ string, data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// readPDF reads a PDF; what it finds on the pages is package pdf's to say.
func readPDF(name string, data []byte) (*Document, error) {
	read, err := pdf.Read(context.Background(), name, data)
	if err != nil {
		return nil, err
	}
	doc := &Document{Name: name, Format: "pdf", Encoding: "utf-8", Lang: read.Lang, Blocks: make([]Block, len(read.Blocks))}
	for i := range read.Blocks {
		doc.Blocks[i] = pdfBlock(&read.Blocks[i])
	}
	centredHeadings(doc.Blocks)
	return doc, nil
}

var pdfKinds = map[pdf.Kind]Kind{
	pdf.Paragraph: Paragraph, pdf.Heading: Heading, pdf.Item: Item, pdf.Row: Row,
	pdf.Note: Note, pdf.PageBreak: PageBreak, pdf.Furniture: Furniture,
}

func pdfBlock(b *pdf.Block) Block {
	c := Block{
		Kind: pdfKinds[b.Kind], Level: b.Level, Marker: b.Marker, Label: b.Label, Header: b.Header,
		Size: b.Size, Joins: b.Joins, Line: b.Line, Page: b.Page, Text: pdfInline(b.Runs), Box: b.Box,
	}
	if b.Blank {
		c.Blank = 1
	}
	if b.RTL {
		c.Dir = "rtl"
	}
	if b.Kind == pdf.Row {
		for _, cell := range b.Cells {
			c.Cells = append(c.Cells, pdfInline(cell))
		}
	}
	return c
}

func pdfInline(runs []pdf.Run) string {
	converted := make([]Run, len(runs))
	for i, r := range runs {
		converted[i] = Run(r)
	}
	return Inline(converted)
}
