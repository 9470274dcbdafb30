// Package glossary holds how an archive says in each language what its reports
// speak of: the terms of content/glossary/<lang>.toml, which a translator
// writes by hand. It finds them in texts, whatever their case and number, and
// writes them as TBX and CSV for other tools.
package glossary

import (
	"bytes"
	"errors"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

// A Term is how one language says a concept.
type Term struct {
	Concept    string   `toml:"concept"`                    // the same id in every language: lower-case letters, digits, hyphens
	Term       string   `toml:"term"`                       // what to write
	Variants   []string `toml:"variants,omitempty"`         // what is right too: the full name of an acronym, another plural
	Forbidden  []string `toml:"forbidden,omitempty"`        // what not to write
	Gender     string   `toml:"gender,omitempty"`           // masculine, feminine, neuter
	Keep       bool     `toml:"do_not_translate,omitempty"` // languages that have no term of their own keep this one
	Scope      []string `toml:"scope,omitempty"`            // ids of the reports it is for; one may end in *; none: all
	Siblings   []string `toml:"siblings,omitempty"`         // concepts that are easily taken for this one
	Definition string   `toml:"definition,omitempty"`
}

// Genders lists what a term's gender can be.
var Genders = []string{"masculine", "feminine", "neuter"}

// A Glossary is the terms of an archive. The zero value has none.
type Glossary struct {
	langs map[string][]Term // by language tag, in the order of the file

	mu   sync.Mutex
	sets map[string]*Set // those without scope, by tag
}

// Languages lists the languages that have terms.
func (g *Glossary) Languages() []string {
	var tags []string
	for tag, terms := range g.langs {
		if len(terms) > 0 {
			tags = append(tags, tag)
		}
	}
	sort.Strings(tags)
	return tags
}

// Terms lists the terms of a language, by concept; those of one concept in the
// order of the file.
func (g *Glossary) Terms(tag string) []Term {
	terms := slices.Clone(g.langs[tag])
	slices.SortStableFunc(terms, func(a, b Term) int { return strings.Compare(a.Concept, b.Concept) })
	return terms
}

// For is what a report in a language goes by: the terms of its tag, those of
// its language without script and region for concepts that the tag has not,
// and, of a concept that has several, the one whose scope names the report.
func (g *Glossary) For(tag, id string) *Set {
	base, _, _ := strings.Cut(tag, "-")
	g.mu.Lock()
	defer g.mu.Unlock()
	if s := g.sets[tag]; s != nil {
		return s
	}
	chosen := make(map[string]Term)
	scoped := false
	for _, lang := range []string{base, tag} {
		here := make(map[string]Term)
		for _, t := range g.langs[lang] {
			scoped = scoped || len(t.Scope) > 0
			other, taken := here[t.Concept]
			if t.covers(id) && (!taken || len(other.Scope) == 0) {
				here[t.Concept] = t
			}
		}
		for concept, t := range here {
			chosen[concept] = t
		}
	}
	s := newSet(base, chosen)
	if !scoped {
		if g.sets == nil {
			g.sets = make(map[string]*Set)
		}
		g.sets[tag] = s
	}
	return s
}

// covers reports whether the term is for a report.
func (t *Term) covers(id string) bool {
	return len(t.Scope) == 0 || slices.ContainsFunc(t.Scope, func(s string) bool {
		prefix, many := strings.CutSuffix(s, "*")
		return id == s || many && strings.HasPrefix(id, prefix)
	})
}

// Add reads the terms of a language from its file.
func (g *Glossary) Add(tag, file string, data []byte) []report.Problem {
	var f struct {
		Terms []Term `toml:"terms"`
	}
	var problems []report.Problem
	say := func(code string, line int, args ...string) {
		p := report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: make(map[string]string)}
		for i := 0; i < len(args); i += 2 {
			p.Args[args[i]] = args[i+1]
		}
		problems = append(problems, p)
	}
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&f)
	var strict *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		for _, e := range strict.Errors {
			line, _ := e.Position()
			say("glossary-key", line, "Key", strings.Join(e.Key(), "."))
		}
	case errors.As(err, &syntax):
		line, _ := syntax.Position()
		say("glossary-file", line, "Error", strings.TrimPrefix(syntax.Error(), "toml: "))
	case err != nil:
		say("glossary-file", 1, "Error", strings.TrimPrefix(err.Error(), "toml: "))
	}
	if len(problems) > 0 {
		return problems
	}
	lines := linesOf(data)
	type key struct{ concept, scope string }
	seen := make(map[key]bool)
	for i, t := range f.Terms {
		line := 0
		if i < len(lines) {
			line = lines[i]
		}
		k := key{t.Concept, strings.Join(t.Scope, " ")}
		switch {
		case !report.IsID(t.Concept), len(tokens(t.Term)) == 0:
			say("glossary-term", line, "Concept", t.Concept, "Term", t.Term)
			continue
		case seen[k]:
			say("glossary-twice", line, "Concept", t.Concept)
			continue
		case t.Gender != "" && !slices.Contains(Genders, t.Gender):
			say("glossary-gender", line, "Concept", t.Concept, "Gender", t.Gender)
			t.Gender = ""
		}
		seen[k] = true
		if g.langs == nil {
			g.langs = make(map[string][]Term)
		}
		g.langs[tag] = append(g.langs[tag], t)
	}
	return problems
}

// linesOf are the lines, from 1, at which the tables of a glossary begin.
func linesOf(data []byte) []int {
	var lines []int
	for n, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "[[") {
			lines = append(lines, n+1)
		}
	}
	return lines
}
