package archive

import (
	"os"
	"path/filepath"
)

// What is written stands under a hidden name until it is whole, and is locked
// as long as its process lives: so what a killed one left can be told from what
// another is writing now. (The number of a process tells less: it is soon
// another's.)
const tempPrefix = ".rapporteur-"

// TempDir makes a folder in parent, on the same file system as what stands
// there, and gives the function that removes it.
func TempDir(parent string) (dir string, done func(), err error) {
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", nil, err
	}
	sweep(parent)
	for {
		dir, err = os.MkdirTemp(parent, tempPrefix+"build-*")
		if err != nil {
			return "", nil, err
		}
		if release, ok := hold(dir); ok {
			return dir, func() { os.RemoveAll(dir); release() }, nil
		}
	}
}

// tempFile makes a file in dir; done closes and removes it, if it still stands
// under its temporary name.
func tempFile(dir, base string) (f *os.File, done func(), err error) {
	sweep(dir)
	for {
		f, err = os.CreateTemp(dir, tempPrefix+base+"-*")
		if err != nil {
			return nil, nil, err
		}
		if release, ok := hold(f.Name()); ok {
			return f, func() { f.Close(); os.Remove(f.Name()); release() }, nil
		}
		f.Close()
	}
}

// sweep removes from dir what processes left that run no more.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*"))
	for _, name := range left {
		removeAbandoned(name)
	}
}
