// Package proof looks at a built site as a stranger would, file by file, and
// says what it must not be: a surface that shows a text without its credit or a
// notice, a link that leads nowhere, a page that asks somebody else for
// something, a page without a security policy.
//
// It shares no code with what builds the site. It knows the archive, and reads
// the files.
package proof

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// A proof is one run over one site.
type proof struct {
	archive  *archive.Archive
	catalog  *message.Catalog
	dir      string
	files    map[string]bool // from the site's root, with slashes
	pages    map[string]*htmlPage
	problems []report.Problem
}

// Site looks at the site in dir, which was built from a. The error is of what
// makes looking pointless.
func Site(a *archive.Archive, catalog *message.Catalog, dir string) ([]report.Problem, error) {
	p := &proof{archive: a, catalog: catalog, dir: dir, files: make(map[string]bool), pages: make(map[string]*htmlPage)}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		p.files[filepath.ToSlash(rel)] = true
		return err
	})
	if err != nil || !p.files["index.html"] {
		return nil, &report.Problem{Code: "site-none", Severity: report.Error, File: dir}
	}
	for _, file := range p.sorted(".html") {
		data, err := p.read(file)
		if err != nil {
			return nil, err
		}
		p.pages[file] = readPage(data)
	}
	for file, page := range p.pages {
		p.links(file, page)
		p.policy(file, page)
	}
	for _, file := range p.sorted(".css") {
		if err := p.style(file); err != nil {
			return nil, err
		}
	}
	if err := p.texts(); err != nil {
		return nil, err
	}
	if err := p.feeds(); err != nil {
		return nil, err
	}
	if err := p.memories(); err != nil {
		return nil, err
	}
	if err := p.records(); err != nil {
		return nil, err
	}
	if err := p.sitemap(); err != nil {
		return nil, err
	}
	slices.SortFunc(p.problems, func(a, b report.Problem) int { return strings.Compare(a.Error(), b.Error()) })
	return p.problems, nil
}

func (p *proof) sorted(ending string) []string {
	var list []string
	for file := range p.files {
		if strings.HasSuffix(file, ending) {
			list = append(list, file)
		}
	}
	slices.Sort(list)
	return list
}

func (p *proof) read(file string) ([]byte, error) {
	return os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(file)))
}

func (p *proof) problem(code, file string, args ...string) {
	x := report.Problem{Code: code, Severity: report.Error, File: file, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		x.Args[args[i]] = args[i+1]
	}
	p.problems = append(p.problems, x)
}
