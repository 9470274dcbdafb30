package source

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"archive/zip"
	"bytes"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"rapporteur/tools/internal/page"
)

// shared is the folder of real documents beside the repository, which are not
// ours to ship.
func shared(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			found := filepath.Join(filepath.Dir(dir), "shared", "fixtures")
			if _, err := os.Stat(found); err == nil {
				return found
			}
		}
	}
	t.Skip("no real documents in ../shared")
	return ""
}

// A bag counts words: letters and digits as UAX #29 parts them, a number
// beside letters apart.
type bag map[string]int

func (b bag) add(s string) {
	iter := words.FromString(norm.NFC.String(unseen.Replace(s)))
	for iter.Next() {
		for _, part := range parts(iter.Value()) {
			b[part]++
		}
	}
}

func parts(token string) []string {
	var found []string
	var b strings.Builder
	digit := false
	for _, r := range token {
		if unicode.IsLetter(r) || unicode.IsMark(r) && b.Len() > 0 || unicode.IsDigit(r) {
			if d := unicode.IsDigit(r); b.Len() > 0 && d != digit && !unicode.IsMark(r) {
				found = append(found, b.String())
				b.Reset()
			}
			digit = unicode.IsDigit(r)
			b.WriteRune(r)
		} else if b.Len() > 0 {
			found = append(found, b.String())
			b.Reset()
		}
	}
	if b.Len() > 0 {
		found = append(found, b.String())
	}
	return found
}

var reference = regexp.MustCompile(`\[\^([^\]\s\[]{1,40})\]`)

var inlineTag = regexp.MustCompile(`\\?<(?:br|/?su[bp])>`)

func (b bag) markdown(s string) {
	s = reference.ReplaceAllStringFunc(s, func(m string) string { return " " + suffix.ReplaceAllString(m[2:len(m)-1], "") + " " })
	s = inlineTag.ReplaceAllStringFunc(s, func(m string) string {
		switch m {
		case "<br>":
			return " "
		case "<sup>", "</sup>", "<sub>", "</sub>":
			return ""
		}
		return m // of the text
	})
	b.add(page.Plain(s))
}

// said is what the blocks of a document say.
func said(blocks []Block) bag {
	b := bag{}
	for i := range blocks {
		k := &blocks[i]
		if k.Kind == Picture || k.Kind == Remark {
			continue // not of the text, and counted nowhere else
		}
		b.add(k.Marker)
		b.add(suffix.ReplaceAllString(k.Label, ""))
		b.markdown(k.Text)
		for _, c := range k.Cells {
			b.markdown(c)
		}
	}
	return b
}

// missing are the words of want that got has too few of.
func (want bag) missing(got bag) []string {
	var lost []string
	for w, n := range want {
		if got[w] < n {
			lost = append(lost, w)
		}
	}
	return lost
}

// visible is what a page shows (controls apart, as on screen), by a walk of its own: all text but what no
// reader ever sees.
func visible(data []byte) bag {
	text, _ := decodeHTML(data)
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	b := bag{}
	if err != nil {
		return b
	}
	var all strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			all.WriteString(n.Data)
		case n.Type == html.ElementNode && skipped[n.Data]:
			return
		case n.Type == html.ElementNode && (blockElements[n.Data] || n.Data == "br" || isBlock(n) || controls[n.Data] || n.Data == "label"):
			all.WriteString("\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && (blockElements[n.Data] || isBlock(n)) {
			all.WriteString("\n")
		}
	}
	walk(root)
	b.add(all.String())
	return b
}

// written is what a DOCX says, by a walk of its own with encoding/xml: the
// text of every run that is not deleted, in text, notes, headers and footers.
func written(t testing.TB, data []byte) bag {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	b := bag{}
	for _, f := range z.File {
		furniture := strings.HasPrefix(f.Name, "word/header") || strings.HasPrefix(f.Name, "word/footer")
		if !furniture && f.Name != "word/document.xml" && f.Name != "word/footnotes.xml" && f.Name != "word/endnotes.xml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		text := xmlText(part)
		b.add(text)
	}
	return b
}

func xmlText(part []byte) string {
	var b strings.Builder
	var open []string
	fallback := 0
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if err != nil {
			return b.String()
		}
		switch x := token.(type) {
		case xml.StartElement:
			open = append(open, x.Name.Local)
			switch x.Name.Local {
			case "Fallback":
				fallback++
			case "p", "tab", "br", "cr":
				b.WriteString("\n")
			case "noBreakHyphen":
				b.WriteString("\u2011")
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if x.Name.Local == "Fallback" {
				fallback--
			}
		case xml.CharData:
			if fallback == 0 && len(open) > 0 && open[len(open)-1] == "t" {
				b.Write(x)
			}
		}
	}
}

// TestNothingLost holds every reader to its first duty, on real documents.
func TestNothingLost(t *testing.T) {
	root := shared(t)
	var files []string
	for _, pattern := range []string{"docx/*.docx", "parallel/*.docx", "html/*.html"} {
		found, _ := filepath.Glob(filepath.Join(root, pattern))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no DOCX or HTML in ../shared")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(filepath.Base(file), data)
			if err != nil {
				t.Fatal(err)
			}
			want := bag{}
			if doc.Format == "html" {
				want = visible(data)
			} else {
				want = written(t, data)
			}
			got := said(doc.Blocks)
			if lost := want.missing(got); len(lost) > 0 {
				t.Errorf("%d words are lost: %.300q", len(lost), lost)
			}
			more := 0
			for w, n := range got {
				if n > want[w] {
					more += n - want[w]
				}
			}
			if total := total(want); more*100 > total {
				t.Errorf("%d words of %d are in no text: %.300q", more, total, got.missing(want))
			}
		})
	}
}

func total(b bag) int {
	n := 0
	for _, c := range b {
		n += c
	}
	return n
}
