package site

import (
	"strings"

	"rapporteur/tools/internal/archive"
)

// past keeps the addresses of ways to find that once were and that nothing
// leads to now: a speaker's name was corrected, a symbol was a mistake. The
// page that stands there says so, and leads on; so does one where two texts
// stood side by side, of which one was taken out, or is the reference no more.
func (c *composer) past() {
	reports := make(map[string]*archive.Report)
	for _, r := range c.archive.Reports {
		reports[r.ID] = r
	}
	for _, file := range c.opts.Past {
		dir, ok := strings.CutSuffix(strings.TrimPrefix(file, c.language.Tag+"/"), "/index.html")
		if !ok || dir+"/index.html" == file || c.written[dir] {
			continue
		}
		if id, _, beside := strings.Cut(strings.TrimPrefix(dir, "reports/"), "/with-"); beside && reports[id] != nil {
			c.pastBeside(dir, reports[id])
			continue
		}
		if !isWay(dir) {
			continue
		}
		key, _, _ := strings.Cut(dir, "/")
		alternates := c.alternates("find/", nil)
		for _, a := range alternates {
			delete(a, "absolute")
		}
		c.write("past-"+strings.ReplaceAll(dir, "/", "-")+".md", hugoPage{Title: c.say.Say("past", nil), Layout: "past", Type: "find", URL: c.url(dir), Build: unlisted, Params: map[string]any{
			"up": c.url("find"), "way": key, "alternates": alternates,
		}})
	}
}

// pastBeside is the page where two texts of a report stood side by side.
func (c *composer) pastBeside(dir string, r *archive.Report) {
	alternates := c.alternates("reports/"+r.ID+"/", r)
	for _, a := range alternates {
		delete(a, "absolute")
	}
	p := hugoPage{Title: c.say.Say("past", nil), Layout: "past", Type: "reports", URL: c.url(dir), Build: unlisted, Params: map[string]any{
		"latest": c.url("reports/" + r.ID), "alternates": alternates, "keeps_unit": true,
	}}
	if t := r.Translation(c.language.Tag); t != nil {
		p.Params["name"] = map[string]any{"title": t.Meta.Title}
	} else {
		p.Params["name"] = c.foreign(r.Reference())
	}
	c.write("past-"+strings.ReplaceAll(dir, "/", "-")+".md", p)
}

// isWay reports whether a folder below a language's is a way to find or one of
// its keywords.
func isWay(dir string) bool {
	key, rest, _ := strings.Cut(dir, "/")
	if strings.Contains(rest, "/") {
		return false
	}
	for _, known := range append([]string{"crosswalk"}, wayKeys...) {
		if key == known {
			return true
		}
	}
	return false
}
