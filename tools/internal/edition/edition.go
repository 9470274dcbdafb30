// Package edition seals named moments of the archive and keeps them in Git.
//
// An edition is the exact text of every report in every language at a moment.
// Open reads the editions that a branch holds, Plan says which texts changed
// and where their pages will stand for ever, Publish writes the built site and
// everything that was ever frozen as one commit, in one step that either
// happens or does not, and Verify checks a copy with nothing but its own
// bytes. Nothing else in this module knows Git.
package edition

import (
	"regexp"
	"sort"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// A Text is one report in one language, as an edition has it.
type Text struct {
	Report    string   `json:"report"`
	Lang      string   `json:"lang"`
	Title     string   `json:"title"`
	Digest    string   `json:"digest"`    // of all that its page says; equal digests are one text
	Edition   string   `json:"edition"`   // the edition in which it last changed
	Permalink string   `json:"permalink"` // its frozen folder, from the archive's root: fr/reports/x/2025.2/
	Units     []string `json:"-"`         // ids in reading order, then those that are gone; in units.json
}

// An Edition is a named moment of the archive.
type Edition struct {
	Name     string
	Moment   time.Time // UTC, whole seconds: when the source commit was made, unless said otherwise
	Source   string    // the commit that it was built from
	Tool     string    // the release that built it
	Texts    []Text    // by report, then language
	Previous string    // SHA-256 of the line before in editions.json; empty for the first
}

// Text returns the edition's text of a report in lang.
func (e *Edition) Text(id, lang string) (Text, bool) {
	i := sort.Search(len(e.Texts), func(i int) bool {
		t := &e.Texts[i]
		return t.Report > id || t.Report == id && t.Lang >= lang
	})
	if i < len(e.Texts) && e.Texts[i].Report == id && e.Texts[i].Lang == lang {
		return e.Texts[i], true
	}
	return Text{}, false
}

// The files of an archive that this package writes. Those without a folder
// stand in its root, the others in Folder(name).
const (
	JournalFile = "editions.json" // every edition, a line each, chained
	SumsFile    = "SHA256SUMS"    // in the root and in each edition's folder
	indexFile   = "edition.json"
	unitsFile   = "units.json"
	plainFile   = ".nojekyll"      // tells a host to serve the files as they are
	bytesFile   = ".gitattributes" // tells a clone to keep line endings as they are
)

// Folder returns where an edition's own files stand, from the archive's root.
func Folder(name string) string { return "editions/" + name + "/" }

// Permalink returns where the page of a text that changed in the edition name
// is frozen, from the archive's root.
func Permalink(id, lang, name string) string {
	return lang + "/reports/" + id + "/" + name + "/"
}

// Tag returns the Git tag of an edition.
func Tag(name string) string { return "edition/" + name }

// A name begins with a digit, as nothing else beside a report's page does: no
// language, no with-<lang>, no history, no report.json.
var namePattern = regexp.MustCompile(`^[0-9][0-9a-z]*([.-][0-9a-z]+)*$`)

// IsName reports whether s can name an edition: 2025, 2025.2, 2025-07. It
// stands as it is in a URL, in a file system and in a Git reference.
func IsName(s string) bool {
	return len(s) <= 31 && namePattern.MatchString(s) && !strings.HasSuffix(s, ".lock")
}

// A Refusal is why something was not published: every reason at once.
type Refusal struct{ Problems []report.Problem }

// Error is the problems, a line each.
func (r *Refusal) Error() string {
	lines := make([]string, len(r.Problems))
	for i := range r.Problems {
		lines[i] = r.Problems[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems.
func (r *Refusal) Unwrap() []error {
	errs := make([]error, len(r.Problems))
	for i := range r.Problems {
		errs[i] = &r.Problems[i]
	}
	return errs
}

func refuse(problems []report.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	report.SortProblems(problems)
	return &Refusal{problems}
}

func problem(code, file string, args ...string) *report.Problem {
	p := &report.Problem{Code: code, Severity: report.Error, File: file}
	if len(args) > 0 {
		p.Args = map[string]string{}
	}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	return p
}
