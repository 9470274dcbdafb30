package site

import (
	"cmp"
	"slices"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// reports writes the list of reports and a page for each: what this language
// has, or the page that says that it has not; beside it the page that sets a
// translation beside its reference, and those that an edition freezes.
func (c *composer) reports() {
	p := c.section("reports/", "reports")
	p.Params["entries"] = c.entries(func(*archive.Report) bool { return true })
	p.Params["alternates"] = c.alternates("reports/", nil)
	c.write("reports/_index.md", p)
	for _, r := range c.archive.Reports {
		if t := r.Translation(c.language.Tag); t != nil {
			p := c.report(r, t)
			c.leadToHistory(&p, r)
			c.write("reports/"+r.ID+"/index.md", p)
			if t != r.Reference() {
				c.write("beside-"+r.ID+".md", c.beside(r, t))
			}
		} else {
			c.write("reports/"+r.ID+"/index.md", c.missing(r))
		}
	}
	for _, frozen := range c.opts.Freeze {
		if r := c.archive.Report(frozen.Report); r != nil && frozen.Lang == c.language.Tag {
			t := r.Translation(frozen.Lang)
			p := c.report(r, t)
			p.Params["body"] = renderBody(pieces(r, t, &c.archive.Config), c.say, "") // what it leads to may change
			p.Params["keeps_unit"] = false
			p.Params["cite"], p.Params["correct"], p.Params["errata"] = c.cite(r, t, true), false, nil
			p.URL, p.Type, p.Build = "/"+frozen.Permalink, "reports", unlisted
			p.Params["frozen"] = map[string]any{"edition": frozen.Edition, "latest": c.url("reports/" + r.ID)}
			c.write("frozen-"+r.ID+".md", p)
		}
	}
}

// report is the page of a report that this language has.
func (c *composer) report(r *archive.Report, t *report.Translation) hugoPage {
	ps := pieces(r, t, &c.archive.Config)
	c.correct(ps, r, t)
	ref := r.Reference()
	p := hugoPage{Title: set(c.language.Locale, t.Meta.Title), Params: c.facts(r, &t.Meta)}
	p.Params["lede"] = set(c.language.Locale, t.Meta.Subtitle)
	p.Params["keeps_unit"] = true
	if timemap("", t, c.opts.Editions) != nil {
		p.Params["timemap"] = c.url("reports/"+r.ID) + timemapFile
	}
	p.Params["outline"] = outline(ps)
	p.Params["speakers"] = c.turns(ps, r)
	p.Params["gone"] = gone(r)
	p.Params["alternates"] = c.alternates("reports/"+r.ID+"/", r)
	p.Params["notices"] = c.notices(t)
	p.Params["translation"] = creditParams(t)
	p.Params["is_original"] = t.IsOriginal()
	beside := ""
	if t != ref {
		beside = c.besideURL(r)
		p.Params["reference_date"] = ref.Meta.Date
		p.Params["freshness"] = unit.Count(r.Aligned[t.Lang])
		p.Params["reference"] = c.foreign(ref)
		p.Params["stale"] = staleUnits(ps)
		p.Params["beside"] = beside
	}
	p.Params["body"] = renderBody(ps, c.say, beside)
	p.Params["sections_list"] = c.sections(r)
	p.Params["source_file"] = c.source(t)
	p.Params["edit"] = c.edit(t.File)
	p.Params["cite"] = c.cite(r, t, false)
	p.Params["correct"] = c.edit(t.File) != ""
	p.Params["errata"] = errata(r, t.Lang)
	if text, ok := lastText(c.opts.Editions, r.ID, t.Lang); ok {
		p.Params["edition"] = map[string]any{"name": text.Edition, "url": "/" + text.Permalink}
	}
	return p
}

// staleUnits are the ids of the units that are older than the reference.
func staleUnits(ps []piece) []string {
	var ids []string
	for _, p := range ps {
		if p.State == report.Stale {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// gone lists the addresses of units that the report no longer has, so that a
// link to one finds the page that says so.
func gone(r *archive.Report) []string {
	var ids []string
	for _, e := range r.Register.Entries {
		if e.Gone {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// facts are what a report is, whatever the language of its text.
func (c *composer) facts(r *archive.Report, m *report.Meta) map[string]any {
	ref := &r.Reference().Meta
	params := map[string]any{
		"report": r.ID, "report_type": cmp.Or(string(m.Type), string(ref.Type)), "original": m.Original,
		"document_date": cmp.Or(m.Date, ref.Date), "event_start": cmp.Or(m.EventStart, ref.EventStart), "event_end": cmp.Or(m.EventEnd, ref.EventEnd),
		"event": m.Event, "place": m.Place, "organisation": m.Organisation, "symbols": ref.Symbols, "status": cmp.Or(string(m.Status), string(ref.Status)),
	}
	for _, f := range frameworks {
		params[f.key+"_list"] = c.terms(f, f.of(ref))
	}
	params["themes_list"] = c.themeLinks(ref.Themes)
	params["ways"] = c.wayLinks(r)
	return params
}

// missing is the light page that says that this language does not have the
// report, which languages do, and how to help.
func (c *composer) missing(r *archive.Report) hugoPage {
	ref := r.Reference()
	p := hugoPage{Title: set(c.archive.Config.Language(ref.Lang).Locale, ref.Meta.Title), Layout: "missing", Params: c.facts(r, &ref.Meta)}
	p.Params["reference"] = c.foreign(ref)
	p.Params["alternates"] = c.alternates("reports/"+r.ID+"/", r)
	p.Params["start"] = c.start(r)
	p.Params["keeps_unit"] = true
	p.Params["facts_lang"] = p.Params["reference"].(map[string]any)["lang"]
	return p
}

// creditParams says who made a translation, and how.
func creditParams(t *report.Translation) map[string]any {
	c := &t.Meta.Credit
	return map[string]any{"method": string(c.Method), "translators": c.Translators, "reviewers": c.Reviewers, "based_on": c.BasedOn}
}

// notices are a translation's, each under its own language.
func (c *composer) notices(t *report.Translation) []map[string]any {
	var list []map[string]any
	for _, n := range t.Meta.Notices {
		m := map[string]any{"kind": string(n.Kind)}
		locale := ""
		if l := c.archive.Config.Language(n.Lang); n.Lang != "" && n.Lang != t.Lang {
			m["lang"], m["dir"], locale = n.Lang, "auto", n.Lang
			if l != nil {
				m["lang"], m["dir"], locale = l.Locale, l.Direction, l.Locale
			}
		}
		m["html"] = renderInline(n.Text, c.say, locale)
		list = append(list, m)
	}
	slices.SortStableFunc(list, func(a, b map[string]any) int {
		return noticeRank(a["kind"].(string)) - noticeRank(b["kind"].(string))
	})
	return list
}

func noticeRank(kind string) int {
	return slices.Index(report.NoticeKinds, report.NoticeKind(kind))
}
