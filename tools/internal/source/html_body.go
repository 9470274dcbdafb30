package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// htmlReader walks a page once.
type htmlReader struct {
	text      string // the file, to find lines in
	at        int    // in text
	line      int    // at that place, from 1
	drafts    []draft
	ps        pieces
	pending   *htmlItem // the item whose first block is to come
	furniture map[*html.Node]bool
	notes     htmlNotes
	labels    map[string]bool // of notes, that are taken
}

// An htmlItem is a list item before its text.
type htmlItem struct {
	marker string
	depth  int
	said   bool // the marker stands in the page's text
}

func (r *htmlReader) read(root *html.Node) []Block {
	r.notes = findNotes(root, r.labels)
	r.furniture = findFurniture(root)
	r.children(root, flow{})
	r.flush(flow{})
	blocks := make([]Block, len(r.drafts))
	mixed := false
	for i := range r.drafts {
		blocks[i] = r.drafts[i].Block
		mixed = mixed || blocks[i].Dir == "rtl"
	}
	for i := range blocks {
		if !mixed {
			blocks[i].Dir = "" // that all of it runs from the left needs no saying
		}
	}
	return blocks
}

func (r *htmlReader) children(n *html.Node, f flow) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, f)
	}
}

func (r *htmlReader) node(n *html.Node, f flow) {
	switch n.Type {
	case html.TextNode:
		r.words(n.Data, f)
	case html.ElementNode:
		if f.nesting >= maxNesting {
			r.deep(n, f)
		} else if label, ok := r.notes.bodies[n]; ok && !f.furniture {
			r.note(n, label, f)
		} else {
			r.element(n, f)
		}
	case html.DocumentNode:
		r.children(n, f)
	}
}

// deep reads what is nested beyond reason as plain text.
func (r *htmlReader) deep(top *html.Node, f flow) {
	for n := top; n != nil; {
		if n.Type == html.TextNode {
			r.words(n.Data, f)
		}
		if n.FirstChild != nil && !skipped[n.Data] {
			n = n.FirstChild
			continue
		}
		for n != top && n.NextSibling == nil {
			n = n.Parent
		}
		if n == top {
			return
		}
		r.words(" ", f)
		n = n.NextSibling
	}
}

func (r *htmlReader) element(n *html.Node, f flow) {
	if skipped[n.Data] {
		return
	}
	in := f.into(n)
	if r.furniture[n] && !f.furniture {
		if !isBlock(n) {
			in.hidden = true
		} else {
			in.furniture = true
		}
	}
	switch n.Data {
	case "br":
		r.ps = append(r.ps, piece{Run: Run{Break: true}, hidden: in.hidden})
		return
	case "hr":
		r.flush(f)
		r.add(Block{Kind: Rule}, f)
		return
	case "img":
		if alt := cleanText(attr(n, "alt")); alt != "" {
			r.add(Block{Kind: Picture, Text: escape(alt)}, f)
		}
		return
	case "wbr", "input":
		return
	case "math", "m:math", "mml:math":
		r.formula(n, in)
		return
	case "q":
		r.words("“", in)
		r.children(n, in)
		r.words("”", in)
		return
	case "pre", "listing", "xmp":
		in.code = in.code || childNamed(n, "code") != nil
	case "a":
		if label, ok := r.notes.refs[n]; ok && !in.furniture {
			r.ps = append(r.ps, piece{Run: Run{Note: label}, hidden: in.hidden})
			return
		}
		if _, back := r.notes.back[n]; back {
			in.hidden, in.run.Link = true, ""
		}
	}
	if !isBlock(n) {
		apart := (in.furniture || in.hidden) && n.PrevSibling != nil // labels and buttons touch only in the file
		if apart {
			r.words(" ", f)
		}
		r.children(n, in)
		return
	}
	r.flush(f)
	if in.hidden && !f.hidden {
		in.hidden, in.furniture = false, true // a whole block of it
	}
	switch {
	case n.Data == "ul" || n.Data == "ol" || n.Data == "menu" || n.Data == "dir":
		r.list(n, in)
	case n.Data == "li":
		r.item(&htmlItem{marker: "•", depth: in.depth + 1}, n, in) // in no list
	case n.Data == "table":
		r.table(n, in)
	case headingLevel(n) > 0:
		in.furniture = in.furniture || r.notes.titles[n]
		in.kind, in.level = Heading, headingLevel(n)
		r.children(n, in)
	case legalItem(n):
		r.item(&htmlItem{marker: "•", depth: in.depth + 1}, n, in)
	case wordItem(n) > 0:
		r.item(&htmlItem{marker: "•", depth: wordItem(n)}, n, in)
	default:
		r.children(n, in)
	}
	r.flush(in)
}

// words adds text.
func (r *htmlReader) words(s string, f flow) {
	if s == "" {
		return
	}
	r.find(s)
	if f.font != "" || strings.ContainsFunc(s, isPrivate) {
		s = symbols(s, f.font)
	}
	s = cleanText(s)
	p := piece{Run: f.run, lang: f.lang, size: f.size, hidden: f.hidden, marker: f.marker}
	if f.pre && strings.Contains(s, "\n") {
		lines := strings.Split(s, "\n")
		wrapped := !f.code && isWrapped(lines)
		for i, line := range lines {
			if i > 0 && wrapped && strings.TrimSpace(line) != "" && strings.TrimSpace(lines[i-1]) != "" {
				line = " " + line
			} else if i > 0 {
				r.ps = append(r.ps, piece{Run: Run{Break: true}, hidden: f.hidden})
			}
			p.Text = line
			r.ps = append(r.ps, p)
		}
		return
	}
	p.Text = s
	r.ps = append(r.ps, p)
}

// isWrapped reports whether lines are of one width, so that their ends mean
// nothing.
func isWrapped(lines []string) bool {
	longest, long := 0, 0
	for _, line := range lines {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	for _, line := range lines {
		if utf8.RuneCountInString(line)*10 >= longest*7 {
			long++
		}
	}
	return longest >= 50 && longest <= 130 && long*2 >= len(lines) && len(lines) > 2
}

// find moves on to the line in which s stands, if it can be found.
func (r *htmlReader) find(s string) {
	s = strings.TrimLeft(s, " \t\r\n")
	if end := strings.IndexAny(s, "\n\r&<>\u00a0\""); end >= 0 {
		s = s[:end]
	}
	if utf8.RuneCountInString(s) < 3 {
		return
	}
	s = s[:min(len(s), 60)]
	window := r.text[r.at:min(len(r.text), r.at+64<<10)]
	if i := strings.Index(window, s); i >= 0 {
		r.line += strings.Count(window[:i], "\n")
		r.at += i
	}
}

// flush makes blocks of the text since the last one. Two line breaks part
// paragraphs.
func (r *htmlReader) flush(f flow) {
	ps := r.ps
	if len(ps) == 0 {
		return
	}
	r.ps = nil
	if f.kind == Heading {
		r.block(ps, f)
		return
	}
	if f.code {
		r.block(ps.dense(), f)
		return
	}
	start, breaks, from := 0, 0, 0
	for i := range ps {
		switch {
		case ps[i].Break:
			if breaks++; breaks == 1 {
				from = i
			}
		case strings.TrimSpace(ps[i].Text) == "" && ps[i].Note == "" && !strings.Contains(ps[i].Text, "\u00a0\u00a0"):
		default:
			if breaks > 1 {
				r.block(ps[start:from], f)
				start = i
			}
			breaks = 0
		}
	}
	r.block(ps[start:], f)
}

// dense is the pieces without empty lines.
func (ps pieces) dense() pieces {
	var kept pieces
	ended := true
	for _, p := range ps {
		if p.Break && ended {
			continue
		}
		if blank := strings.TrimSpace(p.Text) == "" && p.Note == ""; p.Break || !blank {
			ended = p.Break
		}
		kept = append(kept, p)
	}
	return kept
}

// block adds one block.
func (r *htmlReader) block(ps pieces, f flow) {
	ps, hidden := ps.part()
	if hidden != nil {
		r.add(Block{Kind: Furniture, Text: hidden.markup()}, f)
	}
	if !ps.says() {
		return
	}
	b := Block{Kind: f.kind, Level: f.level, Quote: f.quote, Code: f.code, Caption: f.caption}
	ps.style(&b)
	item := r.pending
	if ps.isRule() {
		r.add(Block{Kind: Rule}, f)
		return
	}
	if f.furniture {
		b.Kind, b.Level, b.Quote = Furniture, 0, false
		b.Text = ps.markup()
		r.add(b, f)
		return
	}
	r.pending = nil
	switch {
	case f.kind == Heading:
		for i := range ps {
			ps[i].Bold = false
		}
	case item != nil:
		b.Kind, b.Level, b.Marker = Item, item.depth, item.marker
		if marker, rest := ps.marked(); marker != "" {
			if b.Marker, ps = marker, rest; !ps.says() {
				r.pending = &htmlItem{marker, item.depth, true}
				return
			}
		}
	default:
		b.Level = f.depth
		if m, n := typedMarker(ps.plain()); m != "" && !multipart(m) && !f.code {
			b.Kind, b.Marker, b.Level, ps = Item, m, f.depth+1, ps.cut(n)
		}
	}
	if b.Text = ps.markup(); b.Text != "" {
		r.add(b, f)
	}
}

// marked takes the marker that Word wrote into an item.
func (ps pieces) marked() (string, pieces) {
	var marker strings.Builder
	var rest pieces
	for i := range ps {
		if ps[i].marker {
			marker.WriteString(ps[i].Text)
		} else {
			rest = append(rest, ps[i])
		}
	}
	m := strings.Join(strings.Fields(marker.String()), " ")
	switch m {
	case "o":
		m = "◦"
	case "§", "Ø", "ü", "·":
		m = "•" // what the letters of symbol fonts look like without the font
	}
	return m, rest
}

func (r *htmlReader) add(b Block, f flow) {
	b.Line, b.Dir = r.line, f.dir
	if f.furniture && !b.Kind.Beside() {
		return // a rule between parts of the page
	}
	r.drafts = append(r.drafts, draft{Block: b})
}
