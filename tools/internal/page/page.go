// Package page is how a translation is written on disk: TOML front matter that
// Hugo understands and plain Markdown that a volunteer can edit, with no ids,
// no comments and no marks to preserve.
//
// Parse reads such a file into the model and says what it cannot hold; Format
// writes the model back. Format(Parse(x)) is x for every file that Format
// wrote. Nothing else in this module knows front matter or Markdown.
package page

import (
	"bytes"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
)

// The limits of a page. What is larger is not a report but an accident or an
// attack: parsers of Markdown take time and memory out of all proportion on
// some small files, so that a page is measured before it is parsed.
const (
	MaxBytes       = 1 << 20  // of a file
	MaxFrontMatter = 64 << 10 // bytes
	MaxDepth       = 12       // of nested lists and quotations
	MaxColumns     = 64       // of a table
	MaxCells       = 20000    // of all tables of a page
	MaxHeadings    = 2000
	MaxFootnotes   = 2000
)

// Parse reads the text of file, the translation of report id into lang. The
// translation is nil only where nothing could be made of the file; the
// problems then hold an error that says why.
func Parse(id, lang, file string, data []byte) (*report.Translation, []report.Problem) {
	front, body, bodyLine, problem := open(file, data)
	if problem != nil {
		return nil, []report.Problem{*problem}
	}
	t := &report.Translation{Report: id, Lang: lang, File: file}
	problems := parseFront(t, front)
	if problem := measure(file, body, bodyLine); problem != nil {
		return nil, append(problems, *problem)
	}
	t.Units = parseBody(body, bodyLine, t.Meta.Type == report.Transcript)
	return t, problems
}

// open parts the front matter of a page from its body, which begins at line
// bodyLine, once nothing forbids reading either.
func open(file string, data []byte) (front, body []byte, bodyLine int, problem *report.Problem) {
	fail := func(code string, line int, args map[string]string) ([]byte, []byte, int, *report.Problem) {
		return nil, nil, 0, &report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: args}
	}
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	if len(data) > MaxBytes {
		return fail("page-size", 0, map[string]string{"Limit": "1 MB"})
	}
	if i := invalidUTF8(data); i >= 0 {
		return fail("page-encoding", lineOf(data, i), nil)
	}
	front, body, bodyLine, ok := split(data)
	if !ok {
		return fail("front-matter-missing", 1, nil)
	}
	if len(front) > MaxFrontMatter {
		return fail("front-matter-size", 1, map[string]string{"Limit": "64 kB"})
	}
	return front, body, bodyLine, nil
}

var fence = []byte("+++")

// split parts front matter, between two lines of +++, from the body, which
// begins at line bodyLine of the file.
func split(data []byte) (front, body []byte, bodyLine int, ok bool) {
	first, rest, found := bytes.Cut(data, []byte("\n"))
	if !found || !bytes.Equal(bytes.TrimSpace(first), fence) {
		return nil, nil, 0, false
	}
	start, line := 0, 2
	for start < len(rest) {
		end := bytes.IndexByte(rest[start:], '\n')
		next := len(rest)
		text := rest[start:]
		if end >= 0 {
			text, next = rest[start:start+end], start+end+1
		}
		line++
		if bytes.Equal(bytes.TrimSpace(text), fence) {
			return rest[:start], rest[next:], line, true
		}
		start = next
	}
	return nil, nil, 0, false
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		if data[i] == 0 {
			return i
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func lineOf(data []byte, offset int) int {
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}
