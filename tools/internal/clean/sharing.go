package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// sharing removes what a site that shares documents puts above the text that it
// has taken from one: a title cut short, how many pages or readers there are,
// and the word that says that the full text follows.
func sharing(d *document) {
	d.shortTitle()
	d.aroundTranscript()
	d.sitePath()
	d.fullText()
	for i, b := range d.blocks {
		if i < 4 && b.Kind == source.Paragraph && !b.gone && loneDigits.MatchString(b.plain()) && i+1 < len(d.blocks) && d.blocks[i+1].words() > longestLine {
			d.remove(b, "web") // how many pages or readers
		}
		if i == 0 && b.Kind == source.Paragraph && b.words() == 0 && len(d.blocks) > 1 {
			d.remove(b, "web") // a sign between the names of links
		}
		if i < 4 && b.Kind == source.Paragraph && fileName.MatchString(b.plain()) {
			d.remove(b, "web")
		}
	}
}

// fileName is the name of a file and nothing else, with nothing that a person
// would write: signs for spaces.
var fileName = regexp.MustCompile(`(?i)^\S*(?:%20|_|-)\S*\.(?:pdf|docx?|odt|rtf|txt)$|^[\pL\d]+(?:_[\pL\d]+)*(?: _ [\d-]+)+$`)

// shortTitle removes the first line where it is a title that a site has cut
// short, with dots at its end, and whose first or last words the text says
// further down; and the lines in which the site says it again.
func (d *document) shortTitle() {
	if len(d.blocks) < 2 {
		return
	}
	b := d.blocks[0]
	title := folded(b.plain())
	head, cut := strings.CutSuffix(title, "...")
	if !cut {
		head, cut = strings.CutSuffix(title, "…")
	}
	words := strings.Fields(head)
	if !cut || len(words) < 4 || b.words() > 40 {
		return
	}
	said := false
	for _, later := range d.blocks[1:min(len(d.blocks), 12)] {
		text := folded(later.plain())
		said = said || strings.Contains(text, strings.Join(words[len(words)-2:], " ")) || strings.Contains(text, strings.Join(words[:3], " "))
		said = said || !strings.ContainsFunc(b.plain(), unicode.IsUpper) && later.words() > longestLine
	}
	if !said {
		return
	}
	d.remove(b, "web")
	for i, later := range d.blocks[1:] {
		if text := folded(later.plain()); later.isLine() && strings.HasSuffix(text, title) && countWords(text) <= countWords(title)+3 {
			d.remove(later, "web")
			d.excerpt(i + 1)
		}
	}
	d.sweep()
}

// excerpt removes what stands above place i where a site shows the beginning of
// a text before the whole of it: the text below says it again.
func (d *document) excerpt(i int) {
	var long *block
	for _, b := range d.blocks[:i] {
		if !b.gone && b.words() > longestLine && (long == nil || b.words() > long.words()) {
			long = b
		}
	}
	if long == nil {
		return
	}
	words := strings.Fields(folded(long.plain()))
	start := strings.Join(words[len(words)/4:len(words)/4+8], " ")
	for _, b := range d.blocks[i+1:] {
		if strings.Contains(folded(b.plain()), start) {
			for _, above := range d.blocks[:i] {
				if !above.gone {
					d.remove(above, "web")
				}
			}
			return
		}
	}
}

// sitePath removes a list at the top whose first item is the way to the site's
// first page.
func (d *document) sitePath() {
	if len(d.blocks) == 0 || d.blocks[0].Kind != source.Item || !homeWords().is(d.blocks[0].plain()) {
		return
	}
	for i, b := range d.blocks {
		if b.Kind != source.Item || i > 8 || b.Blank > 0 && i > 0 {
			break
		}
		d.remove(b, "navigation")
	}
	d.sweep()
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

// aroundTranscript removes the word that says that the text of a document
// follows, between a line and the same line again, and the first of the two.
// Both go where the line is no title: the name of a speaker stands in it.
func (d *document) aroundTranscript() {
	for i, b := range d.blocks[:min(len(d.blocks), 6)] {
		if i == 0 || i+1 >= len(d.blocks) || !b.isLine() || exactType(folded(b.plain())) != report.Transcript || d.blocks[i-1].plain() != d.blocks[i+1].plain() {
			continue
		}
		d.remove(d.blocks[i-1], "web")
		d.remove(b, "web")
		if speakerInside.MatchString(b.plain()) || speakerInside.MatchString(d.blocks[i+1].plain()) {
			d.remove(d.blocks[i+1], "web")
		}
		d.sweep()
		return
	}
}

// speakerInside is a name in capitals and a colon within a line.
var speakerInside = regexp.MustCompile(`\p{Lu}{2,} \p{Lu}{2,}: \S`)
