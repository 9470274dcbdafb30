package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// opensPart reports whether what a line says, or what stands below it, tells by
// itself that it opens a part: a session, a day, an annex, an entry of the list
// of contents.
func (d *document) opensPart(c *candidate) bool {
	word, _, _ := strings.Cut(c.text, " ")
	switch {
	case c.after.isProse() && c.n <= 14 && c.apart && hasTags(c.after.plain()):
		return true // a section and what it is linked to
	case d.transcript:
		return false
	case c.apart && c.n <= 12 && c.unmarked && (c.i == 0 || c.sentence) && isOfficer(c.after):
		return true // a session and who was in the chair
	case (c.between || d.dense()) && isDayLine(c.text) && d.countDays() >= 2:
		return true
	case c.between && c.n <= 12 && shapeOfHeading(c.text) == dated && d.marksDays():
		return true
	case c.unmarked && d.isStacked(c.i):
		return true
	case (c.apart || d.broken) && d.isListed(c.text):
		return true
	}
	return annexTitles().is(strings.TrimRight(word, ".:")) && c.n <= 4 && c.after.Kind != source.Row
}

// marksDays reports whether the markup has a heading that names a day, so that
// the other days are headings too.
func (d *document) marksDays() bool {
	for _, b := range d.blocks {
		if b.Kind == source.Heading && !b.guessed && shapeOfHeading(b.plain()) == dated {
			return true
		}
	}
	return false
}

// isTurnOfDebate reports whether a line is what a debate of a parliament turns
// to: below a sentence or the opening of the sitting, above who speaks.
func (d *document) isTurnOfDebate(c *candidate) bool {
	return d.debate && d.opensDebate(c.i) && c.n >= 2 && !d.opensSitting(c.text) && !honorificFirst(c.text) &&
		(c.i == 0 || c.sentence || d.opensSitting(d.blocks[c.i-1].plain()))
}

// headsTranscript reports whether a line of a transcript is a heading: set
// apart by its type, or the name of the text that stands before the words, such
// as messages.
func (d *document) headsTranscript(c *candidate) bool {
	switch {
	case (c.bold || c.capitals && c.n >= 2) && c.after.Kind != source.Item:
		return true
	case !c.between:
		return false
	case c.n <= 2 && exactType(folded(c.text)) != "":
		return true // messages, and then the transcript
	}
	return c.n <= 8 && !d.turnAbove(c.i) && typeIn(c.text) != "" && c.leads()
}

// opensText reports whether a line is the heading of the first section, with
// which the text begins below its masthead.
func (d *document) opensText(c *candidate) bool {
	switch {
	case c.i > 0:
		return false
	case c.after.number != "" && c.n <= 12 && d.broken && !d.isQuoteLike(c.text):
		return true
	case !c.unmarked || d.meta.Title == "" || c.n > 8 || c.end != open || !c.leads() || c.after.words() < 12:
		return false
	}
	return c.between && d.likeBelow(d.next(c.i)) || c.b == d.opener // others like it follow, or the masthead tells it
}

// opensRepeated reports whether a line between empty ones stands above the heading
// with which each of the parts begins, and is none of them.
func (d *document) opensRepeated(c *candidate) bool {
	if !c.between && !d.dense() || c.n > 14 || c.end != open || !c.after.isTextOrHeading() || d.comesBack(c.i) {
		return false
	}
	next := indexOf(d.blocks, c.after)
	below := d.next(next)
	return d.comesBack(next) && c.after.words() <= 6 && below >= 0 && !startsLower(d.blocks[below].plain()) &&
		(d.blocks[below].Kind == source.Item || d.blocks[below].isWholeText() || hasTags(d.blocks[below].plain()))
}

// leadsHeading reports whether the first heading below the line is a short one with
// its items.
func (d *document) leadsHeading(c *candidate) bool {
	if !c.after.isTextOrHeading() || c.after.words() > 14 || endingOf(c.after.plain()) != open || startsLower(c.after.plain()) {
		return false
	}
	below := d.next(indexOf(d.blocks, c.after))
	return below >= 0 && d.blocks[below].Kind == source.Item && (c.between || d.dense())
}

// headsInPlainType reports whether a line that nothing sets apart but its place
// is a heading: it comes back in each section, stands right below another
// heading, or between paragraphs.
func (d *document) headsInPlainType(c *candidate, marked int) bool {
	above := d.blocks[c.i-1]
	_, isItalic := italic(c.b.Text)
	switch {
	case d.dense() && c.n <= 10 && c.sentence && c.after.Kind == source.Heading && strings.HasPrefix(c.after.plain(), "1"):
		return true // above the first of the parts that count
	case isItalic && d.comesBack(c.i):
		return c.hasBelow()
	case marked == 0 && (d.opensRepeated(c) || d.comesBack(c.i) && d.leadsHeading(c)):
		return true
	case !c.hasText():
		return false
	case marked > 0 && above.Kind == source.Item && c.after.Kind == source.Item:
		return c.between && c.sentence && c.n <= 14 && c.end == open && marked >= 3
	case marked > 0:
		return above.Kind == source.Heading && (c.after.Kind == source.Item || above.Level > 0 && c.n <= 14)
	case d.comesBack(c.i):
		return true
	case c.n > 14 || d.inRun(c.i):
		return false
	}
	return c.apart || d.broken || d.alternates(c.i) || d.dense() && c.n <= 8 ||
		above.Kind == source.Heading && c.after.Kind == source.Item
}
