package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

// A library is what a test's archive says: by report and language, a text.
type library map[string]string

func (l library) texts() []Text {
	var texts []Text
	for _, key := range sortedKeys(l) {
		id, lang, _ := strings.Cut(key, ".")
		units := []string{"h1"}
		for i := range strings.Fields(l[key]) {
			units = append(units, fmt.Sprintf("p%d", i+1))
		}
		texts = append(texts, Text{Report: id, Lang: lang, Title: "On <" + id + ">", Digest: sum([]byte(l[key])), Units: units})
	}
	return texts
}

func (l library) with(pairs ...string) library {
	l = maps.Clone(l)
	for i := 0; i < len(pairs); i += 2 {
		l[pairs[i]] = pairs[i+1]
	}
	return l
}

// small is an archive of two reports in two languages.
func small() library {
	return library{"tides.en": "one two three", "tides.fr": "un deux trois", "winds.en": "four five", "winds.ar": "أربعة خمسة"}
}

// build writes what the site's builder would: latest pages, frozen pages, the
// edition's index page, and a style sheet that pages lean on.
func (l library) build(t testing.TB, p *Plan, style string) string {
	t.Helper()
	site := t.TempDir()
	css := "assets/style." + sum([]byte(style))[:16] + ".css"
	font := "assets/font-" + sum([]byte("font"))[:16] + ".woff2"
	files := map[string]string{
		"index.html": "<a href=en/>", css: style + " @font-face{src:url(" + filepath.Base(font) + ")}", font: "font", "assets/logo.svg": style,
		"assets/unused.0123456789abcdef.js": "nobody", Folder(p.Name) + "index.html": "<h1>" + p.Name + "<link href=../../" + css + ">",
	}
	for _, text := range p.Texts {
		folder := text.Lang + "/reports/" + text.Report + "/"
		page := "<link href=../../../" + css + ">" + l[text.Report+"."+text.Lang] + " since " + text.Edition
		files[folder+"index.html"], files[folder+"report.txt"] = page, page
	}
	for _, text := range p.Frozen {
		page := "<link href=../../../../" + css + ">" + l[text.Report+"."+text.Lang]
		files[text.Permalink+"index.html"], files[text.Permalink+"report.txt"] = page, page
	}
	for path, data := range files {
		writeFile(t, filepath.Join(site, path), data)
	}
	return site
}

func writeFile(t testing.TB, path, data string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(data), 0o644)); err != nil {
		t.Fatal(err)
	}
}

var aDay = time.Date(2025, 7, 14, 12, 0, 0, 0, time.UTC)

func (l library) plan(t testing.TB, h *History, name string) *Plan {
	t.Helper()
	p, err := h.Plan(Edition{Name: name, Moment: aDay, Source: strings.Repeat("5", 40), Tool: "v1.0.0", Texts: l.texts()})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// publish opens, plans, builds and publishes.
func (l library) publish(t testing.TB, dir, name string) string {
	t.Helper()
	p := l.plan(t, mustOpen(t, dir), name)
	id, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}")})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func mustOpen(t testing.TB, dir string) *History {
	t.Helper()
	h, err := Open(dir, DefaultBranch)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// git runs git on a test's repository.
func git(t testing.TB, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func needGit(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
}

// newRepository makes a work tree with one commit.
func newRepository(t testing.TB) string {
	t.Helper()
	needGit(t)
	dir := t.TempDir()
	git(t, dir, "init", "-q", "-b", "main")
	writeFile(t, filepath.Join(dir, "config.toml"), "title = 'x'\n")
	git(t, dir, "add", "-A")
	git(t, dir, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first")
	return dir
}

func newBare(t testing.TB) string {
	t.Helper()
	needGit(t)
	dir := filepath.Join(t.TempDir(), "x.git")
	git(t, ".", "init", "-q", "--bare", "-b", "archive", dir)
	return dir
}

// unpack writes the files of a commit into a new folder.
func unpack(t testing.TB, dir, commit string) string {
	t.Helper()
	out := t.TempDir()
	file := filepath.Join(t.TempDir(), "a.tar")
	git(t, dir, "archive", "-o", file, commit)
	git(t, out, "init", "-q")
	if err := exec.Command("tar", "-xf", file, "-C", out).Run(); err != nil {
		t.Fatal(err)
	}
	return out
}

func codes(err error) []string {
	var refusal *Refusal
	var p *report.Problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refusal):
		return codesOf(refusal.Problems)
	case errors.As(err, &p):
		return []string{p.Code}
	}
	return []string{err.Error()}
}

func codesOf(ps []report.Problem) []string {
	var list []string
	for _, p := range ps {
		list = append(list, p.Code)
	}
	return list
}

// snapshot is every file of a folder but the Git objects, with its bytes.
func snapshot(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.Contains(path, "/objects/") {
			return nil
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir+"/")] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestMain frees git of this machine's configuration and identity.
func TestMain(m *testing.M) {
	for _, v := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"} {
		os.Unsetenv(v)
	}
	os.Setenv("HOME", os.DevNull)
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	os.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	if os.Getenv(childVariable) != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"2025": true, "2025.2": true, "2025-07-14": true, "1.0rc1": true, "2": true,
		"": false, "fr": false, "history": false, "with-fr": false, "2025.": false, "2025..2": false, ".5": false, "2025/2": false,
		"2025 2": false, "2025.lock": false, "2025.2\n": false, "２０２５": false, "2025B": false, strings.Repeat("2", 32): false,
	} {
		if got := IsName(name); got != want {
			t.Errorf("IsName(%q) = %v", name, got)
		}
	}
}
