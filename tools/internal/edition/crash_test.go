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

	"rapporteur/tools/internal/message"
)

// childVariable makes the test binary a writer that a test can kill: it holds
// a deed's name, the repository and what the deed needs.
const childVariable = "RAPPORTEUR_TEST_DEED"

// child does what childVariable says.
func child() int {
	said := strings.Split(os.Getenv(childVariable), "|")
	if err := (deed{said[0], said[1], said[2]}).do(context.Background(), nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// A deed is something that writes to the branch.
type deed struct {
	name string // publish, sign or withdraw
	dir  string
	with string // the built site, or the key
}

// do does it as the command would, from reading the branch on.
func (d deed) do(ctx context.Context, step func(string) error) error {
	h, err := open(d.dir, DefaultBranch, step)
	if err != nil {
		return err
	}
	switch d.name {
	case "publish":
		p, err := h.Plan(Edition{Name: "2", Moment: aDay, Source: strings.Repeat("5", 40), Tool: "v1.0.0", Texts: crashed().texts()})
		if err != nil {
			return err
		}
		_, err = Publish(ctx, Options{Plan: p, Site: d.with})
		return err
	case "sign":
		_, _, err = h.Sign(ctx, "1", &Signer{Who: "ana@example.org", Key: d.with}, false)
		return err
	}
	messages, err := message.Load(os.DirFS("../../.."), "i18n")
	if err == nil {
		_, err = h.Withdraw(ctx, Request{Report: "tides", Reason: "Court order", Moment: aDay, Tool: "v1.0.0", Catalog: messages})
	}
	return err
}

// deeds are all that can write to the branch of dir, which has edition 1.
func deeds(t *testing.T, dir string) []deed {
	t.Helper()
	key, _ := newKey(t, "ana@example.org")
	site := crashed().build(t, crashed().plan(t, mustOpen(t, dir), "2"), "body{}")
	return []deed{{"publish", dir, site}, {"sign", dir, key}, {"withdraw", dir, ""}}
}

func crashed() library { return small().with("tides.en", "one two THREE") }

// whole fails the test unless the branch is the old commit or a whole new one
// after it.
func whole(t *testing.T, dir, old string) (isNew bool) {
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

// Whatever call, write or reference update fails, the branch is the old one,
// nothing is left behind and the next run does it.
func TestFailsAtEveryStep(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"publish", "sign", "withdraw"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := newRepository(t)
			old := small().publish(t, dir, "1")
			clean := snapshot(t, dir)
			all := deeds(t, dir)
			d := all[slices.IndexFunc(all, func(d deed) bool { return d.name == name })]
			var steps []string
			for n := 1; ; n++ {
				count, broke := 0, ""
				err := d.do(t.Context(), func(what string) error {
					if count++; count == n {
						broke = what
						return errors.New("no space left on device")
					}
					return nil
				})
				if broke == "" {
					if err != nil || !whole(t, dir, old) {
						t.Fatalf("without a fault: %v", err)
					}
					break
				}
				steps = append(steps, broke)
				switch written := whole(t, dir, old); {
				case written:
					t.Fatalf("step %d, %s, failed, and yet it was done: %v", n, broke, err)
				case err == nil:
					t.Errorf("step %d, %s, failed, and nobody was told", n, broke)
				}
				if left := snapshot(t, dir); !maps.Equal(left, clean) {
					t.Errorf("step %d, %s, left something behind", n, broke)
				}
			}
			t.Log(strings.Join(steps, ", "))
			for _, want := range []string{"mkdir", "git hash-object", "write SHA256SUMS", "git update-index", "git write-tree", "write swap", "git update-ref", "commit"} {
				if !slices.Contains(steps, want) {
					t.Errorf("no step %q", want)
				}
			}
		})
	}
}

// On a disk that is full, however full, the old state stands, and what is
// short of room is told.
func TestDiskFull(t *testing.T) {
	for _, name := range []string{"publish", "sign", "withdraw"} {
		t.Run(name, func(t *testing.T) { diskFull(t, name) })
	}
}

func diskFull(t *testing.T, name string) {
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).Run(); err != nil {
		t.Skip("this user cannot mount a small disk")
	}
	t.Cleanup(func() { exec.Command("umount", "-l", disk).Run() })
	dir := filepath.Join(disk, "x.git")
	git(t, ".", "init", "-q", "--bare", "-b", "archive", "--template=", dir)
	old := small().publish(t, dir, "1")
	all := deeds(t, dir) // what they need is on another disk
	d := all[slices.IndexFunc(all, func(d deed) bool { return d.name == name })]
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
		err = d.do(t.Context(), nil)
		os.Remove(ballast)
		if whole(t, dir, old) {
			if err != nil {
				t.Errorf("%d kB left: done, yet %v", room>>10, err)
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

// Who signs or withdraws while another publishes is first, or is told.
func TestRaceOfDeeds(t *testing.T) {
	t.Parallel()
	rounds := 3
	if testing.Short() {
		rounds = 2
	}
	won := map[string]int{}
	for range rounds {
		dir := newBare(t)
		old := small().publish(t, dir, "1")
		all := deeds(t, dir)
		errs := make([]error, len(all))
		var done sync.WaitGroup
		for i := range all {
			done.Go(func() { errs[i] = all[i].do(t.Context(), nil) })
		}
		done.Wait()
		winners := 0
		for i, err := range errs {
			switch {
			case err == nil:
				winners++
				won[all[i].name]++
			case !slices.Equal(codes(err), []string{"publish-raced"}) && !slices.Equal(codes(err), []string{"publish-withdrawn"}):
				t.Fatalf("%s: %v", all[i].name, err)
			}
		}
		// One that began when another had ended follows it.
		git(t, dir, "fsck", "--strict", "--no-dangling")
		if n := git(t, dir, "rev-list", "--count", "archive", "^"+old); n != fmt.Sprint(winners) || winners == 0 {
			t.Fatalf("%d won, and the branch has %s new commits", winners, n)
		}
		if v := verified(t, dir); len(v.Problems) > 0 {
			t.Fatalf("%v", v.Problems)
		}
	}
	t.Log(won)
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
