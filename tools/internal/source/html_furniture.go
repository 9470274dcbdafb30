package source

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// findFurniture finds what a page has around its article: by what the
// elements say they are, by how much of their text is links, and by where
// they stand. A name of a class alone is never enough.
func findFurniture(root *html.Node) map[*html.Node]bool {
	p := &pageParts{furniture: map[*html.Node]bool{}, sum: map[*html.Node]*textSum{}}
	body := root
	visit(root, func(n *html.Node) {
		if n.Data == "body" {
			body = n
		}
	})
	p.count(body, 0)
	p.total = p.sum[body].words
	p.main = p.findMain(body)
	p.mark(body, 0)
	p.edges(body)
	return p.furniture
}

// pageParts is a page on its way to being told apart.
type pageParts struct {
	furniture map[*html.Node]bool
	sum       map[*html.Node]*textSum
	total     int // words of the page
	main      *html.Node
	headed    bool // a heading of the first level stands in the article
}

// A textSum says how much text an element holds, and of what kind.
type textSum struct {
	words, linked int
	links         int
	prose         int // words in blocks that read like sentences
	h1            bool
	headings      int
}

// count sums the text of n and all in it.
func (p *pageParts) count(n *html.Node, depth int) *textSum {
	s := &textSum{}
	p.sum[n] = s
	if depth > 3*maxNesting || skipped[n.Data] || isHidden(n) {
		return s
	}
	own := 0 // words right in n and in what runs in its lines
	linkedOwn := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			k := countWordsIn(c.Data)
			s.words += k
			own += k
		case html.ElementNode:
			t := p.count(c, depth+1)
			s.words += t.words
			s.linked += t.linked
			s.links += t.links
			s.prose += t.prose
			s.headings += t.headings
			s.h1 = s.h1 || t.h1
			if !isBlock(c) && t.prose == 0 {
				own += t.words
				linkedOwn += t.linked
			}
		}
	}
	if n.Data == "a" && attr(n, "href") != "" {
		s.linked, s.links = s.words, 1
	}
	if headingLevel(n) > 0 {
		s.headings++
		s.h1 = s.h1 || headingLevel(n) == 1
	}
	if isBlock(n) && own >= 12 && linkedOwn*2 < own {
		s.prose += own
	}
	return s
}

// countWordsIn counts words; of a script without spaces, two characters are
// one.
func countWordsIn(s string) int {
	n, wide := 0, 0
	inside := false
	for _, r := range s {
		switch {
		case r > 0x2e7f && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || unicode.Is(unicode.Thai, r):
			wide++
			inside = false
		case r == ' ' || r == '\n' || unicode.IsSpace(r):
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n++
			inside = true
		}
	}
	return n + (wide+1)/2
}

// findMain is the element that holds the article: the one that says so, if it
// has most of the page's prose; else the smallest that has nine tenths of it.
func (p *pageParts) findMain(body *html.Node) *html.Node {
	prose := p.sum[body].prose
	var said []*html.Node
	visit(body, func(n *html.Node) {
		if role := strings.ToLower(attr(n, "role")); n.Data == "main" || role == "main" || n.Data == "article" || role == "article" {
			if s := p.sum[n]; s != nil && s.prose*10 >= prose*6 && s.words > 0 {
				said = append(said, n)
			}
		}
	})
	if len(said) > 0 {
		return said[len(said)-1] // the innermost
	}
	main := body
	for {
		var inner *html.Node
		for c := main.FirstChild; c != nil; c = c.NextSibling {
			if s := p.sum[c]; s != nil && prose > 0 && s.prose*10 >= prose*9 {
				inner = c
			}
		}
		if inner == nil || !isBlock(inner) || ofText[inner.Data] {
			return main
		}
		main = inner
	}
}

var (
	// elements that are text themselves, and no part of a page that holds it
	ofText = namesOf("p li pre ul ol tr table")

	furnitureRoles = namesOf("navigation banner contentinfo search complementary menu menubar toolbar " +
		"dialog alertdialog tablist doc-toc doc-pagelist doc-index status alert")
	controls = namesOf("button select textarea datalist progress meter output noscript svg")
	// what people call the parts of a page that are not its text, in any of
	// the ways that names are written
	partName = regexp.MustCompile(`(?i)(?:^|[-_\s])(?:` +
		`nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|paging|prevnext|skip|skiplinks?|search|toc|` +
		`share|sharing|social|sharedaddy|addthis|addtoany|newsletter|subscribe|subscription|comments?|login|print|` +
		`cookies?|consent|gdpr|popup|modal|overlay|advert|ads|promo|widget|related|tags|` +
		`sidebar|banner|footer|toolbar|topbar|langs?|languages?|language-switcher|copyright` +
		`)(?:$|[-_\s]|\d)`)
	consentName = regexp.MustCompile(`(?i)cookie|consent|gdpr|onetrust`)
)

// mark marks the furniture below n.
func (p *pageParts) mark(n *html.Node, depth int) {
	if depth > 3*maxNesting {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || skipped[c.Data] {
			continue
		}
		if p.isFurniture(c) {
			p.furniture[c] = true
			continue
		}
		p.mark(c, depth+1)
	}
}

// isFurniture reports whether an element is no part of the article.
func (p *pageParts) isFurniture(n *html.Node) bool {
	s := p.sum[n]
	if s == nil {
		return false
	}
	most := p.total > 0 && s.words*2 > p.total || contains(n, p.main)
	role := strings.ToLower(attr(n, "role"))
	inMain := p.main.Data != "body" && contains(p.main, n)
	switch {
	case controls[n.Data]:
		return n.Data != "noscript" || !most
	case most:
		return false // whatever it is called, the text is in it
	case n.Data == "nav" || furnitureRoles[role]:
		return true
	case n.Data == "div" && (attr(n, "title") == "header" || attr(n, "title") == "footer"):
		return true // of the pages that a word processor printed
	case n.Data == "form" || n.Data == "fieldset" || n.Data == "label" && hasControl(n):
		return s.prose*2 < s.words || s.words < 60
	case n.Data == "header" || n.Data == "footer":
		return !inSection(n) && !(n.Data == "header" && s.h1 && (s.links == 0 || !p.sum[p.main].h1)) && !(inMain && n.Data == "header")
	case n.Data == "aside":
		return !strings.HasPrefix(role, "doc-") && !noteWord.MatchString(attr(n, "class"))
	}
	names := attr(n, "class") + " " + attr(n, "id")
	if isBlock(n) && partName.MatchString(names) && headingLevel(n) == 0 && s.words > 0 {
		switch {
		case consentName.MatchString(names) && s.words < 400:
			return true
		case s.links > 0 && s.linked*2 >= s.words:
			return true
		case !inMain && s.prose == 0 && s.words < 60 && !s.h1 && (s.links > 0 || s.words < 12):
			return true
		}
	}
	return p.isMenu(n, s)
}

// isMenu reports whether a list, or a row of anything, is there to lead to
// other pages: links and nothing else, short, and outside the article or at
// its edge.
func (p *pageParts) isMenu(n *html.Node, s *textSum) bool {
	if s.links < 3 || s.linked*10 < s.words*8 || s.linked > s.links*8 || headingLevel(n) > 0 {
		return false
	}
	switch n.Data {
	case "ul", "ol", "menu", "div", "section", "p", "td", "tr", "table", "center":
	default:
		return false
	}
	switch {
	case !contains(p.main, n):
		return true
	case p.main.Data == "body":
		return p.atEdge(n, s.links >= 5)
	}
	return p.atEdge(n, false) && (n.Data == "ul" || n.Data == "ol" || n.Data == "menu") && leadsAway(n)
}

// atEdge reports whether no prose stands in the article before n, or, if its
// end counts as an edge too, none after it.
func (p *pageParts) atEdge(n *html.Node, end bool) bool {
	before, after := 0, 0
	for inner := n; inner != p.main && inner.Parent != nil; inner = inner.Parent {
		for c := inner.PrevSibling; c != nil; c = c.PrevSibling {
			if s := p.sum[c]; s != nil {
				before += s.prose
			}
		}
		for c := inner.NextSibling; c != nil; c = c.NextSibling {
			if s := p.sum[c]; s != nil {
				after += s.prose
			}
		}
	}
	return before == 0 && after > 0 || end && after == 0 && before > 0
}

// leadsAway reports whether most links of n lead to other pages.
func leadsAway(n *html.Node) bool {
	away, within := 0, 0
	visit(n, func(c *html.Node) {
		if c.Data != "a" {
			return
		}
		if strings.HasPrefix(attr(c, "href"), "#") {
			within++
		} else {
			away++
		}
	})
	return away > within
}

func hasControl(n *html.Node) bool {
	found := false
	visit(n, func(c *html.Node) { found = found || c.Data == "input" || c.Data == "select" || c.Data == "textarea" })
	return found
}

// inSection reports whether n is the head or foot of a part of the article
// rather than of the page.
func inSection(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.Data {
		case "article", "section", "blockquote", "main", "figure":
			return true
		}
	}
	return false
}

// edges marks what stands outside the article and is neither prose nor a
// heading that it stands under.
func (p *pageParts) edges(body *html.Node) {
	if p.main == body {
		return
	}
	said := p.main.Data == "main" || p.main.Data == "article" || attr(p.main, "role") != ""
	titled := p.sum[p.main].h1
	for inner := p.main; inner != body && inner.Parent != nil; inner = inner.Parent {
		for c := inner.NextSibling; c != nil; c = c.NextSibling {
			p.edge(c, said, true)
		}
		under := false // a title stands before
		for c := inner.Parent.FirstChild; c != inner; c = c.NextSibling {
			s := p.sum[c]
			if s == nil || p.furniture[c] {
				continue
			}
			under = under || s.h1 && !titled || !said && s.headings > 0 && s.prose > 0
			if !under {
				p.edge(c, said, titled)
			}
		}
	}
}

func (p *pageParts) edge(c *html.Node, said, titled bool) {
	s := p.sum[c]
	if s == nil || s.words == 0 || p.furniture[c] {
		return
	}
	if s.prose > 0 && s.prose*2 >= s.words && !(said && s.prose < 60) {
		return
	}
	if !said && (s.links == 0 || s.linked*2 < s.words) {
		return // text beside the text, such as a title that is no heading
	}
	if s.h1 && !titled {
		return
	}
	p.furniture[c] = true
}
