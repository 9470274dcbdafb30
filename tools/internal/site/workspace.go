package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

// workspace makes a folder beside out, on the same file system, so that the
// finished site can be renamed into place. Folders of builds that were killed
// are removed.
func workspace(out string) (dir string, done func(), err error) {
	parent := filepath.Dir(out)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", nil, err
	}
	left, _ := filepath.Glob(filepath.Join(parent, ".rapporteur-*"))
	for _, old := range left {
		pid, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(old), ".rapporteur-"), "-")
		if n, err := strconv.Atoi(pid); err == nil && !alive(n) {
			os.RemoveAll(old)
		}
	}
	dir, err = os.MkdirTemp(parent, fmt.Sprintf(".rapporteur-%d-", os.Getpid()))
	if err != nil {
		return "", nil, err
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

// install puts the folder made in the place of out: at one stroke where the
// system can exchange two names, else by moving the old one aside first.
func install(made, out string) error {
	if err := os.Chmod(made, 0o755); err != nil {
		return err
	}
	info, err := os.Lstat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.Rename(made, out)
	case err != nil:
		return err
	case !info.IsDir():
		return &report.Problem{Code: "out-taken", Severity: report.Error, File: out}
	}
	if exchange(made, out) == nil {
		return nil // the old site is in the workspace now, and goes with it
	}
	aside := made + ".old"
	if err := os.Rename(out, aside); err != nil {
		return err
	}
	if err := os.Rename(made, out); err != nil {
		return errors.Join(err, os.Rename(aside, out))
	}
	return nil
}
