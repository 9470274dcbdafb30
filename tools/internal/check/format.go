package check

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
)

// Summary is the code of the line that ends a text of problems; its Args are
// Errors, Warnings and Infos.
const Summary = "check-summary"

// WriteText writes a line a problem, as compilers do, in the order of file and
// line, and a line that counts them. say makes the sentence, name names a
// severity.
func WriteText(w io.Writer, problems []report.Problem, say func(*report.Problem) string, name func(report.Severity) string) error {
	problems = inOrder(problems)
	counts := make(map[report.Severity]int)
	for i := range problems {
		p := &problems[i]
		counts[p.Severity]++
		place := p.File
		if p.Line > 0 {
			place += ":" + strconv.Itoa(p.Line)
		}
		if place != "" {
			place += ": "
		}
		if _, err := fmt.Fprintf(w, "%s%s %s: %s\n", printable(place), name(p.Severity), p.Code, printable(say(p))); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w, say(&report.Problem{Code: Summary, Severity: report.Info, Args: map[string]string{
		"Errors": strconv.Itoa(counts[report.Error]), "Warnings": strconv.Itoa(counts[report.Warning]), "Infos": strconv.Itoa(counts[report.Info]),
	}}))
	return err
}

// WriteJSON writes the problems as an array of objects.
func WriteJSON(w io.Writer, problems []report.Problem, say func(*report.Problem) string) error {
	type object struct {
		Code     string            `json:"code"`
		Severity report.Severity   `json:"severity"`
		File     string            `json:"file"`
		Line     int               `json:"line,omitempty"`
		Unit     string            `json:"unit,omitempty"`
		Message  string            `json:"message"`
		Args     map[string]string `json:"args,omitempty"`
	}
	list := []object{}
	for _, p := range inOrder(problems) {
		list = append(list, object{p.Code, p.Severity, p.File, p.Line, p.Unit, say(&p), p.Args})
	}
	return encode(w, list)
}

// WriteGitHub writes the problems as workflow commands, which a forge shows
// beside the lines of a contribution.
func WriteGitHub(w io.Writer, problems []report.Problem, say func(*report.Problem) string) error {
	commands := map[report.Severity]string{report.Error: "error", report.Warning: "warning", report.Info: "notice"}
	for _, p := range inOrder(problems) {
		place := "file=" + commandProperty(p.File)
		if p.Line > 0 {
			place += ",line=" + strconv.Itoa(p.Line)
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", commands[p.Severity], place, commandProperty(p.Code), commandData(say(&p))); err != nil {
			return err
		}
	}
	return nil
}

// The escapes of workflow commands, as actions/toolkit has them.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func commandData(s string) string     { return dataEscapes.Replace(s) }
func commandProperty(s string) string { return propertyEscapes.Replace(s) }

// inOrder is a sorted copy.
func inOrder(problems []report.Problem) []report.Problem {
	sorted := append([]report.Problem(nil), problems...)
	report.SortProblems(sorted)
	return sorted
}

// printable is s on one line, and with nothing in it that a terminal would
// obey.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
