// Package skos writes vocabularies as linked data: SKOS (W3C, 2009) in Turtle
// and in JSON-LD, both of the same statements.
package skos

import (
	"encoding/json"
	"io"
	"strings"
)

// A Scheme is a vocabulary.
type Scheme struct {
	URI      string
	Titles   []Text
	Concepts []Concept
}

// A Concept is a theme or a term of a framework.
type Concept struct {
	URI         string
	Notation    string
	Labels      []Text
	Definitions []Text
	Matches     []string // URIs of the same concept in other schemes
	Pages       []string // addresses of its pages
}

// A Text is in a language.
type Text struct{ Lang, Text string }

// The prefixes of both forms.
var prefixes = [][2]string{
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
}

// A statement of a subject: a property with addresses or with texts.
type statement struct {
	property string
	uris     []string
	texts    []Text // without a language: plain
}

func (s *Scheme) statements(licence string) []statement {
	var top []string
	for _, c := range s.Concepts {
		top = append(top, c.URI)
	}
	return []statement{{"dct:title", nil, s.Titles}, {"dct:license", []string{licence}, nil}, {"skos:hasTopConcept", top, nil}}
}

func (c *Concept) statements(scheme string) []statement {
	list := []statement{{"skos:inScheme", []string{scheme}, nil}, {"skos:topConceptOf", []string{scheme}, nil}}
	if c.Notation != "" {
		list = append(list, statement{"skos:notation", nil, []Text{{"", c.Notation}}})
	}
	return append(list, statement{"skos:prefLabel", nil, c.Labels}, statement{"skos:definition", nil, c.Definitions},
		statement{"skos:exactMatch", c.Matches, nil}, statement{"foaf:page", c.Pages, nil})
}

// Turtle writes schemes as Turtle (W3C, 2014).
func Turtle(w io.Writer, licence string, schemes []Scheme) error {
	var b strings.Builder
	for _, p := range prefixes {
		b.WriteString("@prefix " + p[0] + ": <" + p[1] + "> .\n")
	}
	subject := func(uri, class string, statements []statement) {
		b.WriteString("\n<" + iri(uri) + "> a " + class)
		for _, s := range statements {
			var values []string
			for _, u := range s.uris {
				values = append(values, "<"+iri(u)+">")
			}
			for _, t := range s.texts {
				v := `"` + literal.Replace(t.Text) + `"`
				if t.Lang != "" {
					v += "@" + t.Lang
				}
				values = append(values, v)
			}
			if len(values) > 0 {
				b.WriteString(" ;\n  " + s.property + " " + strings.Join(values, " ,\n    "))
			}
		}
		b.WriteString(" .\n")
	}
	for i := range schemes {
		s := &schemes[i]
		subject(s.URI, "skos:ConceptScheme", s.statements(licence))
		for j := range s.Concepts {
			subject(s.Concepts[j].URI, "skos:Concept", s.Concepts[j].statements(s.URI))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var literal = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

// iri is an address with what IRIREF may not hold written in hexadecimal.
func iri(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || strings.IndexByte("<>\"{}|^`\\", c) >= 0 {
			b.WriteString("%" + strings.ToUpper(string("0123456789abcdef"[c>>4])+string("0123456789abcdef"[c&15])))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// JSONLD writes schemes as JSON-LD 1.1, expanded by a context of its own, so
// that nothing has to be fetched to read it.
func JSONLD(w io.Writer, licence string, schemes []Scheme) error {
	context := map[string]any{}
	for _, p := range prefixes {
		context[p[0]] = p[1]
	}
	var graph []map[string]any
	add := func(uri, class string, statements []statement) {
		node := map[string]any{"@id": iri(uri), "@type": class}
		for _, s := range statements {
			var values []map[string]string
			for _, u := range s.uris {
				values = append(values, map[string]string{"@id": iri(u)})
			}
			for _, t := range s.texts {
				v := map[string]string{"@value": t.Text}
				if t.Lang != "" {
					v["@language"] = t.Lang
				}
				values = append(values, v)
			}
			if len(values) > 0 {
				node[s.property] = values
			}
		}
		graph = append(graph, node)
	}
	for i := range schemes {
		s := &schemes[i]
		add(s.URI, "skos:ConceptScheme", s.statements(licence))
		for j := range s.Concepts {
			add(s.Concepts[j].URI, "skos:Concept", s.Concepts[j].statements(s.URI))
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(map[string]any{"@context": context, "@graph": graph})
}
