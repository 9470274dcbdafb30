package site

import (
	"slices"
	"sort"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A step is an edition in which a text or its reference changed.
type step struct {
	edition  *Edition
	own, ref Text     // as that edition has them; ref is empty where the text is the reference
	now      bool     // own changed in it
	ownSum   unit.Sum // since the step before
	refSum   unit.Sum
	refNow   bool // the reference changed in it
	first    bool
}

// text is the edition's text of a report in lang.
func (e *Edition) text(id, lang string) (Text, bool) {
	i := sort.Search(len(e.Texts), func(i int) bool {
		t := &e.Texts[i]
		return t.Report > id || t.Report == id && t.Lang >= lang
	})
	if i < len(e.Texts) && e.Texts[i].Report == id && e.Texts[i].Lang == lang {
		return e.Texts[i], true
	}
	return Text{}, false
}

// steps are the editions in which a report's text in lang changed, or its
// reference, oldest first.
func (c *composer) steps(r *archive.Report, lang string) []step {
	var steps []step
	ref := r.Reference().Lang
	for i := range c.opts.Editions {
		e := &c.opts.Editions[i]
		own, ok := e.text(r.ID, lang)
		if !ok {
			continue
		}
		s := step{edition: e, own: own, now: own.Edition == e.Name, first: len(steps) == 0}
		if ref != lang {
			s.ref, _ = e.text(r.ID, ref)
			s.refNow = s.ref.Edition == e.Name
		}
		if s.first || s.now || s.refNow {
			steps = append(steps, s)
		}
	}
	return steps
}

// allPairs is with how many earlier editions of a text a page compares one; with
// the first it does so always.
const allPairs = 12

// A comparison is two editions that a page compares.
type comparison struct{ from, to string }

// dir is the name of its folder. No edition has two hyphens in a row, and Hugo
// takes two dots for the folder above.
func (s comparison) dir() string { return s.from + "--" + s.to }

// comparisons are those that a report has pages of in lang: of each edition in
// which that text changed with the one before, and what the branch has. A page
// for each pair would grow with the square of the editions, and most of it be
// what stands on every page. What the reference alone changed stands on the
// reference's own page, and beside the translation.
func (c *composer) comparisons(r *archive.Report, lang string, steps []step) []comparison {
	own := ownSteps(steps)
	var list []comparison
	for j := 1; j < len(own); j++ {
		list = append(list, comparison{own[j-1], own[j]})
	}
	for _, s := range c.publishedPairs()[lang+"/reports/"+r.ID] {
		if !slices.Contains(list, s) && c.edition(s.from) != nil && c.edition(s.to) != nil {
			list = append(list, s)
		}
	}
	return list
}

// ownSteps are the editions in which the text itself changed.
func ownSteps(steps []step) []string {
	var own []string
	for i := range steps {
		if steps[i].first || steps[i].now {
			own = append(own, steps[i].edition.Name)
		}
	}
	return own
}

// earlier are the editions with which the page of own[j-1] and own[j] compares
// own[j] too, newest first.
func earlier(own []string, j int) []string {
	var names []string
	for i := j - 2; i >= max(0, j-allPairs); i-- {
		names = append(names, own[i])
	}
	if j > allPairs {
		names = append(names, own[0])
	}
	return names
}

// sinceID is where such a comparison stands on the page.
func sinceID(name string) string { return "since-" + name }

// published are the comparisons that the branch has pages of, by folder of the
// report's page.
func (c *composer) publishedPairs() map[string][]comparison {
	if c.published == nil {
		c.published = make(map[string][]comparison)
		for _, file := range c.opts.Past {
			dir, rest, ok := strings.Cut(file, "/history/")
			from, to, two := strings.Cut(strings.TrimSuffix(rest, "/index.html"), "--")
			if ok && two {
				c.published[dir] = append(c.published[dir], comparison{from, to})
			}
		}
	}
	return c.published
}

func (c *composer) edition(name string) *Edition {
	for i := range c.opts.Editions {
		if c.opts.Editions[i].Name == name {
			return &c.opts.Editions[i]
		}
	}
	return nil
}

// histories writes the history page of every report that this language has, or
// had in some edition, and the pages that compare two editions.
func (c *composer) histories() {
	for _, r := range c.archive.Reports {
		steps := c.steps(r, c.language.Tag)
		if len(steps) == 0 || c.err != nil {
			continue
		}
		c.texts = make(map[string]*report.Translation)
		for i := range steps[1:] {
			was, s := &steps[i], &steps[i+1]
			s.ownSum = unit.SumOf(c.units(was.own), c.units(s.own))
			s.refSum = unit.SumOf(c.units(was.ref), c.units(s.ref))
		}
		c.write("history-"+r.ID+".md", c.history(r, steps))
		for _, s := range c.comparisons(r, c.language.Tag, steps) {
			c.write("history-"+r.ID+"-"+s.dir()+".md", c.redline(r, s, ownSteps(steps)))
		}
		c.changes = append(c.changes, c.changesOf(r, steps)...)
	}
	c.texts = nil
}

// leadToHistory adds to a report's page the way to its history and the feed of
// its changes, if some edition has it.
func (c *composer) leadToHistory(p *hugoPage, r *archive.Report) {
	if len(c.steps(r, c.language.Tag)) > 0 {
		p.Params["history"] = c.url("reports/" + r.ID + "/history")
		p.Params["changes"] = c.url("reports/"+r.ID) + changesFile
	}
}

// leadToChanges adds to a page the way to the feed of this language's changes,
// if some edition has a text in it.
func (c *composer) leadToChanges(p *hugoPage) {
	for _, r := range c.archive.Reports {
		if len(c.steps(r, c.language.Tag)) > 0 {
			p.Params["changes"] = c.url("") + changesFile
			return
		}
	}
}

// history is the page of the editions in which a text changed:
// /<lang>/reports/<report>/history/.
func (c *composer) history(r *archive.Report, steps []step) hugoPage {
	own := ownSteps(steps)
	var list []map[string]any
	for i := len(steps) - 1; i >= 0; i-- {
		s := &steps[i]
		m := map[string]any{
			"name": s.edition.Name, "moment": s.edition.Moment.UTC().Format("2006-01-02"), "url": "/" + s.own.Permalink,
			"own": c.sum(s.first, s.now, s.ownSum),
		}
		if s.ref.Lang != "" && !s.first {
			m["ref"] = c.sum(false, s.refNow, s.refSum)
		}
		if since, ok := c.since(r, steps[:i+1]); ok {
			m["since"] = since
		}
		var others []link
		if j := slices.Index(own, s.edition.Name); j > 1 {
			page := c.comparisonURL(r, comparison{own[j-1], own[j]})
			for _, name := range earlier(own, j) {
				others = append(others, link{URL: page + "#" + sinceID(name), Title: name})
			}
		}
		m["others"] = others
		list = append(list, m)
	}
	title := steps[len(steps)-1].own.Title
	p := hugoPage{Title: c.say.Say("history", nil) + " · " + title, Layout: "history", Type: "reports", URL: c.url("reports/" + r.ID + "/history"), Build: unlisted, Params: map[string]any{
		"text_title": title, "latest": c.url("reports/" + r.ID), "steps": list, "changes": c.url("reports/"+r.ID) + changesFile,
		"alternates": c.elsewhere(r, func(lang string, steps []step) string { return "" }),
	}}
	if r.Reference().Lang != c.language.Tag {
		p.Params["reference"] = c.foreign(r.Reference())
		if r.Translation(c.language.Tag) != nil {
			p.Params["beside"] = c.besideURL(r)
		}
	}
	return p
}

// since leads to what the last of the steps changed: in the text, since it last
// changed before; or in the reference alone, on the reference's page.
func (c *composer) since(r *archive.Report, steps []step) (link, bool) {
	s, before := &steps[len(steps)-1], steps[:len(steps)-1]
	if len(before) == 0 {
		return link{}, false
	}
	if !s.now {
		was, ref := &before[len(before)-1], r.Reference().Lang
		return link{URL: "/" + ref + "/reports/" + r.ID + "/history/" + comparison{was.ref.Edition, s.ref.Edition}.dir() + "/", Title: was.ref.Edition, Lang: ref}, was.ref.Edition != ""
	}
	k := len(before) - 1
	for k > 0 && !before[k].now {
		k--
	}
	from := before[k].edition.Name
	return link{URL: c.comparisonURL(r, comparison{from, s.edition.Name}), Title: from}, true
}

func (c *composer) comparisonURL(r *archive.Report, s comparison) string {
	return c.url("reports/" + r.ID + "/history/" + s.dir())
}

// elsewhere is where the languages of the menu have a page of a report's
// history: in the folder that dir names, or, where they have none, on the
// report's page.
func (c *composer) elsewhere(r *archive.Report, dir func(lang string, steps []step) string) []map[string]any {
	list := c.alternates("reports/"+r.ID+"/", r)
	for _, a := range list {
		tag := a["tag"].(string)
		if steps := c.steps(r, tag); len(steps) > 0 {
			a["url"] = "/" + tag + "/reports/" + r.ID + "/history/" + dir(tag, steps)
		}
		delete(a, "absolute")
	}
	return list
}

// sum says in words how much of a text changed in an edition.
func (c *composer) sum(first, now bool, s unit.Sum) string {
	switch {
	case first:
		return c.say.Say("history_first", nil)
	case !now:
		return c.say.Say("redline_same", nil)
	case s.Zero():
		return c.say.Say("history_facts", nil)
	}
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{{"history_changed", s.Changed}, {"history_added", s.Added}, {"history_removed", s.Removed}, {"history_words_added", s.WordsAdded}, {"history_words_removed", s.WordsRemoved}} {
		if p.n > 0 {
			parts = append(parts, c.say.Say(p.key, map[string]any{"Count": p.n}))
		}
	}
	return strings.Join(parts, " · ")
}

// units are those of a text of an edition; none if it is not kept.
func (c *composer) units(t Text) []report.Unit {
	if said := c.said(t); said != nil {
		return said.Units
	}
	return nil
}

// said is a text of an edition: the archive's own where that edition is being
// made, else what was handed over. It is nil where it is not kept.
func (c *composer) said(t Text) *report.Translation {
	if t.Permalink == "" || c.err != nil {
		return nil
	}
	key := t.Permalink + " " + strings.Join(t.Units, " ") // a page can be given other ids by a later edition
	if said, ok := c.texts[key]; ok {
		return said
	}
	var said *report.Translation
	if slices.ContainsFunc(c.opts.Freeze, func(f Text) bool { return f.Permalink == t.Permalink }) {
		said = c.archive.Report(t.Report).Translation(t.Lang)
	} else if c.opts.Said != nil {
		said, c.err = c.opts.Said(t)
	}
	c.texts[key] = said
	return said
}
