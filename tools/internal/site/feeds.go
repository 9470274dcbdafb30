package site

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/feed"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

const (
	feedName = "feed.xml"
	opdsName = "opds.xml"
	mostFeed = 50 // entries of a feed; a list or a catalogue has all
)

// feeds writes a feed of each language and one of each theme in each language:
// the texts that the language has, those that changed last first.
func (t *taking) feeds() error {
	for _, l := range t.archive.Config.Languages {
		if err := t.feed(l, l.Tag+"/", l.Title, "", t.texts(l.Tag, "")); err != nil {
			return err
		}
		for i := range t.archive.Themes {
			theme := &t.archive.Themes[i]
			title := theme.Label(l.Tag) + " · " + l.Title
			if err := t.feed(l, l.Tag+"/themes/"+theme.ID+"/", title, theme.Definitions[l.Tag], t.texts(l.Tag, theme.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// A shelved text is one that a feed or a catalogue lists.
type shelved struct {
	report *archive.Report
	text   *report.Translation
}

// texts are what a language has, of one theme or of all, those that changed
// last first.
func (t *taking) texts(lang, theme string) []shelved {
	var list []shelved
	for _, r := range t.archive.Reports {
		if text := r.Translation(lang); text != nil && (theme == "" || hasTheme(r, theme)) {
			list = append(list, shelved{r, text})
		}
	}
	slices.SortStableFunc(list, func(a, b shelved) int {
		return strings.Compare(t.opts.changed(b.report, b.text), t.opts.changed(a.report, a.text))
	})
	return list
}

// hasTheme reports whether a report or a section of it is linked to a theme.
func hasTheme(r *archive.Report, id string) bool {
	m := &r.Reference().Meta
	return slices.Contains(m.Themes, id) || slices.ContainsFunc(m.Sections, func(s report.Section) bool { return slices.Contains(s.Themes, id) })
}

// feed writes the feed of the page in the folder dir.
func (t *taking) feed(l archive.Language, dir, title, subtitle string, texts []shelved) error {
	file := dir + feedName
	f := t.newFeed(l, file, title)
	f.Subtitle = subtitle
	f.Links = append(f.Links, feed.Link{Rel: "alternate", Type: "text/html", Href: t.link(file, dir), Lang: l.Locale})
	for _, x := range texts[:min(len(texts), mostFeed)] {
		e := t.entry(x)
		dir := reportDir(x.report, l.Tag)
		e.ID = identity(&t.archive.Config, dir)
		e.Content = &feed.Content{Type: "html", Text: t.digestHTML(x, l)}
		e.Links = []feed.Link{{Rel: "alternate", Type: "text/html", Href: t.link(file, dir), Lang: l.Locale}}
		f.Entries = append(f.Entries, e)
	}
	return t.writeFeed(file, f)
}

func (t *taking) newFeed(l archive.Language, file, title string) *feed.Feed {
	f := &feed.Feed{Lang: l.Locale, ID: identity(&t.archive.Config, file), Title: title, Author: []feed.Person{{Name: l.Title}}, Rights: t.say[l.Tag].Say("footer_licence", nil)}
	if self := absolute(&t.archive.Config, file); self != "" {
		f.Links = append(f.Links, feed.Link{Rel: "self", Type: feed.Atom, Href: self})
	}
	return f
}

func (t *taking) writeFeed(file string, f *feed.Feed) error {
	var b bytes.Buffer
	if err := feed.Write(&b, f); err != nil {
		return err
	}
	return t.write(file, b.Bytes())
}

// link is the way from a file to another: its address where the archive knows
// it, else relative to where the file stands.
func (t *taking) link(from, to string) string {
	if a := absolute(&t.archive.Config, to); a != "" {
		return a
	}
	return relativePath(from, "/"+to)
}

// entry is what feeds and catalogues say of a text alike.
func (t *taking) entry(x shelved) feed.Entry {
	m := &x.text.Meta
	e := feed.Entry{
		Title: m.Title, Updated: t.opts.changed(x.report, x.text), Rights: strings.Join(t.rights(x.text), " "),
		Language: t.archive.Config.Language(x.text.Lang).Locale, Issued: textDate(x.report, x.text),
	}
	if e.Issued != "" {
		e.Published = moment(e.Issued)
	}
	if m.Organisation != "" {
		e.Author = []feed.Person{{Name: m.Organisation}}
	}
	for _, name := range append(slices.Clone(m.Credit.Translators), m.Credit.Reviewers...) {
		e.Contributors = append(e.Contributors, feed.Person{Name: name})
	}
	for i := range t.archive.Themes {
		if theme := &t.archive.Themes[i]; hasTheme(x.report, theme.ID) {
			e.Categories = append(e.Categories, feed.Category{Term: theme.ID, Label: theme.Label(x.text.Lang)})
		}
	}
	return e
}

// digestHTML is what an entry shows of a text: its credit and notices before
// its first paragraphs.
func (t *taking) digestHTML(x shelved, l archive.Language) string {
	var b strings.Builder
	b.WriteString(`<div lang="` + l.Locale + `" dir="` + l.Direction + "\">\n")
	if s := x.text.Meta.Subtitle; s != "" {
		b.WriteString("<p>" + html.EscapeString(s) + "</p>\n")
	}
	b.WriteString("<p>" + t.creditHTML(x.text) + "</p>\n")
	for _, n := range sortedNotices(x.text) {
		b.WriteString(t.noticeHTML(n, x.text))
	}
	if x.text != x.report.Reference() {
		b.WriteString("<p>" + html.EscapeString(freshness(unit.Count(x.report.Aligned[l.Tag]), t.say[l.Tag])) + "</p>\n")
	}
	left := 2
	for i := range x.text.Units {
		u := &x.text.Units[i]
		if left == 0 {
			break
		}
		if u.Kind == report.Paragraph || u.Kind == report.Turn {
			speaker := ""
			if u.Speaker != "" {
				speaker = "<b><bdi>" + html.EscapeString(u.Speaker) + "</bdi></b> "
			}
			b.WriteString("<p>" + speaker + html.EscapeString(set(l.Locale, page.Plain(u.Text))) + "</p>\n")
			left--
		}
	}
	b.WriteString("</div>")
	return b.String()
}

// catalogues writes the books of each language as an OPDS 1.2 catalogue, and
// one that leads to these.
func (t *taking) catalogues() error {
	config := &t.archive.Config
	root := t.newFeed(*config.Language(config.Default), opdsName, config.Title)
	root.Links = append(root.Links, feed.Link{Rel: "start", Type: feed.Navigation, Href: t.link(opdsName, opdsName)})
	for _, l := range config.Languages {
		file := l.Tag + "/" + opdsName
		f := t.newFeed(l, file, t.say[l.Tag].Say("data_books", nil)+" · "+l.Title)
		f.Links = append(f.Links, feed.Link{Rel: "start", Type: feed.Navigation, Href: t.link(file, opdsName)})
		updated := moment("")
		for _, x := range t.texts(l.Tag, "") {
			e := t.entry(x)
			dir := reportDir(x.report, l.Tag)
			e.ID = identity(config, dir+bookName)
			e.Content = &feed.Content{Type: "html", Text: t.digestHTML(x, l)}
			e.Links = []feed.Link{
				{Rel: feed.Free, Type: "application/epub+zip", Href: t.link(file, dir+bookName), Title: l.Label},
				{Rel: "alternate", Type: "text/html", Href: t.link(file, dir), Lang: l.Locale},
			}
			if ref := x.report.Reference(); x.text != ref {
				e.Links = append(e.Links, feed.Link{Rel: feed.Free, Type: "application/epub+zip", Href: t.link(file, besideDir(x.report, l.Tag)+bookName),
					Title: l.Label + " · " + config.Language(ref.Lang).Label})
			}
			updated = max(updated, e.Updated)
			f.Entries = append(f.Entries, e)
		}
		if err := t.writeFeed(file, f); err != nil {
			return err
		}
		root.Entries = append(root.Entries, feed.Entry{
			ID: identity(config, file), Title: l.Label, Updated: updated, Language: l.Locale,
			Content: &feed.Content{Type: "text", Text: l.Title},
			Links:   []feed.Link{{Rel: "subsection", Type: feed.Acquisition, Href: t.link(opdsName, file), Lang: l.Locale}},
		})
	}
	return t.writeFeed(opdsName, root)
}
