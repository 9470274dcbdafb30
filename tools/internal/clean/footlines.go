package clean

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	footLine = regexp.MustCompile(`^(\d{1,2})[ \x{a0}]*([\p{Lu}\p{Lo}“«"(].*)$`)
	footMark = regexp.MustCompile(`(\p{L}[)\]”»"’]{0,2}[.,;:。，；：、،؛]?)(\d{1,2})`)

	// on a year
	yearMark = regexp.MustCompile(`(?:^|[^\d.,])(?:19|20)\d\d(\d{1,2})(?:[^\d.,/-]|[.,] |[.,]?$)`)

	// after the space that a raised number leaves, within a line and at its end
	loosePair = regexp.MustCompile(`[\p{L}\d][)\]”»"’]?[,;] (\d{1,2}) [\p{L}(]`)
	looseMark = regexp.MustCompile(`\p{L}[)\]”»"’]?[,;] (\d{1,2})$`)
)

// footlines finds the footnotes of a text without raised numbers: lines that
// begin with the next number, below a text on the same page in which that
// number hangs on a word.
func footlines(d *document) {
	if !d.lined {
		return
	}
	d.closeUp()
	last, start, marks := 0, 0, 0 // marks are looked for from there
	for end := 0; end <= len(d.blocks); end++ {
		if end == len(d.blocks) || d.blocks[end].Kind == source.PageBreak || d.blocks[end].Kind == source.Rule {
			last = d.pageNotes(marks, start, end, last)
			marks = start // a rule may part the notes from their page
			if end < len(d.blocks) && d.blocks[end].Kind == source.PageBreak {
				marks = end + 1
			}
			start = end + 1
		}
	}
}

// pageNotes makes the notes between two places and gives the number of the
// last. Their marks stand from place marks on.
func (d *document) pageNotes(marks, start, end, last int) int {
	for i := max(start, marks+1); i < end; i++ {
		b := d.blocks[i]
		if b.gone {
			continue
		}
		n, counts := b.Number()
		if counts && b.Kind == source.Item && n == last+1 && endingOf(d.blocks[i-1].plain()) != colon && d.endsPage(i, end) && d.raiseMark(marks, i, strconv.Itoa(n)) {
			last++
			d.itemNote(i, end, strconv.Itoa(n))
			continue
		}
		if b.Kind != source.Paragraph {
			continue
		}
		m := footLine.FindStringSubmatch(b.Text)
		if (d.isNoteNumber(i) || d.inNotes(i) || d.belowNote(i) || d.isLastNumber(i, end)) && b.Text == strconv.Itoa(last+1) {
			m = footLine.FindStringSubmatch(b.Text + " " + d.blocks[i+1].Text)
		}
		if m == nil || m[1] != strconv.Itoa(last+1) || !d.raiseMark(marks, i, m[1]) {
			continue
		}
		last++
		if b.Text == m[1] {
			d.blocks[i+1].gone = true
			d.log(report.Joined, "number", d.blocks[i+1], d.blocks[i+1].Text, m[1])
			i++
		}
		b.Kind, b.Label, b.Text = source.Note, m[1], m[2]
		d.log(report.Moved, "footnote", b, b.Text, "[^"+b.Label+"]")
		for j := i + 1; j < end && d.noteGoesOn(d.blocks[j], last+1) && !(d.tight && (endingOf(b.plain()) == full || d.blocks[j].foot)); j++ {
			next := d.blocks[j]
			b.Text = glue(b.Text, next.Text)
			next.gone = true
			d.log(report.Joined, "line", next, next.Text, "")
			i = j
		}
	}
	return last
}

// isLastNumber reports whether the number at place i stands alone above the last
// lines of a page, which a page break ends.
func (d *document) isLastNumber(i, end int) bool {
	if _, ok := d.loneCount(i); !ok || end >= len(d.blocks) || d.blocks[end].Kind != source.PageBreak || d.blocks[i].Blank == 0 || end-i > 6 {
		return false
	}
	for _, b := range d.blocks[i+1 : end] {
		if !b.gone && (b.Kind != source.Paragraph || b.Blank > 0) {
			return false
		}
	}
	return true
}

// itemNote makes a note of the item at place i and of the lines below it, up to
// place end.
func (d *document) itemNote(i, end int, label string) {
	b := d.blocks[i]
	b.Kind, b.Level, b.Label, b.Marker = source.Note, 0, label, ""
	d.log(report.Moved, "footnote", b, b.Text, "[^"+label+"]")
	for _, next := range d.blocks[i+1 : end] {
		if next.Kind != source.Paragraph || next.Blank > 0 || loneDigits.MatchString(next.plain()) {
			return
		}
		b.Text, next.gone = glue(b.Text, next.Text), true
		d.log(report.Joined, "line", next, next.Text, "")
	}
}

// endsPage reports whether nothing but notes of its kind stands from place i to
// the end of the page, which a page break makes.
func (d *document) endsPage(i, end int) bool {
	if end >= len(d.blocks) || d.blocks[end].Kind != source.PageBreak || d.blocks[i].Blank == 0 {
		return false
	}
	n, _ := d.blocks[i].Number()
	for _, b := range d.blocks[i+1 : end] {
		if k, counts := b.Number(); counts && b.Kind == source.Item && k == n+1 {
			n++
		} else if b.Kind != source.Paragraph || b.Blank > 0 && !loneDigits.MatchString(b.plain()) && !b.gone {
			return false
		}
	}
	return true
}

// noteGoesOn reports whether a line goes on with the note above it, up to the
// note with the number next.
func (d *document) noteGoesOn(b *block, next int) bool {
	if b.gone || b.foot || b.Kind != source.Paragraph || b.Text == strconv.Itoa(next) {
		return false
	}
	if m := footLine.FindStringSubmatch(b.Text); m != nil && m[1] == strconv.Itoa(next) {
		return false
	}
	if b.words() >= 4 && d.timesSaid(b.plain()) >= 2 {
		return false // at the foot of every page
	}
	return b.Blank == 0 || startsLower(b.plain()) && strings.Contains(b.Text, "://")
}

// raiseMark writes the number that hangs on a word between two places as a
// raised one, the last of them if there are several.
func (d *document) raiseMark(start, end int, number string) bool {
	for i := end - 1; i >= start; i-- {
		b := d.blocks[i]
		if b.gone || !b.isProse() {
			continue
		}
		if m := looseMark.FindStringSubmatchIndex(b.Text); m != nil && b.Text[m[2]:m[3]] == number {
			b.Text = strings.TrimRight(b.Text[:m[2]], " ") + "<sup>" + number + "</sup>"
			return true
		}
		all := footMark.FindAllStringSubmatchIndex(b.Text, -1)
		for k := len(all) - 1; k >= 0; k-- {
			m := all[k]
			next, _ := utf8.DecodeRuneInString(b.Text[m[5]:])
			if b.Text[m[4]:m[5]] != number || m[5] < len(b.Text) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '/' || next == '-') {
				continue
			}
			b.Text = b.Text[:m[4]] + "<sup>" + number + "</sup>" + b.Text[m[5]:]
			return true
		}
		for _, m := range yearMark.FindAllStringSubmatchIndex(b.Text, -1) {
			if b.Text[m[2]:m[3]] == number {
				year := b.Text[m[2]-4 : m[2]]
				d.log(report.Removed, "footnote", b, year+number, "")
				d.log(report.Added, "footnote", b, year+" "+number, "") // one word has become two
				b.Text = b.Text[:m[2]] + "<sup>" + number + "</sup>" + b.Text[m[3]:]
				return true
			}
		}
		if d.raiseSpaced(b, number) {
			return true
		}
		for _, m := range loosePair.FindAllStringSubmatchIndex(b.Text, -1) {
			word, _, _ := strings.Cut(b.Text[m[3]+1:], " ")
			if b.Text[m[2]:m[3]] == number && (continueWords().set[folded(word)] || openerWords().set[folded(word)]) {
				b.Text = strings.TrimRight(b.Text[:m[2]], " ") + "<sup>" + number + "</sup>" + b.Text[m[3]:]
				return true
			}
		}
	}
	return false
}
