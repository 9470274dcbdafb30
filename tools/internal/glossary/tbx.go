package glossary

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// WriteTBX writes the terms as TBX-Basic of ISO 30042:2008 (MARTIF), which
// OmegaT, Weblate and translate-toolkit read; what the edition of 2019 renamed,
// most tools do not know yet. title names the archive, locale
// gives the BCP 47 tag of one of its languages.
func (g *Glossary) WriteTBX(w io.Writer, title string, locale func(tag string) string) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString(`<martif type="TBX-Basic" xml:lang="en">` + "\n")
	b.WriteString("  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>" + escape(title) + "</p>\n      </sourceDesc>\n    </fileDesc>\n  </martifHeader>\n")
	b.WriteString("  <text>\n    <body>\n")
	concepts, by := g.byConcept()
	for _, concept := range concepts {
		b.WriteString(`      <termEntry id="c-` + escape(concept) + "\">\n") // XML ids begin with a letter
		for _, tag := range g.Languages() {
			if terms := by[concept][tag]; len(terms) > 0 {
				langSet(&b, locale(tag), terms)
			}
		}
		b.WriteString("      </termEntry>\n")
	}
	b.WriteString("    </body>\n  </text>\n</martif>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// byConcept gives the terms of a concept, by language.
func (g *Glossary) byConcept() (concepts []string, by map[string]map[string][]Term) {
	by = make(map[string]map[string][]Term)
	for _, tag := range g.Languages() {
		for _, t := range g.Terms(tag) {
			if by[t.Concept] == nil {
				by[t.Concept] = make(map[string][]Term)
				concepts = append(concepts, t.Concept)
			}
			by[t.Concept][tag] = append(by[t.Concept][tag], t)
		}
	}
	slices.Sort(concepts)
	return concepts, by
}

func langSet(b *bytes.Buffer, locale string, terms []Term) {
	b.WriteString(`        <langSet xml:lang="` + escape(locale) + "\">\n")
	for _, t := range terms {
		if t.Definition != "" {
			b.WriteString(`          <descripGrp>` + "\n" + `            <descrip type="definition">` + escape(t.Definition) + "</descrip>\n          </descripGrp>\n")
		}
	}
	for _, t := range terms {
		for _, f := range t.forms() {
			b.WriteString("          <tig>\n            <term>" + escape(f.text) + "</term>\n")
			note := func(kind, value string) {
				b.WriteString(`            <termNote type="` + kind + `">` + value + "</termNote>\n")
			}
			note("administrativeStatus", administrative[f.status])
			if IsAcronym(f.text) {
				note("termType", "acronym")
			}
			if t.Gender != "" && f.status == preferred {
				note("grammaticalGender", t.Gender)
			}
			for _, scope := range t.Scope {
				b.WriteString(`            <admin type="projectSubset">` + escape(scope) + "</admin>\n")
			}
			if t.Keep && f.status == preferred {
				b.WriteString("            <note>do not translate</note>\n")
			}
			b.WriteString("          </tig>\n")
		}
	}
	b.WriteString("        </langSet>\n")
}

// What a form is to a writer.
const (
	preferred = "preferred"
	admitted  = "admitted"
	forbidden = "forbidden"
)

var administrative = map[string]string{
	preferred: "preferredTerm-admn-sts", admitted: "admittedTerm-admn-sts", forbidden: "deprecatedTerm-admn-sts",
}

type statusForm struct{ text, status string }

// forms are all ways to write a term, the best first.
func (t *Term) forms() []statusForm {
	list := []statusForm{{t.Term, preferred}}
	for _, v := range t.Variants {
		list = append(list, statusForm{v, admitted})
	}
	for _, v := range t.Forbidden {
		list = append(list, statusForm{v, forbidden})
	}
	return list
}

// escape is s as XML text or attribute; what XML cannot hold is replaced.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes all
	return b.String()
}
