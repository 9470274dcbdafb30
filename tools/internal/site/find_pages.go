package site

import (
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// A keywordLink is a keyword in a list, with how much it leads to.
type keywordLink struct {
	link
	Reports int `json:"reports"`
	Units   int `json:"units,omitempty"`
	order   string
}

// find writes the page that all ways to find begin at, the list of each way,
// and a page for each keyword.
func (c *composer) find() {
	ways := []map[string]any{}
	for _, w := range c.index.ways {
		if len(w.keywords) == 0 {
			continue
		}
		var list []keywordLink
		for _, k := range w.keywords {
			list = append(list, keywordLink{link: c.keywordLink(w, k), Reports: len(k.reports), Units: len(k.units), order: k.order})
			for i, slug := range k.slugs {
				c.keywordPage(w, k, slug, i == 0)
			}
		}
		c.sortKeywords(w, list)
		c.write("find-"+w.key+".md", hugoPage{Title: c.say.Say(w.key, nil), Layout: "keywords", Type: "find", URL: c.url(w.key), Build: unlisted, Params: map[string]any{
			"keywords": list, "alternates": c.alternates(w.key+"/", nil),
		}})
		ways = append(ways, map[string]any{"url": c.url(w.key), "title": c.say.Say(w.key, nil), "count": len(list)})
	}
	c.letters()
	c.crosswalks()
	c.write("find.md", hugoPage{Title: c.say.Say("find", nil), Layout: "find", Type: "find", URL: c.url("find"), Build: unlisted, Params: map[string]any{
		"ways": ways, "search": c.opts.Search != nil, "alternates": c.alternates("find/", nil),
	}})
}

// keywordLink names a keyword in this language, or in the one that it has.
func (c *composer) keywordLink(w *way, k *keyword) link {
	l := link{URL: c.url(w.key + "/" + k.slugs[0])}
	switch {
	case w.key == "types":
		l.Title = c.say.Say("type_"+k.slugs[0], nil)
	case k.plain != "":
		l.Title = k.plain
	case k.labels[c.language.Tag] != "":
		l.Title = k.labels[c.language.Tag]
	default:
		l.Title = k.labels[k.lang]
		if other := c.archive.Config.Language(k.lang); other != nil && k.lang != c.language.Tag {
			l.Lang, l.Dir = other.Locale, other.Direction
		}
	}
	if w.key == "events" {
		l.Title = eventTitle(l.Title, k)
	}
	return l
}

// eventTitle adds the year to the name of an event that has none in it.
func eventTitle(title string, k *keyword) string {
	if year := yearOf(&k.reports[0].Reference().Meta); year != "" && !strings.Contains(title, year) {
		return title + " (" + year + ")"
	}
	return title
}

// sortKeywords puts years from the newest, types in their own order, and names
// as this language does.
func (c *composer) sortKeywords(w *way, list []keywordLink) {
	slices.SortStableFunc(list, func(a, b keywordLink) int {
		switch w.key {
		case "years":
			return strings.Compare(b.order, a.order)
		case "types":
			return strings.Compare(a.order, b.order)
		}
		return c.compare(a.Title, b.Title)
	})
}

// keywordPage lists what a keyword leads to: reports with their sections, and
// the units that name it.
func (c *composer) keywordPage(w *way, k *keyword, slug string, first bool) {
	l := c.keywordLink(w, k)
	alternates := c.alternates(w.key+"/"+slug+"/", nil)
	if !first {
		for _, a := range alternates {
			delete(a, "absolute") // the same words stand at the first address
		}
	}
	p := hugoPage{Title: l.Title, Layout: "keyword", Type: "find", URL: c.url(w.key + "/" + slug), Build: unlisted, Params: map[string]any{
		"way": w.key, "up": c.url(w.key), "title_lang": l.Lang, "title_dir": l.Dir, "alternates": alternates,
	}}
	switch w.key {
	case "speakers":
		p.Params["entries"] = c.naming(k.units, k.reports)
	case "symbols":
		p.Params["entries"] = c.withSections(k.reports)
		var elsewhere []mention
		for _, m := range k.units {
			if !slices.Contains(k.reports, m.report) {
				elsewhere = append(elsewhere, m)
			}
		}
		p.Params["naming"] = c.naming(elsewhere, nil)
	default:
		p.Params["entries"] = c.withSections(k.reports)
	}
	if w.key == "years" {
		p.Params["crosswalk"] = c.url("crosswalk/" + k.slugs[0])
	}
	c.write("find-"+w.key+"-"+slug+".md", p)
}

// withSections are reports with their sections, where a page has room for all.
func (c *composer) withSections(reports []*archive.Report) []entry {
	var list []entry
	total := 0
	for _, r := range reports {
		e := c.entry(r)
		e.Sections = c.reading(r).sections(c.say.Say("speakers", nil))
		for _, s := range e.Sections {
			total += 1 + len(s.Units)
		}
		list = append(list, e)
	}
	if total > mostLinks {
		for i := range list {
			list[i].Sections = nil
		}
	}
	sortEntries(list)
	return list
}

// naming are the units of mentions, report by report.
func (c *composer) naming(mentions []mention, reports []*archive.Report) []entry {
	var list []entry
	at := map[string]int{}
	for _, m := range mentions {
		i, ok := at[m.report.ID]
		if !ok {
			i = len(list)
			at[m.report.ID] = i
			list = append(list, c.entry(m.report))
		}
		if l, ok := c.reading(m.report).unit(m.unit); ok {
			list[i].Mentions = append(list[i].Mentions, l)
		}
	}
	sortEntries(list)
	return list
}

// mostLinks bounds the sections or units that a list shows beside its reports;
// a list that would have more has the reports alone, which have them all.
const mostLinks = 600

// keywordOf is where a report page leads for one of its facts.
func (c *composer) keywordOf(key, slug string) string { return c.url(key + "/" + slug) }

// wayLinks are where the facts of a report's page lead.
func (c *composer) wayLinks(r *archive.Report) map[string]any {
	ref := &r.Reference().Meta
	m := map[string]any{}
	if ref.Event != "" {
		m["event"] = c.keywordOf("events", slug(eventKey(ref, ref.Event), ' '))
	}
	if ref.Organisation != "" {
		m["organisation"] = c.keywordOf("organisations", slug(nameKey(ref.Organisation), ' '))
	}
	if ref.Type != "" {
		m["type"] = c.keywordOf("types", string(ref.Type))
	}
	if year := yearOf(ref); year != "" {
		m["year"] = c.keywordOf("years", year)
		m["year_name"] = year
	}
	var symbols []link
	for _, s := range ref.Symbols {
		symbols = append(symbols, link{URL: c.keywordOf("symbols", symbolSlug(s)), Title: s})
	}
	m["symbols"] = symbols
	return m
}

// turns is the index of a transcript's speakers, in the order in which they
// first speak.
func (c *composer) turns(ps []piece, r *archive.Report) []map[string]any {
	labels := map[string]string{} // by the id of the turn, as the reference prints it
	ref := r.Reference()
	for i := range ref.Units {
		if u := &ref.Units[i]; u.Speaker != "" {
			labels[u.ID] = u.Speaker
		}
	}
	var list []map[string]any
	at := map[string]int{}
	for i := range ps {
		label := labels[ps[i].ID]
		if label == "" {
			continue
		}
		key := speakerSlug(label)
		n, ok := at[key]
		if !ok {
			n = len(list)
			at[key] = n
			m := map[string]any{"url": c.keywordOf("speakers", key), "name": ps[i].Speaker, "turns": []string{}}
			if ps[i].Speaker == "" {
				m["name"] = label
			}
			list = append(list, m)
		}
		list[n]["turns"] = append(list[n]["turns"].([]string), ps[i].ID)
	}
	for _, m := range list {
		m["count"] = c.say.Say("turns", message.Data{"Count": len(m["turns"].([]string))})
	}
	return list
}
