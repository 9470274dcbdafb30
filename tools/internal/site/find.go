package site

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// An index is what is found in an archive before any language is looked at.
type index struct {
	ways     []*way
	resolved map[string][]resolved // crosswalk sections with their headings, by report
	walks    map[string]crosswalk  // by year; "" is all years
}

func newIndex(a *archive.Archive) *index {
	x := &index{ways: findWays(a), resolved: map[string][]resolved{}, walks: map[string]crosswalk{}}
	for _, r := range a.Reports {
		x.resolved[r.ID] = resolve(r.Reference())
	}
	x.walks[""] = x.crosswalk(a, "")
	for _, y := range x.years() {
		x.walks[y] = x.crosswalk(a, y)
	}
	return x
}

// years are those that the archive has reports of, the newest first.
func (x *index) years() []string {
	var years []string
	for _, w := range x.ways {
		if w.key == "years" {
			for _, k := range slices.Backward(w.keywords) {
				years = append(years, k.plain)
			}
		}
	}
	return years
}

// A way is one of the ways to find reports beside themes and frameworks: by
// event, year, type, organisation, symbol or speaker. It has a list at
// /<lang>/<key>/ and a page for each of its keywords.
type way struct {
	key      string
	keywords []*keyword
}

// A keyword is what a way leads by: one event, one speaker. Its addresses come
// from its own words alone, never from what else the archive has.
type keyword struct {
	slugs   []string          // the first is the one that lists lead to; the others say the same thing at their own addresses
	labels  map[string]string // by language; empty: the words are the same in all, or are messages
	lang    string            // of the label that stands in where a language has none
	plain   string            // the label that every language has: a year, a symbol
	order   string            // before others, where the label does not decide
	reports []*archive.Report // that it is of
	units   []mention         // that name it, wherever they stand
}

// A mention is a unit of a report, by its id.
type mention struct {
	report *archive.Report
	unit   string
}

// wayKeys are the ways in the order that menus show them.
var wayKeys = []string{"events", "years", "types", "organisations", "speakers", "symbols"}

// findWays reads all ways out of an archive, once for all languages.
func findWays(a *archive.Archive) []*way {
	byKey := map[string]*gatherer{}
	for _, key := range wayKeys {
		byKey[key] = newGatherer()
	}
	for _, r := range a.Reports {
		ref := r.Reference()
		if year := yearOf(&ref.Meta); year != "" {
			k := byKey["years"].keyword(year, year)
			k.plain, k.order = year, year
			k.add(r)
		}
		if t := string(ref.Meta.Type); t != "" {
			k := byKey["types"].keyword(t, t)
			k.order = string(rune('a' + slices.Index(report.Types, ref.Meta.Type)))
			k.add(r)
		}
		byKey["events"].labelled(r, func(m *report.Meta) string { return m.Event }, eventKey)
		byKey["organisations"].labelled(r, func(m *report.Meta) string { return m.Organisation }, func(_ *report.Meta, label string) string { return nameKey(label) })
		for _, s := range ref.Meta.Symbols {
			byKey["symbols"].symbol(s).add(r)
		}
		speakersOf(r, byKey["speakers"])
		symbolsIn(r, byKey["symbols"])
	}
	var ways []*way
	for _, key := range wayKeys {
		ways = append(ways, &way{key: key, keywords: byKey[key].merged()})
	}
	return ways
}

// yearOf is the year that a report is found by: that of its event, else of the
// document. Empty: neither is known.
func yearOf(m *report.Meta) string {
	date := cmp.Or(m.EventStart, m.EventEnd, m.Date)
	if len(date) < 4 {
		return ""
	}
	return date[:4]
}

// eventKey tells events apart by their name and year: meetings that are held
// every year have the same name.
func eventKey(m *report.Meta, label string) string {
	key, year := nameKey(label), yearOf(m)
	if year != "" && !strings.Contains(key, year) {
		key += " " + year
	}
	return key
}

func (k *keyword) add(r *archive.Report) {
	if len(k.reports) == 0 || k.reports[len(k.reports)-1] != r {
		k.reports = append(k.reports, r)
	}
}

// A gatherer collects the keywords of one way.
type gatherer struct {
	bySlug  map[string]*keyword
	all     []*keyword
	byLabel map[string]*keyword // language and key of a label: what unites keywords
	into    map[*keyword]*keyword
}

func newGatherer() *gatherer {
	return &gatherer{bySlug: map[string]*keyword{}, byLabel: map[string]*keyword{}, into: map[*keyword]*keyword{}}
}

// keyword is the keyword at a slug, new if need be.
func (g *gatherer) keyword(slug, lang string) *keyword {
	k := g.bySlug[slug]
	if k == nil {
		k = &keyword{slugs: []string{slug}, labels: map[string]string{}, lang: lang}
		g.bySlug[slug] = k
		g.all = append(g.all, k)
	}
	return k
}

// labelled adds a report under a name that each translation writes in its own
// language. Its address comes from the reference's. Two names that are one in
// some language are one keyword: an archive may have one report of an event in
// English alone and another in French alone.
func (g *gatherer) labelled(r *archive.Report, label func(*report.Meta) string, key func(*report.Meta, string) string) {
	ref := r.Reference()
	name := label(&ref.Meta)
	if name == "" {
		return
	}
	k := g.keyword(slug(key(&ref.Meta, name), ' '), ref.Lang)
	k.add(r)
	for _, t := range r.Translations {
		if own := label(&t.Meta); own != "" {
			meta := t.Meta
			meta.EventStart, meta.EventEnd, meta.Date = ref.Meta.EventStart, ref.Meta.EventEnd, ref.Meta.Date
			g.name(k, t.Lang, own, key(&meta, own))
		}
	}
}

// name gives a keyword its label in a language, and unites it with another
// that has the same there.
func (g *gatherer) name(k *keyword, lang, label, key string) {
	if k.labels[lang] == "" {
		k.labels[lang] = label
	}
	other := g.byLabel[lang+" "+key]
	if other == nil {
		g.byLabel[lang+" "+key] = k
		return
	}
	if a, b := g.root(other), g.root(k); a != b {
		g.into[b] = a
	}
}

func (g *gatherer) root(k *keyword) *keyword {
	for g.into[k] != nil {
		k = g.into[k]
	}
	return k
}

// merged are the keywords with what was united in one, by their first slug.
func (g *gatherer) merged() []*keyword {
	var list []*keyword
	for _, k := range g.all {
		root := g.root(k)
		if root == k {
			list = append(list, k)
			continue
		}
		root.slugs = append(root.slugs, k.slugs...)
		root.reports = append(root.reports, k.reports...)
		root.units = append(root.units, k.units...)
		for lang, label := range k.labels {
			if root.labels[lang] == "" {
				root.labels[lang] = label
			}
		}
	}
	for _, k := range list {
		slices.Sort(k.slugs)
		slices.SortStableFunc(k.reports, func(a, b *archive.Report) int { return strings.Compare(a.ID, b.ID) })
		slices.SortStableFunc(k.units, func(a, b mention) int { return strings.Compare(a.report.ID, b.report.ID) })
	}
	slices.SortFunc(list, func(a, b *keyword) int { return strings.Compare(a.slugs[0], b.slugs[0]) })
	return list
}
