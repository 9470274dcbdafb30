package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
)

// changesFile is the Atom feed of changes: of a language in its folder, of a
// report beside its page.
const changesFile = "changes.xml"

// mostChanges is how many changes the feed of a language has; that of a report
// has all.
const mostChanges = 50

// A change is an edition in which a text or its reference changed.
type change struct {
	report, title, id string
	moment            time.Time
	edition, url      string // url from the site's root: of what changed, or of the text where it is new
	permalink         string
	lines             []string // what changed, in words, and the credit
	people            []string
}

// changesOf are the changes of a report, oldest first.
func (c *composer) changesOf(r *archive.Report, steps []step) []change {
	var list []change
	for i := range steps {
		s := &steps[i]
		e := change{report: r.ID, title: s.own.Title, moment: s.edition.Moment.UTC(), edition: s.edition.Name, permalink: "/" + s.own.Permalink, url: "/" + s.own.Permalink}
		// The name does not depend on where the site is served, nor on its words.
		e.id = urn(r.ID, s.own.Lang, s.edition.Name, s.own.Digest)
		if since, ok := c.since(r, steps[:i+1]); ok {
			e.url = since.URL
		}
		if i > 0 {
			if s.ref.Lang != "" {
				e.lines = append(e.lines, c.say.Say("history_reference", map[string]any{"Changes": c.sum(false, s.refNow, s.refSum)}))
			}
		}
		own := c.sum(s.first, s.now, s.ownSum)
		if i > 0 && s.ref.Lang != "" {
			own = c.say.Say("history_translation", map[string]any{"Changes": own})
		}
		e.lines = append(e.lines, own)
		if said := c.said(s.own); said != nil {
			e.lines = append(e.lines, creditLine(said, c.say))
			for _, n := range said.Meta.Notices {
				e.lines = append(e.lines, page.Plain(n.Text))
			}
			e.people = said.Meta.Credit.Translators
			if said.IsOriginal() && said.Meta.Organisation != "" {
				e.people = []string{said.Meta.Organisation}
			}
		}
		list = append(list, e)
	}
	return list
}

// An atomFeed is RFC 4287's.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Author  atomPerson  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Title   string       `xml:"title"`
	ID      string       `xml:"id"`
	Updated string       `xml:"updated"`
	Authors []atomPerson `xml:"author"`
	Links   []atomLink   `xml:"link"`
	Summary string       `xml:"summary"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

// feeds writes the changes of this language, and of each of its reports, as
// Atom. There are none without editions. Nothing in them depends on when they
// are built.
func (c *composer) feeds(public string) error {
	if len(c.changes) == 0 {
		return nil
	}
	byReport := make(map[string][]change)
	for _, e := range c.changes {
		byReport[e.report] = append(byReport[e.report], e)
	}
	for id, list := range byReport {
		title := c.say.Say("changes_report", map[string]any{"Title": list[len(list)-1].title})
		if err := c.feed(public, "reports/"+id, title, list); err != nil {
			return err
		}
	}
	all := slices.Clone(c.changes)
	slices.SortStableFunc(all, func(a, b change) int {
		return cmp.Or(a.moment.Compare(b.moment), strings.Compare(b.report, a.report))
	})
	return c.feed(public, "", c.language.Title+" · "+c.say.Say("changes", nil), all[max(0, len(all)-mostChanges):])
}

// feed writes one: the changes of a folder of this language, the newest first.
func (c *composer) feed(public, dir, title string, list []change) error {
	file := strings.TrimPrefix(c.url(dir), "/") + changesFile
	link := func(url string) string {
		if base := c.archive.Config.BaseURL; base != "" {
			return trimSlash(base) + url
		}
		return relativePath(file, url)
	}
	first := c.opts.Editions[0]
	f := atomFeed{
		Lang: c.language.Locale, Title: title, Updated: list[len(list)-1].moment.Format(time.RFC3339), Author: atomPerson{c.language.Title},
		ID:    urn(file, first.Name, first.Moment.UTC().Format(time.RFC3339)),
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: link("/" + file)}, {Rel: "alternate", Type: "text/html", Href: link(c.url(dir))}},
	}
	for i := len(list) - 1; i >= 0; i-- {
		e := list[i]
		entry := atomEntry{Title: e.title + " · " + c.say.Say("edition_title", map[string]any{"Edition": e.edition}), ID: e.id, Updated: e.moment.Format(time.RFC3339),
			Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: link(e.url)}}, Summary: strings.Join(e.lines, "\n")}
		if e.permalink != e.url {
			entry.Links = append(entry.Links, atomLink{Rel: "related", Type: "text/html", Href: link(e.permalink)})
		}
		for _, name := range e.people {
			entry.Authors = append(entry.Authors, atomPerson{name})
		}
		f.Entries = append(f.Entries, entry)
	}
	data, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return err
	}
	return writeNew(filepath.Join(public, filepath.FromSlash(file)), append([]byte(xml.Header), append(data, '\n')...))
}

// urn names something for ever: a UUID of version 8 (RFC 9562) from a hash of
// what it is.
func urn(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
