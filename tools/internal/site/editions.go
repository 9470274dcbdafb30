package site

import "rapporteur/tools/internal/message"

// editions are the list of them, and the index of the one that is published
// now; those of earlier ones are sealed.
func (c *composer) editions() {
	if len(c.opts.Editions) == 0 {
		return
	}
	var list []map[string]any
	for i := len(c.opts.Editions) - 1; i >= 0; i-- {
		e := c.opts.Editions[i]
		list = append(list, map[string]any{"name": e.Name, "moment": e.Moment.UTC().Format("2006-01-02"), "texts": len(e.Texts), "url": "/editions/" + e.Name + "/" + c.language.Tag + "/"})
	}
	p := hugoPage{Title: c.say.Say("editions", nil), Layout: "editions", Type: "editions", URL: c.url("editions"), Build: unlisted,
		Params: map[string]any{"list": list, "alternates": c.alternates("editions/", nil)}}
	c.leadToChanges(&p)
	c.write("editions.md", p)

	now := c.opts.Editions[len(c.opts.Editions)-1]
	var alternates []map[string]any
	for _, a := range c.alternates("", nil) {
		a["url"] = "/editions/" + now.Name + "/" + a["tag"].(string) + "/"
		delete(a, "absolute")
		alternates = append(alternates, a)
	}
	// Each text stands in the index of its own language, once: what an edition
	// adds to the archive's size is mostly this.
	var texts, others []map[string]any
	counts := make(map[string]int)
	for _, t := range now.Texts {
		counts[t.Lang]++
		if t.Lang == c.language.Tag {
			texts = append(texts, map[string]any{"title": t.Title, "url": "/" + t.Permalink})
		}
	}
	for _, l := range c.archive.Config.Languages {
		others = append(others, map[string]any{"label": l.Label, "lang": l.Locale, "dir": l.Direction, "texts": counts[l.Tag], "current": l.Tag == c.language.Tag,
			"url": "/editions/" + now.Name + "/" + l.Tag + "/"})
	}
	p = hugoPage{Title: c.say.Say("edition_title", message.Data{"Edition": now.Name}), Layout: "edition", Type: "editions", URL: "/editions/" + now.Name + "/" + c.language.Tag + "/", Build: unlisted,
		Params: map[string]any{"name": now.Name, "moment": now.Moment.UTC().Format("2006-01-02"), "texts": texts, "others": others, "alternates": alternates}}
	c.write("edition.md", p)
	if c.language.Tag == c.archive.Config.Default {
		p.URL = "/editions/" + now.Name + "/"
		delete(p.Params, "texts") // it leads to the languages alone
		c.write("edition-root.md", p)
	}
}

// lastText is a text as the last edition has it, if that has it.
func lastText(editions []Edition, id, lang string) (Text, bool) {
	if len(editions) == 0 {
		return Text{}, false
	}
	return editions[len(editions)-1].text(id, lang)
}
