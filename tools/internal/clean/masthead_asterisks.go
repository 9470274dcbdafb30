package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

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
	for i, b := range m.d.blocks {
		if !b.gone && i > 0 && m.d.isPageEnd(i-1) && m.d.isPageEnd(i+1) && b.words() <= 45 && asteriskNote.MatchString(strings.TrimSpace(b.Text)) {
			m.d.remove(b, "masthead-note") // between two lines drawn across the page
			continue
		}
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
