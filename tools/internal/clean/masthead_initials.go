package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// withoutInitials takes the initials of an organisation, which a cover sets in
// its largest type, from before a title of several words. That title comes to
// the front of the lines.
func (m *mastheadReader) withoutInitials(title []*block) []*block {
	if len(title) < 2 || title[0].gone || !isInitials(plainText(bare(title[0].Text))) {
		return title
	}
	for k, b := range title[1:] {
		if b.gone || !isTitleText(b) {
			continue
		}
		if m.d.meta.Organisation == "" {
			m.d.meta.Organisation = plainText(bare(title[0].Text))
		}
		m.d.lift(title[0], "organisation", "organisation")
		lines := append([]*block{b}, title[1:k+1]...)
		return append(lines, title[k+2:]...)
	}
	return title
}

// isTitleText reports whether a line below initials is long enough for a title
// and is no sentence.
func isTitleText(b *block) bool {
	return b.words() >= 3 && (endingOf(b.plain()) == open || isQuestion(b.plain())) && !isNumbered(b.plain()) && !sectionTitles().is(b.plain())
}

// isInitials reports whether a text is the initials of a name, without a year.
func isInitials(s string) bool { return isAcronym(s) && !strings.ContainsAny(s, "0123456789 /") }

// initialsAbove reports whether the heading at place i is the initials of an
// organisation above the title.
func (d *document) initialsAbove(i int) bool {
	if !isInitials(plainText(bare(d.blocks[i].Text))) {
		return false
	}
	for j := i + 1; j < len(d.blocks) && j < longestMasthead; j++ {
		switch b := d.blocks[j]; {
		case b.Kind == source.Heading:
			return isTitleText(b) && !d.isSection(j)
		case b.Kind != source.Rule && b.Kind != source.PageBreak && b.words() > 12:
			return false
		}
	}
	return false
}
