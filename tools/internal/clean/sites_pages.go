package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// pagesSaid removes what a site that shares documents writes at the beginning of
// each page: its number, and perhaps the name of the document.
func (d *document) pagesSaid() {
	page, last := 0, 0
	var starts []*block
	for i, b := range d.blocks {
		text := b.plain()
		switch m := saidPage.FindStringSubmatch(text); {
		case m != nil && pageWords().is(m[1]) && b.words() <= 60:
			d.remove(b, "web")
		case bracketed.MatchString(text):
			d.remove(b, "page-number")
		case loneDigits.MatchString(text) && number(text) > last && number(text) <= last+3:
			last = number(text)
			d.remove(b, "page-number")
		default:
			if n := pageOpened(b); n > 0 && (n == page+1 || n == 2 && i == 1 && page == 0) {
				page = n
				starts = append(starts, b)
			}
		}
	}
	if len(starts) == 0 || starts[0] != d.blocks[0] && page != 2 || starts[0] == d.blocks[0] && len(starts) < 2 {
		return
	}
	for _, b := range starts {
		m := pageStart.FindStringSubmatch(b.Text)
		d.log(report.Removed, "page-number", b, m[1], "")
		b.Text, b.foot = m[2], true
	}
	if cover := d.blocks[0]; cover.words() <= 45 && endingOf(cover.plain()) == open {
		cover.Kind, cover.Level, cover.guessed = source.Heading, 1, true // a first page without a sentence
	}
}

// pageOpened is the number of a page with which a paragraph of several words
// begins, or 0.
func pageOpened(b *block) int {
	m := pageStart.FindStringSubmatch(b.Text)
	if m == nil || m[1][0] == '0' || b.Kind != source.Paragraph || b.words() <= 3 {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// cutName is the name that such a site gives a document: pieces of its text,
// each cut short.
var cutName = regexp.MustCompile(`(?:\.\.\.|…)\S{0,3} · `)

// offered removes the lines in which a site that shares documents says who sent
// one, when and to how many readers: short lines one after the other, at the top
// or at the end, two at least of which open with such words.
func (d *document) offered() {
	for i := 0; i < len(d.blocks); i++ {
		first, last, n := -1, -1, 0
		j := i
		for ; j < len(d.blocks) && d.blocks[j].isProse(); j++ {
			_, ok := offerWords().leads(d.blocks[j].plain())
			if !(ok && d.blocks[j].words() <= 40) && (d.blocks[j].words() > 6 || endingOf(d.blocks[j].plain()) == full) {
				break
			}
			if ok {
				if first < 0 {
					first = j
				}
				last = j
				n++
			}
		}
		if n >= 2 && last-first >= 2 && (i < 8 || j >= len(d.blocks)-2) {
			if first > 0 {
				name := d.blocks[first-1].plain()
				if cutName.MatchString(name) || strings.Contains(d.blocks[last].plain(), name) {
					first--
				}
			}
			if last+2 == len(d.blocks) && sharedTexts().is(d.blocks[last+1].plain()) {
				last++
			}
			for _, b := range d.blocks[first : last+1] {
				d.remove(b, "web")
			}
		}
		i = max(i, j)
	}
	d.sweep()
}
