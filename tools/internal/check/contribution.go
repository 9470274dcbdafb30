package check

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/history"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A Contribution is what a work tree has otherwise than the commit that it was
// made from.
type Contribution struct {
	Archive *archive.Archive
	Before  *archive.Archive // as the commit has it; nil: it has no archive
	Changed []string         // files, slash-separated, from the archive's root; in order
	Head    string           // the commit that links lead to

	folder *history.Folder
	prefix string                       // the archive's folder from the top of the repository
	past   map[string]map[string]string // by report and hash, texts of its reference
}

// Contributed compares an archive with the commit from which its work tree
// parted from rev.
func Contributed(a *archive.Archive, rev string) (*Contribution, error) {
	folder, err := history.Open(a.Root)
	if err != nil {
		return nil, err
	}
	if folder == nil {
		return nil, &report.Problem{Code: "history-none", Severity: report.Error, File: a.Root}
	}
	base, err := folder.Base(rev)
	if err != nil {
		return nil, err
	}
	c := &Contribution{Archive: a, folder: folder}
	c.Head, _ = folder.Resolve("HEAD")
	if c.prefix, err = folder.Prefix(); err != nil {
		return nil, err
	}
	roots := []string{"config.toml", "content"}
	tree, err := folder.Tree(base, roots...)
	if err != nil {
		return nil, err
	}
	visible := func(file string) bool { return !strings.HasPrefix(path.Base(file), ".") }
	if c.Changed, err = tree.Changed(roots, visible); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rapporteur-base-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := tree.Write(dir, readable); err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, "config.toml")); err == nil {
		if c.Before, err = archive.Open(dir); err != nil {
			c.Before = nil // what it was like then is nobody's fault now
		}
	}
	return c, nil
}

// readable reports whether a file says something that comparing needs.
func readable(file string) bool {
	switch path.Ext(file) {
	case ".md", ".tsv", ".toml":
		return true
	}
	return false
}

// Problems are those of the contribution itself: it must not edit sync/, which
// is written on the main branch alone.
func (c *Contribution) Problems() []report.Problem {
	var problems []report.Problem
	for _, file := range c.Changed {
		if strings.HasPrefix(file, "content/reports/") && path.Base(path.Dir(file)) == "sync" {
			problems = append(problems, report.Problem{Code: "sync-edited", Severity: report.Error, File: file})
		}
	}
	return problems
}

// Run checks the files that the contribution changed, below opts.Paths if it
// has any, and the contribution itself.
func (c *Contribution) Run(opts Options) []report.Problem {
	paths := cleanPaths(opts.Paths)
	var problems []report.Problem
	for _, p := range c.Problems() {
		if within(p.File, paths) {
			problems = append(problems, p)
		}
	}
	opts.Paths = slices.DeleteFunc(slices.Clone(c.Changed), func(file string) bool { return !within(file, paths) })
	if len(opts.Paths) > 0 {
		problems = append(problems, Run(c.Archive, opts)...)
	}
	report.SortProblems(problems)
	return problems
}

// Languages are those of the translations that the contribution changed; in
// order, each once.
func (c *Contribution) Languages() []string {
	var langs []string
	for _, file := range c.Changed {
		if lang, ok := archive.Lang(path.Base(file)); ok && strings.HasPrefix(file, "content/reports/") {
			langs = append(langs, lang)
		}
	}
	slices.Sort(langs)
	return slices.Compact(langs)
}

// A Change is what a contribution did to a translation.
type Change struct {
	Translation *report.Translation
	Units       int
	Translated  int
	Was         int    // translated before
	Fresh       []Unit // parts that were stale, missing or in doubt, and are fresh now
	Stale       []Unit // parts that are stale still
}

// A Unit is a part of a translation against the reference's.
type Unit struct {
	ID        string
	Line      int    // in the translation
	Own       string // what the translation says
	Reference string // what the reference says
	Old       string // what it said when the translation was made; empty: not known
}

// Changes gives what the contribution did, translation by translation.
func (c *Contribution) Changes() []Change {
	var changes []Change
	for _, r := range c.Archive.Reports {
		for _, t := range r.Translations {
			if t != r.Reference() && slices.Contains(c.Changed, t.File) {
				changes = append(changes, c.change(r, t))
			}
		}
	}
	return changes
}

func (c *Contribution) change(r *archive.Report, t *report.Translation) Change {
	aligned := r.Aligned[t.Lang]
	counts := unit.Count(aligned)
	change := Change{Translation: t, Units: counts.Units, Translated: counts.Translated}
	type before struct {
		state report.State
		own   string // hash
	}
	was := make(map[string]before)
	based := ""
	if c.Before != nil {
		if old := c.Before.Report(r.ID); old != nil && old.Translation(t.Lang) != nil {
			change.Was = unit.Count(old.Aligned[t.Lang]).Translated
			based = old.Translation(t.Lang).Meta.Credit.BasedOn
			for _, a := range old.Aligned[t.Lang] {
				if a.Ref != nil {
					b := before{state: a.State}
					if a.Own != nil {
						b.own = unit.Hash(a.Own)
					}
					was[a.Ref.ID] = b
				}
			}
		}
	}
	// Saying based_on anew confirms what is stale, as sync has it.
	raised := t.Meta.Credit.BasedOn > based && t.Meta.Credit.BasedOn >= r.Reference().Meta.Date
	for _, a := range aligned {
		if a.Ref == nil || a.Own == nil {
			continue
		}
		u := Unit{ID: a.Ref.ID, Line: a.Own.Line, Own: unit.Words(a.Own), Reference: unit.Words(a.Ref)}
		b, known := was[a.Ref.ID]
		needed := !known || b.state == report.Stale || b.state == report.Missing || b.state == report.Unsure
		switch {
		case a.State == report.Stale && !raised:
			u.Old = c.made(r, a.Made)
			change.Stale = append(change.Stale, u)
		case needed && (b.own != unit.Hash(a.Own) || raised):
			change.Fresh = append(change.Fresh, u)
		}
	}
	return change
}

// versions is how far back the reference's past is searched.
const versions = 60

// made finds what the unit said that has that hash, in the past of a report's
// reference; the newest text that has it.
func (c *Contribution) made(r *archive.Report, hash string) string {
	if c.past == nil {
		c.past = make(map[string]map[string]string)
	}
	if c.past[r.ID] == nil {
		c.past[r.ID] = c.texts(r)
	}
	return c.past[r.ID][hash]
}

// texts gives, by hash, what the units of a report's reference have ever said.
func (c *Contribution) texts(r *archive.Report) map[string]string {
	texts := make(map[string]string)
	ref := r.Reference()
	log, err := c.folder.Log(ref.File)
	if err != nil {
		return texts // the past may be cut off
	}
	objects, err := c.folder.Objects()
	if err != nil {
		return texts
	}
	defer objects.Close()
	slices.Reverse(log)
	for _, commit := range log[:min(len(log), versions)] {
		for _, change := range commit.Changes {
			if change.File != ref.File || change.New == "" {
				continue
			}
			data, err := objects.Read(change.New)
			if err != nil {
				return texts
			}
			t, _ := page.Parse(r.ID, ref.Lang, ref.File, data)
			for i := 0; t != nil && i < len(t.Units); i++ {
				if hash := unit.Hash(&t.Units[i]); texts[hash] == "" {
					texts[hash] = unit.Words(&t.Units[i])
				}
			}
		}
	}
	return texts
}
