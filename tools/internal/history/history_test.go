package history

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

// repo makes a repository whose archive stands in a folder of it, and whose
// configuration would run a program wherever Git lets one be named.
func repo(t *testing.T) (dir string, git func(args ...string) string, trap string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	top := t.TempDir()
	dir, trap = filepath.Join(top, "archive"), filepath.Join(top, "ran")
	git = func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=A", "-c", "user.email=a@port.example", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = top
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "-q", "-b", "main")
	write(t, dir, "content/a/one.md", "one\n")
	write(t, dir, "content/a/two.md", "two\n")
	write(t, dir, "content/sync/fr.tsv", "x\n")
	write(t, top, "outside.md", "no\n")
	git("add", ".")
	git("commit", "-q", "-m", "first")
	write(t, top, ".gitattributes", "*.md diff=trap filter=trap\n")
	for _, key := range []string{"diff.trap.textconv", "diff.trap.command", "filter.trap.smudge", "filter.trap.clean", "core.fsmonitor", "diff.external", "core.pager"} {
		git("config", key, "touch "+trap)
	}
	return dir, git, trap
}

func write(t *testing.T, dir, file, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(file))
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func TestTree(t *testing.T) {
	dir, _, trap := repo(t)
	r, err := Open(dir)
	if err != nil || r == nil {
		t.Fatal(err)
	}
	if prefix, err := r.Prefix(); prefix != "archive/" {
		t.Errorf("the folder is %q, %v", prefix, err)
	}
	commit, err := r.Base("main")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := r.Tree(commit, "content")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(tree.Files(), " "); got != "content/a/one.md content/a/two.md content/sync/fr.tsv" {
		t.Errorf("files are %s", got)
	}
	all := func(string) bool { return true }
	changed := func() string {
		t.Helper()
		list, err := tree.Changed([]string{"content"}, all)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(list, " ")
	}
	if got := changed(); got != "" {
		t.Errorf("nothing was changed, and %s is said to be", got)
	}
	write(t, dir, "content/a/one.md", "one\r\n")
	if got := changed(); got != "" {
		t.Errorf("line ends count in %s", got)
	}
	write(t, dir, "content/a/one.md", "ONE\n")
	write(t, dir, "content/a/three.md", "three\n")
	os.Remove(filepath.Join(dir, "content/sync/fr.tsv"))
	if got := changed(); got != "content/a/one.md content/a/three.md content/sync/fr.tsv" {
		t.Errorf("changed are %s", got)
	}
	out := t.TempDir()
	if err := tree.Write(out, func(file string) bool { return !strings.Contains(file, "two") }); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(filepath.Join(out, "content/a/one.md")); string(data) != "one\n" {
		t.Errorf("the commit's file is %q", data)
	}
	if _, err := os.Stat(filepath.Join(out, "content/a/two.md")); err == nil {
		t.Error("a file was written that was not to be kept")
	}
	if _, err := os.Stat(trap); err == nil {
		t.Error("a program that the configuration names was run")
	}
}

func TestBase(t *testing.T) {
	dir, git, _ := repo(t)
	for _, key := range []string{"filter.trap.clean", "filter.trap.smudge", "core.fsmonitor"} {
		git("config", "--unset", key)
	}
	first := git("rev-parse", "HEAD")
	git("checkout", "-q", "-b", "work")
	write(t, dir, "content/a/one.md", "own\n")
	git("commit", "-q", "-a", "-m", "work")
	git("checkout", "-q", "main")
	write(t, dir, "content/a/two.md", "main\n")
	git("commit", "-q", "-a", "-m", "main goes on")
	git("checkout", "-q", "work")
	r, err := Open(dir)
	if err != nil || r == nil {
		t.Fatal(err)
	}
	if base, err := r.Base("main"); err != nil || base != first {
		t.Errorf("the base is %s, %v; want %s", base, err, first)
	}
	for _, rev := range []string{"", "nowhere", "--all", "-h", "main:content", "main\nwork"} {
		if _, err := r.Base(rev); !isProblem(err, "history-revision") {
			t.Errorf("%q: %v", rev, err)
		}
	}
	if r, err := Open(t.TempDir()); r != nil || err != nil {
		t.Errorf("no repository: %v, %v", r, err)
	}
}

func isProblem(err error, code string) bool {
	var p *report.Problem
	return errors.As(err, &p) && p.Code == code
}
