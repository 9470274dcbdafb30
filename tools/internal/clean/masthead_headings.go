package clean

import (
	"regexp"

	"rapporteur/tools/internal/source"
)

// sectionNumber is what counts a section below the title.
var sectionNumber = regexp.MustCompile(`^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)．]?\s+\S` +
	`|^第[一二三四五六七八九十\d]+[章节節部]|^[一二三四五六七八九十]+[、．.]`)

// heading is where the text begins if the heading at place i tells it, or -1: the
// first is the title, the second its subtitle or the first section.
func (m *mastheadScan) heading(i int, b *block, text string) int {
	d, low := m.d, folded(text)
	switch {
	case b.guessed && spacedTitle.MatchString(text):
		return i
	case m.headings > 0 && low == folded(d.blocks[m.lastHeading].plain()):
		return -1 // the title again
	case (m.titled || m.official) && resolutionNumber.MatchString(text):
		m.lastHeading, m.titled, m.headings = i, true, 1 // the title, below what says who adopted it
		return -1
	case m.opensSection(i, b, text):
		return i
	case m.headings == 0 && (d.initialsAbove(i) || exactType(low) != "" && !sectionTitles().is(text) && d.titleBelow(i)):
		return -1 // of whom or of what kind the text is, above its title
	case isEvent(text) || m.headings == 0 && isMeetingName(text) && d.eventBelow(i):
		return -1 // the short name of the meeting, and the forum that it is short for
	case m.headings >= 1 && (isOfficeField(text) || startsLower(text) && leadsIssuer(text)):
		return -1 // below the title: who wrote the text
	case isOrgans(low) || isOwnSymbol(text) || m.headings > 0 && len(datesIn(text)) > 0 && b.words() <= 8:
		return -1
	}
	m.headings++
	switch letterhead := m.headings == 2 && namesText(text) && d.fieldsBetween(m.lastHeading, i); {
	case m.headings == 3 && m.official && m.lastHeading+1 == i && d.abovesSummary(i):
		// on whose behalf the report comes, below the title and who wrote it
	case m.headings > 2 || m.headings == 2 && d.isSection(i) && !letterhead:
		return i
	case m.headings == 2 && d.styled() && d.saysMore(m.lastHeading, i):
		return m.lastHeading + 1
	}
	m.lastHeading, m.titled = i, true
	return -1
}

// abovesSummary reports whether the heading at place i is short and right above
// the first section, which has the name of one: no text stands below it.
func (d *document) abovesSummary(i int) bool {
	n := d.next(i)
	return d.blocks[i].words() <= 8 && n >= 0 && d.blocks[n].isTextOrHeading() && sectionTitles().is(d.blocks[n].plain())
}

// eventBelow reports whether the heading right below place i is the short name of
// a meeting.
func (d *document) eventBelow(i int) bool {
	n := d.next(i)
	return n >= 0 && d.blocks[n].Kind == source.Heading && isEvent(plainText(bare(d.blocks[n].Text)))
}

// opensSection reports whether a heading is that of a section: it counts, has the
// name of one, or is below the title by its level.
func (m *mastheadScan) opensSection(i int, b *block, text string) bool {
	switch {
	case isNumbered(text) || b.Counted:
		return true
	case sectionTitles().is(text) && !m.d.onlyTitle(i, m.headings):
		return true
	case m.headings == 0:
		return false
	case sectionNumber.MatchString(text):
		return true
	}
	return m.d.styled() && b.Level > max(1, m.d.blocks[m.lastHeading].Level) && !m.d.fieldsFollow(i)
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

// isSection tells the first section from a subtitle: other headings of its
// level follow, and it names neither a type of document nor a meeting.
func (d *document) isSection(i int) bool {
	b := d.blocks[i]
	text := plainText(b.Text)
	if typeIn(text) != "" || isMeetingOfYear(text) {
		return false
	}
	if next := d.next(i); next >= 0 && d.blocks[next].Kind == source.Heading && sectionTitles().is(d.blocks[next].plain()) {
		return false // the line of a title, right above the summary
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
		if b.Kind != source.Paragraph || text == "" || isField(text) || isOrgans(folded(text)) {
			continue
		}
		if len(datesIn(text)) == 0 && typeIn(text) == "" {
			n++
		}
	}
	return n >= 3
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
