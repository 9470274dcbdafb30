package clean

import (
	"regexp"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// plainBody is the text of a note whose number an extractor has left on the
// line: “1 See document …”. A number with a full stop is a paragraph's.
var plainBody = regexp.MustCompile(`^(\d{1,3})\s+(\S.*)$`)

// plainNotes finds the texts of raised numbers that have none: each is the only
// paragraph that begins with the number, and stands below its mark.
func (d *document) plainNotes(bodies map[string][]*block) {
	marked := map[string]bool{}
	found := map[string][]*block{}
	for _, b := range d.blocks {
		if b.Kind == source.Paragraph && !b.turn && b.number == "" {
			if m := plainBody.FindStringSubmatch(b.Text); m != nil && marked[m[1]] && !unicode.IsLower(first(m[2])) {
				found[m[1]] = append(found[m[1]], b)
			}
		}
		for _, m := range raisedRef.FindAllStringSubmatch(b.Text, -1) {
			marked[m[1]] = true
		}
	}
	for label, of := range found {
		if len(of) != 1 || len(bodies[label]) > 0 {
			continue
		}
		b := of[0]
		b.Kind, b.Label, b.Text = source.Note, label, plainBody.FindStringSubmatch(b.Text)[2]
		bodies[label] = of
	}
	for _, b := range d.blocks { // in the order of the text, for the ledger
		if of := bodies[b.Label]; b.Kind == source.Note && len(of) == 1 && len(found[b.Label]) == 1 && found[b.Label][0] == b {
			d.log(report.Moved, "footnote", b, b.Text, "[^"+b.Label+"]")
		}
	}
}
