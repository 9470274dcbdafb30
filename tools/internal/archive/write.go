package archive

import (
	"bytes"
	"os"
	"path/filepath"
)

// WriteFile writes data beside the file of that name and renames it into
// place, so that a reader sees the old file or the new one whenever the tool
// is killed. It touches nothing, and returns false, where the file says that
// already.
func WriteFile(name string, data []byte) (changed bool, err error) {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return false, nil
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return false, err
	}
	f, done, err := tempFile(dir, filepath.Base(name))
	if err != nil {
		return false, err
	}
	defer done()
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err == nil, err
}
