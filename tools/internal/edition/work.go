package edition

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// work is one run of Publish: a folder of its own in the git directory and,
// where the system has such a thing, a lock that ends with the process and
// with the git that changes its references.
type work struct {
	repo *repository
	lock *os.File // nil: this system has none, and compare-and-swap alone must do
	dir  string
}

const (
	workPrefix = "rapporteur-"
	swapFile   = "swap" // in a work's folder: the update that it was about to make
)

// begin makes a place to work in, inside the git directory, and clears what
// earlier publishers that died have left.
func (h *History) begin(ctx context.Context) (*work, error) {
	r := h.repo
	w := &work{repo: r}
	var busy bool
	if w.lock, busy = lock(r.dir); busy {
		return nil, problem("publish-raced", "", "Branch", h.name())
	}
	if err := r.clear(ctx, w.lock != nil); err != nil {
		w.end()
		return nil, err
	}
	if err := r.before("mkdir"); err != nil {
		w.end()
		return nil, err
	}
	dir, err := os.MkdirTemp(r.dir, workPrefix)
	if err != nil {
		w.end()
		return nil, err
	}
	w.dir = dir
	return w, nil
}

func (w *work) end() {
	if w.dir != "" {
		os.RemoveAll(w.dir)
	}
	if w.lock != nil {
		w.lock.Close()
	}
}

// clear ends what publishers that died have begun. One that was changing its
// references may have left their locks, or the branch without its tag; its
// folder says what they were to be. alone means that no other publisher can be
// at work; without that only what is a day old is taken for dead.
func (r *repository) clear(ctx context.Context, alone bool) error {
	entries, err := os.ReadDir(r.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() || !strings.HasPrefix(e.Name(), workPrefix) ||
			!alone && time.Since(info.ModTime()) < 24*time.Hour {
			continue
		}
		dir := filepath.Join(r.dir, e.Name())
		if err := r.finish(ctx, filepath.Join(dir, swapFile)); err != nil {
			return err
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}

func (r *repository) finish(ctx context.Context, file string) error {
	data, err := os.ReadFile(file)
	var u update
	if n, _ := fmt.Sscan(string(data), &u.branch, &u.commit, &u.tag, &u.tagged); err != nil || n != 4 {
		return nil // it had not come to the references
	}
	locks := map[string]string{u.branch: u.commit}
	if u.tag != noTag {
		locks[u.tag] = u.tagged
	}
	if head, _ := os.ReadFile(filepath.Join(r.dir, "HEAD")); strings.TrimSpace(string(head)) == "ref: "+u.branch {
		locks["HEAD"] = "" // of a bare repository; git locks it too, for its log
	}
	for ref, id := range locks {
		lock := filepath.Join(r.dir, filepath.FromSlash(ref)+".lock")
		if data, err := os.ReadFile(lock); err == nil && (len(data) == 0 || strings.TrimSpace(string(data)) == id) {
			os.Remove(lock)
		}
	}
	now, err := r.value(ctx, u.branch)
	if err != nil || now != u.commit || u.tag == noTag {
		return err
	}
	tag, err := r.value(ctx, u.tag)
	if err != nil || tag != "" {
		return err
	}
	_, err = r.run(ctx, nil, "update-ref", u.tag, u.tagged)
	return err
}
