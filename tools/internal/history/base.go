package history

import (
	"strings"

	"rapporteur/tools/internal/report"
)

// Base is the commit that a contribution was made from: the last one that the
// work tree's branch has in common with revision, as a forge takes it. Where
// the history was cut off before that one, it is the revision itself. The
// problem history-revision says that no commit has that name.
func (f *Folder) Base(revision string) (string, error) {
	commit, ok := f.Resolve(revision)
	if !ok || revision == "" {
		return "", &report.Problem{Code: "history-revision", Severity: report.Error, Args: map[string]string{"Revision": revision}}
	}
	if out, err := f.run("merge-base", commit, "HEAD"); err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	return commit, nil
}

// Prefix is the folder as the repository names it from its top: empty, or
// ending in a slash.
func (f *Folder) Prefix() (string, error) {
	out, err := f.run("rev-parse", "--show-prefix")
	if err != nil {
		return "", failed("rev-parse", err)
	}
	return strings.TrimRight(string(out), "\r\n"), nil
}
