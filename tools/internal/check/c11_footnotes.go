package check

import (
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// footnotes (C11) finds references without a note, notes without a reference,
// and notes of the reference text that the translation does not have.
func footnotes(c *Context) {
	defined, referred := make(map[string]bool), make(map[string]bool)
	for i := range c.units {
		if label := strings.ToLower(c.units[i].Label); label != "" {
			defined[label] = true
		}
	}
	for i := range c.units {
		u := &c.units[i]
		for _, label := range noteRefs(u) {
			key := strings.ToLower(label)
			if !defined[key] && !referred[key] {
				c.say(u, "Label", label)
			}
			referred[key] = true
		}
	}
	for i := range c.units {
		if u := &c.units[i]; u.Label != "" && !referred[strings.ToLower(u.Label)] {
			c.vary("unused", report.Error, u, "Label", u.Label)
		}
	}
	c.pairs(func(p pair) {
		have := make(map[string]bool)
		for _, label := range noteRefs(p.own) {
			have[strings.ToLower(label)] = true
		}
		for _, label := range noteRefs(p.ref) {
			if key := strings.ToLower(label); !have[key] && !referred[key] {
				c.vary("lost", report.Error, p.own, "Label", label, "Reference", page.Plain(p.ref.Text))
			}
		}
	})
}

// noteRefs are the labels of the notes that a unit refers to, in order.
func noteRefs(u *report.Unit) []string {
	texts := u.Cells
	if u.Text != "" {
		texts = []string{u.Text}
	}
	var labels []string
	var look func([]page.Span)
	look = func(spans []page.Span) {
		for _, s := range spans {
			if s.Kind == page.NoteRef {
				labels = append(labels, s.Text)
			}
			look(s.Children)
		}
	}
	for _, text := range texts {
		if strings.Contains(text, "[^") {
			look(page.Spans(text))
		}
	}
	return labels
}
