package archive

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// What may stand in content/. All else is a problem: a web server would hand
// on as it is whatever Hugo finds there, and some files make Hugo do things.
var (
	sectionFile = regexp.MustCompile(`^(?:[a-z0-9-]+/){0,2}_index\.[a-z0-9-]+\.md$`)
	termsFile   = regexp.MustCompile(`^glossary/[a-z0-9-]+\.toml$`)
	reportFile  = regexp.MustCompile(`^reports/[^/]+/(?:index\.[a-z0-9-]+\.md|source\.[a-z0-9-]+\.[a-z0-9]{1,8}|ledger\.[a-z0-9-]+\.json|errata\.toml|sync/[a-z0-9-]+\.tsv)$`)
)

// readme is a word to those who browse the folder on a forge.
const readme = "README.md"

// survey walks content/ for files that do not belong there, links that lead
// out, and names that are one on some file systems.
func (a *Archive) survey() {
	root := a.path("content")
	seen := make(map[string]string)
	filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		file := "content"
		if rel, e := filepath.Rel(root, name); e == nil && rel != "." {
			file = path.Join("content", filepath.ToSlash(rel))
		}
		if err != nil {
			a.problem("unreadable", file, 0, map[string]string{"Error": reason(err)})
			return fs.SkipDir
		}
		below := strings.TrimPrefix(file, "content/")
		switch {
		case entry.IsDir(), below == readme && entry.Type().IsRegular():
		case strings.HasPrefix(path.Base(file), "."): // an editor's or the tool's own, which nobody publishes
			return nil
		case !entry.Type().IsRegular():
			a.problem("file-link", file, 0, nil)
		case !sectionFile.MatchString(below) && !termsFile.MatchString(below) && !reportFile.MatchString(below):
			a.problem("file-unexpected", file, 0, nil)
		}
		key := cases.Fold().String(norm.NFC.String(file))
		if other, ok := seen[key]; ok {
			a.problem("file-collision", file, 0, map[string]string{"Other": other})
		}
		seen[key] = file
		return nil
	})
}
