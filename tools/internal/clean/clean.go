// Package clean makes a translation of a source: it finds what the blocks
// mean, takes out what belongs to the page and not to the text, joins what
// page ends have cut, parts what an extractor has run together, and says in a
// ledger what it did. Wording, spelling and typography are never touched.
//
// The work is a list of passes, each small and each for one artefact. A pass
// knows kinds of report, never one report; the words that it looks for are in
// words/, a file a language.
package clean

import (
	"strconv"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// Options say what the source itself may not.
type Options struct {
	Report   string // the report's id
	Lang     string // the source's language, as the archive writes tags
	Original string // the language that the report was written in; empty: as the source says
	File     string // the archive's name for the source: source.<lang>.<ext>
	SHA256   string // of the source
	Profile  string // a kind of document, of Profiles; empty: as the text looks
	Authored bool   // its marks were set by people, not by an extractor: a heading is one
}

// A pass is one step of the work.
type pass struct {
	name string
	run  func(*document)
}

// passes in the order in which they run: first what stands in a line, then
// which lines are a block, then what is not text, then what the text is.
var passes = []pass{
	{"sites", sites},         // what a site that has a text puts around it
	{"runs", runs},           // lines and speakers run together
	{"pages", pages},         // the lines of a report's pages run together
	{"inline", inline},       // HTML, dead links and padding inside a line
	{"icons", icons},         // pictures that left their names
	{"fused", fused},         // numbers and their text, where the tab was lost
	{"contents", contents},   // the list of contents
	{"speakers", speakers},   // names of speakers on lines of their own
	{"furniture", furniture}, // running heads, page numbers, job codes
	{"marks", marks},         // numbers on lines of their own
	{"footlines", footlines}, // notes at the foot of pages
	{"lines", lines},         // lines that make one paragraph
	{"notices", notices},     // statements that limit authority, credits
	{"ends", ends},           // contacts and web page parts
	{"turns", turns},         // who speaks
	{"masthead", masthead},   // title, event, dates, symbol
	{"notes", notes},         // footnotes
	{"numbers", numbers},     // numbered paragraphs
	{"breaks", breaks},       // what page ends have cut
	{"tables", tables},       // rows, heads over two lines
	{"items", items},         // bullets left in the text, items run together
	{"headings", headings},   // headings run into text, or plain lines
	{"levels", levels},       // of headings
	{"crosswalk", crosswalk}, // links to other frameworks
	{"facts", facts},         // type, dates that only the text tells
	{"languages", languages}, // text in another language than declared
}

// Document cleans a source. The error is a *report.Problem.
func Document(src *source.Document, opts Options) (*report.Translation, *report.Ledger, error) {
	if src.Page != nil {
		return kept(src.Page, opts)
	}
	if _, err := profileOf(opts.Profile); err != nil {
		return nil, nil, err
	}
	words := sourceWords(src)
	t, ledger, wrong, err := attempt(src, opts, words, nil)
	for try := 0; err == nil && len(wrong) > 0 && try < 2; try++ {
		literal := literalBlocks(src, wrong, try > 0)
		t, ledger, wrong, err = attempt(src, opts, words, literal)
	}
	switch {
	case err != nil:
		return nil, nil, err
	case len(wrong) > 0:
		w := ledger.Words
		return nil, nil, &report.Problem{Code: "import-words", Severity: report.Error, File: src.Name,
			Args: map[string]string{"Word": wrong[0], "Source": strconv.Itoa(w.Source), "Page": strconv.Itoa(w.Page),
				"Lifted": strconv.Itoa(w.Lifted), "Removed": strconv.Itoa(w.Removed)}}
	}
	return t, ledger, nil
}

// attempt runs the passes and draws up the sum. It gives the words for which
// the sum does not close. The blocks of literal are text to the letter.
func attempt(src *source.Document, opts Options, words tally, literal map[int]bool) (*report.Translation, *report.Ledger, []string, error) {
	d := newDocument(src, opts)
	d.spell(literal)
	for _, p := range passes {
		if !d.profile.skips(p.name) {
			p.run(d)
			d.sweep()
		}
	}
	if d.profile.Type != "" {
		d.meta.Type = d.profile.Type
	}
	t := &report.Translation{Report: opts.Report, Lang: opts.Lang, Meta: d.meta, Units: d.units()}
	t.Meta.Source = report.Source{File: opts.File, SHA256: opts.SHA256}
	if opts.Original != "" {
		t.Meta.Original = opts.Original
	}
	if t.Meta.Title == "" {
		t.Meta.Title = opts.Report
		d.log(report.Added, "title-unknown", nil, "", "title")
	}
	if len(t.Units) == 0 {
		return nil, nil, nil, &report.Problem{Code: "import-no-text", Severity: report.Error, File: src.Name}
	}
	holds := d.survive(t)
	d.ledger.Source, d.ledger.SHA256 = opts.File, opts.SHA256
	d.sortLedger()
	var wrong []string
	d.ledger.Words, wrong = account(words, t.Units, d.ledger.Entries)
	if !holds && len(wrong) == 0 {
		wrong = []string{"?"} // every word is there, and the page would lose one
	}
	return t, &d.ledger, wrong, nil
}

// kept is a page that is one already: nothing is changed, nothing removed.
func kept(t *report.Translation, opts Options) (*report.Translation, *report.Ledger, error) {
	c := *t
	c.Report, c.Lang = opts.Report, opts.Lang
	if opts.Original != "" && c.Meta.Original == "" {
		c.Meta.Original = opts.Original
	}
	if c.Meta.Source.File == "" {
		c.Meta.Source.File, c.Meta.Source.SHA256 = opts.File, opts.SHA256
	}
	n := unitWords(c.Units).total()
	return &c, &report.Ledger{Source: opts.File, SHA256: opts.SHA256, Words: report.Words{Source: n, Page: n}, Entries: []report.Entry{}}, nil
}
