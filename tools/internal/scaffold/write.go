package scaffold

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// Create writes the files of a new archive into dir, which must not be there,
// or be empty but for .git. They are made under a hidden name first: dir has
// all of them or none.
func Create(dir string, files []File) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	fresh, err := empty(dir)
	if err != nil {
		return err
	}
	parent := dir
	if fresh {
		parent = filepath.Dir(dir)
	}
	work, done, err := archive.TempDir(parent)
	if err != nil {
		return err
	}
	defer done()
	made := filepath.Join(work, "archive")
	if err := write(made, files); err != nil {
		return err
	}
	if fresh {
		return os.Rename(made, dir)
	}
	return move(made, dir)
}

// empty reports whether dir is not there yet, and refuses one that holds
// something of anybody's.
func empty(dir string) (fresh bool, err error) {
	taken := &report.Problem{Code: "init-taken", Severity: report.Error, File: dir}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(dir); err == nil {
			return false, taken // a link that leads nowhere
		}
		return true, nil
	}
	if err != nil {
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return false, taken
		}
		return false, err
	}
	for _, entry := range entries {
		// A repository without files, as a forge makes it, and what a killed
		// run left, which TempDir sweeps away.
		if entry.Name() != ".git" && !strings.HasPrefix(entry.Name(), ".rapporteur-build-") {
			return false, taken
		}
	}
	return false, nil
}

// move brings what stands in made into dir, config.toml last, so that the
// folder is no archive before it is whole. What cannot be moved takes the rest
// back.
func move(made, dir string) error {
	entries, err := os.ReadDir(made)
	if err != nil {
		return err
	}
	names := []string{}
	for _, entry := range entries {
		if entry.Name() != "config.toml" {
			names = append(names, entry.Name())
		}
	}
	for i, name := range append(names, "config.toml") {
		if err := os.Rename(filepath.Join(made, name), filepath.Join(dir, name)); err != nil {
			for _, back := range names[:i] {
				os.RemoveAll(filepath.Join(dir, back))
			}
			return err
		}
	}
	return nil
}

// Add writes files into an archive that is there already. One that stands
// there with other words is a problem, and nothing is written. It gives the
// names of those that were not there.
func Add(root string, files []File) ([]string, error) {
	var missing []File
	for _, f := range files {
		name := filepath.Join(root, filepath.FromSlash(f.Name))
		data, err := os.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, f)
		case err != nil || string(data) != string(f.Data):
			return nil, &report.Problem{Code: "init-exists", Severity: report.Error, File: f.Name}
		}
	}
	var names []string
	for _, f := range missing {
		names = append(names, f.Name)
	}
	return names, write(root, missing)
}

func write(root string, files []File) error {
	for _, f := range files {
		name := filepath.Join(root, filepath.FromSlash(f.Name))
		if _, err := archive.WriteFile(name, f.Data); err != nil {
			return err
		}
		if f.Run {
			if err := os.Chmod(name, 0o755); err != nil {
				return err
			}
		}
	}
	return nil
}
