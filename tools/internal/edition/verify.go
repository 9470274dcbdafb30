package edition

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/tools/internal/report"
)

// A Verification is what a copy of the archive showed of itself.
type Verification struct {
	Files    int    // that were read
	Editions int    // in the chain
	Frozen   int    // files that an edition sealed
	Head     string // SHA-256 of the last line of editions.json: what to compare with others
	Commits  int    // of the branch that changed editions.json and were read; 0: the copy has no history
	Shallow  bool   // the history is cut off: what was lost before cannot be seen
	// Withdrawn is the files in whose place a tombstone stands, as a withdrawal
	// in the chain says.
	Withdrawn  []string
	Signatures []Signature // that are good, the newest edition's first
	Problems   []report.Problem
}

// Verify checks a copy of the archive against its own manifests: a folder, a
// clone with the branch checked out, a zip, or a repository that has the
// branch. It needs no network, and no Git unless path is such a repository;
// where a clone's history can be read, it must have lost no edition. With trust
// it checks signatures too. The error says why nothing could be checked at all;
// what is wrong with the copy stands in the Verification.
func Verify(path string, trust *Trust) (*Verification, error) {
	t, err := openTree(path)
	if err != nil {
		return nil, err
	}
	defer t.close()
	found, err := inspect(t)
	if err != nil {
		return nil, err
	}
	if err := found.lost(t, path); err != nil {
		return nil, err
	}
	if trust != nil {
		if err := found.signatures(t, trust); err != nil {
			return nil, err
		}
	}
	report.SortProblems(found.Problems)
	return &found.Verification, nil
}

// DefaultBranch is where an archive is published unless said otherwise.
const DefaultBranch = "archive"

func openTree(path string) (tree, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, problem("verify-no-such", path)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return openZip(path)
	}
	if _, err := os.Lstat(filepath.Join(path, SumsFile)); err == nil {
		return openFolder(path)
	}
	h, err := Open(path, DefaultBranch)
	if err != nil {
		return nil, err
	}
	if h.tip == "" {
		return nil, problem("verify-no-archive", path)
	}
	return h.repo.tree(h.tip)
}

// An inspection is a verification with what it saw on the way.
type inspection struct {
	Verification
	sums   map[string]string // SHA-256 of every plain file
	sealed map[string]bool   // the files that must never change or go
	ids    map[string]string // of a commit: the blob of every path
	latest string            // name of the edition that chain read last
	texts  []Text            // that it had
	// tombstones is the SHA-256 that withdrawals gave sealed paths.
	tombstones map[string]string
}

func (v *inspection) add(p *report.Problem) { v.Problems = append(v.Problems, *p) }

// inspect reads every file of the tree once and holds it against the manifests.
func inspect(t tree) (*inspection, error) {
	entries, err := t.list()
	if err != nil {
		return nil, err
	}
	v := &inspection{sealed: map[string]bool{}, ids: make(map[string]string, len(entries)), tombstones: map[string]string{}}
	plain := make([]string, 0, len(entries))
	strange := map[string]bool{}
	for _, e := range entries {
		v.ids[e.path] = e.id
		if e.plain {
			plain = append(plain, e.path)
			continue
		}
		strange[e.path] = true
		v.add(problem("verify-kind", e.path))
	}
	sums, unread := hashAll(t, plain)
	v.sums, v.Files = sums, len(sums)
	for path, err := range unread {
		strange[path] = true
		v.add(problem("verify-unreadable", path, "Reason", err.Error()))
	}
	if sums[SumsFile] == "" {
		return nil, problem("verify-no-sums", SumsFile)
	}
	if err := v.root(t, strange); err != nil {
		return nil, err
	}
	return v, v.chain(t)
}

// root holds every file against the root's SHA256SUMS.
func (v *inspection) root(t tree, strange map[string]bool) error {
	f, err := t.open(SumsFile)
	if err != nil {
		return err
	}
	defer f.Close()
	listed := make(map[string]bool, len(v.sums))
	problems, err := parseSums(SumsFile, f, func(n int, want, path []byte) {
		have, ok := v.sums[string(path)]
		switch {
		case listed[string(path)]:
			p := problem("verify-sums", SumsFile)
			p.Line = n
			v.add(p)
		case strange[string(path)]:
		case !ok:
			v.add(problem("verify-missing", string(path)))
		case have != string(want):
			v.add(problem("verify-changed", string(path)))
		}
		listed[string(path)] = true
	})
	v.Problems = append(v.Problems, problems...)
	for path := range v.sums {
		if path != SumsFile && !listed[path] {
			v.add(problem("verify-extra", path))
		}
	}
	return err
}
