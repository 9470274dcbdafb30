package main

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/site"
)

// serve builds, serves on this machine alone, and builds again whenever the
// archive changes. A page that is open reloads itself. What cannot be built is
// said, and the site before it stays.
func (c *command) serve(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	address := f.String("address", "127.0.0.1:1313", "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	root, err := findArchive(*dir)
	if err != nil {
		return err
	}
	out, err := os.MkdirTemp("", "rapporteur-serve-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(out)
	public := filepath.Join(out, "public")

	build := func() error {
		a, err := c.open(root)
		if err != nil {
			return err
		}
		_, err = c.buildSite(a, site.Options{Out: public})
		return err
	}
	watcher, err := watch(root)
	if err != nil {
		return err
	}
	defer watcher.Close()
	if err := build(); err != nil {
		c.exit(err)
	}

	listener, err := net.Listen("tcp", *address)
	if err != nil {
		return err
	}
	preview := site.NewPreview(public)
	server := &http.Server{Handler: preview, ReadHeaderTimeout: 10 * time.Second}
	go server.Serve(listener)
	defer server.Close()
	c.print("serving", message.Data{"URL": "http://" + listener.Addr().String() + "/"})

	for {
		select {
		case <-c.ctx.Done():
			return nil
		case event := <-watcher.Events:
			settle(watcher, event)
			start := time.Now()
			if err := build(); err != nil {
				c.exit(err)
				continue
			}
			c.warn("rebuilt", message.Data{"Seconds": time.Since(start).Round(10 * time.Millisecond).String()})
			preview.Changed()
		case err := <-watcher.Errors:
			return err
		}
	}
}

// watch looks at every folder of the archive that a build reads.
func watch(root string) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w.Add(root)
	for _, dir := range []string{"content", "layouts", "i18n", "assets"} {
		filepath.WalkDir(filepath.Join(root, dir), func(name string, entry os.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				w.Add(name)
			}
			return nil
		})
	}
	return w, nil
}

// settle waits until an editor has written all that it writes, and begins to
// watch folders that are new.
func settle(w *fsnotify.Watcher, event fsnotify.Event) {
	for {
		if info, err := os.Stat(event.Name); err == nil && info.IsDir() && event.Has(fsnotify.Create) {
			w.Add(event.Name)
		}
		select {
		case event = <-w.Events:
		case <-time.After(120 * time.Millisecond):
			return
		}
	}
}
