package site

import (
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A section is a part of a report in a list: its heading, how fresh what stands
// under it is in the list's language, and its units where the list has room.
type section struct {
	link
	Count   int        `json:"count"`
	Stale   int        `json:"stale,omitempty"`
	Missing int        `json:"missing,omitempty"`
	Units   []unitLink `json:"units,omitempty"`
}

func (s *section) tally(state report.State) {
	s.Count++
	switch state {
	case report.Stale:
		s.Stale++
	case report.Missing:
		s.Missing++
	}
}

// A unitLink leads to a unit with its first words.
type unitLink struct {
	link
	ID    string `json:"id"`
	State string `json:"state,omitempty"` // stale or missing; else nothing that a list says
}

// A reading is a report as this language reads it: its own units, the
// reference's where it has none.
type reading struct {
	url    string // of the page that has the text
	pieces []piece
	at     map[string]int // place of a unit in pieces
}

// reading is made once for each report.
func (c *composer) reading(r *archive.Report) *reading {
	if x := c.readings[r.ID]; x != nil {
		return x
	}
	t := r.Translation(c.language.Tag)
	x := &reading{url: c.url("reports/" + r.ID), at: map[string]int{}}
	if t != nil {
		x.pieces = pieces(r, t, &c.archive.Config)
	} else {
		t = r.Reference()
		x.url = "/" + t.Lang + "/reports/" + r.ID + "/"
		x.pieces = pieces(r, t, &c.archive.Config)
		for i := range x.pieces {
			x.pieces[i].Lang, x.pieces[i].State = c.archive.Config.Language(t.Lang), report.Missing
		}
	}
	for i := range x.pieces {
		x.at[x.pieces[i].ID] = i
	}
	c.readings[r.ID] = x
	return x
}

// unit is the link to a unit, wherever this language reads it.
func (x *reading) unit(id string) (unitLink, bool) {
	i, ok := x.at[id]
	if !ok {
		return unitLink{}, false
	}
	p := &x.pieces[i]
	l := unitLink{ID: id, link: link{URL: x.url + "#" + id, Title: opening(p.Unit)}}
	if p.Lang != nil {
		l.Lang, l.Dir = p.Lang.Locale, p.Lang.Direction
	}
	if p.State == report.Stale || p.State == report.Missing {
		l.State = string(p.State)
	}
	return l, true
}

// sections are the parts of a report, by its headings: down to the first level
// that has several, so that a list stays short. None has its units. A
// transcript without headings is one part, whose units are its turns.
func (x *reading) sections(turns string) []section {
	level, counts := 0, map[int]int{}
	for i := range x.pieces {
		if p := &x.pieces[i]; p.Kind == report.Heading {
			counts[p.Level]++
		}
	}
	for l := 2; l <= 6; l++ {
		if counts[l] > 1 || level == 0 && counts[l] > 0 {
			level = l
			break
		}
	}
	var list []section
	for i := range x.pieces {
		if p := &x.pieces[i]; p.Kind == report.Heading && p.Level <= level {
			list = append(list, x.section(i, false))
		}
	}
	if level == 0 {
		list = x.turns(turns)
	}
	return list
}

// turns are the turns of a report as one section under a title.
func (x *reading) turns(title string) []section {
	s := section{link: link{URL: x.url, Title: title}}
	for i := range x.pieces {
		if p := &x.pieces[i]; p.Kind == report.Turn {
			l, _ := x.unit(p.ID)
			if p.Speaker != "" {
				l.Title = p.Speaker + ": " + l.Title
			}
			s.Units = append(s.Units, l)
			s.tally(p.State)
		}
	}
	if len(s.Units) == 0 {
		return nil
	}
	return []section{s}
}

// section is the heading at place i with what stands under it.
func (x *reading) section(i int, units bool) section {
	head, _ := x.unit(x.pieces[i].ID)
	s := section{link: head.link}
	s.Title = page.Plain(x.pieces[i].Text)
	for j := i; j < len(x.pieces); j++ {
		p := &x.pieces[j]
		if j > i && p.Kind == report.Heading && p.Level <= x.pieces[i].Level || p.Kind == report.Footnote {
			break
		}
		s.tally(p.State)
		if units && j > i && p.Kind != report.Heading {
			if l, ok := x.unit(p.ID); ok {
				s.Units = append(s.Units, l)
			}
		}
	}
	return s
}

// rowText is a table row in one line: its cells, but not the empty ones at its end.
func rowText(u *report.Unit) string {
	cells := make([]string, len(u.Cells))
	for i, c := range u.Cells {
		cells[i] = page.Plain(c)
	}
	for len(cells) > 1 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return strings.Join(cells, " | ")
}

// opening is the first words of a unit, as plain text.
func opening(u *report.Unit) string {
	text := page.Plain(u.Text)
	if u.Kind == report.Row {
		text = rowText(u)
	}
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= mostOpening {
		return text
	}
	runes := []rune(text)[:mostOpening]
	cut := strings.LastIndexByte(string(runes), ' ')
	if cut < len(string(runes))/2 {
		cut = len(string(runes))
	}
	return strings.TrimRight(string(runes)[:cut], " ,;:") + "…"
}

// mostOpening bounds the first words of a unit, in characters.
const mostOpening = 96
