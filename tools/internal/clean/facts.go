package clean

import (
	"rapporteur/tools/internal/source"
)

// facts takes from the first paragraphs what the masthead did not say: when
// the event was. Only a span of days is taken, for a single day there may be
// any, and none that was to come when the text was written.
func facts(d *document) {
	d.adoptedBelow()
	if d.meta.EventStart != "" {
		return
	}
	seen := 0
	for _, b := range d.blocks {
		if b.Kind != source.Paragraph || b.turn {
			continue
		}
		for _, s := range datesIn(b.plain()) {
			if s.end != "" && len(s.start) == 10 && len(s.end) == 10 && (d.meta.Date == "" || s.start <= d.meta.Date) {
				d.meta.EventStart, d.meta.EventEnd = s.start, s.end
				return
			}
		}
		if seen++; seen == 3 {
			return
		}
	}
}

// adoptedBelow takes from the last lines of a text the day on which it was adopted,
// where its masthead gives none; the line stays.
func (d *document) adoptedBelow() {
	last := max(0, len(d.blocks)-4)
	for _, b := range d.blocks[last:] {
		if d.meta.Date == "" && b.Kind == source.Paragraph && b.words() <= 25 && saysAdopted(b.plain()) {
			d.meta.Date = datesIn(b.plain())[0].start
		}
	}
}
