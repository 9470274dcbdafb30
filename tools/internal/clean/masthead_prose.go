package clean

import (
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// isProse reports whether a line of a masthead is none: it leads into what
// follows, or it is a sentence, or a part of one, by its end, its length and
// its words.
func isProse(b *block, text string, titled, atStart bool) bool {
	n, end := b.words(), endingOf(text)
	_, isBold := bold(b.Text)
	switch {
	case tellsMeeting(b, text, titled), isSymbolsNote(text), isSerial(text):
		return false
	case titled && n <= 45 && end == open && isTitleCase(text):
		return false
	case n >= 22:
		return !atStart || n >= 45 || end != open || sentenceStop.MatchString(text)
	case !titled && isQuestion(text) || titled && isMeetingLine(text):
		return false
	case end == colon:
		return !atStart || n >= 9
	case atStart && end == full && opensWithType(b, strings.TrimRight(text, ".")) && !sentenceStop.MatchString(text):
		return false
	case end == full && n >= 9:
		return n >= 14 || len(datesIn(text)) == 0
	case end == full:
		return !atStart && n >= 5 && grammar(text) >= 1 && len(datesIn(text)) == 0
	case n > 12 && grammar(text) >= 3:
		return titled && !isBold && !isCapitals(text) && typeIn(text) == "" && len(parted(b)) == 0
	case startsLower(text):
		return !atStart && n >= 8 && b.Blank > 0
	}
	return false
}

// tellsMeeting reports whether a line says when, where or at which hour a meeting
// was, or that it is the name of one that counts or has its days.
func tellsMeeting(b *block, text string, titled bool) bool {
	if isDatedMeeting(text) || isDateline(text) || opensWithDays(text) || isCountedMeeting(text) {
		return true
	}
	end, short := endingOf(text), b.words() <= 12
	dated := end == open && len(datesIn(text)) > 0
	held := titled && saysHeld(text)
	return held && (dated || short && (end == open || end == comma)) || dated && short && clock.MatchString(text)
}

// isStyledText reports whether a line is text since it ends like a sentence and
// nothing in its style sets it apart.
func (d *document) isStyledText(b *block, text string) bool {
	_, isBold := bold(b.Text)
	end := endingOf(text)
	return d.styled() && !isBold && (end == full || end == colon) && len(datesIn(text)) == 0 && !isQuestion(text) && !isMeetingLine(text)
}

// isQuestion reports whether a line is one question, as a title may be.
func isQuestion(text string) bool {
	rest := strings.TrimRight(text, "?？؟")
	return rest != text && !sentenceEnd.MatchString(rest)
}

// coverBelow reports whether the lines of a cover stand below place i: two at
// least that are no sentences, and one of them says what kind of text it is or
// when it was written.
func (d *document) coverBelow(i int) bool {
	lines, tells := 0, false
	for _, b := range d.blocks[i+1 : min(len(d.blocks), i+7)] {
		text := b.plain()
		if b.words() > 14 || !b.isProse() || endingOf(text) != open || sectionTitles().is(text) {
			break
		}
		lines++
		tells = tells || len(datesIn(text)) > 0 || typeIn(text) != ""
	}
	return lines >= 2 && tells
}

// isDateline reports whether a line is a date, and beside it, after dashes, a
// place or who issued the text.
func isDateline(text string) bool {
	pieces := parts.Split(text, -1)
	if len(pieces) < 2 || len(pieces) > 4 || endingOf(text) != open || countWords(text) > 30 {
		return false
	}
	return len(datesIn(pieces[0])) == 1 && countWords(pieces[0]) <= 7
}

// opensWithDays reports whether a line begins with the first and the last day of
// a meeting, and a comma parts them from where it was.
func opensWithDays(text string) bool {
	pieces := commaPieces(text)
	found := datesIn(pieces[0])
	return len(pieces) == 2 && endingOf(text) == open && len(found) == 1 && found[0].end != "" && countWords(pieces[0]) <= 9
}

// isTitleCase reports whether nearly each longer word of a text has a capital, as
// English sets titles.
func isTitleCase(text string) bool {
	capitals, others := 0, 0
	for _, w := range strings.Fields(text) {
		switch r := first(w); {
		case len([]rune(w)) < 4:
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			others++
		}
	}
	return capitals >= 6 && others*5 <= capitals && !isCapitals(text)
}

// isBoldField reports whether a line is a name in bold, a colon and what the
// name says, and the name is none that mastheads have: those present, for one.
func isBoldField(b *block) bool {
	m := boldLabel.FindStringSubmatch(b.Text)
	if m == nil || b.Kind != source.Paragraph || m[2] == "" || isField(b.plain()) || len(datesIn(b.plain())) > 0 {
		return false
	}
	return typeIn(m[1]) == "" && !honorifics().is(m[1]) && !hasAny(meetings(), folded(m[1]))
}
