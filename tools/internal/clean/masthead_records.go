package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// standardNumber is that of a book or a series.
var standardNumber = regexp.MustCompile(`^(?i:e-?)?IS[SB]N\b`)

// isSerial reports whether a line says in which series a document came out:
// Official Records, 1999, Supplement No. 11.
func isSerial(text string) bool {
	return countWords(text) <= 45 && endingOf(text) != full && (records().in(folded(text)) > 0 || standardNumber.MatchString(text))
}

// isSymbolsNote reports whether a text is the note with which official records
// explain their symbols.
func isSymbolsNote(text string) bool {
	return countWords(text) <= 60 && symbolsNotes().in(folded(text)) > 0
}

// joinSymbolsNote joins the lines of that note, which empty lines may part.
func (d *document) joinSymbolsNote() {
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if b.Kind != source.Paragraph || !isSymbolsNote(b.plain()) {
			continue
		}
		for j := d.next(i); j >= 0 && endingOf(b.plain()) == open; j = d.next(j) {
			next := d.blocks[j]
			if next.Kind != source.Paragraph || next.words() > 20 {
				break
			}
			b.Text, next.gone = glue(b.Text, next.Text), true
			d.log(report.Joined, "line", next, next.Text, "")
		}
	}
	d.sweep()
}

// isImprint reports whether a line says who published a document, where and in
// which year: “United Nations • New York, 2011”.
func isImprint(text string) bool {
	pieces := besides.Split(text, -1)
	return len(pieces) == 2 && isOrgans(folded(pieces[0])) && yearAtEnd.MatchString(pieces[1]) && countWords(pieces[1]) <= 4
}

// leadsSymbolsNote reports whether the line at place i is the word above the note
// on symbols.
func (m *mastheadReader) leadsSymbolsNote(i int, text string) bool {
	n := m.d.next(i)
	return n >= 0 && noticeLeads().is(strings.TrimSpace(text)) && isSymbolsNote(m.d.blocks[n].plain())
}

// standardNumbers removes the numbers of a book or a series that stand on lines
// of their own below the masthead, as on the back of a cover.
func (d *document) standardNumbers(end int) {
	for _, b := range d.blocks[end:min(len(d.blocks), end+longestMasthead)] {
		if b.isLine() && b.words() <= 8 && endingOf(b.plain()) != full && standardNumber.MatchString(b.plain()) && !b.literal {
			d.remove(b, "masthead-note")
		}
	}
}
