package check

import (
	"strconv"
	"strings"

	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/report"
)

// glossaryTerms (C15) finds a term of the reference for which the translation
// has not what the glossary says, in whatever case and number, and, as a
// variant, what the glossary says not to write. A term counts once a unit, for
// a translation may well say "it".
func glossaryTerms(c *Context) {
	own, reference := c.glossaries()
	if reference != nil && !reference.Empty() {
		c.pairs(func(p pair) {
			c.compareTerms(own, reference, p.there, p.here, p.here+"\n"+p.ownNear, func(args ...string) { c.say(p.own, args...) })
		})
		there, here := c.reference.Meta.Title, c.own.Meta.Title
		if there != here {
			c.compareTerms(own, reference, there, here, here, func(args ...string) { c.sayLine(c.lineOf(here), args...) })
		}
	}
	if c.reference == nil && !c.isTranslation() {
		return // an original says what it says
	}
	type form struct{ concept, text string }
	counts := make(map[form]int)
	first := make(map[form]use)
	var order []form
	for _, u := range c.uses() {
		if !u.Forbidden {
			continue
		}
		f := form{u.Concept, u.Form}
		if counts[f]++; counts[f] == 1 {
			first[f] = u
			order = append(order, f)
		}
	}
	for _, f := range order {
		u := first[f]
		term, _ := own.Term(f.concept)
		c.vary("forbidden", report.Warning, u.unit, "Term", f.text, "Expected", term.Term, "Text", u.near(), "Count", strconv.Itoa(counts[f]))
	}
}

// compareTerms says which concepts that there names are not named in here;
// near is what else may name them.
func (c *Context) compareTerms(own, reference *glossary.Set, there, here, near string, say func(args ...string)) {
	var named map[string]bool
	said := make(map[string]bool)
	for _, f := range reference.Find(glossary.WithoutAddresses(there)) {
		if said[f.Concept] {
			continue
		}
		if glossary.InName(there, f) {
			continue
		}
		said[f.Concept] = true
		if named == nil {
			named = make(map[string]bool)
			for _, o := range own.Find(near) {
				named[o.Concept] = true
			}
		}
		term, ok := own.Term(f.Concept)
		kept, _ := reference.Term(f.Concept)
		switch {
		case named[f.Concept], !ok && !kept.Keep, ok && own.Alludes(f.Concept, near):
			continue
		case !ok && strings.Contains(near, there[f.Start:f.End]):
			continue
		case !ok:
			term = kept
		}
		say("Term", there[f.Start:f.End], "Expected", term.Term, "Text", here, "Reference", there)
	}
}
