package clean

import (
	"time"

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
			if s.end != "" && len(s.start) == 10 && len(s.end) == 10 && isMeetingLong(s.start, s.end) {
				d.meta.EventStart, d.meta.EventEnd = s.start, s.end
				return
			}
		}
		if seen++; seen == 3 {
			return
		}
	}
}

// isMeetingLong reports whether the time between two days is as long as a meeting
// is, a month at most, and not that on which a text reports.
func isMeetingLong(start, end string) bool {
	from, err := time.Parse(time.DateOnly, start)
	to, wrong := time.Parse(time.DateOnly, end)
	return err == nil && wrong == nil && to.Sub(from) <= 31*24*time.Hour
}
