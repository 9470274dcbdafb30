package page

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

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
	fail := func(code string, line int, args map[string]string) (*Section, []report.Problem) {
		return nil, []report.Problem{{Code: code, Severity: report.Error, File: file, Line: line, Args: args}}
	}
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	if i := invalidUTF8(data); i >= 0 {
		return fail("page-encoding", lineOf(data, i), nil)
	}
	front, body, bodyLine, ok := split(data)
	if !ok {
		return fail("front-matter-missing", 1, nil)
	}
	var f struct {
		Title       string  `toml:"title"`
		Description string  `toml:"description"`
		Notation    string  `toml:"notation"`
		Scheme      string  `toml:"scheme"`
		Matches     []Match `toml:"matches"`
	}
	err := toml.NewDecoder(bytes.NewReader(front)).DisallowUnknownFields().Decode(&f)
	var strict *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		line, _ := strict.Errors[0].Position()
		return fail("front-matter-key", line+1, map[string]string{"Key": strings.Join(strict.Errors[0].Key(), ".")})
	case errors.As(err, &syntax):
		line, _ := syntax.Position()
		return fail("front-matter", line+1, map[string]string{"Error": strings.TrimPrefix(syntax.Error(), "toml: ")})
	case err != nil:
		return fail("front-matter", 2, map[string]string{"Error": strings.TrimPrefix(err.Error(), "toml: ")})
	case strings.TrimSpace(f.Title) == "":
		return fail("title-missing", 1, nil)
	}
	if problem := measure(body); problem != nil {
		problem.File, problem.Line = file, problem.Line+bodyLine-1
		return nil, []report.Problem{*problem}
	}
	return &Section{
		Title: f.Title, Description: f.Description, Notation: f.Notation, Matches: f.Matches,
		Units: parseBody(body, bodyLine, false),
	}, nil
}
