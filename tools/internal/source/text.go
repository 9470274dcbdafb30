package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
)

// readText reads plain text and Markdown, as people write it and as extractors
// leave it: every line is a block, so that nothing is decided here that needs
// more than the line itself.
func readText(name string, data []byte) (*Document, error) {
	if len(data) > MaxText {
		return nil, problem("source-size", name, map[string]string{"Limit": "8 MB"})
	}
	s, encoding := decode(data)
	plain := unattributed(s)
	wrapped := plain != s // by pandoc, which parts paragraphs by empty lines
	s = plain
	doc := &Document{Name: name, Format: "text", Encoding: encoding, Lined: true}
	r := textReader{markdown: markdownSign.MatchString(s), doubled: doubledBullets.MatchString(s)}
	if r.markdown {
		doc.Format = "markdown"
	}
	lines := strings.Split(s, "\n")
	if r.markdown {
		closeBold(lines)
	}
	for i := 0; i < len(lines); i++ {
		if rows, n := drawnTable(lines[i:]); n > 0 {
			r.rows(rows, i+1)
			i += n - 1
			continue
		}
		if n := r.tagged(lines, i, name); n > 0 {
			i += n - 1
			continue
		}
		line, n := wholeMarkup(lines[i:])
		r.line(line, i+1)
		i += n - 1
	}
	if len(r.blocks) == 0 {
		return nil, problem("source-empty", name, nil)
	}
	if doc.Blocks = r.blocks; wrapped {
		doc.Blocks = unwrapped(doc.Blocks)
	}
	if !r.markdown {
		doc.Blocks = columns(doc.Blocks, lines)
	}
	doc.Blocks = mendCuts(doc.Blocks)
	return doc, nil
}

// markdownSign is what plain text does not have.
var markdownSign = regexp.MustCompile(`(?m)^#{1,6} \S|\*\*[^\s*]|\]\([^)\s]*\)|<(?:sup|i|b)>|^\[\^[^\]]+\]:|^\|? *:?-{3,}:? *\||^- \S`)

// What the end of a line has cut: an element of HTML, a link of Markdown.
var (
	openTag  = regexp.MustCompile(`(?i)</?(?:a|abbr|audio|cite|div|em|figure|font|i|b|img|p|section|small|span|strong|su[bp]|u|video)(?:\s[^<>]*)?$`)
	tagEnds  = regexp.MustCompile(`^[^<>]*>`)
	openLink = regexp.MustCompile(`\[[^\[\]]*$`)
	linkEnds = regexp.MustCompile(`^[^\[\]]*\]\([^()\s]*\)`)
)

// wholeMarkup is the first of the lines, with those after it on which a tag or
// a link ends that it begins, and how many they are: eight at most.
func wholeMarkup(lines []string) (string, int) {
	whole, n := lines[0], 1
	for next := n; next < min(len(lines), 8) && strings.ContainsAny(whole, "<["); next++ {
		more := strings.TrimSpace(lines[next])
		tag, link := openTag.MatchString(whole), openLink.MatchString(whole)
		switch {
		case more == "" || !tag && !link:
			return whole, n
		case tag && tagEnds.MatchString(more), !tag && linkEnds.MatchString(more):
			whole, n = strings.Join(append([]string{whole}, trimmed(lines[n:next+1])...), " "), next+1
		}
	}
	return whole, n
}

func trimmed(lines []string) []string {
	all := make([]string, len(lines))
	for i := range lines {
		all[i] = strings.TrimSpace(lines[i])
	}
	return all
}

type textReader struct {
	markdown bool
	doubled  bool // two hyphens are a bullet
	blocks   []Block
	blank    int
	indents  []int // of the markers of the items that are open
	texts    []int // of what they say
	code     bool
	untabled int // up to this line no table in HTML begins
}

var (
	atx  = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$`)
	rule = regexp.MustCompile(`^(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,}|[()\[\]]?[-–—_=~]{5,}[()\[\]]?)$`)
	// The number of a page, as marker writes it and as those do who read a document page by page.
	pageMark  = regexp.MustCompile(`(?i)^(?:\{\d{1,4}\}-{5,}|[-=–—]{2,} ?(?:page|página|страница|صفحة) \d{1,4}(?: ?(?:/|of|sur|de|из|من) ?\d{1,4})? ?[-=–—]{2,})$`)
	underline = regexp.MustCompile(`^(?:={3,}|-{3,})$`)
	bullet    = regexp.MustCompile(`^(--|[-*+•·▪▫◦‣⁃●○■□➢➤★☆◆◇►▶✓✔❖–—\x{f0b7}\x{f0a7}\x{f0d8}])[ \t\x{a0}]+(\S.*)$`)
	// doubledBullets are three lines at least, one below the other, that begin with two hyphens.
	doubledBullets = regexp.MustCompile(`(?m)^[ \t]*-- \S.*(?:\n[ \t]*\n?[ \t]*-- \S.*){2}`)
	ordinal        = regexp.MustCompile(`^(?:\*\*)?(\d{1,3})(?:\*\*)?\\?([.)．])(\*\*)?[ \t\x{a0}]+(\S.*)$`)
	dashed         = regexp.MustCompile(`^(\d{1,3}|[٠-٩]{1,3}) ?([-–])[ \t\x{a0}]+(\p{Arabic}.*)$`)
	dashedPage     = regexp.MustCompile(`^[-–—] ?\d{1,4} ?[-–—]$`)                         // the number of a page, not an item
	betweenDashes  = regexp.MustCompile(`^(?:\*\*)?([-–—]) (\p{L}.*\S) ([-–—])(?:\*\*)?$`) // - a line of a cover -
	noteBody       = regexp.MustCompile(`^\[\^([^\]\s\[]{1,40})\]:[ \t]*(.*)$`)
	pipeRule       = regexp.MustCompile(`^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$`)
)

// setIn is how Chinese begins a paragraph, which an empty line does elsewhere.
const setIn = "\u3000\u3000"

// line adds the block that the line is.
func (r *textReader) line(line string, number int) {
	for {
		before, after, found := strings.Cut(line, "\f")
		if !found {
			break
		}
		r.line(before, number)
		r.add(Block{Kind: PageBreak, Line: number})
		r.blank = 1 // what a page begins with stands below nothing
		line = after
	}
	indent := indentation(line)
	broken := strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) && !strings.HasSuffix(line, `\\`)
	text := strings.Trim(strings.TrimSuffix(strings.TrimSpace(line), `\`), " \t\u00a0\u3000")
	b := Block{Text: text, Line: number, Broken: broken, Left: indent, Width: indent + utf8.RuneCountInString(text)}
	if text == "" {
		r.blank++
		return
	}
	if r.blank == 0 && strings.HasPrefix(strings.TrimLeft(line, " \t"), setIn) {
		r.blank = 1
	}
	if strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~") {
		r.code = !r.code // a fence says nothing; what stands in it is text
		return
	}
	if strings.HasPrefix(text, "> ") && !strings.HasPrefix(text, "> >") {
		b.Quote, text = true, strings.TrimSpace(text[2:])
		b.Text = text
	}
	depth := r.depth(indent)
	var previous *Block
	if n := len(r.blocks); n > 0 && r.blank == 0 {
		previous = &r.blocks[n-1]
	}
	if n := len(r.blocks); n > 0 && r.blocks[n-1].Kind == Note && r.goesOn(text, indent) {
		r.blocks[n-1].Text += " " + text
		r.blank = 0
		return
	}
	if cell, lost := strings.CutSuffix(text, " |"); lost && !strings.Contains(cell, "|") {
		b.Text, text = strings.TrimSpace(cell), strings.TrimSpace(cell) // of a table that an extractor has taken apart
	}
	if m := betweenDashes.FindStringSubmatch(text); m != nil && m[1] == m[3] {
		b.Text, text = m[2], m[2]
	}
	switch m, o := bullet.FindStringSubmatch(text), ordinal.FindStringSubmatch(text); {
	case atx.MatchString(line):
		h := atx.FindStringSubmatch(line)
		b.Kind, b.Level, b.Text = Heading, len(h[1]), strings.TrimSpace(h[2])
	case underline.MatchString(text) && previous != nil && isTitleLine(previous):
		previous.Kind, previous.Level = Heading, 2
		if text[0] == '=' {
			previous.Level = 1
		}
		return
	case pageMark.MatchString(text):
		b.Kind, b.Text = PageBreak, ""
	case rule.MatchString(text) || underline.MatchString(text):
		b.Kind, b.Text = Rule, ""
	case pipeRule.MatchString(text) && previous != nil && previous.Kind == Row:
		previous.Header = true
		return
	case m != nil && !dashedPage.MatchString(text) && (m[1] != "--" || r.doubled):
		b.Kind, b.Marker, b.Text = Item, m[1], m[2]
		b.Level = r.open(indent, b.Width-utf8.RuneCountInString(b.Text))
	case strings.HasPrefix(text, "o\t"): // the bullet of a second level
		b.Kind, b.Marker, b.Text = Item, "o", strings.TrimSpace(text[1:])
		b.Level = r.open(indent, b.Width-utf8.RuneCountInString(b.Text))
	case o != nil:
		b.Kind, b.Marker, b.Text = Item, o[1]+o[2], o[4]
		if strings.HasPrefix(text, "**") && o[3] == "" && strings.Count(o[4], "**")%2 == 1 {
			b.Text = "**" + o[4] // the number is bold as the text is
		}
		b.Level = r.open(indent, b.Width-utf8.RuneCountInString(b.Text))
	case dashed.MatchString(text): // as Arabic documents of the United Nations count
		n := dashed.FindStringSubmatch(text)
		b.Kind, b.Marker, b.Text = Item, n[1]+n[2], n[3]
		b.Level = r.open(indent, b.Width-utf8.RuneCountInString(b.Text))
	case noteBody.MatchString(text):
		n := noteBody.FindStringSubmatch(text)
		b.Kind, b.Label, b.Text = Note, n[1], n[2]
	case strings.HasPrefix(text, "|") && strings.Count(text, "|") > 1:
		b.Kind, b.Text, b.Cells = Row, "", pipeCells(text)
	case strings.Contains(strings.TrimSpace(line), "\t"),
		strings.Contains(line, "\t") && previous != nil && previous.Kind == Row:
		b.Kind, b.Text, b.Cells = Row, "", tabCells(line)
	case r.markdown && indent >= 2 && previous != nil && previous.Kind == Note:
		previous.Text = strings.TrimSpace(previous.Text + " " + text) // a note goes on to the next empty line
		return
	default:
		b.Level = depth
	}
	if b.Kind == Heading || b.Kind == Paragraph && indent < 2 && r.blank > 0 {
		r.indents = nil
	}
	r.add(b)
}

// goesOn reports whether a line goes on with the note above it: it is set in, and
// a paragraph of its own in that note further.
func (r *textReader) goesOn(text string, indent int) bool {
	return r.markdown && (r.blank == 0 && indent >= 2 || indent >= 4) && !noteBody.MatchString(text)
}

func (r *textReader) add(b Block) {
	if !r.markdown {
		b.Text = page.Escape(b.Text)
		for i := range b.Cells {
			b.Cells[i] = page.Escape(b.Cells[i])
		}
	}
	b.Blank, r.blank = r.blank, 0
	r.blocks = append(r.blocks, b)
}

// open is the depth of an item whose marker stands at indent and its text further
// in.
func (r *textReader) open(indent, text int) int {
	for len(r.indents) > 0 && r.indents[len(r.indents)-1] > indent {
		r.indents = r.indents[:len(r.indents)-1]
	}
	if n := len(r.indents); n == 0 || indent > r.indents[n-1]+1 {
		r.indents = append(r.indents, indent)
	}
	r.texts = append(r.texts[:min(len(r.texts), len(r.indents)-1)], text)
	return min(len(r.indents), page.MaxDepth/2)
}

// depth is that of the item in which a line indented so far stands, or 0.
func (r *textReader) depth(indent int) int {
	depth := 0
	for i, at := range r.indents {
		if indent >= at+2 && (r.markdown || i >= len(r.texts) || indent >= r.texts[i]-2) {
			depth++ // a number may hang left of a page's text
		}
	}
	return min(depth, page.MaxDepth/2)
}

func indentation(line string) int {
	n := 0
	for _, c := range line {
		switch c {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}

// isTitleLine reports whether a line of dashes right below makes b a heading
// rather than ends a page.
func isTitleLine(b *Block) bool {
	return b.Kind == Paragraph && strings.ContainsFunc(b.Text, unicode.IsLetter) && utf8.RuneCountInString(b.Text) <= 100 && !strings.ContainsAny(b.Text[len(b.Text)-1:], ".,;:!?")
}

// Number is the number that an Item's marker has, and whether it has one that
// Markdown can write: 01 is a text.
func (b *Block) Number() (int, bool) {
	digits := strings.Map(func(r rune) rune {
		if r >= '٠' && r <= '٩' {
			return r - '٠' + '0'
		}
		return r
	}, strings.TrimRight(b.Marker, ".)．-–"))
	n, err := strconv.Atoi(digits)
	return n, err == nil && strconv.Itoa(n) == digits
}
