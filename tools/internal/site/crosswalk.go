package site

import (
	"slices"
	"strconv"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A framework is one that reports are linked to beside the archive's themes.
// Its terms are known and closed; their names are messages.
type framework struct {
	key    string // the taxonomy: /<lang>/<key>/<term>/
	prefix string // of the messages: <prefix>_<term>
	terms  []string
	of     func(*report.Meta) []string
	in     func(*report.Section) []string
}

// frameworks are the Sustainable Development Goals (A/RES/70/1), the action
// lines of the Geneva Plan of Action (WSIS-03/GENEVA/DOC/5) and the objectives
// of the Global Digital Compact (A/RES/79/1, annex I).
var frameworks = []framework{
	{"sdgs", "sdg", numbered("", 17), func(m *report.Meta) []string { return m.SDGs }, func(s *report.Section) []string { return s.SDGs }},
	{"wsis", "wsis", numbered("c", 11), func(m *report.Meta) []string { return m.WSIS }, func(s *report.Section) []string { return s.WSIS }},
	{"gdc", "gdc", numbered("", 5), func(m *report.Meta) []string { return m.GDC }, func(s *report.Section) []string { return s.GDC }},
}

func numbered(prefix string, n int) []string {
	terms := make([]string, n)
	for i := range terms {
		terms[i] = prefix + strconv.Itoa(i+1)
	}
	return terms
}

// A term is a term of a framework as a page names it.
type term struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// terms names the terms of a framework, in the framework's order.
func (c *composer) terms(f framework, ids []string) []term {
	var list []term
	for _, id := range f.terms {
		if slices.Contains(ids, id) {
			list = append(list, term{ID: id, Title: c.say.Say(f.prefix+"_"+id, nil), URL: c.url(f.key + "/" + id)})
		}
	}
	return list
}

// framework writes the list of a framework's terms and a page for each.
func (c *composer) framework(f framework) {
	p := c.section(f.key+"/", f.key)
	p.Params["terms"] = c.terms(f, f.terms)
	p.Params["alternates"] = c.alternates(f.key+"/", nil)
	c.write(f.key+"/_index.md", p)
	for _, id := range f.terms {
		t := hugoPage{Title: c.say.Say(f.prefix+"_"+id, nil), Params: map[string]any{
			"notation": id, "framework": f.key,
			"alternates": c.alternates(f.key+"/"+id+"/", nil),
			"entries":    c.linked(func(m *report.Meta) []string { return f.of(m) }, f.in, id),
		}}
		c.write(f.key+"/"+id+"/_index.md", t)
	}
}

// themes writes the list of themes and a page for each.
func (c *composer) themes() {
	var list []term
	of := func(m *report.Meta) []string { return m.Themes }
	in := func(s *report.Section) []string { return s.Themes }
	for i := range c.archive.Themes {
		t := &c.archive.Themes[i]
		list = append(list, term{ID: t.ID, Title: t.Label(c.language.Tag), URL: c.url("themes/" + t.ID)})
		c.write("themes/"+t.ID+"/_index.md", hugoPage{Title: t.Label(c.language.Tag), Params: map[string]any{
			"description": t.Definitions[c.language.Tag], "framework": "themes", "feed": c.url("themes/"+t.ID) + feedName,
			"alternates": c.alternates("themes/"+t.ID+"/", nil),
			"entries":    c.linked(of, in, t.ID),
		}})
	}
	p := c.section("themes/", "themes")
	p.Params["terms"] = list
	p.Params["alternates"] = c.alternates("themes/", nil)
	c.write("themes/_index.md", p)
}

// themeLinks names themes in this language; one that the archive has not is
// left out, and check says so.
func (c *composer) themeLinks(ids []string) []link {
	var list []link
	for _, id := range ids {
		if t := c.archive.Theme(id); t != nil {
			list = append(list, link{URL: c.url("themes/" + id), Title: t.Label(c.language.Tag)})
		}
	}
	return list
}

// linked are the reports that are linked to a term as a whole or in a section,
// with those sections and, where the page has room, their units.
func (c *composer) linked(of func(*report.Meta) []string, in func(*report.Section) []string, id string) []entry {
	var list []entry
	units := 0
	for _, r := range c.archive.Reports {
		var sections []section
		x := c.reading(r)
		for _, s := range c.index.resolved[r.ID] {
			if i, ok := x.at[s.unit.ID]; ok && slices.Contains(in(s.Section), id) {
				sections = append(sections, x.section(i, true))
				units += len(sections[len(sections)-1].Units)
			}
		}
		whole := slices.Contains(of(&r.Reference().Meta), id)
		if whole && len(sections) == 0 {
			sections = x.sections(c.say.Say("speakers", nil))
		}
		if whole || len(sections) > 0 {
			e := c.entry(r)
			e.Sections = sections
			list = append(list, e)
		}
	}
	if units > mostLinks {
		for i := range list {
			for j := range list[i].Sections {
				list[i].Sections[j].Units = nil
			}
		}
	}
	sortEntries(list)
	return list
}

// A resolved section knows the unit of its heading.
type resolved struct {
	*report.Section
	unit *report.Unit
}

// resolve finds the headings of a reference's sections. One whose heading is
// not there is left out; check says so.
func resolve(ref *report.Translation) []resolved {
	var list []resolved
	for i := range ref.Meta.Sections {
		s := &ref.Meta.Sections[i]
		nth := max(1, s.Nth)
		for j := range ref.Units {
			u := &ref.Units[j]
			if u.Kind == report.Heading && unit.Fold(page.Plain(u.Text)) == unit.Fold(s.Heading) {
				if nth--; nth == 0 {
					list = append(list, resolved{s, u})
					break
				}
			}
		}
	}
	return list
}

// sectionLink leads to a section in this language, or in the reference's.
func (c *composer) sectionLink(r *archive.Report, s resolved) link {
	l := link{URL: c.url("reports/"+r.ID) + "#" + s.unit.ID, Title: page.Plain(s.unit.Text)}
	if own := r.Translation(c.language.Tag); own != nil {
		for i := range own.Units {
			if own.Units[i].ID == s.unit.ID {
				l.Title = page.Plain(own.Units[i].Text)
				return l
			}
		}
	}
	ref := r.Reference()
	language := c.archive.Config.Language(ref.Lang)
	if ref.Lang != c.language.Tag {
		l.Lang, l.Dir = language.Locale, language.Direction
	}
	if r.Translation(c.language.Tag) == nil {
		l.URL = "/" + ref.Lang + "/reports/" + r.ID + "/#" + s.unit.ID
	}
	return l
}

// sections is the crosswalk of a report, section by section.
func (c *composer) sections(r *archive.Report) []map[string]any {
	var list []map[string]any
	for _, s := range c.index.resolved[r.ID] {
		m := map[string]any{"section": c.sectionLink(r, s)}
		for _, f := range frameworks {
			m[f.key] = c.terms(f, f.in(s.Section))
		}
		m["themes"] = c.themeLinks(s.Themes)
		list = append(list, m)
	}
	return list
}
