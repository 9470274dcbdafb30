package book

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// types are the roles of the web's accessibility vocabulary for publications
// with the words of EPUB's structural semantics for the same: reading systems
// show a footnote in place by these.
var types = map[string]string{"doc-noteref": "noteref", "doc-backlink": "backlink", "doc-endnotes": "footnotes", "doc-footnote": "footnote"}

// void are the elements that have no end.
var void = []string{"br", "hr", "img", "wbr"}

// XHTML writes HTML of the site's own pages as XHTML: every element closed,
// the language said twice, footnotes named as such. What serves a browser
// alone goes: links of units to themselves, stops of the keyboard.
func XHTML(fragment string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(fragment))
	var ends []string // of the elements that are open; empty: of one that is left out
	skip, notes := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			for i := range ends {
				b.WriteString(ends[len(ends)-1-i])
			}
			return b.String()
		}
		token := z.Token()
		switch kind {
		case html.TextToken:
			if skip == 0 {
				b.WriteString(Escape(token.Data))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			closed := kind == html.SelfClosingTagToken || slices.Contains(void, token.Data)
			switch {
			case skip > 0 || token.Data == "a" && attribute(token, "class") == "u":
				if !closed {
					skip++
				}
				continue
			case notes > 0 && token.Data == "p" && attribute(token, "id") != "":
				token.Data = "aside"
				token.Attr = append(token.Attr, html.Attribute{Key: "role", Val: "doc-footnote"})
			case slices.Contains(strings.Fields(attribute(token, "class")), "footnote"):
				token.Attr = append(token.Attr, html.Attribute{Key: "role", Val: "doc-footnote"})
			}
			if notes > 0 || attribute(token, "role") == "doc-endnotes" {
				if !closed {
					notes++
				}
			}
			b.WriteString("<" + token.Data)
			for _, a := range token.Attr {
				writeAttribute(&b, a)
			}
			if closed {
				b.WriteString("/>")
				continue
			}
			b.WriteString(">")
			ends = append(ends, "</"+token.Data+">")
		case html.EndTagToken:
			switch {
			case skip > 0:
				skip--
				continue
			case len(ends) == 0:
				continue
			case notes > 0:
				notes--
			}
			b.WriteString(ends[len(ends)-1])
			ends = ends[:len(ends)-1]
		}
	}
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func writeAttribute(b *strings.Builder, a html.Attribute) {
	write := func(key, value string) { b.WriteString(" " + key + `="` + Escape(value) + `"`) }
	switch a.Key {
	case "data-unit", "tabindex":
		return // the id says the one; a book has no stops
	case "lang":
		write("xml:lang", a.Val)
	case "href":
		a.Val = address(a.Val)
	case "role":
		if t := types[a.Val]; t != "" {
			write("epub:type", t)
		}
		if a.Val == "region" {
			return
		}
	}
	write(a.Key, a.Val)
}

// address is a link with what no address may hold written in hexadecimal.
func address(link string) string {
	var b strings.Builder
	for i := 0; i < len(link); i++ {
		if c := link[i]; c <= ' ' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 || c == 0x7f {
			b.WriteString(url.PathEscape(string(c)))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
