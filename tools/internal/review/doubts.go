package review

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// What a person should look at first, of one sort.
type doubts struct {
	Title string
	Items []doubt
	Rest  []doubt // those that only a list of all shows
}

// A doubt leads to a place in the page.
type doubt struct{ ID, Text string }

// firstDoubts is how many of one sort are shown at once.
const firstDoubts = 6

// longRemoved is how many words a text has that nobody should remove unseen.
const longRemoved = 12

// doubts are the places at which an import can be wrong: what the checks find
// in the page, and what the passes decided on little ground.
func (d *desk) doubts() []doubts {
	var list []doubts
	add := func(title string, items []doubt) {
		if len(items) == 0 {
			return
		}
		for i := range items {
			if items[i].Text == "" {
				items[i].Text = "–"
			}
		}
		g := doubts{Title: title, Items: items}
		if len(items) > firstDoubts+2 {
			g.Items, g.Rest = items[:firstDoubts], items[firstDoubts:]
		}
		list = append(list, g)
	}
	add(d.say.Say("review_doubt_title", nil), d.noted(report.Added, "title-unknown"))
	add(d.say.Say("review_doubt_checks", nil), d.found())
	add(d.say.Say("review_doubt_removed", nil), d.longRemoved())
	add(d.say.Say("review_doubt_joined", nil), d.hardJoins())
	add(d.say.Say("review_doubt_split", nil), d.noted(report.Split, ""))
	add(d.say.Say("review_doubt_table", nil), d.tables())
	add(d.say.Say("review_doubt_literal", nil), d.noted(report.Marked, "literal"))
	add(d.say.Say("review_doubt_heading", nil), d.noted(report.Marked, "heading"))
	return list
}

// eachNote calls f for every note.
func (d *desk) eachNote(f func(*note)) {
	for i := range d.rows {
		for _, result := range d.rows[i].Results {
			if n, ok := result.(*note); ok {
				f(n)
			}
		}
	}
}

// noted are the texts of the notes with an action and, if one is given, a
// reason.
func (d *desk) noted(action report.Action, reason string) (items []doubt) {
	d.eachNote(func(n *note) {
		if n.Action == action && (reason == "" || n.reason == reason) {
			for _, s := range n.Said {
				items = append(items, doubt{n.ID, brief(s.Text)})
			}
		}
	})
	return items
}

func (d *desk) longRemoved() (items []doubt) {
	d.eachNote(func(n *note) {
		for _, s := range n.Said {
			if n.Action == report.Removed && unit.CountWords(s.Text) >= longRemoved {
				items = append(items, doubt{n.ID, brief(s.Text)})
			}
		}
	})
	return items
}

// hardJoins are those where a sentence seems to end before, or one to begin
// after. The speech below a name is no such place.
func (d *desk) hardJoins() (items []doubt) {
	speech := map[int]bool{}
	d.eachNote(func(n *note) { speech[n.Number] = n.reason == "speech" || n.reason == "number" })
	for _, s := range d.sheets {
		for _, m := range s.marks {
			if m.from != m.to || speech[m.note] || m.from == 0 || m.from >= len(s.text) {
				continue
			}
			before, after := strings.TrimSpace(s.text[:m.from]), s.text[m.from:]
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, "»”\"’')]"))
			first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
			if strings.ContainsRune(".!?…。！？؟۔:;", last) || unicode.IsUpper(first) && !unicode.IsLower(last) {
				items = append(items, doubt{s.ID, "… " + tail(before) + " ↵ " + brief(after)})
			}
		}
	}
	return items
}

// tables are those that were made of columns on a page or in a text, and those
// whose rows differ in how many cells they have.
func (d *desk) tables() (items []doubt) {
	drawn := slices.Contains([]string{"pdf", "text"}, d.Source.Format)
	for _, s := range d.sheets {
		if s.Table == nil || s.State == gone {
			continue
		}
		ragged := slices.ContainsFunc(s.Table, func(r tableRow) bool { return len(r.Cells) != len(s.Table[0].Cells) })
		if drawn || ragged {
			items = append(items, doubt{s.ID, brief(s.text)})
		}
	}
	return items
}

// found are the findings of the checks in the page.
func (d *desk) found() (items []doubt) {
	for _, p := range check.Alone(d.Archive, d.Page) {
		item := doubt{ID: "front", Text: d.say.Problem(&p)}
		if i, err := strconv.Atoi(p.Unit); err == nil {
			item.ID = d.atUnit[&d.Page.Units[i]]
		}
		if !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return items
}

// brief is the beginning of a text, on one line; tail its end.
func brief(s string) string {
	r := []rune(strings.Join(strings.Fields(visible(s)), " "))
	if len(r) > 90 {
		return string(r[:89]) + "…"
	}
	return string(r)
}

func tail(s string) string {
	r := []rune(strings.Join(strings.Fields(visible(s)), " "))
	return string(r[max(0, len(r)-40):])
}
