package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	italicTag = regexp.MustCompile(`(?i)</?(?:i|em)(?:\s[^<>]*)?>`)
	boldTag   = regexp.MustCompile(`(?i)</?(?:b|strong)(?:\s[^<>]*)?>`)
	otherTag  = regexp.MustCompile(`(?i)</?(?:u|s|small|span|font|p|div|sub|a)(?:\s[^<>]*)?/?>`)
	ordinalUp = regexp.MustCompile(`(?i)(\d|\b[IVXLC]+)<sup>([\p{L}]{1,4}|[ºª°])</sup>`)
	deadLink  = regexp.MustCompile(`\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\((?:#[^)\s]*|javascript:[^)]*|about:blank)?\)`)
	image     = regexp.MustCompile(`!\[([^\[\]]*)\]\([^)]*\)`)
	formulaUp = regexp.MustCompile(`\$\s*(?:\{\s*\})?\s*\^\s*\{?\s*([\p{L}\d]{1,4}|\\?\*{1,3})\s*\}?\s*\$`)
	comment   = regexp.MustCompile(`<!--.*?-->`)
	padding   = regexp.MustCompile(`[\x{200b}\x{2060}]+|\x{a0}{2,}|[\x{e000}-\x{f8ff}]+`)
)

// inline turns what stands in a line into Markdown: HTML that an extractor
// left, links that lead nowhere, spaces that were there to fill.
func inline(d *document) {
	for _, b := range d.blocks {
		b.Text = d.inlineText(b, b.Text)
		for i := range b.Cells {
			b.Cells[i] = d.inlineText(b, b.Cells[i])
		}
		if b.Kind == source.Note && raisedBody.MatchString(b.Text) {
			d.log(report.Removed, "number", b, b.Label, "") // its own number stands before it
			b.Kind, b.Label = source.Paragraph, ""
		}
		if b.Text == "" && (b.Kind == source.Heading || b.Kind == source.Paragraph || b.Kind == source.Item && !bearsDigits(b.Marker)) {
			b.gone = true // an image, an anchor
		}
		if onlyLinks.MatchString(b.Text) && strings.Count(b.Text, "](") > 1 {
			d.remove(b, "navigation")
		}
	}
}

// bearsDigits reports whether a marker begins or ends with a digit: the item
// counts, with or without a text.
func bearsDigits(marker string) bool { return marker != strings.Trim(marker, "0123456789") }

// meant stands for a < that the source escapes: it opens no element.
const meant = "\x01"

func (d *document) inlineText(b *block, s string) string {
	if b.literal {
		return s
	}
	was := s
	s = noteMarks(strings.ReplaceAll(s, `\<`, meant))
	if strings.Contains(s, "<") {
		for _, m := range comment.FindAllString(s, -1) {
			d.log(report.Removed, "comment", b, page.Escape(strings.Trim(m, "<!->")), "")
		}
		s = comment.ReplaceAllString(s, "")
		s = ordinalUp.ReplaceAllString(s, "$1$2")
		s = tagged(s, italicTag, "*")
		s = tagged(s, boldTag, "**")
		s = lineTag.ReplaceAllString(s, "\\\n")
		s = otherTag.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "](") {
		for _, m := range image.FindAllStringSubmatch(s, -1) {
			d.log(report.Removed, "image", b, m[1], "")
		}
		s = image.ReplaceAllString(s, "")
		s = deadLink.ReplaceAllString(s, "$1")
	}
	if strings.ContainsFunc(s, func(r rune) bool {
		return r == '\u00a0' || r == '\u200b' || r == '\u2060' || r >= 0xe000 && r <= 0xf8ff
	}) {
		s = padding.ReplaceAllStringFunc(s, func(m string) string {
			if strings.HasPrefix(m, "\u00a0") {
				return " "
			}
			return ""
		})
	}
	s = strings.ReplaceAll(s, meant, `\<`)
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "\\\n"))
	if s != was {
		d.log(report.Marked, "markup", b, was, s)
	}
	return s
}

// noteMarks writes the marks of notes, in the forms that extractors give them,
// as raised text: a formula, a number that leads to an anchor.
func noteMarks(s string) string {
	if strings.Contains(s, "$") {
		s = formulaUp.ReplaceAllString(s, "<sup>$1</sup>")
	}
	if strings.Contains(s, "](#") {
		s = raisedLink.ReplaceAllString(s, "<sup>$1</sup>")
		s = linkedNumber.ReplaceAllString(s, "$1<sup>$2</sup>")
		s = deadLink.ReplaceAllString(s, "$1")
	}
	return s
}

var (
	raisedLink   = regexp.MustCompile(`<sup>\s*\[\s*\[?(\d{1,3}|\\?\*{1,3})\]?\s*\]\(#[^)\s]*\)\s*</sup>`)
	linkedNumber = regexp.MustCompile(`([^\s>])\[(\d{1,3}|\\?\*{1,3})\]\(#[^)\s]*\)`)
	onlyLinks    = regexp.MustCompile(`^(?:\s*[|•·>/–-]*\s*\[[^\[\]]*\]\([^)]*\))+\s*$`)
)

// tagged writes the elements of s as Markdown emphasis, where they come in
// pairs; single tags say nothing.
func tagged(s string, tag *regexp.Regexp, mark string) string {
	if !tag.MatchString(s) {
		return s
	}
	if at := tag.FindAllString(s, -1); len(at)%2 == 1 {
		return tag.ReplaceAllString(s, "")
	}
	opened := false
	var b strings.Builder
	last := 0
	for _, m := range tag.FindAllStringIndex(s, -1) {
		closing := s[m[0]+1] == '/'
		b.WriteString(s[last:m[0]])
		last = m[1]
		if closing == opened {
			opened = !opened
			b.WriteString(mark)
		}
	}
	return b.String() + s[last:]
}

var iconText = regexp.MustCompile(`^([*_]{0,3})\[([^\[\]]{1,40})\]([*_]{0,3})[ \x{a0}]+(\S.*)$`)

var pictureAlone = regexp.MustCompile(`^[*_]{0,3}\[([^\[\]]{1,60})\][*_]{0,3}$`)

// isPicture reports whether words in brackets name a picture: they begin with
// a word for one.
func isPicture(name string) bool {
	_, ok := iconWords().leads(name)
	return ok && countWords(name) <= 6
}

// icons removes the names of pictures that stand in brackets at the start of
// blocks: those that say they are pictures, and a word that an extractor left
// there again and again. In brackets elsewhere it is text.
func icons(d *document) {
	for _, b := range d.blocks {
		if m := pictureAlone.FindStringSubmatch(b.Text); m != nil && b.Kind == source.Paragraph && !b.literal && isPicture(m[1]) {
			d.remove(b, "icon")
		}
	}
	count := map[string]int{}
	find := func(s string) []string { return iconText.FindStringSubmatch(s) }
	each := func(do func(b *block, text *string, m []string)) {
		for _, b := range d.blocks {
			text := &b.Text
			if b.Kind == source.Row && len(b.Cells) > 0 {
				text = &b.Cells[0]
			}
			if m := find(*text); m != nil && !strings.HasPrefix(m[2], "^") && m[1] == m[3] || m != nil && m[3] == "" {
				do(b, text, m)
			}
		}
	}
	each(func(b *block, _ *string, m []string) { count[m[2]]++ })
	each(func(b *block, text *string, m []string) {
		if !isPicture(m[2]) && (count[m[2]] < 3 || countWords(m[2]) > 3 || d.styled()) {
			return
		}
		d.log(report.Removed, "icon", b, "["+m[2]+"]", "")
		*text = m[4]
		if m[3] == "" {
			*text = m[1] + m[4]
		}
	})
}
