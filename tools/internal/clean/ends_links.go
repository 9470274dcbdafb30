package clean

import "rapporteur/tools/internal/source"

// siteLinks removes the lists of links around the text of a page of a site:
// above its first heading, and below a line that says how to share it. Links
// anywhere else are what the text cites.
func (d *document) siteLinks() {
	first, links := 0, 0
	for first < len(d.blocks) && d.blocks[first].Kind != source.Heading {
		b := d.blocks[first]
		if onlyLinks.MatchString(b.Text) {
			links++
		} else if b.words() > 6 {
			break
		}
		first++
	}
	if first < len(d.blocks) && d.blocks[first].Kind == source.Heading && links >= 2 {
		for _, b := range d.blocks[:first] {
			if onlyLinks.MatchString(b.Text) {
				d.remove(b, "navigation")
			}
		}
	}
	links = 0
	for i := len(d.blocks) - 1; i > first; i-- {
		b := d.blocks[i]
		if b.Kind == source.Item && onlyLinks.MatchString(b.Text) {
			links++
			continue
		}
		_, shares := boilerplate().leads(b.plain())
		if shares && b.words() <= 4 && links > 0 {
			for _, b := range d.blocks[i:] {
				d.remove(b, "web")
			}
		}
		if !shares && (b.words() > 10 || links > 0) {
			break
		}
	}
	d.sweep()
}

// captionedBy removes the address of who wrote the captions of a meeting, above
// the text: the line that leads into it and the short lines below, to a rule or
// to the notice that captioners give.
func (d *document) captionedBy() {
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if _, ok := captioners().leads(b.plain()); !ok || endingOf(b.plain()) != colon || b.words() > 5 {
			continue
		}
		lines := 0
		for _, line := range d.blocks[i+1:] {
			if l, ok := labelOf(line.Text); line.Kind != source.Paragraph || line.words() > 7 || ok && l.sure || lines > 8 {
				break
			}
			lines++
		}
		for _, line := range d.blocks[i : i+1+lines] {
			d.remove(line, "contact")
		}
		d.sweep()
		return
	}
}
