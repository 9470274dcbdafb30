package source

import "strings"

// An element is a node of an XML tree: an element, or a piece of text if its
// name is empty. Names bear the usual prefix of their namespace, whatever
// prefix the file chose: w:p, r:id.
//
// encoding/xml would do, but it copies every name and text, and takes four
// times as long to read tokens as this reader takes to build the tree. This
// one takes pieces of one string, knows its limits, and is held against
// encoding/xml in a fuzz test.
type element struct {
	name       string
	text       string
	attributes []attribute
	first      *element // its first child
	next       *element // its next sibling
}

type attribute struct{ name, value string }

// attr is the value of an attribute, or empty.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for i := range e.attributes {
		if e.attributes[i].name == name {
			return e.attributes[i].value
		}
	}
	return ""
}

// child is the first child of a name, or nil; of a missing element, too.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for c := e.first; c != nil; c = c.next {
		if c.name == name {
			return c
		}
	}
	return nil
}

// all visits every element of the tree below e in the order of the file.
func (e *element) all(visit func(*element)) {
	if e == nil {
		return
	}
	for c := e.first; c != nil; c = c.next {
		visit(c)
		c.all(visit)
	}
}

// content is the text of an element and all that it holds.
func (e *element) content() string {
	if e == nil {
		return ""
	}
	if only := e.first; only != nil && only.next == nil && only.name == "" {
		return only.text
	}
	var b strings.Builder
	e.all(func(c *element) { b.WriteString(c.text) })
	return b.String()
}

// prefixes are the namespaces that mean something here; the strict form of the
// standard has other names for the same ones.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "rel",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                          "m",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":  "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":              "wp",
	"urn:schemas-microsoft-com:vml":                                           "v",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                   "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                               "a",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":                "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                            "dgm",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
	"http://purl.org/dc/elements/1.1/":                                        "dc",
	"http://www.w3.org/XML/1998/namespace":                                    "xml",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                        "office",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                         "style",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                          "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                         "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                       "draw",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":             "fo",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":                "svg",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                      "manifest",
	"http://www.w3.org/1998/Math/MathML":                                      "math",
	"http://www.w3.org/1999/xlink":                                            "xlink",
}
