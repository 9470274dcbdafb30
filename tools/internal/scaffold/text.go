package scaffold

import (
	"bytes"
	"embed"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"sort"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"
)

// What an archive is given, as templates between <% and %>: the recipes' own
// languages have the common marks.
//
//go:embed all:archive all:deploy
var templates embed.FS

// fill makes files of the templates in folder: files has for each its template.
func (o *Options) fill(folder string, files map[string]string) ([]File, error) {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	var list []File
	for _, name := range names {
		text, err := templates.ReadFile(path.Join(folder, files[name]))
		if err != nil {
			return nil, err
		}
		t, err := template.New(name).Delims("<%", "%>").Option("missingkey=error").
			Funcs(template.FuncMap{"toml": quote, "shell": shellQuote}).Parse(string(text))
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := t.Execute(&b, o.values()); err != nil {
			return nil, err
		}
		list = append(list, File{Name: name, Data: b.Bytes(), Run: strings.HasSuffix(name, ".sh")})
	}
	return list, nil
}

// values are what templates name.
type values struct {
	Options
	Spoken []Language // the languages, as config.toml has them
	Branch string     // on which people work
	Slug   string     // a short name for folders
	Host   string     // where the site is served
}

func (o *Options) values() values {
	v := values{Options: *o, Branch: o.Forge.Branch, Host: "archive.example", Slug: "archive"}
	v.BaseURL = strings.TrimSuffix(v.BaseURL, "/")
	v.Forge.URL = strings.TrimSuffix(strings.TrimSuffix(v.Forge.URL, "/"), ".git")
	if v.Branch == "" {
		v.Branch = "main"
	}
	if u, err := url.Parse(v.BaseURL); err == nil && u.Hostname() != "" {
		v.Host = u.Hostname()
	}
	for i, lang := range o.Languages {
		v.Spoken = append(v.Spoken, describe(lang, i+1))
	}
	return v
}

// The addresses and names that go into recipes as they are. A shell, YAML and
// Git take them all without quotes.
var (
	branchName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
	revision   = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	plainURL   = regexp.MustCompile(`^[A-Za-z][A-Za-z+.-]*://[A-Za-z0-9._~:/%@+-]+$`)
)

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil && plainURL.MatchString(s)
}

// toolAddress reports whether Git can clone from s without asking anybody.
func toolAddress(s string) bool {
	u, err := url.Parse(s)
	return webAddress(s) || err == nil && u.Scheme == "file" && plainURL.MatchString(s)
}

// printable reports whether people can read s on one line.
func printable(s string) bool {
	return utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsPrint(r) && !unicode.In(r, unicode.Join_Control)
	}) < 0
}

// quote writes a string as TOML does, and JSON: a basic string.
func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // a string always encodes
	return strings.TrimSpace(b.String())
}

// shellQuote writes a string as one word for a shell.
func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
