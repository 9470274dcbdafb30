package check

import (
	"html"
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
)

// A piece is inline Markdown of a translation: of a unit, or of its front
// matter.
type piece struct {
	unit *report.Unit // nil in front matter
	line int
	text string // with escapes and code as spaces, so that what is left is markup
}

// pieces are all texts in which markup would count.
func (c *Context) pieces() []piece {
	if c.masked != nil {
		return c.masked
	}
	ps := []piece{}
	for i := range c.units {
		u := &c.units[i]
		if u.Kind == report.Row {
			for _, cell := range u.Cells {
				ps = append(ps, piece{u, u.Line, mask(cell)})
			}
			continue
		}
		ps = append(ps, piece{u, u.Line, mask(u.Text)})
	}
	for _, n := range c.own.Meta.Notices {
		ps = append(ps, piece{nil, c.lineOf(n.Text), mask(n.Text)})
	}
	c.masked = ps
	return ps
}

// sayPiece adds a finding of the check that runs in p.
func (c *Context) sayPiece(p piece, args ...string) {
	if p.unit != nil {
		c.say(p.unit, args...)
		return
	}
	c.sayLine(p.line, args...)
}

// lineOf is the first line of the front matter that has the beginning of s; if
// there is none, the file's first.
func (c *Context) lineOf(s string) int {
	s, _, _ = strings.Cut(s, "\n")
	s = s[:min(len(s), 40)]
	for i, line := range c.lines {
		if s != "" && strings.Contains(line, s) {
			return i + 1
		}
		if i > 0 && strings.TrimSpace(line) == "+++" {
			break
		}
	}
	return 1
}

var escapeOrCode = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]|``[^`](?:[^`]|`[^`])*``|`[^`]+`")

// mask blanks what Markdown takes literally: escapes and code spans.
func mask(s string) string {
	if !strings.ContainsAny(s, "\\`") {
		return s
	}
	return escapeOrCode.ReplaceAllStringFunc(s, func(m string) string { return strings.Repeat(" ", len(m)) })
}

// A target is where a link leads, as it was written.
type target struct {
	address string
	words   string
	image   bool
}

var (
	inlineLink = regexp.MustCompile(`(!?)\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\(\s*(<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)([^()]*)\)`)
	autoLink   = regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>`)
)

// targets finds the links of masked inline Markdown, dead ones too.
func targets(text string) []target {
	var ts []target
	if strings.Contains(text, "](") {
		for _, m := range inlineLink.FindAllStringSubmatch(text, -1) {
			address := strings.TrimSuffix(strings.TrimPrefix(m[3], "<"), ">")
			if title := strings.TrimSpace(m[4]); title != "" && !strings.ContainsAny(title[:1], `"'`) {
				address += " " + title // no title: a space in an address
			}
			ts = append(ts, target{html.UnescapeString(address), m[2], m[1] == "!"})
		}
	}
	if strings.Contains(text, "<") {
		for _, m := range autoLink.FindAllStringSubmatch(text, -1) {
			ts = append(ts, target{address: html.UnescapeString(m[1]), words: m[1]})
		}
	}
	return ts
}
