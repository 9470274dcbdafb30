package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// sites removes what a site that shares other people's documents, or a weblog,
// puts above a text: where a reader stands in the site or in its viewer, the
// name of the file and the line below which the text is, and what it writes
// before each page.
func sites(d *document) {
	d.wayHome()
	for i, b := range d.blocks[:min(len(d.blocks), 12)] {
		_, views := viewers().leads(b.plain())
		_, banner := banners().leads(b.plain())
		if i < 4 && views && b.words() <= 12 && endPage.MatchString(b.plain()) || banner && b.words() <= 90 {
			d.remove(b, "web")
		}
	}
	for _, b := range d.blocks {
		if b.Kind == source.Paragraph && pictureFile.MatchString(b.plain()) {
			d.remove(b, "image")
		}
	}
	d.comments()
	d.nameAbove()
	d.sweep()
	if at := d.sharedFrom(); at >= 0 {
		for _, b := range d.blocks[:at+1] {
			d.remove(b, "web")
		}
		d.sweep()
		d.pagesSaid()
	}
	d.snippets()
	d.sweep()
	d.offered()
	d.sharing()
}

var (
	endPage   = regexp.MustCompile(`\d\s*$`)
	bracketed = regexp.MustCompile(`^\((\d{1,4})\)$`)
	pageStart = regexp.MustCompile(`^(\d{1,3}) (\S.*)$`)
	saidPage  = regexp.MustCompile(`^(\p{L}{1,9})\.? (\d{1,4}): \S`)
	// pictureFile is what a camera or a page calls a picture.
	pictureFile = regexp.MustCompile(`(?i)^(?:img|dscn?|pict?|image|photo)[_-]?\d{2,}\w*$|^[a-z]+_[a-z]*\d{2,}$`)
	wayDown     = regexp.MustCompile(`\s[›»>]\s`)
)

// wayHome removes the way from the first page of a site to this one: in a line,
// “Home > Documents > …”, a step a line, or as a list.
func (d *document) wayHome() {
	for i, b := range d.blocks[:min(len(d.blocks), 8)] {
		if here := strings.TrimRight(b.plain(), ":： "); hereWords().is(here) {
			d.remove(b, "navigation")
			continue
		}
		steps := wayDown.Split(b.plain(), -1)
		if b.Kind != source.Row && b.words() <= 60 && len(steps) >= 3 && homeWords().is(steps[0]) {
			d.remove(b, "navigation")
			continue
		}
		if i == 0 && b.Kind == source.Item && homeWords().is(b.plain()) {
			for _, step := range d.blocks {
				if step.Kind != source.Item || step != b && step.Blank > 0 {
					break
				}
				d.remove(step, "navigation")
			}
			break
		}
		next := i + 1
		for next < len(d.blocks) && isStepOfWay(d.blocks[next]) {
			next++
		}
		if next > i+1 && homeWords().is(b.plain()) {
			for _, step := range d.blocks[i:next] {
				d.remove(step, "navigation")
			}
		}
	}
	d.sweep()
}

// isStepOfWay reports whether a line is a step of such a way, with its sign before it.
func isStepOfWay(b *block) bool {
	return b.isProse() && strings.HasPrefix(strings.TrimLeft(b.Text, `\`), ">") && !strings.HasPrefix(b.Text, ">>")
}

// nameAbove removes the first line where the page below it, which was run
// together, says all of it again: the name of the file, and perhaps how many
// pages it has.
func (d *document) nameAbove() {
	next := 1
	for next < len(d.blocks) && next < 3 && loneDigits.MatchString(d.blocks[next].plain()) {
		next++
	}
	if next >= len(d.blocks) || d.blocks[0].words() < 3 || d.blocks[0].words() > 30 || d.blocks[next].words() < 60 {
		return
	}
	if name := lettersOf(d.blocks[0].plain()); strings.Contains(lettersOf(d.blocks[next].plain()), name) {
		for _, b := range d.blocks[:next] {
			d.remove(b, "web")
		}
	}
}

// sizeLine says how large a file is and how often it was seen.
var sizeLine = regexp.MustCompile(`^\d+(?:[.,]\d+)?\s?[KM]B\b`)

// snippets removes from the first lines what a search shows of a text that says
// it below, cut short with dots, and the size of the file.
func (d *document) snippets() {
	for i, b := range d.blocks[:min(len(d.blocks), 5)] {
		text := strings.TrimRight(b.plain(), " .…,")
		cut := len(text)+2 <= len(strings.TrimRight(b.plain(), " ")) && b.words() >= 12
		if found := datesIn(text); len(found) > 0 && found[0].at <= 2 && found[0].to <= len(text) {
			text = strings.TrimLeft(foldMarks.Replace(text)[found[0].to:], " -–—.:")
		}
		if i > 0 && cut && strings.Contains(d.lettersBelow(i), lettersOf(text)) || sizeLine.MatchString(b.plain()) && b.words() <= 10 {
			d.remove(b, "web")
		}
	}
}

// sharedFrom is the place of the line below which a site that shares documents
// has the text of one, or -1. Above it stand the name of the file, which is how
// the text begins, and what such sites offer; nothing else that the text below
// does not say.
func (d *document) sharedFrom() int {
	for i, b := range d.blocks[:min(len(d.blocks), 20)] {
		if b.words() > 40 && !d.saysAllBelow(b, i) {
			return -1
		}
		if i == 0 {
			continue
		}
		name := nameOfFile(d.blocks[0].plain())
		w, leads := sharedTexts().leads(b.plain())
		switch {
		case !leads || b.words() > 40:
		case sharedTexts().is(b.plain()):
			offers := false
			for _, above := range d.blocks[:i] {
				_, one := offerWords().leads(above.plain())
				offers = offers || one && above.words() <= 40
			}
			if offers || d.saysSoon(i, name) {
				return i
			}
		case i <= 6 && len(name) >= 12 && strings.HasPrefix(lettersOf(b.plain()[min(len(w), len(b.plain())):]), name):
			return i // Transcript of, and the name of the file
		}
	}
	return -1
}

// nameOfFile is the beginning of the name that a site gives a document, by its
// letters: such sites cut long names.
func nameOfFile(s string) string {
	s = strings.TrimRight(s, " .…")
	if at := strings.Index(s, "·"); at > 0 {
		s = s[:at]
	}
	r := []rune(lettersOf(s))
	return string(r[:min(len(r), 40)])
}

// lettersOf is a text without anything but its letters and digits, in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if letter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// saysSoon reports whether one of the lines after place i begins with the name.
func (d *document) saysSoon(i int, name string) bool {
	for _, b := range d.blocks[i+1 : min(len(d.blocks), i+4)] {
		if strings.HasPrefix(lettersOf(b.plain()), name) && len(name) >= 6 {
			return true
		}
	}
	return false
}

// saysAllBelow reports whether the blocks after place i say all of a block again.
func (d *document) saysAllBelow(b *block, i int) bool {
	return strings.Contains(d.lettersBelow(i), lettersOf(strings.TrimLeft(b.plain(), "0123456789p. ")))
}

// lettersBelow is what the blocks after place i say, by its letters.
func (d *document) lettersBelow(i int) string {
	var below strings.Builder
	for _, other := range d.blocks[i+1 : min(len(d.blocks), i+60)] {
		below.WriteString(lettersOf(other.plain()))
	}
	return below.String()
}
