// Package archive is a folder on disk: config.toml, content/, and beside each
// report its sync/. It reads them into the model, says what does not belong
// there, and writes so that whatever was there stands, or the new one does.
package archive

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"rapporteur/tools/internal/glossary"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// An Archive is what Open read: every report and theme, with units identified
// and paired, and the problems met on the way.
type Archive struct {
	Root     string // absolute
	Config   Config
	Reports  []*Report // by id
	Themes   []Theme   // by id
	Glossary glossary.Glossary
	Problems []report.Problem

	mu sync.Mutex // of Problems, while reports are read
}

// A Report is a report with what its sync/ knows.
type Report struct {
	report.Report
	Dir      string // slash-separated, from the root
	Register *unit.Register
	Locks    map[string]*unit.Lock     // by language; without the reference's
	Aligned  map[string][]unit.Aligned // by language; without the reference's
	Errata   []report.Erratum          // the errata register, in its order
}

// Find is the nearest folder above dir, or dir itself, that has config.toml.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for d := dir; ; d = filepath.Dir(d) {
		if info, err := os.Stat(filepath.Join(d, "config.toml")); err == nil && info.Mode().IsRegular() {
			return d, nil
		}
		if d == filepath.Dir(d) {
			return "", &report.Problem{Code: "archive-missing", Severity: report.Error, File: dir}
		}
	}
}

// Open reads the archive in the folder root. The error is of what makes
// reading pointless; all else is among the Problems.
func Open(root string) (*Archive, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	a := &Archive{Root: root}
	if a.Config, err = readConfig(filepath.Join(root, "config.toml")); err != nil {
		return nil, err
	}
	a.survey()
	a.readThemes()
	a.readGlossary()
	a.readReports()
	report.SortProblems(a.Problems)
	return a, nil
}

// Report finds a report by its id, or returns nil.
func (a *Archive) Report(id string) *Report {
	for _, r := range a.Reports {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Theme finds a theme by its id, or returns nil.
func (a *Archive) Theme(id string) *Theme {
	for i := range a.Themes {
		if a.Themes[i].ID == id {
			return &a.Themes[i]
		}
	}
	return nil
}

// report keeps problems, from wherever they come.
func (a *Archive) report(problems ...report.Problem) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.Problems = append(a.Problems, problems...)
}

func (a *Archive) problem(code, file string, line int, args map[string]string) {
	a.report(report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: args})
}

// readReports reads content/reports/, several at a time. A folder that cannot
// be read is a problem and the others go on.
func (a *Archive) readReports() {
	dir := "content/reports"
	entries := a.list(dir)
	reports := make([]*Report, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.NumCPU())
	for i, entry := range entries {
		if entry.IsDir() {
			group.Go(func() error {
				reports[i] = a.readReport(path.Join(dir, entry.Name()))
				return nil
			})
		}
	}
	group.Wait()
	for _, r := range reports {
		if r != nil && len(r.Translations) > 0 {
			a.Reports = append(a.Reports, r)
		}
	}
}

func (a *Archive) readReport(dir string) *Report {
	id := path.Base(dir)
	if !report.IsID(id) {
		a.problem("report-id", dir, 0, map[string]string{"ID": id})
		return nil
	}
	r := &Report{Report: report.Report{ID: id}, Dir: dir, Locks: make(map[string]*unit.Lock), Aligned: make(map[string][]unit.Aligned)}
	for _, entry := range a.list(dir) {
		lang, ok := Lang(entry.Name())
		if !ok || entry.IsDir() {
			continue
		}
		file := path.Join(dir, entry.Name())
		if !a.Config.Has(lang) {
			a.problem("language-unknown", file, 0, map[string]string{"Lang": lang})
			continue
		}
		data, err := a.read(file)
		if err != nil {
			a.problem("unreadable", file, 0, map[string]string{"Error": reason(err)})
			continue
		}
		t, problems := page.Parse(id, lang, file, data)
		a.report(problems...)
		if t != nil {
			r.Translations = append(r.Translations, t)
		}
	}
	r.Sort()
	a.identify(r)
	a.readErrata(r)
	return r
}

// identify gives units their ids and pairs the translations with the
// reference, with whatever sync/ has.
func (a *Archive) identify(r *Report) {
	ref := r.Reference()
	if ref == nil {
		return
	}
	var known *unit.Register
	file := path.Join(r.Dir, "sync/reference.tsv")
	if data, err := a.read(file); err == nil {
		register, problem := unit.ParseRegister(file, data)
		if known = register; problem != nil {
			a.report(*problem)
			known = nil
		}
	}
	r.Register = unit.Identify(ref.Units, known)
	for _, t := range r.Translations {
		if t == ref {
			continue
		}
		file := path.Join(r.Dir, "sync", t.Lang+".tsv")
		if data, err := a.read(file); err == nil {
			lock, problem := unit.ParseLock(file, data)
			if problem != nil {
				a.report(*problem)
			} else {
				r.Locks[t.Lang] = lock.Follow(r.Register)
			}
		}
		r.Aligned[t.Lang] = unit.Fresh(ref, t, r.Locks[t.Lang])
	}
}

// Lang is the language of a file named <name>.<lang>.md, where the name is
// index or _index.
func Lang(file string) (string, bool) {
	name, ok := strings.CutSuffix(file, ".md")
	if !ok {
		return "", false
	}
	base, lang, ok := strings.Cut(name, ".")
	return lang, ok && strings.TrimPrefix(base, "_") == "index" && report.IsTag(lang)
}

func (a *Archive) path(file string) string { return filepath.Join(a.Root, filepath.FromSlash(file)) }

// read reads a regular file of the archive, of at most the size of a page.
func (a *Archive) read(file string) ([]byte, error) {
	name := a.path(file)
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	if info.Size() > 8*page.MaxBytes {
		return nil, errors.New("too large")
	}
	return os.ReadFile(name)
}

// list is a folder of the archive in the order of its names; none if there is
// no such folder.
func (a *Archive) list(dir string) []fs.DirEntry {
	entries, err := os.ReadDir(a.path(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		a.problem("unreadable", dir, 0, map[string]string{"Error": reason(err)})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	return entries
}

// reason is an error without the path that the message names already.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
