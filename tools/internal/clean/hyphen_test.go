package clean

import (
	"testing"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestHyphens: a word that a reader joined at a line's end is in the ledger as
// it was printed.
func TestHyphens(t *testing.T) {
	doc := &source.Document{Name: "x.pdf", Format: "pdf", Blocks: []source.Block{
		{Kind: source.Heading, Text: "A note on the harbour", Page: 1},
		{Text: "The members praised the cooperation of the ports.", Joins: []string{"coope-ration"}, Line: 4, Page: 1},
	}}
	_, ledger, err := Document(doc, Options{Report: "x", Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range ledger.Entries {
		if e.Action == report.Joined && e.Reason == "hyphen" && e.Text == "coope-ration" && e.Line == 4 {
			return
		}
	}
	t.Errorf("the ledger has %+v", ledger.Entries)
}
