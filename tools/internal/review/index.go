package review

import (
	_ "embed"
	"html/template"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// An Entry is one file of a folder that was imported, as the list of its
// reviews shows it.
type Entry struct {
	File   string // as the manifest names it
	Report string
	Lang   string
	Page   *report.Translation // or nil, where the file could not be read
	Words  report.Words        // of the ledger
	Doubts int                 // places to look at first
	Review string              // the review's file, in the folder of the list; empty where there is none
	Result string              // what became of the page, or what is wrong
	Failed bool
}

//go:embed index.html
var listing string

// Index is the page that leads to the reviews of a folder, for a person who
// has many imports to accept and wants to begin with those in doubt.
func Index(entries []Entry, say *message.Printer) ([]byte, error) {
	v := struct {
		Lang, Dir, Policy string
		Style             template.CSS
		Entries           []Entry
		Read, Doubts      int
	}{Lang: say.Lang, Dir: direction(say.Lang), Style: template.CSS(style), Entries: entries}
	v.Policy = "default-src 'none'; style-src " + hash(style) + "; base-uri 'none'; form-action 'none'"
	for _, e := range entries {
		if e.Review != "" {
			v.Read++
		}
		v.Doubts += e.Doubts
	}
	return execute(listing, &v, say)
}
