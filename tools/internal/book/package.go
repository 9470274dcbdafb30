package book

import (
	"fmt"
	"html"
	"strings"
)

// packageDocument is the package document (EPUB 3.3, section 5).
func (b *Book) packageDocument() []byte {
	var s strings.Builder
	line := func(format string, args ...any) {
		for i := range args {
			args[i] = Escape(fmt.Sprint(args[i]))
		}
		fmt.Fprintf(&s, format+"\n", args...)
	}
	line(`<?xml version="1.0" encoding="UTF-8"?>`)
	line(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s" dir="%s">`, b.Langs[0], b.Direction)
	line(` <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	line(`  <dc:identifier id="id">%s</dc:identifier>`, b.ID)
	line(`  <dc:title id="title">%s</dc:title>`, b.Title)
	line(`  <meta refines="#title" property="title-type">main</meta>`)
	if b.Subtitle != "" {
		line(`  <dc:title id="subtitle">%s</dc:title>`, b.Subtitle)
		line(`  <meta refines="#subtitle" property="title-type">subtitle</meta>`)
	}
	for _, l := range b.Langs {
		line(`  <dc:language>%s</dc:language>`, l)
	}
	if b.Creator != "" {
		line(`  <dc:creator>%s</dc:creator>`, b.Creator)
	}
	for i, c := range b.Contributors {
		line(`  <dc:contributor id="contributor%s">%s</dc:contributor>`, i+1, c.Name)
		line(`  <meta refines="#contributor%s" property="role" scheme="marc:relators">%s</meta>`, i+1, c.Role)
	}
	if b.Date != "" {
		line(`  <dc:date>%s</dc:date>`, b.Date)
	}
	if b.Source != "" {
		line(`  <dc:source>%s</dc:source>`, b.Source)
	}
	for _, subject := range b.Subjects {
		line(`  <dc:subject>%s</dc:subject>`, subject)
	}
	line(`  <dc:rights>%s</dc:rights>`, b.Rights)
	line(`  <meta property="dcterms:modified">%s</meta>`, b.Modified)
	line(`  <meta property="schema:accessMode">textual</meta>`)
	line(`  <meta property="schema:accessModeSufficient">textual</meta>`)
	line(`  <meta property="schema:accessibilityFeature">tableOfContents</meta>`)
	line(`  <meta property="schema:accessibilityFeature">structuralNavigation</meta>`)
	line(`  <meta property="schema:accessibilityFeature">readingOrder</meta>`)
	line(`  <meta property="schema:accessibilityHazard">none</meta>`)
	line(` </metadata>`)
	line(` <manifest>`)
	line(`  <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`)
	line(`  <item id="style" href="book.css" media-type="text/css"/>`)
	for _, d := range b.Documents {
		line(`  <item id="%s" href="%s.xhtml" media-type="application/xhtml+xml"/>`, d.Name, d.Name)
	}
	line(` </manifest>`)
	line(` <spine page-progression-direction="%s">`, b.Direction)
	for i, d := range b.Documents {
		line(`  <itemref idref="%s"/>`, d.Name)
		if i == 0 {
			line(`  <itemref idref="nav"/>`) // after the title page, with its credit and notices
		}
	}
	line(` </spine>`)
	line(`</package>`)
	return []byte(s.String())
}

// head begins an XHTML document of the book.
func (b *Book) head(title string) string {
	lang := Escape(b.Langs[0])
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="` + lang + `" xml:lang="` + lang + `" dir="` + b.Direction + `">
<head><meta charset="utf-8"/><title>` + Escape(title) + `</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
`
}

// navigation is the navigation document: the contents, a list in a list.
func (b *Book) navigation() []byte {
	var s strings.Builder
	s.WriteString(b.head(b.ContentsName))
	s.WriteString("<body>\n<nav epub:type=\"toc\" role=\"doc-toc\">\n<h1>" + Escape(b.ContentsName) + "</h1>\n")
	var open []int // levels of the lists that are open
	for _, e := range b.Contents {
		for len(open) > 1 && e.Level < open[len(open)-1] {
			s.WriteString("</li></ol>")
			open = open[:len(open)-1]
		}
		if len(open) == 0 || e.Level > open[len(open)-1] {
			s.WriteString("<ol>\n")
			open = append(open, e.Level)
		} else {
			s.WriteString("</li>\n")
		}
		target := e.File + ".xhtml"
		if e.ID != "" {
			target += "#" + e.ID
		}
		s.WriteString(`<li><a href="` + Escape(target) + `"`)
		if e.Lang != "" {
			s.WriteString(` lang="` + Escape(e.Lang) + `" xml:lang="` + Escape(e.Lang) + `" dir="` + Escape(e.Dir) + `"`)
		}
		s.WriteString(">" + Escape(e.Text) + "</a>")
	}
	for range open {
		s.WriteString("</li></ol>\n")
	}
	s.WriteString("</nav>\n</body>\n</html>\n")
	return []byte(s.String())
}

// Escape is s as the text of XML; a character that XML cannot hold becomes
// U+FFFD.
func Escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, s))
}
