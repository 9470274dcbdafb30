package history

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// MaxBytes is the size of the largest file that is read from a commit; a
// larger one is taken for absent.
const MaxBytes = 16 << 20

// A Tree is the files of an archive as a commit has them.
type Tree struct {
	Commit string
	repo   *Repository
	blobs  map[string]string // object ids of plain files, by slash-separated path from the archive's root
}

// Tree lists the files of the archive at a commit, at or below the given paths
// (slash-separated, from the archive's root) or, without any, all of them.
func (r *Repository) Tree(ctx context.Context, commit string, paths ...string) (*Tree, error) {
	args := []string{"ls-tree", "-r", "-z", "--full-tree", commit, "--"}
	for _, p := range paths {
		args = append(args, r.prefix+p)
	}
	if len(paths) == 0 && r.prefix != "" {
		args = append(args, r.prefix)
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, err
	}
	t := &Tree{Commit: commit, repo: r, blobs: make(map[string]string)}
	for record := range bytes.SplitSeq(out, []byte{0}) {
		head, name, _ := strings.Cut(string(record), "\t")
		fields := strings.Fields(head)
		name, inside := strings.CutPrefix(name, r.prefix)
		if len(fields) == 3 && strings.HasPrefix(fields[0], "100") && inside && safe(name) {
			t.blobs[name] = fields[2]
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

// Each reads those of the files that the tree has, byte for byte, one git for
// all of them.
func (t *Tree) Each(ctx context.Context, files []string, do func(file string, data []byte) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := t.repo.command(ctx, "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return failed("cat-file", nil, err)
	}
	defer cmd.Wait()
	defer stop()
	out := bufio.NewReaderSize(pipe, 64<<10)
	for _, file := range files {
		id, ok := t.blobs[file]
		if !ok {
			continue
		}
		data, err := object(in, out, id)
		if err != nil {
			return failed("cat-file", nil, err)
		}
		if data == nil {
			continue
		}
		if err := do(file, data); err != nil {
			return err
		}
	}
	return in.Close()
}

// object asks a running cat-file for a blob; nil stands for one that is not
// there, no blob, or too large.
func object(in io.Writer, out *bufio.Reader, id string) ([]byte, error) {
	if _, err := io.WriteString(in, id+"\n"); err != nil {
		return nil, err
	}
	head, err := out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(head, " missing\n") {
		return nil, nil
	}
	var kind string
	var size int64
	if n, _ := fmt.Sscanf(head, "%s %s %d\n", &id, &kind, &size); n != 3 {
		return nil, errors.New(strings.TrimSpace(head))
	}
	if kind != "blob" || size > MaxBytes {
		_, err := io.CopyN(io.Discard, out, size+1)
		return nil, err
	}
	data := make([]byte, size+1)
	_, err = io.ReadFull(out, data)
	return data[:size], err
}

// Write puts those of the tree's files for which keep holds into a folder.
func (t *Tree) Write(ctx context.Context, dir string, keep func(file string) bool) error {
	files := slices.DeleteFunc(t.Files(), func(file string) bool { return !keep(file) })
	return t.Each(ctx, files, func(file string, data []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(file))
		return errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, data, 0o666))
	})
}

// Changed lists the files that the work tree has otherwise than the tree, or
// has not, or has more, among those for which keep holds; in order. Line ends
// do not count. below are the folders or files to look at.
func (t *Tree) Changed(ctx context.Context, below []string, keep func(file string) bool) ([]string, error) {
	var changed, doubtful []string
	here := make(map[string]bool)
	for _, root := range below {
		err := filepath.WalkDir(filepath.Join(t.repo.dir, filepath.FromSlash(root)), func(name string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || entry.IsDir() {
				return err
			}
			rel, err := filepath.Rel(t.repo.dir, name)
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
	err := t.Each(ctx, doubtful, func(file string, data []byte) error {
		read[file] = true
		own, err := os.ReadFile(filepath.Join(t.repo.dir, filepath.FromSlash(file)))
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
