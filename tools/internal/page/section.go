package page

import (
	"strings"

	"rapporteur/tools/internal/report"
)

// A Section is a page that is no report: a home page, a list, a theme. It is a
// file _index.<lang>.md.
type Section struct {
	Title       string
	Description string  // one sentence: what a theme means, what a list holds
	Notation    string  // of a theme
	Matches     []Match // of a theme
	Units       []report.Unit
}

// A Match names the concept of a theme in another scheme (SKOS exactMatch).
type Match struct {
	Scheme string `toml:"scheme"` // unbis, eurovoc, sdg …
	ID     string `toml:"id"`
}

// ParseSection reads a section page. Its keys are as closed as a report's.
func ParseSection(file string, data []byte) (*Section, []report.Problem) {
	front, body, bodyLine, problem := open(file, data)
	if problem != nil {
		return nil, []report.Problem{*problem}
	}
	var f struct {
		Title       string  `toml:"title"`
		Description string  `toml:"description"`
		Notation    string  `toml:"notation"`
		Scheme      string  `toml:"scheme"`
		Matches     []Match `toml:"matches"`
	}
	if problems := decode(file, front, &f); len(problems) > 0 {
		return nil, problems
	}
	if strings.TrimSpace(f.Title) == "" {
		return nil, []report.Problem{{Code: "title-missing", Severity: report.Error, File: file, Line: 1}}
	}
	if problem := measure(file, body, bodyLine); problem != nil {
		return nil, []report.Problem{*problem}
	}
	return &Section{
		Title: f.Title, Description: f.Description, Notation: f.Notation, Matches: f.Matches,
		Units: parseBody(body, bodyLine, false),
	}, nil
}
