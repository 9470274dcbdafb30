package edition

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/report"
)

// A Rebuild is an edition that is to be built once more, to see whether its
// source commit gives the bytes that were sealed.
type Rebuild struct {
	Edition *Edition
	Before  *History // as it was when the edition was published
	commit  string   // that published it
}

// Rebuild finds an edition, its commit, and what came before.
func (h *History) Rebuild(ctx context.Context, name string) (*Rebuild, error) {
	if h.repo == nil {
		return nil, problem("publish-no-repository", h.dir)
	}
	for i := range h.Editions {
		if h.Editions[i].Name != name {
			continue
		}
		out, err := h.repo.run(ctx, nil, "log", "--no-show-signature", "--diff-filter=A", "--format=%H %P", h.tip, "--", Folder(name)+indexFile)
		if err != nil {
			return nil, err
		}
		// The oldest: a revert may have taken the edition, and another brought it back.
		added := strings.TrimSpace(string(out))
		commit, parent, _ := strings.Cut(added[strings.LastIndexByte(added, '\n')+1:], " ")
		r := &Rebuild{Edition: &h.Editions[i], commit: commit,
			Before: &History{dir: h.dir, repo: h.repo, branch: h.branch, tip: parent, tags: map[string]bool{}}}
		if parent != "" {
			return r, r.Before.load()
		}
		if i > 0 { // the history before was taken out
			return nil, problem("rebuild-cut", "", "Edition", name)
		}
		return r, nil
	}
	return nil, problem("rebuild-unknown", "", "Edition", name, "Branch", h.name())
}

// Checkout writes the repository at the edition's source commit, with its
// history, into the folder dir, which must not exist, and returns the folder in
// it that matches the one that the history was opened in.
func (r *Rebuild) Checkout(ctx context.Context, dir string) (string, error) {
	repo := r.Before.repo
	for _, args := range [][]string{
		{"clone", "--quiet", "--shared", "--no-checkout", "--", repo.dir, dir},
		{"-C", dir, "-c", "core.autocrlf=false", "-c", "core.eol=lf", "-c", "advice.detachedHead=false", "-c", "core.hooksPath=" + os.DevNull,
			"checkout", "--quiet", "--detach", r.Edition.Source},
	} {
		cmd := exec.CommandContext(ctx, "git", args...)
		cmd.Env = environment()
		if _, err := repo.output(cmd, args); err != nil {
			return "", problem("rebuild-source", "", "Edition", r.Edition.Name, "Commit", r.Edition.Source, "Reason", err.Error())
		}
	}
	cmd := exec.CommandContext(ctx, "git", "rev-parse", "--show-prefix")
	cmd.Dir, cmd.Env = r.Before.dir, environment()
	prefix, err := repo.output(cmd, []string{"rev-parse"})
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, filepath.FromSlash(strings.TrimSpace(string(prefix)))), nil
}

// Searchable reports whether the edition was published with a full-text index
// in that folder.
func (r *Rebuild) Searchable(folder string) (bool, error) {
	sums, err := r.sealed()
	for path := range sums {
		if strings.HasPrefix(path, folder+"/") {
			return true, err
		}
	}
	return false, err
}

// Compare seals the site that was built for plan and names the files whose
// bytes are not those that were published. It returns how many there are of
// those that it compared.
func (r *Rebuild) Compare(site string, plan *Plan) ([]report.Problem, int, error) {
	past, err := r.Before.past()
	if err != nil {
		return nil, 0, err
	}
	then, err := r.sealed()
	if err != nil {
		return nil, 0, err
	}
	for path, sum := range then {
		if isSignature(path) { // nobody else can make it
			past.add(path, sum)
		}
	}
	built, err := seal(site, plan, past)
	if err != nil {
		return nil, 0, err
	}
	now := merge(built, past)
	var problems []report.Problem
	for path, sum := range then {
		switch now[path] {
		case sum:
		case "":
			problems = append(problems, *problem("rebuild-missing", path))
		default:
			problems = append(problems, *problem("rebuild-differs", path))
		}
	}
	for path := range now {
		if then[path] == "" {
			problems = append(problems, *problem("rebuild-extra", path))
		}
	}
	report.SortProblems(problems)
	return problems, len(then), nil
}

// sealed is every file of the edition's commit with its SHA-256.
func (r *Rebuild) sealed() (map[string]string, error) {
	objects, err := r.Before.repo.reader()
	if err != nil {
		return nil, err
	}
	defer objects.close()
	data, err := objects.read(r.commit + ":" + SumsFile)
	if err != nil {
		return nil, err
	}
	sums := map[string]string{SumsFile: sum(data)}
	problems, err := parseSums(SumsFile, bytes.NewReader(data), func(_ int, sum, path []byte) { sums[string(path)] = string(sum) })
	if err != nil {
		return nil, err
	}
	return sums, refuse(problems)
}
