package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lookedHeadings finds the headings that no style names: short lines without
// the mark of a sentence that are set apart, by centring, by type, or by being
// kept with what follows, and that text follows. Nothing of it depends on the
// language. What stands before the first text of some length is the cover,
// where such lines are other things.
func (d *drafted) lookedHeadings() {
	body, centred, all := d.bodySize(), 0, 0
	first := len(d.drafts)
	for i := range d.drafts {
		b := &d.drafts[i]
		if b.Kind != Paragraph {
			continue
		}
		if all += len(b.Text); b.centred {
			centred += len(b.Text)
		}
		if i < first && isLong(b.Text) {
			first = i
		}
	}
	if centred*2 > all {
		return // all of it is set so
	}
	for i := len(d.drafts) - 1; i > first; i-- { // from below: a heading may stand over another
		b := &d.drafts[i]
		if !b.standsApart(body) {
			continue
		}
		next := i + 1
		for next < len(d.drafts) && d.drafts[next].Kind == PageBreak {
			next++
		}
		if next == len(d.drafts) {
			continue
		}
		if b.leads(&d.drafts[next]) {
			b.Kind, b.Text = Heading, unbold(b.Text)
		}
	}
}

// bodySize is the size of type that most text has, in points.
func (d *drafted) bodySize() float64 {
	letters, most, size := map[float64]int{}, 0, 0.0
	for i := range d.drafts {
		if b := &d.drafts[i]; b.Kind == Paragraph && b.Size > 0 {
			if letters[b.Size] += len(b.Text); letters[b.Size] > most {
				most, size = letters[b.Size], b.Size
			}
		}
	}
	return size
}

// endsSentence is how a text ends that is no heading.
var endsSentence = regexp.MustCompile(`[.,;:!?…。，；：！？،؛؟。．][\s"'”’»)\]*]*$`)

// longestHeading is how many characters a heading has at most: a title of two
// lines, and the third more that some languages take for it.
const longestHeading = 170

// leads reports whether what stands below a line makes it a heading: text, and a
// list or another heading below a line in bold.
func (b *draft) leads(below *draft) bool {
	switch below.Kind {
	case Paragraph:
		text := isLong(below.Text) || endsSentence.MatchString(below.Text) || b.isBold() && !below.isBold()
		return text && !below.centred && !below.Caption
	case Item:
		return b.isBold()
	case Heading:
		return b.isBold() || below.Level == 0
	}
	return false
}

// standsApart reports whether a line looks like a heading by itself.
func (b *draft) standsApart(body float64) bool {
	if b.Kind != Paragraph || b.list != "" || b.Level > 0 || b.Quote || b.Caption || b.boxed {
		return false
	}
	if strings.Contains(b.Text, "\t") || strings.Contains(b.Text, "[^") {
		return false
	}
	letters := 0
	for _, r := range b.Text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || utf8.RuneCountInString(unbold(b.Text)) > longestHeading || endsSentence.MatchString(b.Text) {
		return false
	}
	if strings.HasPrefix(b.Text, "©") || strings.HasPrefix(b.Text, "(") || strings.Contains(b.Text, "://") {
		return false
	}
	larger := body > 0 && b.Size > body+0.4
	return b.centred || b.isBold() && (b.kept || larger)
}

// isBold reports whether all of a text is bold.
func (b *draft) isBold() bool { return unbold(b.Text) != b.Text }

// unbold takes the emphasis off a text that is bold as a whole.
func unbold(s string) string {
	inner, ok := strings.CutPrefix(s, "**")
	if inner, closed := strings.CutSuffix(inner, "**"); ok && closed && !strings.Contains(inner, "**") {
		return inner
	}
	return s
}

// isLong reports whether a text is more than a line: text, not a heading.
func isLong(s string) bool {
	n := 0
	for _, r := range s {
		if r == 'ـ' {
			continue // stretches a word of Arabic over its line
		}
		if n++; r >= 0x2e80 && unicode.IsLetter(r) {
			n++ // a character that is half a word
		}
	}
	return n >= 110
}

// coverTitle marks the title of a document none of whose styles is called so: the
// line of the cover that comes back over the text, or that the properties of
// the file name. An organ's name, though larger, does neither.
func (d *drafted) coverTitle(named string) {
	times := map[string]int{}
	for i := range d.drafts {
		b := &d.drafts[i]
		if b.title {
			return
		}
		if b.Kind == Paragraph || b.Kind == Heading {
			times[lineOf(b.Text)]++
		}
	}
	named = lineOf(named)
	for i := range d.drafts {
		b := &d.drafts[i]
		if i > 30 || isLong(b.Text) && utf8.RuneCountInString(b.Text) > 250 {
			return
		}
		line := lineOf(b.Text)
		if b.Kind != Paragraph && b.Kind != Heading || !spells(line) || endsSentence.MatchString(line) {
			continue
		}
		if (b.Kind == Heading || b.isBold()) && times[line] > 1 || named != "" && strings.HasSuffix(named, line) {
			b.Kind, b.Level, b.title, b.Text = Heading, 1, true, unbold(b.Text)
			return
		}
	}
}

var unmarked = strings.NewReplacer("<br>", " ", "*", "", `\`, "", "\u2011", "-", "\u00a0", " ", "ـ", "")

// lineOf is a text as a line that can be compared: without emphasis, breaks and
// case.
func lineOf(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(unmarked.Replace(s)), " "))
}

// spells reports whether a line is long enough to be a title: four words, or
// as much in a script without spaces.
func spells(line string) bool {
	wide := 0
	for _, r := range line {
		if unicode.Is(unicode.Han, r) {
			wide++
		}
	}
	return len(strings.Fields(line)) >= 4 || wide >= 8
}
