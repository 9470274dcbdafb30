package page

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

// front is the front matter as TOML has it: Hugo's own keys where Hugo has
// one, and no key that would tell Hugo what to do with the page. A key that is
// not here is a problem, never passed on.
type front struct {
	Title        string    `toml:"title"`
	Subtitle     string    `toml:"subtitle,omitempty"`
	Date         any       `toml:"date,omitempty"`
	ReportType   string    `toml:"report_type,omitempty"`
	Original     string    `toml:"original,omitempty"`
	Event        string    `toml:"event,omitempty"`
	EventStart   any       `toml:"event_start,omitempty"`
	EventEnd     any       `toml:"event_end,omitempty"`
	Place        string    `toml:"place,omitempty"`
	Organisation string    `toml:"organisation,omitempty"`
	Symbols      []string  `toml:"symbols,omitempty"`
	Status       string    `toml:"status,omitempty"`
	Themes       []string  `toml:"themes,omitempty"`
	SDGs         []string  `toml:"sdgs,omitempty"`
	WSIS         []string  `toml:"wsis,omitempty"`
	GDC          []string  `toml:"gdc,omitempty"`
	Translation  *credit   `toml:"translation,omitempty"`
	Source       *source   `toml:"source,omitempty"`
	Notices      []notice  `toml:"notices,omitempty"`
	Allow        []allow   `toml:"allow,omitempty"`
	Sections     []section `toml:"sections,omitempty"`
}

type credit struct {
	Method      string   `toml:"method,omitempty"`
	Translators []string `toml:"translators,omitempty"`
	Reviewers   []string `toml:"reviewers,omitempty"`
	BasedOn     any      `toml:"based_on,omitempty"`
}

type source struct {
	File   string `toml:"file"`
	SHA256 string `toml:"sha256"`
	URL    string `toml:"url,omitempty"`
}

type notice struct {
	Kind string `toml:"kind"`
	Lang string `toml:"lang,omitempty"`
	Text string `toml:"text"`
}

type allow struct {
	Code   string `toml:"code"`
	Unit   string `toml:"unit,omitempty"`
	Text   string `toml:"text,omitempty"`
	Reason string `toml:"reason"`
}

type section struct {
	Heading string   `toml:"heading"`
	Nth     int      `toml:"nth,omitempty"`
	Themes  []string `toml:"themes,omitempty"`
	SDGs    []string `toml:"sdgs,omitempty"`
	WSIS    []string `toml:"wsis,omitempty"`
	GDC     []string `toml:"gdc,omitempty"`
	Issues  []string `toml:"issues,omitempty"`
}

// parseFront fills t.Meta from TOML and returns what is wrong with it. The
// lines of front matter begin at line 2 of the file.
func parseFront(t *report.Translation, data []byte) []report.Problem {
	var f front
	var problems []report.Problem
	add := func(code string, line int, args map[string]string) {
		problems = append(problems, report.Problem{Code: code, Severity: report.Error, File: t.File, Line: line + 1, Args: args})
	}
	problems = append(problems, decode(t.File, data, &f)...)
	value := func(key, got string, ok bool, allowed string) {
		if got != "" && !ok {
			add("front-matter-value", keyLine(data, key), map[string]string{"Key": key, "Value": got, "Allowed": allowed})
		}
	}
	date := func(key string, v any) string {
		s := dateText(v)
		value(key, s, isDate(s), "2025, 2025-07, 2025-07-14")
		return s
	}
	m := &t.Meta
	*m = report.Meta{
		Title: f.Title, Subtitle: f.Subtitle, Type: report.Type(f.ReportType), Original: f.Original,
		Date: date("date", f.Date), EventStart: date("event_start", f.EventStart), EventEnd: date("event_end", f.EventEnd),
		Event: f.Event, Place: f.Place, Organisation: f.Organisation, Symbols: f.Symbols, Status: report.Status(f.Status),
		Themes: f.Themes, SDGs: f.SDGs, WSIS: f.WSIS, GDC: f.GDC,
	}
	if strings.TrimSpace(m.Title) == "" && len(problems) == 0 {
		add("title-missing", 0, nil)
	}
	value("report_type", f.ReportType, oneOf(m.Type, report.Types), join(report.Types))
	value("status", f.Status, oneOf(m.Status, report.Statuses), join(report.Statuses))
	value("original", f.Original, report.IsTag(f.Original), "en, fr, zh-hans")
	if c := f.Translation; c != nil {
		m.Credit = report.Credit{Method: report.Method(c.Method), Translators: c.Translators, Reviewers: c.Reviewers, BasedOn: date("based_on", c.BasedOn)}
		value("method", c.Method, oneOf(m.Credit.Method, report.Methods), join(report.Methods))
	}
	if s := f.Source; s != nil {
		m.Source = report.Source{File: s.File, SHA256: s.SHA256, URL: s.URL}
	}
	for _, n := range f.Notices {
		value("kind", n.Kind, oneOf(report.NoticeKind(n.Kind), report.NoticeKinds), join(report.NoticeKinds))
		value("lang", n.Lang, report.IsTag(n.Lang), "en, fr, zh-hans")
		m.Notices = append(m.Notices, report.Notice{Kind: report.NoticeKind(n.Kind), Lang: n.Lang, Text: n.Text})
	}
	for _, a := range f.Allow {
		m.Allow = append(m.Allow, report.Allowance(a))
	}
	for _, s := range f.Sections {
		m.Sections = append(m.Sections, report.Section{Heading: s.Heading, Nth: s.Nth, Themes: s.Themes, SDGs: s.SDGs, WSIS: s.WSIS, GDC: s.GDC, Issues: s.Issues})
	}
	return problems
}

// decode reads front matter, whose first line is line 2 of the file, into v. A
// key that v does not have is a problem, and so is a value of another type.
func decode(file string, data []byte, v any) []report.Problem {
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(v)
	problem := func(code string, line int, key, value string) report.Problem {
		return report.Problem{Code: code, Severity: report.Error, File: file, Line: line + 1, Args: map[string]string{key: value}}
	}
	var strict *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		var problems []report.Problem
		for _, e := range strict.Errors {
			line, _ := e.Position()
			problems = append(problems, problem("front-matter-key", line, "Key", strings.Join(e.Key(), ".")))
		}
		return problems
	case errors.As(err, &syntax):
		line, _ := syntax.Position()
		return []report.Problem{problem("front-matter", line, "Error", strings.TrimPrefix(syntax.Error(), "toml: "))}
	case err != nil:
		return []report.Problem{problem("front-matter", 1, "Error", strings.TrimPrefix(err.Error(), "toml: "))}
	}
	return nil
}

// formatFront writes m as TOML, keys in the order of the struct.
func formatFront(m *report.Meta) string {
	f := front{
		Title: m.Title, Subtitle: m.Subtitle, ReportType: string(m.Type), Original: m.Original,
		Date: tomlDate(m.Date), EventStart: tomlDate(m.EventStart), EventEnd: tomlDate(m.EventEnd),
		Event: m.Event, Place: m.Place, Organisation: m.Organisation, Symbols: m.Symbols, Status: string(m.Status),
		Themes: m.Themes, SDGs: m.SDGs, WSIS: m.WSIS, GDC: m.GDC,
	}
	if c := m.Credit; c.Method != "" || len(c.Translators)+len(c.Reviewers) > 0 || c.BasedOn != "" {
		f.Translation = &credit{Method: string(c.Method), Translators: c.Translators, Reviewers: c.Reviewers, BasedOn: tomlDate(c.BasedOn)}
	}
	if s := m.Source; s != (report.Source{}) {
		f.Source = &source{File: s.File, SHA256: s.SHA256, URL: s.URL}
	}
	for _, n := range m.Notices {
		f.Notices = append(f.Notices, notice{Kind: string(n.Kind), Lang: n.Lang, Text: n.Text})
	}
	for _, a := range m.Allow {
		f.Allow = append(f.Allow, allow(a))
	}
	for _, s := range m.Sections {
		f.Sections = append(f.Sections, section{Heading: s.Heading, Nth: s.Nth, Themes: s.Themes, SDGs: s.SDGs, WSIS: s.WSIS, GDC: s.GDC, Issues: s.Issues})
	}
	var b strings.Builder
	e := toml.NewEncoder(&b)
	e.SetIndentTables(false)
	if err := e.Encode(f); err != nil {
		panic(err) // strings and lists of strings always encode
	}
	return readableStrings(b.String())
}

// readableStrings quotes with "…", as people do, the strings that the encoder
// quotes with '…', wherever nothing in them would need an escape.
func readableStrings(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		key, value, ok := strings.Cut(line, " = ")
		if ok && !strings.ContainsAny(value, "\"\\") && strings.Count(value, "'")%2 == 0 {
			lines[i] = key + " = " + strings.ReplaceAll(value, "'", "\"")
		}
	}
	return strings.Join(lines, "\n")
}

// dateText is a TOML date or a string as ISO 8601. TOML has no month or year
// alone, so those are strings.
func dateText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		return fmt.Sprintf("%04d", v)
	case toml.LocalDate:
		return v.String()
	case fmt.Stringer:
		s := v.String()
		if len(s) > 10 {
			s = s[:10]
		}
		return s
	}
	return fmt.Sprint(v)
}

func tomlDate(s string) any {
	var d toml.LocalDate
	if s == "" {
		return nil
	}
	if d.UnmarshalText([]byte(s)) == nil {
		return d
	}
	return s
}

func isDate(s string) bool {
	var d toml.LocalDate
	switch len(s) {
	case 4:
		s += "-01-01"
	case 7:
		s += "-01"
	}
	return d.UnmarshalText([]byte(s)) == nil
}

// keyLine is the line of front matter that sets key, from 1, or 0.
func keyLine(data []byte, key string) int {
	for i, line := range strings.Split(string(data), "\n") {
		if name, _, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == key {
			return i + 1
		}
	}
	return 0
}

func oneOf[T comparable](v T, list []T) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

func join[T ~string](list []T) string {
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = string(x)
	}
	return strings.Join(s, ", ")
}
