package main

import (
	"fmt"
	"path/filepath"

	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
)

// verify checks a copy of a published archive with nothing but its own bytes.
func (c *command) verify(args []string) error {
	f := c.flags()
	rebuild := f.String("rebuild", "", "")
	anyway := f.Bool("anyway", false, "")
	branch := f.String("branch", edition.DefaultBranch, "")
	signers := f.String("signers", "", "")
	revoked := f.String("revoked", "", "")
	threshold := f.Int("threshold", 1, "")
	bag := f.String("bag", "", "")
	out := f.String("out", "", "")
	rest, err := c.parse(f, args, 0, 1)
	if err != nil {
		return err
	}
	if *rebuild != "" {
		dir := ""
		if len(rest) > 0 {
			dir = rest[0]
		}
		return c.rebuild(dir, *branch, *rebuild, *anyway)
	}
	if len(rest) == 0 {
		return usageError{"error_too_few", message.Data{"Verb": c.verb}}
	}
	if *bag != "" {
		if *out == "" {
			return required("out")
		}
		files, err := edition.Bag(rest[0], *bag, *out, release())
		if err != nil {
			return err
		}
		c.print("bagged", message.Data{"Edition": *bag, "Count": files, "Dir": *out})
		return nil
	}
	var trust *edition.Trust
	// A copy cannot say whom to trust; the archive that one edits can.
	if own := filepath.Join(rest[0], "allowed_signers"); *signers == "" && exists(own) && !exists(filepath.Join(rest[0], edition.SumsFile)) {
		*signers = own
	}
	if *signers != "" {
		trust = &edition.Trust{Signers: *signers, Revoked: *revoked, Threshold: *threshold}
	} else if *threshold > 1 {
		return required("signers")
	}
	v, err := edition.Verify(rest[0], trust)
	if err != nil {
		return err
	}
	for _, s := range v.Signatures {
		c.print("verify_signed", message.Data{"Edition": s.Name, "Name": s.Who})
	}
	for _, file := range v.Withdrawn {
		c.print("verify_withdrawn", message.Data{"File": file})
	}
	for i := range v.Problems {
		fmt.Fprintln(c.stdout, c.line(&v.Problems[i]))
	}
	if n := len(v.Problems); n > 0 {
		c.warn("verify_bad", message.Data{"Count": n})
		return errProblems
	}
	c.print("verify_good", message.Data{"Count": v.Editions, "Files": v.Files, "Head": v.Head})
	c.sayOfHistory(v)
	if trust == nil {
		c.print("verify_unsigned", nil)
	}
	return nil
}

// sayOfHistory says whether the copy shows that the branch lost no edition: only
// a clone with its whole history does.
func (c *command) sayOfHistory(v *edition.Verification) {
	switch {
	case v.Commits == 0:
		c.print("verify_history_none", nil)
	case v.Shallow:
		c.print("verify_history_shallow", nil)
	default:
		c.print("verify_history", nil)
	}
}
