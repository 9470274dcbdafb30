package check

import (
	"strconv"

	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/report"
)

// genders (C17) finds a term whose article gives it another gender than the
// glossary does and, as a variant, an acronym of no known gender that the text
// gives two.
func genders(c *Context) {
	if c.reference == nil && !c.isTranslation() {
		return
	}
	own, _ := c.glossaries()
	seen := make(map[string]map[string][]use) // by concept and gender
	var concepts []string
	for _, u := range c.uses() {
		term, _ := own.Term(u.Concept)
		if u.Form != term.Term && !glossary.IsAcronym(u.Form) {
			continue // a variant in other words may have another gender
		}
		gender := own.Gender(u.text, u.Start)
		if gender == "" {
			continue
		}
		if seen[u.Concept] == nil {
			seen[u.Concept] = make(map[string][]use)
			concepts = append(concepts, u.Concept)
		}
		seen[u.Concept][gender] = append(seen[u.Concept][gender], u)
	}
	for _, concept := range concepts {
		term, _ := own.Term(concept)
		for n, gender := range glossary.Genders {
			uses := seen[concept][gender]
			if len(uses) == 0 || gender == term.Gender {
				continue
			}
			if term.Gender != "" {
				c.say(uses[0].unit, "Term", uses[0].Form, "Text", uses[0].near(), "Count", strconv.Itoa(len(uses)))
				continue
			}
			for _, other := range glossary.Genders[n+1:] {
				if more := seen[concept][other]; len(more) > 0 {
					c.vary("mixed", report.Info, uses[0].unit, "Term", uses[0].Form, "Text", uses[0].near(), "Count", strconv.Itoa(len(uses)),
						"Other", more[0].near(), "OtherCount", strconv.Itoa(len(more)))
				}
			}
		}
	}
}
