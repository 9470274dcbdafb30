package archive

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/history"
)

// TestReplayOfAnything does what TestReplay does with histories in which branches
// are merged, commits taken back, translations lost and found, and a report is
// renamed.
func TestReplayOfAnything(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	const seed = 4 // of a history that has all of it
	replayRandom(t, rand.New(rand.NewPCG(seed, 5)), seed)
}

func replayRandom(t *testing.T, rnd *rand.Rand, seed uint64) {
	dir := t.TempDir()
	git := func(args ...string) error {
		cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgSign=false", "-c", "core.editor=true"}, args...)...)
		cmd.Dir, cmd.Env = dir, history.Environment()
		out, err := cmd.CombinedOutput()
		if err != nil {
			return fmt.Errorf("git %v: %w\n%s", args, err, out)
		}
		return nil
	}
	must := func(args ...string) {
		t.Helper()
		if err := git(args...); err != nil {
			t.Fatal(err)
		}
	}
	must("init", "-q", "-b", "main")
	if _, err := WriteFile(filepath.Join(dir, "config.toml"), []byte(forumConfig)); err != nil {
		t.Fatal(err)
	}
	f := newForum(int64(seed), 1, 10)
	f.langs = []string{"ar", "fr", "zh"}
	name, commits := "report-00", 0
	commit := func() { // what somebody did next
		r := f.commit(commits)[0]
		for lang, data := range r.files() {
			if _, err := WriteFile(filepath.Join(dir, "content/reports", name, "index."+lang+".md"), data); err != nil {
				t.Fatal(err)
			}
		}
		must("add", "config.toml", "content/reports/*/index.*.md")
		must("commit", "-q", "--allow-empty", "-m", fmt.Sprint(commits))
		commits++
	}
	commit()
	each, stale := map[string][]byte{}, false
	done := make(map[string]int)
	for range 24 {
		deed := "an edit"
		switch x := rnd.IntN(10); {
		case x < 2:
			deed = "a merge"
			must("checkout", "-q", "-b", "side")
			commit()
			commit()
			must("checkout", "-q", "main")
			must("merge", "-q", "--no-ff", "-m", "merge", "side")
			must("branch", "-q", "-D", "side")
		case x < 3 && commits > 3 && git("revert", "--no-edit", "HEAD") == nil:
			deed = "a revert"
		case x < 4:
			deed = "a loss"
			if git("rm", "-q", "content/reports/"+name+"/index.fr.md") == nil {
				must("commit", "-q", "-m", "lost")
			}
		case x < 5 && done["a new name"] == 0:
			deed = "a new name"
			must("mv", "content/reports/"+name+"/", "content/reports/renamed/")
			must("commit", "-q", "-m", "renamed")
			for file, data := range each {
				delete(each, file)
				each[strings.Replace(file, name, "renamed", 1)] = data
			}
			os.RemoveAll(filepath.Join(dir, "content/reports", name))
			name = "renamed"
		default:
			git("revert", "--abort")
			commit()
		}
		done[deed]++
		each = syncFrom(t, dir, each, false)
		stale = stale || strings.Contains(fmt.Sprintf("%s", each), "\tstale\t")
	}
	once, replayed := syncFrom(t, dir, nil, false), syncFrom(t, dir, each, true)
	for file, want := range each {
		for how, got := range map[string][]byte{"once": once[file], "replayed": replayed[file]} {
			if string(got) != string(want) {
				t.Errorf("seed %d, %v: %s, %s:\n%s\nat every commit:\n%s", seed, done, file, how, got, want)
			}
		}
	}
	if !stale || done["a merge"] == 0 || done["a loss"] == 0 || done["a revert"] == 0 || done["a new name"] == 0 {
		t.Errorf("seed %d: the history is too dull to prove anything: %v", seed, done)
	}
}
