package site

import (
	"slices"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// A crosswalk counts, theme by theme, how many sections are linked to each term
// of each framework. A report that is linked as a whole counts as one section.
type crosswalk map[string]map[string]int // theme, then framework and term: "sdgs 16"

// crosswalk counts the reports of a year, or all of them.
func (x *index) crosswalk(a *archive.Archive, year string) crosswalk {
	walk := crosswalk{}
	count := func(themes []string, terms func(framework) []string) {
		for _, theme := range themes {
			if a.Theme(theme) == nil {
				continue
			}
			if walk[theme] == nil {
				walk[theme] = map[string]int{}
			}
			for _, f := range frameworks {
				for _, id := range terms(f) {
					if slices.Contains(f.terms, id) {
						walk[theme][f.key+" "+id]++
					}
				}
			}
		}
	}
	for _, r := range a.Reports {
		ref := r.Reference()
		if year != "" && yearOf(&ref.Meta) != year {
			continue
		}
		sections := x.resolved[r.ID]
		for _, s := range sections {
			count(s.Themes, func(f framework) []string { return f.in(s.Section) })
		}
		if len(sections) == 0 {
			count(ref.Meta.Themes, func(f framework) []string { return f.of(&ref.Meta) })
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
	var rows []map[string]any
	for i := range c.archive.Themes {
		t := &c.archive.Themes[i]
		var cells []int
		for _, f := range frameworks {
			for _, id := range f.terms {
				cells = append(cells, x[t.ID][f.key+" "+id])
			}
		}
		rows = append(rows, map[string]any{"title": t.Label(c.language.Tag), "url": c.url("themes/" + t.ID), "cells": cells})
	}
	years := []map[string]any{{"url": c.url("crosswalk"), "title": c.say.Say("all_years", nil), "current": year == ""}}
	for _, y := range c.index.years() {
		years = append(years, map[string]any{"url": c.url("crosswalk/" + y), "title": y, "current": y == year})
	}
	c.write("find-"+name+".md", hugoPage{Title: title, Layout: "crosswalk", Type: "find", URL: c.url(dir), Build: unlisted, Params: map[string]any{
		"columns": columns, "rows": rows, "years": years, "picture": c.picture(x, title), "alternates": c.alternates(dir+"/", nil),
	}})
}
