package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// list remembers what an entry of the list of contents names: a heading.
func (d *document) list(b *block) {
	s := b.plain()
	if b.Kind == source.Row {
		s = strings.Join(b.Cells, "\t")
	}
	if b.number != "" || b.Marker != "" {
		s = b.Marker + " " + s
	}
	if m := tocLine.FindStringSubmatch(s); m != nil {
		d.expect(folded(newPlain(strings.TrimRight(m[1], " .…·_"))))
	}
}

// expect remembers a heading that a list of contents has.
func (d *document) expect(low string) {
	if d.listed == nil {
		d.listed = map[string]bool{}
	}
	d.listed[low] = true
}

// isListed reports whether the list of contents has a heading, perhaps without
// what counts it: “Theme 1: ”.
func (d *document) isListed(text string) bool {
	if len(d.listed) == 0 {
		return false
	}
	low := folded(text)
	if d.listed[low] {
		return true
	}
	for l := range d.listed {
		longer, shorter := low, l
		if len(l) > len(low) {
			longer, shorter = l, low
		}
		if len(shorter) >= 12 && strings.HasSuffix(longer, " "+shorter) {
			return true
		}
	}
	return false
}

// isListedItem reports whether a line is a heading that a list of contents has,
// with the item of the agenda and its documents in brackets behind it.
func (d *document) isListedItem(b *block) bool {
	text := b.plain()
	return b.Blank > 0 && strings.HasSuffix(text, ")") && strings.Contains(text, " (") && d.listed[unbracketed(text)]
}

// unbracketed is a folded text without what stands in brackets at its end.
func unbracketed(text string) string {
	low := folded(text)
	if at := strings.Index(low, " ("); at > 0 {
		low = low[:at]
	}
	return low
}
