// Package akn writes a report as Akoma Ntoso 3.0 (OASIS LegalDocML), the XML in
// which parliaments and the United Nations keep such texts: the same units as
// the page's, under the same ids, with credit and notices.
//
// A transcript is a debate, whose turns are speeches; a statement is a
// statement; all else is a doc. Elements stand in the order of the standard's
// schema. What it asks for and a report does not say has a value that says so:
// the country is zz, a date of which a part is not known is approximate.
package akn

import (
	"bytes"
	"encoding/xml"
	"strings"

	"rapporteur/tools/internal/cite"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A Unit is a unit as a page shows it.
type Unit struct {
	*report.Unit
	State report.State
	Lang  string // BCP 47, if it is not the text's: it has not been translated
}

// namespace is that of Akoma Ntoso 3.0.
const namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// A writer writes one document.
type writer struct {
	b        bytes.Buffer
	work     *cite.Work
	say      *message.Printer
	open     []string          // elements that are open
	notes    map[string]string // ids of footnotes, by label
	speakers map[string]string // eIds of speakers, by name
	ids      map[string]bool
	debate   bool

	sections []int // levels of the sections that are open
	speech   bool
	wrapped  bool // a paragraph that holds a list or a table is open
	lists    int  // blockLists that are open, each with an item
	table    bool
}

// Format is the work, with its units in the order of the page and footnotes
// last, as a document.
func Format(work *cite.Work, units []Unit, say *message.Printer) []byte {
	w := &writer{work: work, say: say, notes: make(map[string]string), speakers: make(map[string]string), ids: make(map[string]bool), debate: work.Type == report.Transcript}
	var body, notes []Unit
	for _, u := range units {
		w.ids[u.ID] = true
		if u.Kind == report.Footnote {
			notes = append(notes, u)
			w.notes[u.Label] = u.ID
		} else {
			body = append(body, u)
		}
	}
	w.b.WriteString(xml.Header)
	w.start("akomaNtoso", "xmlns", namespace)
	w.start(documentKind(work.Type), "name", string(documentName(work.Type)))
	w.meta(body, notes)
	w.preface()
	if w.debate {
		w.start("debateBody")
	} else {
		w.start("mainBody")
	}
	for i := range body {
		w.unit(&body[i])
	}
	w.closeSections(0)
	if len(body) == 0 {
		w.start("p").end() // the schema asks for something
	}
	for len(w.open) > 0 {
		w.end()
	}
	return w.b.Bytes()
}

// documentKind is the element that holds a document of the type.
func documentKind(t report.Type) string {
	switch t {
	case report.Transcript:
		return "debate"
	case report.Statement:
		return "statement"
	}
	return "doc"
}

func documentName(t report.Type) report.Type {
	if t == "" {
		return report.Outcome
	}
	return t
}

// start opens an element; attributes are names and values, an empty value
// leaves its attribute out.
func (w *writer) start(name string, attributes ...string) *writer {
	if len(w.open) < 3 || blocks[name] {
		w.b.WriteByte('\n')
	}
	w.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.b.WriteString(" " + attributes[i] + `="`)
			w.text(attributes[i+1])
			w.b.WriteByte('"')
		}
	}
	w.b.WriteByte('>')
	w.open = append(w.open, name)
	return w
}

// end closes the innermost open element.
func (w *writer) end() *writer {
	name := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	w.b.WriteString("</" + name + ">")
	return w
}

// empty writes an element without content.
func (w *writer) empty(name string, attributes ...string) {
	w.start(name, attributes...)
	w.open = w.open[:len(w.open)-1]
	w.b.Truncate(w.b.Len() - 1)
	w.b.WriteString("/>")
}

// block writes an element that holds a text without markup.
func (w *writer) block(name, text string, attributes ...string) {
	w.start(name, attributes...)
	w.text(text)
	w.end()
}

// text writes text; a character that XML cannot hold becomes U+FFFD.
func (w *writer) text(s string) { xml.EscapeText(&w.b, []byte(s)) }

// blocks are the elements that begin on a line of their own.
var blocks = map[string]bool{
	"FRBRWork": true, "FRBRExpression": true, "FRBRManifestation": true, "publication": true, "references": true, "notes": true, "note": true,
	"mainBody": true, "debateBody": true, "section": true, "debateSection": true, "paragraph": true, "speech": true, "blockList": true,
	"item": true, "table": true, "tr": true, "p": true, "container": true,
}

// spans writes the inline text of a unit.
func (w *writer) spans(spans []page.Span) {
	for _, s := range spans {
		switch s.Kind {
		case page.Text:
			w.text(s.Text)
		case page.Code:
			w.block("span", s.Text, "class", "code")
		case page.Break:
			w.empty("eol")
		case page.Emphasis:
			w.start("i").spans(s.Children)
			w.end()
		case page.Strong:
			w.start("b").spans(s.Children)
			w.end()
		case page.Link:
			w.link(s)
		case page.NoteRef:
			if id, ok := w.notes[s.Text]; ok {
				w.empty("noteRef", "marker", s.Text, "href", "#"+id)
			} else {
				w.text("[^" + s.Text + "]")
			}
		}
	}
}

func (w *writer) link(s page.Span) {
	name := "a"
	if id, ok := strings.CutPrefix(s.URL, "#"); ok {
		if name = "ref"; !w.ids[id] {
			w.spans(s.Children)
			return
		}
	}
	w.start(name, "href", s.URL).spans(s.Children)
	w.end()
}
