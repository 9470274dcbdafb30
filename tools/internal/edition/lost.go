package edition

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
)

// lost holds the history of the branch, where the copy has one, against what
// stands there now: every line that editions.json ever had must still be there,
// and every tag of an edition must be among the branch's commits. A clone
// without git is a folder, of which nobody can say this.
func (v *inspection) lost(t tree, path string) error {
	ctx := context.Background()
	var repo *repository
	tip := ""
	switch t := t.(type) {
	case *commit:
		repo, tip = t.repo, t.id
	case *folder:
		if _, err := os.Lstat(filepath.Join(path, ".git")); err != nil {
			return nil
		}
		found, err := findRepository(path)
		if err != nil || found == nil {
			return nil
		}
		repo = found
		out, err := repo.run(ctx, nil, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
		if err != nil {
			return nil // a new repository around a copy
		}
		tip = strings.TrimSpace(string(out))
	default:
		return nil
	}
	now, err := readAll(t, JournalFile)
	if err != nil {
		return nil // chain has said so
	}
	commits, err := repo.run(ctx, nil, "log", "--no-show-signature", "--full-history", "--format=%H", tip, "--", JournalFile)
	if err != nil {
		return err
	}
	objects, err := repo.reader()
	if err != nil {
		return err
	}
	defer objects.close()
	out, err := repo.run(ctx, nil, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return err
	}
	v.Shallow = strings.TrimSpace(string(out)) == "true"
	told := map[string]bool{}
	for id := range strings.Lines(string(commits)) {
		id = strings.TrimSpace(id)
		v.Commits++
		then, err := objects.read(id + ":" + JournalFile)
		if err != nil {
			continue // the commit that took the file away
		}
		if bytes.HasPrefix(now, bytes.TrimSuffix(then, []byte("]\n"))) {
			continue
		}
		lines, _ := parseJournal(then)
		for i := range lines {
			if l := &lines[i]; !bytes.Contains(now, l.raw) && !told[l.hash] {
				told[l.hash] = true
				v.add(problem("verify-lost-line", JournalFile, "Edition", l.label(), "Commit", id[:12]))
			}
		}
	}
	return v.strayTags(ctx, repo, tip)
}

// strayTags names the editions whose tag the branch does not lead to: it was
// set to another commit than one after them.
func (v *inspection) strayTags(ctx context.Context, repo *repository, tip string) error {
	out, err := repo.run(ctx, nil, "for-each-ref", "--no-merged="+tip, "--format=%(refname:lstrip=3)", "refs/tags/"+Tag(""))
	if err != nil {
		return err
	}
	for name := range strings.Lines(string(out)) {
		if name = strings.TrimSpace(name); IsName(name) {
			v.add(problem("verify-stray-tag", "", "Edition", name, "Tag", Tag(name)))
		}
	}
	return nil
}
