package main

import (
	"os"
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/site"
)

// publish seals an edition: the latest site, the pages whose text changed
// frozen at their permalinks, and the edition's index, as one commit.
func (c *command) publish(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	name := f.String("edition", "", "")
	branch := f.String("branch", edition.DefaultBranch, "")
	push := f.Bool("push", false, "")
	search := f.String("search", "auto", "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	if *name == "" {
		return required("edition")
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	if err := c.refuse(append(a.Problems, a.Unsynced()...)); err != nil {
		return err
	}
	commit, moment, err := edition.Source(a.Root)
	if err != nil {
		return err
	}
	history, err := edition.Open(a.Root, *branch)
	if err != nil {
		return err
	}
	plan, err := history.Plan(edition.Edition{Name: *name, Moment: moment, Source: commit, Tool: release(), Texts: texts(a)})
	if err != nil {
		return err
	}

	work, err := os.MkdirTemp("", "rapporteur-publish-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	opts := site.Options{Out: filepath.Join(work, "site"), Freeze: siteTexts(plan.Frozen)}
	for _, e := range append(history.Editions, plan.Edition) {
		opts.Editions = append(opts.Editions, site.Edition{Name: e.Name, Moment: e.Moment, Texts: siteTexts(e.Texts)})
	}
	if opts.Past, err = history.Pages(); err != nil {
		return err
	}
	said, err := history.Texts()
	if err != nil {
		return err
	}
	defer said.Close()
	opts.Said = func(t site.Text) (*report.Translation, error) { return said.Read(editionText(t)) }
	if opts.Search, err = searchWith(*search); err != nil {
		return err
	}
	built, err := c.buildSite(a, opts)
	if err != nil {
		return err
	}
	id, err := edition.Publish(c.ctx, edition.Options{Plan: plan, Site: built.Dir, Push: *push})
	if err != nil {
		return err
	}
	c.print("published", message.Data{"Edition": *name, "Branch": *branch, "Commit": id[:12], "Frozen": len(plan.Frozen), "Count": len(plan.Texts)})
	c.sayOfSearch(a, opts.Search, *search)
	if !*push {
		c.print("published_push", message.Data{"Edition": *name, "Branch": *branch})
	}
	return nil
}

// texts are what an archive says now, with the addresses that each report must
// keep: the ids of its units and those of units that are gone.
func texts(a *archive.Archive) []edition.Text {
	var list []edition.Text
	for _, r := range a.Reports {
		var gone []string
		for _, e := range r.Register.Entries {
			if e.Gone {
				gone = append(gone, e.ID)
			}
		}
		for _, t := range r.Translations {
			text := edition.Text{Report: r.ID, Lang: t.Lang, Title: t.Meta.Title, Digest: site.Digest(t)}
			for i := range t.Units {
				text.Units = append(text.Units, t.Units[i].ID)
			}
			text.Units = append(text.Units, gone...)
			list = append(list, text)
		}
	}
	return list
}

func siteTexts(texts []edition.Text) []site.Text {
	list := make([]site.Text, len(texts))
	for i, t := range texts {
		list[i] = site.Text{Report: t.Report, Lang: t.Lang, Title: t.Title, Digest: t.Digest, Edition: t.Edition, Permalink: t.Permalink, Units: t.Units}
	}
	return list
}

func editionText(t site.Text) edition.Text {
	return edition.Text{Report: t.Report, Lang: t.Lang, Title: t.Title, Digest: t.Digest, Edition: t.Edition, Permalink: t.Permalink, Units: t.Units}
}
