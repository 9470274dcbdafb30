package main

import (
	"os"
	"path/filepath"
	"strings"

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
	key := f.String("key", "", "")
	who := f.String("as", "", "")
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
	work, err := os.MkdirTemp("", "rapporteur-publish-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	index, err := searchWith(*search)
	if err != nil {
		return err
	}
	plan, built, err := c.buildEdition(a, history, edition.Edition{Name: *name, Moment: moment, Source: commit, Tool: release()},
		filepath.Join(work, "site"), index)
	if err != nil {
		return err
	}
	if *key != "" {
		if plan.Signer, err = history.Signer(c.ctx, *key, *who); err != nil {
			return err
		}
	}
	id, err := edition.Publish(c.ctx, edition.Options{Plan: plan, Site: built.Dir, Push: *push})
	if err != nil {
		return err
	}
	c.print("published", message.Data{"Edition": *name, "Branch": *branch, "Commit": id[:12], "Frozen": len(plan.Frozen), "Count": len(plan.Texts)})
	if names := history.Restored(); len(names) > 0 {
		c.print("published_restored", message.Data{"Editions": strings.Join(names, ", ")})
	}
	c.sayOfSearch(a, index, *search)
	if !*push {
		c.print("published_push", message.Data{"Edition": *name, "Branch": *branch})
	}
	return nil
}

// buildEdition plans the edition after history that a's texts make, and builds
// its site in the folder out.
func (c *command) buildEdition(a *archive.Archive, history *edition.History, e edition.Edition, out string, search *site.Search) (*edition.Plan, *site.Built, error) {
	keepExtras(a, history.LostUnits(texts(a)))
	e.Texts = texts(a)
	plan, err := history.Plan(e)
	if err != nil {
		return nil, nil, err
	}
	opts := site.Options{Out: out, Freeze: siteTexts(plan.Frozen), Search: search}
	for _, e := range append(history.Editions, plan.Edition) {
		opts.Editions = append(opts.Editions, site.Edition{Name: e.Name, Moment: e.Moment, Texts: siteTexts(e.Texts)})
	}
	if opts.Past, err = history.Pages(); err != nil {
		return nil, nil, err
	}
	said, err := history.Texts()
	if err != nil {
		return nil, nil, err
	}
	defer said.Close()
	opts.Said = func(t site.Text) (*report.Translation, error) { return said.Read(editionText(t)) }
	built, err := c.buildSite(a, opts)
	return plan, built, err
}

// keepExtras keeps the addresses that a translation's own units had in some
// edition, where the reference says them too by now, or nobody does: lost has
// the ids by report.
func keepExtras(a *archive.Archive, lost map[string][]string) {
	for _, r := range a.Reports {
		for _, id := range lost[r.ID] {
			r.Register.KeepExtra(id)
		}
	}
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
