package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// lastField is the place of the last line with which an official masthead says
// to whom the document goes and in which language it was written, or -1. What
// stands above it is no title where a title stands below it.
func (d *document) lastField() int {
	last, limited := -1, false
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead*3/5)] {
		text := b.plain()
		low := folded(text)
		switch {
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case b.Kind == source.Row && d.isFieldRow(b):
			if cells := strings.Join(b.Cells, " "); distribution().in(folded(cells)) > 0 || limited {
				last, limited = i, true
			}
		case b.Kind != source.Paragraph && b.Kind != source.Heading, b.words() >= 22, b.number != "", isEnacting(text), sectionTitles().is(text):
			return last
		case saysDistribution(low):
			last, limited = i, true
		case isOriginalField(text) && (limited || d.hasSymbol(i)):
			last, limited = i, true
		case limited && languageName(low) != "":
			last = i
		case i > 0 && isSessionName(text) && isBodyName(d.blocks[i-1].plain()):
			last, limited = i, true
		case last == i-1 && limited && b.words() <= 8 && len(datesIn(text)) > 0 && datesIn(text)[0].end != "":
			last = i // where and when the session was
		}
	}
	return last
}

// hasSymbol reports whether a symbol stands above place i.
func (d *document) hasSymbol(i int) bool {
	for _, b := range d.blocks[:i] {
		if unSymbol.MatchString(b.plain()) && b.words() <= 6 {
			return true
		}
	}
	return false
}

// isOriginalField reports whether a line says in which language the text was
// written. A lost line break has run the language of the text into it at times.
func isOriginalField(text string) bool {
	f := fieldLine.FindStringSubmatch(strings.Trim(text, "[]"))
	return f != nil && countWords(text) <= 6 && (originalWords().is(f[1]) || originalRunIn(f[1]))
}

// originalRunIn reports whether the name of a field is the name of a language
// with the word for the original right behind it.
func originalRunIn(name string) bool {
	low := folded(name)
	for _, w := range originalWords().list {
		if head, ok := strings.CutSuffix(low, w); ok && languageName(head) != "" {
			return true
		}
	}
	return false
}

// issuedAbove lifts a line above the fields of an official masthead that has
// its title below them: the treaty, the programme or the office that it is of.
func (m *mastheadReader) issuedAbove(b *block, i int) bool {
	if i >= m.fields || b.Kind != source.Paragraph || !m.titledBelow() || b.words() > 20 {
		return false
	}
	text := b.plain()
	named := len(m.d.meta.Symbols) > 0 || isIssuer(text)
	if !named || b.words() > 8 || len(datesIn(text)) > 0 || typeIn(text) != "" {
		m.d.meta.Subtitle = plainText(bare(b.Text))
		m.d.lift(b, "subtitle", "subtitle") // the name of the page that has the text
		return true
	}
	m.organs = append(m.organs, b)
	m.d.lift(b, "organisation", "organisation")
	return true
}

// titledBelow reports whether a line that can be the title stands below the
// fields.
func (m *mastheadReader) titledBelow() bool {
	for _, b := range m.d.blocks[m.fields+1 : m.end] {
		text := b.plain()
		if b.Kind == source.Heading {
			return false // its markup tells the title
		}
		if b.words() >= 12 && endingOf(text) == open && b.Kind == source.Paragraph {
			return true
		}
		official := isOrgans(folded(text)) || isSessionName(text) || isAgenda(text) || isBodyName(text) || isField(text)
		if b.words() >= 3 && !official && len(datesIn(text)) == 0 {
			return true
		}
	}
	return false
}

// isLongTitle reports whether the line at place i is the title of an official
// document though it is as long as prose: none has come below the fields, no
// mark ends it, and what follows begins anew.
func (d *document) isLongTitle(i, fields int) bool {
	b, next := d.blocks[i], d.next(i)
	fields = max(fields, d.symbolLine())
	if fields < 0 || i <= fields || b.Kind != source.Paragraph || b.words() > 70 || next < 0 || startsLower(b.plain()) {
		return false
	}
	after := d.blocks[next]
	if endingOf(b.plain()) != open || startsLower(after.plain()) {
		return false
	}
	if parted := after.Blank > 0 || d.broken || isCapitals(b.plain()) && !isCapitals(after.plain()); !parted {
		return false
	}
	lines, item := 0, false // item: of the agenda, with what that is about
	for _, above := range d.blocks[fields+1 : i] {
		item = isAgenda(above.plain()) || item && above.Blank == 0 && above.words() <= 45
		if item {
			continue
		}
		if lines++; above.words() >= 22 {
			return false
		}
	}
	return lines < 6
}

// symbolLine is the place of the line above the text that is the symbol of the
// document, or of the date below it, or -1.
func (d *document) symbolLine() int {
	found := -1
	for i, b := range d.blocks[:min(len(d.blocks), 10)] {
		text := strings.TrimRight(b.plain(), "*")
		switch {
		case b.words() >= 22:
			return found
		case allSymbols(text), found == i-1 && found >= 0 && b.words() <= 4 && len(datesIn(text)) == 1:
			found = i
		}
	}
	return found
}

// allSymbols reports whether a line is one symbol or two, and nothing else.
func allSymbols(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !isOwnSymbol(w) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 2
}

// saysDistribution reports whether a line says to whom a document goes, perhaps
// behind the name of an organ that a lost line break has run into it.
func saysDistribution(low string) bool {
	if distributionLine(low) {
		return true
	}
	o := organOf(low)
	if o == "" || countWords(low) > 12 {
		return false
	}
	w, ok := distribution().leads(strings.TrimSpace(low[len(o):]))
	return ok && strings.HasPrefix(strings.TrimSpace(low[len(o):]), w)
}

// organOf is the organ with which a line begins, or nothing.
func organOf(low string) string {
	for _, o := range organs().list {
		if strings.HasPrefix(low, o+" ") {
			return o
		}
	}
	return ""
}

// namesCountry reports whether a line below the title of an official document,
// right above its first numbered paragraph, is the title's last: the country
// that the observations of a committee are on.
func (m *mastheadReader) namesCountry(b *block, text string) bool {
	if m.end >= len(m.d.blocks) || b.words() > 3 || isNumbered(text) || sectionTitles().is(text) || endingOf(text) != open {
		return false
	}
	n, ok := m.d.blocks[m.end].Number()
	return ok && n == 1
}
