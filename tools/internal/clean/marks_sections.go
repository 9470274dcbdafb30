package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// bareNumber is a number that stands alone, with no mark.
var bareNumber = regexp.MustCompile(`^\d{1,3}$`)

// sectionNumbers joins numbers that stand alone on lines with the titles below
// them, as the records of debates count what a sitting turns to. They count from
// one without a gap, no sentence runs across any of them, and below each stands
// a short line without an end, and text.
func sectionNumbers(d *document) {
	var found []int
	for i, b := range d.blocks {
		if b.Kind != source.Paragraph || !bareNumber.MatchString(b.plain()) {
			continue
		}
		n, _ := strconv.Atoi(b.plain())
		if n != len(found)+1 || i+2 >= len(d.blocks) || d.severs(i) {
			return
		}
		title, text := d.blocks[i+1], d.blocks[i+2]
		if !title.isLine() || title.Broken || title.words() < 1 || title.words() > 30 {
			return
		}
		if endingOf(title.plain()) != open || startsLower(title.plain()) {
			return
		}
		if text.Kind != source.Paragraph || startsLower(text.plain()) || bareNumber.MatchString(text.plain()) {
			return
		}
		found = append(found, i)
	}
	if len(found) < 3 || found[0] > longestMasthead {
		return
	}
	for _, i := range found {
		b, title := d.blocks[i], d.blocks[i+1]
		d.log(report.Joined, "number", title, title.Text, b.Text)
		title.Kind, title.Level, title.guessed, title.Blank = source.Heading, 0, true, 1
		title.Text = strings.TrimSpace(b.Text) + " " + unbold(title.Text)
		b.gone = true
	}
	d.sweep()
}

// opensSitting reports whether a line of a transcript says who presided.
func (d *document) opensSitting(text string) bool {
	_, ok := presiding().leads(text)
	return ok && d.transcript
}

// opensDebate reports whether the line at place i stands right above a turn, or
// begins as such a line does: “Audition de …”.
func (d *document) opensDebate(i int) bool {
	above := func(j int) bool {
		n := d.next(j)
		return d.debate && n >= 0 && d.blocks[n].turn && !d.blocks[j].turn
	}
	if above(i) {
		return true
	}
	words := strings.Fields(folded(d.blocks[i].plain()))
	if !d.debate || len(words) < 4 {
		return false
	}
	for j, b := range d.blocks {
		if j == i || !b.isLine() || endingOf(b.plain()) != open || !above(j) {
			continue
		}
		other := strings.Fields(folded(b.plain()))
		if len(other) >= 4 && words[0] == other[0] && words[1] == other[1] {
			return true
		}
	}
	return false
}

// loneResolution is the number of a resolution on a line of its own.
var loneResolution = regexp.MustCompile(`^\d{1,4}/\d{1,3}\\?\.$`)

// loneResolutions joins the number of a resolution with its title on the lines
// below it, up to an empty one.
func (d *document) loneResolutions() {
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if b.gone || b.Kind != source.Paragraph || !loneResolution.MatchString(b.plain()) {
			continue
		}
		for first, j := true, d.next(i); j >= 0; first, j = false, d.next(j) {
			next := d.blocks[j]
			if next.Kind != source.Paragraph || !first && next.Blank > 0 || endingOf(next.plain()) != open {
				break
			}
			d.log(report.Joined, "number", next, next.Text, b.Text)
			b.Text, b.Width, b.Broken = glue(b.Text, next.Text), next.reach(), next.Broken
			next.gone = true
		}
	}
}
