package check

import (
	"path"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// errata finds entries of the errata register that are about a part or a
// translation that the report never had, that were answered before they were
// reported or reported before the text was, and decisions without an answer.
// An entry on no translation is found once, with the reference.
func errata(c *Context) {
	for _, e := range c.report.Errata {
		if e.Lang != c.own.Lang && (c.reference != nil || c.report.Translation(e.Lang) != nil) {
			continue
		}
		found := func(variant string, args ...string) {
			if variant == "" {
				c.say(nil, args...)
			} else {
				c.vary(variant, report.Error, nil, args...)
			}
			p := &c.problems[len(c.problems)-1]
			p.File, p.Line, p.Unit = path.Join(c.report.Dir, archive.ErrataFile), e.Line, e.Unit
		}
		t := c.report.Translation(e.Lang)
		switch {
		case t == nil:
			found("lang", "Lang", e.Lang)
			continue
		case !hadUnit(c.report, t, e.Unit):
			found("", "Unit", e.Unit)
		}
		if date := t.Meta.Date; len(date) == len(e.Date) && e.Date < date {
			found("date", "Date", e.Date, "Before", date)
		}
		if e.Answered != "" && e.Answered < e.Date {
			found("date", "Date", e.Answered, "Before", e.Date)
		}
		if (e.State == report.Open) != (e.Answer == "" && e.Answered == "") {
			found("answer", "State", string(e.State))
		}
	}
}

// hadUnit reports whether a text has a unit, or its report had it once.
func hadUnit(r *archive.Report, t *report.Translation, id string) bool {
	for i := range t.Units {
		if t.Units[i].ID == id {
			return true
		}
	}
	for _, e := range r.Register.Entries {
		if e.ID == id {
			return true
		}
	}
	return false
}
