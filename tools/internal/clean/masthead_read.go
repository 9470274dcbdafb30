package clean

import (
	"cmp"
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// read sorts one line. The order of the questions is from what a form tells
// alone to what only the place tells; what nothing tells may be the title.
func (m *mastheadReader) read(i int, b *block) {
	defer func() { m.last = b }()
	text := bare(b.plain())
	switch {
	case m.titleAbove(b, text), m.isOfText(b, text), m.isOfPage(b, text):
	case asterisksAlone.MatchString(b.plain()):
		m.d.remove(b, "web")
	case m.pictureLine(b, text), m.runIn(b, text), m.fieldOf(b, text):
	case m.formLine(i, b, text), m.adoptedLine(b, text):
	case b.Kind == source.Heading && len(m.headings) > 0 && b.words() <= 8 && m.date(b, text):
	case b.Kind == source.Heading && isOwnSymbol(text) && m.symbol(b, text):
	case b.Kind == source.Heading && !isOrgans(folded(text)) && !m.isOfficial(b, text), m.isBoldAct(b, text):
		m.headings = append(m.headings, b)
	case m.distributionOf(i, b, text), m.namedFile(i, b, text), m.byline(b, text):
	case m.symbol(b, text):
		m.official = m.official || unSymbol.MatchString(text)
	case m.bodyLine(b, text), m.meetingDay(b, text), m.agendaLine(b, text):
	case m.statusLine(b, text), m.typeLine(i, b, text):
	case webLine.MatchString(text) && b.words() <= 6, b.words() <= 3 && m.hasTitle() && isBoilerplate(text):
		m.d.remove(b, "web")
	case m.official && symbolPiece.MatchString(text) && m.d.remove(b, "field"):
	case m.issuedAbove(b, i), m.isFirstSection(i, b, text):
	default:
		m.others = append(m.others, b)
	}
}

// isBoldAct reports whether a line in bold, below a heading that says who adopted
// the text, is the title of a resolution with its number.
func (m *mastheadReader) isBoldAct(b *block, text string) bool {
	_, isBold := bold(b.Text)
	return isBold && len(m.headings) > 0 && resolutionNumber.MatchString(text)
}

// asterisksAlone is a line of asterisks, which parts the masthead from the text.
var asterisksAlone = regexp.MustCompile(`^(?:\\?\*\s*){3,}$`)

// symbolPiece is what a cover with lines that run upwards leaves of its symbol.
var symbolPiece = regexp.MustCompile(`^[\d/.-]*(?:\p{Lu}{1,2})?[\d/.-]*$`)

// hasTitle reports whether a line that may be the title has come.
func (m *mastheadReader) hasTitle() bool { return len(m.others)+len(m.headings) > 0 }

// isOfText reports whether a line is a sentence of the text, whatever stands
// above it: a theme, or a lead between the lines of a site.
func (m *mastheadReader) isOfText(b *block, text string) bool {
	return isTheme(text) || m.aboveTitle(b) && (b.words() > 20 || isLead(text))
}

// pictureLine removes the name of a picture, which stands for an emblem.
func (m *mastheadReader) pictureLine(b *block, text string) bool {
	p := pictureAlone.FindStringSubmatch(text)
	if p == nil || !isPicture(p[1]) {
		return false
	}
	m.d.remove(b, "icon")
	return true
}

// formLine takes a line that its form tells alone: an address, the kind of text
// in a heading above the title, the number of an act, who wrote it, its day.
func (m *mastheadReader) formLine(i int, b *block, text string) bool {
	switch t := exactType(folded(text)); {
	case b.Kind == source.Paragraph && isLetterhead(text):
		m.d.remove(b, "contact")
	case b.Kind == source.Heading && t != "" && !sectionTitles().is(text) && m.titleFollows(i):
		m.liftType(b, t)
	case isNumberOfAct(text) && (m.titleFollows(i) || i == m.end-1 && m.hasTitle()):
		m.d.meta.Symbols = append(m.d.meta.Symbols, plainText(text))
		m.d.lift(b, "symbol", "symbols")
	case m.author(b, text):
	case (isSymbolsNote(text) || isSerial(text) || isImprint(text) || m.leadsSymbolsNote(i, text)) && m.d.remove(b, "masthead-note"):
	case m.official && isHeldWithoutDay(b, text) && m.d.remove(b, "field"):
	case m.actDate(b, text), m.issuedBy(b, i, text), m.plainDate(b, text):
	default:
		return revisions.MatchString(text) && m.d.remove(b, "field")
	}
	return true
}

// distributionOf removes the word for how far an official document goes, and the
// word or two below it where it stands on a line of its own.
func (m *mastheadReader) distributionOf(i int, b *block, text string) bool {
	if distributionLine(folded(text)) {
		m.official, m.limited = true, b.Line+1
		if b.words() == 1 {
			m.alone = i
		}
		m.d.remove(b, "distribution")
		return true
	}
	below := m.limited == b.Line && b.Blank == 0 || m.alone >= 0 && m.alone == i-1
	return below && b.words() <= 2 && m.d.remove(b, "distribution")
}

// namedFile removes the first line where it is what an archive calls the file.
func (m *mastheadReader) namedFile(i int, b *block, text string) bool {
	if i > 0 || !m.namesFile(text) {
		return false
	}
	m.d.remove(b, "web")
	return true
}

// bodyLine takes a line that names languages of the document, or organs and
// bodies that issued it.
func (m *mastheadReader) bodyLine(b *block, text string) bool {
	low := folded(text)
	switch {
	case languageName(low) != "" || isLanguageRow(text):
		m.d.remove(b, "language")
	case isOrgans(low) || m.isBody(b, text):
		m.organs = append(m.organs, b)
		m.d.lift(b, "organisation", "organisation")
	default:
		return false
	}
	return true
}

// meetingDay takes a line that says on which days and at which hours a meeting
// was, where, and perhaps its name.
func (m *mastheadReader) meetingDay(b *block, text string) bool {
	inRoom := clock.MatchString(text) && b.words() <= 9 && hasAny(rooms(), folded(text))
	return m.date(b, text) || m.heldLine(b, text) || m.datedMeeting(b, text) || m.placeBelow(b, text) || m.phases(b, text) ||
		inRoom && m.d.remove(b, "hour") || m.hour(b, text)
}

// agendaLine takes a line of an official masthead that names the session, an
// item of its agenda, or what that item is about.
func (m *mastheadReader) agendaLine(b *block, text string) bool {
	session := hasAny(sessionWords(), folded(text)) && b.words() <= 8 && m.byLine == 0 && typeIn(text) == ""
	switch {
	case session && (len(m.organs) > 0 || m.official && isSessionName(text)):
		m.sessions = append(m.sessions, b)
		m.d.lift(b, "session", "event")
	case (m.official || len(m.organs) > 0) && isAgenda(text):
		m.agenda = b.Line
		m.d.remove(b, "agenda")
	case m.isSubject(b, text):
		m.subjects = append(m.subjects, b)
	default:
		return false
	}
	return true
}

// statusLine lifts a line that says whether the text is final.
func (m *mastheadReader) statusLine(b *block, text string) bool {
	status := isStatus(folded(text))
	if status == "" {
		return false
	}
	m.d.meta.Status = status
	m.d.lift(b, "status", "status")
	return true
}

// typeLine takes a line that says what kind of text it is and nothing else. Right
// above the text it may be the heading of its first section: above a list it
// stays, and so does the word for a summary.
func (m *mastheadReader) typeLine(i int, b *block, text string) bool {
	t := exactType(folded(text))
	if who, kind, ok := strings.Cut(text, " "); ok && t == "" && isInitials(who) && len(who) > 2 && exactType(folded(kind)) != "" && i+2 < m.end {
		for _, below := range m.d.blocks[i+1 : min(len(m.d.blocks), i+longestMasthead)] {
			if strings.HasPrefix(below.plain(), who) { // “ICANN Transcription”, above “ICANN62”
				m.d.meta.Organisation = cmp.Or(m.d.meta.Organisation, who)
			}
		}
		m.liftType(b, exactType(folded(kind)))
		return true
	}
	if t == "" {
		return false
	}
	if i+1 == m.end {
		if !m.hasTitle() {
			return false
		}
		if aboveItems := i+1 < len(m.d.blocks) && m.d.blocks[i+1].Kind == source.Item; aboveItems && t != report.Statement {
			return true // stays
		}
		if sectionTitles().is(text) || t == report.Summary {
			return false
		}
	}
	m.liftType(b, t)
	return true
}

// liftType lifts a line that says what kind of text it is.
func (m *mastheadReader) liftType(b *block, t report.Type) {
	m.d.meta.Type = cmp.Or(m.d.meta.Type, t)
	m.d.lift(b, "report-type", "report_type")
}

// isFirstSection reports whether the line right above the text is the heading of
// its first section, which stays.
func (m *mastheadReader) isFirstSection(i int, b *block, text string) bool {
	switch {
	case i != m.end-1 || !m.hasTitle():
		return false
	case m.byLine > 0 && m.d.broken && b.words() <= 12 && typeIn(text) == "" && !leadsType(text) && !strings.HasSuffix(text, "*"):
		return true // below who wrote the text
	case m.canBeSection(b, text) && m.standsAsSection(i, b, text):
		return true
	case m.isBelowDate(b, text):
		m.d.opener = b
		return true
	}
	return false
}

// canBeSection reports whether the line above the text, parted from those above
// it, is no line of the title: not quoted, no field, no type that the title
// lacks, no meeting, and not in capitals as the title is.
func (m *mastheadReader) canBeSection(b *block, text string) bool {
	first := m.first()
	switch {
	case b == m.title || b.Blank == 0 || m.d.isQuoteLike(text) || m.opensSectionBelow():
		return false
	case resolutionNumber.MatchString(text) || isEvent(parts.Split(text, -1)[0]):
		return false
	case m.fields >= 0 && (fieldLine.MatchString(text) || m.namesCountry(b, text)):
		return false
	case len(m.others) > 0 && saysTail(m.others[0].plain(), text):
		return false
	case typeIn(text) != "" && typeIn(first) == "":
		return false
	}
	return !isCapitals(text) || !isCapitals(first)
}

// opensSectionBelow reports whether the text begins with the name of a section, so
// that what stands right above it is no heading of another.
func (m *mastheadReader) opensSectionBelow() bool {
	return m.end < len(m.d.blocks) && sectionTitles().is(m.d.blocks[m.end].plain())
}

// standsAsSection reports whether such a line comes after a title and more, is in
// capitals where the title is not, or stands below a date and above text with
// others like it.
func (m *mastheadReader) standsAsSection(i int, b *block, text string) bool {
	switch {
	case len(m.others) > 1, isCapitals(text) && !isCapitals(m.first()):
		return true
	case m.dated == 0 || b.words() > 8 || i+1 >= len(m.d.blocks):
		return false
	}
	below := m.d.blocks[i+1]
	return below.Blank > 0 && below.words() >= 12 && m.d.likeBelow(i+1)
}

// isBelowDate reports whether a line of a text broken into lines is a few words
// right below the date that name neither a place, who issued the text, nor a
// meeting.
func (m *mastheadReader) isBelowDate(b *block, text string) bool {
	if !m.d.broken || m.d.transcript || m.dated == 0 || m.dated != b.Line-1 || b.words() < 2 || b.words() > 6 {
		return false
	}
	return endingOf(text) == open && typeIn(text) == "" && !isPlaceName(text) && !isIssuer(text) && !isMeetingName(text)
}

// first is the first line that may be the title.
func (m *mastheadReader) first() string {
	if len(m.headings) > 0 {
		return m.headings[0].plain()
	}
	return m.others[0].plain()
}
