package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A formula is a node of one, whichever markup it came in. Markdown has no
// formulas, so that one is written in a line, as Unicode's technical note 28
// does: a fraction with a slash, what stands above and below after ^ and _.
type formula struct {
	kind  formulaKind
	text  string     // of a token; of a fence: what opens it; of an accent: its mark
	close string     // of a fence
	parts []*formula // of a scripted one: base, below, above, of which the last two may be nil
}

type formulaKind int

const (
	row formulaKind = iota
	token
	fraction // two parts
	scripted // three
	root     // of the first part; the second is its degree, or nil
	fence    // parts between text and close
	accent   // over or under the one part
	matrix   // rows, each a row of cells
)

// line is the formula in a line of text.
func (f *formula) line() string {
	if f == nil {
		return ""
	}
	switch f.kind {
	case token:
		return f.text
	case fraction:
		return f.parts[0].group() + "/" + f.parts[1].group()
	case scripted:
		s := f.parts[0].group()
		if f.parts[1] != nil {
			s += "_" + f.parts[1].group()
		}
		if f.parts[2] != nil {
			s += "^" + f.parts[2].group()
		}
		return s
	case root:
		s := "√" + f.parts[0].group()
		if degree := f.parts[1].line(); degree != "" {
			s = "(" + degree + ")" + s
		}
		return s
	case fence:
		return f.text + joinFormulas(f.parts, ", ") + f.close
	case accent:
		s := f.parts[0].line()
		if utf8.RuneCountInString(s) == 1 {
			return s + f.text
		}
		return s
	case matrix:
		var rows []string
		for _, r := range f.parts {
			rows = append(rows, joinFormulas(r.parts, ", "))
		}
		return strings.Join(rows, "; ")
	}
	s := ""
	for i, p := range f.parts {
		next := p.line()
		if i > 0 && f.parts[i-1].kind == fraction && opensTerm(next) {
			s += " "
		}
		s += next
	}
	return s
}

func joinFormulas(parts []*formula, between string) string {
	var texts []string
	for _, p := range parts {
		if s := p.line(); s != "" {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, between)
}

// group is the formula in brackets, where something beside it would otherwise
// take a part of it.
func (f *formula) group() string {
	s := f.line()
	for f != nil && f.kind == row && len(f.parts) == 1 {
		f = f.parts[0]
	}
	if f == nil || f.kind == fence && f.text != "" || f.kind == accent || isAtom(s) {
		return s
	}
	return "(" + s + ")"
}

// isAtom reports whether a text holds together by itself: letters or digits, or
// one sign.
func isAtom(s string) bool {
	if utf8.RuneCountInString(s) <= 1 {
		return true
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(".,'′∞", r) {
			return false
		}
	}
	return true
}

// opensTerm reports whether a text would be taken for a part of what stands
// before it.
func opensTerm(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '('
}

// marks over letters, by the signs that formulas have for them.
var marks = map[string]string{"^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "¯": "\u0304", "‾": "\u0304", "_": "\u0332", "̅": "\u0304",
	"˙": "\u0307", ".": "\u0307", "¨": "\u0308", "→": "\u20d7", "⃗": "\u20d7", "´": "\u0301", "`": "\u0300", "ˇ": "\u030c", "˘": "\u0306"}

// maxFormula is how deep a formula is read; what is deeper is its text alone.
const maxFormula = 60
