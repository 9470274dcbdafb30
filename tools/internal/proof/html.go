package proof

import (
	"bytes"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// An htmlPage is what is looked at of a page.
type htmlPage struct {
	text   string // all that it says, but not what is in scripts
	search string // what a search result shows of it beside the words: credit and notices
	units  bool   // it shows the text of a report
	ids    map[string]bool
	links  []htmlLink
	policy string
	inline bool // a script of its own in the page
}

// An htmlLink is an address in a page; one that a browser fetches by itself is
// a request.
type htmlLink struct {
	url     string
	request bool
}

// fetched are the attributes whose address a browser fetches by itself.
var fetched = map[string]bool{
	"img src": true, "script src": true, "iframe src": true, "source src": true, "video src": true, "audio src": true, "track src": true,
	"embed src": true, "object data": true, "input src": true, "video poster": true, "form action": true, "link href": true, "image href": true, "use href": true,
}

func readPage(data []byte) *htmlPage {
	p := &htmlPage{ids: make(map[string]bool)}
	var text, found strings.Builder
	z := html.NewTokenizer(bytes.NewReader(data))
	var open []string // elements that are open
	meta := -1        // depth of the element whose text a search result shows
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			p.text, p.search = text.String(), found.String()
			return p
		case html.TextToken:
			if n := len(open); n > 0 && (open[n-1] == "script" || open[n-1] == "style") {
				continue
			}
			s := string(html.UnescapeString(string(z.Raw())))
			text.WriteString(s)
			if meta >= 0 {
				found.WriteString(s)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			a := make(map[string]string)
			for _, attr := range token.Attr {
				a[attr.Key] = attr.Val
			}
			p.tag(token.Data, a)
			if kind == html.SelfClosingTagToken || void[token.Data] {
				continue
			}
			open = append(open, token.Data)
			if key := a["data-pagefind-meta"]; meta < 0 && (strings.HasPrefix(key, "credit") || strings.HasPrefix(key, "notices")) {
				meta = len(open)
			}
			text.WriteByte(' ')
		case html.EndTagToken:
			name, _ := z.TagName()
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == string(name) {
					open = open[:i]
					break
				}
			}
			if len(open) < meta {
				meta = -1
			}
		}
	}
}

var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

func (p *htmlPage) tag(name string, a map[string]string) {
	if id := a["id"]; id != "" {
		p.ids[id] = true
	}
	if a["data-unit"] != "" || slices.Contains(strings.Fields(a["class"]), "pair") {
		p.units = true
	}
	switch {
	case name == "meta" && strings.EqualFold(a["http-equiv"], "content-security-policy"):
		p.policy = a["content"]
	case name == "meta" && strings.EqualFold(a["http-equiv"], "refresh"):
		_, to, _ := strings.Cut(a["content"], "=")
		p.links = append(p.links, htmlLink{to, true})
	case name == "script" && a["src"] == "" && (a["type"] == "" || strings.Contains(a["type"], "javascript") || a["type"] == "module"):
		p.inline = true
	}
	for _, key := range []string{"href", "src", "action", "data", "poster"} {
		value, ok := a[key]
		if !ok || strings.HasPrefix(value, "data:") {
			continue
		}
		request := fetched[name+" "+key]
		if name == "link" && (a["rel"] == "canonical" || a["rel"] == "alternate" || a["rel"] == "license" || a["rel"] == "author") {
			request = false
		}
		p.links = append(p.links, htmlLink{value, request})
	}
}

// links proves that every link of a page leads somewhere, and that the page
// itself asks nobody else for anything.
func (p *proof) links(file string, page *htmlPage) {
	for _, l := range page.links {
		u, err := url.Parse(l.url)
		if err != nil {
			p.problem("site-link", file, "Link", l.url)
			continue
		}
		inside := p.inside(l.url)
		switch {
		case u.Scheme == "mailto":
		case (u.Scheme != "" || u.Host != "") && l.request:
			p.problem("site-foreign", file, "URL", l.url)
		case inside != "":
			p.reached(file, l.url, inside, u.Fragment)
		case u.Scheme != "" || u.Host != "":
		case strings.HasPrefix(u.Path, "/") && file == notFound:
			// It is served at any address, so that its links begin at the host's root.
			p.reached(file, l.url, p.fromRoot(u.Path), u.Fragment)
		case strings.HasPrefix(u.Path, "/"):
			p.problem("site-link", file, "Link", l.url) // true at the root of a host alone
		case u.Path == "":
			p.reached(file, l.url, file, u.Fragment)
		default:
			to := path.Join(path.Dir(file), u.Path)
			if strings.HasSuffix(u.Path, "/") || u.Path == "." || strings.HasSuffix(u.Path, "..") {
				to = path.Join(to, "index.html")
			}
			p.reached(file, l.url, to, u.Fragment)
		}
	}
}

// notFound is the page that a host serves where there is none.
const notFound = "404.html"

// fromRoot is the file that a path on the site's host names.
func (p *proof) fromRoot(at string) string {
	if u, err := url.Parse(p.archive.Config.BaseURL); err == nil && u.Host != "" {
		return p.inside(u.Scheme + "://" + u.Host + at)
	}
	if at = strings.TrimPrefix(at, "/"); at == "" || strings.HasSuffix(at, "/") {
		at += "index.html"
	}
	return at
}

// inside is the file that an absolute address of this site names.
func (p *proof) inside(address string) string {
	base := strings.TrimRight(p.archive.Config.BaseURL, "/") + "/"
	rest, ok := strings.CutPrefix(address, base)
	if !ok || !strings.Contains(base, "://") {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	return rest
}

func (p *proof) reached(file, link, to, id string) {
	page := p.pages[to]
	if !p.files[to] || id != "" && page != nil && !page.ids[id] {
		p.problem("site-link", file, "Link", link)
	}
}

// policy proves that a page lets nothing run but what is the site's own, and
// WebAssembly on search pages alone.
func (p *proof) policy(file string, page *htmlPage) {
	policy := strings.ReplaceAll(page.policy, "'wasm-unsafe-eval'", "")
	wasm := policy != page.policy
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") || strings.Contains(policy, "http") ||
		wasm && !strings.Contains("/"+file, "/find/") || page.inline {
		p.problem("site-policy", file)
	}
}

var foreignStyle = regexp.MustCompile(`(?i)(url\(\s*["']?|@import\s+["'])((https?:)?//[^"')\s]*)`)

func (p *proof) style(file string) error {
	data, err := p.read(file)
	if err != nil {
		return err
	}
	for _, m := range foreignStyle.FindAllSubmatch(data, -1) {
		p.problem("site-foreign", file, "URL", string(m[2]))
	}
	return nil
}
