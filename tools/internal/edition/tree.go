package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

// A tree is the files of an archive, wherever they are: in a folder, in a zip
// or in a commit.
type tree interface {
	// list returns every file, in no order. A path that is no plain file is
	// listed as one that cannot be opened.
	list() ([]entry, error)
	// open is safe for several at once.
	open(path string) (io.ReadCloser, error)
	close() error
}

type entry struct {
	path  string
	plain bool   // a file, not a link, device or module
	id    string // of a commit: the blob
}

// A folder is a tree on disk. No link in it is followed.
type folder struct{ root *os.Root }

func openFolder(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &folder{root}, nil
}

func (f *folder) list() ([]entry, error) {
	var entries []entry
	err := fs.WalkDir(f.root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == ".git" && d.IsDir():
			return fs.SkipDir
		case path == ".git" || d.IsDir():
			return nil
		}
		entries = append(entries, entry{path: path, plain: d.Type().IsRegular()})
		return nil
	})
	return entries, err
}

func (f *folder) open(path string) (io.ReadCloser, error) { return f.root.Open(path) }
func (f *folder) close() error                            { return f.root.Close() }

// hashAll returns the SHA-256 of each path, and the errors of those that could
// not be read.
func hashAll(t tree, paths []string) (map[string]string, map[string]error) {
	sums := make([]string, len(paths))
	errs := make([]error, len(paths))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(len(paths), 1)) {
		all.Go(func() {
			h, buffer := sha256.New(), make([]byte, 128<<10)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				f, err := t.open(paths[i])
				if err != nil {
					errs[i] = err
					continue
				}
				h.Reset()
				_, errs[i] = io.CopyBuffer(h, struct{ io.Reader }{f}, buffer)
				f.Close()
				sums[i] = hex.EncodeToString(h.Sum(nil))
			}
		})
	}
	all.Wait()
	good, bad := make(map[string]string, len(paths)), map[string]error{}
	for i, path := range paths {
		if errs[i] != nil {
			bad[path] = errs[i]
			continue
		}
		good[path] = sums[i]
	}
	return good, bad
}

// maxIndex bounds what is read whole into memory: editions.json and the
// edition.json and units.json of an edition, in bytes.
const maxIndex = 256 << 20

func readAll(t tree, path string) ([]byte, error) {
	f, err := t.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxIndex+1))
	if err == nil && len(data) > maxIndex {
		err = fmt.Errorf("over %d MB", maxIndex>>20)
	}
	return data, err
}
