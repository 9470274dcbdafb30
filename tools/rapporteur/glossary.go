package main

import (
	"bytes"
	"fmt"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// glossary writes the archive's terms for other tools.
func (c *command) glossary(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	format := f.String("format", "csv", "")
	out := f.String("out", "", "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	if *format != "csv" && *format != "tbx" {
		return usageError{"error_glossary_format", message.Data{"Format": *format}}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	if err := c.refuse(a.Problems); err != nil {
		return err
	}
	locale := func(tag string) string {
		if l := a.Config.Language(tag); l != nil {
			return l.Locale
		}
		return tag
	}
	var b bytes.Buffer
	if *format == "tbx" {
		err = a.Glossary.WriteTBX(&b, a.Config.Title, locale)
	} else {
		err = a.Glossary.WriteCSV(&b, locale)
	}
	switch {
	case err != nil:
		return err
	case *out != "":
		_, err = archive.WriteFile(*out, b.Bytes())
	default:
		_, err = c.stdout.Write(b.Bytes())
	}
	return err
}

// terms lists the terms of the glossary that a report names, with what the
// language has for them.
func (c *command) terms(a *archive.Archive, r *archive.Report, lang string) {
	ref := r.Reference()
	reference, own := a.Glossary.For(ref.Lang, r.ID), a.Glossary.For(lang, r.ID)
	named := make(map[string]bool)
	for i := range ref.Units {
		for _, found := range reference.Find(plainUnit(&ref.Units[i])) {
			named[found.Concept] = true
		}
	}
	first := true
	for _, term := range reference.Terms() {
		translated := term.Term
		if t, ok := own.Term(term.Concept); ok {
			translated = t.Term
		} else if !term.Keep {
			continue
		}
		if !named[term.Concept] {
			continue
		}
		if first {
			c.print("started_terms", nil)
			first = false
		}
		fmt.Fprintf(c.stdout, "  %s = %s\n", term.Term, translated)
	}
}

func plainUnit(u *report.Unit) string { return glossary.WithoutAddresses(unit.Words(u)) }
