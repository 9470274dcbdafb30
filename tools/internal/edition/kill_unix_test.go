//go:build unix

package edition

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var kills = flag.Int("kills", 6, "how often TestKilled kills each that writes to the branch")

// Killed at random moments, alone or with the git that it runs, whoever writes
// to the branch leaves the old state or the new one, and the next run needs no
// help.
func TestKilled(t *testing.T) {
	for _, name := range []string{"publish", "sign", "withdraw"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			killed(t, name)
		})
	}
}

func killed(t *testing.T, name string) {
	dir := newRepository(t)
	old := small().publish(t, dir, "1")
	all := deeds(t, dir)
	d := all[slices.IndexFunc(all, func(d deed) bool { return d.name == name })]
	fill := func() { // with new files, enough for their writing to take a while
		for i := range 30 {
			if name == "publish" {
				writeFile(t, filepath.Join(d.with, fmt.Sprintf("themes/%d/index.html", i)), strings.Repeat(fmt.Sprint(i, rand.Int()), 300))
			}
		}
	}
	start := func() *exec.Cmd {
		fill()
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childVariable+"="+d.name+"|"+d.dir+"|"+d.with)
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	// What died among its references is brought to its end, as the next run
	// does; a git of it may still be at work.
	finish := func() {
		for wait := 0; ; wait++ {
			w, err := mustOpen(t, dir).begin(t.Context())
			if err == nil {
				w.end()
				return
			}
			if wait == 40 {
				t.Fatal(err)
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	reset := func() {
		finish()
		if tag := map[string]string{"publish": "edition/2", "withdraw": "withdrawal/1"}[name]; tag != "" {
			git(t, dir, "rev-parse", "--verify", "--quiet", "refs/tags/"+tag)
		}
		git(t, dir, "update-ref", "refs/heads/archive", old)
		for _, tag := range []string{"edition/2", "withdrawal/1"} {
			git(t, dir, "update-ref", "-d", "refs/tags/"+tag)
		}
	}
	took := time.Hour
	for range 3 { // the quickest, as this machine may be busy
		begun := time.Now()
		if err := start().Wait(); err != nil {
			t.Fatal(err)
		}
		took = min(took, time.Since(begun))
		reset()
	}
	rounds, finished := *kills, 0
	if testing.Short() {
		rounds = 5
	}
	for i := range rounds {
		cmd := start()
		// Most of the rounds near the end, where the references change.
		delay := time.Duration(rand.Int64N(int64(took)))
		if i%2 == 0 {
			delay = took*7/10 + time.Duration(rand.Int64N(int64(took)*3/10))
		}
		time.Sleep(delay)
		target := cmd.Process.Pid
		if i%3 > 0 {
			target = -target
		}
		syscall.Kill(target, syscall.SIGKILL)
		cmd.Wait()
		if target > 0 {
			time.Sleep(50 * time.Millisecond) // for its git to notice
		}
		if whole(t, dir, old) {
			finished++
			reset()
		}
		if i%6 == 5 {
			if err := start().Wait(); err != nil {
				t.Fatalf("after %s: %v", delay, err)
			}
			if !whole(t, dir, old) {
				t.Fatal("the run after a kill wrote nothing")
			}
			if left, _ := filepath.Glob(filepath.Join(dir, ".git", workPrefix+"*")); len(left) > 0 {
				t.Fatalf("left behind: %v", left)
			}
			reset()
		}
	}
	t.Logf("it takes %s; %d of %d were killed too late", took, finished, rounds)
}
