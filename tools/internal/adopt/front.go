package adopt

import (
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"

	"github.com/gohugoio/hugo/parser/metadecoders"

	"rapporteur/tools/internal/report"
)

// maxFront is how long front matter may be, in bytes: people write hundreds.
const maxFront = 16 << 10

// front is what old front matter says that the archive has a place for, and
// what it says besides.
type front struct {
	raw                                                         string // to find the line of a key in
	title, subtitle, date, event, place, organisation, original string
	kind                                                        string // a report.Type
	key                                                         string // translationKey
	slug, url                                                   string
	aliases, translators, reviewers                             []string
	draft                                                       bool
	unplaced                                                    []keyValue
}

type keyValue struct{ name, value string }

// decode reads front matter or configuration as Hugo does, whatever it holds.
func decode(data []byte, format metadecoders.Format) (values map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if format == "" {
		return nil, errors.New("no known format")
	}
	values, err = metadecoders.Default.UnmarshalToMap(data, format)
	if err != nil {
		return nil, errors.New(strings.Join(strings.Fields(err.Error()), " "))
	}
	return values, nil
}

// parse parts front matter from the text and reads it.
func (p *oldPage) parse(data string) *report.Problem {
	data = strings.ReplaceAll(strings.TrimPrefix(data, "\ufeff"), "\r\n", "\n")
	raw, body, format := cut(data)
	fail := func(reason string) *report.Problem {
		return &report.Problem{Code: "adopt-front", Severity: report.Error, File: p.file, Line: 1, Args: map[string]string{"Text": reason}}
	}
	if len(raw) > maxFront {
		return fail(fmt.Sprintf("%d > %d", len(raw), maxFront))
	}
	values := map[string]any{}
	if format != "" {
		var err error
		if values, err = decode([]byte(raw), format); err != nil {
			return fail(err.Error())
		}
	}
	// Lines keep their numbers.
	head := data[:len(data)-len(body)]
	p.body = strings.Repeat("\n", strings.Count(head, "\n")) + body
	p.front = front{raw: head}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if !p.front.take(strings.ToLower(name), values[name]) {
			p.front.unplaced = append(p.front.unplaced, keyValue{name, one(values[name])})
		}
	}
	return nil
}

// cut parts a file as Hugo does: front matter between lines of three hyphens
// (YAML) or plus signs (TOML), or a JSON object. format is empty where there is
// none.
func cut(data string) (raw, body string, format metadecoders.Format) {
	for fence, format := range map[string]metadecoders.Format{"---": metadecoders.YAML, "+++": metadecoders.TOML} {
		first, rest, found := strings.Cut(data, "\n")
		if !found || strings.TrimRight(first, " \t") != fence {
			continue
		}
		at := 0
		for line := range strings.Lines(rest) {
			if strings.TrimRight(line, " \t\n") == fence {
				return rest[:at], rest[at+len(line):], format
			}
			at += len(line)
		}
	}
	if strings.HasPrefix(data, "{") && !strings.HasPrefix(data, "{{") {
		if end := objectEnd(data); end > 0 {
			return data[:end], data[end:], metadecoders.JSON
		}
	}
	return "", data, ""
}

// objectEnd is where the JSON object that data begins with ends, or 0.
func objectEnd(data string) int {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// take puts a value in its place, and reports whether there is one.
func (f *front) take(key string, value any) bool {
	text := func(to *string) bool {
		s, ok := value.(string)
		*to = strings.Join(strings.Fields(s), " ")
		return ok
	}
	switch key {
	case "title":
		return text(&f.title)
	case "subtitle":
		return text(&f.subtitle)
	case "event":
		return text(&f.event)
	case "place", "location":
		return text(&f.place)
	case "organisation", "organization":
		return text(&f.organisation)
	case "translationkey":
		return text(&f.key)
	case "slug":
		return text(&f.slug)
	case "url":
		return text(&f.url)
	case "date":
		f.date = day(value)
		return f.date != ""
	case "original":
		return text(&f.original) && report.IsTag(f.original)
	case "report_type":
		if !text(&f.kind) || !oneOf(f.kind) {
			f.kind = ""
		}
		return f.kind != ""
	case "draft":
		var ok bool
		f.draft, ok = value.(bool)
		return ok
	case "aliases":
		f.aliases = list(value)
		return true
	case "translator", "translators":
		f.translators = list(value)
		return len(f.translators) > 0
	case "reviewer", "reviewers":
		f.reviewers = list(value)
		return len(f.reviewers) > 0
	}
	return false
}

func oneOf(kind string) bool {
	for _, t := range report.Types {
		if string(t) == kind {
			return true
		}
	}
	return false
}

// list is a string, or the strings of a list.
func list(value any) []string {
	var all []string
	switch v := value.(type) {
	case string:
		all = []string{v}
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				all = append(all, s)
			}
		}
	case []string:
		all = v
	}
	var kept []string
	for _, s := range all {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

var isoDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

// day is a date as ISO 8601 has days, or "".
func day(value any) string {
	s := ""
	switch v := value.(type) {
	case time.Time:
		s = v.Format(time.DateOnly)
	case string:
		s = v
	case fmt.Stringer:
		s = v.String()
	}
	s = isoDay.FindString(s)
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}

// one is a value on one line.
func one(value any) string {
	return strings.Join(strings.Fields(fmt.Sprint(value)), " ")
}

// line is where front matter sets a key, from 1.
func (p *oldPage) line(key string) int {
	n := 0
	for text := range strings.Lines(p.front.raw) {
		n++
		text = strings.TrimLeft(text, " \t{,[\"'")
		if len(text) > len(key) && strings.EqualFold(text[:len(key)], key) && strings.ContainsAny(strings.TrimLeft(text[len(key):], " \t\"'")[:1], ":=.]") {
			return n
		}
	}
	return 1
}
