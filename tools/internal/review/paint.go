package review

import (
	"html"
	"html/template"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/page"
)

// A mark is a stretch of a text to which an import did something, in bytes of
// the text without markup. One that is empty is a place in it.
type mark struct {
	from, to int
	action   string
	note     int
	title    string
}

// paint is the HTML of inline Markdown with marks in it. Every character that
// it says is escaped here; the tags are ours.
func paint(markdown string, marks []mark) template.HTML {
	p := newPainter(marks)
	p.spans(page.Spans(markdown))
	return p.done()
}

// paintPlain is paint for a text that has no markup.
func paintPlain(s string, marks []mark) template.HTML {
	p := newPainter(marks)
	p.text(s)
	return p.done()
}

type painter struct {
	b     strings.Builder
	at    int // how much of the text has been written
	marks []mark
	link  bool   // a link is open, in which no other may stand
	held  []mark // to be referred to behind it
}

func newPainter(marks []mark) *painter {
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].from < marks[j].from })
	p := &painter{}
	end := 0
	for _, m := range marks {
		if m.from < end {
			m.from = end // two of them overlap: the second begins where the first ends
			m.to = max(m.to, end)
		}
		end = m.to
		p.marks = append(p.marks, m)
	}
	return p
}

// text writes a stretch of text and the marks in it.
func (p *painter) text(s string) {
	for s != "" {
		if len(p.marks) == 0 || p.marks[0].from >= p.at+len(s) {
			p.say(s)
			return
		}
		m := &p.marks[0]
		if m.from > p.at {
			n := m.from - p.at
			p.say(s[:n])
			s = s[n:]
			continue
		}
		n := min(m.to-p.at, len(s))
		if n > 0 {
			p.b.WriteString(`<mark class="` + m.action + `">`)
			p.say(s[:n])
			p.b.WriteString("</mark>")
			s = s[n:]
		}
		if p.at < m.to {
			return // it goes on in the next stretch
		}
		p.refer(m)
		p.marks = p.marks[1:]
	}
}

// refer leads to the note that explains a mark.
func (p *painter) refer(m *mark) {
	if p.link {
		p.held = append(p.held, *m)
		return
	}
	n := strconv.Itoa(m.note)
	sign := n
	if m.from == m.to {
		sign = "↵" // where two lines were
	}
	p.b.WriteString(`<a class="ref ` + m.action + `" href="#` + noteID(m.note) + `" title="` + html.EscapeString(m.title) + `">` + sign + "</a>")
}

func (p *painter) say(s string) {
	p.b.WriteString(html.EscapeString(visible(s)))
	p.at += len(s)
}

func (p *painter) done() template.HTML {
	for i := range p.marks {
		p.refer(&p.marks[i])
	}
	return template.HTML(p.b.String())
}

func (p *painter) spans(spans []page.Span) {
	for _, s := range spans {
		switch s.Kind {
		case page.Text:
			p.text(s.Text)
		case page.Code:
			p.b.WriteString("<code>")
			p.text(s.Text)
			p.b.WriteString("</code>")
		case page.Break:
			p.b.WriteString("<br>")
			p.at++
		case page.Emphasis:
			p.element("em", "em", s.Children)
		case page.Strong:
			p.element("strong", "strong", s.Children)
		case page.Link:
			if strings.HasPrefix(s.URL, "#") {
				p.spans(s.Children)
				continue
			}
			p.link = true
			p.element("a", `a rel="noreferrer" href="`+html.EscapeString(s.URL)+`"`, s.Children)
			p.link = false
			for i := range p.held {
				p.refer(&p.held[i])
			}
			p.held = nil
		case page.NoteRef:
			p.b.WriteString("<sup>[" + html.EscapeString(visible(s.Text)) + "]</sup>")
		}
	}
}

func (p *painter) element(tag, open string, children []page.Span) {
	p.b.WriteString("<" + open + ">")
	p.spans(children)
	p.b.WriteString("</" + tag + ">")
}

// visible is s with the characters that a page cannot hold as ones that say
// so, and marks that turn the direction of what follows left out of play.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20:
			return 0x2400 + r
		case unicode.Is(unicode.Cc, r), r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return 0xfffd
		}
		return r
	}, s)
}
