// Package exchange takes reports to the tools that translators work with, and
// brings their work back: XLIFF, gettext PO and TMX.
//
// Export gives the text of one report for one pair of languages, an entry a
// unit. Merge takes it back: an entry that nobody touched changes nothing, one
// that was edited changes its unit and nothing else in the file, and one whose
// unit has changed here too since the export is a conflict for a person to
// decide. What comes back is untrusted. It is read as text and inline codes,
// and written anew, so that no entry can be more than the one unit it was.
package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"strings"

	"rapporteur/tools/internal/report"
)

// The limits of a file that comes back. What is larger was never exported.
const (
	MaxBytes   = 32 << 20 // of a file
	maxEntries = 100_000  // of a file
	maxText    = 64 << 10 // bytes of one text
	maxMarks   = 2000     // characters of one text that Markdown may read as markup
	maxDepth   = 64       // of elements
)

// A File is the text of one report in two languages.
type File struct {
	Report  string // its id
	Title   string
	From    string // tag of the reference's language
	To      string // tag of the translation's
	FromRTL bool
	ToRTL   bool
	Path    string // of the translation, from the archive's root
	Base    string // hash of that file when this was exported; empty: there was none, or nothing is known
	Date    string // of the text that the translation was made from
	Credit  report.Credit
	Notices []report.Notice // of the reference, then of the translation
	Entries []Entry
}

// An Entry is a text of its own with its translation: a unit, a cell of a row,
// or a plain text of the front matter.
type Entry struct {
	ID       string // the unit's; row3.2 for its second cell; title, event …
	Section  string // the headings that it stands under
	Plain    bool   // has no markup: front matter
	Fixed    bool   // has no words to translate
	State    State
	Stale    bool   // the reference has changed since
	Finished bool   // of a file that comes back: it says that nothing is left to do
	Fuzzy    bool   // of a file that comes back: its translator says that it is not finished
	Previous string // Markdown of the reference that the target was made from, where that is known
	Notes    []string
	Source   Text
	Target   Text   // empty: not translated
	Codes    []Code // those of source and target; a token's ID is the position here, from 1
	Was      string // hash of the target when this was exported; empty: nothing is known
	Line     int    // of a file that comes back
}

// A State is how far an entry is, in the words of XLIFF 2.
type State string

// The states.
const (
	Initial    State = "initial"
	Translated State = "translated"
	Reviewed   State = "reviewed"
	Final      State = "final"
)

// A Format is a kind of file.
type Format struct {
	Name      string
	Extension string // with its dot
	Write     func(io.Writer, *File) error
}

// Formats lists the formats that Export writes, by name.
var Formats = []Format{
	{"xliff", ".xlf", WriteXLIFF},
	{"xliff1", ".xliff", WriteXLIFF1},
	{"po", ".po", WritePO},
	{"tmx", ".tmx", func(w io.Writer, f *File) error { return WriteTMX(w, []*File{f}) }},
}

// Read reads a file that a tool has saved, whatever its format; a file can
// hold the texts of several reports.
func Read(name string, data []byte) ([]*File, error) {
	if len(data) > MaxBytes {
		return nil, problem("exchange-size", name, 0, "Limit", "32 MB")
	}
	data, ok := decode(data)
	if !ok {
		return nil, problem("exchange-encoding", name, 0)
	}
	if strings.EqualFold(path.Ext(name), ".po") || !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		return readPO(name, string(data))
	}
	return readXML(name, data)
}

// hash names a text in the little room that a comment or an attribute has.
func hash[T string | []byte](s T) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:6])
}

func problem(code, file string, line int, args ...string) *report.Problem {
	p := &report.Problem{Code: code, Severity: report.Error, File: file, Line: line, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	return p
}
