package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/site"
)

// build makes the site of an archive.
func (c *command) build(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	out := f.String("out", "", "")
	search := f.String("search", "auto", "")
	whole := f.String("zip", "", "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	if *out == "" {
		*out = filepath.Join(a.Root, "public")
	}
	opts := site.Options{Out: *out}
	if opts.Search, err = searchWith(*search); err != nil {
		return err
	}
	built, err := c.buildSite(a, opts)
	if err != nil {
		return err
	}
	if *whole != "" {
		if err := site.Pack(built.Dir, *whole); err != nil {
			return err
		}
	}
	c.print("built", message.Data{"Count": built.Pages, "Dir": shortPath(built.Dir)})
	c.sayOfSearch(a, opts.Search, *search)
	c.print("built_look", message.Data{"Dir": shortPath(built.Dir)})
	return nil
}

// searchWith is what --search asks for: Pagefind if the machine has it (auto),
// none (no), or the program that it names.
func searchWith(value string) (*site.Search, error) {
	switch value {
	case "auto":
		return site.FindSearch(), nil
	case "no":
		return nil, nil
	}
	return site.NamedSearch(value)
}

// sayOfSearch says in which languages the texts can be searched, or that this
// was left out; nothing, where nobody wanted it.
func (c *command) sayOfSearch(a *archive.Archive, search *site.Search, asked string) {
	if search == nil {
		if asked != "no" {
			c.print("built_no_search", nil)
		}
		return
	}
	var labels []string
	for _, l := range a.Config.Languages {
		if slices.ContainsFunc(a.Reports, func(r *archive.Report) bool { return r.Translation(l.Tag) != nil }) {
			labels = append(labels, l.Label)
		}
	}
	c.print("built_search", message.Data{"Languages": strings.Join(labels, ", ")})
}

// buildSite builds, once nothing in the archive forbids it.
func (c *command) buildSite(a *archive.Archive, opts site.Options) (*site.Built, error) {
	if err := c.refuse(check.Run(a, check.Options{Gate: true})); err != nil {
		return nil, err
	}
	opts.Progress = c.progress
	opts.Catalog = c.siteMessages(a)
	var err error
	if opts.History, err = a.History(); err != nil {
		return nil, err
	}
	defer opts.History.Close()
	return site.Build(c.ctx, a, opts)
}

// siteMessages are the archive's own, which its pages are written with.
func (c *command) siteMessages(a *archive.Archive) *message.Catalog {
	if own, err := message.Load(os.DirFS(a.Root), "i18n"); err == nil && len(own.Languages()) > 0 {
		return own
	}
	return c.catalog
}

// shortPath is a path as a person in the current folder would write it.
func shortPath(path string) string {
	wd, err := os.Getwd()
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(wd, path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return path
}
