package clean

import (
	"regexp"
	"strings"
	"unicode"

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

// loneMark is the number or the letter of an entry, or its page, on a line of
// its own.
var loneMark = regexp.MustCompile(`^(?:\d{1,3}|[IVX]{1,5}|\p{Lu})\\?\.?$`)

// plainContents is the end of a list of contents from place i whose entries
// have no pages, or pages in no order or on lines of their own, and whose first
// never comes again: where lines with leaders, or lines that count, end.
func (d *document) plainContents(i int) int {
	counted, led, end := 0, 0, i
	whole := false // the entry before has its page
	for j := i; j < len(d.blocks) && j < i+120; j++ {
		b := d.blocks[j]
		text := b.plain()
		switch {
		case leaders.MatchString(text):
			led, end, whole = led+1, j+1, endsInDigit(text)
		case !d.canBeEntry(b, led > 0) || saysField(b):
			return d.endOfEntries(i, end, counted, led)
		case loneDigits.MatchString(text) && led > 0:
			end, whole = j+1, true
		case loneMark.MatchString(text), isNumbered(text) && !unicode.IsDigit(first(text)),
			b.Kind == source.Item && b.Marker != "" && d.comesAgain(j):
			counted, end, whole = counted+1, j+1, false
		case b.Blank == 0 && end == j && !whole:
			end = j + 1 // an entry goes on
		}
	}
	return i
}

// saysField reports whether a line is of a masthead: a field, or a symbol.
func saysField(b *block) bool {
	text := b.plain()
	return isOriginalField(text) || saysDistribution(folded(text)) || b.words() <= 6 && unSymbol.MatchString(text)
}

// endsInDigit reports whether a text ends in a digit, as an entry with its page.
func endsInDigit(text string) bool {
	last := text[len(text)-1]
	return last >= '0' && last <= '9'
}

// canBeEntry reports whether a block may be an entry of a list of contents.
func (d *document) canBeEntry(b *block, led bool) bool {
	text := b.plain()
	if !b.isProse() && b.Kind != source.Heading || b.words() > 30 {
		return false
	}
	if loneMark.MatchString(text) {
		return true
	}
	if led && b.Blank > 0 && isCapitals(text) {
		return false // the first section below lines with leaders
	}
	return b.words() > 0 && endingOf(text) == open
}

// endOfEntries is where a list of contents ends that text follows: three of its
// lines at least must lead to a page or count.
func (d *document) endOfEntries(i, end, counted, led int) int {
	if led >= 3 || counted >= 3 && led == 0 {
		return end
	}
	return i
}

// summaryContents is the end of the list from place i of what a record tells:
// short lines, the first of which opens a line further on, behind it perhaps the
// item of the agenda in brackets.
func (d *document) summaryContents(i int) int {
	end := i
	for end < len(d.blocks) && end < i+30 {
		b := d.blocks[end]
		if !b.isTextOrHeading() || b.words() == 0 || b.words() > 45 || endingOf(b.plain()) != open || startsLower(b.plain()) {
			break
		}
		end++
	}
	if end == i || end == len(d.blocks) {
		return i
	}
	first := unbracketed(d.blocks[i].plain())
	for _, b := range d.blocks[end:min(len(d.blocks), end+40)] {
		if len(first) >= 12 && b.words() <= 60 && strings.HasPrefix(folded(b.plain()), first) {
			for _, entry := range d.blocks[i:end] {
				d.expect(unbracketed(entry.plain()))
			}
			return end
		}
	}
	return i
}
