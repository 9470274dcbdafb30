package edition

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/history"
)

// A repository is a Git repository, normal or bare, worked on through the git
// binary's plumbing alone.
type repository struct {
	dir string // the common git directory, absolute
	// step, if set, is asked before each thing that can fail and may make it
	// fail. Only tests set it.
	step func(what string) error
}

// findRepository returns the repository that dir belongs to, or nil if there
// is none, or no git to ask.
func findRepository(dir string) (*repository, error) {
	cmd := exec.Command("git", "rev-parse", "--path-format=absolute", "--git-common-dir")
	cmd.Dir, cmd.Env = dir, environment()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound), strings.Contains(stderr.String(), "not a git repository"):
		return nil, nil
	case err != nil:
		return nil, gitProblem([]string{"rev-parse"}, stderr.Bytes(), err)
	}
	return &repository{dir: filepath.Clean(strings.TrimRight(string(out), "\r\n"))}, nil
}

// environment is that of every git here; the committer is of the reflog alone,
// as commits and tags name their own.
func environment() []string {
	return append(history.Environment(), "GIT_COMMITTER_NAME="+fallbackName, "GIT_COMMITTER_EMAIL="+fallbackEmail)
}

// settings are those that publishing does not leave to the user: no hook runs,
// and what a reference will point to is on the disk before it does.
func (r *repository) settings() []string {
	return []string{"--git-dir=" + r.dir, "-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false",
		"-c", "core.fsync=loose-object,reference"}
}

func (r *repository) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append(r.settings(), args...)...)
	cmd.Env = environment()
	return cmd
}

func (r *repository) before(what string) error {
	if r.step == nil {
		return nil
	}
	return r.step(what)
}

// run runs git and returns what it wrote to stdout.
func (r *repository) run(ctx context.Context, stdin io.Reader, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	cmd.Stdin = stdin
	return r.output(cmd, args)
}

func (r *repository) output(cmd *exec.Cmd, args []string) ([]byte, error) {
	if err := r.before("git " + args[0]); err != nil {
		return nil, err
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return out, gitProblem(args, stderr.Bytes(), err)
	}
	return out, nil
}

// gitProblem keeps what git said last, as it is what tells most.
func gitProblem(args []string, stderr []byte, err error) error {
	reason := strings.TrimSpace(string(stderr))
	if i := strings.LastIndexByte(reason, '\n'); i >= 0 {
		reason = reason[i+1:]
	}
	if reason == "" {
		reason = err.Error()
	}
	return problem("git-failed", "", "Command", "git "+args[0], "Reason", reason)
}

// config returns a value of Git's configuration, or fallback if it is not set.
func (r *repository) config(ctx context.Context, key, fallback string) (string, error) {
	// With a default, not being set is no failure.
	out, err := r.run(ctx, nil, "config", "--default", fallback, "--get", key)
	// What ends a name, in the middle of one, would break the commit's grammar.
	value := strings.TrimSpace(strings.Map(func(c rune) rune {
		if c < ' ' || c == '<' || c == '>' {
			return -1
		}
		return c
	}, string(out)))
	if value == "" {
		value = fallback
	}
	return value, err
}
