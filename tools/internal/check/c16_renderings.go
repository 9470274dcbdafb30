package check

import (
	"strconv"
	"strings"

	"rapporteur/tools/internal/glossary"
)

// How often the rarer of two names must stand in a text: once may be a
// quotation, and of long forms a choice of style.
const (
	leastAcronyms  = 2
	leastLongForms = 3
)

// renderings (C16) finds a concept that one translation says in two ways: two
// acronyms, one of them perhaps the reference's, or two long forms of which
// neither is a part of the other. An acronym beside its long form is no
// finding, nor is what C15 says already.
func renderings(c *Context) {
	if c.reference == nil && !c.isTranslation() {
		return
	}
	type rendering struct {
		text  string
		count int
		first use
	}
	all := make(map[string][]*rendering)
	var concepts []string
	add := func(u use) {
		for _, r := range all[u.Concept] {
			if r.text == u.Form || alike(r.text, u.Form) {
				r.count++
				return
			}
		}
		if all[u.Concept] == nil {
			concepts = append(concepts, u.Concept)
		}
		all[u.Concept] = append(all[u.Concept], &rendering{u.Form, 1, u})
	}
	for _, u := range append(c.uses(), c.foreignAcronyms()...) {
		if !u.Forbidden {
			add(u)
		}
	}
	for _, concept := range concepts {
		for _, short := range []bool{true, false} {
			var most, least *rendering
			for _, r := range all[concept] {
				if glossary.IsAcronym(r.text) != short {
					continue
				}
				if most == nil || r.count > most.count {
					most, least = r, most
				} else if least == nil || r.count > least.count {
					least = r
				}
			}
			if least != nil && (short && least.count >= leastAcronyms || least.count >= leastLongForms) {
				c.say(least.first.unit, "Term", most.text, "Count", strconv.Itoa(most.count), "Other", least.text,
					"OtherCount", strconv.Itoa(least.count), "Text", least.first.near())
			}
		}
	}
}

// alike reports whether one form is a part of the other, as a short name is of
// a full one, or a singular of a plural.
func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// foreignAcronyms are the uses of an acronym of the original where the
// glossary has a term of the translation's own.
func (c *Context) foreignAcronyms() []use {
	own, _ := c.glossaries()
	lang := c.own.Meta.Original
	if c.reference != nil {
		lang = c.reference.Lang
	}
	if lang == "" || base(lang) == base(c.own.Lang) {
		return nil
	}
	theirs := c.archive.Glossary.For(lang, c.report.ID)
	taken := make(map[string][][2]int) // by unit
	for _, u := range c.uses() {
		taken[u.unit.ID] = append(taken[u.unit.ID], [2]int{u.Start, u.End})
	}
	var list []use
	for i := range c.units {
		u := &c.units[i]
		if c.left[i] || c.foreign[i] != "" {
			continue
		}
	next:
		for _, f := range theirs.Find(glossary.WithoutAddresses(c.plain[i])) {
			if term, ok := own.Term(f.Concept); !ok || !glossary.IsAcronym(f.Form) || term.Term == f.Form {
				continue
			}
			for _, at := range taken[u.ID] {
				if f.Start < at[1] && at[0] < f.End {
					continue next
				}
			}
			f.Forbidden = false
			list = append(list, use{f, u, c.plain[i]})
		}
	}
	return list
}
