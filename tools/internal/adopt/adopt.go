// Package adopt takes the texts of an existing Hugo site into the archive's
// form. It reads what Hugo would read, keeps what the model holds, and says of
// all else, file by file and line by line, that it found no place for it. The
// old site is not touched.
package adopt

import (
	"crypto/sha256"
	"encoding/hex"

	"rapporteur/tools/internal/clean"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
	"rapporteur/tools/internal/unit"
)

// Options say what the old site does not.
type Options struct {
	Sections []string // folders below content/ whose pages are reports; empty: see Read
	Original string   // the language of the reports; empty: the site's default
}

// A Text is a page of the old site that has become a translation.
type Text struct {
	Report, Lang string
	File         string // of the old site, slash-separated, from its root
	Source       []byte // what was taken of it: Markdown, with its lines where they were
	Page         *report.Translation
	Ledger       *report.Ledger
}

// A Result is all that was made of a site.
type Result struct {
	Texts     []Text           // by report and language
	Redirects []Redirect       // by old address
	Problems  []report.Problem // what was not placed, by file and line
}

// Site reads the Hugo site in dir.
func Site(dir string, o Options) (*Result, error) {
	s, err := open(dir)
	if err != nil {
		return nil, err
	}
	if err := s.walk(o.Sections); err != nil {
		return nil, err
	}
	s.place()
	original := o.Original
	if original == "" {
		original = s.fallback
	}
	r := &Result{}
	for _, p := range s.pages {
		text, err := s.text(p, original)
		if err != nil {
			s.add(*err)
			continue
		}
		r.Texts = append(r.Texts, *text)
		r.Redirects = append(r.Redirects, p.redirects(s)...)
	}
	sortTexts(r.Texts)
	r.Redirects = uniqueRedirects(r.Redirects, s)
	if s.guessed {
		s.leave("adopt-address", "", 0, "")
	}
	report.SortProblems(s.problems)
	r.Problems = s.problems
	return r, nil
}

// text makes a translation of a page, by the same cleaning as an import.
func (s *site) text(p *oldPage, original string) (*Text, *report.Problem) {
	name := "source." + p.lang + ".md"
	data := []byte(s.markdown(p))
	doc, err := source.Read(p.file, data)
	if err != nil {
		return nil, asProblem(err, p.file)
	}
	sum := sha256.Sum256(data)
	if p.front.original != "" {
		original = p.front.original
	}
	t, ledger, err := clean.Document(doc, clean.Options{
		Report: p.report, Lang: p.lang, Original: original, File: name, SHA256: hex.EncodeToString(sum[:]), Authored: true,
	})
	if err != nil {
		return nil, asProblem(err, p.file)
	}
	s.lift(p, t)
	return &Text{Report: p.report, Lang: p.lang, File: p.file, Source: data, Page: t, Ledger: ledger}, nil
}

// lift puts what the old front matter says where the page has a place for it.
// What the text itself says comes first, but for the title.
func (s *site) lift(p *oldPage, t *report.Translation) {
	m, f := &t.Meta, &p.front
	if f.title != "" && unit.Fold(m.Title) != unit.Fold(f.title) {
		if m.Subtitle == "" && m.Title != t.Report {
			m.Subtitle = m.Title
		}
		m.Title = f.title
	}
	first := func(to *string, value string) {
		if *to == "" {
			*to = value
		}
	}
	first(&m.Subtitle, f.subtitle)
	first(&m.Date, f.date)
	first(&m.Event, f.event)
	first(&m.Place, f.place)
	first(&m.Organisation, f.organisation)
	if m.Type == "" || f.kind != "" {
		m.Type = report.Type(f.kind)
	}
	if len(m.Credit.Translators) == 0 {
		m.Credit.Translators = f.translators
	}
	if len(m.Credit.Reviewers) == 0 {
		m.Credit.Reviewers = f.reviewers
	}
}

func asProblem(err error, file string) *report.Problem {
	if p, ok := err.(*report.Problem); ok {
		q := *p
		q.File, q.Severity = file, report.Error
		return &q
	}
	return &report.Problem{Code: "unreadable", Severity: report.Error, File: file, Args: map[string]string{"Error": err.Error()}}
}

// add keeps a problem.
func (s *site) add(p report.Problem) { s.problems = append(s.problems, p) }

// leave says that something of a file was not placed.
func (s *site) leave(code, file string, line int, text string) {
	const most = 120 // characters that a sentence quotes
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	s.add(report.Problem{Code: code, Severity: report.Info, File: file, Line: line, Args: map[string]string{"Text": text}})
}
