package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// titleFollows reports whether a line that can be the title stands below place i.
func (m *mastheadReader) titleFollows(i int) bool {
	for _, b := range m.d.blocks[i+1 : m.end] {
		text := b.plain()
		can := b.Kind == source.Heading && b.words() >= 3 ||
			b.Kind == source.Paragraph && isTitleText(b) && !isBracketed(text) && !isLetterhead(text)
		if can && len(datesIn(text)) == 0 {
			return true
		}
	}
	return false
}

// byline reads the line under a title that says who wrote the text, where an
// extractor has left no empty line between the agenda and the title: the last
// line above it is the title, and no subject of the agenda.
func (m *mastheadReader) byline(b *block, text string) bool {
	n := len(m.subjects)
	if n < 2 || m.last != m.subjects[n-1] || b.Blank > 0 || b.Kind == source.Heading {
		return false
	}
	if !leadsType(text) || b.words() > 10 || countWords(text) < 2 || endingOf(text) != open {
		return false
	}
	m.others = append(m.others, m.subjects[n-1], b)
	m.subjects, m.byLine = m.subjects[:n-1], b.Line
	return true
}

// leadsType reports whether a line opens with a word for a kind of text that
// somebody gives, and perhaps who: report of the chair.
func leadsType(text string) bool {
	_, ok := typeLeads().leads(text)
	return ok
}

// namesFile reports whether the first line is what an archive calls the file: a
// symbol that stands alone further down, and other words.
func (m *mastheadReader) namesFile(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	if rest == "" || !isOwnSymbol(word) {
		return false
	}
	for _, b := range m.d.blocks[1:m.end] {
		if b.plain() == word {
			return true
		}
	}
	return false
}
