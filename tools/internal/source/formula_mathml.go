package source

import (
	"strings"

	"golang.org/x/net/html"
)

// readMathML reads a formula as MathML has it. What is beside it, the same in
// another notation, is kept apart.
func readMathML(e *element, depth int, beside *[]string) *formula {
	var all []*formula
	for c := e.first; c != nil; c = c.next {
		if c.name != "" {
			all = append(all, mathPart(c, depth, beside))
		}
	}
	return &formula{parts: all}
}

// mathPart is one element of MathML.
func mathPart(e *element, depth int, beside *[]string) *formula {
	if depth > maxFormula {
		return &formula{kind: token, text: cleanText(e.content())}
	}
	f := readMathML(e, depth+1, beside)
	nth := func(i int) *formula {
		if i < len(f.parts) {
			return f.parts[i]
		}
		return nil
	}
	switch _, name, _ := strings.Cut(e.name, ":"); name {
	case "mi", "mn", "ms":
		return &formula{kind: token, text: tokenText(e)}
	case "mtext":
		return &formula{kind: token, text: " " + tokenText(e) + " "}
	case "mo":
		s := tokenText(e)
		if strings.ContainsAny(s, "=<>≤≥≠≈≡∈→⇒⇔∼") {
			s = " " + s + " "
		}
		return &formula{kind: token, text: s}
	case "mspace", "mphantom", "none", "mprescripts":
		return &formula{}
	case "annotation", "annotation-xml":
		if s := strings.Join(strings.Fields(cleanText(e.content())), " "); s != "" {
			*beside = append(*beside, s)
		}
		return &formula{}
	case "mfrac":
		return &formula{kind: fraction, parts: []*formula{nth(0), nth(1)}}
	case "msub", "munder":
		return &formula{kind: scripted, parts: []*formula{nth(0), nth(1), nil}}
	case "msup":
		return &formula{kind: scripted, parts: []*formula{nth(0), nil, nth(1)}}
	case "mover":
		if m, ok := marks[strings.TrimSpace(nth(1).line())]; ok {
			return &formula{kind: accent, text: m, parts: f.parts[:1]}
		}
		return &formula{kind: scripted, parts: []*formula{nth(0), nil, nth(1)}}
	case "msubsup", "munderover", "mmultiscripts":
		return &formula{kind: scripted, parts: []*formula{nth(0), nth(1), nth(2)}}
	case "msqrt":
		return &formula{kind: root, parts: []*formula{f, nil}}
	case "mroot":
		return &formula{kind: root, parts: []*formula{nth(0), nth(1)}}
	case "mfenced":
		f.kind, f.text, f.close = fence, "(", ")"
		for _, a := range e.attributes {
			switch a.name {
			case "open":
				f.text = a.value
			case "close":
				f.close = a.value
			}
		}
	case "mtable":
		f.kind = matrix
	case "mstack", "mlongdiv", "msgroup", "msrow": // sums as pupils write them
		for i := range f.parts {
			f.parts[i] = &formula{parts: []*formula{f.parts[i], {kind: token, text: " "}}}
		}
	}
	return f
}

// tokenText is the text of a token, without the signs that only say how its
// neighbours belong together.
func tokenText(e *element) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r >= '\u2061' && r <= '\u2064' {
			return -1
		}
		return r
	}, cleanText(e.content()))), " ")
}

// mathTree is the element of a page as the XML reader would have read it.
func mathTree(n *html.Node, depth int) *element {
	e := &element{name: "math:" + strings.TrimPrefix(strings.TrimPrefix(n.Data, "m:"), "mml:")}
	for _, a := range n.Attr {
		e.attributes = append(e.attributes, attribute{a.Key, a.Val})
	}
	end := &e.first
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		var inner *element
		switch {
		case c.Type == html.TextNode:
			inner = &element{text: c.Data}
		case c.Type == html.ElementNode && depth < 2*maxFormula:
			inner = mathTree(c, depth+1)
		case c.Type == html.ElementNode:
			inner = &element{text: textOf(c, len(c.Data)+1<<16)}
		default:
			continue
		}
		*end, end = inner, &inner.next
	}
	return e
}

// formula reads a formula of a page.
func (r *htmlReader) formula(n *html.Node, f flow) {
	var beside []string
	s := strings.Join(strings.Fields(readMathML(mathTree(n, 0), 0, &beside).line()), " ")
	if s != "" {
		r.ps = append(r.ps, piece{Run: Run{Text: s, Link: f.run.Link}, lang: f.lang, size: f.size, hidden: f.hidden})
	}
	for _, text := range beside {
		r.add(Block{Kind: Picture, Text: escape(text)}, f)
	}
}
