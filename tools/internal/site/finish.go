package site

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/sync/errgroup"

	"rapporteur/tools/internal/report"
)

// finish makes the links of every page relative to where the page stands, so
// that the site can be served from any folder of any host, and refuses a link
// that leads nowhere. known says which addresses exist elsewhere on the branch.
//
// Hugo's own relativeURLs is wrong as soon as the site has a path, and it
// rewrites prose; a tokenizer touches attributes alone.
func finish(public string, known func(file string) bool) (*Built, error) {
	files := make(map[string]bool)
	err := filepath.WalkDir(public, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(public, name)
		files[filepath.ToSlash(rel)] = true
		return err
	})
	if err != nil {
		return nil, err
	}
	built := &Built{Files: len(files)}
	var mu sync.Mutex
	var problems Problems
	var group errgroup.Group
	group.SetLimit(4)
	anchors := &anchorIndex{public: public, ids: make(map[string]map[string]bool)}
	for file := range files {
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		built.Pages++
		group.Go(func() error {
			name := filepath.Join(public, filepath.FromSlash(file))
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			broken := func(target string) {
				mu.Lock()
				defer mu.Unlock()
				problems = append(problems, report.Problem{Code: "link-broken", Severity: report.Error, File: file, Args: map[string]string{"Link": target}})
			}
			exists := func(target string) bool { return files[target] || known(target) }
			// Renamed into place: another page may be asking this one for an anchor.
			if err := os.WriteFile(name+".new", relative(file, data, exists, anchors.has, broken), 0o644); err != nil {
				return err
			}
			return os.Rename(name+".new", name)
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		report.SortProblems(problems)
		return nil, problems
	}
	return built, nil
}

// relative rewrites the links of the page at file that begin at the site's
// root. What it does not touch stays byte for byte.
func relative(file string, data []byte, exists func(string) bool, anchor func(file, id string) bool, broken func(string)) []byte {
	var out bytes.Buffer
	out.Grow(len(data))
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := append([]byte(nil), z.Raw()...)
			if bytes.Contains(raw, []byte(`="/`)) || bytes.Contains(raw, []byte("=/")) || bytes.Contains(raw, []byte(`="#`)) || bytes.Contains(raw, []byte("=#")) {
				raw = rewriteTag(file, raw, z, exists, anchor, broken)
			}
			out.Write(raw)
		default:
			out.Write(z.Raw())
		}
	}
}

// rewriteTag writes a tag anew if one of its attributes is a link of the site.
func rewriteTag(file string, raw []byte, z *html.Tokenizer, exists func(string) bool, anchor func(string, string) bool, broken func(string)) []byte {
	token := z.Token()
	changed := false
	for i, a := range token.Attr {
		if a.Key != "href" && a.Key != "src" && a.Key != "action" {
			continue
		}
		target, id, _ := strings.Cut(a.Val, "#")
		switch {
		case strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "//"):
			token.Attr[i].Val = relativePath(file, target)
			if id != "" {
				token.Attr[i].Val += "#" + id
			}
			changed = true
			target = strings.TrimPrefix(target, "/")
			if target == "" || strings.HasSuffix(target, "/") {
				target += "index.html"
			}
			if !exists(target) {
				broken(a.Val)
				continue
			}
		case target == "" && strings.HasPrefix(a.Val, "#"):
			target = file
		default:
			continue
		}
		if id != "" && !anchor(target, id) {
			broken(a.Val)
		}
	}
	if !changed {
		return raw
	}
	return []byte(token.String())
}

// relativePath is the way from the page at file to target, which begins at the
// root of the site.
func relativePath(file, target string) string {
	from := strings.Split(path.Dir(file), "/")
	if from[0] == "." {
		from = nil
	}
	to := strings.Split(strings.TrimPrefix(target, "/"), "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	rel := strings.Repeat("../", len(from)) + strings.Join(to, "/")
	if rel == "" {
		return "./"
	}
	return rel
}

// An anchorIndex knows which ids each page has; pages are read when first
// asked for.
type anchorIndex struct {
	public string
	mu     sync.Mutex
	ids    map[string]map[string]bool
}

func (x *anchorIndex) has(file, id string) bool {
	if !strings.HasSuffix(file, ".html") {
		return false
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	ids, ok := x.ids[file]
	if !ok {
		ids = make(map[string]bool)
		data, err := os.ReadFile(filepath.Join(x.public, filepath.FromSlash(file)))
		if err != nil {
			ids = nil // a page of another edition, which is sealed
		}
		z := html.NewTokenizer(bytes.NewReader(data))
		for tt := z.Next(); tt != html.ErrorToken; tt = z.Next() {
			if tt != html.StartTagToken && tt != html.SelfClosingTagToken {
				continue
			}
			for _, a := range z.Token().Attr {
				if a.Key == "id" {
					ids[a.Val] = true
				}
			}
		}
		x.ids[file] = ids
	}
	return ids == nil || ids[id]
}
