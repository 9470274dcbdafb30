package report

import (
	"fmt"
	"sort"
)

// A Problem is one finding: what is wrong, where, and by its code what to do.
// Its sentence is the message problem_<code> of i18n/, with Args as data.
type Problem struct {
	Code     string // C11, or a word such as front-matter
	Severity Severity
	File     string
	Line     int               // from 1; 0: the file as a whole
	Unit     string            // its id, when known
	Args     map[string]string // what the sentence quotes
}

// A Severity says what a problem stops.
type Severity string

// The severities. An Error stops build and publish; a Warning fails check; an
// Info is only said.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Error makes a Problem an error; the command prints its message in the
// user's language instead.
func (p *Problem) Error() string {
	s := p.Code
	for _, k := range sortedKeys(p.Args) {
		s += fmt.Sprintf(" %s=%q", k, p.Args[k])
	}
	switch {
	case p.File == "":
		return s
	case p.Line == 0:
		return p.File + ": " + s
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, s)
}

// SortProblems puts problems in the order of file, line and code.
func SortProblems(ps []Problem) {
	sort.SliceStable(ps, func(i, j int) bool {
		a, b := &ps[i], &ps[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Code < b.Code
	})
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
