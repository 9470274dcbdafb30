package exchange

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"rapporteur/tools/internal/page"
)

// namespace is that of what only this tool reads: hashes.
const namespace = "urn:rapporteur:exchange:1"

// WriteXLIFF writes a file as XLIFF 2.1 (OASIS, 2018): a unit of one segment
// for each entry, with inline codes whose Markdown is the original data.
func WriteXLIFF(out io.Writer, f *File) error {
	w := &xmlWriter{w: out}
	w.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	w.line(0, `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:r="%s" version="2.1" srcLang="%s" trgLang="%s">`, namespace, bcp47(f.From), bcp47(f.To))
	w.line(1, `<file id="%s" original="%s" canResegment="no" srcDir="%s" trgDir="%s" xml:space="preserve"%s>`,
		f.Report, escape(f.Path), direction(f.FromRTL), direction(f.ToRTL), attr("r:base", f.Base))
	w.line(2, `<notes>`)
	w.line(3, `<note category="title">%s</note>`, escape(f.Title))
	for _, n := range f.people() {
		w.line(3, `<note category="credit">%s</note>`, escape(n))
	}
	w.line(2, `</notes>`)
	for i := range f.Entries {
		w.unit(&f.Entries[i])
	}
	w.line(1, `</file>`)
	w.line(0, `</xliff>`)
	return w.err
}

func (w *xmlWriter) unit(e *Entry) {
	translate := ""
	if e.Fixed {
		translate = ` translate="no"`
	}
	w.line(2, `<unit id="%s"%s r:was="%s">`, e.ID, translate, e.Was)
	if e.Section != "" || len(e.Notes) > 0 || e.Previous != "" {
		w.line(3, `<notes>`)
		if e.Section != "" {
			w.line(4, `<note category="section" appliesTo="source">%s</note>`, escape(e.Section))
		}
		for _, n := range e.Notes {
			w.line(4, `<note category="problem" appliesTo="target">%s</note>`, escape(n))
		}
		if e.Previous != "" {
			w.line(4, `<note category="previous" appliesTo="source">%s</note>`, escape(e.Previous))
		}
		w.line(3, `</notes>`)
	}
	data := make(map[string]string)
	var list []string
	for _, c := range e.Codes {
		open, close := c.marks()
		for _, d := range []string{open, close} {
			if d != "" && data[d] == "" {
				data[d] = fmt.Sprint("d", len(data)+1)
				list = append(list, d)
			}
		}
	}
	if len(list) > 0 {
		w.line(3, `<originalData>`)
		for _, d := range list {
			w.line(4, `<data id="%s">%s</data>`, data[d], escape(d))
		}
		w.line(3, `</originalData>`)
	}
	sub := ""
	if e.Stale {
		sub = ` subState="rapporteur:stale"`
	}
	w.line(3, `<segment state="%s"%s>`, e.State, sub)
	w.line(4, `<source>%s</source>`, e.codes2(e.Source, data))
	if len(e.Target) > 0 {
		w.line(4, `<target>%s</target>`, e.codes2(e.Target, data))
	}
	w.line(3, `</segment>`)
	w.line(2, `</unit>`)
}

// subTypes are XLIFF's own names for kinds of codes.
var subTypes = map[page.SpanKind]string{
	page.Emphasis: ` type="fmt" subType="xlf:i"`, page.Strong: ` type="fmt" subType="xlf:b"`,
	page.Break: ` type="fmt" subType="xlf:lb"`, page.Link: ` type="link"`, page.Code: ` type="other"`, page.NoteRef: ` type="other"`,
}

// codes2 writes a text with the inline elements of XLIFF 2.
func (e *Entry) codes2(t Text, data map[string]string) string {
	return e.inline(t, func(id string, c Code, kind TokenKind) string {
		open, close := c.marks()
		keep := ""
		if c.vital() {
			keep = ` canDelete="no"`
		}
		switch kind {
		case Open:
			return fmt.Sprintf(`<pc id="%s"%s%s dataRefStart="%s" dataRefEnd="%s">`, id, subTypes[c.Kind], keep, data[open], data[close])
		case Close:
			return `</pc>`
		}
		return fmt.Sprintf(`<ph id="%s"%s%s disp="%s" dataRef="%s"/>`, id, subTypes[c.Kind], keep, escape(display(c)), data[open])
	})
}

// WriteXLIFF1 writes a file as XLIFF 1.2 (OASIS, 2008), for tools that know no
// later one: Weblate, OmegaT without plug-ins, translate-toolkit.
func WriteXLIFF1(out io.Writer, f *File) error {
	w := &xmlWriter{w: out}
	w.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	w.line(0, `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:r="%s" version="1.2">`, namespace)
	w.line(1, `<file original="%s" source-language="%s" target-language="%s" datatype="plaintext" xml:space="preserve"%s>`,
		escape(f.Path), bcp47(f.From), bcp47(f.To), attr("r:base", f.Base))
	w.line(2, `<header>`)
	for _, n := range append([]string{f.Title}, f.people()...) {
		w.line(3, `<note>%s</note>`, escape(n))
	}
	w.line(2, `</header>`)
	w.line(2, `<body>`)
	states := map[State]string{Initial: "needs-translation", Translated: "translated", Reviewed: "signed-off", Final: "final"}
	for i := range f.Entries {
		e := &f.Entries[i]
		more := ""
		if e.Fixed {
			more = ` translate="no"`
		}
		if e.State == Reviewed || e.State == Final {
			more += ` approved="yes"`
		}
		w.line(3, `<trans-unit id="%s" resname="%s"%s r:was="%s">`, e.ID, f.Report+"#"+e.ID, more, e.Was)
		w.line(4, `<source>%s</source>`, e.codes1(e.Source))
		if len(e.Target) > 0 {
			w.line(4, `<target state="%s">%s</target>`, states[e.State], e.codes1(e.Target))
		}
		for _, n := range append([]string{e.Section, e.Previous}, e.Notes...) {
			if n != "" {
				w.line(4, `<note from="rapporteur">%s</note>`, escape(n))
			}
		}
		w.line(3, `</trans-unit>`)
	}
	w.line(2, `</body>`)
	w.line(1, `</file>`)
	w.line(0, `</xliff>`)
	return w.err
}

func (e *Entry) codes1(t Text) string {
	return e.inline(t, func(id string, c Code, kind TokenKind) string {
		switch kind {
		case Open:
			return fmt.Sprintf(`<g id="%s" ctype="%s">`, id, c.kindName())
		case Close:
			return `</g>`
		}
		return fmt.Sprintf(`<x id="%s" ctype="%s" equiv-text="%s"/>`, id, c.kindName(), escape(display(c)))
	})
}

// kindName is what XLIFF 1.2 and TMX call a kind of code; x- begins names that
// they do not have.
func (c Code) kindName() string {
	switch c.Kind {
	case page.Emphasis:
		return "italic"
	case page.Strong:
		return "bold"
	case page.Break:
		return "lb"
	case page.NoteRef:
		return "x-note"
	case page.Link:
		if c.Text != "" {
			return "x-link"
		}
		return "link"
	}
	return "x-literal"
}

// inline writes a text whose codes are written by element.
func (e *Entry) inline(t Text, element func(id string, c Code, kind TokenKind) string) string {
	var b strings.Builder
	for _, token := range t {
		if token.Kind == Words {
			b.WriteString(escape(token.Words))
			continue
		}
		var n int
		fmt.Sscan(token.ID, &n)
		b.WriteString(element(token.ID, e.Codes[n-1], token.Kind))
	}
	return b.String()
}

// display is what a tool shows for a code that stands alone.
func display(c Code) string {
	switch c.Kind {
	case page.Break:
		return "↵"
	case page.NoteRef:
		return "[" + c.Text + "]"
	}
	return c.Text
}

// people says who made a translation, and what limits it.
func (f *File) people() []string {
	var list []string
	if n := f.Credit.Translators; len(n) > 0 {
		list = append(list, strings.Join(n, ", "))
	}
	if n := f.Credit.Reviewers; len(n) > 0 {
		list = append(list, "✓ "+strings.Join(n, ", "))
	}
	for _, n := range f.Notices {
		list = append(list, page.Plain(n.Text))
	}
	return list
}

// bcp47 is a tag as other tools write it: pt-BR, zh-Hans.
func bcp47(tag string) string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return tag
	}
	return t.String()
}

func direction(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}

func attr(name, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(` %s="%s"`, name, escape(value))
}

// An xmlWriter writes lines and keeps the first error.
type xmlWriter struct {
	w   io.Writer
	err error
}

func (w *xmlWriter) line(depth int, format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.w, strings.Repeat(" ", depth)+format+"\n", args...)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// escape writes a text for XML; what XML cannot hold becomes U+FFFD.
func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, s))
}
