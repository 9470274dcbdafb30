package site

import (
	"net/url"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// An entry is a report in a list: in the list's language, or, where that has
// none, under its reference's title, leading to the page that says so.
type entry struct {
	ID       string     `json:"id"`
	URL      string     `json:"url"`
	Title    string     `json:"title"`
	Lang     string     `json:"lang,omitempty"` // locale of the title, if it is not the page's
	Dir      string     `json:"dir,omitempty"`
	Missing  bool       `json:"missing,omitempty"` // not in the page's language
	Type     string     `json:"type,omitempty"`
	Date     string     `json:"date,omitempty"` // ISO 8601
	Event    string     `json:"event,omitempty"`
	Place    string     `json:"place,omitempty"`
	Units    int        `json:"units,omitempty"`
	Stale    int        `json:"stale,omitempty"`
	Own      int        `json:"own,omitempty"` // units in the page's language
	Sections []section  `json:"sections,omitempty"`
	Mentions []unitLink `json:"mentions,omitempty"`
}

// entries are the reports that match, the newest first, those that this
// language has before those that it has not.
func (c *composer) entries(match func(*archive.Report) bool) []entry {
	var list []entry
	for _, r := range c.archive.Reports {
		if match(r) {
			list = append(list, c.entry(r))
		}
	}
	sortEntries(list)
	return list
}

func sortEntries(list []entry) {
	slices.SortStableFunc(list, func(a, b entry) int {
		switch {
		case a.Missing != b.Missing && b.Missing:
			return -1
		case a.Missing != b.Missing:
			return 1
		}
		return strings.Compare(b.Date, a.Date)
	})
}

// entry is made once for every list that the report stands in.
func (c *composer) entry(r *archive.Report) entry {
	e, ok := c.made[r.ID]
	if !ok {
		e = c.makeEntry(r)
		c.made[r.ID] = e
	}
	return e
}

func (c *composer) makeEntry(r *archive.Report) entry {
	ref := r.Reference()
	t := r.Translation(c.language.Tag)
	e := entry{ID: r.ID, URL: c.url("reports/" + r.ID), Date: ref.Meta.Date, Type: string(ref.Meta.Type)}
	if e.Date == "" {
		e.Date = ref.Meta.EventEnd
	}
	if t == nil {
		l := c.archive.Config.Language(ref.Lang)
		e.Title, e.Missing, e.Lang, e.Dir = set(l.Locale, ref.Meta.Title), true, l.Locale, l.Direction
		return e
	}
	e.Title, e.Event, e.Place = set(c.language.Locale, t.Meta.Title), t.Meta.Event, t.Meta.Place
	if t != ref {
		f := unit.Count(r.Aligned[t.Lang])
		e.Units, e.Own, e.Stale = f.Units, f.Translated, f.Stale
	}
	return e
}

// edit is where a file can be edited at the forge, if the archive names one.
func (c *composer) edit(file string) string {
	f := c.archive.Config.Forge
	switch f.Kind {
	case "github":
		return f.URL + "/edit/" + f.Branch + "/" + file
	case "gitlab":
		return f.URL + "/-/edit/" + f.Branch + "/" + file
	case "forgejo":
		return f.URL + "/_edit/" + f.Branch + "/" + file
	}
	return ""
}

// start is where a translation into this language can be begun, in a form that
// has the facts about the text filled in where the forge takes them from the
// address; GitLab does not.
func (c *composer) start(r *archive.Report) string {
	address := c.startIn(r, c.language.Tag)
	if kind := c.archive.Config.Forge.Kind; kind == "github" || kind == "forgejo" {
		address += "&value=" + url.QueryEscape(beginning(r.Untranslated(c.language.Tag)))
	}
	return address
}

// mostFilled is how much of an address what is filled in may take: forges
// refuse those of some 8 kB, and readers load it with the page.
const mostFilled = 2500

// beginning is the file of a translation with as many of its first units as an
// address takes. It stops before a reference to a note, which needs the note.
func beginning(t *report.Translation) string {
	units, file := t.Units, ""
	for n := 0; n <= len(units); n++ {
		t.Units = units[:n]
		longer := string(page.Format(t))
		if file != "" && len(url.QueryEscape(longer)) > mostFilled || n > 0 && strings.Contains(units[n-1].Text, "[^") {
			break
		}
		file = longer
	}
	return file
}

// startIn is where a translation into a language can be begun.
func (c *composer) startIn(r *archive.Report, lang string) string {
	f := c.archive.Config.Forge
	name := r.Dir + "/index." + lang + ".md"
	switch f.Kind {
	case "github":
		return f.URL + "/new/" + f.Branch + "?filename=" + name
	case "gitlab":
		return f.URL + "/-/new/" + f.Branch + "?file_name=" + name
	case "forgejo":
		return f.URL + "/_new/" + f.Branch + "/" + r.Dir + "?filename=index." + lang + ".md"
	}
	return ""
}

// source is where the received file of a translation can be had. Its name has
// its hash, so that pages of every edition can lead to it.
func (c *composer) source(t *report.Translation) map[string]any {
	s := t.Meta.Source
	if s.File == "" {
		return nil
	}
	m := map[string]any{"sha256": s.SHA256, "origin": s.URL, "file": s.File}
	if name := sourceName(s); name != "" {
		m["url"] = "/assets/" + name
	}
	return m
}

// sourceName is the name under which a source is published: as text where a
// browser would run what is in it.
func sourceName(s report.Source) string {
	_, ext, ok := strings.Cut(strings.TrimPrefix(s.File, "source."), ".")
	if !ok || len(s.SHA256) < 16 {
		return ""
	}
	switch ext {
	case "txt", "md", "pdf", "docx", "odt", "epub":
	default:
		ext += ".txt"
	}
	return "source." + s.SHA256[:16] + "." + ext
}
