package archive

import (
	"errors"
	"io/fs"
	"path"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// ErrataFile is the name of a report's errata register, beside its texts.
const ErrataFile = "errata.toml"

// readErrata reads the errata register of a report, if it has one.
func (a *Archive) readErrata(r *Report) {
	file := path.Join(r.Dir, ErrataFile)
	data, err := a.read(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		a.problem("unreadable", file, 0, map[string]string{"Error": reason(err)})
	default:
		errata, problems := page.ParseErrata(file, data)
		r.Errata = errata
		a.report(problems...)
	}
}

// ErrataIn are the errata of one translation, in the order of the register.
func (r *Report) ErrataIn(lang string) []report.Erratum {
	var list []report.Erratum
	for _, e := range r.Errata {
		if e.Lang == lang {
			list = append(list, e)
		}
	}
	return list
}
