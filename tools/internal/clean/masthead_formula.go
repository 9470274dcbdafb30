package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// formulaLine is the place of the line that names the organ which speaks, near
// the start of a text that has no sentence above it, or -1: what stands above is
// the masthead, however long.
func (d *document) formulaLine() int {
	for i, b := range d.blocks[:min(len(d.blocks), 16)] {
		text := b.plain()
		switch {
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case isEnacting(text):
			return i
		case !b.isTextOrHeading(), b.words() > 60, endingOf(text) != open && !isBracketed(text) && !isField(text):
			return -1
		}
	}
	return -1
}

// isEnacting reports whether a line names the organ that speaks in a resolution
// and nothing else: “The General Assembly,”.
func isEnacting(text string) bool {
	longest := 9
	if bare := strings.TrimSpace(brackets.ReplaceAllString(text, " ")); bare != text {
		text, longest = bare, 12 // where and when it met
	}
	low := folded(text)
	return endingOf(text) == comma && countWords(text) <= longest && !strings.ContainsAny(strings.TrimRight(low, ",，،"), ",;:，،") &&
		(organs().in(low) > 0 || bodies().in(low) > 0) && len(datesIn(text)) == 0
}
