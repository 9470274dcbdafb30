package site

import (
	"slices"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/unit"
)

// What the home of a language shows of long lists; the lists themselves have
// all.
const (
	mostNew     = 5
	mostHome    = 20
	mostMissing = 8
)

// home is what this language has, what is new in it, and what it has not.
func (c *composer) home() {
	p := c.section("", "home")
	all := c.entries(func(*archive.Report) bool { return true })
	var own []entry
	for _, e := range all {
		if !e.Missing {
			own = append(own, e)
		}
	}
	news, edition := c.news(own)
	p.Params["news"], p.Params["news_edition"] = news, edition
	rest := slices.DeleteFunc(own, func(e entry) bool {
		return slices.ContainsFunc(news, func(n entry) bool { return n.ID == e.ID })
	})
	p.Params["entries"] = rest[:min(len(rest), mostHome)]
	p.Params["all"] = len(all) > len(news)+min(len(rest), mostHome)
	p.Params["wanted"], p.Params["wanted_count"] = c.wanted()
	var themes []string
	for i := range c.archive.Themes {
		themes = append(themes, c.archive.Themes[i].ID)
	}
	p.Params["themes_list"] = c.themeLinks(themes)
	var ways []link
	for _, w := range c.index.ways {
		if len(w.keywords) > 0 {
			ways = append(ways, link{URL: c.url(w.key), Title: c.say.Say(w.key, nil)})
		}
	}
	ways = append(ways, link{URL: c.url("index"), Title: c.say.Say("index", nil)}, link{URL: c.url("crosswalk"), Title: c.say.Say("crosswalk", nil)}, link{URL: c.url("data"), Title: c.say.Say("data", nil)})
	if c.opts.Search != nil {
		ways = append([]link{{URL: c.url("find"), Title: c.say.Say("search", nil)}}, ways...)
	}
	p.Params["ways"] = ways
	c.leadToChanges(&p)
	p.Params["alternates"] = c.alternates("", nil)
	p.Params["feed"] = c.url("") + feedName
	c.write("_index.md", p)
}

// news are the texts of this language that the last edition changed, or, where
// there is no edition, the newest reports.
func (c *composer) news(own []entry) ([]entry, string) {
	var list []entry
	if n := len(c.opts.Editions); n > 0 {
		now := c.opts.Editions[n-1]
		for _, t := range now.Texts {
			if t.Lang == c.language.Tag && t.Edition == now.Name && len(list) < mostNew {
				if r := c.archive.Report(t.Report); r != nil {
					list = append(list, c.entry(r))
				}
			}
		}
		if len(list) > 0 {
			return list, now.Name
		}
	}
	return slices.Clone(own[:min(len(own), mostNew)]), ""
}

// wanted are the reports that this language has not, or not whole, or not up to
// date, the worst first, and how many there are.
func (c *composer) wanted() ([]statusCell, int) {
	var groups [3][]statusCell
	total := 0
	for _, r := range c.archive.Reports {
		cell := c.statusOf(r, c.language)
		at := map[string]int{"begin": 0, "finish": 1, "update": 2}
		if n, ok := at[cell.Next]; ok {
			cell.Entry = c.entry(r)
			groups[n] = append(groups[n], cell)
			total++
		}
	}
	var list []statusCell
	for _, g := range groups {
		list = append(list, g...)
	}
	return list[:min(len(list), mostMissing)], total
}

// A statusCell is what a language has of a report, and what to do next.
type statusCell struct {
	Entry entry  `json:"entry"`
	State string `json:"state"`          // in the words of the page
	Next  string `json:"next,omitempty"` // begin, finish, update or nothing
	URL   string `json:"url"`            // of the page
	Do    string `json:"do,omitempty"`   // where it can be done: at the forge, or the page that says how
}

// statusOf says in the words of this page what language l has of a report.
func (c *composer) statusOf(r *archive.Report, l archive.Language) statusCell {
	cell := statusCell{URL: "/" + l.Tag + "/reports/" + r.ID + "/"}
	t := r.Translation(l.Tag)
	switch {
	case t == nil:
		cell.State, cell.Next, cell.Do = c.say.Say("status_missing", nil), "begin", c.startIn(r, l.Tag)
		return cell
	case t == r.Reference():
		key := "reference"
		if t.IsOriginal() {
			key = "original"
		}
		cell.State = c.say.Say(key, nil)
		return cell
	}
	f := unit.Count(r.Aligned[l.Tag])
	cell.State = c.say.Say("status_whole", nil)
	if f.Translated < f.Units {
		cell.Next = "finish"
		cell.State = c.say.Say("status_part", message.Data{"Translated": f.Translated, "Units": f.Units})
	}
	if f.Stale > 0 {
		if cell.Next == "" {
			cell.Next = "update"
		}
		cell.State += " · " + c.say.Say("section_stale", message.Data{"Count": f.Stale})
	}
	if cell.Next != "" {
		cell.Do = c.edit(t.File)
	}
	if f.Behind > 0 {
		cell.State += " · " + c.say.Say("status_behind", message.Data{"Count": f.Behind})
	}
	cell.State += " · " + c.say.Say("status_"+string(c.archive.ReviewState(r, t)), nil)
	return cell
}

// status is the page on which anyone sees what each language has of each
// report, and where to go on.
func (c *composer) status() {
	var rows []map[string]any
	for _, e := range c.entries(func(*archive.Report) bool { return true }) {
		r := c.archive.Report(e.ID)
		var cells []statusCell
		for _, l := range c.archive.Config.Languages {
			cells = append(cells, c.statusOf(r, l))
		}
		rows = append(rows, map[string]any{"entry": e, "cells": cells})
	}
	c.write("status.md", hugoPage{Title: c.say.Say("status", nil), Layout: "status", Type: "find", URL: c.url("status"), Build: unlisted, Params: map[string]any{
		"rows": rows, "alternates": c.alternates("status/", nil),
	}})
}
