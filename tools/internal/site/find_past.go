package site

import "strings"

// past keeps the addresses of ways to find that once were and that nothing
// leads to now: a speaker's name was corrected, a symbol was a mistake. The
// page that stands there says so, and leads on.
func (c *composer) past() {
	for _, file := range c.opts.Past {
		dir, ok := strings.CutSuffix(strings.TrimPrefix(file, c.language.Tag+"/"), "/index.html")
		if !ok || dir+"/index.html" == file || c.written[dir] || !isWay(dir) {
			continue
		}
		key, _, _ := strings.Cut(dir, "/")
		c.write("past-"+strings.ReplaceAll(dir, "/", "-")+".md", hugoPage{Title: c.say.Say("past", nil), Layout: "past", Type: "find", URL: c.url(dir), Build: unlisted, Params: map[string]any{
			"up": c.url("find"), "way": key, "alternates": c.alternates("find/", nil),
		}})
	}
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
