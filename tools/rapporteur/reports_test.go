package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared is a folder beside the repository with real reports that may not be
// kept in it.
var shared = filepath.Join("..", "..", "..", "shared")

// TestRealReports takes five real reports the whole way: imported, built,
// published, cloned, verified.
func TestRealReports(t *testing.T) {
	sources, _ := filepath.Glob(filepath.Join(shared, "sources", "*", "source.txt"))
	if len(sources) == 0 {
		t.Skip("the real reports are not beside this repository, in ", shared)
	}
	dir := shipped(t, "en", "fr")
	for _, file := range sources {
		abs, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		id := filepath.Base(filepath.Dir(file))
		mustRun(t, dir, "import", abs, "--report", id, "--lang", "fr")
		page := read(t, filepath.Join(dir, "content/reports", id, "index.fr.md"))
		if got, want := read(t, filepath.Join(dir, "content/reports", id, "source.fr.txt")), read(t, abs); got != want {
			t.Errorf("%s: the source is not kept byte for byte", id)
		}
		for _, left := range []string{"](#)", "<sup>", "\u00a0\u00a0", "\n---\n", "]:** "} {
			if strings.Contains(page, left) {
				t.Errorf("%s: the page still has %q", id, left)
			}
		}
	}
	mustRun(t, dir, "sync")
	mustRun(t, dir, "build")

	// A report of the United Nations has its paragraphs' numbers as addresses.
	un := read(t, filepath.Join(dir, "public/fr/reports/a-66-77-enhanced-cooperation/index.html"))
	var numbers []string
	for _, m := range regexp.MustCompile(`data-unit="(p\d+)"`).FindAllStringSubmatch(un, -1) {
		numbers = append(numbers, m[1])
	}
	var want []string
	for n := 1; n <= 39; n++ {
		want = append(want, fmt.Sprint("p", n))
	}
	if strings.Join(numbers, " ") != strings.Join(want, " ") {
		t.Errorf("the numbered paragraphs are %v", numbers)
	}
	// A transcript has every turn, under its speaker.
	transcript := read(t, filepath.Join(dir, "public/fr/reports/icann46-internet-governance-agenda/index.html"))
	if turns := strings.Count(transcript, `class="turn"`); turns != 59 {
		t.Errorf("the transcript has %d turns, not 59", turns)
	}

	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("publishing needs git")
	}
	git := func(dir string, args ...string) {
		t.Helper()
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=Ana", "GIT_AUTHOR_EMAIL=ana@example.org", "GIT_COMMITTER_NAME=Ana", "GIT_COMMITTER_EMAIL=ana@example.org")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	os.RemoveAll(filepath.Join(dir, "public"))
	git(dir, "init", "-q", "-b", "main")
	git(dir, "add", "-A")
	git(dir, "commit", "-q", "-m", "Five reports")
	mustRun(t, dir, "publish", "--edition", "2025.1")
	copied := filepath.Join(t.TempDir(), "copy")
	git(dir, "clone", "-q", "--branch", "archive", dir, copied)
	mustRun(t, copied, "verify", ".")
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
