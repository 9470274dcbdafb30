package clean

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"rapporteur/tools/internal/report"
)

//go:embed profiles.toml
var profileFile string

// A profile is a kind of document that a person has named, so that the passes
// need not guess it. See profiles.toml for what each field is.
type profile struct {
	Type    report.Type
	Turns   string // always, never, or as the text looks
	Numbers string // paragraphs, items, or as they look
	Skip    []string
}

var profiles = sync.OnceValue(func() map[string]profile {
	all := map[string]profile{}
	if err := toml.Unmarshal([]byte(profileFile), &all); err != nil {
		panic("profiles.toml: " + err.Error()) // the file is part of the program
	}
	return all
})

// Profiles are the names of the kinds of document, in the order of the
// alphabet.
func Profiles() []string {
	var names []string
	for name := range profiles() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// profileOf finds a profile by its name; none is asked for by an empty one. The
// error is a *report.Problem.
func profileOf(name string) (profile, error) {
	p, ok := profiles()[name]
	if !ok && name != "" {
		return p, &report.Problem{Code: "import-profile", Severity: report.Error,
			Args: map[string]string{"Profile": name, "Known": strings.Join(Profiles(), ", ")}}
	}
	return p, nil
}

func (p *profile) skips(pass string) bool { return slices.Contains(p.Skip, pass) }
