package site

import (
	"errors"
	"io/fs"
	"os"

	"rapporteur/tools/internal/report"
)

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
	if swap(made, out) == nil {
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
