package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// loneTime is a time of the day, or of a recording, on a line of its own:
// (1535), [00:12:40], 15:35.
var loneTime = regexp.MustCompile(`^(?:[(\[](\d{2})(\d{2})[)\]]|[(\[]?(\d{1,2}):(\d{2})(?::(\d{2}))?[)\]]?)$`)

// loneTimes removes the times that a record of a sitting has between its
// paragraphs, or a transcript beside them: two at least that never go back.
// Numbers in brackets that can all be years say nothing.
func (d *document) loneTimes() {
	var found []*block
	last, years := -1, 0
	for _, b := range d.blocks {
		if b.Kind != source.Paragraph && (b.Kind != source.Item || b.Marker != "" && strings.ContainsAny(b.Marker, "0123456789")) {
			continue
		}
		m := loneTime.FindStringSubmatch(b.plain())
		if m == nil {
			continue
		}
		at := number(m[1]+m[3])*3600 + number(m[2]+m[4])*60 + number(m[5])
		if at < last || number(m[2]+m[4]) > 59 {
			return
		}
		if m[1] == "19" || m[1] == "20" {
			years++
		}
		found, last = append(found, b), at
	}
	if len(found) < 2 || years == len(found) {
		return
	}
	for _, b := range found {
		d.remove(b, "time-stamp")
	}
}
