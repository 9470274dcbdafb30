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
			often := times >= 3 && (times >= of-1 || times*5 >= of*4)
			if !often && (times < 2 || times < of || !d.headCuts(places, far)) {
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

// headCuts reports whether text goes on in lower case below such lines, once at
// least.
func (d *document) headCuts(places []int, far int) bool {
	for _, at := range places {
		if _, ok := d.headAt(at, far); ok && far > 0 && at+far+1 < len(d.blocks) {
			if below := d.below(at + far); startsLower(below) && below != "" {
				return true
			}
		}
	}
	return false
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

// longestTop is how many lines stand above the first page's text at least.
const longestTop = 4

// topHeads removes the lines that stand right below the ends of pages, three
// times at least and nowhere else, on half of the pages or more, and cut a
// sentence once, whatever they look like: a title with a colon in it is no speaker there.
func (d *document) topHeads() {
	tops, times, ends := map[string]int{}, map[string]int{}, 0
	cuts := map[string]bool{}
	var places []int
	for i, b := range d.blocks {
		if d.isPageEnd(i) {
			ends++
		}
		if b.gone || b.Kind != source.Paragraph || b.words() > 24 {
			continue
		}
		key := headOf(b)
		if i >= longestTop {
			times[key]++
		}
		if d.isPageEnd(i-1) && i >= longestTop && b.words() >= 3 && endingOf(b.plain()) == open && !labelAlone(b.Text) {
			tops[key]++
			cuts[key] = cuts[key] || startsLower(d.below(i))
			places = append(places, i)
		}
	}
	for _, i := range places {
		if key := headOf(d.blocks[i]); tops[key] >= 3 && cuts[key] && tops[key] == times[key] && tops[key]*2 >= ends {
			d.remove(d.blocks[i], "running-head")
		}
	}
}
