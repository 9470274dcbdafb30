package source

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// blockElements begin a block of their own.
var blockElements = namesOf(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
	footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td
	tfoot th thead tr ul`)

// skipped elements have no text that a reader sees.
var skipped = namesOf("script style template head iframe noframes noembed object embed applet audio video canvas datalist")

// legalBlocks are the classes that renderings of Akoma Ntoso, the standard for
// documents of parliaments, give to what it sets as a block.
var legalBlocks = namesOf(`akn-p akn-item akn-listintroduction akn-listwrapup akn-heading akn-subheading akn-content akn-wrapup akn-intro
	akn-point akn-paragraph akn-authorialnote akn-crossheading akn-longtitle akn-blocklist`)

// isBlock reports whether an element begins a block: by name, by its style, or
// because the page's maker used one without meaning as one.
func isBlock(n *html.Node) bool {
	if blockElements[n.Data] {
		return !declares(n, "display", "inline")
	}
	if n.Data != "span" && n.Data != "a" && n.Data != "label" && n.Data != "font" && !strings.Contains(n.Data, "-") {
		return false
	}
	if declares(n, "display", "block") {
		return true
	}
	for _, class := range strings.Fields(strings.ToLower(attr(n, "class"))) {
		if legalBlocks[class] {
			return true
		}
	}
	return false
}

// legalItem reports whether an element is an item in such a rendering.
func legalItem(n *html.Node) bool {
	for _, class := range strings.Fields(strings.ToLower(attr(n, "class"))) {
		switch class {
		case "akn-item", "akn-point", "akn-paragraph", "akn-subparagraph":
			return true
		}
	}
	return false
}

// isHidden reports whether the element says that readers do not see it.
func isHidden(n *html.Node) bool {
	if hasAttr(n, "hidden") && attr(n, "hidden") != "until-found" || declares(n, "display", "none") || declares(n, "visibility", "hidden") ||
		declares(n, "mso-hide", "all") {
		return true
	}
	for _, class := range strings.Fields(attr(n, "class")) {
		if screenReader.MatchString(class) {
			return true
		}
	}
	return false
}

// screenReader are the names that frameworks have for text that is only heard.
var screenReader = regexp.MustCompile(`(?i)^(?:sr-only|visually-?hidden|screen-reader(?:-text)?|element-invisible|wb-inv|assistive-text|d-none|print-only)$`)

// declares reports whether the element's own style says so.
func declares(n *html.Node, property, value string) bool {
	return strings.HasPrefix(styleOf(n, property), value)
}

// styleOf is a property of the element's own style, in lower case.
func styleOf(n *html.Node, property string) string {
	s := attr(n, "style")
	if s == "" || !strings.Contains(strings.ToLower(s), property) {
		return ""
	}
	value := ""
	for _, d := range strings.Split(strings.ToLower(s), ";") {
		if key, v, found := strings.Cut(d, ":"); found && strings.TrimSpace(key) == property {
			value = strings.TrimSpace(v)
		}
	}
	return value
}

// A flow is what an element passes on to what stands in it.
type flow struct {
	run       Run
	lang, dir string
	font      string
	size      float64
	kind      Kind
	level     int // of a heading
	depth     int // of the item
	nesting   int
	quote     bool
	hidden    bool // text that is not seen
	furniture bool
	marker    bool // a bullet or number that Word wrote into the text
	pre       bool
	code      bool // lines that are no prose
	caption   bool // of a figure or a table
}

// into is the flow within an element.
func (f flow) into(n *html.Node) flow {
	f.nesting++
	if lang := attr(n, "lang"); lang != "" {
		f.lang = lang
	} else if lang := attr(n, "xml:lang"); lang != "" {
		f.lang = lang
	}
	if dir := strings.ToLower(attr(n, "dir")); dir == "rtl" || dir == "ltr" {
		f.dir = dir
	} else if d := styleOf(n, "direction"); d == "rtl" || d == "ltr" {
		f.dir = d
	}
	switch n.Data {
	case "b", "strong":
		f.run.Bold = true
	case "i", "em", "cite", "dfn", "var":
		f.run.Italic = true
	case "sup":
		f.run.Super = true
	case "sub":
		f.run.Sub = true
	case "pre", "textarea", "listing", "xmp":
		f.pre = true
	case "blockquote":
		f.quote = true
	case "caption", "figcaption":
		f.caption = true
	case "p", "div":
		f.quote = f.quote || quoteClass.MatchString(attr(n, "class"))
	case "font":
		if face := attr(n, "face"); face != "" {
			f.font = face
		}
	case "a":
		if href := strings.TrimSpace(attr(n, "href")); href != "" && !strings.HasPrefix(href, "#") {
			f.run.Link = href
		}
	}
	if attr(n, "style") != "" {
		f.styled(n)
	}
	if attr(n, "class") == "akn-num" {
		f.marker = true
	}
	f.hidden = f.hidden || isHidden(n)
	return f
}

// styled takes what the element's own style says.
func (f *flow) styled(n *html.Node) {
	switch w := styleOf(n, "font-weight"); {
	case w == "bold", w == "bolder", len(w) == 3 && w >= "600":
		f.run.Bold = true
	case w == "normal", w == "400", w == "lighter":
		f.run.Bold = false
	}
	switch s := styleOf(n, "font-style"); {
	case strings.HasPrefix(s, "italic"), strings.HasPrefix(s, "oblique"):
		f.run.Italic = true
	case s == "normal":
		f.run.Italic = false
	}
	switch styleOf(n, "vertical-align") {
	case "super":
		f.run.Super = true
	case "sub":
		f.run.Sub = true
	}
	if font := styleOf(n, "font-family"); font != "" {
		first, _, _ := strings.Cut(font, ",")
		f.font = strings.Trim(first, `"' `)
	}
	if size := styleOf(n, "font-size"); strings.HasSuffix(size, "pt") {
		if v, err := strconv.ParseFloat(strings.TrimSuffix(size, "pt"), 64); err == nil && v > 0 && v < 500 {
			f.size = v
		}
	}
	if white := styleOf(n, "white-space"); strings.HasPrefix(white, "pre") {
		f.pre = white != "pre-line" || f.pre
	}
	if strings.Contains(styleOf(n, "mso-list"), "ignore") {
		f.marker = true
	}
}

// quoteClass is the class of a paragraph whose style in a word processor, or
// whose author, says that it is a quotation.
var quoteClass = regexp.MustCompile(`(?i)(?:^|\s)` +
	`(?:mso(?:intense)?quote|msoblocktext|block-?text|block-?quotes?|quotations?|quote)(?:-(?:western|cjk|ctl))?(?:$|\s)`)

var wordLevel = regexp.MustCompile(`\blevel(\d)\b`)

// wordItem is the depth of a paragraph that Word wrote as an item, or 0.
func wordItem(n *html.Node) int {
	list := styleOf(n, "mso-list")
	if list == "" || list == "none" || strings.Contains(list, "ignore") {
		return 0
	}
	if m := wordLevel.FindStringSubmatch(list); m != nil {
		return int(m[1][0] - '0')
	}
	return 1
}

// headingLevel is the level of a heading, or 0.
func headingLevel(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	if strings.EqualFold(attr(n, "role"), "heading") {
		return max(1, min(9, number(attr(n, "aria-level"), 2)))
	}
	if n.Data == "p" {
		if level := number(styleOf(n, "mso-outline-level"), 0); level > 0 && level < 10 {
			return level
		}
		if attr(n, "class") == "MsoTitle" {
			return 1
		}
	}
	return 0
}
