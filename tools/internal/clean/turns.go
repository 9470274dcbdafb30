package clean

import (
	"unicode/utf8"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// turns finds who speaks, in every layout: the name on a line of its own or
// before the speech, bold or not, after >>, with title and affiliation. A
// document is a transcript where names stand before speech again and again;
// elsewhere a name and a colon are only text.
func turns(d *document) {
	if d.profile.Turns == "never" {
		return
	}
	s := d.spoken()
	if !s.tellsTurns(d.profile.Turns == "always") {
		return
	}
	opening := d.firstTurn(s)
	d.transcript = true
	d.debate = s.isDebate(d)
	d.meta.Type = report.Transcript
	for i := opening; i < len(d.blocks); i++ {
		b := d.blocks[i]
		l, ok := s.labels[i]
		if !ok || b.gone || !d.beginsTurn(i, l, s) {
			continue
		}
		stamp := timeStamp.FindString(b.Text)
		if stamp != "" {
			d.log(report.Removed, "time-stamp", b, stamp, "")
		}
		b.Kind, b.Level, b.turn, b.speaker, b.Text = source.Paragraph, 0, true, l.name, l.rest
		d.log(report.Marked, "turn", b, l.name, "")
		if l.name == page.Unidentified { // which is how a page says that there is no name
			b.speaker = ""
			d.log(report.Removed, "turn", b, l.name, "")
		}
		if l.rest == "" {
			d.takeSpeech(i, s.labels)
		}
	}
}

// beginsTurn reports whether the label of a block in a transcript names who
// speaks, and is not a title or a sentence with a colon in it.
func (d *document) beginsTurn(i int, l label, s *speech) bool {
	b := d.blocks[i]
	once := s.count[l.key()] < 2
	switch {
	case once && s.marks*2 >= len(s.labels) && !hasChevrons(b.Text):
		return false // others have chevrons, and nobody is named so again
	case l.sure:
		return true
	case once && countWords(l.name) == 1 && s.sure >= 5 && s.sure*4 >= len(s.labels)*3:
		return false // “First:”, where names are in another form
	case d.debate:
		return false // those who speak in a debate have titles
	case !once:
		return true
	case l.isPhrase():
		return false
	case d.profile.Turns == "always", l.namesTwice(), len(s.labels)*2 >= s.prose:
		return true
	}
	return l.rest == "" && s.sure*2 <= len(s.labels) || s.said && (s.mayName(l.name) || d.isCalled(i, l.name))
}

// isPhrase reports whether a label in a script without capitals, which tells
// names by their words alone, reads as words of a text: too many, such as
// sentences have, or a line that leads into what follows.
func (l label) isPhrase() bool {
	wide := isWide(first(l.name))
	if l.rest == "" {
		return wide && utf8.RuneCountInString(l.name) > 5
	}
	return caseless(l.name) && (!wide && countWords(l.name) > 4 || grammar(l.name) > 0)
}

// isFormula reports whether a label is one word in capitals, or words that open
// the parts of a judgment or a resolution: people have two names, and speak
// again.
func isFormula(name string) bool {
	if formulas().is(name) {
		return true
	}
	return countWords(name) == 1 && !caseless(name) && !brackets.MatchString(name) && !unidentified().is(name) && !honorifics().is(name)
}

// firstTurn is the place of the first label that is sure or comes back. Above
// it stands the masthead, whose fields say their few words without an end.
func (d *document) firstTurn(s *speech) int {
	for i, b := range d.blocks {
		l, ok := s.labels[i]
		if !ok || d.aboveDate(i, s.labels) {
			continue
		}
		again := s.count[l.key()] >= 2
		isField := i < 12 && !again && l.rest != "" && endingOf(l.rest) == open && countWords(l.rest) <= 15 && !hasChevrons(b.Text)
		if !isField && (l.sure || again || l.rest == "" || s.said && endingOf(l.rest) == full) {
			return i
		}
	}
	return 0
}

// aboveDate reports whether a line that is a date stands below a label and
// above the next: so far down goes the masthead.
func (d *document) aboveDate(i int, labels map[int]label) bool {
	for j := i + 1; j < len(d.blocks) && j < longestMasthead/2; j++ {
		b := d.blocks[j]
		if _, ok := labels[j]; ok || b.words() > 12 {
			return false
		}
		if found := datesIn(b.plain()); len(found) > 0 && endingOf(b.plain()) == open && b.words() <= 10 {
			return true
		}
	}
	return false
}

// numberFollows reports whether a numbered list follows place i: a word and a
// colon above it lead into the list.
func (d *document) numberFollows(i int) bool {
	j := d.next(i)
	if j < 0 || d.blocks[j].Kind != source.Item {
		return false
	}
	_, ok := d.blocks[j].Number()
	return ok
}

// takeSpeech joins the first paragraph of speech to a label that stood alone.
func (d *document) takeSpeech(i int, labels map[int]label) {
	for j := d.next(i); j >= 0; j = d.next(j) {
		b := d.blocks[j]
		if b.Kind == source.Rule || b.Kind == source.PageBreak {
			continue
		}
		if _, isLabel := labels[j]; isLabel || b.Kind != source.Paragraph || b.turn {
			return
		}
		d.blocks[i].Text, d.blocks[i].Broken = b.Text, b.Broken
		b.gone = true
		d.log(report.Joined, "speech", b, b.Text, d.blocks[i].speaker)
		return
	}
}
