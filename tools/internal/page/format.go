package page

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

// Format writes a translation as the file that Parse reads.
func Format(t *report.Translation) []byte {
	return []byte("+++\n" + formatFront(&t.Meta) + "+++\n\n" + Markdown(t.Units))
}

// Markdown writes units as plain Markdown: a blank line between blocks, none
// inside a list or a table, every unit on a line of its own.
func Markdown(units []report.Unit) string {
	w := &writer{}
	for i := range units {
		w.unit(&units[i])
	}
	return w.b.String()
}

type writer struct {
	b      strings.Builder
	before *report.Unit
	depth  int    // of the item before, from 0
	levels []int  // of the items that are open, by depth: siblings whose level was skipped stay siblings
	widths []int  // of their markers
	delims []byte // of the ordered lists that are open, by depth
	last   []int  // number of the last item, by depth; -1 in a bulleted list
}

func (w *writer) unit(u *report.Unit) {
	within := u.Level // the level of the item that it stands in
	switch u.Kind {
	case report.Heading, report.Footnote:
		within = 0
	case report.Item:
		within--
	}
	depth := 0
	for depth < len(w.levels) && w.levels[depth] <= within {
		depth++
	}
	marker := ""
	if u.Kind == report.Item {
		marker = w.marker(u, depth)
	} else {
		w.levels, w.widths = w.levels[:depth], w.widths[:depth]
	}
	margin := 0
	for _, width := range w.widths[:depth] {
		margin += width
	}
	w.separate(u, depth)

	lines := strings.Split(marker+unitText(u), "\n")
	for i, line := range lines {
		prefix := strings.Repeat(" ", margin)
		switch {
		case i > 0 && u.Kind == report.Item:
			prefix += strings.Repeat(" ", len(marker))
		case i > 0 && u.Kind == report.Footnote:
			prefix += "    "
		}
		w.line(u.Quote, prefix+line)
	}
	w.before, w.depth = u, depth
}

// marker opens an item at depth (from 0). Two ordered lists that touch are
// told apart by their delimiters.
func (w *writer) marker(u *report.Unit, depth int) string {
	number, err := strconv.Atoi(u.Number)
	if err != nil {
		number = -1 // a bullet
	}
	open := len(w.widths) > depth && w.before != nil && w.before.Kind != report.Heading
	delim := byte('.')
	if open && number >= 0 && w.last[depth] >= 0 {
		delim = w.delims[depth]
		if number != w.last[depth]+1 {
			delim = '.' + ')' - delim
		}
	}
	marker := "- "
	if u.Number != "" {
		marker = u.Number + string(delim) + " "
	}
	w.levels = append(w.levels[:depth], u.Level)
	w.widths = append(w.widths[:depth], len(marker))
	w.delims = append(w.delims[:depth], delim)
	w.last = append(w.last[:depth], number)
	return marker
}

// separate writes the blank line between two blocks.
func (w *writer) separate(u *report.Unit, depth int) {
	// A list that does not begin at 1 cannot interrupt a paragraph.
	interrupts := depth > w.depth && u.Number != "" && u.Number != "1"
	switch {
	case w.before == nil:
	case w.before.Kind == report.Item && u.Kind == report.Item && w.before.Quote == u.Quote && !interrupts &&
		(w.depth != depth || (w.before.Number == "") == (u.Number == "")):
	case w.before.Kind == report.Row && u.Kind == report.Row && !u.Header && w.before.Quote == u.Quote:
	default:
		w.line(w.before.Quote && u.Quote, "")
	}
}

func (w *writer) line(quote bool, s string) {
	if quote {
		s = "> " + s
	}
	w.b.WriteString(strings.TrimRight(s, " "))
	w.b.WriteByte('\n')
}

// unitText is a unit's Markdown without the marker of its list.
func unitText(u *report.Unit) string {
	switch u.Kind {
	case report.Heading:
		return strings.Repeat("#", max(1, min(6, u.Level))) + " " + headingText(u)
	case report.Turn:
		name := u.Speaker
		if name == "" {
			name = Unidentified
		}
		return strings.TrimRight("**"+Escape(name)+":** "+guardRest(u.Text), " ")
	case report.Footnote:
		return "[^" + u.Label + "]: " + guardLines(u.Text)
	case report.Row:
		return row(u)
	case report.Paragraph:
		if u.Number != "" {
			return u.Number + `\. ` + guardRest(u.Text)
		}
	}
	return guardLines(u.Text)
}

var closing = regexp.MustCompile(`(^|[ \t])(#+)$`)

// headingText is on one line, and does not end in what would close a heading.
func headingText(u *report.Unit) string {
	return closing.ReplaceAllString(strings.ReplaceAll(u.Text, hardBreak, " "), `$1\$2`)
}

func row(u *report.Unit) string {
	cells := make([]string, len(u.Cells))
	for i, c := range u.Cells {
		cells[i] = strings.ReplaceAll(strings.ReplaceAll(c, hardBreak, " "), "|", `\|`)
	}
	s := "| " + strings.Join(cells, " | ") + " |"
	if u.Header {
		s += "\n|"
		for i := range u.Cells {
			rule := " --- |"
			if i < len(u.Align) && u.Align[i] == report.AlignCenter {
				rule = " :---: |"
			} else if i < len(u.Align) && u.Align[i] == report.AlignEnd {
				rule = " ---: |"
			}
			s += rule
		}
	}
	return s
}

var (
	blockStart  = regexp.MustCompile("^(?:#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|>|```|~~~|\\[\\^[^\\]]+\\]:|(?:[-*_][ \t]*){3,}$|=+$|\\|)")
	numberStart = regexp.MustCompile(`^\d{1,9}[.)](?:[ \t]|$)`)
)

// guardLines guards each line of a text, guardRest all but the first.
func guardLines(s string) string {
	first, rest, broken := strings.Cut(s, hardBreak)
	if !broken {
		return guard(s)
	}
	return guard(first) + hardBreak + guardLines(rest)
}

func guardRest(s string) string {
	first, rest, broken := strings.Cut(s, hardBreak)
	if !broken {
		return s
	}
	return first + hardBreak + guardLines(rest)
}

// guard escapes a text whose beginning would make it another kind of block.
func guard(s string) string {
	if blockStart.MatchString(s) {
		return `\` + s
	}
	if m := numberStart.FindString(s); m != "" {
		at := strings.IndexAny(m, ".)")
		return s[:at] + `\` + s[at:]
	}
	return s
}
