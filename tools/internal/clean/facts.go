package clean

import (
	"rapporteur/tools/internal/source"
)

// facts takes from the first paragraphs what the masthead did not say: when
// the event was. Only a span of days is taken, for a single day there may be
// any.
func facts(d *document) {
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
