package exchange

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
)

// A Text is what an entry says: words, and inline codes between them, which a
// translator's tool shows as tags that cannot be broken. Markdown alone, as a
// PO file has it, is one token.
type Text []Token

// A Token is a piece of a Text.
type Token struct {
	Kind  TokenKind
	Words string // of Words and Markdown
	ID    string // of a code
}

// A TokenKind is what a token is.
type TokenKind int

// The kinds of token.
const (
	Words TokenKind = iota
	Open            // a code that goes around words begins
	Close           // and ends
	Alone           // a code that stands for itself
	Markdown
)

// A Code is what stands behind a token's ID. Only the archive's own are
// believed: what a file that comes back says of its codes is not read.
type Code struct {
	Kind page.SpanKind
	Text string // of code, a note's reference, or an address that stands for itself
	URL  string // of a link
}

// alone reports whether the code goes around no words.
func (c Code) alone() bool {
	return c.Kind == page.Code || c.Kind == page.NoteRef || c.Kind == page.Break || c.Kind == page.Link && c.Text != ""
}

// vital reports whether a translation cannot do without the code.
func (c Code) vital() bool { return c.Kind == page.Link || c.Kind == page.NoteRef }

// marks is the Markdown that the code stands for; the second is empty for one
// that stands alone.
func (c Code) marks() (open, close string) {
	switch c.Kind {
	case page.Emphasis:
		return "*", "*"
	case page.Strong:
		return "**", "**"
	case page.Link:
		if c.Text == "" {
			return "[", "](" + c.URL + ")"
		}
		return c.Text, ""
	case page.Code:
		return "`" + c.Text + "`", ""
	case page.NoteRef:
		return "[^" + c.Text + "]", ""
	}
	return "\\\n", ""
}

// A coder writes spans as a Text. It knows codes that may be used, once each,
// and adds those that it does not know.
type coder struct {
	codes []Code
	used  map[int]bool
}

// encode is the Text of spans, by codes that are known already; the codes that
// are returned begin with those.
func encode(spans []page.Span, known []Code) (Text, []Code) {
	c := coder{codes: known[:len(known):len(known)], used: make(map[int]bool)}
	t := c.text(spans)
	return clean(t), c.codes
}

func (c *coder) text(spans []page.Span) Text {
	var t Text
	for _, s := range spans {
		if s.Kind == page.Text {
			t = append(t, Token{Kind: Words, Words: s.Text})
			continue
		}
		code := Code{Kind: s.Kind, Text: s.Text, URL: s.URL}
		if page.IsBare(s) {
			code.Text = s.Children[0].Text
		}
		id := c.id(code)
		if code.alone() {
			t = append(t, Token{Kind: Alone, ID: id})
			continue
		}
		t = append(t, Token{Kind: Open, ID: id})
		t = append(t, c.text(s.Children)...)
		t = append(t, Token{Kind: Close, ID: id})
	}
	return t
}

func (c *coder) id(code Code) string {
	at := -1
	for i, known := range c.codes {
		if known == code && !c.used[i] {
			at = i
			break
		}
	}
	if at < 0 {
		at = len(c.codes)
		c.codes = append(c.codes, code)
	}
	c.used[at] = true
	return strconv.Itoa(at + 1)
}

// spans is the Text by its codes. It is false where a tag is unknown, is left
// open or closes another.
func (t Text) spans(codes []Code) ([]page.Span, bool) {
	type level struct {
		id    string
		spans []page.Span
	}
	stack := []level{{}}
	for _, token := range t {
		top := &stack[len(stack)-1]
		if token.Kind == Words {
			top.spans = append(top.spans, page.Span{Kind: page.Text, Text: token.Words})
			continue
		}
		n, err := strconv.Atoi(token.ID)
		if err != nil || n < 1 || n > len(codes) || codes[n-1].alone() != (token.Kind == Alone) {
			return nil, false
		}
		code := codes[n-1]
		switch token.Kind {
		case Alone:
			s := page.Span{Kind: code.Kind, Text: code.Text, URL: code.URL}
			if code.Kind == page.Link {
				s.Text, s.Children = "", []page.Span{{Kind: page.Text, Text: code.Text}}
			}
			top.spans = append(top.spans, s)
		case Open:
			if len(stack) > 16 {
				return nil, false
			}
			stack = append(stack, level{id: token.ID})
		case Close:
			if len(stack) == 1 || top.id != token.ID {
				return nil, false
			}
			s := page.Span{Kind: code.Kind, URL: code.URL, Children: top.spans}
			stack = stack[:len(stack)-1]
			below := &stack[len(stack)-1]
			below.spans = append(below.spans, s)
		}
	}
	return stack[0].spans, len(stack) == 1
}

// ids lists the positions in codes of those that t uses.
func (t Text) ids(codes []Code) []int {
	var ids []int
	for _, token := range t {
		if n, err := strconv.Atoi(token.ID); err == nil && token.Kind != Close && n >= 1 && n <= len(codes) {
			ids = append(ids, n-1)
		}
	}
	return ids
}

// clean is t as every tool leaves it: no white space at its ends or around
// line breaks that it does not mean, one space for a run of them, and no
// characters that XML cannot hold. No-break spaces are words.
func clean(t Text) Text {
	var out Text
	space := true // nothing, or a space, stands before
	for _, token := range t {
		if token.Kind != Words {
			out = append(out, token)
			if token.Kind == Alone {
				space = false
			}
			continue
		}
		var b strings.Builder
		for _, r := range token.Words {
			switch {
			case r == ' ' || r == '\t' || r == '\n' || r == '\r':
				if !space {
					b.WriteByte(' ')
				}
				space = true
				continue
			case r < ' ' || r == 0xfffe || r == 0xffff || r == utf8.RuneError:
				r = utf8.RuneError
			}
			space = false
			b.WriteRune(r)
		}
		if n := len(out); n > 0 && out[n-1].Kind == Words {
			out[n-1].Words += b.String()
		} else if b.Len() > 0 {
			out = append(out, Token{Kind: Words, Words: b.String()})
		}
	}
	for i := len(out) - 1; i >= 0 && out[i].Kind != Alone; i-- {
		if out[i].Kind == Words {
			out[i].Words = strings.TrimRight(out[i].Words, " ")
			if out[i].Words != "" {
				break
			}
			out = append(out[:i], out[i+1:]...)
		}
	}
	return out
}

// flat is what two Texts have the same of that say the same.
func (t Text) flat() string {
	var b strings.Builder
	for _, token := range t {
		switch token.Kind {
		case Open:
			b.WriteString("\x01" + token.ID + "\x02")
		case Close:
			b.WriteString("\x01/" + token.ID + "\x02")
		case Alone:
			b.WriteString("\x01" + token.ID + "/\x02")
		default:
			b.WriteString(token.Words)
		}
	}
	return b.String()
}

// bare is the words of t alone.
func (t Text) bare() string {
	var b strings.Builder
	for _, token := range t {
		b.WriteString(token.Words)
	}
	return b.String()
}

// markdown is t as a PO file has it, and a person reads it. Tags that have no
// code are left out.
func (t Text) markdown(codes []Code) string {
	if len(t) == 1 && t[0].Kind == Markdown {
		return t[0].Words
	}
	if spans, ok := t.spans(codes); ok {
		if s, ok := page.Compose(spans); ok {
			return s
		}
	}
	return page.Escape(t.bare())
}
