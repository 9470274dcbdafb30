// Package message gives the sentences of i18n/, in the user's language for the
// tool and in the page's language for what the tool writes into a site. Site
// and tool share one set of files, in the format of go-i18n.
package message

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"rapporteur/tools/internal/report"
)

// A Catalog holds the messages of every language that has a file.
type Catalog struct {
	bundle *i18n.Bundle
	tags   []string
}

// Load reads the <lang>.toml files in dir of fsys.
func Load(fsys fs.FS, dir string) (*Catalog, error) {
	c := &Catalog{bundle: i18n.NewBundle(language.English)}
	c.bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	files, err := fs.Glob(fsys, path.Join(dir, "*.toml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		lang := strings.TrimSuffix(path.Base(file), ".toml")
		if _, err := c.bundle.ParseMessageFileBytes(data, formal(lang)+".toml"); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		c.tags = append(c.tags, lang)
	}
	return c, nil
}

// Languages lists the languages that have a file.
func (c *Catalog) Languages() []string { return c.tags }

// A Printer gives messages in one language; English stands in for what that
// language has not.
type Printer struct {
	Lang      string
	Locale    string // BCP 47, of the page that is written; empty: of none
	formal    string // Lang, as go-i18n has it
	localizer *i18n.Localizer

	mu      sync.Mutex
	missing map[string]bool
}

// Printer is the printer for the first of the tags that has a file, by its
// language alone if need be (fr for fr-ca), else for English.
func (c *Catalog) Printer(tags ...string) *Printer {
	for _, tag := range tags {
		for _, want := range []string{tag, strings.SplitN(tag, "-", 2)[0]} {
			for _, have := range c.tags {
				if have == want {
					return c.printer(have)
				}
			}
		}
	}
	return c.printer("en")
}

func (c *Catalog) printer(lang string) *Printer {
	tag := formal(lang)
	return &Printer{Lang: lang, formal: language.Make(tag).String(), localizer: i18n.NewLocalizer(c.bundle, tag)}
}

// Data is what a message names in {{.Key}}. Count decides on the plural.
type Data map[string]any

// Say gives the message of key. A key that no language has gives the key
// itself and its data, so that nothing is lost where a file is behind.
func (p *Printer) Say(key string, data Data) string {
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: data}
	if n, ok := data["Count"]; ok {
		config.PluralCount = n
	}
	s, tag, err := p.localizer.LocalizeWithTag(config)
	if err != nil || tag.String() != p.formal {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.missing == nil {
			p.missing = make(map[string]bool)
		}
		p.missing[key] = true
	}
	if s != "" || err == nil {
		return s
	}
	return fmt.Sprint(key, " ", data)
}

// Missing lists the keys that were asked for and that the language has not: a
// tool goes on in English, a site must not.
func (p *Printer) Missing() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	keys := make([]string, 0, len(p.missing))
	for key := range p.missing {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// Problem gives the sentence of a problem.
func (p *Printer) Problem(problem *report.Problem) string {
	data := make(Data, len(problem.Args))
	for k, v := range problem.Args {
		data[k] = v
	}
	return p.Say("problem_"+strings.ToLower(strings.ReplaceAll(problem.Code, "-", "_")), data)
}

// UserTags are the languages that the environment asks for, best first, in the
// form of the archive's tags: LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
func UserTags(getenv func(string) string) []string {
	var tags []string
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		for _, v := range strings.Split(value, ":") {
			v, _, _ = strings.Cut(v, ".")
			v, _, _ = strings.Cut(v, "@")
			if v = strings.ToLower(strings.ReplaceAll(v, "_", "-")); report.IsTag(v) {
				tags = append(tags, v)
			}
		}
		if value != "" && name != "LANGUAGE" {
			break // LC_ALL overrides LC_MESSAGES, which overrides LANG
		}
	}
	return tags
}
