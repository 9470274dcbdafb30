package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// mastheadEnd is the place of the block with which the text begins: a section,
// a numbered paragraph, a turn, a list, or prose.
func (d *document) mastheadEnd() int {
	headings := 0
	lastHeading := -1
	titled := false // a line that may be the title has come
	agenda := false // the line before is of an item of the agenda
	organ := false  // the line before names an organ or a body
	official := false
	title := max(d.styledTitle(), d.siteTitle())
	fields, formula := d.lastField(), d.formulaLine()
	for i, b := range d.blocks {
		if i < title || i <= fields && b.Kind == source.Paragraph {
			official = official || i <= fields
			continue
		}
		text := b.plain()
		low := folded(text)
		afterAgenda, afterOrgan := agenda && b.Blank == 0, organ && b.Blank == 0
		agenda, organ = false, false
		official = official || distributionLine(low) || isField(text) || b.words() <= 6 && unSymbol.MatchString(text)
		switch {
		case i >= longestMasthead:
			return d.firstTitleOnly()
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case b.turn || b.Kind == source.Item || b.Kind == source.Note || b.Kind == source.Row && !d.isFieldRow(b):
			return d.before(i, lastHeading, headings)
		case b.Kind == source.Row, b.Kind == source.Paragraph && isLetterhead(text), isTheme(text):
		case titled && (isBracketed(text) || saysAdopted(text)) && b.words() <= 25, headings == 0 && isNumberOfAct(text):
		case titled && i+1 < len(d.blocks) && hasTags(d.blocks[i+1].plain()):
			return i // a section and what it is linked to
		case (titled || official) && isEnacting(text):
			return d.before(i, lastHeading, headings)
		case b.Kind == source.Paragraph && b.words() <= 20 && d.opensSitting(text):
			return i
		case titled && isBoldField(b):
			return d.before(i, lastHeading, headings)
		case isAgenda(text), afterAgenda && endingOf(text) == open && b.words() <= 45 && !sectionTitles().is(text):
			agenda = true
		case official && isOrgans(low), official && headings == 0 && (isBodyName(text) || afterOrgan && b.words() <= 10 && typeIn(text) == ""):
			organ = !isSessionName(text)
		case official && headings == 0 && isSessionName(text):
		case b.guessed && b.Kind == source.Heading && spacedTitle.MatchString(text):
			return i
		case b.Kind == source.Heading && lastHeading >= 0 && low == folded(d.blocks[lastHeading].plain()): // the title again
		case b.Kind == source.Heading && (titled || official) && resolutionNumber.MatchString(text):
			lastHeading, titled, headings = i, true, 1 // the title, below what says who adopted it
		case b.Kind == source.Heading:
			if headings > 0 && sectionNumber.MatchString(text) || sectionTitles().is(text) && !d.onlyTitle(i, headings) || isNumbered(text) || b.Counted {
				return i
			}
			if d.styled() && headings > 0 && b.Level > max(1, d.blocks[lastHeading].Level) && !d.fieldsFollow(i) {
				return i // a section of the title above
			}
			if headings == 0 && (d.initialsAbove(i) || exactType(low) != "" && !sectionTitles().is(text) && d.titleBelow(i)) {
				continue
			}
			if isOrgans(low) || headings > 0 && len(datesIn(text)) > 0 && b.words() <= 8 {
				continue
			}
			if headings++; headings > 2 || headings == 2 && d.isSection(i) && !(namesText(text) && d.fieldsBetween(lastHeading, i)) {
				return i
			}
			if headings == 2 && d.styled() && d.saysMore(lastHeading, i) {
				return lastHeading + 1
			}
			lastHeading, titled = i, true
		case i == 0 && sectionTitles().is(text) && len(d.blocks) > 1 && d.blocks[1].Kind == source.Paragraph && d.blocks[1].words() >= 12:
			return 0 // a part of a text whose title is not there
		case i > 0 && (sectionTitles().is(bare(b.Text)) || isNumbered(text)):
			return i
		case b.number != "":
			return d.before(i, lastHeading, headings)
		case isField(text):
		case titled && resolutionNumber.MatchString(text) && endingOf(text) == open, official && strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		case isBodyName(text) && isLongName(text):
		case official && isRunInAgenda(text):
		case i < formula && !isNumbered(text) && !sectionTitles().is(text):
			titled = titled || b.words() >= 3
		case d.titleGoesOn(i, titled), title > 0 && (i == title || low == folded(d.blocks[title].plain())), isQuestion(text) && d.coverBelow(i), d.isLongTitle(i, fields), d.isAboveDate(i):
			titled = true
		case d.isStyledText(b, text), isProse(b, text, titled, i == 0):
			return d.before(i, lastHeading, headings)
		default:
			titled = titled || b.words() >= 3 && len(datesIn(text)) == 0 && !isOrgans(low) && unSymbol.FindString(text) == "" &&
				!(hasAny(sessionWords(), low) && b.words() <= 8)
		}
	}
	return d.firstTitleOnly()
}

// titleBelow reports whether a heading of several words stands a few lines below
// place i and nothing but lines between: what is above it is none.
func (d *document) titleBelow(i int) bool {
	for _, b := range d.blocks[i+1 : min(len(d.blocks), i+8)] {
		switch {
		case b.Kind == source.Heading:
			return b.words() >= 3 && !isNumbered(b.plain()) && !sectionTitles().is(b.plain())
		case b.Kind == source.Item || b.Kind == source.Row || b.words() > 20:
			return false
		}
	}
	return false
}

// styledTitle is the place of the only heading of the first level, if the
// source has it by style and nothing but lines stands before it; else -1.
func (d *document) styledTitle() int {
	found := -1
	for i, b := range d.blocks {
		switch {
		case b.Kind == source.Heading && b.Level == 1:
			if found >= 0 || i > longestMasthead/2 || !d.styled() {
				return -1
			}
			found = i
		case found < 0 && (b.Kind == source.Item || b.Kind == source.Row || b.Kind == source.Heading || b.words() > 30):
			return -1
		}
	}
	return found
}

// anyYear is a year, which counts nothing.
var anyYear = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

// isAgenda reports whether a line is an item of an agenda.
func isAgenda(text string) bool {
	return countWords(text) <= 20 && strings.ContainsFunc(anyYear.ReplaceAllString(text, ""), unicode.IsDigit) && endingOf(text) != full && hasAny(agendaWords(), folded(text))
}

// isProse reports whether a line of a masthead is none: it leads into what
// follows, or it is a sentence, or a part of one, by its end, its length and
// its words.
func isProse(b *block, text string, titled, atStart bool) bool {
	n, end := b.words(), endingOf(text)
	_, isBold := bold(b.Text)
	switch {
	case len(datesIn(text)) > 0 && saysHeld(text) && end == open && titled, isDatedMeeting(text), isDateline(text), opensWithDays(text),
		saysHeld(text) && titled && n <= 12 && (end == open || end == comma), len(datesIn(text)) > 0 && n <= 12 && end == open && clock.MatchString(text),
		isSymbolsNote(text), isSerial(text):
		return false
	case isCountedMeeting(text), titled && n <= 45 && end == open && isTitleCase(text):
		return false
	case n >= 22:
		return !atStart || n >= 45 || end != open || sentenceStop.MatchString(text)
	case !titled && isQuestion(text) || titled && isMeetingLine(text):
		return false
	case end == colon:
		return !atStart || n >= 9
	case atStart && end == full && n <= 22 && opensWithType(b, strings.TrimRight(text, ".")) && !sentenceStop.MatchString(text):
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

// isEnacting reports whether a line names the organ that speaks in a resolution
// and nothing else: “The General Assembly,”.
func isEnacting(text string) bool {
	longest := 9
	if bare := strings.TrimSpace(brackets.ReplaceAllString(text, " ")); bare != text {
		text, longest = bare, 12 // where and when it met
	}
	low := folded(text)
	return endingOf(text) == comma && countWords(text) <= longest && !strings.ContainsAny(strings.TrimRight(low, ",，،"), ",;:，،") &&
		(organs().in(low) > 0 || bodies().in(low) > 0) && len(datesIn(text)) == 0
}

// isDateline reports whether a line is a date, and beside it, after dashes, a
// place or who issued the text.
func isDateline(text string) bool {
	pieces := parts.Split(text, -1)
	return len(pieces) > 1 && len(pieces) <= 4 && endingOf(text) == open && countWords(text) <= 30 && len(datesIn(pieces[0])) == 1 && countWords(pieces[0]) <= 7
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

// opensWithDays reports whether a line begins with the first and the last day of
// a meeting, and a comma parts them from where it was.
func opensWithDays(text string) bool {
	pieces := commaPieces(text)
	found := datesIn(pieces[0])
	return len(pieces) == 2 && endingOf(text) == open && len(found) == 1 && found[0].end != "" && countWords(pieces[0]) <= 9
}

// isBoldField reports whether a line is a name in bold, a colon and what the
// name says, and the name is none that mastheads have: those present, for one.
func isBoldField(b *block) bool {
	m := boldLabel.FindStringSubmatch(b.Text)
	return m != nil && b.Kind == source.Paragraph && m[2] != "" && !isField(b.plain()) && len(datesIn(b.plain())) == 0 && typeIn(m[1]) == "" &&
		!honorifics().is(m[1]) && meetings().in(folded(m[1])) == 0
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
	return (strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？") || strings.HasSuffix(text, "؟")) && sentenceEnd.FindStringIndex(strings.TrimRight(text, "?？؟")) == nil
}

// isSection tells the first section from a subtitle: other headings of its
// level follow, and it names neither a type of document nor a meeting.
func (d *document) isSection(i int) bool {
	b := d.blocks[i]
	text := plainText(b.Text)
	if typeIn(text) != "" || yearAtEnd.MatchString(text) && hasAny(meetings(), folded(text)) {
		return false
	}
	for _, later := range d.blocks[i+1:] {
		if later.Kind == source.Heading && later.Level == b.Level {
			return true
		}
	}
	return false
}

// saysMore reports whether lines stand between two headings that no masthead
// has so many of: they tell neither a day nor who speaks.
func (d *document) saysMore(above, below int) bool {
	n := 0
	for _, b := range d.blocks[above+1 : below] {
		text := b.plain()
		if b.Kind == source.Paragraph && text != "" && len(datesIn(text)) == 0 && !isField(text) && !isOrgans(folded(text)) && typeIn(text) == "" {
			n++
		}
	}
	return n >= 3
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

// onlyTitle reports whether the heading at place i is the document's title
// though it has the name of a section: it is the first, and all others are
// below it.
func (d *document) onlyTitle(i, headings int) bool {
	if headings > 0 || d.blocks[i].Level != 1 {
		return false
	}
	for j, b := range d.blocks {
		if j != i && b.Kind == source.Heading && b.Level <= 1 {
			return false
		}
	}
	return d.count(source.Heading) > 1
}

// before is where the text begins, given that prose begins at place i: a
// heading right above it is the text's, unless it is the only one.
func (d *document) before(i, lastHeading, headings int) int {
	for i > 1 && d.blocks[i-1].Kind == source.Paragraph && !isField(d.blocks[i-1].plain()) && !d.blocks[i-1].Broken {
		if e := endingOf(d.blocks[i-1].plain()); e != comma && e != semicolon || isByline(d.blocks[i-1].plain()) {
			break
		}
		i-- // a formula that opens the text: who speaks, and a comma
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

// sectionNumber is what counts a section below the title.
var sectionNumber = regexp.MustCompile(`^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)．]?\s+\S|^第[一二三四五六七八九十\d]+[章节節部]|^[一二三四五六七八九十]+[、．.]`)
