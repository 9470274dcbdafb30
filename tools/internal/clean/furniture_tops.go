package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// topLines are the places of lines right below the ends of pages, or below the
// document's symbol, that say the same on two pages at least: the head of a page
// over several lines, such as a long title. They stand on three pages, or say what the first lines of the
// document say.
func (d *document) topLines(own map[string]int) map[int]bool {
	times := map[string]int{}
	d.eachTop(own, func(i int) bool {
		times[folded(d.blocks[i].plain())]++
		return true
	})
	front := ""
	for _, b := range d.blocks[:min(len(d.blocks), longestMasthead/2)] {
		front += " " + folded(b.plain())
	}
	found := map[int]bool{}
	d.eachTop(own, func(i int) bool {
		text := folded(d.blocks[i].plain())
		said := times[text] >= 3 || times[text] == 2 && strings.Contains(front, text)
		if said && countWords(text) >= 3 && i >= longestMasthead/4 {
			found[i] = true
		}
		return found[i] || own[symbolKey(d.blocks[i].plain())] > 0
	})
	return found
}

// eachTop calls f with the places of the lines at the tops of pages, a few each
// and no turn, as long as f says that the next is of the head too.
func (d *document) eachTop(own map[string]int, f func(i int) bool) {
	isSymbol := func(i int) bool { n := own[symbolKey(d.blocks[i].plain())]; return n > 0 && n <= i }
	for at := range d.blocks {
		if !d.isPageEnd(at) && !isSymbol(at) {
			continue
		}
		for i := at + 1; i < min(len(d.blocks), at+6); i++ {
			b := d.blocks[i]
			if b.Kind != source.Paragraph || b.words() > 20 || i > at+1 && b.Blank > 0 || b.speaks || d.isSpoken(b) || labelAlone(b.Text) || !f(i) {
				break
			}
		}
	}
}
