package main

import (
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/unit"
)

// sync writes sync/ of every report: the ids of its units, and per language
// which text each translated unit was made from.
func (c *command) sync(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	if err := c.refuse(a.Problems); err != nil {
		return err
	}
	changed := 0
	for _, r := range a.Reports {
		ref := r.Reference()
		files := map[string][]byte{"reference.tsv": r.Register.Format()}
		for _, t := range r.Translations {
			if t != ref {
				files[t.Lang+".tsv"] = unit.Sync(r.Locks[t.Lang], ref, t).Format()
			}
		}
		for name, data := range files {
			wrote, err := archive.WriteFile(filepath.Join(a.Root, filepath.FromSlash(r.Dir), "sync", name), data)
			if err != nil {
				return err
			}
			if wrote {
				changed++
			}
		}
	}
	c.print("synced", message.Data{"Count": changed})
	return nil
}
