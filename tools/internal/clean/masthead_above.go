package clean

import (
	"regexp"
	"strings"
	"unicode"

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
		case isEvent(text) || isMeetingName(text) && !isBodyName(text):
			if meta.Event == "" {
				meta.Event = text
			}
			m.d.lift(b, "event", "event")
		case isIssuer(text) || isInitials(text):
			if meta.Organisation == "" {
				meta.Organisation = text
			} else if !strings.Contains(meta.Organisation, text) {
				meta.Organisation += "; " + text
			}
			m.d.lift(b, "organisation", "organisation")
		case meta.Place == "" && isTown(text):
			meta.Place = text
			m.d.lift(b, "place", "place")
		case m.title != nil && lines[k] == m.title && b.Line+1 < lines[k].Line && m.d.remove(b, "web"):
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

// titleAt is the place of the title among lines that may be it: the first that
// names neither who issued the text nor the meeting nor a room, if another that
// can be the title follows those.
func (m *mastheadReader) titleAt(lines []*block) int {
	for k, b := range lines {
		if resolutionNumber.MatchString(b.plain()) && !b.gone {
			return k
		}
	}
	for k, b := range lines {
		if (sessionCode.MatchString(b.plain()) || isNamedAct(b.plain())) && !b.gone {
			return k
		}
	}
	for k, b := range lines {
		if m.title != nil && !b.gone && b.Line >= m.title.Line || m.title == nil && m.belowSymbol(lines, k) {
			return k
		}
	}
	for k, b := range lines {
		if !b.gone && !m.isAbove(lines, k) {
			return k
		}
	}
	return 0
}

// belowSymbol reports whether the line at place k can be the title and is the
// first below the number of the document, with nothing above it but a few words
// that name no text.
func (m *mastheadReader) belowSymbol(lines []*block, k int) bool {
	if k == 0 || lines[k].gone || !isTitleText(lines[k]) || !m.fieldBetween(lines[k-1], lines[k]) {
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
var actName = regexp.MustCompile(`^\s+(?i:no\.?|n[°ºo]\.?|nº|№)?\s*\d{1,4}(?:[/.-]\d{1,4})*\s*(?:\([^()]{2,40}\))?\s*[-–—:：]\s*\S+\s+\S+`)

// isNamedAct reports whether a line is the title of an act with its number:
// “Resolution 1 – Rules of procedure”.
func isNamedAct(text string) bool {
	w, ok := titleWords().leads(text)
	return ok && strings.HasPrefix(folded(text), w) && actName.MatchString(folded(text)[len(w):])
}

// resolutionNumber is how the title of a resolution begins: 78/132. …
var resolutionNumber = regexp.MustCompile(`^\d{1,4}/\d{1,3}\.\s+\S`)

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
	text := plainText(bare(b.Text))
	return d.broken && b.Kind == source.Paragraph && b.words() <= 12 && isCapitals(text) == isCapitals(d.meta.Title) && saysTail(d.meta.Title, text)
}

// isAbove reports whether the line at place k stands above the title, by what
// it names and by what follows it.
func (m *mastheadReader) isAbove(lines []*block, k int) bool {
	b := lines[k]
	text := plainText(bare(b.Text))
	if b.words() > longestName(text)-2 || endingOf(text) != open || namesText(text) {
		return isStatus(folded(text)) != "" && m.follows(lines, k, isTitleText)
	}
	typed := func(b *block) bool {
		t := typeIn(b.plain())
		return namesText(b.plain()) && t != report.Summary && isTitleText(b) && !(m.official && t == report.Outcome) // a line below the title, or it
	}
	switch {
	case isStatus(folded(text)) != "", isRoom(text), isInitials(text), isTown(text) && m.dated > 0:
		return m.follows(lines, k, isTitleText)
	case isIssuer(text):
		return m.follows(lines, k, typed) || m.follows(lines, k, isTitleText) && (m.saidLater(text) || isBodyName(text) || isCapitals(text))
	case isMeetingName(text):
		return m.follows(lines, k, func(b *block) bool {
			return typed(b) || isQuestion(b.plain()) && b.words() >= 5 || isTitleText(b) && (m.fieldBetween(lines[k], b) || m.d.transcript && !isMeetingName(b.plain()))
		})
	}
	return false
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
func namesText(text string) bool {
	if typeIn(text) != "" {
		return true
	}
	if _, ok := titleWords().leads(text); ok {
		return true
	}
	low := folded(text)
	for _, w := range titleWords().list {
		if isWide([]rune(w)[0]) && strings.HasSuffix(low, w) {
			return true // Chinese has the kind at the end
		}
	}
	return false
}

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

// isIssuer reports whether a line is the name of an organisation, by the word
// that it begins or ends with, and no sentence.
func isIssuer(text string) bool {
	low := folded(text)
	if countWords(low) > 14 || endingOf(text) != open || startsLower(text) || namesText(text) || len(datesIn(text)) > 0 ||
		strings.ContainsAny(text, ":：–—|") {
		return false
	}
	if isOrgans(low) || isBodyName(text) {
		return true
	}
	if w, ok := issuing().leads(text); ok && len(w) < len(low) {
		return true
	}
	for _, w := range issuing().list {
		if strings.HasSuffix(low, w) && len(w) < len(low) && countWords(low) <= 6 {
			at := strings.TrimSuffix(low, w)
			r := []rune(at)
			if last := r[len(r)-1]; unicode.IsSpace(last) || isWide(last) {
				return true
			}
		}
	}
	// a name of capitals around the word: European Union External Action Service
	return phraseIn(issuing(), low) && isPlaceName(text) && countWords(low) >= 2 && countWords(low) <= 8
}

// phraseIn reports whether one of the phrases stands in a folded text.
func phraseIn(p *phrases, low string) bool { return p.in(low) > 0 }

// isRoom reports whether a line says in which room a session was.
func isRoom(text string) bool {
	low := strings.Trim(folded(text), "0123456789 .:#-")
	if countWords(text) > 4 || low == "" {
		return false
	}
	if _, ok := rooms().leads(low); ok {
		return true
	}
	for _, w := range rooms().list {
		if strings.HasSuffix(low, w) {
			return true
		}
	}
	return false
}

// heldLine lifts a line that says when and where a meeting was, in words:
// “Held at …, from 4 to 6 November”.
func (m *mastheadReader) heldLine(b *block, text string) bool {
	found := datesIn(text)
	if len(found) == 0 || found[0].end == "" && !m.official || endingOf(text) == full || b.Kind == source.Heading || b.words() > 24 {
		return false
	}
	if !saysHeld(text) {
		return false
	}
	if m.d.meta.EventStart == "" {
		m.d.meta.EventStart, m.d.meta.EventEnd = found[0].start, found[0].end
		if found[0].end == "" {
			m.d.meta.EventEnd = found[0].start // one meeting of a session
		}
	}
	m.d.lift(b, "date", "event_start")
	m.dated = b.Line
	return true
}

// saysHeld reports whether a line opens with the word for holding a meeting, or
// ends with it, as Chinese does.
func saysHeld(text string) bool {
	if _, ok := heldWords().leads(text); ok {
		return true
	}
	for _, w := range heldWords().list {
		if isWide([]rune(w)[0]) && strings.HasSuffix(folded(text), w) {
			return true
		}
	}
	return false
}
