package book

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

func TestXHTML(t *testing.T) {
	for in, want := range map[string]string{
		`<p id="p1" data-unit="p1">a &amp; b<br>c<a class="u" href="#p1" aria-label="p1">#</a></p>`: `<p id="p1">a &amp; b<br/>c</p>`,
		`<p lang="ar" dir="rtl">&nbsp;x</p>`:                                                     "<p xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\">\u00a0x</p>",
		`<sup><a href="#note1" role="doc-noteref">1</a></sup>`:                                   `<sup><a href="#note1" epub:type="noteref" role="doc-noteref">1</a></sup>`,
		`<section role="doc-endnotes"><p id="note1">n <b>b</b></p></section><p id="q">after</p>`: `<section epub:type="footnotes" role="doc-endnotes"><aside id="note1" epub:type="footnote" role="doc-footnote">n <b>b</b></aside></section><p id="q">after</p>`,
		`<a href="https://a.example/x|y z">l</a>`:                                                `<a href="https://a.example/x%7Cy%20z">l</a>`,
		`<p>never closed <em>at all`:                                                             `<p>never closed <em>at all</em></p>`,
		"a\x01b":                                                                                 "a\uFFFDb",
	} {
		if got := XHTML(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func sample() *Book {
	return &Book{
		ID: "urn:example:1", Title: "A & B", Langs: []string{"ar", "en"}, Direction: "rtl", Modified: "2025-07-14T00:00:00Z", Rights: "free",
		Contributors: []Contributor{{"<Name>", "trl"}}, ContentsName: "Contents",
		Documents: []Document{{Name: "about", Title: "A", Type: "titlepage", HTML: "<h1>A</h1>"}, {Name: "text", Title: "B", Type: "bodymatter", HTML: "<p id=\"p1\">B</p>"}},
		Contents:  []Entry{{File: "about", Text: "A", Level: 1}, {File: "text", ID: "h1", Text: "B", Level: 2}, {File: "text", ID: "h2", Text: "C", Level: 4}, {File: "text", ID: "h3", Text: "D", Level: 2}, {File: "text", ID: "h4", Text: "E", Level: 3}},
	}
}

// A reading system knows a book by its first file, and two builds of the same
// text are the same bytes.
func TestZip(t *testing.T) {
	var one, two bytes.Buffer
	if err := sample().Write(&one); err != nil {
		t.Fatal(err)
	}
	if err := sample().Write(&two); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same book has other bytes")
	}
	if got := string(one.Bytes()[30:58]); got != "mimetype"+mimetype {
		t.Errorf("the zip begins with %q", got)
	}
	z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "mimetype" || f.Name == "EPUB/book.css" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(r); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", f.Name, err)
			}
		}
	}
}
