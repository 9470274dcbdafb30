package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// longestHead is how many lines a site puts above a title at most.
const longestHead = 14

// siteTitle is the place of the title below lines that a site or an archive has
// put above it, or 0: a title that is said twice, once by the page and once by
// the text, or the first line that opens with what kind of text it is, below
// names and dates. What is marked as a heading speaks for itself.
func (d *document) siteTitle() int {
	if d.styled() {
		return 0
	}
	typed := 0
	for i, b := range d.blocks[:min(len(d.blocks), longestHead)] {
		text := plainText(bare(b.Text))
		if b.Kind == source.Rule || b.Kind == source.PageBreak {
			continue
		}
		if b.Kind != source.Paragraph || b.turn || b.number != "" || i > 0 && (sectionTitles().is(text) || isNumbered(text)) {
			break
		}
		if n := d.next(i); n >= 0 && b.words() >= 3 && endingOf(text) == open && folded(text) == folded(plainText(bare(d.blocks[n].Text))) {
			return i
		}
		if typed == 0 && i > 0 && opensWithType(b, text) {
			typed = i
		}
	}
	if typed == 0 {
		return 0
	}
	for _, b := range d.blocks[:typed] {
		if b.Kind == source.Paragraph && !standsAbove(b) {
			return 0
		}
	}
	return typed
}

// opensWithType reports whether a line begins with what kind of text it is the
// title of, and says more: a declaration, a communiqué, an agenda.
func opensWithType(b *block, text string) bool {
	if countWords(text) < 4 || endingOf(text) != open || startsLower(text) || len(datesIn(text)) > 0 && countWords(text) < 6 {
		return false
	}
	if _, ok := titleWords().leads(text); ok {
		return true
	}
	for _, l := range lexicons() {
		for _, w := range l.Types["statement"] {
			if strings.HasPrefix(folded(text), w) && !joined(w, folded(text), len(w)) {
				return true
			}
		}
	}
	return false
}

// standsAbove reports whether a line can stand above a title that is not the
// first line: a name, a date, a row of links, a label, a few words; but not the
// title of a text itself.
func standsAbove(b *block) bool {
	text := plainText(bare(b.Text))
	switch {
	case isRowOfLinks(text), len(datesIn(text)) > 0, isLetterhead(text), iconWords().leadsAny(text):
		return true
	case namesText(text) || endingOf(text) == full:
		return false
	}
	return b.words() <= 5 || isLongName(text) || isMeetingName(text) || isIssuer(text)
}

// leadsAny reports whether a text begins with one of the phrases.
func (p *phrases) leadsAny(s string) bool {
	_, ok := p.leads(s)
	return ok
}

// isRowOfLinks reports whether a line is a row of names with bars between: the
// parts of a site.
func isRowOfLinks(text string) bool {
	pieces := strings.Split(text, "|")
	if len(pieces) < 4 || len(datesIn(text)) > 0 {
		return false
	}
	for _, p := range pieces {
		if countWords(p) > 8 {
			return false
		}
	}
	return true
}

// closeBrackets joins the lines of a remark in brackets that a masthead has
// over several: where and when a text was adopted.
func (d *document) closeBrackets() {
	for i := 1; i < min(len(d.blocks), longestHead); i++ {
		b := d.blocks[i]
		if b.Kind != source.Paragraph || !strings.HasPrefix(b.plain(), "(") || strings.Contains(b.plain(), ")") && strings.Count(b.plain(), "(") <= strings.Count(b.plain(), ")") {
			continue
		}
		for j := i + 1; j < min(len(d.blocks), i+4); j++ {
			more := d.blocks[j]
			if more.Kind != source.Paragraph || more.Blank > 0 || strings.HasPrefix(more.plain(), "(") {
				break
			}
			if strings.HasSuffix(more.plain(), ")") {
				for _, line := range d.blocks[i+1 : j+1] {
					b.Text = glue(b.Text, line.Text)
					line.gone = true
					d.log("joined", "line", line, line.Text, "")
				}
				d.sweep()
				break
			}
		}
	}
}

// aboveTitle reports whether a line stands above the title of a page of a site.
func (m *mastheadReader) aboveTitle(b *block) bool {
	return m.title != nil && b.Line < m.title.Line
}
