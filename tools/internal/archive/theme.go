package archive

import (
	"path"
	"slices"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A Theme is a concept with a language-neutral id and a label in every
// language of the site: content/themes/<id>/_index.<lang>.md.
type Theme struct {
	ID          string
	Labels      map[string]string // by language
	Definitions map[string]string
	Notation    string
	Matches     []page.Match
}

// Label is the theme's name in lang, or, where it has none, its id.
func (t *Theme) Label(lang string) string {
	if s := t.Labels[lang]; s != "" {
		return s
	}
	return t.ID
}

func (a *Archive) readThemes() {
	dir := "content/themes"
	for _, entry := range a.list(dir) {
		if !entry.IsDir() {
			continue
		}
		t := Theme{ID: entry.Name(), Labels: make(map[string]string), Definitions: make(map[string]string)}
		if !report.IsID(t.ID) {
			a.problem("theme-id", path.Join(dir, t.ID), 0, map[string]string{"ID": t.ID})
			continue
		}
		for _, language := range a.Config.Languages {
			file := path.Join(dir, t.ID, "_index."+language.Tag+".md")
			section := a.Section(file)
			if section == nil {
				a.problem("theme-label", path.Join(dir, t.ID), 0, map[string]string{"ID": t.ID, "Lang": language.Tag})
				continue
			}
			t.Labels[language.Tag], t.Definitions[language.Tag] = section.Title, section.Description
			if section.Notation != "" {
				t.Notation = section.Notation
			}
			t.Matches = append(t.Matches, section.Matches...)
		}
		a.Themes = append(a.Themes, t)
	}
}

// Section reads a page that is no report, or returns nil where there is none.
// file is slash-separated, from the root.
func (a *Archive) Section(file string) *page.Section {
	data, err := a.read(file)
	if err != nil {
		return nil
	}
	s, problems := page.ParseSection(file, data)
	a.report(problems...)
	return s
}

// LiftThemes links the sections of a new page to the themes whose label they
// have as their heading, and the report to the themes of its sections.
func (a *Archive) LiftThemes(t *report.Translation) {
	add := func(list *[]string, id string) {
		if !slices.Contains(*list, id) {
			*list = append(*list, id)
		}
	}
	for i := range t.Meta.Sections {
		s := &t.Meta.Sections[i]
		for j := range a.Themes {
			if label := a.Themes[j].Labels[t.Lang]; label != "" && unit.Fold(label) == unit.Fold(s.Heading) {
				add(&s.Themes, a.Themes[j].ID)
				add(&t.Meta.Themes, a.Themes[j].ID)
			}
		}
	}
}
