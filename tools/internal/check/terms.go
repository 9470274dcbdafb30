package check

import (
	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/report"
)

// glossaries gives the terms that the text goes by and, for a translation with
// its reference beside it, those of the reference.
func (c *Context) glossaries() (own, reference *glossary.Set) {
	own = c.archive.Glossary.For(c.own.Lang, c.report.ID)
	if c.reference != nil {
		reference = c.archive.Glossary.For(c.reference.Lang, c.report.ID)
	}
	return own, reference
}

// A use is a place of the text that names a concept.
type use struct {
	glossary.Found
	unit *report.Unit
	text string // of the unit
}

// uses are the places that name a concept of the glossary, in what is written
// in the text's own language; found once.
func (c *Context) uses() []use {
	if c.used == nil {
		own, _ := c.glossaries()
		c.used = []use{}
		c.each(func(i int, u *report.Unit) {
			for _, f := range own.Find(glossary.WithoutAddresses(c.plain[i])) {
				c.used = append(c.used, use{f, u, c.plain[i]})
			}
		})
	}
	return c.used
}

// near is the text around a use.
func (u *use) near() string { return around(u.text, u.Start, u.End) }
