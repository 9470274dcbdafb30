package site

import (
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// An offer is something to take away from the archive, in a sentence, with
// what it leads to.
type offer struct {
	Title string `json:"title"`
	Text  string `json:"text"`
	Code  string `json:"code,omitempty"` // what to type
	Links []link `json:"links,omitempty"`
}

// offers are what the data page of a language lists, and llms.txt.
func offers(a *archive.Archive, opts *Options, lang string, say *message.Printer) []offer {
	dir := "/" + lang + "/"
	named := func(url string) link { return link{URL: url, Title: url[strings.LastIndexByte(url, '/')+1:]} }
	list := []offer{
		{Title: say.Say("reports", nil), Text: say.Say("data_texts", nil), Links: []link{{URL: dir + "reports/", Title: say.Say("all_reports", nil)}}},
		{Title: say.Say("data_books", nil), Text: say.Say("data_books_text", nil), Links: []link{{URL: dir + opdsName, Title: a.Config.Language(lang).Label}, {URL: "/" + opdsName, Title: say.Say("data_all", nil)}}},
	}
	feeds := offer{Title: say.Say("data_feeds", nil), Text: say.Say("data_feeds_text", nil), Links: []link{{URL: dir + feedName, Title: say.Say("data_feed_all", nil)}}}
	for i := range a.Themes {
		feeds.Links = append(feeds.Links, link{URL: dir + "themes/" + a.Themes[i].ID + "/" + feedName, Title: a.Themes[i].Label(lang)})
	}
	list = append(list, feeds)
	memory := offer{Title: say.Say("data_memory", nil), Text: say.Say("data_memory_text", nil)}
	for _, m := range memories(a) {
		memory.Links = append(memory.Links, link{URL: "/" + m.file(), Title: a.Config.Language(m.from).Label + " → " + a.Config.Language(m.to).Label})
	}
	if len(memory.Links) > 0 {
		list = append(list, memory)
	}
	list = append(list, offer{Title: say.Say("data_themes", nil), Text: say.Say("data_themes_text", nil),
		Links: []link{named("/" + dataDir + "themes.ttl"), named("/" + dataDir + "themes.jsonld")}})
	if offersRecords(&a.Config) && len(a.Reports) > 0 {
		list = append(list, offer{Title: say.Say("data_records", nil), Text: say.Say("data_records_text", nil), Links: []link{named("/" + oaiFile)}})
	}
	crawl := offer{Title: say.Say("data_map", nil), Text: say.Say("data_map_text", nil), Links: []link{named("/llms.txt"), named("/robots.txt")}}
	if absolute(&a.Config, "") != "" {
		crawl.Links = append([]link{named("/sitemap.xml")}, crawl.Links...)
	}
	whole := offer{Title: say.Say("data_whole", nil), Text: say.Say("data_whole_text", nil), Code: "rapporteur build --zip archive.zip"}
	if url := download(a, opts); url != "" {
		whole.Links = []link{{URL: url, Title: say.Say("edition_title", message.Data{"Edition": opts.Editions[len(opts.Editions)-1].Name}) + " (zip)"}}
	}
	host := offer{Title: say.Say("data_host", nil), Text: say.Say("data_host_text", nil),
		Links: []link{named("/_headers"), named("/headers/nginx.conf"), named("/headers/Caddyfile")}}
	return append(list, crawl, whole, host)
}

// download is where the forge packs the whole of the last edition: nothing is
// stored twice for it.
func download(a *archive.Archive, opts *Options) string {
	if len(opts.Editions) == 0 {
		return ""
	}
	f, tag := a.Config.Forge, "edition/"+opts.Editions[len(opts.Editions)-1].Name
	switch f.Kind {
	case "github":
		return f.URL + "/archive/refs/tags/" + tag + ".zip"
	case "gitlab":
		return f.URL + "/-/archive/" + tag + "/archive.zip"
	case "forgejo":
		return f.URL + "/archive/" + tag + ".zip"
	}
	return ""
}

// data is the page that lists what can be taken away and used.
func (c *composer) data() {
	c.write("data.md", hugoPage{Title: c.say.Say("data", nil), Layout: "data", Type: "find", URL: c.url("data"), Build: unlisted, Params: map[string]any{
		"offers": offers(c.archive, c.opts, c.language.Tag, c.say), "feed": c.url("") + feedName, "alternates": c.alternates("data/", nil),
	}})
}

// llms writes llms.txt, in the language that unknown readers get: what this
// archive is, what may be done with it, and where a program finds what.
func (t *taking) llms() error {
	config := &t.archive.Config
	l := config.Language(config.Default)
	say := t.say[l.Tag]
	link := func(url string) string {
		if strings.HasPrefix(url, "/") {
			return t.link("llms.txt", strings.TrimPrefix(url, "/"))
		}
		return url
	}
	var b strings.Builder
	b.WriteString("# " + l.Title + "\n\n> " + say.Say("data_what", nil) + "\n\n" + say.Say("footer_licence", nil) + " " + say.Say("data_cite", nil) + "\n")
	b.WriteString("\n## " + say.Say("languages", nil) + "\n\n")
	for _, other := range config.Languages {
		b.WriteString("- [" + other.Label + "](" + link("/"+other.Tag+"/") + "): " + other.Title + "\n")
	}
	for _, o := range offers(t.archive, t.opts, l.Tag, say) {
		b.WriteString("\n## " + o.Title + "\n\n" + o.Text + "\n")
		if o.Code != "" {
			b.WriteString("\n    " + o.Code + "\n")
		}
		if len(o.Links) > 0 {
			b.WriteString("\n")
		}
		for _, x := range o.Links {
			b.WriteString("- [" + x.Title + "](" + link(x.URL) + ")\n")
		}
	}
	return t.write("llms.txt", []byte(b.String()))
}
