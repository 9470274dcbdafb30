package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// asteriskNote is how a note begins that a star of the masthead points to.
var asteriskNote = regexp.MustCompile(`^(?:(?:\\\*){1,3}\s*|\*{1,3}\s+|<sup>(?:\\?\*){1,3}</sup>\s*)\S`)

// asterisks removes the notes of a masthead, which explain its agenda: below the
// text between two lines drawn across the page, behind a bullet that was the
// mark of the note, or as a short line without emphasis.
func (m *mastheadReader) asterisks() {
	if !m.starred() {
		return
	}
	stars := 0 // items that have a star
	for _, b := range m.d.blocks {
		if b.Kind == source.Item && strings.HasPrefix(b.Marker, "*") {
			stars++
		}
	}
	for i, b := range m.d.blocks {
		if b.gone {
			continue
		}
		noted := asteriskNote.MatchString(strings.TrimSpace(b.Text))
		between := i > 0 && m.d.isPageEnd(i-1) && m.d.isPageEnd(i+1)
		switch {
		case between && noted && b.words() <= 45, isStarItem(b, stars == 1),
			b.Kind == source.Paragraph && noted && (b.words() <= 12 || m.official && i < longestMasthead && b.words() <= 30) && !isEmphasis(b.Text):
			m.d.remove(b, "masthead-note")
		}
	}
}

// starred reports whether a line of the masthead, or an item of its agenda, has
// a star.
func (m *mastheadReader) starred() bool {
	for _, e := range m.d.ledger.Entries {
		if (e.Action == report.Lifted || e.Reason == "agenda") && strings.Contains(e.Text, "*") {
			return true
		}
	}
	return false
}

// isStarItem reports whether an item is a note whose star was read as a bullet: it
// gives a symbol, or is the only one with a star.
func isStarItem(b *block, only bool) bool {
	if b.Kind != source.Item || b.Marker == "" || strings.Trim(b.Marker, "*") != "" {
		return false
	}
	return b.words() <= 8 && unSymbol.MatchString(b.plain()) || only && b.words() <= 60
}

// isEmphasis reports whether a text is bold or italic from end to end.
func isEmphasis(s string) bool {
	_, isBold := bold(s)
	_, isItalic := italic(s)
	return isBold || isItalic
}
