package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// tallest is how many lines a head of a page can have over or under its number.
const tallest = 6

// stackedHeads removes the heads of pages that have several lines, each the same
// on every page, with the number of the page among them: “Moderator: Ana Brito”,
// a day, a number of a call, “Page 3”. What says so is that they stand at the
// same distance from numbers that count on; so a line may look like a label.
func (d *document) stackedHeads() {
	places := d.countedPlaces()
	for _, step := range []int{-1, 1} {
		for far := step; far*step <= tallest; far += step {
			line, times, of := d.commonLine(places, far)
			if times < 3 || times < of-1 && times*5 < of*4 {
				break
			}
			for _, at := range places {
				if b, ok := d.headAt(at, far); ok && headOf(b) == line {
					d.remove(b, "running-head")
				}
			}
		}
	}
}

// countedPlaces are the places of the numbers of pages that count on, each from
// the one before, or none.
func (d *document) countedPlaces() []int {
	var places []int
	last := 0
	for i := range d.blocks {
		n, ok := d.pageCount(i)
		if !ok || len(places) > 0 && n != last+1 {
			continue
		}
		places, last = append(places, i), n
	}
	if len(places) < 3 {
		return nil
	}
	return places
}

// commonLine is the line that most pages have so far from their numbers, on
// how many it stands, and how many have any.
func (d *document) commonLine(places []int, far int) (line string, times, of int) {
	count := map[string]int{}
	for _, at := range places {
		if b, ok := d.headAt(at, far); ok {
			key := headOf(b)
			if count[key]++; count[key] > times {
				line, times = key, count[key]
			}
		}
		if at+far >= 0 && at+far < len(d.blocks) {
			of++
		}
	}
	return line, times, of
}

// headAt is the line so far from the number of a page, if it may be of a head:
// short, no end of a sentence, and no more than one empty line from the next.
// The end of a page may stand between a number and the head below it.
func (d *document) headAt(at, far int) (*block, bool) {
	step := 1
	if far < 0 {
		step = -1
	}
	i := at
	for n := 0; n != far; n += step {
		for i += step; i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == source.PageBreak; i += step {
		}
		if i < 0 || i >= len(d.blocks) || d.blocks[max(i, i-step)].Blank > 1 {
			return nil, false
		}
	}
	b := d.blocks[i]
	return b, b.Kind != source.Rule && !b.Kind.Beside() && b.words() <= 12 && endingOf(b.plain()) == open && strings.TrimSpace(b.plain()) != ""
}
