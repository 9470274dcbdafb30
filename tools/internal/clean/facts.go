package clean

import (
	"time"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// facts takes from title, notices and first paragraphs what the masthead did
// not say by itself: the meeting with which a title opens, when it was, and
// where. Only a span of days is taken, for a single day there may be any.
func facts(d *document) {
	d.adoptedBelow()
	meta := &d.meta
	if pieces := besides.Split(meta.Title, 2); len(pieces) == 2 && meta.Event == "" && isEvent(pieces[0]) {
		meta.Event = pieces[0]
	}
	if meta.EventStart != "" {
		return
	}
	for _, n := range meta.Notices {
		if n.Kind == report.TranscriptionNotice && d.takeDays(newPlain(n.Text)) {
			return // of the meeting that was transcribed
		}
	}
	seen := 0
	for _, b := range d.blocks {
		if b.Kind != source.Paragraph || b.turn {
			continue
		}
		if d.takeDays(b.plain()) {
			d.factsBeside(b)
			return
		}
		if seen++; seen == 3 {
			return
		}
	}
}

// takeDays takes the first span of days of a text, unless they are still to
// come when the text is dated, for those of the meeting.
func (d *document) takeDays(text string) bool {
	for _, s := range datesIn(text) {
		if s.end != "" && len(s.start) == 10 && len(s.end) == 10 && (d.meta.Date == "" || s.start <= d.meta.Date) && isMeetingLong(s.start, s.end) {
			d.meta.EventStart, d.meta.EventEnd = s.start, s.end
			return true
		}
	}
	return false
}

// isMeetingLong reports whether the time between two days is as long as a meeting
// is, a month at most, and not that on which a text reports.
func isMeetingLong(start, end string) bool {
	from, err := time.Parse(time.DateOnly, start)
	to, wrong := time.Parse(time.DateOnly, end)
	return err == nil && wrong == nil && to.Sub(from) <= 31*24*time.Hour
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
