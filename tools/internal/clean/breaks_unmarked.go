package clean

import (
	"regexp"
	"unicode"

	"rapporteur/tools/internal/source"
)

// figureFirst is a figure and what it counts, in lower case, at the start of a
// text: no sentence begins so, unless it is about a year.
var (
	figureFirst = regexp.MustCompile(`^\d[\d.,\x{a0} ]*\s\p{Ll}`)
	yearFirst   = regexp.MustCompile(`^(?:19|20)\d\d\s`)
)

// mustGoOn reports whether a text without a mark at its end is cut, though what
// stands below it opens with a capital, as names do: it is a numbered paragraph,
// or an item of a list whose items end in marks and which goes on below, and what
// follows is no heading and no note, which a number opens.
func (d *document) mustGoOn(a, b *block, after string) bool {
	if endingOf(after) != full || looksLikeHeading(after) || isOpening(after) || a.words() < 12 || !unicode.IsLetter([]rune(after)[0]) {
		return false
	}
	if a.number != "" && a.Kind == source.Paragraph {
		return countWords(after) >= 6
	}
	if a.Kind != source.Item {
		return false
	}
	below := d.next(indexOf(d.blocks, b))
	return below >= 0 && d.blocks[below].Kind == source.Item && d.blocks[below].Level == a.Level && d.listIsPointed(indexOf(d.blocks, a))
}
