package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var parts = regexp.MustCompile(`\s+[-–—|•·]\s+|\s*[|•·]\s*`)

// date reads a line that is a date, and perhaps a place, a time, an issuer.
func (m *mastheadReader) date(b *block, text string) bool {
	found := datesIn(text)
	if len(found) == 0 {
		return false
	}
	lowered := foldMarks.Replace(strings.ToLower(latinDigits(text)))
	rest := lowered
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].to <= len(rest) {
			rest = rest[:found[i].at] + " " + rest[found[i].to:]
		}
	}
	timed := clock.MatchString(rest)
	rest = clock.ReplaceAllString(rest, " ")
	words := 0
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return !letter(r) && r != '-' && r != '\'' }) {
		if !dateWords().set[w] && !weekdayWords().set[w] && len([]rune(w)) > 1 && !rangeSign.MatchString(w) {
			words++
		}
	}
	var pieces []string
	for _, p := range parts.Split(shortDates(text, found), -1) {
		if len(datesIn(p)) > 0 && words > 0 {
			pieces = append(pieces, commaPieces(p)...)
		} else {
			pieces = append(pieces, p)
		}
	}
	if words > 8 && !isDateline(text) || words > 0 && len(pieces) == 1 {
		return false
	}
	meta := &m.d.meta
	d := found[0]
	switch {
	case d.end != "":
		if meta.EventStart == "" {
			meta.EventStart, meta.EventEnd = d.start, d.end
		}
	case m.d.transcript || timed:
		if meta.EventStart == "" {
			meta.EventStart, meta.EventEnd = d.start, d.start
		}
		if meta.Date == "" {
			meta.Date = d.start
		}
	case meta.Date == "":
		meta.Date = d.start
	}
	key := "date"
	if d.end != "" {
		key = "event_start"
	}
	m.d.lift(b, "date", key)
	m.dated = b.Line
	m.places(pieces)
	return true
}

// hour reads a line that says at what time a meeting was, and nothing else.
func (m *mastheadReader) hour(b *block, text string) bool {
	if !clock.MatchString(text) || b.words() > 8 {
		return false
	}
	for _, w := range strings.FieldsFunc(clock.ReplaceAllString(folded(text), " "), func(r rune) bool { return !letter(r) && r != '.' }) {
		if w = strings.ReplaceAll(w, ".", ""); len([]rune(w)) > 3 && !dateWords().set[w] && !weekdayWords().set[w] {
			return false
		}
	}
	return m.d.remove(b, "hour")
}

// commaPieces parts “Geneva, 4-29 July 2011” at the comma before the date.
func commaPieces(text string) []string {
	pieces := []string{text}
	for i, r := range text {
		if r != ',' && r != '،' && r != '，' {
			continue
		}
		head, tail := text[:i], text[i+len(string(r)):]
		if len(datesIn(tail)) > 0 && !strings.ContainsFunc(head, unicode.IsDigit) && !weekdayWords().is(head) && countWords(head) <= 5 {
			pieces = []string{head, tail} // the last that leaves a date
		}
		if len(pieces) == 1 && len(datesIn(head)) > 0 && len(datesIn(tail)) == 0 && !strings.ContainsFunc(tail, unicode.IsDigit) && countWords(tail) <= 6 {
			pieces = []string{head, tail}
		}
	}
	return pieces
}

// places reads what stands beside a date or an event: the first piece is the
// place, the next who issued the text.
func (m *mastheadReader) places(pieces []string) {
	meta := &m.d.meta
	for _, p := range pieces {
		p = strings.TrimSpace(p)
		switch {
		case p == "" || len(datesIn(p)) > 0 || clock.MatchString(p) || weekdayWords().is(p) || !strings.ContainsFunc(p, unicode.IsLetter):
		case isEvent(p):
			if meta.Event == "" {
				meta.Event = p
			}
		case meta.Place == "":
			meta.Place = p
		case meta.Organisation == "":
			meta.Organisation = p
		}
	}
}

var acronymYear = regexp.MustCompile(`^[\p{Lu}&+-]{2,8}[ -]?\d{2,4}$`)

// isEvent reports whether a piece is the short name of a meeting: FGI 2023,
// ICANN57.
func isEvent(s string) bool { return acronymYear.MatchString(strings.TrimSpace(s)) }

// finish chooses title, subtitle and event among the lines that are left.
func (m *mastheadReader) finish() {
	d, meta := m.d, &m.d.meta
	m.organisation()
	title := m.headings
	if len(title) == 0 {
		title = m.titleLines()
	} else {
		first := title[0]
		for _, b := range m.others {
			above := indexOf(d.blocks, b) < indexOf(d.blocks, first) // one line of a web page may hold both
			if above || !m.isText(b) {
				m.beside(b, above)
			}
			if text := plainText(bare(b.Text)); !b.gone && !above && meta.Event == "" && isMeetingName(text) && m.liftedBelow(b) {
				meta.Event = text
				d.lift(b, "event", "event")
			}
			if !b.gone && !above && m.isSecondLine(b) {
				title = append(title, b) // between the title and a date: its second line
			}
		}
	}
	if len(title) == 0 {
		title, m.subjects = m.subjects, nil // no empty line parts the title from the agenda
	}
	for _, b := range m.subjects {
		d.remove(b, "agenda")
	}
	title = m.fromTitle(m.withoutInitials(title))
	var before *block // the piece of the subtitle before
	for _, b := range title {
		text := strings.TrimRight(plainText(tidy(bare(raisedRef.ReplaceAllString(b.Text, "")))), "* ")
		switch {
		case b.gone:
		case meta.Title == "":
			meta.Title = strings.TrimRight(strings.TrimSuffix(text, " "+strings.ToUpper(d.opts.Lang)), "* ")
			d.lift(b, "title", "title")
		case folded(text) == folded(meta.Title):
			d.remove(b, "running-head")
		case meta.Event == "" && b.Kind == source.Heading && yearAtEnd.MatchString(text) && hasAny(meetings(), folded(text)) && typeIn(text) == "":
			meta.Event = text
			d.lift(b, "event", "event")
		case meta.Subtitle == "":
			meta.Subtitle, before = text, b
			d.lift(b, "subtitle", "subtitle")
		case before != nil && before.Line+1 == b.Line && !before.Broken && b.Kind == source.Paragraph && isCapitals(text) == isCapitals(before.plain()):
			meta.Subtitle, before = meta.Subtitle+" "+text, b
			d.lift(b, "subtitle", "subtitle")
		default:
			meta.Subtitle, before = meta.Subtitle+" – "+text, b
			d.lift(b, "subtitle", "subtitle")
		}
	}
	if meta.Type == "" {
		meta.Type = typeOfTitle(meta.Title)
	}
	if meta.Type == "" {
		meta.Type = typeOfTitle(meta.Subtitle)
	}
}

func plainText(s string) string { return strings.Join(strings.Fields(newPlain(s)), " ") }

func newPlain(s string) string {
	b := block{Block: source.Block{Text: s}}
	return b.plain()
}

// titleLines are the lines that are the title of a document without headings:
// a short name of the meeting before it is the event, and where there is an
// agenda the title stands below it.
func (m *mastheadReader) titleLines() []*block {
	d, meta := m.d, &m.d.meta
	var title []*block
	width := 0
	for _, b := range m.others {
		width = max(width, b.reach())
	}
	from := m.titleAt(m.others)
	if from > 0 {
		m.fromTitle(m.others)
	}
	for k, b := range m.others {
		if k < from {
			continue
		}
		text := plainText(bare(b.Text))
		split := parts.Split(text, -1)
		switch {
		case isEvent(text) && (k+1 < len(m.others) || len(title) > 0):
			if meta.Event == "" {
				meta.Event = text
			}
			d.lift(b, "event", "event")
		case (isEvent(split[0]) || len(title) > 0) && m.where(b, split):
		case len(title) > 0 && m.dated > 0 && m.meetingLine(b):
		case m.agenda > 0 && b.Line < m.agenda && m.hasAfterAgenda():
			m.beside(b, true)
		case len(title) > 0 && saysTail(plainText(title[0].Text), text):
			d.remove(b, "running-head")
		case len(title) > 0 && d.lineGoesOn(title[len(title)-1], b, width):
			last := title[len(title)-1]
			last.Text, last.Width = glue(bare(last.Text), bare(b.Text)), b.reach()
			last.Block.Line = b.Line
			b.gone = true
			d.log(report.Joined, "title", b, b.Text, "")
		case m.isPlace(k, b):
			meta.Place = text
			d.lift(b, "place", "place")
		case k == 0 && len(m.others) > 1 && yearAtEnd.MatchString(text) && countWords(text) <= 6 && typeIn(text) == "":
			if meta.Event == "" {
				meta.Event = text
			}
			d.lift(b, "event", "event")
		case len(title) >= 2 && typeIn(text) == "" && b.Line > title[1].Line+3, len(title) > 0 && b.words() > 18:
			m.beside(b, false)
		case d.styled() && !isSetApart(b, text) && (k > 0 || countWords(text) < 3):
			// nothing but its place would make it one
		default:
			title = append(title, b)
		}
	}
	return title
}

// isSecondLine reports whether a line is bold or in quotation marks, names no
// body and no meeting, and stands right above one that was lifted.
func (m *mastheadReader) isSecondLine(b *block) bool {
	text := plainText(bare(b.Text))
	if _, isBold := bold(b.Text); !isBold && openingQuote(text) == "" || isIssuer(text) || isMeetingName(text) || b.words() > 20 {
		return false
	}
	return m.liftedBelow(b)
}

// liftedBelow reports whether the line right below was lifted.
func (m *mastheadReader) liftedBelow(b *block) bool {
	for i, other := range m.d.blocks[:m.end] {
		if other == b && i+1 < m.end {
			return m.d.blocks[i+1].gone
		}
	}
	return false
}

// saysTail reports whether a line says the title again, or the last line of it
// where that is of several words.
func saysTail(title, text string) bool {
	title, text = folded(title), folded(text)
	return title == text || countWords(text) >= 2 && len(text) >= 16 && strings.HasSuffix(title, " "+text)
}

// isSetApart reports whether a line is bold or in capitals.
func isSetApart(b *block, text string) bool {
	_, isBold := bold(b.Text)
	return isBold || isCapitals(text)
}

// isPlace reports whether a line is where the meeting was: a few words between
// its name and its date.
func (m *mastheadReader) isPlace(k int, b *block) bool {
	return k > 0 && k+1 < len(m.others) && m.others[k-1].gone && m.others[k-1].Line == b.Line-1 && m.dated == b.Line+1 &&
		b.words() <= 4 && m.d.meta.Place == "" && typeIn(b.plain()) == "" && !hasAny(meetings(), folded(b.plain()))
}

func (m *mastheadReader) hasAfterAgenda() bool {
	for _, b := range m.others {
		if b.Line > m.agenda {
			return true
		}
	}
	return false
}

// yearAtEnd is how a line ends that names a meeting.
var yearAtEnd = regexp.MustCompile(`\b(?:19|20)\d{2}$`)

// where reads “ICANN54 | Dublin, Ireland” and “ICANN – Dublin”.
func (m *mastheadReader) where(b *block, pieces []string) bool {
	if len(pieces) < 2 || !isEvent(pieces[0]) && !isAcronym(pieces[0]) {
		return false
	}
	if !isEvent(pieces[0]) && (countWords(pieces[1]) >= 5 || hasAny(meetings(), folded(pieces[1]))) {
		return false // a town and what was held there: the title
	}
	meta := &m.d.meta
	if !isEvent(pieces[0]) {
		if meta.Organisation == "" {
			meta.Organisation = pieces[0]
		}
		pieces = pieces[1:]
	}
	m.places(pieces)
	m.d.lift(b, "place", "place")
	return true
}

// isText reports whether the line is text for all that the masthead can tell:
// such a line below the title stays.
func (m *mastheadReader) isText(b *block) bool {
	text := plainText(bare(b.Text))
	pieces := parts.Split(text, -1)
	_, isBold := bold(b.Text)
	return !isBold && !isEvent(text) && !isMeetingLine(text) && typeIn(text) == "" && (len(pieces) < 2 || !isEvent(pieces[0]) && !isAcronym(pieces[0]))
}

func isAcronym(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 2 && len(s) <= 10 && s == strings.ToUpper(s) && strings.ContainsFunc(s, unicode.IsUpper)
}

// lineGoesOn reports whether a title goes on in the next line: in lower case,
// after a word that asks for more, or because the line was full.
func (d *document) lineGoesOn(a, b *block, width int) bool {
	if b.Line != a.Line+1 || b.Blank > 0 || a.Broken {
		return false
	}
	if startsLower(b.plain()) || endsOpenly(a.plain()) {
		return true
	}
	if _, ok := typeLeads().leads(b.plain()); ok || !d.broken {
		return false
	}
	word, _, _ := strings.Cut(b.plain(), " ")
	return a.reach() >= 40 && a.reach()+1+utf8.RuneCountInString(word) > width && isCapitals(a.plain()) == isCapitals(b.plain()) &&
		exactType(folded(b.plain())) == "" && endingOf(a.plain()) == open
}

// beside takes a line of the masthead that is no title, if it can tell what
// the line is. In an official document the short lines above the title are
// titles of its agenda.
func (m *mastheadReader) beside(b *block, above bool) {
	text := plainText(bare(b.Text))
	meta := &m.d.meta
	if m.where(b, parts.Split(text, -1)) || m.meetingLine(b) || above && m.agenda == 0 && m.meetingName(b) {
		return
	}
	switch t := typeIn(text); {
	case isEvent(text) && meta.Event == "":
		meta.Event = text
		m.d.lift(b, "event", "event")
	case above && meta.Organisation == "" && isIssuer(text):
		meta.Organisation = text
		m.d.lift(b, "organisation", "organisation")
	case meta.Type == "" && t != "" && countWords(text) <= 8:
		meta.Type = t
		m.d.lift(b, "report-type", "report_type")
	case above && m.official && endingOf(text) == open && countWords(text) <= 14:
		m.d.remove(b, "agenda")
	}
}

// organisation names the organs, and their sessions as the event.
func (m *mastheadReader) organisation() {
	meta := &m.d.meta
	var names []string
	for _, b := range m.organs {
		if m.runsTogether(b) {
			continue
		}
		if name := plainText(bare(b.Text)); !contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		meta.Organisation = strings.Join(names, "; ")
	}
	var events []string
	for _, s := range m.sessions {
		name := plainText(bare(s.Text))
		for k := len(m.organs) - 1; k >= 0; k-- {
			if o := m.organs[k]; o.Line <= s.Line && !m.runsTogether(o) {
				name = plainText(bare(o.Text)) + ", " + name
				break
			}
		}
		events = append(events, name)
	}
	if len(events) > 0 && meta.Event == "" {
		meta.Event = strings.Join(events, "; ")
	}
}

// runsTogether reports whether a line says the names of several of the organs,
// as a head over two columns does.
func (m *mastheadReader) runsTogether(b *block) bool {
	name := folded(plainText(bare(b.Text)))
	for _, o := range m.organs {
		if other := folded(plainText(bare(o.Text))); other != name && phraseAt(name, other) >= 0 && isOrgans(name) {
			return true
		}
	}
	return false
}

var asteriskNote = regexp.MustCompile(`^(?:(?:\\\*){1,3}\s*|\*{1,3}\s+)\S`)

// asterisks removes the notes of a masthead, which explain its agenda.
func (m *mastheadReader) asterisks() {
	marked := false
	for _, e := range m.d.ledger.Entries {
		if (e.Action == report.Lifted || e.Reason == "agenda") && strings.Contains(e.Text, "*") {
			marked = true
		}
	}
	if !marked {
		return
	}
	stars := 0 // items that have a star
	for _, b := range m.d.blocks {
		if b.Kind == source.Item && strings.HasPrefix(b.Marker, "*") {
			stars++
		}
	}
	for _, b := range m.d.blocks {
		if !b.gone && b.Kind == source.Item && strings.Trim(b.Marker, "*") == "" && b.Marker != "" && (b.words() <= 8 && unSymbol.MatchString(b.plain()) || stars == 1 && b.words() <= 60) {
			m.d.remove(b, "masthead-note") // the mark of the note was read as a bullet
			continue
		}
		if !b.gone && b.Kind == source.Paragraph && b.words() <= 12 && asteriskNote.MatchString(strings.TrimSpace(b.Text)) {
			if _, isBold := bold(b.Text); isBold {
				continue
			}
			if _, isItalic := italic(b.Text); isItalic {
				continue
			}
			m.d.remove(b, "masthead-note")
		}
	}
}
