package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What pandoc writes in braces where Markdown has no word for what a file says:
// the size of a picture, the anchor of a heading, the style of some words.
const attributes = `\{(?:-|[.#][\p{L}\d_:.-]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+))(?:\s+(?:[.#][\p{L}\d_:.-]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+)))*\s*\}`

var (
	ofLink    = regexp.MustCompile(`(\]\([^()]*\))` + attributes)
	ofSpan    = regexp.MustCompile(`\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]` + attributes)
	ofHeading = regexp.MustCompile(`(?m)^(#{1,6} .*?)[ \t]*` + attributes + `[ \t]*$`)
	ofDiv     = regexp.MustCompile(`(?m)^[ \t]*:{3,}(?:[ \t]*(?:\{[^{}]*\}|[\w-]+))?(?:[ \t]*:+)?[ \t]*$`)
)

// unattributed is a text without such braces, every line in its place.
func unattributed(s string) string {
	if strings.Contains(s, "]{") || strings.Contains(s, "){") {
		s = ofLink.ReplaceAllStringFunc(s, func(m string) string {
			at := strings.LastIndex(m, "){") + 1
			return m[:at] + strings.Repeat("\n", strings.Count(m[at:], "\n"))
		})
		for n := 0; n < 4 && ofSpan.MatchString(s); n++ { // one style within another
			s = ofSpan.ReplaceAllStringFunc(s, func(m string) string {
				at := strings.LastIndex(m, "]{")
				return m[1:at] + strings.Repeat("\n", strings.Count(m[at:], "\n"))
			})
		}
	}
	if strings.Contains(s, "{") {
		s = ofHeading.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, ":::") {
		s = ofDiv.ReplaceAllString(s, "")
	}
	return s
}

// closeBold ends bold type at a line break that was meant and begins it again
// below: each of the lines is one of its own.
func closeBold(lines []string) {
	for i := 0; i+1 < len(lines); i++ {
		if strings.Count(lines[i], "**")%2 == 0 {
			continue
		}
		ending := hardBreak.FindString(lines[i])
		if ending == "" || !boldGoesOn(lines[i+1:]) {
			continue
		}
		lines[i] = strings.TrimSuffix(lines[i], ending) + "**" + ending
		next := strings.TrimLeft(lines[i+1], " \t")
		lines[i+1] = lines[i+1][:len(lines[i+1])-len(next)] + "**" + next
	}
}

var hardBreak = regexp.MustCompile(`(?:\\| {2,})$`)

// boldGoesOn reports whether one of the lines ends bold type that is open
// above, before the paragraph does.
func boldGoesOn(lines []string) bool {
	for _, line := range lines[:min(len(lines), 8)] {
		switch {
		case strings.TrimSpace(line) == "":
			return false
		case strings.Count(line, "**")%2 == 1:
			return true
		}
	}
	return false
}

// unwrapped joins the lines of paragraphs and items that nothing parts, as
// Markdown means them.
func unwrapped(blocks []Block) []Block {
	out := blocks[:0]
	for _, b := range blocks {
		if n := len(out); n > 0 && b.Kind == Paragraph && b.Blank == 0 {
			above := &out[n-1]
			if (above.Kind == Paragraph || above.Kind == Item) && !above.Broken && above.Quote == b.Quote {
				last, _ := utf8.DecodeLastRuneInString(above.Text)
				first, _ := utf8.DecodeRuneInString(b.Text)
				if !unicode.Is(unicode.Han, first) && !(unicode.Is(unicode.Han, last) && unicode.IsPunct(first)) || last < 0x2e80 {
					above.Text += " "
				}
				above.Text, above.Broken = above.Text+b.Text, b.Broken
				above.Width = above.Left + utf8.RuneCountInString(above.Text)
				continue
			}
		}
		out = append(out, b)
	}
	return out
}
