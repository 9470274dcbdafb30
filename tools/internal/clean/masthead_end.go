package clean

import (
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// mastheadEnd is the place of the block with which the text begins: a section,
// a numbered paragraph, a turn, a list, or prose.
func (d *document) mastheadEnd() int {
	m := &mastheadScan{d: d, lastHeading: -1, title: max(d.styledTitle(), d.siteTitle()), fields: d.lastField(), formula: d.formulaLine()}
	for i, b := range d.blocks {
		if at := m.read(i, b); at >= 0 {
			return at
		}
	}
	return d.firstTitleOnly()
}

// A mastheadScan goes down a document to where its text begins.
type mastheadScan struct {
	d           *document
	title       int  // the place of the title that styles or the page of a site tell, or 0
	fields      int  // of the last field of an official masthead, or -1
	formula     int  // of the organ that speaks, or -1
	headings    int  // how many have come
	lastHeading int  // the place of the last of them, or -1
	titled      bool // a line that may be the title has come
	agenda      bool // the line before is of an item of the agenda
	organ       bool // the line before names an organ or a body
	official    bool // a field or a symbol has come
}

// read is where the text begins if the block at place i tells it, or -1.
func (m *mastheadScan) read(i int, b *block) int {
	d := m.d
	if i < m.title || i <= m.fields && b.Kind == source.Paragraph {
		m.official = m.official || i <= m.fields
		return -1
	}
	text := b.plain()
	afterAgenda, afterOrgan := m.agenda && (b.Blank == 0 || m.aboveTitle(i)), m.organ && b.Blank == 0
	m.agenda, m.organ = false, false
	m.official = m.official || distributionLine(folded(text)) || isField(text) || b.words() <= 6 && unSymbol.MatchString(text)
	switch {
	case i >= longestMasthead:
		return d.firstTitleOnly()
	case b.Kind == source.Rule || b.Kind == source.PageBreak:
	case b.turn || b.Kind == source.Item || b.Kind == source.Note || b.Kind == source.Row && !d.isFieldRow(b):
		return m.before(i)
	case b.Kind == source.Row, b.Kind == source.Paragraph && isLetterhead(text), isTheme(text):
	case m.titled && (isBracketed(text) || saysAdopted(text)) && b.words() <= 25:
	case m.headings == 0 && isNumberOfAct(text):
	case m.titled && i+1 < len(d.blocks) && hasTags(d.blocks[i+1].plain()):
		return i // a section and what it is linked to
	case (m.titled || m.official) && isEnacting(text):
		return m.before(i)
	case (m.titled || m.official) && d.namesSpeaker(i):
		d.speaks = b
		return m.before(i)
	case b.Kind == source.Paragraph && b.words() <= 20 && d.opensSitting(text):
		return i
	case m.titled && (isBoldField(b) || b.Kind == source.Paragraph && isFieldOfText(text)):
		return m.before(i)
	case isAgenda(text), afterAgenda && (endingOf(text) == open || endingOf(text) == colon) && b.words() <= 45 && !sectionTitles().is(text) && !isNumbered(text):
		m.agenda = true
	case m.namesOrgan(b, text, afterOrgan):
		m.organ = !isSessionName(text)
	case m.official && m.headings == 0 && isSessionName(text):
	case b.Kind == source.Heading:
		return m.heading(i, b, text)
	case i == 0 && sectionTitles().is(text) && len(d.blocks) > 1 && d.blocks[1].Kind == source.Paragraph && d.blocks[1].words() >= 12:
		return 0 // a part of a text whose title is not there
	case i > 0 && m.namesPart(i, text):
		m.titled = true
	case i > 0 && (sectionTitles().is(bare(b.Text)) || isNumbered(text) || d.isLabelAgain(i)):
		return i
	case b.number != "":
		return m.before(i)
	case m.isOfMasthead(text):
	case i < m.formula && !isNumbered(text) && !sectionTitles().is(text):
		m.titled = m.titled || b.words() >= 3
	case m.isTitleLine(i, b, text):
		m.titled = true
	case d.isStyledText(b, text), isProse(b, text, m.titled, i == 0):
		return m.before(i)
	default:
		m.titled = m.titled || mayBeTitle(b, text)
	}
	return -1
}

// namesPart reports whether a line that may be the heading of a section stands
// right above the first section and is of the title: the kind of text, or a
// letter and what a part of a series is about.
func (m *mastheadScan) namesPart(i int, text string) bool {
	n := m.d.next(i)
	for n >= 0 && m.d.blocks[n].Kind == source.Rule {
		n = m.d.next(n)
	}
	if n < 0 || !sectionTitles().is(m.d.blocks[n].plain()) {
		return false
	}
	return isNumbered(text) && m.official && m.titled || sectionTitles().is(text) && typeIn(text) == report.Outcome
}

// aboveTitle reports whether a paragraph of an official masthead without headings
// stands right above a heading that is the title, perhaps over another such one.
func (m *mastheadScan) aboveTitle(i int) bool {
	if !m.official || m.headings > 0 || m.d.blocks[i].Kind != source.Paragraph {
		return false
	}
	for _, b := range m.d.blocks[i+1 : min(len(m.d.blocks), i+3)] {
		text := b.plain()
		if b.Kind == source.Heading {
			return b.words() >= 3 && !isNumbered(text) && !sectionTitles().is(text) && !isOrgans(folded(text))
		}
		if b.Kind != source.Paragraph || b.words() > 45 || endingOf(text) != open {
			return false
		}
	}
	return false
}

// before is where the text begins that a block at place i is of.
func (m *mastheadScan) before(i int) int {
	if m.headings == 2 && m.lastHeading >= 0 && m.lastHeading+1 == i && m.isSubtitle(m.lastHeading) {
		return i
	}
	return m.d.before(i, m.lastHeading, m.headings)
}

// isSubtitle reports whether the heading at a place names a kind of text right
// below the day of the meeting, and is no section's.
func (m *mastheadScan) isSubtitle(at int) bool {
	text := bare(m.d.blocks[at].Text)
	if at == 0 || typeIn(plainText(text)) == "" || sectionTitles().is(text) {
		return false
	}
	day := m.d.blocks[at-1]
	return day.Kind == source.Paragraph && day.words() <= 10 && len(datesIn(day.plain())) > 0 && endingOf(day.plain()) == open
}

// namesOrgan reports whether a line of an official masthead names an organ or,
// above the title, a body, or goes on with one.
func (m *mastheadScan) namesOrgan(b *block, text string, afterOrgan bool) bool {
	switch {
	case !m.official:
		return false
	case isOrgans(folded(text)):
		return true
	case m.headings > 0:
		return false
	}
	return isBodyName(text) || afterOrgan && b.words() <= 10 && typeIn(text) == ""
}

// isOfMasthead reports whether a line is of a masthead and no title by its form:
// a field, the number and name of a resolution below the title, a remark in
// brackets, a body, an item of the agenda with its session.
func (m *mastheadScan) isOfMasthead(text string) bool {
	switch {
	case isField(text), isBodyName(text) && isLongName(text):
		return true
	case m.titled && resolutionNumber.MatchString(text) && endingOf(text) == open:
		return true
	}
	return m.official && (strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") || isRunInAgenda(text))
}

// isTitleLine reports whether the line at place i is of the title by what stands
// around it, however long it is.
func (m *mastheadScan) isTitleLine(i int, b *block, text string) bool {
	d := m.d
	if m.title > 0 && (i == m.title || folded(text) == folded(d.blocks[m.title].plain())) {
		return true
	}
	return d.titleGoesOn(i, m.titled) || isQuestion(text) && d.coverBelow(i) || d.isLongTitle(i, m.fields) || d.isAboveDate(i)
}

// mayBeTitle reports whether a line of a masthead has words enough for a title
// and names no day, organ, symbol or session.
func mayBeTitle(b *block, text string) bool {
	low := folded(text)
	session := hasAny(sessionWords(), low) && b.words() <= 8
	return b.words() >= 3 && !session && len(datesIn(text)) == 0 && !isOrgans(low) && unSymbol.FindString(text) == ""
}

// before is where the text begins, given that prose begins at place i: a
// heading right above it is the text's, unless it is the only one.
func (d *document) before(i, lastHeading, headings int) int {
	for i > 1 && d.blocks[i-1].isFormula() {
		i--
	}
	if lastHeading < 0 || headings < 2 {
		return i
	}
	for _, b := range d.blocks[lastHeading+1 : i] {
		if b.Kind != source.Rule && b.Kind != source.PageBreak && !b.gone {
			return i
		}
	}
	return lastHeading
}

// isFormula reports whether a line opens a text as a formula does: who speaks,
// and a comma.
func (b *block) isFormula() bool {
	text := b.plain()
	end := endingOf(text)
	return b.Kind == source.Paragraph && !b.Broken && (end == comma || end == semicolon) && !isField(text) && !isByline(text)
}

// firstTitleOnly is where the text begins in a document whose front cannot be
// told from it: after its first heading, if that comes first.
func (d *document) firstTitleOnly() int {
	for i, b := range d.blocks {
		if b.Kind == source.Heading && b.Level <= 1 {
			return i + 1
		}
		if b.Kind != source.Rule && b.Kind != source.PageBreak {
			return 0
		}
	}
	return 0
}
