package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// loneNumber is a paragraph's number on a line of its own, as programs that
// read a page column by column leave it.
var loneNumber = regexp.MustCompile(`^(\d{1,3})[.)]$`)

// marks gives a number that stands alone to the text that follows it. It must
// count on from the number before, or begin anew at one; a number that does
// neither is what it is.
func marks(d *document) {
	d.loneCells()
	loneBullets(d)
	letterBullets(d)
	spacedNumbers(d)
	d.tabbedNumbers()
	loneSections(d)
	d.loneResolutions()
	d.loneLetters()
	last, joined := 0, 0 // a number or two may be lost on the way
	lone := 0            // the last that stood alone: titles between may count for themselves
	for i, b := range d.blocks {
		if b.gone {
			continue
		}
		if b.Kind == source.Item {
			if n, ok := b.Number(); ok {
				last = n
			}
			continue
		}
		if b.Kind != source.Paragraph || len(b.Text) > 6 {
			continue
		}
		m := loneNumber.FindStringSubmatch(b.plain())
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1])
		j := d.next(i)
		if j < 0 || n != last+1 && n != 1 && !(joined >= 2 && n == lone+1) && !(joined >= 3 && n > last && n <= last+5) {
			continue
		}
		text := d.blocks[j]
		if text.Kind != source.Paragraph || startsLower(text.plain()) || loneNumber.MatchString(text.plain()) {
			continue
		}
		last, lone, joined = n, n, joined+1
		d.log(report.Joined, "number", text, text.Text, m[0])
		b.Kind, b.Level, b.Marker, b.Text = source.Item, 1, m[0], strings.TrimSpace(text.Text)
		b.Width, b.Broken = text.reach(), text.Broken
		text.gone = true
	}
}

// letterBullets makes items of lines that begin with an o: so bullets of the
// second level are copied. In a language that has such a word they are set
// further in than what stands above them.
func letterBullets(d *document) {
	wordO := d.hasWordO()
	if !d.lined {
		return
	}
	var found []int
	for i, b := range d.blocks {
		if i == 0 || b.Kind != source.Paragraph || !strings.HasPrefix(b.Text, "o ") || wordO && b.Left < 2 || !d.blocks[i-1].isProse() {
			continue
		}
		before := d.blocks[i-1]
		if end := endingOf(before.plain()); end == colon || end == semicolon || end == full || len(found) > 0 && found[len(found)-1] == i-1 {
			found = append(found, i)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, i := range found {
		b := d.blocks[i]
		d.log(report.Removed, "bullet", b, "o", "")
		b.Kind, b.Marker, b.Text = source.Item, "o", strings.TrimSpace(b.Text[1:])
		b.Level = 1
		for j := i - 1; j >= 0 && d.blocks[j].isProse(); j-- {
			if d.blocks[j].Kind == source.Item && d.blocks[j].Marker != "o" {
				b.Level = d.blocks[j].Level + 1
				break
			}
		}
	}
}

// spacedNumber is a number set apart from its text by nothing but room.
var spacedNumber = regexp.MustCompile(`^(\d{1,2})[ \x{a0}]{3,}(\pL.*)$`)

// spacedTitle is what is left of it where it counts sections.
var spacedTitle = regexp.MustCompile(`^\d{1,2} \pL`)

// spacedNumbers makes items of lines that count on, with nothing but room
// between number and text, as the resolutions of some unions are set; headings,
// if they are titles. One alone is none.
func spacedNumbers(d *document) {
	last, found := 0, []int{}
	for i, b := range d.blocks {
		if b.gone || b.Kind != source.Paragraph {
			continue
		}
		if m := spacedNumber.FindStringSubmatch(b.Text); m != nil && b.Blank > 0 {
			if n, _ := strconv.Atoi(m[1]); n == last+1 || n == 1 {
				last, found = n, append(found, i)
			}
		}
	}
	if len(found) < 2 {
		return
	}
	titles := d.areTitles(found)
	for _, i := range found {
		b := d.blocks[i]
		m := spacedNumber.FindStringSubmatch(b.Text)
		if titles {
			b.Kind, b.guessed, b.Text = source.Heading, true, m[1]+" "+m[2]
			continue
		}
		b.Kind, b.Level, b.Marker, b.Text = source.Item, 1, m[1]+".", m[2]
	}
}

// areTitles reports whether every one of some lines is short, ends without a
// full stop, and has text below it that does not count.
func (d *document) areTitles(lines []int) bool {
	for k, i := range lines {
		b := d.blocks[i]
		if b.words() > 9 || endingOf(b.plain()) != open && endingOf(b.plain()) != colon {
			return false
		}
		if i+1 >= len(d.blocks) || k+1 < len(lines) && lines[k+1] == i+1 {
			return false
		}
		if d.blocks[i+1].Kind != source.Paragraph || d.blocks[i+1].Blank == 0 {
			return false
		}
	}
	return true
}
