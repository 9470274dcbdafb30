package clean

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// loneLetter is the letter or the small Roman number of a clause on a line of
// its own: (a), b), iv).
var loneLetter = regexp.MustCompile(`^\(?(\p{Ll}|[ivx]{1,5})\)$`)

// loneLetters gives letters that stand alone to the text below them, as loneNumber
// is given. They begin at the first letter and count on, two at least.
func (d *document) loneLetters() {
	var run []int
	before := ""
	flush := func() {
		if len(run) >= 2 {
			for _, i := range run {
				d.joinLetter(i)
			}
		}
		run, before = nil, ""
	}
	for i, b := range d.blocks {
		m := loneLetter.FindStringSubmatch(b.plain())
		if b.gone || b.Kind != source.Paragraph || m == nil {
			continue
		}
		if !letterFollows(before, m[1]) {
			flush()
			if !letterFollows("", m[1]) {
				continue
			}
		}
		if j := d.next(i); j >= 0 && d.blocks[j].Kind == source.Paragraph && !loneLetter.MatchString(d.blocks[j].plain()) {
			run, before = append(run, i), m[1]
		}
	}
	flush()
}

// letterFollows reports whether a letter or a small Roman number comes after
// another, or first where there is none.
func letterFollows(before, this string) bool {
	if before == "" {
		return this == "a" || this == "а" || this == "i"
	}
	if n := slices.Index(romanNumbers, strings.ToUpper(before)); n >= 0 && n+1 < len(romanNumbers) && strings.ToLower(romanNumbers[n+1]) == this {
		return true
	}
	a, b := []rune(before), []rune(this)
	return len(a) == 1 && len(b) == 1 && b[0] == a[0]+1
}

// joinLetter joins the letter at place i with the line below it.
func (d *document) joinLetter(i int) {
	b, text := d.blocks[i], d.blocks[d.next(i)]
	d.log(report.Joined, "number", text, text.Text, b.Text)
	b.Text, b.Width, b.Broken = glue(b.Text, text.Text), text.reach(), text.Broken
	text.gone = true
}
