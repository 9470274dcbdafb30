package site

import (
	"slices"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// A crosswalk counts, theme by theme, how many sections are linked to each term
// of each framework. A report that is linked as a whole counts as one section.
// Where an archive has no themes, it counts report by report.
type crosswalk map[string]map[string]int // theme or report, then framework and term: "sdgs 16"

// crosswalk counts the reports of a year, or all of them.
func (x *index) crosswalk(a *archive.Archive, year string) crosswalk {
	walk := crosswalk{}
	count := func(rows []string, terms func(framework) []string) {
		for _, row := range rows {
			for _, f := range frameworks {
				for _, id := range terms(f) {
					if !slices.Contains(f.terms, id) {
						continue
					}
					if walk[row] == nil {
						walk[row] = map[string]int{}
					}
					walk[row][f.key+" "+id]++
				}
			}
		}
	}
	rowsOf := func(r *archive.Report, themes []string) []string {
		if len(a.Themes) == 0 {
			return []string{r.ID}
		}
		return slices.DeleteFunc(slices.Clone(themes), func(id string) bool { return a.Theme(id) == nil })
	}
	for _, r := range a.Reports {
		ref := r.Reference()
		if year != "" && yearOf(&ref.Meta) != year {
			continue
		}
		sections := x.resolved[r.ID]
		for _, s := range sections {
			count(rowsOf(r, s.Themes), func(f framework) []string { return f.in(s.Section) })
		}
		if len(sections) == 0 {
			count(rowsOf(r, ref.Meta.Themes), func(f framework) []string { return f.of(&ref.Meta) })
		}
	}
	return walk
}

// crosswalks writes the page on which themes meet frameworks, of all years and
// of each, as a table and as a picture.
func (c *composer) crosswalks() {
	c.crosswalkPage("", "crosswalk")
	for _, y := range c.index.years() {
		c.crosswalkPage(y, "crosswalk/"+y)
	}
}

func (c *composer) crosswalkPage(year, dir string) {
	x := c.index.walks[year]
	title := c.say.Say("crosswalk", nil)
	name := "crosswalk"
	if year != "" {
		title = c.say.Say("crosswalk_year", message.Data{"Year": year})
		name += "-" + year
	}
	var columns []map[string]any
	for _, f := range frameworks {
		columns = append(columns, map[string]any{"title": c.say.Say(f.key, nil), "short": c.say.Say(f.key+"_short", nil), "url": c.url(f.key), "terms": c.terms(f, f.terms)})
	}
	rows := c.walkRows(x)
	var table []map[string]any
	for _, r := range rows {
		var cells []int
		for _, f := range frameworks {
			for _, id := range f.terms {
				cells = append(cells, x[r.id][f.key+" "+id])
			}
		}
		table = append(table, map[string]any{"row": r.link, "cells": cells})
	}
	of := "themes"
	if len(c.archive.Themes) == 0 {
		of = "reports"
	}
	years := []map[string]any{{"url": c.url("crosswalk"), "title": c.say.Say("all_years", nil), "current": year == ""}}
	for _, y := range c.index.years() {
		years = append(years, map[string]any{"url": c.url("crosswalk/" + y), "title": y, "current": y == year})
	}
	c.write("find-"+name+".md", hugoPage{Title: title, Layout: "crosswalk", Type: "find", URL: c.url(dir), Build: unlisted, Params: map[string]any{
		"columns": columns, "rows": table, "of": of, "years": years, "picture": c.picture(x, rows, title), "alternates": c.alternates(dir+"/", nil),
	}})
}

// A walkRow is a row of a crosswalk: a theme, or a report.
type walkRow struct {
	link
	id string
}

// walkRows are all themes, whether something is linked to them or not; where
// there are none, the reports that are linked to something, the newest first.
func (c *composer) walkRows(x crosswalk) []walkRow {
	var rows []walkRow
	for i := range c.archive.Themes {
		t := &c.archive.Themes[i]
		rows = append(rows, walkRow{link{URL: c.url("themes/" + t.ID), Title: t.Label(c.language.Tag)}, t.ID})
	}
	if len(rows) > 0 {
		return rows
	}
	for _, e := range c.entries(func(r *archive.Report) bool { return x[r.ID] != nil }) {
		rows = append(rows, walkRow{link{URL: e.URL, Title: e.Title, Lang: e.Lang, Dir: e.Dir}, e.ID})
	}
	return rows
}
