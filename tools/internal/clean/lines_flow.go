package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/source"
)

// A lineBreak is the place between two lines that may be of one paragraph.
type lineBreak struct {
	above, below *block
	over, text   string // what they say, without markup
	end          ending // of the line above
	width        int    // of the lines around, in characters
	head         bool   // no sentence has ended yet: lines stand for themselves
}

// loneRef is the mark of a note in brackets, alone on its line.
var loneRef = regexp.MustCompile(`^\[\d{1,3}\]$`)

// flows reports whether line b goes on where line a ends. Before the first
// sentence of the document lines stand for themselves. The rules stand in
// order: each knows that none above it has spoken.
func (d *document) flows(a, b *block, width int, head bool) bool {
	if b.Kind != source.Paragraph || b.Blank > 0 || a.Broken || b.gone || isEnacting(a.plain()) {
		return false
	}
	l := lineBreak{above: a, below: b, over: a.plain(), text: b.plain(), end: endingOf(a.plain()), width: width, head: head}
	if l.end == full && endsShort(l.over) && unicode.IsDigit(first(l.text)) {
		l.end = open // no. 7
	}
	switch {
	case d.holdsMark(l), l.followsMark(), l.closesBracket(), l.end == full && isSymbolsNote(l.over):
		return true
	case personOf.MatchString(l.over) && personOf.MatchString(l.text):
		return false // officers, a line each
	case d.opensQuotation(l):
		return false
	case l.partsName(), l.cutsTitle(), l.isCentred():
		return true
	case b.Left > a.Left+2 && a.Kind == source.Paragraph && b.Left != a.speechAt():
		return false // set in the middle, or further in as first lines are
	case d.leadsInto(l):
		return true
	case labelAlone(a.Text), l.opensSpeech(), l.opensNotice(), isEndMark(l.text):
		return false
	case l.opensNote():
		return false
	case l.opensClause(), l.end == full && d.isClosingLine(b), d.opensInFormula(l):
		return false
	case d.partsHeading(l):
		return true
	case l.endsSectionName(), l.opensPart():
		return false
	case l.partsMeeting():
		return true
	case l.opensDay(), head && isField(l.text):
		return false
	}
	return d.fills(l)
}

// speechAt is the column in which speech begins that stands apart from the label
// before it, as a tab sets it, or -1: its other lines begin there too.
func (b *block) speechAt() int {
	m := labelGap.FindStringIndex(b.Text)
	if m == nil {
		return -1
	}
	return b.Left + utf8.RuneCountInString(b.Text[:m[1]])
}

// labelGap is a label and the room after it.
var labelGap = regexp.MustCompile(`^[^:：]{1,80}[:：] {2,}`)

// bothCapitals reports whether the lines are two in capitals.
func (l lineBreak) bothCapitals() bool { return isCapitals(l.over) && isCapitals(l.text) }

// holdsMark reports whether the mark of a note stands on a line of its own
// within a sentence.
func (d *document) holdsMark(l lineBreak) bool {
	return l.end == open && (loneDigits.MatchString(l.text) || loneRef.MatchString(l.text)) && d.goesOnBelow(l.below)
}

// followsMark reports whether a sentence goes on below such a mark, or below an
// article that a link has parted from its noun.
func (l lineBreak) followsMark() bool {
	if !startsLower(l.text) {
		return false
	}
	return loneRef.MatchString(l.over) || l.above.words() <= 3 && endsOpenly(l.over) && !listMark.MatchString(l.text)
}

// closesBracket reports whether the line below closes a bracket that the line
// above has left open near its end.
func (l lineBreak) closesBracket() bool {
	at := strings.LastIndexByte(l.over, '(')
	closing := strings.IndexByte(l.text, ')')
	return l.end != full && strings.Count(l.over, "(") > strings.Count(l.over, ")") && countWords(l.over[max(at, 0):]) <= 12 &&
		closing >= 0 && closing < 80 && !strings.Contains(l.text[:closing], "(") && l.above.reach()*10 >= l.width*6
}

// opensQuotation reports whether the line below opens with a mark with which
// each paragraph of a quotation does.
func (d *document) opensQuotation(l lineBreak) bool {
	quote := openingQuote(l.text)
	return quote != "" && l.end == full && d.opensWith(quote) >= 2
}

// partsName reports whether the break stands within a name of a masthead: of a
// body, or of anything whose second line begins in lower case.
func (l lineBreak) partsName() bool {
	if !l.head {
		return false
	}
	if isOrgans(folded(l.over+" "+l.text)) && !isOrgans(folded(l.over)) {
		return true
	}
	n := l.above.words()
	return startsLower(l.text) && l.end == open && n >= 2 && n <= 12 && !l.below.givesDay() && !isBracketed(l.text)
}

// cutsTitle reports whether the break stands within a title in capitals, after
// an article or a preposition.
func (l lineBreak) cutsTitle() bool {
	return l.above.words() >= 3 && endsOpenly(l.over) && l.bothCapitals()
}

// isCentred reports whether the lines are of a title or a heading in capitals that
// is set in the middle of the page.
func (l lineBreak) isCentred() bool {
	a, b := l.above, l.below
	inMiddle := a.Left > 4 && a.reach()-a.Left >= 40 && abs(a.Left+a.reach()-b.Left-b.reach()) <= 3
	return (l.head || !isNumbered(l.text)) && inMiddle && l.bothCapitals()
}

func abs(n int) int { return max(n, -n) }

// leadsInto reports whether the line below is the end of a sentence that leads into
// a list: the line above is full and open, and items stand below.
func (d *document) leadsInto(l lineBreak) bool {
	if l.end != open || endingOf(l.text) != colon || l.above.words() < 8 || l.above.reach()*100 < l.width*85 {
		return false
	}
	k := d.next(indexOf(d.blocks, l.below))
	return k >= 0 && d.blocks[k].Kind == source.Item && grammar(l.over) >= 1
}

// opensSpeech reports whether the line below begins with the label of a
// speaker. One in mixed case may be words of a sentence and a colon: it is one
// where nothing above it is cut.
func (l lineBreak) opensSpeech() bool {
	spoken, ok := labelOf(l.below.Text)
	switch {
	case !ok:
		return false
	case spoken.sure, l.end == full, l.end == colon:
		return true
	case l.head && caseless(l.text) && countWords(spoken.name) <= 3:
		return true // as the names of fields are, in a script without capitals
	case spoken.rest == "":
		wide := l.above.words() >= 10 && l.above.reach()*10 >= l.width*9
		return !(wide && l.end == open && grammar(spoken.name) >= 2)
	}
	return false
}

// opensNotice reports whether the line below begins with a word that notices
// open with, after a sentence or before a colon.
func (l lineBreak) opensNotice() bool {
	lead, ok := noticeLeads().leads(l.below.Text)
	return ok && (l.end == full || strings.HasPrefix(strings.TrimLeft(folded(l.text)[len(lead):], " "), ":"))
}

// bracketedNote is the text of a note behind its number in brackets.
var bracketedNote = regexp.MustCompile(`^\[\d{1,3}\] ?\S`)

// opensNote reports whether the line below is the next of several notes, or a
// note below a sentence.
func (l lineBreak) opensNote() bool {
	return bracketedNote.MatchString(l.text) && (l.end == full || bracketedNote.MatchString(l.over))
}

// opensClause reports whether the line below is the next clause of a preamble,
// which the word of its formula opens with a capital.
func (l lineBreak) opensClause() bool {
	return (l.end == comma || l.end == semicolon) && isOpening(l.text) && !startsLower(l.text) && !caseless(l.text)
}

// opensInFormula reports whether the line below is the next clause of a text
// whose clauses open in capitals.
func (d *document) opensInFormula(l lineBreak) bool {
	return l.end == semicolon && opensInCapitals(l.text) && d.opensSo() >= 2
}

// partsHeading reports whether the break stands within a heading in capitals,
// at a word that goes on.
func (d *document) partsHeading(l lineBreak) bool {
	return !l.head && l.end == open && l.bothCapitals() && l.above.words()+l.below.words() <= 18 &&
		(endsOpenly(l.over) || d.opensAsMore(l.text))
}

// endsSectionName reports whether the line above is the number and the name of
// a section, and the one below begins its text.
func (l lineBreak) endsSectionName() bool {
	return l.above.Kind == source.Item && l.end == open && isLongName(l.over) && opensSentence(l.text)
}

// opensPart reports whether the line below is the next of a list in letters, or
// the heading of a section or of an annex.
func (l lineBreak) opensPart() bool {
	if l.end == full && l.below.words() <= 2 && annexTitles().is(strings.TrimRight(l.text, " IVX0123456789")) && !startsLower(l.text) {
		return true
	}
	return letterMark.MatchString(l.text) && (l.end != open || endsOpenly(l.over)) || l.end == full && isSectionLine(l.below)
}

// givesDay reports whether a line is a date and hardly more.
func (b *block) givesDay() bool { return b.words() <= 4 && len(datesIn(b.plain())) > 0 }

// partsMeeting reports whether the lines are the meeting that adopted a text and
// its day.
func (l lineBreak) partsMeeting() bool {
	return !l.head && l.end == comma && l.above.words() <= 6 && l.below.givesDay()
}

// opensDay reports whether the line below is a date by itself: no sentence leads
// to it.
func (l lineBreak) opensDay() bool {
	if !l.below.givesDay() || l.above.words() >= 5 && endsOpenly(l.over) {
		return false
	}
	return l.head || l.end != comma || l.above.words() < 3
}

// spacedDash is a dash between words, at the end of a line.
var spacedDash = regexp.MustCompile(`\S [-–—]$`)

// fills decides by what stands at the break and by how full the line above it
// is, where nothing in the form of either line has decided.
func (d *document) fills(l lineBreak) bool {
	a, b, end, text := l.above, l.below, l.end, l.text
	length := a.reach()
	word, _, _ := strings.Cut(b.Text, " ")
	needs := length + 1 + utf8.RuneCountInString(word) // for the next word to have stood above
	filled := needs*100 > l.width*85
	if d.column > 0 && end == full {
		filled = needs > d.column
	}
	switch {
	case end == colon && startsLower(text) && strings.Count(l.over, "(") > strings.Count(l.over, ")"):
		return length*10 >= l.width*4 // a symbol and its paragraphs, in brackets
	case end == full || end == colon:
		return filled && !l.head
	case !l.head && spacedDash.MatchString(l.over):
		return true
	case startsLower(text) && isOpening(l.over):
		return true // the word of a clause, which a line break follows
	case startsLower(text), strings.HasPrefix(text, "(") && !listMark.MatchString(text):
		return length*10 >= l.width*4
	case l.head:
		return d.fillsHead(l, filled)
	case caseless(text):
		return length*10 >= l.width*6
	}
	return filled || endsOpenly(l.over)
}

// fillsHead is fills for two lines before the first sentence has ended.
func (d *document) fillsHead(l lineBreak, filled bool) bool {
	a, b := l.above, l.below
	switch {
	case unicode.IsDigit(first(l.text)) && endsShort(l.over):
		return filled
	case l.bothCapitals() && a.words() >= 3 && d.opensAsMore(l.text) && len(datesIn(l.text)) == 0:
		return true // a name over several lines
	case filled && a.Left > b.Left+2 && b.Left == 0:
		return true // the first line of a paragraph is set further in
	case filled && a.words() >= 10 && b.words() >= 6 && isUnendedProse(l.over):
		return true
	case filled && startsLower(l.over) && a.words() >= 6 && b.words() >= 4 && l.end == open:
		return true // a clause that opens in lower case goes on
	case endsOpenly(l.over):
		if caseless(l.text) {
			return a.reach()*10 >= l.width*6
		}
		return true
	}
	return caseless(l.text) && filled && a.reach() > 30
}

// isUnendedProse reports whether a line is prose, though no sentence of it has
// ended.
func isUnendedProse(s string) bool {
	return grammar(s) >= 2 && (strings.Contains(s, ", ") || opensSentence(s)) && !isDateline(s) && !isCapitals(s)
}
