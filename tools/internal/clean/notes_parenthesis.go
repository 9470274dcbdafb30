package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	parenthesisRef  = regexp.MustCompile(`([\p{L}\p{M}][.,;:،؛。，]?|[\p{L}\p{M}\d][”»’"]{1,2})\((\d{1,3})\)`)
	parenthesisBody = regexp.MustCompile(`^\((\d{1,3})\)[ \x{a0}]*(\S.*)$`)
)

// parenthesisNotes makes footnotes of numbers in parentheses, as Arabic
// documents print them: each hangs on a word without a space, has one text of
// its own below it, and they count from one.
func (d *document) parenthesisNotes() {
	bodies := map[string]int{}
	for i, b := range d.blocks {
		if !strings.HasPrefix(b.Text, "(") {
			continue
		}
		if m := parenthesisBody.FindStringSubmatch(b.Text); m != nil && b.Kind == source.Paragraph && !b.turn {
			if _, twice := bodies[m[1]]; twice {
				return
			}
			bodies[m[1]] = i
		}
	}
	if len(bodies) == 0 {
		return
	}
	marked := map[string]int{}
	for i, b := range d.blocks {
		for _, m := range parenthesisRef.FindAllStringSubmatch(b.Text, -1) {
			if at, ok := bodies[m[2]]; ok && i < at {
				marked[m[2]]++
			}
		}
	}
	for n := range len(bodies) {
		if marked[strconv.Itoa(n+1)] != 1 {
			return
		}
	}
	for _, b := range d.blocks {
		if b.Kind == source.Note {
			continue
		}
		if m := parenthesisBody.FindStringSubmatch(b.Text); m != nil && b.Kind == source.Paragraph && !b.turn {
			b.Kind, b.Label, b.Text = source.Note, m[1], m[2]
			d.log(report.Moved, "footnote", b, b.Text, "[^"+b.Label+"]")
			continue
		}
		b.Text = parenthesisRef.ReplaceAllStringFunc(b.Text, func(s string) string {
			m := parenthesisRef.FindStringSubmatch(s)
			if marked[m[2]] == 0 {
				return s
			}
			return m[1] + "[^" + m[2] + "]"
		})
	}
}
