// Package book writes EPUB 3 books: what a reader takes along from a page.
//
// A book holds the HTML of the pages that it is made of, written as XHTML, so
// that a unit has the same address in both. Its bytes come from what it says
// alone: no clock, no random identifier, fixed times in the zip.
package book

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"

	_ "embed"
)

// A Book is what a reader takes along.
type Book struct {
	ID           string // a URI that stays the same as long as it is the same book
	Title        string
	Subtitle     string
	Langs        []string // BCP 47; the first is that of the book itself
	Direction    string   // ltr or rtl
	Creator      string   // the body that published the original
	Contributors []Contributor
	Date         string // of the text, ISO 8601; may be empty
	Modified     string // 2025-07-14T00:00:00Z: when the text last changed
	Source       string // the address of the page it is made from; may be empty
	Rights       string // licence, credit and notices, in a paragraph
	Subjects     []string
	Documents    []Document // in reading order
	Contents     []Entry    // what the navigation leads to
	ContentsName string     // the heading of the navigation
}

// A Contributor is named with a role from the MARC list: trl, pfr.
type Contributor struct{ Name, Role string }

// A Document is a page of a book.
type Document struct {
	Name  string // of the file, without its ending
	Title string
	Type  string // what it is, in the words of EPUB's structural semantics: titlepage, bodymatter
	HTML  string // of its body, as a page of the site has it
}

// An Entry is a line of the navigation. An entry of a deeper level stands in
// the one before it.
type Entry struct {
	File  string // name of the document
	ID    string // of the element; empty: the document's beginning
	Text  string
	Level int    // from 1
	Lang  string // BCP 47, if it is not the book's
	Dir   string
}

//go:embed book.css
var style []byte

// mimetype is the first file of the zip, stored as it is, by which a reading
// system knows a book (OCF 3.3, section 4.3).
const mimetype = "application/epub+zip"

// Write writes the book as a zip.
func (b *Book) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	first, err := z.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, ModifiedDate: epoch, CRC32: crc32.ChecksumIEEE([]byte(mimetype)),
		CompressedSize64: uint64(len(mimetype)), UncompressedSize64: uint64(len(mimetype)),
	})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(first, mimetype); err != nil {
		return err
	}
	files := []struct {
		name string
		data []byte
	}{
		{"META-INF/container.xml", []byte(container)},
		{"EPUB/package.opf", b.packageDocument()},
		{"EPUB/nav.xhtml", b.navigation()},
		{"EPUB/book.css", style},
	}
	for _, d := range b.Documents {
		var body bytes.Buffer
		body.WriteString(b.head(d.Title))
		body.WriteString(`<body epub:type="` + d.Type + "\">\n")
		body.WriteString(XHTML(d.HTML))
		body.WriteString("</body>\n</html>\n")
		files = append(files, struct {
			name string
			data []byte
		}{"EPUB/" + d.Name + ".xhtml", body.Bytes()})
	}
	for _, f := range files {
		part, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, ModifiedDate: epoch})
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// epoch is 1 January 1980, the first day that a zip can name.
const epoch = 1<<5 | 1

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`
