package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// sharing removes what a site that shares documents puts above the text that it
// has taken from one: a title cut short, how many pages or readers there are,
// and the word that says that the full text follows.
func sharing(d *document) {
	d.shortTitle()
	d.fullText()
	for i, b := range d.blocks {
		if i < 4 && b.Kind == source.Paragraph && !b.gone && loneDigits.MatchString(b.plain()) && i+1 < len(d.blocks) && d.blocks[i+1].words() > longestLine {
			d.remove(b, "web") // how many pages or readers
		}
		if i < 4 && b.Kind == source.Paragraph && fileName.MatchString(b.plain()) {
			d.remove(b, "web")
		}
	}
}

// fileName is the name of a file and nothing else, with nothing that a person
// would write: signs for spaces.
var fileName = regexp.MustCompile(`(?i)^\S*(?:%20|_|-)\S*\.(?:pdf|docx?|odt|rtf|txt)$`)

// shortTitle removes the first line where it is a title that a site has cut
// short, with dots at its end, and whose last words the text says further down.
func (d *document) shortTitle() {
	if len(d.blocks) < 2 {
		return
	}
	b := d.blocks[0]
	head, cut := strings.CutSuffix(strings.TrimRight(b.plain(), " "), "...")
	if !cut {
		head, cut = strings.CutSuffix(strings.TrimRight(b.plain(), " "), "…")
	}
	words := strings.Fields(folded(head))
	if !cut || b.words() < 4 || b.words() > 40 || len(words) < 4 {
		return
	}
	tail := strings.Join(words[len(words)-2:], " ")
	for _, later := range d.blocks[1:min(len(d.blocks), 12)] {
		if strings.Contains(folded(later.plain()), tail) || !strings.ContainsFunc(head, unicode.IsUpper) && later.words() > longestLine {
			d.remove(b, "web")
			return
		}
	}
}

// fullText removes a line that says that the full text follows, and what stands
// above it where the text has its own masthead: a dated line within a few below.
// Where it has none, the title stands above.
func (d *document) fullText() {
	at := -1
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if b.isLine() && fullTextWords().is(b.plain()) {
			at = i
			break
		}
		if _, shares := boilerplate().leads(b.plain()); !shares && b.isProse() && d.isContent(b.plain()) && !d.saidBelow(i) {
			return
		}
		if len(datesIn(b.plain())) > 0 && b.words() <= 20 && countWords(b.plain()) > 3 {
			return // a masthead of its own
		}
	}
	if at < 0 || at+2 >= len(d.blocks) {
		return
	}
	for _, b := range d.blocks[at+1 : min(len(d.blocks), at+10)] {
		if found := datesIn(b.plain()); len(found) > 0 && b.words() <= 30 && endingOf(b.plain()) == open && at > 0 {
			for _, b := range d.blocks[:at] {
				d.remove(b, "web")
			}
			break
		}
	}
	d.remove(d.blocks[at], "web")
	d.sweep()
}

// saidBelow reports whether what the block at place i says stands in a later
// block too.
func (d *document) saidBelow(i int) bool {
	text := quoteless.Replace(folded(d.blocks[i].plain()))
	for _, b := range d.blocks[i+1:] {
		if strings.Contains(quoteless.Replace(folded(b.plain())), text) {
			return true
		}
	}
	return false
}

// quoteless leaves out what sites set or lose around and within the title that
// they make of a sentence.
var quoteless = strings.NewReplacer("'", "", "’", "", `"`, "", "«", "", "»", "", " ", "")
