package page

import (
	"html"
	"net/url"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Span is a piece of the text of a unit: the little that inline Markdown can
// say here. What it cannot say (raw HTML, images, script links) is text.
type Span struct {
	Kind     SpanKind
	Text     string // of Text, Code and NoteRef (the note's label)
	URL      string // of Link: http, https, mailto, or a fragment of this page
	Children []Span // of Emphasis, Strong and Link
}

// A SpanKind is what a span is.
type SpanKind int

// The kinds of span.
const (
	Text SpanKind = iota
	Code
	Emphasis
	Strong
	Link
	NoteRef
	Break
)

var inlines = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(noteRefParser{}, 150),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	),
)

// Spans parses the text of a unit.
func Spans(s string) []Span {
	if !strings.ContainsAny(s, "*_`[]<>&\\:@\n") && !strings.Contains(s, "www.") {
		if s == "" {
			return nil
		}
		return []Span{{Kind: Text, Text: s}} // most units have no markup at all
	}
	source := []byte(s)
	var spans []Span
	doc := inlines.Parse(text.NewReader(source))
	for block := doc.FirstChild(); block != nil; block = block.NextSibling() {
		spans = append(spans, spansOf(block, source)...)
	}
	return spans
}

func spansOf(parent ast.Node, source []byte) []Span {
	var spans []Span
	addText := func(s string) {
		if n := len(spans); n > 0 && spans[n-1].Kind == Text {
			spans[n-1].Text += s
		} else if s != "" {
			spans = append(spans, Span{Kind: Text, Text: s})
		}
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			addText(unescape(string(n.Segment.Value(source))))
			switch {
			case n.HardLineBreak():
				spans = append(spans, Span{Kind: Break})
			case n.SoftLineBreak():
				addText(" ")
			}
		case *ast.String:
			addText(string(n.Value))
		case *ast.CodeSpan:
			spans = append(spans, Span{Kind: Code, Text: plain(spansOf(n, source))})
		case *ast.Emphasis:
			kind := Emphasis
			if n.Level == 2 {
				kind = Strong
			}
			spans = append(spans, Span{Kind: kind, Children: spansOf(n, source)})
		case *ast.Link:
			spans = append(spans, link(unescape(string(n.Destination)), spansOf(n, source))...)
		case *ast.AutoLink:
			label := string(n.Label(source))
			address := string(n.URL(source))
			if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
				address = "mailto:" + address
			}
			spans = append(spans, link(address, []Span{{Kind: Text, Text: label}})...)
		case *noteRef:
			spans = append(spans, Span{Kind: NoteRef, Text: n.label})
		default:
			for _, s := range spansOf(n, source) { // an image is its words
				spans = append(spans, s)
			}
		}
	}
	return spans
}

// link is a link to where a report may lead, or only its words.
func link(address string, words []Span) []Span {
	if address, ok := SafeURL(address); ok {
		return []Span{{Kind: Link, URL: address, Children: words}}
	}
	return words
}

// SafeURL reports whether a page may lead to address: http and https with a
// host, mailto, and fragments of the page itself; and gives it in the form
// that stands in an attribute.
func SafeURL(address string) (string, bool) {
	address = strings.TrimSpace(address)
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.String(), u.Host != "" && u.User == nil
	case "mailto":
		return u.String(), strings.Contains(u.Opaque, "@")
	case "":
		return u.String(), u.Host == "" && u.Path == "" && u.RawQuery == "" && u.Fragment != ""
	}
	return "", false
}

// Plain is the text of a unit without markup and without references to notes.
func Plain(s string) string { return plain(Spans(s)) }

func plain(spans []Span) string {
	if len(spans) == 1 && spans[0].Kind == Text {
		return spans[0].Text
	}
	var b strings.Builder
	for _, s := range spans {
		switch s.Kind {
		case Text, Code:
			b.WriteString(s.Text)
		case Break:
			b.WriteByte('\n')
		case NoteRef:
		default:
			b.WriteString(plain(s.Children))
		}
	}
	return b.String()
}

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)

// unescape resolves backslash escapes and entities, as CommonMark has them.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			if m := entity.FindString(s[i:]); m != "" {
				b.WriteString(strings.ReplaceAll(html.UnescapeString(m), "\x00", "\ufffd"))
				i += len(m) - 1
				continue
			}
			b.WriteByte('&')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

var wouldBeMarkup = regexp.MustCompile("[\\\\*_`\\[\\]<]|&(?:#|[a-zA-Z])")

// Escape writes plain text as inline Markdown that reads as the same text. An
// underscore inside a word, and a bracket that no link follows, stay bare.
func Escape(s string) string {
	var b strings.Builder
	last := 0
	for _, m := range wouldBeMarkup.FindAllStringIndex(s, -1) {
		at := m[0]
		switch s[at] {
		case '_':
			if at > 0 && at+1 < len(s) && isWord(s[at-1]) && isWord(s[at+1]) {
				continue
			}
		case '[':
			if at+1 < len(s) && s[at+1] != '^' && !strings.Contains(s[at:], "](") {
				continue
			}
		case ']':
			if at+1 >= len(s) || s[at+1] != '(' {
				continue
			}
		case '*':
			if surrounded(s, at) {
				continue
			}
		case '\\':
			if at+1 >= len(s) || !util.IsPunct(s[at+1]) {
				continue
			}
		case '<':
			if at+1 < len(s) && (s[at+1] == ' ' || s[at+1] >= '0' && s[at+1] <= '9') {
				continue
			}
		}
		b.WriteString(s[last:at])
		b.WriteByte('\\')
		last = at
	}
	b.WriteString(s[last:])
	return b.String()
}

// surrounded reports whether the byte at i stands between spaces, where it
// opens and closes nothing.
func surrounded(s string, i int) bool {
	return i > 0 && i+1 < len(s) && s[i-1] == ' ' && s[i+1] == ' '
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// noteRef is a reference to a footnote, [^label].
type noteRef struct {
	ast.BaseInline
	label string
}

var kindNoteRef = ast.NewNodeKind("NoteRef")

func (*noteRef) Kind() ast.NodeKind { return kindNoteRef }

func (n *noteRef) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteRefParser reads [^label] wherever it stands, with or without its note:
// that a note is missing is for check to say.
type noteRefParser struct{}

var noteRefPattern = regexp.MustCompile(`^\[\^([^\]\s\[]{1,40})\]`)

func (noteRefParser) Trigger() []byte { return []byte{'['} }

func (noteRefParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := noteRefPattern.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &noteRef{label: string(m[1])}
}
