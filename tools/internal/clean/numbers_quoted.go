package clean

import (
	"strconv"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// quotedNumbers are the places of the numbered paragraphs of another text that
// stand between two of this one: the number after the last one, n, follows them
// at their depth, and they count by themselves, three at most.
func (d *document) quotedNumbers(i, n int) []int {
	var quoted []int
	for j := i; j < len(d.blocks) && j < i+8; j++ {
		b := d.blocks[j]
		k, ok := b.Number()
		switch {
		case b.Kind == source.Heading || ok && b.Kind != source.Item:
			return nil
		case !ok || b.Level > 1:
		case k == n+1 && len(quoted) > 0:
			return quoted
		case len(quoted) == 3 || k == 1 || len(quoted) > 0 && !d.counts(quoted[len(quoted)-1], k-1):
			return nil
		default:
			quoted = append(quoted, j)
		}
	}
	return nil
}

// counts reports whether the block at place i has the number n.
func (d *document) counts(i, n int) bool {
	k, ok := d.blocks[i].Number()
	return ok && k == n
}

// quote makes paragraphs of the numbered ones that a text quotes.
func (d *document) quote(places []int) {
	for _, i := range places {
		b := d.blocks[i]
		n, _ := b.Number()
		b.number = strconv.Itoa(n)
		b.Kind, b.Level, b.Marker = source.Paragraph, 0, ""
		d.log(report.Marked, "numbered-paragraph", b, b.number, "")
	}
}
