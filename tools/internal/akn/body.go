package akn

import (
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// attributes are those of a unit's element: its id, what is known of it, and
// its language, if it is not the text's.
func (w *writer) attributes(u *Unit, more ...string) []string {
	class := ""
	switch u.State {
	case report.Stale, report.Missing, report.Extra:
		class = string(u.State)
	}
	if u.Quote {
		class += " quote"
	}
	if len(class) > 0 && class[0] == ' ' {
		class = class[1:]
	}
	return append([]string{"eId", u.ID, "class", class, "xml:lang", u.Lang}, more...)
}

// unit writes a unit where the document has come to.
func (w *writer) unit(u *Unit) {
	switch u.Kind {
	case report.Heading:
		w.closeSections(u.Level)
		w.openSection(u.Level, w.attributes(u)...)
		w.start("heading").spans(page.Spans(u.Text))
		w.end()
	case report.Turn:
		w.closeSpeech()
		w.begin()
		w.start("speech", w.attributes(u, "by", "#"+w.speakers[u.Speaker])...)
		w.speech = true
		w.block("from", orElse(u.Speaker, w.unidentified()))
		w.start("p").spans(page.Spans(u.Text))
		w.end()
	case report.Item:
		w.item(u)
	case report.Row:
		w.row(u)
	default:
		w.paragraph(u)
	}
}

// begin opens the section that a debate cannot be without; the first heading
// closes it.
func (w *writer) begin() {
	if w.debate && len(w.sections) == 0 {
		w.openSection(7, "eId", "body")
	}
}

func (w *writer) openSection(level int, attributes ...string) {
	name := "section"
	if w.debate {
		name, attributes = "debateSection", append([]string{"name", "section"}, attributes...)
	}
	w.start(name, attributes...)
	w.sections = append(w.sections, level)
}

// closeSections closes the sections of this level and below.
func (w *writer) closeSections(level int) {
	w.closeSpeech()
	for n := len(w.sections); n > 0 && w.sections[n-1] >= level; n-- {
		w.sections = w.sections[:n-1]
		w.end()
	}
}

func (w *writer) closeSpeech() {
	w.closeBlocks(0)
	if w.speech {
		w.end()
		w.speech = false
	}
}

// closeBlocks closes the table that is open, and lists until depth are left.
func (w *writer) closeBlocks(depth int) {
	if w.table {
		w.end()
		w.table = false
	}
	for w.lists > depth {
		w.end().end() // item and blockList
		w.lists--
	}
	if depth == 0 && w.wrapped {
		w.end().end() // content and paragraph
		w.wrapped = false
	}
}

// wrap opens what a list or a table stands in: outside a debate the hierarchy
// holds paragraphs alone.
func (w *writer) wrap(id string) {
	w.begin()
	if !w.debate && !w.wrapped {
		w.start("paragraph", "eId", "of-"+id).start("content")
		w.wrapped = true
	}
}

func (w *writer) paragraph(u *Unit) {
	w.closeBlocks(min(u.Level, w.lists))
	number := ""
	if u.Number != "" {
		number = u.Number + "."
	}
	if w.lists > 0 || w.debate {
		w.begin()
		w.start("p", w.attributes(u)...)
		if number != "" {
			w.text(number + " ")
		}
		w.spans(page.Spans(u.Text))
		w.end()
		return
	}
	w.start("paragraph", w.attributes(u)...)
	if number != "" {
		w.block("num", number)
	}
	w.start("content").start("p").spans(page.Spans(u.Text))
	w.end().end().end()
}

func (w *writer) item(u *Unit) {
	depth := min(max(1, u.Level), w.lists+1)
	w.closeBlocks(depth)
	w.wrap(u.ID)
	if w.lists == depth {
		w.end() // the item before
	} else {
		w.start("blockList", "eId", "list-"+u.ID)
		w.lists++
	}
	w.start("item", w.attributes(u)...)
	if u.Number != "" {
		w.block("num", u.Number+".")
	}
	w.start("p").spans(page.Spans(u.Text))
	w.end()
}

func (w *writer) row(u *Unit) {
	if w.table && u.Header {
		w.end()
		w.table = false
	}
	if !w.table {
		w.closeBlocks(min(u.Level, w.lists))
		w.wrap(u.ID)
		w.start("table", "eId", "table-"+u.ID)
		w.table = true
	}
	cell := "td"
	if u.Header {
		cell = "th"
	}
	w.start("tr", w.attributes(u)...)
	for _, c := range u.Cells {
		w.start(cell).start("p").spans(page.Spans(c))
		w.end().end()
	}
	w.end()
}
