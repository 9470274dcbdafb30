package clean

import (
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

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
			if !b.gone && !above && (m.isSecondLine(b) || m.official && isBracketed(b.plain())) {
				title = append(title, b) // between the title and a date, or on whose report it was adopted
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
		case len(title) >= 2 && typeIn(text) == "" && b.Line > title[1].Line+3 && b.Line > m.dated && !(d.transcript && m.dated > 0 && isCapitals(text) && isCapitals(title[0].plain())), len(title) > 0 && b.words() > 18 && !isTitleCase(text) && (b.words() > 40 || b.Line >= m.dated) && (m.fields < 0 || indexOf(d.blocks, b) < m.fields):
			m.beside(b, false)
		case d.styled() && (!isSetApart(b, text) && (k > 0 || countWords(text) < 3 || endsOpenly(text) || d.goesOnLower(b)) || endingOf(text) == full && countWords(text) < 3):
			// nothing but its place would make it one
		default:
			title = append(title, b)
		}
	}
	return title
}

// saysTail reports whether a line says the title again, or the last line of it
// where that is of several words.
func saysTail(title, text string) bool {
	title, text = folded(title), folded(text)
	return title == text || lettersOf(title) == lettersOf(text) || countWords(text) >= 2 && len(text) >= 16 && strings.HasSuffix(title, " "+text)
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
