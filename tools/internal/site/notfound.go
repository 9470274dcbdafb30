package site

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// answerAnywhere makes the links of 404.html begin at the root of the host: a
// server gives this one page for whatever address is asked for, at any depth,
// so that links relative to it would lead to more pages that are not there.
// Where the site stands on its host baseURL says; without one, at its root.
func answerAnywhere(public, baseURL string) error {
	base := "/"
	if u, err := url.Parse(baseURL); err == nil && u.Path != "" {
		base = strings.TrimSuffix(u.EscapedPath(), "/") + "/"
	}
	name := filepath.Join(public, "404.html")
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(data))
	for tt := z.Next(); tt != html.ErrorToken; tt = z.Next() {
		raw := append([]byte(nil), z.Raw()...)
		if tt == html.StartTagToken || tt == html.SelfClosingTagToken {
			token := z.Token()
			changed := false
			for i, a := range token.Attr {
				if (a.Key == "href" || a.Key == "src") && isRelative(a.Val) {
					token.Attr[i].Val = base + strings.TrimPrefix(a.Val, "./")
					changed = true
				}
			}
			if changed {
				raw = []byte(token.String())
			}
		}
		out.Write(raw)
	}
	return os.WriteFile(name, out.Bytes(), 0o644)
}

// isRelative reports whether a link leads from where its page stands.
func isRelative(link string) bool {
	u, err := url.Parse(link)
	return err == nil && u.Scheme == "" && u.Host == "" && u.Path != "" && !strings.HasPrefix(u.Path, "/")
}
