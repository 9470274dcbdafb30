// Package feed writes Atom (RFC 4287): feeds that readers follow, and catalogues
// of books (OPDS 1.2), which are Atom too.
package feed

import (
	"encoding/xml"
	"io"
)

// The media types of what is written here.
const (
	Atom        = "application/atom+xml"
	Navigation  = "application/atom+xml;profile=opds-catalog;kind=navigation"
	Acquisition = "application/atom+xml;profile=opds-catalog;kind=acquisition"
	Free        = "http://opds-spec.org/acquisition/open-access" // the relation of a book that anyone may take
)

// A Feed is a list of entries. Its fields stand in the order of the elements.
type Feed struct {
	XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Terms    string   `xml:"xmlns:dc,attr"` // set by Write
	Lang     string   `xml:"xml:lang,attr"` // BCP 47
	ID       string   `xml:"id"`            // a URI that never changes
	Title    string   `xml:"title"`
	Subtitle string   `xml:"subtitle,omitempty"`
	Updated  string   `xml:"updated"` // RFC 3339; Write sets it to that of the newest entry
	Author   []Person `xml:"author"`
	Rights   string   `xml:"rights,omitempty"`
	Links    []Link   `xml:"link"`
	Entries  []Entry  `xml:"entry"`
}

// An Entry is a text, a book or a catalogue.
type Entry struct {
	ID           string     `xml:"id"` // a URI that never changes
	Title        string     `xml:"title"`
	Updated      string     `xml:"updated"`             // RFC 3339: when the text last changed
	Published    string     `xml:"published,omitempty"` // RFC 3339: the day of the text
	Author       []Person   `xml:"author,omitempty"`
	Contributors []Person   `xml:"contributor,omitempty"`
	Categories   []Category `xml:"category,omitempty"`
	Language     string     `xml:"dc:language,omitempty"`
	Issued       string     `xml:"dc:issued,omitempty"`
	Rights       string     `xml:"rights,omitempty"` // licence, credit, notices
	Content      *Content   `xml:"content,omitempty"`
	Links        []Link     `xml:"link"`
}

// A Person is a body or a person by name.
type Person struct {
	Name string `xml:"name"`
}

// A Category is a theme by its id and its name in the feed's language.
type Category struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr,omitempty"`
}

// A Link leads somewhere.
type Link struct {
	Rel   string `xml:"rel,attr,omitempty"`
	Type  string `xml:"type,attr,omitempty"`
	Href  string `xml:"href,attr"`
	Title string `xml:"title,attr,omitempty"`
	Lang  string `xml:"hreflang,attr,omitempty"`
}

// Content is what an entry says: HTML or plain text.
type Content struct {
	Type string `xml:"type,attr"` // html or text
	Text string `xml:",chardata"`
}

// Write writes a feed. Its own date is that of its newest entry, so that it
// changes when one of them does and at no other time.
func Write(w io.Writer, f *Feed) error {
	f.Terms = "http://purl.org/dc/terms/"
	f.Updated = "1970-01-01T00:00:00Z"
	for i := range f.Entries {
		f.Updated = max(f.Updated, f.Entries[i].Updated)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
