package source

import (
	"bytes"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// MaxText is how long a text may be, in bytes. A report has tens of
// kilobytes; what is larger is something else.
const MaxText = 8 << 20

// A format is one that Read knows: by what its files begin with, or by name.
type format struct {
	name string
	is   func(name string, data []byte) bool
	read func(name string, data []byte) (*Document, error)
}

// formats are tried in this order; text takes what is left.
var formats = []format{
	{"page", isPage, readPage},
	{"docx", isPack, readPack},
	{"pdf", isPDF, readPDF},
	{"compound", isCompound, refuseCompound},
	{"html", isHTML, readHTML},
	{"text", isText, readText},
}

// Read reads a source. The name tells formats apart that begin alike, and
// stands in problems. Errors are of type *report.Problem.
func Read(name string, data []byte) (*Document, error) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) == 0 {
		return nil, problem("source-empty", name, nil)
	}
	for _, f := range formats {
		if f.is(name, data) {
			return f.read(name, data)
		}
	}
	return nil, problem("source-format", name, nil)
}

func problem(code, name string, args map[string]string) *report.Problem {
	return &report.Problem{Code: code, Severity: report.Error, File: name, Args: args}
}

// isPage reports whether the file is a page with front matter already.
func isPage(_ string, data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	first, rest, found := bytes.Cut(data, []byte("\n"))
	return found && string(bytes.TrimSpace(first)) == "+++" &&
		(bytes.Contains(rest, []byte("\n+++")) || bytes.HasPrefix(rest, []byte("+++")))
}

// readPage keeps a page as it is. A problem of its front matter is an error:
// it would otherwise be lost on the way.
func readPage(name string, data []byte) (*Document, error) {
	t, problems := page.Parse("", "", name, data)
	for i := range problems {
		if t == nil || problems[i].Severity == report.Error {
			return nil, &problems[i]
		}
	}
	return &Document{Name: name, Format: "page", Encoding: "utf-8", Page: t}, nil
}

// isText reports whether data can be text: no control characters but those
// that texts have, in the first part of it.
func isText(_ string, data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return true
	}
	for _, magic := range []string{"%PDF-", "PK\x03\x04", "\xd0\xcf\x11\xe0", "{\\rtf", "\x1f\x8b"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return false
		}
	}
	control := 0
	for _, c := range data[:min(len(data), 64<<10)] {
		switch {
		case c == 0:
			return false
		case c < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)):
			control++
		}
	}
	return control*200 <= min(len(data), 64<<10)
}
