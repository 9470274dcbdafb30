package check

import (
	"strconv"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// Alone checks a translation that is not in the archive, by its own text: what
// it says beside other languages, and what lies in its folder, is for Run. The
// archive may be nil. A finding is at the line of the file that the translation
// would be; its unit is that of t at the place that the id says, from 0.
func Alone(a *archive.Archive, t *report.Translation) []report.Problem {
	if a == nil {
		a = &archive.Archive{}
	}
	data := page.Format(t)
	written, _ := page.Parse(t.Report, t.Lang, "", data)
	if written == nil || len(written.Units) != len(t.Units) {
		return nil // it does not read as it was meant, which an import does not let pass
	}
	t = written
	for i := range t.Units {
		t.Units[i].ID = strconv.Itoa(i)
	}
	r := &archive.Report{Report: report.Report{ID: t.Report, Translations: []*report.Translation{t}}}
	c := newContext(a, r, t, data)
	for i := range checks {
		if code := checks[i].Code; checks[i].Default && code != "source-file" && code != "theme-unknown" {
			c.check = &checks[i]
			c.check.run(c)
		}
	}
	return c.problems
}
