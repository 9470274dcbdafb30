package edition

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPublish(t *testing.T) {
	for name, repository := range map[string]func(testing.TB) string{"normal": newRepository, "bare": newBare} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := repository(t)
			git(t, dir, "config", "commit.gpgsign", "true")
			git(t, dir, "config", "tag.gpgsign", "true")
			git(t, dir, "config", "core.autocrlf", "true")
			hook := filepath.Join(git(t, dir, "rev-parse", "--absolute-git-dir"), "hooks", "reference-transaction")
			writeFile(t, hook, "#!/bin/sh\nexit 1\n")
			if err := os.Chmod(hook, 0o755); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, dir)

			l := small()
			first := l.publish(t, dir, "2025.1")
			l = l.with("tides.fr", "un deux TROIS quatre")
			second := l.publish(t, dir, "2025.2")

			after := snapshot(t, dir)
			for path := range before {
				if before[path] != after[path] {
					t.Errorf("%s was touched", path)
				}
			}
			for path := range after {
				if _, ok := before[path]; !ok && !strings.Contains(path, "refs/heads/archive") && !strings.Contains(path, "refs/tags/edition/2025.") && !strings.HasSuffix(path, "logs/HEAD") {
					t.Errorf("%s was left behind", path)
				}
			}
			if name == "normal" {
				if s := git(t, dir, "status", "--porcelain"); s != "" {
					t.Errorf("work tree: %s", s)
				}
			}
			git(t, dir, "fsck", "--strict", "--no-dangling")
			if got := git(t, dir, "rev-parse", "archive^{commit}", "archive~1", "edition/2025.1^{commit}"); got != second+"\n"+first+"\n"+first {
				t.Errorf("references: %s", got)
			}
			for line := range strings.Lines(git(t, dir, "diff-tree", "-r", "--no-renames", "--name-status", first, second)) {
				status, path, _ := strings.Cut(strings.TrimSpace(line), "\t")
				frozen := strings.HasPrefix(path, "editions/2025.1/") || strings.Contains(path, "/2025.1/")
				if frozen || status == "D" {
					t.Errorf("the second edition changed what the first froze: %s", line)
				}
			}
			got := git(t, dir, "ls-tree", "-r", "--name-only", "archive", "fr/reports/tides/", "en/reports/tides/")
			if want := "en/reports/tides/2025.1/index.html\nen/reports/tides/2025.1/report.txt\nen/reports/tides/index.html\nen/reports/tides/report.txt\n" +
				"fr/reports/tides/2025.1/index.html\nfr/reports/tides/2025.1/report.txt\nfr/reports/tides/2025.2/index.html\nfr/reports/tides/2025.2/report.txt\n" +
				"fr/reports/tides/index.html\nfr/reports/tides/report.txt"; got != want {
				t.Errorf("files:\n%s", got)
			}
			if modes := git(t, dir, "ls-tree", "-r", "--format=%(objectmode)", "archive"); strings.Trim(modes, "10064\n") != "" {
				t.Errorf("modes: %s", modes)
			}
			if who := git(t, dir, "log", "-1", "--format=%an %ae %at %cn %ct", "archive"); who != "Rapporteur rapporteur@localhost 1752494400 Rapporteur 1752494400" {
				t.Errorf("identity: %s", who)
			}

			h := mustOpen(t, dir)
			if len(h.Editions) != 2 || h.Latest().Name != "2025.2" || !h.Latest().Moment.Equal(aDay) {
				t.Fatalf("history: %+v", h.Editions)
			}
			for key, want := range map[string]string{"tides.fr": "2025.2", "tides.en": "2025.1", "winds.ar": "2025.1"} {
				id, lang, _ := strings.Cut(key, ".")
				text, ok := h.LastChanged(id, lang)
				if !ok || text.Edition != want || text.Permalink != Permalink(id, lang, want) || len(text.Units) < 3 || text.Title != "On <"+id+">" {
					t.Errorf("LastChanged(%s) = %+v, %v", key, text, ok)
				}
			}
			if _, ok := h.LastChanged("tides", "es"); ok {
				t.Error("a text that never was")
			}
			v, err := Verify(dir, nil)
			if err != nil || len(v.Problems) > 0 || v.Editions != 2 || v.Head != h.Head() || v.Head == "" {
				t.Errorf("Verify = %+v, %v", v, err)
			}
		})
	}
}

// A style sheet that the site has no more stays, as frozen pages lean on it,
// and the font that it names; what no frozen page names does not.
func TestPublishKeepsAssets(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	p := l.plan(t, mustOpen(t, dir), "2")
	if len(p.Frozen) != 0 {
		t.Fatalf("nothing changed, yet frozen: %v", p.Frozen)
	}
	site := l.build(t, p, "body{color:red}")
	for _, gone := range []string{"assets/unused.0123456789abcdef.js", "assets/font-" + sum([]byte("font"))[:16] + ".woff2"} {
		if err := os.Remove(filepath.Join(site, gone)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Publish(t.Context(), Options{Plan: p, Site: site}); err != nil {
		t.Fatal(err)
	}
	files := git(t, dir, "ls-tree", "-r", "--name-only", "archive", "assets/")
	if strings.Count(files, ".css") != 2 || strings.Count(files, ".woff2") != 1 || strings.Contains(files, "unused") {
		t.Errorf("assets:\n%s", files)
	}
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 {
		t.Errorf("Verify = %+v, %v", v, err)
	}
}

func TestPublishIsDeterministic(t *testing.T) {
	l := small()
	one, two := newRepository(t), newBare(t)
	var ids [2][]string
	for i, dir := range []string{one, two} {
		ids[i] = append(ids[i], l.publish(t, dir, "1"), l.with("winds.en", "four five six").publish(t, dir, "2"))
	}
	if !slices.Equal(ids[0], ids[1]) {
		t.Errorf("commits %v and %v", ids[0], ids[1])
	}
	if a, b := git(t, one, "rev-parse", "edition/2"), git(t, two, "rev-parse", "edition/2"); a != b {
		t.Errorf("tags %s and %s", a, b)
	}
}

func TestPlanRefuses(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	git(t, dir, "tag", "edition/7")
	h := mustOpen(t, dir)
	twice := append(l.texts(), l.texts()[0])
	for name, c := range map[string]struct {
		name  string
		texts []Text
		want  []string
	}{
		"bad name":    {"with-fr", l.texts(), []string{"publish-name"}},
		"used":        {"1", l.texts(), []string{"publish-name-used"}},
		"tag":         {"7", l.texts(), []string{"publish-tag-used"}},
		"twice":       {"2", twice, []string{"publish-text"}},
		"no digest":   {"2", append(l.texts(), Text{Report: "x", Lang: "en"}), []string{"publish-text"}},
		"bad report":  {"2", append(l.texts(), Text{Report: "../x", Lang: "en", Digest: "0"}), []string{"publish-text"}},
		"lost unit":   {"2", l.with("tides.en", "one", "tides.fr", "un").texts(), []string{"publish-lost-unit"}},
		"lost report": {"2", library{"tides.en": "one two three"}.texts(), []string{"publish-lost-unit"}},
		"all well":    {"2", l.with("tides.en", "one").texts(), nil},
	} {
		if _, err := h.Plan(Edition{Name: c.name, Texts: c.texts}); !reflect.DeepEqual(codes(err), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// An id that an earlier edition had is not forgotten when a later one does
	// without it in one language.
	l.with("tides.en", "one").publish(t, dir, "2")
	_, err := mustOpen(t, dir).Plan(Edition{Name: "3", Texts: l.with("tides.en", "one", "tides.fr", "un").texts()})
	if !reflect.DeepEqual(codes(err), []string{"publish-lost-unit"}) || !strings.Contains(err.Error(), `Units="p2, p3"`) {
		t.Errorf("lost later: %v", err)
	}
}

func TestPublishRefuses(t *testing.T) {
	dir, l := newRepository(t), small()
	first := l.publish(t, dir, "1")
	changed := l.with("tides.en", "one two THREE")
	for name, c := range map[string]struct {
		spoil func(site string)
		want  []string
	}{
		"lost URL": {func(s string) {
			os.RemoveAll(filepath.Join(s, "fr/reports/winds"))
			os.Remove(filepath.Join(s, "index.html"))
		}, []string{"publish-lost-url"}},
		"not rendered":  {func(s string) { os.RemoveAll(filepath.Join(s, "en/reports/tides/2")) }, []string{"publish-not-rendered"}},
		"frozen bytes":  {func(s string) { writeFile(t, filepath.Join(s, "fr/reports/tides/1/index.html"), "other") }, []string{"publish-frozen"}},
		"frozen folder": {func(s string) { writeFile(t, filepath.Join(s, "fr/reports/tides/1/more.html"), "more") }, []string{"publish-frozen"}},
		"old index":     {func(s string) { writeFile(t, filepath.Join(s, "editions/1/index.html"), "other") }, []string{"publish-frozen"}},
		"link":          {func(s string) { os.Symlink("/etc/passwd", filepath.Join(s, "passwd")) }, []string{"publish-file-kind"}},
		"folder link":   {func(s string) { os.Symlink("/etc", filepath.Join(s, "etc")) }, []string{"publish-file-kind"}},
		"name":          {func(s string) { writeFile(t, filepath.Join(s, "a\nb.html"), "") }, []string{"publish-file-name"}},
		"git":           {func(s string) { writeFile(t, filepath.Join(s, "en/.GIT/config"), "") }, []string{"publish-file-name"}},
		"file for folder": {func(s string) { os.RemoveAll(filepath.Join(s, "fr")); writeFile(t, filepath.Join(s, "fr"), "") },
			[]string{"publish-file-name", "publish-lost-url"}},
	} {
		p := changed.plan(t, mustOpen(t, dir), "2")
		site := changed.build(t, p, "body{}")
		c.spoil(site)
		_, err := Publish(t.Context(), Options{Plan: p, Site: site})
		if got := slices.Compact(codes(err)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if tip := git(t, dir, "rev-parse", "archive"); tip != first {
			t.Fatalf("%s: the branch moved", name)
		}
	}
}

func TestPublishLeavesOtherBranches(t *testing.T) {
	dir, l := newRepository(t), small()
	h := &History{dir: t.TempDir()}
	p := l.plan(t, h, "1")
	if _, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "")}); !slices.Equal(codes(err), []string{"publish-no-repository"}) {
		t.Errorf("no repository: %v", err)
	}
	if _, err := Open(dir, "main"); !slices.Equal(codes(err), []string{"publish-foreign-branch"}) {
		t.Errorf("main: %v", err)
	}
	if _, err := Open(dir, "a..b"); !slices.Equal(codes(err), []string{"publish-branch-name"}) {
		t.Errorf("a..b: %v", err)
	}
	l.publish(t, dir, "1")
	git(t, dir, "checkout", "-q", "archive")
	p = l.plan(t, mustOpen(t, dir), "2")
	if _, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "")}); !slices.Equal(codes(err), []string{"publish-checked-out"}) {
		t.Errorf("checked out: %v", err)
	}
}

// What somebody changed on the branch by hand is not built upon.
func TestPublishRefusesADamagedBranch(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	git(t, dir, "checkout", "-q", "archive")
	writeFile(t, filepath.Join(dir, "en/reports/tides/1/index.html"), "one two four")
	git(t, dir, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-am", "by hand")
	git(t, dir, "checkout", "-q", "main")
	p := l.plan(t, mustOpen(t, dir), "2")
	_, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}")})
	if got := codes(err); !reflect.DeepEqual(got, []string{"publish-damaged", "verify-changed"}) {
		t.Errorf("damaged: %v", err)
	}
}

// Ids that change while the text does not freeze nothing, and are not
// forgotten.
func TestPlanKeepsNewUnits(t *testing.T) {
	dir, l := newRepository(t), library{"tides.en": "one"}
	l.publish(t, dir, "1")
	publish := func(name string, units ...string) error {
		texts := l.texts()
		texts[0].Units = units
		p, err := mustOpen(t, dir).Plan(Edition{Name: name, Moment: aDay, Texts: texts})
		if err != nil {
			return err
		}
		if len(p.Frozen) > 0 {
			t.Errorf("edition %s froze %v", name, p.Frozen)
		}
		_, err = Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}")})
		return err
	}
	if err := publish("2", "h1", "p1", "p7"); err != nil {
		t.Fatal(err)
	}
	if err := publish("3", "h1", "p1", "p7"); err != nil {
		t.Fatal(err)
	}
	if err := publish("4", "h1", "p1"); !slices.Equal(codes(err), []string{"publish-lost-unit"}) {
		t.Errorf("p7 is gone: %v", err)
	}
	h := mustOpen(t, dir)
	for i, want := range []string{"h1 p1", "h1 p1 p7", "h1 p1 p7"} {
		if got := strings.Join(h.Editions[i].Texts[0].Units, " "); got != want {
			t.Errorf("edition %d has units %s", i+1, got)
		}
	}
}

func TestSource(t *testing.T) {
	dir := newRepository(t)
	id, moment, err := Source(dir)
	if err != nil || id != git(t, dir, "rev-parse", "HEAD") || time.Since(moment) > time.Hour || moment.Location() != time.UTC {
		t.Errorf("Source = %s, %s, %v", id, moment, err)
	}
	writeFile(t, filepath.Join(dir, "content", "new.md"), "")
	if _, _, err := Source(dir); !slices.Equal(codes(err), []string{"publish-dirty"}) {
		t.Errorf("dirty: %v", err)
	}
	if _, _, err := Source(t.TempDir()); !slices.Equal(codes(err), []string{"publish-no-repository"}) {
		t.Errorf("no repository: %v", err)
	}
	empty := t.TempDir()
	git(t, empty, "init", "-q")
	if _, _, err := Source(empty); !slices.Equal(codes(err), []string{"publish-no-commit"}) {
		t.Errorf("no commit: %v", err)
	}
}

func TestSealTwice(t *testing.T) {
	dir, l := newRepository(t), small()
	l.publish(t, dir, "1")
	p := l.with("winds.en", "four five six").plan(t, mustOpen(t, dir), "2")
	site := l.build(t, p, "body{}")
	if err := Seal(site, p); err != nil {
		t.Fatal(err)
	}
	once := snapshot(t, site)
	if err := Seal(site, p); err != nil {
		t.Fatal(err)
	}
	if twice := snapshot(t, site); !reflect.DeepEqual(once, twice) {
		t.Error("sealing again changed the site")
	}
}

func TestPushAndClone(t *testing.T) {
	dir, remote, l := newRepository(t), newBare(t), small()
	p := l.plan(t, mustOpen(t, dir), "1")
	if _, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, ""), Push: true}); !slices.Equal(codes(err), []string{"publish-no-remote"}) {
		t.Errorf("no remote: %v", err)
	}
	git(t, dir, "remote", "add", "origin", remote)
	first, err := Publish(t.Context(), Options{Plan: p, Site: l.build(t, p, "body{}"), Push: true})
	if err != nil {
		t.Fatal(err)
	}
	if refs := git(t, remote, "for-each-ref", "--format=%(refname)"); refs != "refs/heads/archive\nrefs/tags/edition/1" {
		t.Errorf("pushed: %s", refs)
	}

	// A second maintainer's clone has the remote's branch alone.
	clone := t.TempDir()
	git(t, clone, "clone", "-q", "--no-checkout", remote, ".")
	git(t, clone, "symbolic-ref", "HEAD", "refs/heads/main")
	git(t, clone, "update-ref", "-d", "refs/heads/archive")
	second := l.with("tides.en", "one two THREE")
	p2 := second.plan(t, mustOpen(t, clone), "2")
	if len(p2.Frozen) != 1 {
		t.Errorf("frozen: %v", p2.Frozen)
	}
	id, err := Publish(t.Context(), Options{Plan: p2, Site: second.build(t, p2, "body{}"), Push: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := git(t, remote, "rev-parse", "archive", "archive~1"); got != id+"\n"+first {
		t.Errorf("remote: %s", got)
	}

	// The first has not fetched: told, and nothing of its own has moved.
	p3 := l.plan(t, mustOpen(t, dir), "3")
	if _, err := Publish(t.Context(), Options{Plan: p3, Site: l.build(t, p3, "body{}"), Push: true}); !slices.Equal(codes(err), []string{"publish-push-raced"}) {
		t.Errorf("behind: %v", err)
	}
	if refs := git(t, dir, "for-each-ref", "--format=%(objectname)", "refs/heads/archive"); refs != first {
		t.Errorf("own branch moved to %s", refs)
	}
	git(t, dir, "fetch", "-q", "origin")
	p3 = second.plan(t, mustOpen(t, dir), "3")
	if _, err := Publish(t.Context(), Options{Plan: p3, Site: second.build(t, p3, "body{}"), Push: true}); err != nil {
		t.Errorf("after a fetch: %v", err)
	}
	if n := len(mustOpen(t, dir).Editions); n != 3 {
		t.Errorf("%d editions", n)
	}

	// A branch that is behind is led on; one that went another way is not.
	git(t, clone, "fetch", "-q")
	if n := len(mustOpen(t, clone).Editions); n != 3 {
		t.Errorf("behind the remote: %d editions", n)
	}
	other := git(t, clone, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit-tree", "-p", id, "-m", "x", id+"^{tree}")
	git(t, clone, "update-ref", "refs/heads/archive", other)
	if _, err := Open(clone, DefaultBranch); !slices.Equal(codes(err), []string{"publish-diverged"}) {
		t.Errorf("diverged: %v", err)
	}
}
