package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// speakers marks the names of speakers that stand in capitals on lines of their
// own, without a colon, as interviews are printed. They alternate with speech:
// above each a sentence has ended, below each one begins, and they come back.
// A running head cuts a sentence sooner or later.
func speakers(d *document) {
	d.quotedSpeakers()
	var places []int
	count := map[string]int{}
	text := 0
	for i, b := range d.blocks {
		if b.Kind == source.Paragraph && b.words() > 0 && (b.Blank > 0 || !d.followsLine(i)) {
			text++
		}
		l, ok := labelOf(b.Text)
		if ok && l.sure {
			return // they are printed otherwise
		}
		if isNameLine(b) && d.parts(i) {
			places = append(places, i)
			count[folded(b.plain())]++
		} else if isNameLine(b) && d.next(i) >= 0 && startsLower(d.below(i)) {
			return
		}
	}
	again := 0
	for _, n := range count {
		if n > 1 {
			again++
		}
	}
	if len(places) < 4 || len(count) < 2 || again == 0 || len(places)*4 < text {
		return
	}
	for _, i := range places {
		d.blocks[i].speaks = true
	}
	for i := places[0]; i < places[len(places)-1]; i++ {
		b := d.blocks[i]
		if !b.speaks && b.words() <= 16 && b.isLine() && isCapitals(b.plain()) && endingOf(b.plain()) == open && d.parts(i) {
			b.speaks = true // who is heard once may be said to be somebody, in more words
		}
	}
}

// isLine reports whether a block may be a line of its own by its kind.
func (b *block) isLine() bool {
	return b.Kind == source.Paragraph || b.Kind == source.Heading && b.guessed
}

// isNameLine reports whether a block is a name of several words in capitals and
// nothing else.
func isNameLine(b *block) bool {
	s := b.plain()
	if !b.isLine() || b.words() < 2 || b.words() > 6 || !isCapitals(s) || !isName(s) || endingOf(s) != open {
		return false
	}
	switch {
	case strings.ContainsAny(s, "–—|/0123456789"):
		return false
	case sectionTitles().is(s), isFormula(s), typeIn(s) != "":
		return false // the heading of a part, the title of the text
	case meetings().in(folded(s)) > 0, isOrgans(folded(s)):
		return false // who meets
	}
	return true
}

// parts reports whether a sentence has ended above place i, or nothing stands
// there that has, and speech begins below.
func (d *document) parts(i int) bool {
	n := d.next(i)
	if n < 0 || d.blocks[n].Kind != source.Paragraph || isNameLine(d.blocks[n]) || startsLower(d.blocks[n].plain()) {
		return false
	}
	if i == 0 {
		return true
	}
	j := i - 1
	for j > 0 && (d.isPageEnd(j) || dashedNumber.MatchString(d.blocks[j].plain()) || loneDigits.MatchString(d.blocks[j].plain())) {
		j-- // the end of a page
	}
	above := d.blocks[j]
	return endingOf(above.plain()) == full || i < 12 && above.words() <= 12
}

// followsLine reports whether place i stands right below a line of text that has
// no end, as in a text that was broken into lines.
func (d *document) followsLine(i int) bool {
	return i > 0 && d.blocks[i-1].Kind == source.Paragraph && d.blocks[i-1].words() >= 6
}

// askedMark is a letter or a word before a question or an answer, and what
// parts it from it.
var askedMark = regexp.MustCompile(`(?s)^(?:\*\*)?(\p{Lu}|\p{Lo}|\p{Lu}\pL{2,9})(?:\*\*)?` +
	`(?:[ \x{a0}]*[:：.][ \x{a0}]*[-–—]?|[ \x{a0}]*[-–—])(?:\*\*)?[ \x{a0}]+(\S.*)$`)

// askedLabel reads the mark of a question or of an answer: “Q – ”, “R. ”.
func askedLabel(s string) (label, bool) {
	m := askedMark.FindStringSubmatch(s)
	if m == nil || !asking().set[folded(m[1])] {
		return label{}, false
	}
	return label{name: m[1], rest: m[2]}, true
}

// quotedSpeakers gives the sign of captions back to paragraphs that have one
// chevron where captions have two, and so read as quotations: one of them at
// least names its speaker in capitals, and no quotation is longer than that.
func (d *document) quotedSpeakers() {
	named, quoted := 0, 0
	for i, b := range d.blocks {
		if !b.Quote {
			continue
		}
		if quoted++; i > 0 && d.blocks[i-1].Quote && d.blocks[i-1].Line+1 == b.Line {
			return // a quotation of several lines
		}
		if l, ok := labelOf(b.Text); ok && l.sure && isCapitals(l.name) {
			named++
		}
	}
	if named == 0 || quoted < 2 {
		return
	}
	for _, b := range d.blocks {
		if b.Quote {
			b.Quote, b.Text = false, ">> "+b.Text
		}
	}
}
