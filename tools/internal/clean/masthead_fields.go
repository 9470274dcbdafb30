package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
)

// isField reports whether a line is a field's name and its value.
func isField(s string) bool {
	m := fieldLine.FindStringSubmatch(s)
	return m != nil && (fieldNames().is(m[1]) || originalWords().is(m[1]) || issuers().is(m[1]) && m[2] != "")
}

// isFieldOfText reports whether a field says a sentence, as the first line of
// minutes does: who took part.
func isFieldOfText(s string) bool {
	m := fieldLine.FindStringSubmatch(s)
	return m != nil && isField(s) && countWords(m[2]) >= 4 && endingOf(m[2]) == full && len(datesIn(m[2])) == 0
}

// fieldOf reads a line that is a field, perhaps in brackets.
func (m *mastheadReader) fieldOf(b *block, text string) bool {
	f := fieldLine.FindStringSubmatch(strings.Trim(text, "[]"))
	if f == nil {
		f = originalLine(text)
	}
	return f != nil && m.field(b, f[1], f[2])
}

// originalLine parts a line that says without a colon in which language a text
// was written: “Original English”.
func originalLine(text string) []string {
	name, value, _ := strings.Cut(text, " ")
	if !originalWords().is(name) || languageName(folded(value)) == "" {
		return nil
	}
	return []string{text, name, value}
}

// field reads “Original: English” and its like.
func (m *mastheadReader) field(b *block, name, value string) bool {
	d, meta := m.d, &m.d.meta
	switch {
	case originalWords().is(name):
		m.official = true
		if tag := languageName(folded(value)); tag != "" {
			meta.Original = tag
			d.lift(b, "original", "original")
			return true
		}
		return d.remove(b, "field")
	case symbolWords().is(name):
		return m.symbol(b, value) || d.remove(b, "field")
	case distributionLine(folded(strings.TrimRight(name, ".")+".")) || distribution().is(name):
		m.official = true
		if len(datesIn(value)) > 0 && countWords(value) > 4 {
			return false
		}
		return d.remove(b, "distribution")
	case issuers().is(name):
		if meta.Organisation == "" {
			meta.Organisation = plainText(value)
		}
		d.lift(b, "organisation", "organisation")
		return true
	case isOffice(name) && m.official && countWords(value) > 0 && countWords(value) <= 9:
		return d.remove(b, "field")
	case honorifics().is(name) && d.transcript && countWords(value) <= 6 && countWords(value) > 0:
		return d.remove(b, "field") // who was in the chair
	case fieldNames().is(name) && len(datesIn(value)) > 0 && m.date(b, value):
		return true
	case fieldNames().is(name) && d.remove(b, "field"):
		return true
	case fieldNames().is(name) && meta.Event == "" && hasAny(meetings(), folded(value)) && countWords(value) <= 14:
		meta.Event = plainText(value)
		d.lift(b, "event", "event")
		return true
	}
	return false
}

// isOffice reports whether a name is that of an office, or of two in one:
// Chair-Rapporteur.
func isOffice(name string) bool {
	for _, one := range strings.Split(name, "-") {
		if !officers().is(one) && !chairs().is(one) {
			return false
		}
	}
	return true
}

// isOfficeField reports whether a line says who holds an office: the office, a
// colon and a name.
func isOfficeField(text string) bool {
	f := fieldLine.FindStringSubmatch(text)
	return f != nil && isOffice(f[1]) && countWords(f[2]) > 0 && countWords(f[2]) <= 9
}

func distributionLine(low string) bool {
	w, ok := distribution().leads(low)
	return ok && countWords(low) <= 4 && w != ""
}

// languageName is the language that the line names and nothing else.
func languageName(low string) string {
	low = strings.Trim(low, " .:[]()")
	for _, l := range lexicons() {
		for tag, names := range l.Languages {
			for _, n := range names {
				if low == n {
					return tag
				}
			}
		}
	}
	return ""
}

// isLanguageRow reports whether a line only names languages in which a site has
// the page, perhaps with their codes: “en English”, “Français | Español”.
func isLanguageRow(text string) bool {
	names := 0
	words := strings.FieldsFunc(folded(text), func(r rune) bool { return !letter(r) })
	for _, w := range words {
		if languageName(w) != "" {
			names++
		} else if len(w) > 3 || len(w) < 2 {
			return false
		}
	}
	return names > 0 && len(words) <= 2*names && len(words) >= 2
}

func isStatus(low string) report.Status {
	switch {
	case preliminary().is(strings.Trim(low, "()[] ")):
		return report.Preliminary
	case finalWords().is(strings.Trim(low, "()[] ")):
		return report.Final
	}
	return ""
}

// fieldLine is a name, a colon and what the name says.
var fieldLine = regexp.MustCompile(`^([\p{L}. '’-]{2,30}?)[ \x{a0}]*[:：][ \x{a0}]*(.*)$`)
