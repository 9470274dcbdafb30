package archive

import (
	"errors"
	"os"
	"regexp"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

// A Config is what the tool takes from config.toml. Hugo, run alone, takes the
// same file whole; the tool hands Hugo only what stands here.
type Config struct {
	Title     string
	BaseURL   string // where the site is served; for canonical links alone
	Contact   string // the e-mail address of those who keep the archive; may be empty
	Default   string // tag of the language that the root and unknown readers get
	Languages []Language
	Forge     Forge
}

// A Language is a language that the site has.
type Language struct {
	Tag       string // as in file names
	Label     string // its own name for itself
	Locale    string // BCP 47, for <html lang> and the formats of dates and numbers
	Direction string // ltr or rtl
	Weight    int
	Title     string      // the site's, in this language
	Reviewers []string    // as the forge names them: @name
	Review    ReviewState // of its translations, until they name who reviewed them
}

// A Forge is where the archive's sources are kept and may be edited.
type Forge struct {
	Kind   string `toml:"kind"` // github, gitlab, forgejo
	URL    string `toml:"url"`  // of the repository, without a slash at its end
	Branch string `toml:"branch"`
}

// Has reports whether the site has the language.
func (c *Config) Has(tag string) bool { return c.Language(tag) != nil }

// Language finds a language by its tag, or returns nil.
func (c *Config) Language(tag string) *Language {
	for i := range c.Languages {
		if c.Languages[i].Tag == tag {
			return &c.Languages[i]
		}
	}
	return nil
}

// address is an e-mail address as OAI-PMH wants one.
var address = regexp.MustCompile(`^[^\s@<>]+@([^\s@<>.]+\.)+[^\s@<>.]+$`)

func readConfig(file string) (Config, error) {
	var raw struct {
		Title    string `toml:"title"`
		BaseURL  string `toml:"baseURL"`
		Default  string `toml:"defaultContentLanguage"`
		Language map[string]struct {
			Label     string `toml:"label"`
			Locale    string `toml:"locale"`
			Direction string `toml:"direction"`
			Weight    int    `toml:"weight"`
			Title     string `toml:"title"`
			Params    struct {
				Reviewers []string    `toml:"reviewers"`
				Review    ReviewState `toml:"review"`
			} `toml:"params"`
		} `toml:"languages"`
		Params struct {
			Contact string `toml:"contact"`
			Forge   Forge  `toml:"forge"`
		} `toml:"params"`
	}
	fail := func(line int, reason string) (Config, error) {
		return Config{}, &report.Problem{Code: "config", Severity: report.Error, File: "config.toml", Line: line, Args: map[string]string{"Error": reason}}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fail(0, reason(err))
	}
	if err := toml.Unmarshal(data, &raw); err != nil {
		line := 0
		var d *toml.DecodeError
		if errors.As(err, &d) {
			line, _ = d.Position()
		}
		return fail(line, strings.TrimPrefix(err.Error(), "toml: "))
	}
	c := Config{Title: raw.Title, BaseURL: raw.BaseURL, Contact: raw.Params.Contact, Default: raw.Default, Forge: raw.Params.Forge}
	if c.Contact != "" && !address.MatchString(c.Contact) {
		return fail(0, "params.contact: "+c.Contact)
	}
	for tag, l := range raw.Language {
		if !report.IsTag(tag) {
			return fail(0, "language "+tag)
		}
		language := Language{Tag: tag, Label: l.Label, Locale: l.Locale, Direction: l.Direction, Weight: l.Weight, Title: l.Title,
			Reviewers: l.Params.Reviewers, Review: l.Params.Review}
		for _, name := range language.Reviewers {
			if !reviewer.MatchString(name) {
				return fail(0, "languages."+tag+".params.reviewers: "+name)
			}
		}
		switch language.Review {
		case "", Draft, Unreviewed, Reviewed:
		default:
			return fail(0, "languages."+tag+".params.review: "+string(language.Review))
		}
		if language.Label == "" {
			language.Label = tag
		}
		if language.Locale == "" {
			language.Locale = tag
		}
		if language.Direction == "" {
			language.Direction = "ltr"
		}
		if language.Title == "" {
			language.Title = c.Title
		}
		c.Languages = append(c.Languages, language)
	}
	sort.Slice(c.Languages, func(i, j int) bool {
		a, b := c.Languages[i], c.Languages[j]
		if a.Weight != b.Weight {
			return a.Weight < b.Weight
		}
		return a.Tag < b.Tag
	})
	if !c.Has(c.Default) {
		return fail(0, "defaultContentLanguage is not among the languages")
	}
	return c, nil
}
