package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

var (
	jobCode = regexp.MustCompile(`^(?:\d{1,3}(?:/\d{1,3})?\s+)?(?:GE\.|V\.)?\d{2}-\d{5}(?:\s?\*)?(?:\s?\([A-Z]\))?` +
		`(?:\s+\d{6})*(?:\s+\*\d{6,8}\*)?(?:\s+\d{1,3}(?:/\d{1,3})?)?$|^K\d{7}(?:-?[A-Z])?(?:\s+\d{6})*$`)
	barcode   = regexp.MustCompile(`^\*\d{6,8}\*$`)
	partCount = regexp.MustCompile(` (?:[IVX]{1,5}|\d{1,2}) `) // of annexes
	// days of printing, or page and pages, beside a job code
	stamp = regexp.MustCompile(`^(?:(?:[0-3]\d[01]\d\d{2}\s?)+|(\d{1,2})/\d{1,2})$`)
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
	d.closeUp()
	d.languageCodes()
	sectionNumbers(d)
	for _, b := range d.blocks {
		if b.Kind.Beside() {
			d.removeBeside(b)
		}
	}
	d.starredFeet()
	d.loneTimes()
	d.stackedHeads()
	d.topHeads()
	h := d.headsOf()
	numbered := d.pageNumbers()
	for i := range d.bracketedPages() {
		numbered[i] = true
	}
	own := d.ownSymbols()
	tops := d.topLines(own)
	codes := 0
	removed := map[int]bool{} // the running heads, and job codes
	for i, b := range d.blocks {
		if b.gone || b.words() > 20 || b.Kind != source.Paragraph && b.Kind != source.Row {
			continue
		}
		text := b.plain()
		switch {
		case isJobCode(b):
			removed[i] = d.remove(b, "job-code")
			codes++
		case codes > 0 && stamp.MatchString(text):
			d.remove(b, "job-code")
		case numbered[i]:
			d.remove(b, "page-number")
		case own[symbolKey(text)] < i && own[symbolKey(text)] > 0, d.isSymbolHead(text, own, i), tops[i], d.cutsPages(i):
			removed[i] = d.remove(b, "running-head")
		default:
			removed[i] = d.removeHead(i, h)
		}
	}
	for i, b := range d.blocks {
		if b.gone || b.Kind != source.Paragraph || !loneDigits.MatchString(b.plain()) {
			continue
		}
		if n := d.next(i); removed[i-1] || n > i+1 && removed[i+1] {
			d.remove(b, "page-number") // beside the head of its page, or the code at its foot
		}
	}
	d.markFeet()
}

// isJobCode reports whether a line is the number of a print job of the United
// Nations, its barcode, what stands beside it on recycling, or what tells in
// brackets that an annex follows or the document ends.
func isJobCode(b *block) bool {
	if text := b.plain(); isBracketed(text) && strings.HasPrefix(text, "[") {
		return endings().is(partCount.ReplaceAllString(strings.Trim(text, "[]"), " "))
	}
	return recycling().is(b.plain()) || jobCode.MatchString(b.plain()) || barcode.MatchString(b.plain()) || barcode.MatchString(b.Text)
}

// cutsPages reports whether the line at place i stands at the top of a page,
// between the halves of a sentence.
func (d *document) cutsPages(i int) bool {
	b := d.blocks[i]
	return d.isPageEnd(i-1) && i+1 < len(d.blocks) && d.blocks[i+1].Blank > 0 && d.severs(i) &&
		b.words() <= 14 && endingOf(b.plain()) == open && !startsLower(b.plain()) && !d.isSpoken(b)
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

func (d *document) isPageEnd(i int) bool {
	return i >= 0 && i < len(d.blocks) && (d.blocks[i].Kind == source.PageBreak || d.blocks[i].Kind == source.Rule)
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
