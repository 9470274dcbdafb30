package archive

import (
	"path"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// Sync gives what the files of sync/ are to say, by name from the root: a pure
// function of what they say now and of the texts.
func (a *Archive) Sync() map[string][]byte {
	files := make(map[string][]byte)
	for _, r := range a.Reports {
		ref := r.Reference()
		files[path.Join(r.Dir, "sync/reference.tsv")] = r.Register.Format()
		for _, t := range r.Translations {
			if t != ref {
				files[path.Join(r.Dir, "sync", t.Lang+".tsv")] = unit.Sync(r.Locks[t.Lang], ref, t).Format()
			}
		}
	}
	return files
}

// Unsynced names the files of sync/ that are behind the texts.
func (a *Archive) Unsynced() []report.Problem {
	var problems []report.Problem
	for file, want := range a.Sync() {
		if data, err := a.read(file); err != nil || string(data) != string(want) {
			problems = append(problems, report.Problem{Code: "unsynced", Severity: report.Error, File: file})
		}
	}
	report.SortProblems(problems)
	return problems
}
