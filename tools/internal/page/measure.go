package page

import (
	"bytes"
	"strconv"

	"rapporteur/tools/internal/report"
)

// measure refuses, in one pass over its lines, a body that goldmark would take
// minutes or gigabytes to parse. It returns nil for every page of a real
// report. The body begins at line firstLine of file.
func measure(file string, body []byte, firstLine int) *report.Problem {
	var headings, footnotes, cells int
	line := firstLine - 1
	over := func(what string, limit int) *report.Problem {
		return &report.Problem{Code: "page-limit", Severity: report.Error, File: file, Line: line,
			Args: map[string]string{"What": what, "Limit": strconv.Itoa(limit)}}
	}
	for len(body) > 0 {
		line++
		text, rest, _ := bytes.Cut(body, []byte("\n"))
		body = rest
		quotes, indent := 0, 0
		trimmed := text
	prefix:
		for len(trimmed) > 0 {
			switch trimmed[0] {
			case '>':
				quotes++
			case ' ':
				indent++
			case '\t':
				indent += 4
			default:
				break prefix
			}
			trimmed = trimmed[1:]
		}
		markers := 0
		for rest := trimmed; len(rest) > 1 && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') && rest[1] == ' '; {
			markers++
			rest = bytes.TrimLeft(rest[1:], " ")
		}
		switch {
		case quotes > MaxDepth || markers > MaxDepth || (indent > 4*MaxDepth && len(trimmed) > 0 && listMarker(trimmed)):
			return over("depth", MaxDepth)
		case bytes.HasPrefix(trimmed, []byte("#")):
			if headings++; headings > MaxHeadings {
				return over("headings", MaxHeadings)
			}
		case bytes.HasPrefix(trimmed, []byte("[^")) && bytes.Contains(trimmed, []byte("]:")):
			if footnotes++; footnotes > MaxFootnotes {
				return over("footnotes", MaxFootnotes)
			}
		}
		if pipes := bytes.Count(text, []byte("|")); pipes > 0 {
			if pipes > MaxColumns+1 {
				return over("columns", MaxColumns)
			}
			if cells += pipes; cells > MaxCells {
				return over("cells", MaxCells)
			}
		}
		// Unclosed links cost goldmark the square of their number.
		if bytes.Count(text, []byte("](<")) > 500 || bytes.Count(text, []byte("[")) > 5000 {
			return over("brackets", 5000)
		}
	}
	return nil
}

func listMarker(text []byte) bool {
	return len(text) > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' '
}
