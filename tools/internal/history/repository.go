// Package history reads what Git knows of an archive: the files as they stood
// at a revision, what has changed since, and when a file was changed. It only
// reads, through Git's plumbing: no hook, filter, external diff or converter
// that a configuration or an attribute names is run, nothing is fetched, and
// neither work tree nor index is touched.
package history

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/report"
)

// A Repository is the Git repository that an archive stands in.
type Repository struct {
	dir    string // the archive's folder
	prefix string // the archive's folder from the top of the work tree: "" or ending in a slash
}

// Open finds the repository of the archive in dir. The problem history-none
// says that there is none, or no git to ask.
func Open(ctx context.Context, dir string) (*Repository, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	r := &Repository{dir: dir}
	out, err := r.run(ctx, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, &report.Problem{Code: "history-none", Severity: report.Error, File: dir}
	}
	r.prefix = strings.TrimRight(string(out), "\r\n")
	return r, nil
}

// Commit is the full id of the commit that rev names. The problem
// history-revision says that there is none.
func (r *Repository) Commit(ctx context.Context, rev string) (string, error) {
	if rev != "" && !strings.HasPrefix(rev, "-") {
		if out, err := r.run(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}"); err == nil {
			return strings.TrimSpace(string(out)), nil
		}
	}
	return "", &report.Problem{Code: "history-revision", Severity: report.Error, Args: map[string]string{"Revision": rev}}
}

// Base is the commit that a contribution was made from: the last one that the
// work tree's branch has in common with rev, as a forge takes it. Where the
// history was cut off before that one, it is rev itself.
func (r *Repository) Base(ctx context.Context, rev string) (string, error) {
	commit, err := r.Commit(ctx, rev)
	if err != nil {
		return "", err
	}
	if out, err := r.run(ctx, "merge-base", commit, "HEAD"); err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	return commit, nil
}

// Path names a file of the archive as the repository does, from its top.
func (r *Repository) Path(file string) string { return r.prefix + file }

// run runs git in the archive's folder and returns what it wrote.
func (r *Repository) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, failed(args[0], stderr.Bytes(), err)
	}
	return out, nil
}

func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{
		"--literal-pathspecs", "-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false",
		"-c", "log.showSignature=false",
	}, args...)...)
	cmd.Dir, cmd.Env = r.dir, environment()
	return cmd
}

// environment is this process's own without what would lead git to another
// repository, index or history than the one it is asked about.
func environment() []string {
	var env []string
	for _, v := range os.Environ() {
		key, _, _ := strings.Cut(v, "=")
		if !strings.HasPrefix(key, "GIT_") && key != "LC_ALL" && key != "LANGUAGE" && key != "TZ" {
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C", "TZ=UTC", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
}

// failed keeps what git said last, as it is what tells most.
func failed(verb string, stderr []byte, err error) error {
	reason := strings.TrimSpace(string(stderr))
	if i := strings.LastIndexByte(reason, '\n'); i >= 0 {
		reason = reason[i+1:]
	}
	if reason == "" {
		reason = err.Error()
	}
	var canceled *exec.ExitError
	if errors.Is(err, context.Canceled) || errors.As(err, &canceled) && canceled.ExitCode() < 0 {
		return context.Canceled
	}
	return &report.Problem{Code: "history-failed", Severity: report.Error, Args: map[string]string{"Command": "git " + verb, "Reason": reason}}
}
