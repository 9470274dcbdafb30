package main

import (
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// sync writes sync/ of every report: the ids of its units, and per language
// which text each translated unit was made from.
func (c *command) sync(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	replay := f.Bool("replay", false, "")
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
	history, err := a.History()
	if err != nil {
		return err
	}
	defer history.Close()
	if history != nil && history.Shallow {
		c.warn("sync_shallow", nil)
	}
	files, err := a.Sync(history, *replay)
	if err != nil {
		return err
	}
	changed := 0
	for file, data := range files {
		wrote, err := archive.WriteFile(filepath.Join(a.Root, filepath.FromSlash(file)), data)
		if err != nil {
			return err
		}
		if wrote {
			changed++
		}
	}
	c.print("synced", message.Data{"Count": changed})
	return nil
}
