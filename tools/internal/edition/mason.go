package edition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// A mason puts tombstones in the place of files of a branch.
type mason struct {
	request Request
	past    *past
	files   *commit
	blobs   map[string]string // of the branch, by path
	number  int
	put     map[string][]byte // the tombstones, by path
	needles [][]byte          // what no page may say any more, folded
}

// withdraw takes a text away from its frozen folder, from the latest pages if
// they say the same text, and with it the source that it was imported from.
func (m *mason) withdraw(t Text, latest bool) error {
	folders := map[string]bool{t.Permalink: true}
	if err := m.learn(t); err != nil {
		return err
	}
	var paths []string
	home := latestFolder(t.Permalink)
	beside := "/reports/" + t.Report + "/with-" + t.Lang + "/"
	for path := range m.past.sums {
		if inside(path, folders) || latest && !m.past.sealed[path] && (strings.HasPrefix(path, home) || strings.Contains(path, beside)) {
			paths = append(paths, path)
		}
	}
	sources, err := m.sources(t)
	if err != nil {
		return err
	}
	slices.Sort(paths)
	for _, path := range append(paths, sources...) {
		data, err := m.read(path)
		if err != nil {
			return err
		}
		if stone := m.tombstone(path, data, t); !bytes.Equal(stone, data) {
			m.put[path] = stone
		}
	}
	return nil
}

// sources returns the received files that the text's frozen page offers.
func (m *mason) sources(t Text) ([]string, error) {
	data, err := m.read(t.Permalink + "index.html")
	if err != nil {
		return nil, err
	}
	var found []string
	for name := range m.past.sums {
		if base := path.Base(name); strings.HasPrefix(name, "assets/source.") && bytes.Contains(data, []byte(base)) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found, nil
}

// learn notes what the text says, so that what still says it can be found. The
// whole of a text is known by its three longest units.
func (m *mason) learn(t Text) error {
	data, err := m.read(t.Permalink + "report.json")
	if err != nil {
		return ignoreMissing(err)
	}
	var twin struct {
		Units []struct {
			ID, Text string
			Cells    []string
		}
	}
	if err := json.Unmarshal(data, &twin); err != nil {
		return nil // a tombstone, or of another making
	}
	var found [][]byte
	for _, u := range twin.Units {
		if m.request.Unit != "" && u.ID != m.request.Unit {
			continue
		}
		for _, text := range append(u.Cells, u.Text) {
			if letters := foldText([]byte(text)); len(letters) >= minNeedle || m.request.Unit != "" && len(letters) >= minUnit {
				found = append(found, letters)
			}
		}
	}
	if m.request.Unit == "" {
		slices.SortStableFunc(found, func(a, b []byte) int { return cmp.Compare(len(b), len(a)) })
		found = found[:min(len(found), 3)]
	}
	m.needles = append(m.needles, found...)
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// How many bytes of letters must agree before a file is said to quote what was
// withdrawn: two or three words of a text, or one name that is a unit's all.
const (
	minNeedle = 16
	minUnit   = 6
)

// readable reports whether a file is text that can be searched.
func readable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".json", ".txt", ".md", ".xml", ".atom", ".tmx", ".xhtml", ".bib", ".ris", ".csv", ".tsv":
		return true
	}
	return false
}

// fold reduces a file to the letters that its reader sees, as markup, notes and
// each language's typography stand between them.
func fold(name string, data []byte) []byte {
	if path.Ext(name) != ".html" {
		return foldText(data)
	}
	var text []byte
	z := html.NewTokenizer(bytes.NewReader(data))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		switch kind {
		case html.TextToken:
			text = append(text, z.Text()...)
		case html.StartTagToken, html.SelfClosingTagToken: // a description for other sites
			for _, a := range z.Token().Attr {
				if a.Key == "content" {
					text = append(text, a.Val...)
				}
			}
		}
	}
	return foldText(text)
}

func foldText(data []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, data)
}
