package glossary

import (
	"encoding/csv"
	"io"
	"strings"
)

// WriteCSV writes a line a form, as RFC 4180 has it, under a line of names.
// What a spreadsheet would run as a formula begins with an apostrophe.
func (g *Glossary) WriteCSV(w io.Writer, locale func(tag string) string) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	c.Write([]string{"concept", "language", "term", "status", "gender", "do_not_translate", "scope", "definition"})
	concepts, by := g.byConcept()
	for _, concept := range concepts {
		for _, tag := range g.Languages() {
			for _, t := range by[concept][tag] {
				for _, f := range t.forms() {
					record := []string{concept, locale(tag), f.text, f.status, "", "", strings.Join(t.Scope, " "), ""}
					if f.status == preferred {
						record[4], record[7] = t.Gender, t.Definition
						if t.Keep {
							record[5] = "yes"
						}
					}
					for i := range record {
						record[i] = harmless(record[i])
					}
					c.Write(record)
				}
			}
		}
	}
	c.Flush()
	return c.Error()
}

// harmless is a cell that no spreadsheet takes for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") || strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") || strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠") {
		return "'" + s
	}
	return s
}
