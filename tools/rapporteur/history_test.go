package main

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

var hrefs = regexp.MustCompile(`(?:href|src)="([^"#:]+)(?:#[^"]*)?"`)

// walkPages follows the links of a page of a folder as far as the paths that
// begin with one of the prefixes go, and fails where one leads nowhere. It
// writes the pages that it came to, from the folder: walk DIR PAGE PREFIX…
func walkPages(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: walk DIR PAGE PREFIX…")
	}
	dir, seen := ts.MkAbs(args[0]), map[string]bool{}
	for list := []string{args[1]}; len(list) > 0; list = list[1:] {
		page := list[0]
		if seen[page] {
			continue
		}
		seen[page] = true
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(page)))
		ts.Check(err)
		for _, m := range hrefs.FindAllStringSubmatch(string(data), -1) {
			target := path.Join(path.Dir(page), m[1])
			if strings.HasSuffix(m[1], "/") || target == "." {
				target = path.Join(target, "index.html")
			}
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(target))); err != nil {
				ts.Fatalf("%s leads to %s, which is not there", page, target)
			}
			if strings.HasSuffix(target, ".html") && slices.ContainsFunc(args[2:], func(p string) bool { return strings.HasPrefix(target, p) || strings.Contains(target, "/"+p) }) {
				list = append(list, target)
			}
		}
	}
	pages := make([]string, 0, len(seen))
	for page := range seen {
		pages = append(pages, page)
	}
	slices.Sort(pages)
	ts.Check(os.WriteFile(ts.MkAbs("walked"), []byte(strings.Join(pages, "\n")+"\n"), 0o666))
}

var rowID = regexp.MustCompile(`<div class="pair" id="([^"]+)">`)

// samePairs fails unless a page of a report's history and what `rapporteur diff
// --json` wrote list the same units in the same order: rows PAGE JSON
func samePairs(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rows PAGE JSON")
	}
	var page, printed []string
	for _, m := range rowID.FindAllStringSubmatch(ts.ReadFile(args[0]), -1) {
		page = append(page, m[1])
	}
	var list []struct{ Unit string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &list))
	for _, d := range list {
		printed = append(printed, d.Unit)
	}
	if len(page) == 0 || !slices.Equal(page, printed) {
		ts.Fatalf("the page lists %v, the command %v", page, printed)
	}
}
