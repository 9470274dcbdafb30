package archive

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// A site is what the table freshness.tsv says of a site that is not ours.
type site struct {
	original string
	places   []place
	not      []*regexp.Regexp
	declared []declaration
	trailers []*regexp.Regexp
	both     bool
}

// A place is where pages stand.
type place struct {
	path *regexp.Regexp
	lang string // where the path does not say it
}

// A declaration is how a page says what it was made from.
type declaration struct {
	kind    string // commit, number, date
	pattern *regexp.Regexp
}

// readSite reads a table.
func readSite(file string) (*site, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	s := &site{}
	for n, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		f := append(strings.Split(line, "\t"), "", "")
		wrong := fmt.Errorf("%s:%d: not understood", file, n+1)
		pattern := f[1]
		if f[0] == "place" {
			pattern = strings.NewReplacer(`\{lang\}`, `(?P<lang>[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)`, `\{page\}`, `(?P<page>.+?)`).Replace(regexp.QuoteMeta(f[1]))
			pattern = "^" + pattern + `\.(?:md|html|mdx|markdown|wml)$`
		}
		compiled, err := regexp.Compile(pattern)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", wrong, err)
		}
		switch f[0] {
		case "original":
			s.original = f[1]
		case "place":
			s.places = append(s.places, place{compiled, f[2]})
		case "not":
			s.not = append(s.not, compiled)
		case "commit", "number", "date":
			s.declared = append(s.declared, declaration{f[0], compiled})
		case "trailer":
			s.trailers = append(s.trailers, compiled)
		case "both":
			s.both = true
		default:
			return nil, wrong
		}
	}
	return s, nil
}

// locate says which page a file is, and in which language.
func (s *site) locate(file string) (page, lang string, ok bool) {
	for _, p := range s.places {
		if m := p.path.FindStringSubmatch(file); m != nil {
			lang = p.lang
			if i := p.path.SubexpIndex("lang"); i > 0 {
				lang = m[i]
			}
			return m[p.path.SubexpIndex("page")], lang, true
		}
	}
	return "", "", false
}

// declares is what a text says of itself: how, and its value.
func (s *site) declares(text []byte) (*declaration, string) {
	for _, not := range s.not {
		if not.Match(text) {
			return nil, ""
		}
	}
	for i := range s.declared {
		if m := s.declared[i].pattern.FindSubmatch(text); m != nil {
			return &s.declared[i], string(m[1])
		}
	}
	return nil, ""
}

// later reports whether a is a later date or number than b.
func later(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	if errX == nil && errY == nil {
		return x > y
	}
	return a > b
}

var (
	fenced    = regexp.MustCompile("(?ms)^ *(```|~~~).*?^ *(```|~~~) *$")
	shortcode = regexp.MustCompile(`(?m)^\s*\{\{.*?\}\}\s*$`)
	comment   = regexp.MustCompile(`(?s)<!--.*?-->`)
	heading   = regexp.MustCompile(`(?is)<h([1-6])[^>]*>\s*`)
	item      = regexp.MustCompile(`(?i)<li[^>]*>\s*`)
	block     = regexp.MustCompile(`(?i)</?(p|div|ul|ol|li|h[1-6]|table|tr|section|br|dl|dt|dd|td|th)\b[^>]*>`)
	tag       = regexp.MustCompile(`</?[a-zA-Z][^>]*>`)
	wmlUse    = regexp.MustCompile(`(?m)^#(use|include).*$`)
)

// prose is the body of a page of another site as one of ours: without its front
// matter, code, comments and whatever only a machine reads.
func prose(file string, data []byte) []byte {
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	for _, mark := range []string{"---\n", "+++\n"} {
		if rest, ok := bytes.CutPrefix(data, []byte(mark)); ok {
			if _, body, ok := bytes.Cut(rest, []byte("\n"+mark)); ok {
				data = body
			}
		}
	}
	for _, cut := range []*regexp.Regexp{fenced, comment, shortcode, wmlUse} {
		data = cut.ReplaceAll(data, nil)
	}
	if ext := path.Ext(file); ext == ".html" || ext == ".wml" {
		data = regexp.MustCompile(`(?m)^[ \t]+`).ReplaceAll(data, nil)
		data = heading.ReplaceAllFunc(data, func(m []byte) []byte {
			level := int(heading.FindSubmatch(m)[1][0] - '0')
			return []byte("\n\n" + strings.Repeat("#", max(2, level)) + " ")
		})
		data = item.ReplaceAll(data, []byte("\n\n- "))
		data = block.ReplaceAll(data, []byte("\n\n"))
	}
	return tag.ReplaceAll(data, nil)
}
