// Package history reads what a folder of a Git repository said before, through the
// git binary's plumbing. It writes nothing, and no setting of the user's or of
// the surroundings changes what it reads.
package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"rapporteur/tools/internal/report"
)

// Environment is this process's own without what would lead git to another
// repository, index or history than the one it is asked about.
func Environment() []string {
	var env []string
	for _, v := range os.Environ() {
		switch key, _, _ := strings.Cut(v, "="); key {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX",
			"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_NAMESPACE",
			"GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE",
			"GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "LANGUAGE", "LC_ALL", "TZ":
		default:
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C", "TZ=UTC", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1")
}

// A Folder is a folder of a work tree.
type Folder struct {
	Shallow bool // the history is cut off: what it begins with is not the beginning

	dir string
}

// Open finds the repository that dir belongs to. It returns nil if there is
// none, or no commit in it, or no git to ask.
func Open(dir string) (*Folder, error) {
	f := &Folder{dir: dir}
	if _, err := f.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil {
		var exit *exec.ExitError
		if errors.Is(err, exec.ErrNotFound) || errors.As(err, &exit) {
			return nil, nil
		}
		return nil, err
	}
	out, err := f.run("rev-parse", "--is-shallow-repository")
	f.Shallow = strings.TrimSpace(string(out)) == "true"
	return f, err
}

func (f *Folder) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(context.Background(), "git", append([]string{"-c", "core.fsmonitor=false", "-c", "log.showRoot=true", "-c", "core.quotePath=false"}, args...)...)
	cmd.Dir, cmd.Env = f.dir, Environment()
	return cmd
}

func (f *Folder) run(args ...string) ([]byte, error) {
	cmd := f.command(args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil && stderr.Len() > 0 {
		lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
		err = fmt.Errorf("%s: %w", lines[len(lines)-1], err)
	}
	return out, err
}

// failed is what the user is told when git fails.
func failed(what string, err error) error {
	return &report.Problem{Code: "history-unreadable", Severity: report.Error, Args: map[string]string{"Command": "git " + what, "Reason": err.Error()}}
}

// A Commit is what one commit changed in the folder, against its first parent.
type Commit struct {
	ID      string
	Changes []Change
}

// A Change is of one file, named from the folder with slashes.
type Change struct {
	File     string
	Old, New string // blobs; empty: there was, or is, no such file
}

// Log lists the commits of the main line that changed files below path, oldest
// first: what a branch brought in is one commit, the merge.
func (f *Folder) Log(path string) ([]Commit, error) {
	out, err := f.run("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw", "--no-abbrev", "--no-renames",
		"--no-show-signature", "--no-color", "--relative", "-z", "--format=commit %H", "HEAD", "--", path)
	if err != nil {
		return nil, failed("log", err)
	}
	var commits []Commit
	fields := strings.Split(string(out), "\x00")
	for i := 0; i < len(fields); i++ {
		field := strings.TrimSpace(fields[i])
		switch id, isCommit := strings.CutPrefix(field, "commit "); {
		case isCommit:
			commits = append(commits, Commit{ID: id})
		case strings.HasPrefix(field, ":") && i+1 < len(fields) && len(commits) > 0:
			part := strings.Fields(field[1:]) // modes, blobs, status
			i++
			if len(part) == 5 {
				last := &commits[len(commits)-1]
				last.Changes = append(last.Changes, Change{File: fields[i], Old: blob(part[0], part[2]), New: blob(part[1], part[3])})
			}
		}
	}
	return commits, nil
}

// blob is the object of a regular file, or nothing.
func blob(mode, id string) string {
	if !strings.HasPrefix(mode, "100") {
		return ""
	}
	return id
}

// Resolve finds the commit that a revision names; ok is false where none does.
func (f *Folder) Resolve(revision string) (id string, ok bool) {
	if strings.HasPrefix(revision, "-") {
		return "", false
	}
	out, err := f.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	return strings.TrimSpace(string(out)), err == nil
}

// List gives the blobs of the files below path at a commit.
func (f *Folder) List(commit, path string) (map[string]string, error) {
	out, err := f.run("ls-tree", "-r", "-z", commit, "--", path)
	if err != nil {
		return nil, failed("ls-tree", err)
	}
	files := make(map[string]string)
	for record := range strings.SplitSeq(string(out), "\x00") {
		head, name, ok := strings.Cut(record, "\t")
		if part := strings.Fields(head); ok && len(part) == 3 {
			if id := blob(part[0], part[2]); id != "" {
				files[name] = id
			}
		}
	}
	return files, nil
}

// Objects hands out what blobs say, one git for all of them.
type Objects struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Objects starts a git that hands out objects until it is closed.
func (f *Folder) Objects() (*Objects, error) {
	cmd := f.command("cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, failed("cat-file", err)
	}
	return &Objects{cmd, in, bufio.NewReaderSize(out, 64<<10)}, nil
}

// Read returns a blob.
func (o *Objects) Read(id string) ([]byte, error) {
	if _, err := io.WriteString(o.in, id+"\n"); err != nil {
		return nil, failed("cat-file", err)
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return nil, failed("cat-file", err)
	}
	var name, kind string
	var size int64
	if n, _ := fmt.Sscanf(head, "%s %s %d\n", &name, &kind, &size); n != 3 {
		return nil, failed("cat-file", errors.New(strings.TrimSpace(head)))
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(o.out, data); err != nil {
		return nil, failed("cat-file", err)
	}
	return data[:size], nil
}

// Close ends the git.
func (o *Objects) Close() error {
	o.in.Close()
	return o.cmd.Wait()
}
