package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/site"
)

// rebuild builds an edition again from its source commit and compares every
// byte with what was published. It takes the release that built it, or, with
// anyway, the one that is running.
func (c *command) rebuild(dir, branch, name string, anyway bool) error {
	root, err := findArchive(dir)
	if err != nil {
		return err
	}
	history, err := edition.Open(root, branch)
	if err != nil {
		return err
	}
	r, err := history.Rebuild(c.ctx, name)
	if err != nil {
		return err
	}
	if r.Edition.Tool != release() {
		other := &report.Problem{Code: "rebuild-release", Severity: report.Error, Args: map[string]string{
			"Edition": name, "Wanted": r.Edition.Tool, "Running": release()}}
		if !anyway {
			return other
		}
		c.warn("rebuild_other", message.Data{"Wanted": r.Edition.Tool, "Running": release()})
	}
	work, err := os.MkdirTemp("", "rapporteur-rebuild-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	source, err := r.Checkout(c.ctx, filepath.Join(work, "source"))
	if err != nil {
		return err
	}
	a, err := archive.Open(source)
	if err != nil {
		return err
	}
	search := (*site.Search)(nil)
	if with, err := r.Searchable(site.SearchFolder); err != nil {
		return err
	} else if with {
		search = site.FindSearch()
	}
	plan, built, err := c.buildEdition(a, r.Before, edition.Edition{Name: name, Moment: r.Edition.Moment, Source: r.Edition.Source, Tool: r.Edition.Tool},
		filepath.Join(work, "site"), search)
	if err != nil {
		return err
	}
	problems, files, err := r.Compare(built.Dir, plan)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		for i := range problems {
			fmt.Fprintln(c.stdout, c.line(&problems[i]))
		}
		c.warn("rebuild_bad", message.Data{"Edition": name, "Count": len(problems), "Files": files})
		return errProblems
	}
	c.print("rebuild_good", message.Data{"Edition": name, "Count": files, "Commit": r.Edition.Source[:12]})
	return nil
}
