// Package source reads a received file, of whatever format, into blocks: what
// the file says and how it looks, line by line or paragraph by paragraph, with
// nothing interpreted, put right or left out. What the blocks mean is for
// package clean to find.
package source

import (
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source/pdf"
)

// A Document is a source as it was read.
type Document struct {
	Name     string  // the file's name, as messages give it
	Format   string  // text, markdown, page; docx, html, pdf
	Encoding string  // of the text in the file: utf-8, utf-16, windows-1252
	Lang     string  // as the file declares it, or empty
	Lined    bool    // a paragraph block is a line, which may be part of a paragraph
	Blocks   []Block // in reading order

	// Page is set, and Blocks is empty, for a file that is a page already: it
	// is kept as it is.
	Page *report.Translation
}

// A Block is a piece of a source. Its text is inline Markdown, in which the
// elements sup, sub, i, b and br may stand as well: the one form that every
// reader can give and every pass reads.
type Block struct {
	Kind    Kind
	Level   int      // of a Heading: from 1, as the source has it, or 0; of an Item: its depth from 1; of other kinds: the depth of the item they stand in, or 0
	Marker  string   // of an Item: as printed (-, •, 3., a)); of a Paragraph: the number that a word processor printed before it
	Label   string   // of a Note: as printed
	Text    string   // inline Markdown
	Cells   []string // of a Row: inline Markdown
	Header  bool     // of a Row: the source says that it names the columns
	Quote   bool     // stands in a quotation
	Caption bool     // of a figure or a table, as the source says
	Code    bool     // is printed letter by letter, as commands are
	Counted bool     // of a Heading: the source itself prints a number before it
	Listed  bool     // is a line of a list of contents, as the source says
	Blank   int      // empty lines before it
	Broken  bool     // ends in a line break that was meant
	Left    int      // of a line of a Lined document: the column in which it begins, from 0
	Width   int      // and the one in which it ends, or 0
	Size    float64  // of its type in points, or 0
	Joins   []string // words that the end of a line had cut, as printed with their hyphen
	Lang    string   // BCP 47, where the source says so
	Dir     string   // rtl or ltr, where the source says so
	Line    int      // in the source, from 1
	Page    int      // of a paged source, from 1
	Box     pdf.Box  // where it stands on the page of a PDF
}

// A Kind is what a block looks like.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota // or a line of one: see Document.Lined
	Heading
	Item
	Row       // of a table; one cell a column
	Note      // the text of a footnote
	Rule      // a line across the page
	PageBreak // as the source says
	Furniture // of every page: a word processor's header or footer
	Picture   // the description of a picture, which a page cannot show
	Remark    // what somebody wrote in the margin
)

// Beside reports whether blocks of a kind are no part of the text.
func (k Kind) Beside() bool { return k >= Furniture }

// A Run is a piece of text in one style, as DOCX, HTML and PDF have it.
type Run struct {
	Text         string
	Bold, Italic bool
	Super, Sub   bool
	Link         string // where it leads
	Note         string // the label of the footnote that is referred to here
	Break        bool   // a line break stands here
}

// Inline writes runs as the text of a Block. White space is moved out of
// emphasis, where Markdown would not read it.
func Inline(runs []Run) string {
	var b strings.Builder
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		for i+1 < len(runs) && sameStyle(r, runs[i+1]) {
			i++
			r.Text += runs[i].Text
		}
		b.WriteString(inlineRun(r))
	}
	return b.String()
}

func sameStyle(a, b Run) bool {
	return a.Bold == b.Bold && a.Italic == b.Italic && a.Super == b.Super && a.Sub == b.Sub && a.Link == b.Link &&
		a.Note == "" && b.Note == "" && !a.Break && !b.Break
}

func inlineRun(r Run) string {
	switch {
	case r.Note != "":
		return "[^" + r.Note + "]"
	case r.Break:
		return "<br>"
	}
	words := strings.TrimSpace(r.Text)
	if words == "" {
		return r.Text
	}
	at := strings.Index(r.Text, words)
	before, after := r.Text[:at], r.Text[at+len(words):]
	s := page.Escape(words)
	switch {
	case r.Super:
		s = "<sup>" + s + "</sup>"
	case r.Sub:
		s = "<sub>" + s + "</sub>"
	}
	if r.Italic {
		s = "*" + s + "*"
	}
	if r.Bold {
		s = "**" + s + "**"
	}
	if address, ok := page.SafeURL(r.Link); ok {
		s = "[" + s + "](" + strings.NewReplacer("(", "%28", ")", "%29").Replace(address) + ")"
	}
	return before + s + after
}
