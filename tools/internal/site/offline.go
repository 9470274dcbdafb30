package site

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"

	"rapporteur/tools/internal/archive"
)

// Pack writes the built site in dir as one zip, which is read from any folder
// without a server: a link to a folder leads to the page in it by name, which
// is the one thing that a server did. The same site gives the same bytes.
func Pack(dir, file string) error {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		method := zip.Deflate
		switch filepath.Ext(name) {
		case ".html":
			data = offline(data)
		case ".epub", ".docx", ".pdf":
			method = zip.Store // is compressed already
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: filepath.ToSlash(rel), Method: method, ModifiedDate: firstDay})
		if err != nil {
			return err
		}
		_, err = part.Write(data)
		return err
	})
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return err
	}
	_, err = archive.WriteFile(file, out.Bytes())
	return err
}

// firstDay is 1 January 1980, the first that a zip can name.
const firstDay = 1<<5 | 1

// offline writes the name of the page into each link of a page to a folder of
// the site. All else stays byte for byte.
func offline(data []byte) []byte {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := append([]byte(nil), z.Raw()...)
			if bytes.Contains(raw, []byte("href=")) || bytes.Contains(raw, []byte("action=")) {
				token, changed := z.Token(), false
				for i, a := range token.Attr {
					if a.Key != "href" && a.Key != "action" {
						continue
					}
					to, id, found := strings.Cut(a.Val, "#")
					if strings.Contains(to, ":") || !strings.HasSuffix(to, "/") {
						continue
					}
					token.Attr[i].Val, changed = to+"index.html", true
					if found {
						token.Attr[i].Val += "#" + id
					}
				}
				if changed {
					raw = []byte(token.String())
				}
			}
			out.Write(raw)
		default:
			out.Write(z.Raw())
		}
	}
}
