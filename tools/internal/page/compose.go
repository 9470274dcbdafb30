package page

import (
	"slices"
	"strings"
	"unicode"
)

// Compose writes spans as inline Markdown that Spans reads as the same. Where
// Markdown has no way to say them (emphasis that ends in punctuation before a
// letter, as Chinese has it), the punctuation moves out of the emphasis, and
// failing that the emphasis goes and the words stay. It is false for spans
// that are none of a unit: a link that SafeURL refuses, a link in a link.
func Compose(spans []Span) (string, bool) {
	want := merge(spans)
	for _, loosen := range []func([]Span) []Span{
		func(s []Span) []Span { return s }, punctuationOut, withoutEmphasis,
	} {
		spans := merge(loosen(want))
		for _, bare := range []bool{true, false} { // an address that touches a letter or a mark is not read as one
			s := strings.TrimSpace(compose(spans, bare))
			if slices.EqualFunc(Spans(s), trim(spans), same) {
				return s, true
			}
		}
	}
	return "", false
}

func compose(spans []Span, bare bool) string {
	var b strings.Builder
	for _, s := range spans {
		switch s.Kind {
		case Text:
			b.WriteString(Escape(s.Text))
		case Code:
			b.WriteString(codeSpan(s.Text))
		case Emphasis:
			b.WriteString("*" + compose(s.Children, bare) + "*")
		case Strong:
			b.WriteString("**" + compose(s.Children, bare) + "**")
		case Link:
			b.WriteString(linkText(s, bare))
		case NoteRef:
			b.WriteString("[^" + s.Text + "]")
		case Break:
			b.WriteString(hardBreak)
		}
	}
	return b.String()
}

// codeSpan fences code with more backticks than stand in it.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// linkText writes an address that is its own words bare, as people do, if it
// may.
func linkText(s Span, bare bool) string {
	if words := plain(s.Children); !bare || !IsBare(s) {
		// spelt out below
	} else if slices.EqualFunc(Spans(words), []Span{s}, same) {
		return words
	} else if slices.EqualFunc(Spans("<"+words+">"), []Span{s}, same) {
		return "<" + words + ">"
	}
	address := s.URL
	if strings.ContainsAny(address, "() <>") {
		address = "<" + address + ">"
	}
	return "[" + strings.ReplaceAll(compose(s.Children, bare), "]", `\]`) + "](" + address + ")"
}

// IsBare reports whether a link is an address that stands for itself.
func IsBare(s Span) bool {
	if s.Kind != Link || len(s.Children) != 1 || s.Children[0].Kind != Text {
		return false
	}
	words := s.Children[0].Text
	return s.URL == words || s.URL == "mailto:"+words || s.URL == "http://"+words
}

// merge joins the texts that touch and drops what says nothing.
func merge(spans []Span) []Span {
	var merged []Span
	for _, s := range spans {
		s.Children = merge(s.Children)
		switch n := len(merged); {
		case s.Kind == Text && s.Text == "", (s.Kind == Emphasis || s.Kind == Strong) && len(s.Children) == 0:
		case s.Kind == Text && n > 0 && merged[n-1].Kind == Text:
			merged[n-1].Text += s.Text
		default:
			merged = append(merged, s)
		}
	}
	return merged
}

// trim is spans as they read from a unit, whose text neither begins nor ends
// with a space.
func trim(spans []Span) []Span {
	spans = slices.Clone(spans)
	if n := len(spans); n > 0 && spans[0].Kind == Text {
		spans[0].Text = strings.TrimLeftFunc(spans[0].Text, unicode.IsSpace)
	}
	if n := len(spans); n > 0 && spans[n-1].Kind == Text {
		spans[n-1].Text = strings.TrimRightFunc(spans[n-1].Text, unicode.IsSpace)
	}
	return merge(spans)
}

func same(a, b Span) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.URL == b.URL && slices.EqualFunc(a.Children, b.Children, same)
}

// punctuationOut moves spaces and punctuation from the edges of emphasis to
// the text beside it.
func punctuationOut(spans []Span) []Span {
	edge := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }
	var out []Span
	for _, s := range spans {
		s.Children = punctuationOut(s.Children)
		n := len(s.Children)
		if s.Kind != Emphasis && s.Kind != Strong || n == 0 {
			out = append(out, s)
			continue
		}
		s.Children = slices.Clone(s.Children)
		before, after := "", ""
		if first := &s.Children[0]; first.Kind == Text {
			rest := strings.TrimLeftFunc(first.Text, edge)
			before, first.Text = first.Text[:len(first.Text)-len(rest)], rest
		}
		if last := &s.Children[n-1]; last.Kind == Text {
			rest := strings.TrimRightFunc(last.Text, edge)
			after, last.Text = last.Text[len(rest):], rest
		}
		out = append(out, Span{Kind: Text, Text: before}, s, Span{Kind: Text, Text: after})
	}
	return out
}

func withoutEmphasis(spans []Span) []Span {
	var out []Span
	for _, s := range spans {
		s.Children = withoutEmphasis(s.Children)
		if s.Kind == Emphasis || s.Kind == Strong {
			out = append(out, s.Children...)
			continue
		}
		out = append(out, s)
	}
	return out
}
