package review

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A sheet is a unit of the page that is to be, or the rows of a table, which
// stand together.
type sheet struct {
	ID    string
	Label string // what it is
	Class string
	Table []tableRow
	Was   template.HTML // what an older page said there
	State string        // new, changed, gone, conflict
	unit  *report.Unit
	Lang  string
	Dir   string
	line  int // in the source
	text  string
	marks []mark
}

type tableRow struct {
	Header bool
	Cells  []template.HTML
	Was    template.HTML
}

// HTML is what the unit says, with its marks.
func (s *sheet) HTML() template.HTML {
	b := paint(s.unit.Text, s.marks)
	switch {
	case s.unit.Kind == report.Turn:
		name := s.unit.Speaker
		if name == "" {
			name = page.Unidentified
		}
		b = "<b>" + template.HTML(template.HTMLEscapeString(visible(name))) + ":</b> " + b
	case s.unit.Number != "" && s.unit.Kind == report.Paragraph:
		b = template.HTML(template.HTMLEscapeString(s.unit.Number)) + ". " + b
	}
	return b
}

// join marks the place at which a text begins that was joined to what stood
// before it.
func (s *sheet) join(need string, n *note) bool {
	if need == "" || s.Table != nil || s.State == gone {
		return false
	}
	after := 0
	for _, m := range s.marks {
		after = max(after, m.from)
	}
	b := bonesOf(s.text)
	from, _, found := b.find(need, after)
	if found {
		s.marks = append(s.marks, mark{from, from, string(n.Action), n.Number, n.Reason})
	}
	return found
}

// result makes sheets of the units of the page, in the order of the source.
func (d *desk) result() {
	lines := d.places()
	changes := d.changes()
	for i := range d.Page.Units {
		u := &d.Page.Units[i]
		c := changes.of[i]
		s := &sheet{ID: "u" + strconv.Itoa(i+1), unit: u, line: lines[i], State: c.state, Was: c.was, Lang: d.Page.Lang, Dir: direction(d.Page.Lang)}
		d.atUnit[u] = s.ID
		last := len(d.sheets) - 1
		if u.Kind == report.Row && last >= 0 && d.sheets[last].Table != nil && !u.Header && i > 0 && d.Page.Units[i-1].Kind == report.Row {
			t := d.sheets[last]
			d.atUnit[u] = t.ID
			t.row(u, c.was)
			if t.State == "" {
				t.State = c.state
			}
		} else {
			s.dress()
			s.row(u, c.was)
			d.sheets = append(d.sheets, s)
		}
		for _, old := range changes.after[i] {
			d.gone(old, lines[i])
		}
	}
	for _, old := range changes.after[-1] {
		d.gone(old, 0)
	}
	slices.SortStableFunc(d.sheets, func(a, b *sheet) int { return a.line - b.line })
}

// gone shows a unit that the page that stands there has, and the new one not.
func (d *desk) gone(u *report.Unit, line int) {
	s := &sheet{ID: "g" + strconv.Itoa(len(d.differences)+1), unit: u, line: line, State: gone, Lang: d.Page.Lang, Dir: direction(d.Page.Lang)}
	s.dress()
	s.row(u, "")
	d.sheets = append(d.sheets, s)
	d.differences = append(d.differences, difference{gone, s.ID, clip(unit.Words(u))})
}

// dress says what the unit is.
func (s *sheet) dress() {
	u := s.unit
	s.text = page.Plain(u.Text)
	s.Class = string(u.Kind)
	switch u.Kind {
	case report.Heading:
		s.Label = "H" + strconv.Itoa(u.Level)
		s.Class += " h" + strconv.Itoa(u.Level)
	case report.Paragraph:
		s.Label = "¶"
	case report.Item:
		if s.Label = "•"; u.Number != "" {
			s.Label = u.Number + "."
		}
		s.Class += " d" + strconv.Itoa(min(max(u.Level, 1), 6))
	case report.Row:
		s.Label = "▦"
	case report.Turn:
		s.Label = "❝"
	case report.Footnote:
		s.Label = "[^" + u.Label + "]"
	}
	if u.Quote {
		s.Class += " quote"
	}
}

// row adds a row to a table.
func (s *sheet) row(u *report.Unit, was template.HTML) {
	if u.Kind != report.Row {
		return
	}
	r := tableRow{Header: u.Header, Was: was}
	for _, c := range u.Cells {
		r.Cells = append(r.Cells, paint(c, nil))
	}
	s.Table = append(s.Table, r)
	s.text += " " + strings.Join(u.Cells, " ")
}

// places are the lines of the source that the units of the page stand for:
// their own, or where people have edited the page, those of the units of the
// source that they pair with.
func (d *desk) places() []int {
	lines := make([]int, len(d.Page.Units))
	if d.Page == d.Read || d.Read == nil {
		for i := range lines {
			lines[i] = d.Page.Units[i].Line
		}
		return lines
	}
	for _, p := range unit.Align(d.Read.Units, d.Page.Units, nil) {
		if p.Ref >= 0 && p.Own >= 0 {
			lines[p.Own] = d.Read.Units[p.Ref].Line
		}
	}
	for i := range lines {
		if lines[i] == 0 && i > 0 {
			lines[i] = lines[i-1]
		}
	}
	return lines
}
