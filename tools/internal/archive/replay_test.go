package archive

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/history"
)

const forumConfig = `title = "Harbour"
baseURL = "https://harbour.example/"
defaultContentLanguage = "en"
[languages.en]
[languages.fr]
[languages.ar]
[languages.zh]
`

// TestReplay holds that sync says the same whether it is run at every commit of
// a history, after some of them, or once at the end with nothing to begin from.
func TestReplay(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgSign=false"}, args...)...)
		cmd.Dir, cmd.Env = dir, history.Environment()
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(name string, data []byte) {
		t.Helper()
		if _, err := WriteFile(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			t.Fatal(err)
		}
	}
	git("init", "-q", "-b", "main")
	write("config.toml", []byte(forumConfig))
	f := newForum(0, 1, 12)
	f.langs = []string{"ar", "fr", "zh"}
	stale := false
	each, some := map[string][]byte{}, map[string][]byte{}
	for n := range 50 {
		r := f.commit(n)[0]
		for lang, data := range r.files() {
			write("content/reports/"+r.id()+"/index."+lang+".md", data)
		}
		git("add", "config.toml", "content/reports/*/index.*.md")
		git("commit", "-q", "--allow-empty", "-m", fmt.Sprint(n))
		each = syncFrom(t, dir, each, false)
		stale = stale || strings.Contains(fmt.Sprintf("%s", each), "\tstale\t")
		if n%7 == 3 || n == 49 {
			some = syncFrom(t, dir, some, false)
		}
	}
	once := syncFrom(t, dir, nil, false)
	replayed := syncFrom(t, dir, each, true)
	for name, want := range each {
		for how, got := range map[string][]byte{"after some commits": some[name], "once": once[name], "replayed": replayed[name]} {
			if string(got) != string(want) {
				t.Errorf("%s: %s:\n%s\nat every commit:\n%s", name, how, got, want)
			}
		}
	}
	if len(each) < 3 || !stale {
		t.Error("the history is too dull to prove anything")
	}
}

// syncFrom is what sync writes where sync/ is as given.
func syncFrom(t *testing.T, dir string, files map[string][]byte, replay bool) map[string][]byte {
	t.Helper()
	folders, _ := filepath.Glob(filepath.Join(dir, "content/reports/*/sync"))
	for _, folder := range folders {
		os.RemoveAll(folder)
	}
	for name, data := range files {
		if _, err := WriteFile(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			t.Fatal(err)
		}
	}
	a, err := Open(dir)
	if err != nil || len(a.Problems) > 0 {
		t.Fatal(err, a.Problems)
	}
	h, err := a.History()
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	next, err := a.Sync(h, replay)
	if err != nil {
		t.Fatal(err)
	}
	return next
}
