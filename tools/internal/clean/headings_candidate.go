package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// A candidate is a paragraph that may be a heading, with what its shape and its
// neighbours tell of it.
type candidate struct {
	i        int    // its place
	b        *block // the paragraph
	after    *block // what follows it, or nil
	text     string
	n        int    // words
	end      ending // of the text
	bold     bool
	capitals bool
	numbered bool // it counts as a section, or as another line does
	unmarked bool // nothing in the source says what a heading is
	apart    bool // an empty line stands above it
	between  bool // one above and one below
	sentence bool // the block above ends in a full stop
	lettered bool // it counts in small letters, between numbered paragraphs
}

// candidateAt is the paragraph at place i as one, where the source marks so many
// headings.
func (d *document) candidateAt(i, marked int) *candidate {
	b := d.blocks[i]
	c := &candidate{i: i, b: b, text: b.plain(), n: b.words(), apart: b.Blank > 0}
	c.end = endingOf(c.text)
	c.lettered = letterSection.MatchString(c.text) && d.betweenNumbers(i)
	_, c.bold = bold(b.Text)
	c.unmarked = marked == 0 && !d.styled()
	c.sentence = i > 0 && endingOf(d.blocks[i-1].plain()) == full
	if next := d.belowNotes(i); next >= 0 {
		c.after = d.blocks[next]
		c.between = c.apart && c.after.Blank > 0
	}
	manyMarked := d.styled() && marked >= 3
	c.capitals = isCapitals(c.text) && !startsLower(c.text) && c.n >= 1 && len([]rune(c.text)) > 3 && !(manyMarked && d.isRefrain(b))
	counts := isNumbered(c.text) || shapeOfHeading(c.text) == twofold
	c.numbered = counts && c.n >= 2 && !manyMarked || // in plain type beside marked headings it is an item, or a name
		d.isStep(c.text)
	return c
}

// belowNotes is the place of the block that follows place i where the notes of a
// page stand between them, or -1.
func (d *document) belowNotes(i int) int {
	next := d.next(i)
	for below := next; below >= 0; below = d.next(below) {
		if d.blocks[below].Kind != source.Note {
			return below
		}
	}
	return next
}

// isBareHeading reports whether the paragraph at place i is a heading by its
// shape and place: a short line without the mark of a sentence that text
// follows. In a document whose headings are marked it must also stand where
// headings do.
func (d *document) isBareHeading(i, marked int) bool {
	b := d.blocks[i]
	if d.isSecondTitle(i) || d.isListedItem(b) || d.isAboveFormula(i) || d.isLabelAgain(i) || d.isBelowLabel(i) {
		return true
	}
	if n := b.words(); n == 0 || n > d.longestHeading(i) && !d.isLongSection(b) {
		return false
	}
	c := d.candidateAt(i, marked)
	switch {
	case d.isAnotherForm(c):
		return false
	case c.end == colon && d.isFormulaLine(i, c.text):
		return true
	case !d.endsAsHeading(c), !c.readsAsHeading(), d.onCover(i, c.after), d.signs(i, d.next(i)):
		return false
	case d.opensPart(c):
		return true
	case d.transcript && c.apart && c.n <= 6 && shapeOfHeading(c.text) == chapter && strings.ContainsFunc(c.text, unicode.IsDigit):
		return c.after.turn || c.leads()
	case (c.unmarked || c.sentence || c.bold) && d.betweenNumbers(i):
		return true
	case c.n > 18 && !d.opensDebate(i) && !d.isLongSection(b):
		return false
	case d.isTurnOfDebate(c):
		return true
	case d.transcript:
		return d.headsTranscript(c)
	case c.bold || c.capitals || c.numbered || sectionTitles().is(c.text):
		return c.hasBelow() || d.isBareNext(d.next(i)) || c.capitals && d.belowAnnex(i) || c.after.Kind == source.Row && isAnnex(c.text)
	case d.opensText(c):
		return true
	case i == 0 || d.styled() || d.isQuoteLike(c.text):
		return false
	}
	return d.headsInPlainType(c, marked)
}

// longestHeading is how many words a heading at place i has at most: debates have
// what a committee is to consider as theirs, and between numbered paragraphs a
// line without a number is no text.
func (d *document) longestHeading(i int) int {
	if d.debate || d.betweenNumbers(i) {
		return 40
	}
	return 18
}

// isLongSection reports whether a line is long for a heading and counts in Roman
// numbers as two others do at least.
func (d *document) isLongSection(b *block) bool {
	if b.words() > 40 || endingOf(b.plain()) != open || shapeOfHeading(b.plain()) != roman {
		return false
	}
	n := 0
	for _, other := range d.blocks {
		if other.isTextOrHeading() && other.words() <= 40 && endingOf(other.plain()) == open && shapeOfHeading(other.plain()) == roman {
			n++
		}
	}
	return n >= 3
}

// isAnotherForm reports whether a line has the form of something else: a clause,
// a theme, the name of a person, a caption, the mark at an end.
func (d *document) isAnotherForm(c *candidate) bool {
	switch {
	case c.b == d.speaks:
		return true
	case c.b.Level > 0 && !(d.broken && c.apart && c.numbered):
		return true // in a text with the layout of a page, numbers may hang left of all else
	case c.b.Broken || strings.Contains(c.b.Text, "\\\n"):
		return true // lines of an address or a poem
	case trailingNote.MatchString(c.text):
		return true // a clause, and the number of a note behind its mark
	case strings.Contains(c.text, "://") || strings.HasPrefix(c.text, "©") || isTheme(c.text):
		return true
	case labelsValue(c.b.Text), d.isOneOfFields(c.i):
		return true // **Moderator**: a name
	case d.opensSitting(strings.TrimLeft(c.text, "-–— ")), isOfficer(c.b) || isPerson.MatchString(c.text) || d.amongPersons(c.i) || opensWithHonorific(c.text):
		return true
	}
	return c.b.Caption || isCaption(c.text) || isEndMark(c.text)
}

// isEndMark reports whether a line says that a transcript ends there.
func isEndMark(text string) bool { return endMarks().is(strings.Trim(text, "[]()")) }

// endsAsHeading reports whether a line ends as a heading may: with no mark, with
// a full stop behind a number or a question in bold, or with a colon where it is
// bold or counts.
func (d *document) endsAsHeading(c *candidate) bool {
	switch c.end {
	case full:
		r := []rune(c.text)
		isCounted := c.numbered && c.n <= 8 && !isWide(r[len(r)-1])
		return isCounted || isQuestion(c.text) && (c.bold || d.isStep(c.text))
	case colon:
		switch {
		case d.countsOn(c.i, c.text):
			return true
		case !c.bold && !d.isSectionOfText(c.i) || c.n > 8:
			return false
		}
		leadsToItems := c.after != nil && c.after.Kind == source.Item && endsOpenly(strings.TrimRight(c.text, ":： "))
		return !leadsToItems
	case comma, semicolon:
		return false
	}
	return true
}

// letterSection is the heading of a part that counts in small letters.
var letterSection = regexp.MustCompile(`^\p{Ll}[.)] \p{Lu}`)

// readsAsHeading reports whether a line has words that do not go on from others,
// and something stands below it.
func (c *candidate) readsAsHeading() bool {
	r := []rune(c.text)
	switch {
	case strings.ContainsRune("[(（", r[0]) && strings.ContainsRune("])）", r[len(r)-1]):
		return false // what was heard: applause
	case startsLower(c.text) && !c.lettered || !strings.ContainsFunc(c.text, unicode.IsLetter), c.after == nil:
		return false
	case c.end == full && !c.bold && c.after.words() < 12:
		return false // one of several questions
	}
	_, tags := readTags(c.text)
	return !tags
}

// leads reports whether a paragraph follows that begins anew.
func (c *candidate) leads() bool {
	return c.after.Kind == source.Paragraph && !startsLower(c.after.plain())
}

// hasText reports whether a list follows, a numbered paragraph, or one that is
// long enough for text or leads to more.
func (c *candidate) hasText() bool {
	n, end := c.after.words(), endingOf(c.after.plain())
	switch {
	case c.after.Kind == source.Heading:
		return false
	case c.after.Kind == source.Item || c.after.number != "":
		return true
	case c.after.Kind == source.Row:
		return c.unmarked && c.apart && c.n <= 6 // the name of a section that is a table
	}
	return c.leads() && (n >= 12 || n >= 8 && c.between && end == full || end == colon)
}

// hasBelow reports whether something stands below a line that is set apart:
// text, another heading, or any paragraph that begins anew and no turn.
func (c *candidate) hasBelow() bool {
	return c.hasText() || c.after.Kind == source.Heading || c.leads() && !c.after.turn
}
