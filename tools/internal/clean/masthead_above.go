package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// fromTitle gives the lines from the title on. Those above it that name who
// issued the text, the meeting, or the room are lifted as that; whatever else
// stands above the title is kept as a subtitle.
func (m *mastheadReader) fromTitle(lines []*block) []*block {
	k := m.titleAt(lines)
	var slogans []string
	for _, b := range lines[:k] {
		text := plainText(bare(b.Text))
		meta := &m.d.meta
		switch {
		case b.gone:
		case isStatus(folded(text)) != "":
			meta.Status = isStatus(folded(text))
			m.d.lift(b, "status", "status")
		case isRoom(text):
			m.d.remove(b, "field")
		case meta.Organisation == "" && m.isAboveItsName(lines, b, text):
			meta.Organisation = text
			m.d.lift(b, "organisation", "organisation")
		case isEvent(text) || isMeetingName(text) && !isBodyName(text) || opensBelow(lines, b):
			m.liftEvent(b, text)
		case isIssuer(text) || isInitials(text):
			if meta.Organisation == "" {
				meta.Organisation = text
			} else if k >= longestHead/2 && lines[k] == m.title && m.d.remove(b, "web") {
				continue // of the menu of a site, whose name stands above
			} else if !strings.Contains(meta.Organisation, text) {
				meta.Organisation += "; " + text
			}
			m.d.lift(b, "organisation", "organisation")
		case meta.Place == "" && isTown(text):
			meta.Place = text
			m.d.lift(b, "place", "place")
		case lines[k] == m.title && b.Line+1 < m.title.Line && m.d.remove(b, "web"):
			// of the site, and not right above its title
		default:
			slogans = append(slogans, text)
			m.d.lift(b, "subtitle", "subtitle")
		}
	}
	if len(slogans) > 0 {
		m.d.meta.Subtitle = strings.Join(slogans, " – ")
	}
	return lines[k:]
}

// titleAt is the place of the title among lines that may be it: the number of a
// resolution, of a session or an act tells it, then the page of a site or the
// symbol above it; else it is the first line that names neither who issued the
// text nor the meeting nor a room, if another that can be the title follows
// those.
func (m *mastheadReader) titleAt(lines []*block) int {
	for _, isTitle := range []func(k int, b *block) bool{
		func(k int, b *block) bool { return resolutionNumber.MatchString(b.plain()) },
		func(k int, b *block) bool { return sessionCode.MatchString(b.plain()) || isNamedAct(b.plain()) },
		func(k int, b *block) bool {
			return m.title != nil && b.Line >= m.title.Line || m.title == nil && m.belowSymbol(lines, k)
		},
		func(k int, b *block) bool { return !m.isAbove(lines, k) },
	} {
		for k, b := range lines {
			if !b.gone && isTitle(k, b) {
				return k
			}
		}
	}
	return 0
}

// belowSymbol reports whether the line at place k can be the title and is the
// first below the number of the document, with nothing above it but a few words
// that name no text.
func (m *mastheadReader) belowSymbol(lines []*block, k int) bool {
	if k == 0 || !isTitleText(lines[k]) || !m.fieldBetween(lines[k-1], lines[k]) {
		return false
	}
	for _, b := range lines[:k] {
		if b.words() > 4 || namesText(b.plain()) {
			return false
		}
	}
	return true
}

// sessionCode is the number that a programme gives a session: WS #21, Open
// Forum #3.
var sessionCode = regexp.MustCompile(`(?:^|\s)#\s?\d{1,4}\b`)

// actName is what follows the word for an act in its title: its number, a dash
// or a colon, and what it is about.
var actName = regexp.MustCompile(`^\s+(?i:no\.?|n[°ºo]\.?|nº|№)?\s*\d{1,4}(?:[/.-]\d{1,4})*` +
	`\s*(?:\([^()]{2,40}\))?\s*[-–—:：]\s*\S+\s+\S+`)

// isNamedAct reports whether a line is the title of an act with its number:
// “Resolution 1 – Rules of procedure”.
func isNamedAct(text string) bool {
	w, ok := titleWords().leads(text)
	return ok && strings.HasPrefix(folded(text), w) && actName.MatchString(folded(text)[len(w):])
}

// resolutionNumber is how the title of a resolution begins: 78/132. …, and in
// Arabic 78/132 - …
var resolutionNumber = regexp.MustCompile(`^\d{1,4}/\d{1,3}(?:\.|\s?[-–—])\s+\S`)

// titleAgain removes the heading with which the text begins if it only says the
// title again.
func (d *document) titleAgain(from int) {
	for _, b := range d.blocks[from:] {
		switch {
		case b.gone || b.Kind == source.Rule || b.Kind == source.PageBreak:
		case b.Kind == source.Heading && folded(plainText(bare(b.Text))) == folded(d.meta.Title),
			d.lineTail(b):
			d.remove(b, "running-head")
			return
		default:
			return
		}
	}
}

// lineTail reports whether a line of a text broken into lines is the last line
// of a title that a page repeats.
func (d *document) lineTail(b *block) bool {
	if !d.broken || b.Kind != source.Paragraph || b.words() > 12 {
		return false
	}
	text := plainText(bare(b.Text))
	return isCapitals(text) == isCapitals(d.meta.Title) && saysTail(d.meta.Title, text)
}

// isAbove reports whether the line at place k stands above the title, by what
// it names and by what follows it.
func (m *mastheadReader) isAbove(lines []*block, k int) bool {
	b := lines[k]
	text := plainText(bare(b.Text))
	if isMeetingName(text) && m.follows(lines, k, func(other *block) bool {
		return namesText(other.plain()) && strings.Contains(folded(other.plain()), folded(text))
	}) {
		return true // the title says of which meeting it is
	}
	if b.words() > longestName(text)-2 || endingOf(text) != open || namesText(text) {
		return isStatus(folded(text)) != "" && m.follows(lines, k, isTitleText)
	}
	switch {
	case opensBelow(lines, b):
		return true
	case isStatus(folded(text)) != "", isRoom(text), isInitials(text), isEvent(text), isTown(text) && m.dated > 0:
		return m.follows(lines, k, isTitleText)
	case isIssuer(text):
		issuer := m.saidLater(text) || isBodyName(text) || isCapitals(text)
		return m.follows(lines, k, m.isTypedTitle) || issuer && m.follows(lines, k, isTitleText)
	case m.isAboveItsName(lines, b, text):
		return m.follows(lines, k+1, func(b *block) bool { // the forum, its short name, and which of its meetings
			return m.isTypedTitle(b) || isMeetingName(plainText(bare(b.Text)))
		})
	case isMeetingName(text):
		return m.follows(lines, k, func(b *block) bool {
			apart := m.fieldBetween(lines[k], b) || m.d.transcript && !isMeetingName(b.plain())
			if named := isEvent(m.d.meta.Event) || k > 0 && isEvent(plainText(bare(lines[k-1].Text))); named && b.words() <= 3 && (exactType(folded(b.plain())) != "" || leadsType(b.plain())) {
				return false // the meeting has its short name above, and what is below is but a kind of text
			}
			return m.isTypedTitle(b) || isQuestion(b.plain()) && b.words() >= 5 || apart && isTitleText(b)
		})
	}
	return false
}

// isAboveItsName reports whether a line names a forum, the short name of which,
// with a number or a year, stands on the next.
func (m *mastheadReader) isAboveItsName(lines []*block, b *block, text string) bool {
	at := indexOf(lines, b) + 1
	return at < len(lines) && isMeetingName(text) && isEvent(plainText(bare(lines[at].Text)))
}

// opensBelow reports whether a line is a name with which the next line begins, which
// says besides what kind of text it is: “NETmundial”, “NETmundial Statement”.
func opensBelow(lines []*block, b *block) bool {
	k := indexOf(lines, b) + 1
	if k >= len(lines) || isIssuer(b.plain()) {
		return false
	}
	name, title := folded(plainText(bare(b.Text))), folded(plainText(bare(lines[k].Text)))
	return len(title) > len(name) && strings.HasPrefix(title, name) && namesText(title) && !namesText(name)
}

// isTypedTitle reports whether a line can be the title and names what kind of
// text it is. A summary, and the outcome that an official document notes, is a
// line below the title as often as it.
func (m *mastheadReader) isTypedTitle(b *block) bool {
	t := typeIn(b.plain())
	two := b.words() == 2 && endingOf(b.plain()) == open && t != "" && exactType(folded(b.plain())) == "" // Kyoto Messages
	return namesText(b.plain()) && t != report.Summary && (two || isTitleText(b)) && !(m.official && t == report.Outcome)
}

// isTown reports whether a line is a town and its country.
func isTown(text string) bool {
	return isPlaceName(text) && strings.ContainsAny(text, ",،，") && countWords(text) <= 5
}

// follows reports whether one of the lines after place k can be the title.
func (m *mastheadReader) follows(lines []*block, k int, can func(*block) bool) bool {
	for _, b := range lines[k+1:] {
		pieces := parts.Split(b.plain(), -1)
		where := isEvent(pieces[0]) || len(pieces) > 1 && isAcronym(pieces[0]) && isPlaceName(pieces[1])
		if !b.gone && !where && len(datesIn(b.plain())) == 0 && can(b) {
			return true
		}
	}
	return false
}

// namesText reports whether a line says what kind of text it is the title of,
// by a word of a type or one with which titles open: resolution, plan of action.
func namesText(text string) bool { return typeIn(text) != "" || titleWords().opensOrCloses(text) }

// fieldBetween reports whether the symbol or another field of the document
// stands between two lines.
func (m *mastheadReader) fieldBetween(a, b *block) bool {
	for _, e := range m.d.ledger.Entries {
		if e.Line > a.Line && e.Line < b.Line && (e.Reason == "symbol" || e.Reason == "original" || e.Reason == "field") {
			return true
		}
	}
	return false
}

// saidLater reports whether the text below the masthead says a name again,
// within its first paragraphs or at its end.
func (m *mastheadReader) saidLater(name string) bool {
	name = folded(name)
	rest := m.d.blocks[min(m.end, len(m.d.blocks)):]
	for i, b := range rest {
		if (i < 4 || i >= len(rest)-6) && phraseAt(folded(b.plain()), name) >= 0 {
			return true
		}
	}
	return false
}
