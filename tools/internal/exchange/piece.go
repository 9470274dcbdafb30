package exchange

import (
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A piece is a text of a report as an entry has it, and where it belongs.
type piece struct {
	id       string
	plain    bool                       // of the front matter
	ref, own string                     // Markdown, or plain; own is empty if it is not translated
	field    func(*report.Meta) *string // of the front matter
	refUnit  *report.Unit               // of all others
	ownUnit  *report.Unit               // nil: the translation does not have it
	cell     int                        // of a row, from 0
	state    report.State
	made     string // hash of the reference it was made from, if known
	section  string
}

// fields are the texts of the front matter that a translator translates.
// Notices are not among them: they stand verbatim, in their own language.
var fields = []struct {
	name string
	of   func(*report.Meta) *string
}{
	{"title", func(m *report.Meta) *string { return &m.Title }},
	{"subtitle", func(m *report.Meta) *string { return &m.Subtitle }},
	{"event", func(m *report.Meta) *string { return &m.Event }},
	{"place", func(m *report.Meta) *string { return &m.Place }},
	{"organisation", func(m *report.Meta) *string { return &m.Organisation }},
}

// pieces lists the texts of a report in the order of the reference, with what
// t, its translation, or nil, has for them.
func pieces(r *archive.Report, t *report.Translation) []piece {
	ref := r.Reference()
	var list []piece
	for _, f := range fields {
		p := piece{id: f.name, plain: true, ref: *f.of(&ref.Meta), field: f.of}
		// A name can be the same in every language, but not before anybody has
		// begun with the front matter.
		if t != nil && (*f.of(&t.Meta) != p.ref || t.Meta.Title != ref.Meta.Title) {
			p.own = *f.of(&t.Meta)
		}
		if p.state = report.Unknown; p.own == "" {
			p.state = report.Missing
		}
		if p.ref != "" {
			list = append(list, p)
		}
	}
	there := make(map[string]*report.Unit)
	state := make(map[string]*piece)
	if t != nil {
		for i := range t.Units {
			there[t.Units[i].ID] = &t.Units[i]
		}
		for _, a := range r.Aligned[t.Lang] {
			if a.Ref != nil {
				state[a.Ref.ID] = &piece{state: a.State, made: a.Made, ownUnit: a.Own}
			}
		}
	}
	var path []string
	for i := range ref.Units {
		u := &ref.Units[i]
		if u.Kind == report.Heading {
			path = append(path[:min(len(path), max(0, u.Level-2))], page.Plain(u.Text))
		}
		p := piece{id: u.ID, refUnit: u, state: report.Missing, section: strings.Join(path, " › ")}
		if u.Kind == report.Footnote {
			p.section = ""
		}
		var translated *report.Unit // nil for one that is left in the reference's language
		if known := state[u.ID]; known != nil {
			p.state, p.made, translated = known.state, known.made, known.ownUnit
		}
		if p.ownUnit = there[u.ID]; p.ownUnit == nil {
			p.ownUnit = translated
		}
		list = append(list, p.split(translated)...)
	}
	return list
}

// split gives a row's cells, each as a piece, and any other piece as it is.
func (p piece) split(translated *report.Unit) []piece {
	if p.refUnit.Kind != report.Row {
		if p.ref = markdown(p.refUnit); translated != nil {
			p.own = markdown(translated)
		}
		if p.ref == "" {
			return nil
		}
		return []piece{p}
	}
	var cells []piece
	for i, cell := range p.refUnit.Cells {
		if c := p; cell != "" {
			c.id, c.cell, c.ref = p.id+"."+strconv.Itoa(i+1), i, cell
			if translated != nil && i < len(translated.Cells) {
				c.own = translated.Cells[i]
			}
			cells = append(cells, c)
		}
	}
	return cells
}

// markdown is the text of a unit with the label of its turn, which languages
// write each in their own letters.
func markdown(u *report.Unit) string {
	if u.Kind == report.Turn && u.Speaker != "" {
		return strings.TrimRight("**"+page.Escape(u.Speaker)+":** "+u.Text, " ")
	}
	return u.Text
}

// set gives a unit the text s, which was made from another; it is false where
// s cannot be the text of one such unit.
func (p *piece) set(u *report.Unit, s string) bool {
	switch {
	case u.Kind == report.Row:
		for len(u.Cells) <= p.cell {
			u.Cells = append(u.Cells, "")
		}
		u.Cells[p.cell] = s
	case u.Kind == report.Turn && u.Speaker != "":
		spans := page.Spans(s)
		if len(spans) == 0 || spans[0].Kind != page.Strong {
			return false
		}
		label, ok := page.Compose(spans[0].Children)
		name := strings.TrimRight(page.Plain(label), ":： \u00a0\u202f")
		if label = page.Plain(label); !ok || name == "" || name == label && (len(spans) < 2 || !strings.HasPrefix(strings.TrimLeft(spans[1].Text, " \u00a0\u202f"), ":")) {
			return false
		}
		if name == label { // the colon stands behind the emphasis
			spans[1].Text = strings.TrimLeft(spans[1].Text, ": \u00a0\u202f")
		}
		if u.Text, ok = page.Compose(spans[1:]); !ok {
			return false
		}
		u.Speaker = name
	default:
		u.Text = s
	}
	return page.Settle(u)
}

// text is a text of the piece as words and codes, by codes known already.
func (p *piece) text(s string, known []Code) (Text, []Code) {
	if p.plain {
		return clean(Text{{Kind: Words, Words: s}}), known
	}
	return encode(page.Spans(s), known)
}

// fixed reports whether a text has nothing to translate: an address alone, a
// dash in a cell.
func fixed(t Text) bool {
	return !strings.ContainsFunc(t.bare(), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
