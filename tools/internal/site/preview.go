package site

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// A Preview serves a built site on one's own machine. It adds to each page a
// script that reloads it after a build; the files themselves have none.
type Preview struct {
	dir string
	mu  sync.Mutex
	now chan struct{} // closed at the next build
}

// NewPreview serves the site in dir.
func NewPreview(dir string) *Preview { return &Preview{dir: dir, now: make(chan struct{})} }

// Changed reloads the pages that are open.
func (p *Preview) Changed() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.now)
	p.now = make(chan struct{})
}

const (
	reloadPath   = "/.rapporteur/reload"
	reloadScript = `<script>new EventSource("` + reloadPath + `").onmessage=()=>location.reload()</script>`
)

// ServeHTTP serves a file, or waits for the next build.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == reloadPath {
		p.wait(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	name := path.Clean("/" + r.URL.Path)
	file := filepath.Join(p.dir, filepath.FromSlash(name))
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, name+"/", http.StatusFound)
			return
		}
		file = filepath.Join(file, "index.html")
	}
	status := http.StatusOK
	data, err := os.ReadFile(file)
	if err != nil {
		status, file = http.StatusNotFound, filepath.Join(p.dir, "404.html")
		data, _ = os.ReadFile(file)
	}
	if strings.HasSuffix(file, ".html") {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		data = bytes.Replace(data, []byte("default-src 'none'"), []byte("default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'"), 1)
		data = bytes.Replace(data, []byte("</body>"), []byte(reloadScript+"</body>"), 1)
		w.WriteHeader(status)
		w.Write(data)
		return
	}
	http.ServeFile(w, r, file)
}

func (p *Preview) wait(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	now := p.now
	p.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	select {
	case <-now:
		fmt.Fprint(w, "data: built\n\n")
	case <-r.Context().Done():
	}
}
