package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// siteHead removes what a page of a site has above its text: the name of its
// sign, the languages that it is in, signs that parted links.
func (d *document) siteHead() {
	for i, b := range d.blocks[:min(len(d.blocks), 10)] {
		if b.Kind != source.Paragraph && b.Kind != source.Item || b.words() > 20 || endingOf(b.plain()) == full {
			continue
		}
		text := b.plain()
		low := folded(text)
		word, _, _ := strings.Cut(low, " ")
		switch {
		case strings.Trim(text, "/|•· ") == "", languageBar(low), i == 0 && iconWords().is(word) && word != low && countWords(text) <= 12:
			d.remove(b, "web")
		}
	}
}

// languageBar reports whether a line says in which languages a page can be had:
// names of languages, each in its own, with a stroke between.
func languageBar(low string) bool {
	pieces := strings.FieldsFunc(low, func(r rune) bool { return r == '|' || r == '·' || r == '•' })
	if len(pieces) < 2 || len(pieces) > 9 {
		return false
	}
	for i, piece := range pieces {
		piece = strings.TrimSpace(piece)
		words := strings.Fields(piece)
		if len(words) == 0 || !isAutonym(piece) && !(i == 0 && isAutonym(words[len(words)-1])) {
			return false // the first may have the name of the site before it
		}
	}
	return true
}

// isAutonym reports whether a text is the name of a language in that language.
func isAutonym(low string) bool {
	for _, l := range lexicons() {
		if low == folded(l.Language) {
			return true
		}
	}
	return false
}
