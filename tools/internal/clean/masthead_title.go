package clean

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// finish chooses title, subtitle and event among the lines that are left.
func (m *mastheadReader) finish() {
	m.organisation()
	var title []*block
	if len(m.headings) > 0 {
		title = append(m.headings, m.belowHeading(m.headings[0])...)
		slices.SortStableFunc(title[1:], func(a, b *block) int { return a.Line - b.Line })
	} else {
		title = m.titleLines()
	}
	if len(title) == 0 {
		m.subjects, title = m.fromSubjects() // no empty line parts the title from the agenda
	}
	for _, b := range m.subjects {
		m.d.remove(b, "agenda")
	}
	m.liftTitle(m.fromTitle(m.withoutInitials(title)))
	meta := &m.d.meta
	if meta.Type == "" {
		meta.Type = cmp.Or(typeOfTitle(meta.Title), typeOfTitle(meta.Subtitle))
	}
}

// belowHeading takes the lines beside the first heading of a masthead, which is
// the title, and gives those that go on with it: a second line between it and a
// date, or on whose report an official text was adopted.
func (m *mastheadReader) belowHeading(heading *block) []*block {
	d, meta := m.d, &m.d.meta
	var more []*block
	for _, b := range m.others {
		above := indexOf(d.blocks, b) < indexOf(d.blocks, heading) // one line of a web page may hold both
		if above || !m.isText(b) {
			m.beside(b, above)
		}
		if above || b.gone {
			continue
		}
		text := plainText(bare(b.Text))
		switch {
		case meta.Event == "" && isMeetingName(text) && m.liftedBelow(b):
			m.liftEvent(b, text)
		case m.isSecondLine(b) || m.official && (isBracketed(b.plain()) || isBoldType(b, text)):
			more = append(more, b)
		}
	}
	return more
}

// liftTitle lifts the lines of a title: the first is the title, a heading that
// names a meeting and its year the event, the others the subtitle.
func (m *mastheadReader) liftTitle(lines []*block) {
	d, meta := m.d, &m.d.meta
	var before *block // the piece of the subtitle before
	for _, b := range lines {
		text := strings.TrimRight(plainText(tidy(bare(raisedRef.ReplaceAllString(b.Text, "")))), "* ")
		switch {
		case b.gone:
		case meta.Title == "":
			meta.Title = strings.TrimRight(strings.TrimSuffix(text, " "+strings.ToUpper(d.opts.Lang)), "* ")
			d.lift(b, "title", "title")
		case folded(text) == folded(meta.Title):
			d.remove(b, "running-head")
		case meta.Event == "" && b.Kind == source.Heading && isMeetingOfYear(text) && typeIn(text) == "":
			m.liftEvent(b, text)
		default:
			switch {
			case meta.Subtitle == "":
				meta.Subtitle = strings.TrimLeft(text, "—– ") // with which a subtitle opens
			case isNextLine(before, b, text):
				meta.Subtitle += " " + text
			default:
				meta.Subtitle += " – " + text
			}
			before = b
			d.lift(b, "subtitle", "subtitle")
		}
	}
}

// isMeetingOfYear reports whether a line names a meeting and ends in its year.
func isMeetingOfYear(text string) bool {
	return yearAtEnd.MatchString(text) && hasAny(meetings(), folded(text))
}

// isNextLine reports whether a line stands right below another and goes on with
// it, in capitals or not as that one.
func isNextLine(above, b *block, text string) bool {
	return above != nil && above.Line+1 == b.Line && !above.Broken && b.Kind == source.Paragraph &&
		isCapitals(text) == isCapitals(above.plain())
}

// liftEvent lifts a line that names the meeting; what another line says of it
// stands behind that.
func (m *mastheadReader) liftEvent(b *block, text string) {
	switch event := m.d.meta.Event; {
	case event == "", strings.Contains(folded(text), folded(event)):
		m.d.meta.Event = text
	case !strings.Contains(folded(event), folded(text)):
		m.d.meta.Event += ", " + text
	}
	m.d.lift(b, "event", "event")
}

// plainText is a text without markup, its words parted by single spaces.
func plainText(s string) string { return strings.Join(strings.Fields(newPlain(s)), " ") }

// newPlain is a text without markup.
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
	m.others = m.belowAgenda(m.others)
	from := m.titleAt(m.others)
	if from > 0 {
		m.fromTitle(m.others)
	}
	for k := from; k < len(m.others); k++ {
		b := m.others[k]
		text := plainText(bare(b.Text))
		split := parts.Split(text, -1)
		if town := countedEvent.FindStringSubmatch(text); town != nil && k+1 < len(m.others) && isPlaceName(town[2]) && countWords(town[2]) <= 3 {
			split = town[1:]
		}
		begun := len(title) > 0
		switch {
		case isEvent(text) && (k+1 < len(m.others) || begun):
			m.liftEvent(b, text)
		case (isEvent(split[0]) || begun) && m.where(b, split):
		case begun && m.dated > 0 && m.meetingLine(b):
		case m.agenda > 0 && b.Line < m.agenda && m.hasAfterAgenda():
			m.beside(b, true)
		case begun && saysTail(plainText(title[0].Text), text):
			d.remove(b, "running-head")
		case begun && d.lineGoesOn(title[len(title)-1], b, width):
			last := title[len(title)-1]
			last.Text, last.Width = glue(bare(last.Text), bare(b.Text)), b.reach()
			last.Block.Line = b.Line
			b.gone = true
			d.log(report.Joined, "title", b, b.Text, "")
		case m.isPlace(k, b):
			meta.Place = text
			d.lift(b, "place", "place")
		case begun && meta.Place == "" && m.inRoom(b, text):
			meta.Place = text
			d.lift(b, "place", "place")
		case k == 0 && len(m.others) > 1 && yearAtEnd.MatchString(text) && countWords(text) <= 6 && typeIn(text) == "":
			m.liftEvent(b, text)
		case m.isFarBelow(b, title), begun && m.isLongBelow(b, text):
			m.beside(b, false)
		case m.isPlainLine(k, b, text):
			// nothing but its place would make it one
		default:
			title = append(title, b)
		}
	}
	return title
}

// belowAgenda gives the lines from the title on, where an official masthead says
// in a paragraph of its own what an item of its agenda is about: that stands
// above a title and a line for the kind of text, each parted from the others.
func (m *mastheadReader) belowAgenda(lines []*block) []*block {
	title := len(lines) - 2
	if m.agenda == 0 || !m.official || title < 1 || !leadsType(lines[title+1].plain()) || lines[title+1].Blank == 0 {
		return lines
	}
	for title > 0 && lines[title].Blank == 0 {
		title--
	}
	if title == 0 || lines[0].Line < m.agenda {
		return lines
	}
	m.subjects = append(m.subjects, lines[:title]...)
	return lines[title:]
}

// isFarBelow reports whether a line stands some lines below the second line of a
// title, and below the date, so that it is none of its lines. A transcript may
// have its title in capitals on both sides of the date.
func (m *mastheadReader) isFarBelow(b *block, title []*block) bool {
	if len(title) < 2 || b.Line <= title[1].Line+3 || b.Line <= m.dated {
		return false
	}
	text := plainText(bare(b.Text))
	goesOn := m.d.transcript && m.dated > 0 && isCapitals(text) && isCapitals(title[0].plain())
	return !goesOn && typeIn(text) == "" && !isNumbered(text)
}

// isLongBelow reports whether a line below the first of a title is too long for
// another of it: neither in title case nor above the date or the fields of an
// official masthead.
func (m *mastheadReader) isLongBelow(b *block, text string) bool {
	if b.words() <= 18 || isTitleCase(text) || b.words() <= 40 && b.Line < m.dated {
		return false
	}
	return m.fields < 0 || indexOf(m.d.blocks, b) < m.fields
}

// isPlainLine reports whether a line of a source with styles has nothing that
// would make it a title: it is not set apart, or is a word or two and a full stop.
func (m *mastheadReader) isPlainLine(k int, b *block, text string) bool {
	if !m.d.styled() {
		return false
	}
	if endingOf(text) == full && countWords(text) < 3 {
		return true
	}
	return !isSetApart(b, text) && (k > 0 || countWords(text) < 3 || endsOpenly(text) || m.d.goesOnLower(b))
}

// saysTail reports whether a line says the title again, or the last line of it
// where that is of several words.
func saysTail(title, text string) bool {
	title, text = folded(title), folded(text)
	if lettersOf(title) == lettersOf(text) {
		return true
	}
	return countWords(text) >= 2 && len(text) >= 16 && strings.HasSuffix(title, " "+text)
}

// isSetApart reports whether a line is bold or in capitals.
func isSetApart(b *block, text string) bool {
	_, isBold := bold(b.Text)
	return isBold || isCapitals(text)
}

// goesOnLower reports whether the block below goes on in lower case.
func (d *document) goesOnLower(b *block) bool {
	next := d.next(indexOf(d.blocks, b))
	return next >= 0 && d.blocks[next].isProse() && startsLower(d.blocks[next].plain())
}

// isPlace reports whether a line is where the meeting was: a few words between
// its name and its date.
func (m *mastheadReader) isPlace(k int, b *block) bool {
	if k == 0 || k+1 >= len(m.others) || b.words() > 4 || m.d.meta.Place != "" {
		return false
	}
	above := m.others[k-1]
	between := above.gone && above.Line == b.Line-1 && m.dated == b.Line+1
	return between && typeIn(b.plain()) == "" && !hasAny(meetings(), folded(b.plain()))
}

// hasAfterAgenda reports whether a line that may be the title stands below the
// items of the agenda.
func (m *mastheadReader) hasAfterAgenda() bool {
	for _, b := range m.others {
		if b.Line > m.agenda {
			return true
		}
	}
	return false
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
