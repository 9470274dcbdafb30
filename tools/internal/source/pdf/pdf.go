// Package pdf reads a PDF into blocks: which lines stand on its pages, in the
// order in which people read them, and what their place, size and weight make
// of them. It joins nothing over the end of a page and leaves no word out.
//
// PDFium does the reading of the format, as WebAssembly in a child process
// that is our own program: nothing outside its memory can be reached from
// there, and a file that would not come to an end is stopped with the process.
package pdf

import (
	"context"
	"strconv"
	"time"

	"rapporteur/tools/internal/report"
)

// What a file may ask for. A report has tens of pages and some thousand
// characters on each.
const (
	MaxSize  = 100 << 20        // of the file, in bytes
	MaxPages = 2000             // in the document
	MaxChars = 200_000          // on a page
	MaxTime  = 90 * time.Second // for the document
)

// A Document is a PDF as it was read.
type Document struct {
	Lang   string  // as the file declares it, or empty
	Title  string  // of the file's properties, which often say nothing
	Pages  int     // how many there are
	Blocks []Block // in reading order
}

// A Block is a piece of a page.
type Block struct {
	Kind   Kind
	Level  int      // of a Heading: from 1 by size and weight; of an Item: its depth from 1; of a Paragraph: the depth of the item it stands in, or 0
	Marker string   // of an Item: as printed
	Label  string   // of a Note: as printed
	Runs   []Run    // the text
	Cells  [][]Run  // of a Row
	Header bool     // of a Row: the file says that it names the columns
	Blank  bool     // stands further from the block above than lines do
	Size   float64  // of its type in points
	RTL    bool     // is written from right to left
	Page   int      // from 1
	Line   int      // in the document, from 1
	Joins  []string // words that a line's end had cut, as printed: “co-operation”
	Box    Box      // where it stands on its page
}

// A Box is a place on a page as it is shown, in shares of its width and height
// from the top left corner. The zero Box is no place.
type Box struct{ Left, Top, Right, Bottom float64 }

// A Kind is what a block looks like.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Item
	Row
	Note
	PageBreak
	Furniture // headers, footers, page numbers, codes for machines
)

// A Run is a piece of text in one style.
type Run struct {
	Text         string
	Bold, Italic bool
	Super, Sub   bool
	Link         string // where it leads
	Note         string // the label of the footnote that is referred to here
	Break        bool   // a line break stands here
}

// Read reads a PDF. The error is a *report.Problem.
func Read(ctx context.Context, name string, data []byte) (*Document, error) {
	if len(data) > MaxSize {
		return nil, problem("source-size", name, "Limit", strconv.Itoa(MaxSize>>20)+" MB")
	}
	a, err := ask(ctx, question{Name: name, Data: data})
	if err != nil {
		return nil, err
	}
	return a.Document, nil
}

// PagePNG gives the picture of a page, which counts from 1, as PNG.
func PagePNG(ctx context.Context, name string, data []byte, page int, dpi float64) ([]byte, error) {
	if len(data) > MaxSize {
		return nil, problem("source-size", name, "Limit", strconv.Itoa(MaxSize>>20)+" MB")
	}
	a, err := ask(ctx, question{Name: name, Data: data, Page: page, DPI: dpi})
	if err != nil {
		return nil, err
	}
	return a.Picture, nil
}

func problem(code, name string, args ...string) *report.Problem {
	p := &report.Problem{Code: code, Severity: report.Error, File: name, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	return p
}
