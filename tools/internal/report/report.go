// Package report is the model that every other package speaks: a report, its
// translations, their units, and the problems found in them.
//
// It reads and writes nothing. The words are those of tools/README.md; each
// closed vocabulary is a typed constant with a list.
package report

import "sort"

// A Report is an outcome document as a work, whatever the language: one
// folder under content/reports/.
type Report struct {
	ID           string // the folder's name: lower-case letters, digits, hyphens
	Translations []*Translation
}

// Reference returns the translation that defines the units: the original if
// the archive has it, else the first by language tag. It is nil for a report
// that has no translation at all.
func (r *Report) Reference() *Translation {
	for _, t := range r.Translations {
		if t.Lang == t.Meta.Original {
			return t
		}
	}
	if len(r.Translations) == 0 {
		return nil
	}
	return r.Translations[0]
}

// Translation returns the report's text in lang, or nil.
func (r *Report) Translation(lang string) *Translation {
	for _, t := range r.Translations {
		if t.Lang == lang {
			return t
		}
	}
	return nil
}

// Sort puts the translations in the order of their language tags.
func (r *Report) Sort() {
	sort.Slice(r.Translations, func(i, j int) bool {
		return r.Translations[i].Lang < r.Translations[j].Lang
	})
}

// A Translation is a report in one language: one file index.<lang>.md. The
// original is one of them too if the archive has it.
type Translation struct {
	Report string // the report's id
	Lang   string // BCP 47 tag in lower case, as in the file's name
	File   string // where it was read, as messages name it
	Meta   Meta
	Units  []Unit
}

// IsOriginal reports whether the text is in the language it was written in.
func (t *Translation) IsOriginal() bool { return t.Lang == t.Meta.Original }
