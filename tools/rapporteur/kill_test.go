package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/site"
)

var kills = flag.Int("kills", 3, "how often to kill each verb")

// child is the command as a process of its own.
func child(dir string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"rapporteur"}, args...)
	cmd.Dir = dir
	return cmd
}

// killed runs the command and kills it after a random part of the time that it
// takes. It reports whether the command was still running.
func killed(t *testing.T, dir string, whole time.Duration, args ...string) bool {
	t.Helper()
	cmd := child(dir, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Duration(rand.Int63n(int64(whole))), func() { cmd.Process.Kill() })
	defer timer.Stop()
	return cmd.Wait() != nil
}

// tree is what a folder holds, as one hash.
func tree(t *testing.T, dir string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		fmt.Fprintf(h, "%s %x\n", rel, sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func shipped(t *testing.T, languages ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := ship(dir, languages...); err != nil {
		t.Fatal(err)
	}
	return dir
}

func mustRun(t *testing.T, dir string, args ...string) time.Duration {
	t.Helper()
	start := time.Now()
	if out, err := child(dir, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return time.Since(start)
}

// TestBuildKilled: whenever a build is killed, the site is the one that was
// there or the new one, and the next build cleans up.
func TestBuildKilled(t *testing.T) {
	dir := shipped(t, "en", "fr")
	page := filepath.Join(dir, "content/reports/harbour-2025-messages/index.fr.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var sites []string
	var whole time.Duration
	versions := [][]byte{text, bytes.Replace(text, []byte("48 séances"), []byte("49 séances"), 1)}
	for _, v := range versions {
		if err := os.WriteFile(page, v, 0o666); err != nil {
			t.Fatal(err)
		}
		whole = mustRun(t, dir, "build")
		sites = append(sites, tree(t, filepath.Join(dir, "public")))
	}
	if sites[0] == sites[1] {
		t.Fatal("the two sites are the same: this test proves nothing")
	}
	stopped := 0
	for i := 0; i < *kills; i++ {
		os.WriteFile(page, versions[i%2], 0o666)
		if killed(t, dir, whole+whole/8, "build") {
			stopped++
		}
		if got := tree(t, filepath.Join(dir, "public")); got != sites[0] && got != sites[1] {
			t.Fatalf("after kill %d the site is neither the old one nor the new one", i)
		}
	}
	mustRun(t, dir, "build")
	left, _ := filepath.Glob(filepath.Join(dir, ".rapporteur-*"))
	if len(left) > 0 {
		t.Errorf("the next build left %v", left)
	}
	t.Logf("killed %d of %d times", stopped, *kills)
}

// TestHugoEndsWithBuild: Hugo, which a build runs as a child, would serve for
// ever; it ends when nobody holds its standard input any more.
func TestHugoEndsWithBuild(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "hugo.json"), []byte("{}"), 0o666); err != nil {
		t.Fatal(err)
	}
	hugo := child(dir, site.HugoVerb, "server", "--watch=false", "--bind", "127.0.0.1", "--port", "0")
	hugo.Env = append(os.Environ(), site.Held)
	held, err := hugo.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := hugo.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- hugo.Wait() }()
	select {
	case err := <-ended:
		t.Fatalf("Hugo ended before the build: %v", err)
	case <-time.After(time.Second):
	}
	held.Close()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		hugo.Process.Kill()
		t.Error("Hugo goes on after the build")
	}
}

// TestImportKilled: whenever an import is killed, the page is whole or not
// there, and the same import finishes the work.
func TestImportKilled(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "source.txt")
	body := "# A report\n\n" + strings.Repeat("A paragraph that says something about harbours and ships.\n\n", 800)
	if err := os.WriteFile(source, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
	args := []string{"import", source, "--report", "x", "--lang", "en", "--archive", filepath.Join(dir, "a")}
	whole := mustRun(t, dir, args...)
	want := tree(t, filepath.Join(dir, "a"))
	index, err := os.ReadFile(filepath.Join(dir, "a/content/reports/x/index.en.md"))
	if err != nil {
		t.Fatal(err)
	}
	stopped := 0
	for i := 0; i < 4**kills; i++ {
		os.RemoveAll(filepath.Join(dir, "a"))
		if killed(t, dir, whole, args...) {
			stopped++
		}
		if got, err := os.ReadFile(filepath.Join(dir, "a/content/reports/x/index.en.md")); err == nil && !bytes.Equal(got, index) {
			t.Fatalf("after kill %d half a page stands there", i)
		}
		mustRun(t, dir, args...)
		if tree(t, filepath.Join(dir, "a")) != want {
			t.Fatalf("after kill %d the same import did not finish the work", i)
		}
	}
	t.Logf("killed %d of %d times", stopped, 4**kills)
}
