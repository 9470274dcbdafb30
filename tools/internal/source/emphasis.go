package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
)

// settle moves the ends of emphasis to where Markdown can read them: past
// white space, and past punctuation that touches a letter outside. What has
// no letters of its own looks like both its neighbours, or like neither.
func settle(runs []Run) []Run {
	for i := range runs {
		if r := &runs[i]; isNeutral(r) {
			before, after := &Run{}, &Run{}
			if i > 0 {
				before = &runs[i-1]
			}
			if i+1 < len(runs) {
				after = &runs[i+1]
			}
			r.Bold, r.Italic = before.Bold && after.Bold, before.Italic && after.Italic
			if before.Link != after.Link {
				r.Link = ""
			} else if r.Note == "" {
				r.Link = before.Link
			}
			r.Super, r.Sub = false, false
		}
	}
	settled := make([]Run, 0, len(runs)+4)
	for i := range runs {
		r := runs[i]
		if r.Note != "" || r.Break || !r.Bold && !r.Italic && r.Link == "" {
			settled = append(settled, r)
			continue
		}
		var before, after Run
		if i > 0 {
			before = runs[i-1]
		}
		if i+1 < len(runs) {
			after = runs[i+1]
		}
		head, tail := 0, len(r.Text)
		if opens(&before, &r) {
			last, _ := utf8.DecodeLastRuneInString(before.Text)
			head = edge(r.Text, isWordRune(last))
		}
		if opens(&after, &r) {
			next, _ := utf8.DecodeRuneInString(after.Text)
			tail = endEdge(r.Text, isWordRune(next))
		}
		if head >= tail {
			settled = append(settled, Run{Text: r.Text, Super: r.Super, Sub: r.Sub, Link: r.Link})
			continue
		}
		if head > 0 {
			settled = append(settled, Run{Text: r.Text[:head], Link: before.linkWith(r)})
		}
		middle := r
		middle.Text = r.Text[head:tail]
		settled = append(settled, middle)
		if tail < len(r.Text) {
			settled = append(settled, Run{Text: r.Text[tail:], Link: after.linkWith(r)})
		}
	}
	return settled
}

// linkWith is the link that two runs share.
func (a Run) linkWith(b Run) string {
	if a.Link == b.Link {
		return a.Link
	}
	return ""
}

// isNeutral reports whether a run has no look of its own.
func isNeutral(r *Run) bool {
	return r.Note != "" || r.Break || strings.TrimSpace(r.Text) == ""
}

// opens reports whether emphasis that the neighbour does not have stands
// between it and r.
func opens(neighbour, r *Run) bool {
	return r.Bold && !neighbour.Bold || r.Italic && !neighbour.Italic || r.Link != neighbour.Link
}

// edge is where emphasis can begin in s.
func edge(s string, touchesWord bool) int {
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	if touchesWord && len(trimmed) == len(s) {
		trimmed = strings.TrimLeftFunc(s, func(c rune) bool { return !isWordRune(c) })
	}
	return len(s) - len(trimmed)
}

// endEdge is where emphasis can end in s.
func endEdge(s string, touchesWord bool) int {
	trimmed := strings.TrimRightFunc(s, unicode.IsSpace)
	if touchesWord && len(trimmed) == len(s) {
		trimmed = strings.TrimRightFunc(s, func(c rune) bool { return !isWordRune(c) })
	}
	return len(trimmed)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// The order in which styles stand in each other.
const (
	byLink = iota
	byBold
	byItalic
	byHeight
	asText
)

// write nests the styles of runs: a link around strong, strong around
// emphasis, so that no two marks touch.
func write(runs []Run, by int, inLink bool) string {
	var b strings.Builder
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && alike(&runs[i], &runs[j], by) {
			j++
		}
		group, first := runs[i:j], runs[i]
		i = j
		if by == asText {
			b.WriteString(lettersOf(group, inLink))
			continue
		}
		before, after := "", ""
		linked := inLink
		switch {
		case by == byLink && first.Link != "":
			if address, ok := page.SafeURL(first.Link); ok {
				before, after, linked = "[", "]("+roundless.Replace(address)+")", true
			}
		case by == byBold && first.Bold:
			before, after = "**", "**"
		case by == byItalic && first.Italic:
			before, after = "*", "*"
		case by == byHeight && first.Super:
			before, after = "<sup>", "</sup>"
		case by == byHeight && first.Sub:
			before, after = "<sub>", "</sub>"
		}
		s := write(group, by+1, linked)
		if trimmed := strings.TrimSpace(s); before != "" && trimmed != "" && trimmed != "<br>" {
			at := strings.Index(s, trimmed)
			s = s[:at] + before + trimmed + after + s[at+len(trimmed):]
		}
		b.WriteString(s)
	}
	return b.String()
}

var roundless = strings.NewReplacer("(", "%28", ")", "%29", " ", "%20")

func alike(a, b *Run, by int) bool {
	switch by {
	case byLink:
		return a.Link == b.Link
	case byBold:
		return a.Bold == b.Bold
	case byItalic:
		return a.Italic == b.Italic
	case byHeight:
		return a.Super == b.Super && a.Sub == b.Sub
	}
	return true
}

// lettersOf is the text of runs that look alike.
func lettersOf(group []Run, inLink bool) string {
	var b, text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			s := escape(text.String())
			if inLink {
				s = brackets.Replace(s)
			}
			b.WriteString(s)
			text.Reset()
		}
	}
	for i := range group {
		switch r := &group[i]; {
		case r.Note != "":
			flush()
			b.WriteString("[^" + r.Note + "]")
		case r.Break:
			flush()
			b.WriteString("<br>")
		default:
			text.WriteString(r.Text)
		}
	}
	flush()
	return b.String()
}

// brackets of the words of a link, which would end it.
var brackets = strings.NewReplacer(`\[`, `\[`, `\]`, `\]`, "[", `\[`, "]", `\]`)

// escape is page.Escape, which most texts do not need.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\*_`[]<&") {
		return s
	}
	return page.Escape(s)
}
