package site

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A composer writes the Hugo content of one language.
type composer struct {
	archive  *archive.Archive
	language archive.Language
	say      *message.Printer
	opts     *Options
	dir      string
	made     map[string]entry // by report
	err      error            // the first one
}

// A hugoPage is a page as Hugo reads it: front matter as JSON and no content, so that Hugo
// parses nothing. Params has what templates show.
type hugoPage struct {
	Title  string         `json:"title"`
	Type   string         `json:"type,omitempty"`
	Layout string         `json:"layout,omitempty"`
	URL    string         `json:"url,omitempty"`
	Build  map[string]any `json:"build,omitempty"`
	Params map[string]any `json:"params,omitempty"`
}

// unlisted pages stand in no list of Hugo's.
var unlisted = map[string]any{"list": "never", "render": "always"}

// compose writes the folder that Hugo runs in: its configuration and content/.
func (c *composer) compose(dir string) error {
	c.dir, c.made = dir, make(map[string]entry)
	if err := c.configure(); err != nil {
		return err
	}
	c.home()
	c.reports()
	c.themes()
	for _, f := range frameworks {
		c.framework(f)
	}
	c.editions()
	if c.language.Tag == c.archive.Config.Default {
		c.root()
	}
	if missing := c.say.Missing(); c.err == nil && len(missing) > 0 {
		return &report.Problem{Code: "message-missing", Severity: report.Error, File: "i18n/" + c.language.Tag + ".toml",
			Args: map[string]string{"Keys": strings.Join(missing, ", ")}}
	}
	return c.err
}

// write puts a page at file, slash-separated, below content/.
func (c *composer) write(file string, p hugoPage) {
	if c.err != nil {
		return
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	if c.err = e.Encode(p); c.err != nil {
		return
	}
	name := filepath.Join(c.dir, "content", filepath.FromSlash(file))
	if c.err = os.MkdirAll(filepath.Dir(name), 0o777); c.err != nil {
		return
	}
	c.err = os.WriteFile(name, b.Bytes(), 0o666)
}

// section is the front matter and text of content/<dir>_index.<lang>.md, with
// a message as its title where there is no such file.
func (c *composer) section(dir, titleKey string) hugoPage {
	p := hugoPage{Params: map[string]any{}}
	if s := c.archive.Section("content/" + dir + "_index." + c.language.Tag + ".md"); s != nil {
		p.Title = s.Title
		p.Params["description"] = s.Description
		p.Params["text"] = renderText(s.Units, c.say)
	} else {
		p.Title = c.say.Say(titleKey, nil)
	}
	return p
}

// home is what this language has, and what it has not.
func (c *composer) home() {
	p := c.section("", "home")
	p.Params["entries"] = c.entries(func(*archive.Report) bool { return true })
	var themes []link
	for i := range c.archive.Themes {
		t := &c.archive.Themes[i]
		themes = append(themes, link{URL: c.url("themes/" + t.ID), Title: t.Label(c.language.Tag)})
	}
	p.Params["themes_list"] = themes
	p.Params["alternates"] = c.alternates("", nil)
	c.write("_index.md", p)
}

func (c *composer) reports() {
	p := c.section("reports/", "reports")
	p.Params["entries"] = c.entries(func(*archive.Report) bool { return true })
	p.Params["alternates"] = c.alternates("reports/", nil)
	c.write("reports/_index.md", p)
	for _, r := range c.archive.Reports {
		if t := r.Translation(c.language.Tag); t != nil {
			c.write("reports/"+r.ID+"/index.md", c.report(r, t))
			if t != r.Reference() {
				c.write("beside-"+r.ID+".md", c.beside(r, t))
			}
		} else {
			c.write("reports/"+r.ID+"/index.md", c.missing(r))
		}
	}
	for _, frozen := range c.opts.Freeze {
		if r := c.archive.Report(frozen.Report); r != nil && frozen.Lang == c.language.Tag {
			p := c.report(r, r.Translation(frozen.Lang))
			p.URL, p.Type, p.Build = "/"+frozen.Permalink, "reports", unlisted
			p.Params["frozen"] = map[string]any{"edition": frozen.Edition, "latest": c.url("reports/" + r.ID)}
			c.write("frozen-"+r.ID+".md", p)
		}
	}
}

// report is the page of a report that this language has.
func (c *composer) report(r *archive.Report, t *report.Translation) hugoPage {
	ps := pieces(r, t, &c.archive.Config)
	ref := r.Reference()
	p := hugoPage{Title: t.Meta.Title, Params: c.facts(r, &t.Meta)}
	p.Params["lede"] = t.Meta.Subtitle
	p.Params["body"] = renderBody(ps, c.say)
	p.Params["outline"] = outline(ps)
	p.Params["gone"] = gone(r)
	p.Params["alternates"] = c.alternates("reports/"+r.ID+"/", r)
	p.Params["notices"] = c.notices(t)
	p.Params["translation"] = creditParams(t)
	p.Params["is_original"] = t.IsOriginal()
	if t != ref {
		p.Params["freshness"] = unit.Count(r.Aligned[t.Lang])
		p.Params["reference"] = c.foreign(ref)
		p.Params["beside"] = c.besideURL(r)
	}
	p.Params["sections_list"] = c.sections(r, ps)
	p.Params["source_file"] = c.source(t)
	p.Params["edit"] = c.edit(t.File)
	if text, ok := lastText(c.opts.Editions, r.ID, t.Lang); ok {
		p.Params["edition"] = map[string]any{"name": text.Edition, "url": "/" + text.Permalink}
	}
	return p
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
	first := func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	}
	params := map[string]any{
		"report": r.ID, "report_type": first(string(m.Type), string(ref.Type)), "original": m.Original,
		"document_date": first(m.Date, ref.Date), "event_start": first(m.EventStart, ref.EventStart), "event_end": first(m.EventEnd, ref.EventEnd),
		"event": m.Event, "place": m.Place, "organisation": m.Organisation, "symbols": ref.Symbols, "status": first(string(m.Status), string(ref.Status)),
	}
	for _, f := range frameworks {
		params[f.key+"_list"] = c.terms(f, f.of(ref))
	}
	var themes []link
	for _, id := range ref.Themes {
		if t := c.archive.Theme(id); t != nil {
			themes = append(themes, link{URL: c.url("themes/" + id), Title: t.Label(c.language.Tag)})
		}
	}
	params["themes_list"] = themes
	return params
}

// missing is the light page that says that this language does not have the
// report, which languages do, and how to help.
func (c *composer) missing(r *archive.Report) hugoPage {
	ref := r.Reference()
	p := hugoPage{Title: ref.Meta.Title, Layout: "missing", Params: c.facts(r, &ref.Meta)}
	p.Params["reference"] = c.foreign(ref)
	p.Params["alternates"] = c.alternates("reports/"+r.ID+"/", r)
	p.Params["start"] = c.start(r)
	p.Params["facts_lang"] = p.Params["reference"].(map[string]any)["lang"]
	return p
}

// A link is a place and its words.
type link struct {
	URL   string `json:"url"`
	Title string `json:"title"`
	Lang  string `json:"lang,omitempty"` // locale, if it is not the page's
	Dir   string `json:"dir,omitempty"`
}

// foreign is a link to a translation of another language.
func (c *composer) foreign(t *report.Translation) map[string]any {
	l := c.archive.Config.Language(t.Lang)
	return map[string]any{"url": "/" + t.Lang + "/reports/" + t.Report + "/", "title": t.Meta.Title, "lang": l.Locale, "dir": l.Direction, "label": l.Label}
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
		m := map[string]any{"kind": string(n.Kind), "html": renderInline(n.Text, c.say)}
		if l := c.archive.Config.Language(n.Lang); n.Lang != "" && n.Lang != t.Lang {
			m["lang"], m["dir"] = n.Lang, "auto"
			if l != nil {
				m["lang"], m["dir"] = l.Locale, l.Direction
			}
		}
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

// alternates lists the languages of the menu: where each has this page, and
// whether the text is in it. A report's original comes first among those that
// have it only in the fallback page, not here: a menu keeps its order.
func (c *composer) alternates(dir string, r *archive.Report) []map[string]any {
	var list []map[string]any
	for _, l := range c.archive.Config.Languages {
		exists := r == nil || r.Translation(l.Tag) != nil
		a := map[string]any{
			"tag": l.Tag, "label": l.Label, "lang": l.Locale, "dir": l.Direction, "url": "/" + l.Tag + "/" + dir,
			"current": l.Tag == c.language.Tag, "exists": exists,
			"original": r != nil && exists && r.Translation(l.Tag).IsOriginal(),
		}
		if base := c.archive.Config.BaseURL; exists && base != "" {
			a["absolute"] = trimSlash(base) + "/" + l.Tag + "/" + dir
		}
		list = append(list, a)
	}
	return list
}

func trimSlash(s string) string {
	for len(s) > 0 && s[len(s)-1] == '/' {
		s = s[:len(s)-1]
	}
	return s
}

// url is the address of a folder in this language.
func (c *composer) url(dir string) string { return path.Join("/", c.language.Tag, dir) + "/" }

// root is the page that chooses a language, and the one for what is not there.
func (c *composer) root() {
	p := hugoPage{Title: c.archive.Config.Title, URL: "/", Layout: "root", Type: "root", Build: unlisted, Params: map[string]any{"alternates": c.alternates("", nil)}}
	c.write("root.md", p)
	p.URL, p.Layout, p.Title = "/404.html", "notfound", c.say.Say("not_found", nil)
	c.write("notfound.md", p)
}
