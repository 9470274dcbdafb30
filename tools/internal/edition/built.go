package edition

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
)

// readSite returns the SHA-256 of every file of a built site. It refuses what
// cannot be published: links, devices, and names that a manifest, a Git tree or
// a URL cannot hold.
func readSite(site string) (map[string]string, error) {
	f, err := openFolder(site)
	if err != nil {
		return nil, err
	}
	defer f.close()
	entries, err := f.list()
	if err != nil {
		return nil, err
	}
	var problems []report.Problem
	paths := make([]string, 0, len(entries))
	for _, e := range entries {
		switch {
		case !e.plain:
			problems = append(problems, *problem("publish-file-kind", e.path))
		case !isPath(e.path):
			problems = append(problems, *problem("publish-file-name", e.path))
		default:
			paths = append(paths, e.path)
		}
	}
	sums, bad := hashAll(f, paths)
	for path, err := range bad {
		problems = append(problems, *problem("verify-unreadable", path, "Reason", err.Error()))
	}
	return sums, refuse(problems)
}

// hashed is the name of a file that carries the hash of its own bytes, as
// style.6f1e9c….css does: it never changes, so that a frozen page can lean on
// it.
var hashed = regexp.MustCompile(`[.-][0-9a-f]{8,128}\.[0-9A-Za-z.]+$`)

// assets returns the files of the site with a hash in their name that those in
// from name, and those that these name in turn.
func assets(site string, built map[string]string, from []string) ([]string, error) {
	wanted := map[string][]string{} // by base name
	for path := range built {
		if base := path[strings.LastIndexByte(path, '/')+1:]; hashed.MatchString(base) {
			wanted[base] = append(wanted[base], path)
		}
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var found []string
	from = slices.Clone(from)
	var text bytes.Buffer
	for len(from) > 0 && len(wanted) > 0 {
		path := from[len(from)-1]
		from = from[:len(from)-1]
		switch filepath.Ext(path) {
		case ".html", ".css", ".js", ".mjs", ".svg", ".xhtml":
		default:
			continue
		}
		f, err := root.Open(path)
		if err != nil {
			return nil, err
		}
		text.Reset()
		_, err = io.Copy(&text, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		for base, paths := range wanted {
			if bytes.Contains(text.Bytes(), []byte(base)) {
				delete(wanted, base)
				found, from = append(found, paths...), append(from, paths...)
			}
		}
	}
	return found, nil
}
