package edition

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// childVariable makes the test binary a publisher that a test can kill: it
// holds the repository, the built site and the edition's name.
const childVariable = "RAPPORTEUR_TEST_PUBLISH"

// child publishes what childVariable says.
func child() int {
	dir, rest, _ := strings.Cut(os.Getenv(childVariable), "|")
	site, name, _ := strings.Cut(rest, "|")
	h, err := Open(dir, DefaultBranch)
	if err == nil {
		var p *Plan
		p, err = h.Plan(Edition{Name: name, Moment: aDay, Source: strings.Repeat("5", 40), Tool: "v1.0.0", Texts: crashed().texts()})
		if err == nil {
			_, err = Publish(context.Background(), Options{Plan: p, Site: site})
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func crashed() library { return small().with("tides.en", "one two THREE") }

// whole fails the test unless the branch is the old commit, without the
// edition's tag, or a whole new one, with it.
func whole(t *testing.T, dir, old, name string) (isNew bool) {
	t.Helper()
	git(t, dir, "fsck", "--strict", "--no-dangling")
	v, err := Verify(dir, nil)
	if err != nil || len(v.Problems) > 0 {
		t.Fatalf("Verify = %+v, %v", v, err)
	}
	tip := git(t, dir, "rev-parse", "archive")
	if tip == old {
		return false
	}
	if parent := git(t, dir, "rev-parse", "archive~1"); parent != old {
		t.Fatalf("neither the old commit %s nor a new one: %s", old, tip)
	}
	return true
}

// A publisher that died between branch and tag, or while it held their locks,
// is brought to its end by the next one.
func TestDiedAmongReferences(t *testing.T) {
	dir := newRepository(t)
	first := small().publish(t, dir, "1")
	l := crashed()
	second := l.publish(t, dir, "2")
	tag := git(t, dir, "rev-parse", "edition/2")
	git(t, dir, "update-ref", "-d", "refs/tags/edition/2")
	refs := filepath.Join(dir, ".git", "refs")
	writeFile(t, filepath.Join(dir, ".git", workPrefix+"dead", swapFile),
		"refs/heads/archive "+second+"\nrefs/tags/edition/2 "+tag+"\n")
	writeFile(t, filepath.Join(refs, "heads", "archive.lock"), second+"\n")
	writeFile(t, filepath.Join(refs, "tags", "edition", "2.lock"), "")
	writeFile(t, filepath.Join(refs, "heads", "main.lock"), first+"\n")
	l.publish(t, dir, "3")
	if got := git(t, dir, "rev-parse", "edition/2", "edition/2^{commit}", "archive~1"); got != tag+"\n"+second+"\n"+second {
		t.Errorf("references: %s", got)
	}
	if _, err := os.Stat(filepath.Join(refs, "heads", "main.lock")); err != nil {
		t.Error("a lock that was none of ours is gone")
	}
}

// Whatever call or write fails, the branch is the old one and the next run
// publishes; only what fails after the references changed leaves the new one.
func TestFailsAtEveryStep(t *testing.T) {
	t.Parallel()
	dir := newRepository(t)
	old := small().publish(t, dir, "1")
	clean := snapshot(t, dir)
	l := crashed()
	p := l.plan(t, mustOpen(t, dir), "2")
	site := l.build(t, p, "body{}")
	var steps []string
	for n := 1; ; n++ {
		count, broke := 0, ""
		fault := errors.New("no space left on device")
		h, err := open(dir, DefaultBranch, func(what string) error {
			if count++; count == n {
				broke = what
				return fault
			}
			return nil
		})
		if err == nil {
			_, err = Publish(t.Context(), Options{Plan: l.plan(t, h, "2"), Site: site})
		}
		if broke == "" {
			if err != nil {
				t.Fatalf("without a fault: %v", err)
			}
			break
		}
		steps = append(steps, broke)
		switch published := whole(t, dir, old, "2"); {
		case published:
			t.Errorf("step %d, %s, failed, and yet it was published: %v", n, broke, err)
		case err == nil:
			t.Errorf("step %d, %s, failed, and nobody was told", n, broke)
		}
		if left := snapshot(t, dir); !maps.Equal(left, clean) {
			t.Errorf("step %d, %s, left something behind", n, broke)
		}
	}
	t.Log(strings.Join(steps, ", "))
	for _, want := range []string{"git hash-object", "write SHA256SUMS", "git update-index", "git write-tree", "git update-ref", "commit"} {
		if !slices.Contains(steps, want) {
			t.Errorf("no step %q", want)
		}
	}
}

// On a disk that is full, however full, the old edition stands, and what is
// short of room is told.
func TestDiskFull(t *testing.T) {
	small := small()
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).Run(); err != nil {
		t.Skip("this user cannot mount a small disk")
	}
	t.Cleanup(func() { exec.Command("umount", "-l", disk).Run() })
	dir := filepath.Join(disk, "x.git")
	git(t, ".", "init", "-q", "--bare", "-b", "archive", "--template=", dir)
	old := small.publish(t, dir, "1")
	l := crashed()
	p := l.plan(t, mustOpen(t, dir), "2")
	site := l.build(t, p, "body{}") // on another disk
	ballast := filepath.Join(disk, "ballast")
	for room := 0; ; room += 4 << 10 {
		fill, err := os.Create(ballast)
		if err != nil {
			t.Fatal(err)
		}
		var size int64
		for n := 1; n > 0; size += int64(n) {
			n, _ = fill.Write(make([]byte, 4096))
		}
		if err := fill.Truncate(max(0, size-int64(room))); err != nil {
			t.Fatal(err)
		}
		fill.Close()
		_, err = Publish(t.Context(), Options{Plan: p, Site: site})
		os.Remove(ballast)
		if whole(t, dir, old, "2") {
			if err != nil {
				t.Errorf("%d kB left: published, yet %v", room>>10, err)
			}
			t.Logf("%d kB were enough", room>>10)
			return
		}
		if err == nil {
			t.Fatalf("%d kB left: nobody was told", room>>10)
		}
		if room == 0 {
			t.Log(err)
		}
	}
}

// Of publishers at once exactly one wins, and each other one is told.
func TestRace(t *testing.T) {
	t.Parallel()
	dir := newBare(t)
	tip := small().publish(t, dir, "1")
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	for round := range rounds {
		var plans [3]*Plan
		var sites [3]string
		for i := range plans {
			l := small().with("tides.en", fmt.Sprint("one two three ", round, i))
			plans[i] = l.plan(t, mustOpen(t, dir), fmt.Sprintf("2.%d.%d", round, i))
			sites[i] = l.build(t, plans[i], "body{}")
		}
		var ids [3]string
		var errs [3]error
		var all sync.WaitGroup
		for i := range plans {
			all.Go(func() { ids[i], errs[i] = Publish(t.Context(), Options{Plan: plans[i], Site: sites[i]}) })
		}
		all.Wait()
		winner := -1
		for i := range plans {
			switch {
			case errs[i] == nil && winner < 0:
				winner = i
			case errs[i] == nil:
				t.Fatalf("round %d: two won", round)
			case !slices.Equal(codes(errs[i]), []string{"publish-raced"}):
				t.Fatalf("round %d: %v", round, errs[i])
			}
		}
		if winner < 0 {
			t.Fatalf("round %d: nobody won", round)
		}
		if got := git(t, dir, "rev-parse", "archive", "archive~1"); got != ids[winner]+"\n"+tip {
			t.Fatalf("round %d: %s", round, got)
		}
		tip = ids[winner]
	}
	git(t, dir, "fsck", "--strict", "--no-dangling")
	if tags := strings.Fields(git(t, dir, "tag")); len(tags) != rounds+1 {
		t.Errorf("%d tags for %d editions", len(tags), rounds+1)
	}
	if v, err := Verify(dir, nil); err != nil || len(v.Problems) > 0 || v.Editions != rounds+1 {
		t.Errorf("Verify = %+v, %v", v, err)
	}
}

// Without the system's lock it is the compare-and-swap that decides.
func TestSwapIsCompareAndSwap(t *testing.T) {
	dir := newBare(t)
	first := small().publish(t, dir, "1")
	h := mustOpen(t, dir)
	w := &work{repo: h.repo, dir: t.TempDir()}
	second := crashed().publish(t, dir, "2")
	none := func() error { return nil }
	for name, u := range map[string]update{
		"branch moved":  {h.branch, first, first, "refs/tags/edition/9", first},
		"branch exists": {h.branch, "", first, "refs/tags/edition/9", first},
		"tag exists":    {h.branch, second, first, "refs/tags/edition/1", first},
	} {
		if err := w.swap(t.Context(), u, none); !slices.Equal(codes(err), []string{"publish-raced"}) {
			t.Errorf("%s: %v", name, err)
		}
	}
	u := update{h.branch, second, first, "refs/tags/edition/9", first}
	if err := w.swap(t.Context(), u, func() error { return errors.New("refused") }); err == nil || err.Error() != "refused" {
		t.Errorf("push refused: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	if err := w.swap(ended, u, func() error { end(); return ended.Err() }); !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
	if got := git(t, dir, "for-each-ref", "--format=%(refname)"); got != "refs/heads/archive\nrefs/tags/edition/1\nrefs/tags/edition/2" {
		t.Errorf("references: %s", got)
	}
	if got := git(t, dir, "rev-parse", "archive"); got != second {
		t.Errorf("the branch moved to %s", got)
	}
}
