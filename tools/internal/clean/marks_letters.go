package clean

import (
	"regexp"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// loneSection is the number or the letter of a section on a line of its own.
var loneSection = regexp.MustCompile(`^(?:[IVX]{1,5}|[A-ZА-Я])\\?\.$`)

// loneSections joins the mark of a section that stands alone with the name
// below it, and with the lines that go on with that. One mark alone may be an
// initial: sections count on, stand in capitals, or above a number.
func loneSections(d *document) {
	var all []countedBlock
	for i, b := range d.blocks {
		if !loneSection.MatchString(b.plain()) || b.Kind != source.Paragraph || b.gone {
			continue
		}
		if j := d.next(i); j >= 0 && d.blocks[j].Blank <= 1 && d.blocks[j].maySection() {
			all = append(all, countedBlock{b: b, n: i})
		}
	}
	if len(all) < 2 && !d.sectionBelow(all) {
		return
	}
	for _, c := range all {
		d.joinSection(c.n)
	}
}

// maySection reports whether a line may be the name of a section.
func (b *block) maySection() bool {
	return b.Kind == source.Paragraph && b.words() <= 25 && endingOf(b.plain()) == open && !startsLower(b.plain())
}

// sectionBelow reports whether the only mark of a section stands above a name in
// capitals, or above one with a number below it.
func (d *document) sectionBelow(all []countedBlock) bool {
	if len(all) != 1 {
		return false
	}
	name := d.next(all[0].n)
	if isCapitals(d.blocks[name].plain()) {
		return true
	}
	j := d.next(name)
	if j < 0 {
		return false
	}
	_, counts := d.blocks[j].Number()
	return counts || loneNumber.MatchString(d.blocks[j].plain())
}

// joinSection makes a heading of the mark at place i and the name below it.
func (d *document) joinSection(i int) {
	b := d.blocks[i]
	for j := d.next(i); j >= 0; j = d.next(j) {
		next := d.blocks[j]
		first := b.Kind == source.Paragraph
		if next.Kind != source.Paragraph || !first && (next.Blank > 0 || !startsLower(next.plain()) || next.words() > 15) {
			return
		}
		d.log(report.Joined, "number", next, next.Text, b.Text)
		b.Text, b.Kind, b.guessed = glue(b.Text, next.Text), source.Heading, true
		next.gone = true
	}
}
