package history

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Tree is files of the folder as a commit has them.
type Tree struct {
	folder *Folder
	blobs  map[string]string // object ids of plain files, by slash-separated path from the folder
}

// Tree lists the files at or below the given paths at a commit.
func (f *Folder) Tree(commit string, paths ...string) (*Tree, error) {
	t := &Tree{folder: f, blobs: make(map[string]string)}
	for _, path := range paths {
		blobs, err := f.List(commit, path)
		if err != nil {
			return nil, err
		}
		for name, id := range blobs {
			if safe(name) {
				t.blobs[name] = id
			}
		}
	}
	return t, nil
}

// safe reports whether a name from a commit may be written below a folder.
func safe(name string) bool {
	return filepath.IsLocal(filepath.FromSlash(name)) && !strings.ContainsAny(name, "\\\x00\n")
}

// Files lists the tree's files in order.
func (t *Tree) Files() []string {
	files := make([]string, 0, len(t.blobs))
	for name := range t.blobs {
		files = append(files, name)
	}
	slices.Sort(files)
	return files
}

// Each reads those of the files that the tree has, byte for byte.
func (t *Tree) Each(files []string, do func(file string, data []byte) error) error {
	objects, err := t.folder.Objects()
	if err != nil {
		return err
	}
	defer objects.Close()
	for _, file := range files {
		id, ok := t.blobs[file]
		if !ok {
			continue
		}
		data, err := objects.Read(id)
		if err == nil {
			err = do(file, data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Write puts those of the tree's files for which keep holds into a folder.
func (t *Tree) Write(dir string, keep func(file string) bool) error {
	files := slices.DeleteFunc(t.Files(), func(file string) bool { return !keep(file) })
	return t.Each(files, func(file string, data []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(file))
		return errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, data, 0o666))
	})
}

// Changed lists the files that the work tree has otherwise than the tree, or
// has not, or has more, among those for which keep holds; in order. Line ends
// do not count. below are the folders or files to look at.
func (t *Tree) Changed(below []string, keep func(file string) bool) ([]string, error) {
	var changed, doubtful []string
	here := make(map[string]bool)
	for _, root := range below {
		err := filepath.WalkDir(filepath.Join(t.folder.dir, filepath.FromSlash(root)), func(name string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || entry.IsDir() {
				return err
			}
			rel, err := filepath.Rel(t.folder.dir, name)
			file := filepath.ToSlash(rel)
			if err != nil || !keep(file) {
				return err
			}
			here[file] = true
			id, known := t.blobs[file]
			if !known || !entry.Type().IsRegular() {
				changed = append(changed, file)
				return nil
			}
			data, err := os.ReadFile(name)
			if err == nil && blobID(data, len(id)) != id {
				doubtful = append(doubtful, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	read := make(map[string]bool)
	err := t.Each(doubtful, func(file string, data []byte) error {
		read[file] = true
		own, err := os.ReadFile(filepath.Join(t.folder.dir, filepath.FromSlash(file)))
		if !bytes.Equal(unixLines(own), unixLines(data)) {
			changed = append(changed, file)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, file := range doubtful {
		if !read[file] {
			changed = append(changed, file)
		}
	}
	for file := range t.blobs {
		if !here[file] && keep(file) && within(file, below) {
			changed = append(changed, file)
		}
	}
	slices.Sort(changed)
	return slices.Compact(changed), nil
}

func within(file string, below []string) bool {
	return slices.ContainsFunc(below, func(p string) bool { return file == p || strings.HasPrefix(file, p+"/") })
}

func unixLines(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")) }

// blobID is the name that Git gives to a file's bytes, of that many digits.
func blobID(data []byte, digits int) string {
	var h hash.Hash = sha1.New()
	if digits == 2*sha256.Size {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}
