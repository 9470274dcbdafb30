package site

import (
	"bytes"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
)

// A mapped page is what the head of a page says of where it stands.
type mapped struct {
	canonical string
	hidden    bool        // noindex
	languages [][2]string // locale and address of its alternates, itself among them
}

// sitemap writes sitemap.xml: every page that the world is to find, with its
// languages. It says what the heads of the pages say, so that the two cannot
// differ: a translation that is missing, a frozen page, a page beside another
// is in neither. Of the languages x-default is the site's default if it has
// the page, else the first. An archive that does not know its address has none.
func (t *taking) sitemap() error {
	if absolute(&t.archive.Config, "") == "" {
		return nil
	}
	var files []string
	err := filepath.WalkDir(t.public, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(name, "/index.html") {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(files)
	fallback := t.archive.Config.Language(t.archive.Config.Default).Locale
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(t.public, name)
		if err != nil {
			return err
		}
		m := readHead(data)
		if m.hidden || m.canonical != absolute(&t.archive.Config, strings.TrimSuffix(filepath.ToSlash(rel), "index.html")) {
			continue
		}
		b.WriteString("<url><loc>" + html.EscapeString(m.canonical) + "</loc>\n")
		other := ""
		for _, l := range m.languages {
			b.WriteString(` <xhtml:link rel="alternate" hreflang="` + html.EscapeString(l[0]) + `" href="` + html.EscapeString(l[1]) + `"/>` + "\n")
			if other == "" || l[0] == fallback {
				other = l[1]
			}
		}
		if other != "" {
			b.WriteString(` <xhtml:link rel="alternate" hreflang="x-default" href="` + html.EscapeString(other) + `"/>` + "\n")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return t.write("sitemap.xml", b.Bytes())
}

// readHead reads the head of a page.
func readHead(data []byte) mapped {
	var m mapped
	z := xhtml.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case xhtml.ErrorToken:
			return m
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			token := z.Token()
			a := make(map[string]string)
			for _, attr := range token.Attr {
				a[attr.Key] = attr.Val
			}
			switch {
			case token.Data == "body":
				return m
			case token.Data == "meta" && a["name"] == "robots":
				m.hidden = strings.Contains(a["content"], "noindex")
			case token.Data == "link" && a["rel"] == "canonical":
				m.canonical = a["href"]
			case token.Data == "link" && a["rel"] == "alternate" && a["hreflang"] != "":
				m.languages = append(m.languages, [2]string{a["hreflang"], a["href"]})
			}
		}
	}
}

// robots writes robots.txt: all may be read, and the map is there.
func (t *taking) robots() error {
	text := "User-agent: *\nAllow: /\n"
	if a := absolute(&t.archive.Config, "sitemap.xml"); a != "" {
		text += "\nSitemap: " + a + "\n"
	}
	return t.write("robots.txt", []byte(text))
}
