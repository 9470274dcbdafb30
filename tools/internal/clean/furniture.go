package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

var (
	pageNumber   = regexp.MustCompile(`(?i)^(?:[-–—|] ?)?(?:(\p{L}{1,9})\.? ?(?:\| ?)?)?(\d{1,4})(?: ?(?:/|of|de|sur|von|из|от|من|共) ?(\d{1,4})| ?页)?(?: ?[-–—|])?$`)
	jobCode      = regexp.MustCompile(`^(?:\d{1,3}(?:/\d{1,3})?\s+)?(?:GE\.|V\.)?\d{2}-\d{5}(?:\s?\*)?(?:\s?\([A-Z]\))?(?:\s+\d{6})*(?:\s+\*\d{6,8}\*)?(?:\s+\d{1,3}(?:/\d{1,3})?)?$|^K\d{7}(?:-?[A-Z])?(?:\s+\d{6})*$`)
	stamp        = regexp.MustCompile(`^(?:(?:[0-3]\d[01]\d\d{2}\s?)+|(\d{1,2})/\d{1,2})$`) // days of printing, or page and pages, beside a job code
	numberFirst  = regexp.MustCompile(`^(\d{1,4}) ?\| ?(\p{L}{1,9})$`)
	loneDigits   = regexp.MustCompile(`^\d{1,3}$`)
	dashedNumber = regexp.MustCompile(`^[-–—|] ?\d{1,4} ?[-–—|]$`)
	barcode      = regexp.MustCompile(`^\*\d{6,8}\*$`)
)

// removeBeside removes what the source says is no part of the text.
func (d *document) removeBeside(b *block) {
	switch {
	case b.Kind == source.Picture:
		d.remove(b, "image")
	case b.Kind == source.Remark:
		d.remove(b, "remark")
	case d.source.Format == "html":
		d.remove(b, "navigation")
	default:
		d.remove(b, "running-head")
	}
}

// furniture removes what every page repeats: page numbers, job codes, and the
// running head, which stands again and again as a line of its own. A running
// head that looks like a heading is left to breaks: only the sentence that it
// cuts tells it from a real one.
func furniture(d *document) {
	d.languageCodes()
	sectionNumbers(d)
	repeated := map[string]int{}
	firstAt := map[string]int{}
	cuts := map[string]bool{}   // heads that cut a sentence, at least once
	within := map[string]bool{} // lines that stand between other text of a page too
	for i, b := range d.blocks {
		if b.Kind.Beside() {
			d.removeBeside(b)
			continue
		}
		key, ok := b.headLine()
		if !ok && b.Kind == source.Heading && i < 12 && !isOrgans(folded(b.plain())) {
			key, ok = headKey(b.plain()), true // the title, which pages repeat as a line
		}
		if b.Kind == source.Row && i < 12 {
			for _, c := range b.Cells { // of a masthead: its symbol comes back on every page
				repeated[headKey(newPlain(c))]++
			}
		}
		if ok {
			if repeated[key]++; repeated[key] == 1 {
				firstAt[key] = i
			}
			cuts[key] = cuts[key] || d.cutsSentence(i)
			within[key] = within[key] || i >= 12 && !d.atBreak(i)
		}
	}
	numbered := d.pageNumbers()
	for i := range d.bracketedPages() {
		numbered[i] = true
	}
	counted := d.countedHeads()
	own := d.ownSymbols()
	codes := 0
	heads := map[int]bool{}
	for i, b := range d.blocks {
		if b.gone || b.words() > 20 {
			continue
		}
		text := b.plain()
		key, ok := b.headLine()
		switch {
		case b.Kind != source.Paragraph && b.Kind != source.Row:
		case jobCode.MatchString(text) || barcode.MatchString(text) || barcode.MatchString(b.Text):
			d.remove(b, "job-code")
			codes++
		case codes > 0 && stamp.MatchString(text):
			d.remove(b, "job-code")
		case numbered[i]:
			d.remove(b, "page-number")
		case own[symbolKey(text)] < i && own[symbolKey(text)] > 0, d.isSymbolHead(text, own, i):
			heads[i] = d.remove(b, "running-head")
		case d.isPageEnd(i-1) && i+1 < len(d.blocks) && d.blocks[i+1].Blank > 0 && d.severs(i) && b.words() <= 14 && endingOf(text) == open && !d.isSpoken(b):
			heads[i] = d.remove(b, "running-head") // at the top of a page, between the halves of a sentence
		case !ok:
		case strings.EqualFold(text, d.opts.Lang) && len(text) == 2 && text == strings.ToUpper(text):
			d.remove(b, "language-code")
		case i < longestMasthead/2 && isOrgans(folded(bare(text))): // of a masthead with two columns
		case key != folded(text) && shapeOfHeading(text) == chapter: // Article 10, Article 11
		case counted[key] && key != folded(text) && !d.styled():
			heads[i] = d.remove(b, "running-head")
		case (d.styled() || key != folded(text) && !cuts[key]) && !d.atBreak(i), d.styled() && within[key]:
			// styles tell heads from text; and Article 1, Article 2 are no head with its pages
		case repeated[key] >= 2 && (i > firstAt[key] || d.severs(i) || i > 2 && d.isPageEnd(i-1) && d.isPageEnd(i+1)) && !d.closesSentence(i) && d.isRunningHead(i, repeated[key], firstAt[key], cuts[key]):
			heads[i] = d.remove(b, "running-head")
		}
	}
	defer d.markFeet()
	for i, b := range d.blocks {
		if n := d.next(i); !b.gone && (heads[i-1] || n > i+1 && heads[i+1]) && b.Kind == source.Paragraph && loneDigits.MatchString(b.plain()) {
			d.remove(b, "page-number") // beside the head of its page
		}
	}
}

// isSpoken reports whether a line begins with a label that is sure.
func (d *document) isSpoken(b *block) bool {
	l, ok := labelOf(b.Text)
	return ok && l.sure
}

// markFeet notes on the text below what was removed that a page ended above it.
func (d *document) markFeet() {
	for i, b := range d.blocks {
		if !b.gone {
			continue
		}
		if n := d.next(i); n >= 0 {
			d.blocks[n].foot = true
		}
	}
}

// closesSentence reports whether the line ends what the line above it began,
// so that it is no head though the words come back.
func (d *document) closesSentence(i int) bool {
	if i == 0 || d.blocks[i].Blank > 0 || d.blocks[i-1].Kind != source.Paragraph || !endsOpenly(d.blocks[i-1].plain()) {
		return false
	}
	next := d.next(i)
	return next < 0 || !startsLower(d.blocks[next].plain())
}

// cutsSentence reports whether text runs on from above the line to below it.
func (d *document) cutsSentence(i int) bool {
	if i == 0 || i+1 >= len(d.blocks) {
		return false
	}
	above, below := d.blocks[i-1], d.blocks[i+1]
	return above.isProse() && above.words() >= 4 && endingOf(above.plain()) == open && below.isProse() || below.isProse() && startsLower(below.plain())
}

// headLine is the line without the page number that it may carry, if it can be
// a running head: short, not a sentence, not a name before speech.
func (b *block) headLine() (string, bool) {
	if b.Kind != source.Paragraph || b.speaks || b.words() > 20 || strings.HasPrefix(b.Text, ">>") {
		return "", false
	}
	text := b.plain()
	if strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[") {
		return "", false // applause, and other things that are heard
	}
	switch endingOf(text) {
	case full, colon, semicolon, comma:
		return "", false
	}
	if _, ok := labelOf(b.Text); ok || startsLower(text) || isWeakLine(text) {
		return "", false
	}
	return headKey(text), true
}

func headKey(text string) string {
	return strings.Trim(folded(strings.Trim(text, "0123456789 |-–—")), " ")
}

// isWeakLine reports whether a line says too little to be told from others.
func isWeakLine(s string) bool { return len([]rune(s)) < 2 }

// isRunningHead tells a running head from words that a text repeats: it
// repeats what stands at the top of the document, or it stands at page ends.
func (d *document) isRunningHead(i, times, first int, cuts bool) bool {
	if first < 12 && (cuts || d.inFront(first)) && (times >= 2 && d.lined && d.atSeam(i) || times >= 4) {
		return true
	}
	return times >= 3 && d.atPageEnd(i) && d.atSeam(i) || times >= 2 && (d.isPageEnd(i-1) && d.isPageEnd(i+1) || cuts && d.isPageEnd(i-1) && startsLower(d.below(i)))
}

// below is the text of the block under place i.
func (d *document) below(i int) string {
	if n := d.next(i); n >= 0 {
		return d.blocks[n].plain()
	}
	return ""
}

// inFront reports whether the line at place i stands before the text: above it
// is no sentence. A line that comes back below sentences alone may be the
// heading that every section has.
func (d *document) inFront(i int) bool {
	for _, b := range d.blocks[:i] {
		if b.isProse() && b.words() >= 8 && endingOf(b.plain()) == full && grammar(b.plain()) >= 1 {
			return false
		}
	}
	return true
}

func (d *document) isPageEnd(i int) bool {
	return i >= 0 && i < len(d.blocks) && (d.blocks[i].Kind == source.PageBreak || d.blocks[i].Kind == source.Rule)
}

// atSeam reports whether the line parts text from text: nothing about it says
// that it opens a section.
func (d *document) atSeam(i int) bool {
	if i == 0 || i+1 >= len(d.blocks) {
		return true
	}
	return d.blocks[i-1].Kind != source.Heading && d.blocks[i+1].Kind != source.Item
}

func (d *document) atPageEnd(i int) bool { return i < 2 || i+2 >= len(d.blocks) || d.atBreak(i) }

// atBreak reports whether a break stands within two blocks.
func (d *document) atBreak(i int) bool {
	for _, b := range d.blocks[max(0, i-2):min(len(d.blocks), i+3)] {
		if b.Kind == source.PageBreak || b.Kind == source.Rule {
			return true
		}
	}
	return false
}

// pageNumbers are the places of lines that only count pages: at least three
// that rise, or any that stand at a page's end.
func (d *document) pageNumbers() map[int]bool {
	var places, values []int
	for i, b := range d.blocks {
		if b.Kind != source.Paragraph || len(b.Text) > 40 {
			continue
		}
		text := b.plain()
		if strings.ContainsFunc(text, unicode.IsLetter) {
			text = strings.Trim(text, "[]()") // [Page 3]
		}
		if d.isNoteNumber(i) || d.inNotes(i) {
			continue
		}
		m := pageNumber.FindStringSubmatch(text)
		if n := numberFirst.FindStringSubmatch(text); m == nil && n != nil {
			m = []string{n[0], n[2], n[1], ""} // 3 | Page
		}
		if m == nil || m[1] != "" && !pageWords().is(m[1]) {
			continue
		}
		n := 0
		for _, c := range m[2] {
			n = n*10 + int(c-'0')
		}
		if n > 999 && m[1] == "" && m[3] == "" {
			continue
		}
		places, values = append(places, i), append(values, n)
	}
	found := map[int]bool{}
	for _, i := range places {
		text := d.blocks[i].plain()
		if dashedNumber.MatchString(text) {
			found[i] = true // - 3 -
		}
		if m := pageNumber.FindStringSubmatch(text); m == nil || m[1] != "" && (m[3] != "" || i >= len(d.blocks)-3) {
			found[i] = true // Page 3 of 41, 3 | Page; Page 3 below the text
		}
	}
	for k, i := range places {
		if loneDigits.MatchString(d.blocks[i].plain()) && d.severs(i) {
			found[i] = true
		}
		rising := k > 0 && values[k] == values[k-1]+1 || k+1 < len(values) && values[k+1] == values[k]+1
		if rising && (len(places) >= 3 || strings.ContainsFunc(d.blocks[i].plain(), unicode.IsLetter)) || d.nearBreak(i) {
			found[i] = true
		}
	}
	return found
}

func (d *document) nearBreak(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j == len(d.blocks) || j >= 0 && j < len(d.blocks) && (d.blocks[j].Kind == source.PageBreak || d.blocks[j].Kind == source.Rule) {
			return true
		}
	}
	return false
}
