package main

import (
	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
)

// sign adds a signature of an edition, made with an SSH key, to the branch.
func (c *command) sign(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	branch := f.String("branch", edition.DefaultBranch, "")
	push := f.Bool("push", false, "")
	key := f.String("key", "", "")
	who := f.String("as", "", "")
	rest, err := c.parse(f, args, 1, 1)
	if err != nil {
		return err
	}
	if *key == "" {
		return required("key")
	}
	root, err := findArchive(*dir)
	if err != nil {
		return err
	}
	history, err := edition.Open(root, *branch)
	if err != nil {
		return err
	}
	signer, err := history.Signer(c.ctx, *key, *who)
	if err != nil {
		return err
	}
	commit, file, err := history.Sign(c.ctx, rest[0], signer, *push)
	if err != nil {
		return err
	}
	c.print("signed", message.Data{"File": file, "Branch": *branch, "Commit": commit[:12]})
	return nil
}
