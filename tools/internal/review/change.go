package review

import (
	"html/template"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// What became of a unit since the page that stands there.
const (
	added    = "new"
	changed  = "changed"
	gone     = "gone"
	conflict = "conflict"
)

// A difference leads to one.
type difference struct{ State, ID, Text string }

// changes are what is different from the page that stands there: by unit of
// the new one, and the units that are gone by the place before them, or -1.
type changes struct {
	of    []change
	after map[int][]*report.Unit
}

type change struct {
	state string
	was   template.HTML
}

func (d *desk) changes() changes {
	c := changes{of: make([]change, len(d.Page.Units)), after: map[int][]*report.Unit{}}
	if d.Old == nil {
		return c
	}
	last := -1
	differ := func(i int, state string, was template.HTML) {
		c.of[i] = change{state, was}
		id := "u" + strconv.Itoa(i+1)
		d.differences = append(d.differences, difference{state, id, clip(unit.Words(&d.Page.Units[i]))})
	}
	for _, p := range unit.Align(d.Old.Units, d.Page.Units, nil) {
		switch {
		case p.Own < 0:
			c.after[last] = append(c.after[last], &d.Old.Units[p.Ref])
			continue
		case p.Ref < 0:
			differ(p.Own, added, "")
		default:
			was, is := unit.Words(&d.Old.Units[p.Ref]), unit.Words(&d.Page.Units[p.Own])
			if was != is {
				differ(p.Own, changed, compared(was, is))
			}
		}
		last = p.Own
	}
	for _, clash := range d.Conflicts {
		for i := range d.Page.Units {
			if clash.Ours != nil && unit.Words(&d.Page.Units[i]) == unit.Words(clash.Ours) && d.Page.Units[i].Kind == clash.Ours.Kind {
				c.of[i].state = conflict
			}
		}
	}
	return c
}

// maxCompared is how many words of a text are compared one by one; what is
// longer is compared from both ends.
const maxCompared = 700

// compared is two texts in one: what is gone and what is new, word by word.
func compared(was, is string) template.HTML {
	a, b := strings.Fields(was), strings.Fields(is)
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	var out strings.Builder
	write := func(tag string, words []string) {
		if len(words) == 0 {
			return
		}
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		text := template.HTMLEscapeString(visible(strings.Join(words, " ")))
		if tag != "" {
			text = "<" + tag + ">" + text + "</" + tag + ">"
		}
		out.WriteString(text)
	}
	write("", a[:start])
	middle(a[start:len(a)-end], b[start:len(b)-end], write)
	write("", a[len(a)-end:])
	return template.HTML(out.String())
}

// middle compares what is neither alike at the start nor at the end: by the
// longest words that both have in common.
func middle(a, b []string, write func(string, []string)) {
	if len(a) > maxCompared || len(b) > maxCompared {
		write("del", a)
		write("ins", b)
		return
	}
	table := make([][]int16, len(a)+1)
	for i := range table {
		table[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		i0, j0 := i, j
		for i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
		}
		write("", a[i0:i])
		i0, j0 = i, j
		for (i < len(a) || j < len(b)) && !(i < len(a) && j < len(b) && a[i] == b[j]) {
			if j == len(b) || i < len(a) && table[i+1][j] >= table[i][j+1] {
				i++
			} else {
				j++
			}
		}
		write("del", a[i0:i])
		write("ins", b[j0:j])
	}
}

// clash is a conflict as a person decides on it: what each side has made of
// the text.
type clash struct {
	Base         string
	Ours, Theirs template.HTML
}

// Clashes are what both people and the newer source changed.
func (v *view) Clashes() []clash {
	says := func(u *report.Unit) string {
		if u == nil {
			return "—"
		}
		return visible(strings.Join(strings.Fields(unit.Words(u)), " "))
	}
	var list []clash
	for _, c := range v.Conflicts {
		base := says(c.Base)
		list = append(list, clash{base, compared(base, says(c.Ours)), compared(base, says(c.Theirs))})
	}
	return list
}
