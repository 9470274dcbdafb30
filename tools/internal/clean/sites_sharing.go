package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/source"
)

// sharing removes what is left above a text that a site has taken from a
// document: a title cut short, how many pages or readers there are, the name of
// a file.
func (d *document) sharing() {
	d.shortTitle()
	for i, b := range d.blocks[:min(len(d.blocks), 4)] {
		if b.Kind != source.Paragraph || b.gone {
			continue
		}
		aboveText := i+1 < len(d.blocks) && d.blocks[i+1].words() > longestLine
		switch {
		case aboveText && loneDigits.MatchString(b.plain()):
			d.remove(b, "web") // how many pages or readers
		case i == 0 && b.words() == 0 && len(d.blocks) > 1:
			d.remove(b, "web") // a sign between the names of links
		case fileName.MatchString(b.plain()):
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
	letters := 0
	for _, w := range words {
		if utf8.RuneCountInString(w) == 1 {
			letters++
		}
	}
	if !said && letters*10 < len(words)*7 {
		return // and no line of signs that a font without names for its letters left
	}
	d.remove(b, "web")
	for _, later := range d.blocks[1:] {
		if text := folded(later.plain()); later.isLine() && strings.HasSuffix(text, title) && countWords(text) <= countWords(title)+3 {
			d.remove(later, "web")
		}
	}
	d.sweep()
}
