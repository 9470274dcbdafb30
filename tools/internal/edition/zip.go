package edition

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
)

// The limits of a zip, whose few bytes can claim to be very many.
const (
	maxZipFiles = 1_000_000
	maxZipBytes = 16 << 30 // of all files, unpacked
	maxZipRatio = 1100     // deflate itself cannot pack more than 1032 to 1
)

// zipped is a tree in a zip. The one folder that forges wrap around an archive
// does not count.
type zipped struct {
	file  *zip.ReadCloser
	files map[string]*zip.File
	left  atomic.Int64 // bytes that may still be unpacked
}

func openZip(path string) (*zipped, error) {
	file, err := zip.OpenReader(path)
	if err != nil {
		return nil, problem("verify-not-zip", path, "Reason", err.Error())
	}
	z := &zipped{file: file, files: map[string]*zip.File{}}
	z.left.Store(maxZipBytes)
	fail := func(p error) (*zipped, error) {
		file.Close()
		return nil, p
	}
	if len(file.File) > maxZipFiles {
		return fail(problem("verify-zip-size", path))
	}
	var total uint64
	for _, f := range file.File {
		if f.UncompressedSize64 > maxZipBytes || f.UncompressedSize64 > (f.CompressedSize64+1024)*maxZipRatio {
			return fail(problem("verify-zip-size", path))
		}
		total += f.UncompressedSize64
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if !isPath(f.Name) || z.files[f.Name] != nil {
			return fail(problem("verify-zip-name", path, "Name", fmt.Sprintf("%q", f.Name)))
		}
		z.files[f.Name] = f
	}
	if total > maxZipBytes {
		return fail(problem("verify-zip-size", path))
	}
	z.unwrap()
	return z, nil
}

// unwrap takes away the one folder that all files stand in, if the archive's
// own root is not seen.
func (z *zipped) unwrap() {
	if z.files[SumsFile] != nil {
		return
	}
	lead := ""
	for name := range z.files {
		first, _, deeper := strings.Cut(name, "/")
		if !deeper || lead != "" && first != lead {
			return
		}
		lead = first
	}
	inner := make(map[string]*zip.File, len(z.files))
	for name, f := range z.files {
		inner[strings.TrimPrefix(name, lead+"/")] = f
	}
	z.files = inner
}

func (z *zipped) list() ([]entry, error) {
	entries := make([]entry, 0, len(z.files))
	for name, f := range z.files {
		entries = append(entries, entry{path: name, plain: f.Mode().IsRegular()})
	}
	return entries, nil
}

func (z *zipped) open(path string) (io.ReadCloser, error) {
	f := z.files[path]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	if z.left.Add(-int64(f.UncompressedSize64)) < 0 {
		return nil, fmt.Errorf("over %d GB unpacked", maxZipBytes>>30)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, int64(f.UncompressedSize64)+1), r}, nil
}

func (z *zipped) close() error { return z.file.Close() }
