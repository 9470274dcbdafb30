package site

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/collate"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// A composer writes the Hugo content of one language.
type composer struct {
	archive  *archive.Archive
	language archive.Language
	say      *message.Printer
	opts     *Options
	dir      string
	index    *index // of the archive, the same for all languages
	collator *collate.Collator
	was      staleWords          // of all languages
	made     map[string]entry    // by report
	readings map[string]*reading // by report
	written  map[string]bool     // addresses of ways to find

	texts     map[string]*report.Translation // of the editions of one report
	published map[string][]comparison        // see publishedPairs
	changes   []change                       // for the feeds

	err error // the first one
}

// A hugoPage is a page as Hugo reads it: front matter as JSON and no content,
// so that Hugo parses nothing. Params has what templates show.
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
	c.dir, c.made, c.readings, c.written = dir, make(map[string]entry), make(map[string]*reading), make(map[string]bool)
	c.collator = newCollator(c.language.Locale)
	if err := c.configure(); err != nil {
		return err
	}
	c.home()
	c.reports()
	c.histories()
	c.themes()
	for _, f := range frameworks {
		c.framework(f)
	}
	c.find()
	c.data()
	c.past()
	c.status()
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
	if dir, ok := strings.CutPrefix(p.URL, "/"+c.language.Tag+"/"); ok {
		c.written[strings.TrimSuffix(dir, "/")] = true
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

// alternates lists the languages of the menu, in the site's order: where each
// has this page and, of a report, whether the text is in it. Those that exist
// have an absolute address as well, for hreflang.
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
	alternates := c.alternates("", nil)
	for i, l := range c.archive.Config.Languages {
		alternates[i]["title"] = l.Title
	}
	p := hugoPage{Title: c.archive.Config.Title, URL: "/", Layout: "root", Type: "root", Build: unlisted, Params: map[string]any{"alternates": alternates}}
	c.write("root.md", p)
	p.URL, p.Layout, p.Title = "/404.html", "notfound", c.say.Say("not_found", nil)
	c.write("notfound.md", p)
}
