package main

import (
	"time"

	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
)

// withdraw puts a tombstone in the place of what must go from what was
// published, and says what still holds it.
func (c *command) withdraw(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	branch := f.String("branch", edition.DefaultBranch, "")
	push := f.Bool("push", false, "")
	r := edition.Request{Moment: time.Now(), Tool: release(), Catalog: c.catalog}
	f.StringVar(&r.Lang, "lang", "", "")
	f.StringVar(&r.Edition, "edition", "", "")
	f.StringVar(&r.Unit, "unit", "", "")
	f.StringVar(&r.Reason, "reason", "", "")
	rest, err := c.parse(f, args, 1, 1)
	if err != nil {
		return err
	}
	if r.Reason == "" {
		return required("reason")
	}
	r.Report, r.Push = rest[0], *push
	root, err := findArchive(*dir)
	if err != nil {
		return err
	}
	history, err := edition.Open(root, *branch)
	if err != nil {
		return err
	}
	done, err := history.Withdraw(c.ctx, r)
	if err != nil {
		return err
	}
	for _, file := range done.Left {
		c.print("withdrew_left", message.Data{"File": file})
	}
	c.print("withdrew", message.Data{"Number": done.Number, "Branch": *branch, "Commit": done.Commit[:12], "Files": len(done.Files)})
	c.warn("withdrew_history", nil)
	if !*push {
		c.print("withdrew_push", message.Data{"Branch": *branch, "Tag": edition.WithdrawalTag(done.Number)})
	}
	return nil
}
