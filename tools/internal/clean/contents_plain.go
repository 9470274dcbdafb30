package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// isContentsTitle reports whether a line is the title of a list of contents,
// perhaps with the names of its columns: “Contents”, “Contents Page”.
func isContentsTitle(text string) bool {
	if contentsTitles().is(text) {
		return true
	}
	words := strings.Fields(text)
	last := len(words) - 1
	return last >= 1 && last <= 4 && pageWords().is(words[last]) && contentsTitles().is(strings.Join(words[:last], " "))
}

// entryColumns are the numbers of paragraphs and pages behind an entry, or the
// letters that stand for them in a draft.
var entryColumns = regexp.MustCompile(`(?:[\s.…·_]+(?:x|\d{1,4})(?:[-–−](?:x|\d{1,4}))?){1,2}$`)

// entryOf is what an entry names, without what counts it and its columns.
func entryOf(b *block) string {
	return uncounted(strings.TrimSpace(entryColumns.ReplaceAllString(folded(b.whole()), "")))
}

// plainContents is the end of a list of contents from place i whose entries
// have no pages, or pages in no order, and whose first never comes again: where
// lines with leaders, or lines that count, end.
func (d *document) plainContents(i int) int {
	if i >= len(d.blocks) {
		return i
	}
	counted, led, end := 0, 0, i
	for j := i; j < len(d.blocks) && j < i+80; j++ {
		b := d.blocks[j]
		leads := leaders.MatchString(b.plain())
		switch {
		case !d.canBeEntry(b, j > i && led > 0):
			return d.endOfEntries(i, end, counted, led)
		case leads:
			led, end = led+1, j+1
		case isNumbered(b.plain()) || b.Kind == source.Item:
			counted, end = counted+1, j+1
		case d.blocks[j].Blank == 0 && end == j && endingOf(b.plain()) == open:
			end = j + 1 // an entry goes on
		}
	}
	return i
}

// canBeEntry reports whether a block may be an entry of a list of contents.
func (d *document) canBeEntry(b *block, led bool) bool {
	text := b.plain()
	if b.Kind != source.Paragraph && b.Kind != source.Item && b.Kind != source.Heading || b.words() > 30 || b.words() == 0 {
		return false
	}
	if leaders.MatchString(text) {
		return true
	}
	if n, ok := b.Number(); ok && n > 0 && endingOf(text) != open || led && b.Blank > 0 && isCapitals(text) {
		return false // a paragraph, or the first section below lines with leaders
	}
	return endingOf(text) == open
}

// endOfEntries is where a list of contents ends that text follows: three of its
// lines at least must lead to a page or count.
func (d *document) endOfEntries(i, end, counted, led int) int {
	if led >= 3 || counted >= 3 && led == 0 {
		return end
	}
	return i
}
