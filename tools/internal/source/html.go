package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/unicode/norm"
)

const (
	maxTags    = 400_000 // of an HTML file
	maxCopies  = 2_000_000
	maxNesting = 200 // what stands deeper is read as if it stood there
)

var (
	htmlStart = regexp.MustCompile(`(?is)^(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title|article|main)[\s>]`)
	htmlName  = regexp.MustCompile(`(?i)\.(?:x?html?|xht)$`)
	markedUp  = regexp.MustCompile(`(?i)<(?:p|div|span|h[1-6]|table|ul|ol|br|body|html|pre)[\s/>]`)
)

// isHTML reports whether data is a web page or a piece of one: by its
// beginning, or by name if there is an element in it.
func isHTML(name string, data []byte) bool {
	head := data[:min(len(data), 64<<10)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head, []byte{0}, nil)[2:]
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	return htmlStart.Match(head) || htmlName.MatchString(name) && markedUp.Match(head)
}

// readHTML reads a web page: its article as blocks, and what stands around it
// as furniture, so that every text of the page is in one block or another.
func readHTML(name string, data []byte) (*Document, error) {
	return readPageOf(name, data, map[string]bool{})
}

// readPageOf reads one of several pages, in which the given labels of notes
// are taken.
func readPageOf(name string, data []byte, labels map[string]bool) (*Document, error) {
	if len(data) > MaxText {
		return nil, problem("source-size", name, map[string]string{"Limit": "8 MB"})
	}
	text, encoding := decodeHTML(data)
	if !isParsable(text) {
		return nil, problem("source-unpacked", name, nil)
	}
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, problem("source-unpacked", name, nil) // what parses at all is nested too deep
	}
	r := &htmlReader{text: text, line: 1, labels: labels}
	blocks := r.read(root)
	if !saysAnything(blocks) {
		return nil, problem("source-empty", name, nil)
	}
	lang := settleLanguage(blocks, attr(childNamed(root, "html"), "lang"))
	return &Document{Name: name, Format: "html", Encoding: encoding, Lang: lang, Blocks: blocks}, nil
}

// decodeHTML gives a page as UTF-8. A byte order mark says most; then what is
// valid UTF-8 is that, whatever the page declares; then its declaration.
func decodeHTML(data []byte) (text, encoding string) {
	head := data[:min(len(data), 4<<10)]
	if !utf8.Valid(data) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		if e, label, _ := charset.DetermineEncoding(head, ""); label != "utf-8" && label != "" {
			if decoded, err := e.NewDecoder().Bytes(data); err == nil {
				return norm.NFC.String(string(decoded)), label
			}
		}
	}
	return decode(data)
}

// isParsable refuses what would take more memory than it is long: too many
// tags, or styles left open that a parser repeats in every paragraph.
func isParsable(text string) bool {
	if strings.Count(text, "<") > maxTags {
		return false
	}
	open := map[string]int{}
	still, copies := 0, 0
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return true
		case html.StartTagToken:
			raw := string(z.Raw())
			tag, _ := z.TagName()
			if !formatting[string(tag)] {
				if copies += still; copies > maxCopies {
					return false
				}
				continue
			}
			if open[raw]++; open[raw] <= 3 { // a parser keeps three alike
				still++
			}
		case html.EndTagToken:
			if tag, _ := z.TagName(); formatting[string(tag)] && still > 0 {
				still--
			}
		}
	}
}

// formatting elements are those that HTML opens again in the next paragraph.
var formatting = namesOf("a b big code em font i nobr s small strike strong tt u")

func namesOf(names string) map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(names) {
		m[n] = true
	}
	return m
}

// attr is the value of an attribute, or empty.
func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// childNamed is the first element of a name among the children of n.
func childNamed(n *html.Node, name string) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}
