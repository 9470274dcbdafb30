package check

import (
	"slices"
	"strconv"

	"rapporteur/tools/internal/page"
)

// siblingsLeast is how often a text names what its title should have said.
const siblingsLeast = 5

// titleTerm (C41) finds a title with a term that the text never uses, where
// the text uses again and again one that the glossary says is easily taken for
// it: national for international.
func titleTerm(c *Context) {
	own, _ := c.glossaries()
	if own.Empty() {
		return
	}
	counts := make(map[string]int)
	for _, u := range c.uses() {
		counts[u.Concept]++
	}
	for _, f := range own.Find(page.Plain(c.own.Meta.Title)) {
		term, _ := own.Term(f.Concept)
		if counts[f.Concept] > 0 {
			continue
		}
		for _, other := range own.Terms() {
			if counts[other.Concept] >= siblingsLeast && (slices.Contains(term.Siblings, other.Concept) || slices.Contains(other.Siblings, f.Concept)) {
				c.sayLine(c.lineOf(c.own.Meta.Title), "Term", f.Form, "Other", other.Term, "Count", strconv.Itoa(counts[other.Concept]), "Text", c.own.Meta.Title)
			}
		}
	}
}
