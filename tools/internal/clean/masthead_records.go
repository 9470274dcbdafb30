package clean

import "regexp"

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

// standardNumbers removes the numbers of a book or a series that stand on lines
// of their own below the masthead, as on the back of a cover.
func (d *document) standardNumbers(end int) {
	for _, b := range d.blocks[end:min(len(d.blocks), end+longestMasthead)] {
		if b.isLine() && b.words() <= 8 && endingOf(b.plain()) != full && standardNumber.MatchString(b.plain()) && !b.literal {
			d.remove(b, "masthead-note")
		}
	}
}
