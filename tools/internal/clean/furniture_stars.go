package clean

import "rapporteur/tools/internal/source"

// starredFeet makes paragraphs again of what stands behind an asterisk at the
// foot of pages, the same each time: it is a note to all of them, not the one
// item of a list. What stands below it is as deep as it was above.
func (d *document) starredFeet() {
	times := map[string]int{}
	for _, b := range d.blocks {
		if b.Kind == source.Item && b.Marker == "*" {
			times[b.plain()]++
		}
	}
	if len(times) != 1 {
		return // a list with asterisks
	}
	for i, b := range d.blocks {
		if b.Kind != source.Item || b.Marker != "*" || times[b.plain()] < 2 || b.words() < 5 {
			continue
		}
		b.Kind, b.Level, b.Marker, b.Text = source.Paragraph, 0, "", `\* `+b.Text
		for _, below := range d.blocks[i+1:] {
			if below.Kind == source.Item && below.Left <= b.Left {
				break
			}
			if below.Left > b.Left && below.Level > 0 {
				below.Level--
			}
		}
	}
}
