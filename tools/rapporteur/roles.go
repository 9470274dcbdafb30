package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// roles shows who reviews which language and how far its texts are reviewed;
// with --write it brings CODEOWNERS into step.
func (c *command) roles(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	write := f.Bool("write", false, "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	if *write {
		name := filepath.Join(a.Root, filepath.FromSlash(a.Config.OwnersFile()))
		old, err := os.ReadFile(name)
		if err != nil && !os.IsNotExist(err) {
			return err
		}
		if _, err := archive.WriteFile(name, a.Config.Owners(old)); err != nil {
			return err
		}
		c.print("roles_written", message.Data{"File": shortPath(name)})
		return nil
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, c.say.Say("roles_head", nil))
	for _, l := range a.Config.Languages {
		states := make(map[archive.ReviewState]int)
		for _, r := range a.Reports {
			if t := r.Translation(l.Tag); t != nil && t != r.Reference() {
				states[a.ReviewState(r, t)]++
			}
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%s\n", l.Tag, states[archive.Draft], states[archive.Unreviewed], states[archive.Reviewed], strings.Join(l.Reviewers, " "))
	}
	return w.Flush()
}
