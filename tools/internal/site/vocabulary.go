package site

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/skos"
)

// dataDir has what is of the whole archive.
const dataDir = "data/"

// homes are the addresses of concepts in schemes that themes are matched to:
// what stands before the scheme's own id.
var homes = map[string]string{
	"sdg":      "http://metadata.un.org/sdg/",
	"unbis":    "http://metadata.un.org/thesaurus/",
	"eurovoc":  "http://eurovoc.europa.eu/",
	"wikidata": "http://www.wikidata.org/entity/",
}

// vocabulary writes the themes, and the frameworks that reports are linked to,
// with their names in every language of the site: themes.ttl, themes.jsonld.
func (t *taking) vocabulary() error {
	config := &t.archive.Config
	schemes := []skos.Scheme{{URI: t.concept("themes", ""), Titles: t.named("themes")}}
	for i := range t.archive.Themes {
		theme := &t.archive.Themes[i]
		c := skos.Concept{URI: t.concept("themes", theme.ID), Notation: cmp.Or(theme.Notation, theme.ID), Pages: t.conceptPages("themes", theme.ID)}
		for _, l := range config.Languages {
			c.Labels = append(c.Labels, skos.Text{Lang: l.Locale, Text: theme.Label(l.Tag)})
			if d := theme.Definitions[l.Tag]; d != "" {
				c.Definitions = append(c.Definitions, skos.Text{Lang: l.Locale, Text: d})
			}
		}
		for _, m := range theme.Matches {
			if uri := t.match(m); uri != "" && !slices.Contains(c.Matches, uri) {
				c.Matches = append(c.Matches, uri)
			}
		}
		schemes[0].Concepts = append(schemes[0].Concepts, c)
	}
	for _, f := range frameworks {
		s := skos.Scheme{URI: t.concept(f.key, ""), Titles: t.named(f.key)}
		for _, id := range f.terms {
			c := skos.Concept{URI: t.concept(f.key, id), Notation: id, Labels: t.named(f.prefix + "_" + id), Pages: t.conceptPages(f.key, id)}
			if home := homes[f.prefix]; home != "" {
				c.Matches = []string{home + id}
			}
			s.Concepts = append(s.Concepts, c)
		}
		schemes = append(schemes, s)
	}
	var turtle, jsonld bytes.Buffer
	if err := skos.Turtle(&turtle, exchange.Licence, schemes); err != nil {
		return err
	}
	if err := skos.JSONLD(&jsonld, exchange.Licence, schemes); err != nil {
		return err
	}
	if err := t.write(dataDir+"themes.ttl", turtle.Bytes()); err != nil {
		return err
	}
	return t.write(dataDir+"themes.jsonld", jsonld.Bytes())
}

// concept is the URI of a concept, or of its scheme: a place in themes.ttl, so
// that whoever follows it finds what is said of it, on any host of files.
func (t *taking) concept(scheme, id string) string {
	return identity(&t.archive.Config, dataDir+"themes.ttl#"+strings.TrimSuffix(scheme+"-"+id, "-"))
}

// named is a message in every language of the site.
func (t *taking) named(key string) []skos.Text {
	var list []skos.Text
	for _, l := range t.archive.Config.Languages {
		list = append(list, skos.Text{Lang: l.Locale, Text: t.say[l.Tag].Say(key, nil)})
	}
	return list
}

func (t *taking) conceptPages(key, id string) []string {
	var list []string
	for _, l := range t.archive.Config.Languages {
		if a := absolute(&t.archive.Config, l.Tag+"/"+key+"/"+id+"/"); a != "" {
			list = append(list, a)
		}
	}
	return list
}

// match is the address of the concept that a theme is matched to; of a scheme
// that is not known here, only an address that is given in full.
func (t *taking) match(m page.Match) string {
	scheme := strings.ToLower(m.Scheme)
	if strings.HasPrefix(m.ID, "http://") || strings.HasPrefix(m.ID, "https://") {
		return m.ID
	}
	if home := homes[scheme]; home != "" {
		return home + m.ID
	}
	for _, f := range frameworks {
		if (scheme == f.key || scheme == f.prefix) && slices.Contains(f.terms, strings.ToLower(m.ID)) {
			return t.concept(f.key, strings.ToLower(m.ID))
		}
	}
	return ""
}

// A memory is a translation memory: all that the archive has translated from
// one language into another.
type memory struct{ from, to string }

func (m memory) file() string { return dataDir + "memory." + m.from + "-" + m.to + ".tmx" }

// memories are the pairs of languages that some report is translated in.
func memories(a *archive.Archive) []memory {
	var list []memory
	for _, r := range a.Reports {
		for _, t := range r.Translations {
			if m := (memory{r.Reference().Lang, t.Lang}); t != r.Reference() && !slices.Contains(list, m) {
				list = append(list, m)
			}
		}
	}
	slices.SortFunc(list, func(a, b memory) int { return cmp.Or(strings.Compare(a.from, b.from), strings.Compare(a.to, b.to)) })
	return list
}

// exchanged writes a memory for each pair of languages.
func (t *taking) exchanged() error {
	for _, m := range memories(t.archive) {
		var b bytes.Buffer
		if _, err := exchange.TMX(&b, t.archive, m.from, m.to); err != nil {
			return err
		}
		if err := t.write(m.file(), b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
