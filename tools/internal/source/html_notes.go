package source

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// htmlNotes are the footnotes of a page: links to a text further on, and that
// text.
type htmlNotes struct {
	refs   map[*html.Node]string // links in the text → label
	bodies map[*html.Node]string // elements that are notes → label
	back   map[*html.Node]bool   // links from a note to the text
	titles map[*html.Node]bool   // headings that name nothing but the notes
}

var (
	noteLabel = regexp.MustCompile(`^[\[({]?\s*(\d{1,3}|[*†‡§¶]{1,4}|\p{L}|[ivxlc]{1,6}|(?:note|fn)\s*\d{1,3})\s*[\])}]?\.?$`)
	noteWord  = regexp.MustCompile(`(?i)(?:^|[^a-z])` +
		`(?:fn|ftn|edn|sdfootnote|sdendnote|foot|footnote|footnotes|` +
		`end|endnote|note|notes|noteref|cite[_-]?note|nbp|refnote)(?:[^a-z]|$)|footnote|endnote|authorialnote`)
	goesBack = regexp.MustCompile(`^[\s\x{fe0e}\x{fe0f}]*(?:[↩↑^⤴↵⏎⬆←]|&larrhk;)+[\s\x{fe0e}\x{fe0f}]*$`)
)

// oneNote is what word processors call the element that is one note.
var oneNote = regexp.MustCompile(`(?i)^(?:sdfootnote|sdendnote|_?ftn|_?edn|fn|footnote|endnote)[-_]?\d{1,3}$`)

// maxNote is how many characters a note can have; what is longer is a chapter
// that a contents list leads to.
const maxNote = 6000

func findNotes(root *html.Node, used map[string]bool) htmlNotes {
	notes := htmlNotes{map[*html.Node]string{}, map[*html.Node]string{}, map[*html.Node]bool{}, map[*html.Node]bool{}}
	byID := map[string]*html.Node{}
	order := map[*html.Node]int{}
	var links []*html.Node
	visit(root, func(n *html.Node) {
		order[n] = len(order)
		for _, key := range []string{"id", "name"} {
			if id := attr(n, key); id != "" && byID[id] == nil && (key == "id" || n.Data == "a") {
				byID[id] = n
			}
		}
		if n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#") {
			links = append(links, n)
		}
	})
	for _, a := range links {
		target := byID[attr(a, "href")[1:]]
		label := labelOfLink(a)
		if target == nil || label == "" || order[target] < order[a] || !isNoteLink(a) {
			continue
		}
		body := bodyOf(target)
		if body == nil || contains(body, a) || utf8.RuneCountInString(textOf(body, maxNote)) >= maxNote {
			continue
		}
		if known, ok := notes.bodies[body]; ok {
			label = known
		} else {
			label = unique(label, used)
			notes.bodies[body] = label
		}
		notes.refs[a] = label
	}
	for body := range notes.bodies {
		visit(body, func(n *html.Node) {
			if n.Data != "a" || !strings.HasPrefix(attr(n, "href"), "#") || notes.refs[n] != "" {
				return
			}
			target := byID[attr(n, "href")[1:]]
			above := target != nil && order[target] < order[body]
			if goesBack.MatchString(textOf(n, 20)) || attr(n, "role") == "doc-backlink" || above && leadsBack(target, notes.refs) {
				notes.back[n] = true
			}
		})
	}
	notes.findTitles(root)
	return notes
}

// labelOfLink is the label that a link to a note prints, or empty.
func labelOfLink(a *html.Node) string {
	m := noteLabel.FindStringSubmatch(strings.TrimSpace(textOf(a, 40)))
	if m == nil {
		return ""
	}
	return noteMark(m[1])
}

// isNoteLink reports whether anything about a link says that it leads to a
// note: it is raised, or its names say so.
func isNoteLink(a *html.Node) bool {
	role := attr(a, "role") + attr(a, "epub:type")
	if strings.Contains(role, "noteref") {
		return true
	}
	for _, name := range []string{"href", "class", "id"} {
		if noteWord.MatchString(attr(a, name)) {
			return true
		}
	}
	for p, up := a.Parent, 0; p != nil && up < 3; p, up = p.Parent, up+1 {
		if p.Data == "sup" || declares(p, "vertical-align", "super") {
			return true
		}
	}
	for c := a.FirstChild; c != nil; c = c.NextSibling {
		if c.Data == "sup" {
			return true
		}
	}
	return false
}

// bodyOf is the element that is the note: the target itself if it has text of
// its own, else the block that it opens.
func bodyOf(target *html.Node) *html.Node {
	n := target
	for up := 0; n != nil && up < 6; up++ {
		if n.Data == "body" || n.Data == "article" || n.Data == "main" || n.Data == "table" || n.Data == "ol" || n.Data == "ul" || headingLevel(n) > 0 {
			return nil
		}
		text := strings.TrimSpace(textOf(n, 40))
		long := text != "" && !noteLabel.MatchString(text)
		if isBlock(n) && long || n.Data == "li" || n == target && long && n.Data != "a" && n.Data != "sup" {
			if n.Data == "td" || n.Data == "th" {
				return n.Parent // a note a row
			}
			if n.Data == "tr" || n.Data == "tbody" || n.Data == "form" {
				return nil
			}
			if n.Parent != nil && oneNote.MatchString(attr(n.Parent, "id")) {
				return n.Parent // a note of several paragraphs
			}
			return n
		}
		n = n.Parent
	}
	return nil
}

// leadsBack reports whether a link's target is where a note is referred to.
func leadsBack(target *html.Node, refs map[*html.Node]string) bool {
	if refs[target] != "" {
		return true
	}
	found := false
	visit(target, func(n *html.Node) { found = found || refs[n] != "" })
	if found {
		return utf8.RuneCountInString(textOf(target, 5000)) < 5000
	}
	for c, i := target.NextSibling, 0; c != nil && i < 3; c, i = c.NextSibling, i+1 {
		if refs[c] != "" {
			return true
		}
	}
	return target.Parent != nil && refs[target.Parent] != ""
}

// findTitles finds the headings of sections that hold nothing but notes.
func (notes *htmlNotes) findTitles(root *html.Node) {
	visit(root, func(n *html.Node) {
		if headingLevel(n) == 0 {
			return
		}
		referring := false
		visit(n, func(c *html.Node) { referring = referring || notes.refs[c] != "" })
		for c := n.NextSibling; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
					return
				}
				continue
			}
			if c.Data == "hr" {
				continue
			}
			if referring || !notes.only(c) {
				delete(notes.titles, n)
				return
			}
			notes.titles[n] = true
		}
	})
}

// only reports whether an element is a note or holds nothing else.
func (notes *htmlNotes) only(n *html.Node) bool {
	if notes.bodies[n] != "" {
		return true
	}
	some := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type == html.ElementNode && notes.bodies[c] != "":
			some = true
		case c.Type == html.ElementNode && strings.TrimSpace(textOf(c, 200)) != "":
			return false
		}
	}
	return some
}

// note reads a footnote's text as one block, wherever it stands.
func (r *htmlReader) note(n *html.Node, label string, f flow) {
	in := f.into(n)
	if isBlock(n) && n.Data != "span" {
		r.flush(f)
	}
	drafts, ps, pending := r.drafts, r.ps, r.pending
	r.drafts, r.ps, r.pending = nil, nil, nil
	in.kind, in.depth, in.level, in.run = Paragraph, 0, 0, Run{}
	line := r.line
	r.children(n, in)
	r.flush(in)
	b := Block{Kind: Note, Label: label, Line: max(line, 1), Dir: in.dir}
	var texts []string
	for i := range r.drafts {
		d := &r.drafts[i].Block
		if d.Kind.Beside() || d.Kind == Rule {
			if d.Text != "" {
				drafts = append(drafts, r.drafts[i])
			}
			continue
		}
		if s := strings.TrimSpace(d.mark() + " " + strings.TrimSpace(strings.Join(append(d.Cells, d.Text), " "))); s != "" {
			texts = append(texts, s)
			b.Lang, b.Line = d.Lang, min(b.Line, max(d.Line, 1))
		}
	}
	b.Text = withoutMark(strings.Join(texts, "<br>"), label)
	if f.furniture {
		b.Kind = Furniture
	}
	r.drafts, r.ps, r.pending = append(drafts, draft{Block: b}), ps, pending
}

// visit walks the elements below n, and n itself, in order, without recursion.
func visit(n *html.Node, do func(*html.Node)) {
	top := n
	for n != nil {
		if n.Type == html.ElementNode {
			do(n)
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != top && n.NextSibling == nil {
			n = n.Parent
		}
		if n == top {
			return
		}
		n = n.NextSibling
	}
}

// textOf is the text in n, or the first of it, up to limit characters or so.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	top := n
	for n != nil && b.Len() < limit*4 {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.FirstChild != nil && !skipped[n.Data] {
			n = n.FirstChild
			continue
		}
		for n != top && n.NextSibling == nil {
			n = n.Parent
		}
		if n == top {
			break
		}
		n = n.NextSibling
	}
	return b.String()
}

func contains(n, inner *html.Node) bool {
	for p := inner; p != nil; p = p.Parent {
		if p == n {
			return true
		}
	}
	return false
}
