// Package cite writes how a report is cited: as a sentence in the reader's
// language, for reference managers (BibTeX, RIS, CSL-JSON), and as what a page
// says of itself to programs (Highwire and Dublin Core names, schema.org).
//
// All of them are pure functions of a Work, and all of them name who
// translated the text and say that the original prevails.
package cite

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rapporteur/tools/internal/report"
)

// A Work is a translation as a citation names it.
type Work struct {
	Report      string // the report's id
	Locale      string // BCP 47, of the text
	Original    string // BCP 47, of the language it was written in; empty: not known, or this text is the original
	Title       string
	Subtitle    string
	Type        report.Type
	Status      report.Status
	Publisher   string // the body that published the report: its corporate author
	Symbols     []string
	Event       string
	Place       string
	Date        string // ISO 8601: a year, a month or a day
	WorkDate    string // the date that names the report in every language: its reference's
	Method      report.Method
	Translators []string // people or bodies, as they want to be named
	Reviewers   []string
	Notices     []Notice
	Archive     string // the title of the site
	Edition     string // in which the text last changed; empty: it was never published
	SWHID       string // of the text's bytes, which `git hash-object` confirms; empty: not known
	Permalink   string // absolute address to cite; empty: the site does not say where it is served
	Page        string // absolute address of the latest page
	Source      *Translation
	Others      []Translation // of an original: its translations
}

// A Notice limits the authority of the text, verbatim.
type Notice struct {
	Kind report.NoticeKind
	Lang string // BCP 47
	Text string // without markup
}

// A Translation is the same report in another language. Of the original, when
// the archive has not got it, nothing but the language is known.
type Translation struct {
	Locale string
	Title  string
	Page   string // absolute address of its latest page
}

// key names the work in a bibliography: letters, digits, hyphens and stops.
func (w *Work) key() string {
	key := w.Report + "-" + strings.ToLower(w.Locale)
	if w.Edition != "" {
		key += "-" + w.Edition
	}
	return key
}

// isReport tells what reference managers call a report, a numbered paper of a
// body, from the other kinds of document: a transcript and a statement, unless
// they have a symbol.
func (w *Work) isReport() bool {
	if len(w.Symbols) > 0 {
		return true
	}
	switch w.Type {
	case report.Messages, report.Summary, report.Outcome:
		return true
	}
	return false
}

// originalTitle is the title of the text that this is a translation of, where
// the archive has it.
func (w *Work) originalTitle() string {
	if w.Source == nil {
		return ""
	}
	return w.Source.Title
}

// dateParts are the year, month and day of an ISO 8601 date, as many as it has.
func dateParts(date string) []string {
	if date == "" {
		return nil
	}
	return strings.Split(date, "-")
}

// LanguageName is the name of a language in another, or its tag where Unicode's
// data has none.
func LanguageName(tag, in string) string {
	t, err := language.Parse(tag)
	if base, _ := t.Base(); err != nil || base.String() == "und" {
		return tag
	}
	namer := display.Tags(language.Make(in))
	if namer == nil {
		return tag
	}
	if name := namer.Name(t); name != "" {
		return name
	}
	return tag
}

// oneLine folds white space, so that a value cannot begin a line of its own.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
