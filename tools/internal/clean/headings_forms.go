package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// isCaption reports whether a line says what a figure or a table shows: Figure 2.
func isCaption(text string) bool {
	word, ok := figureWords().leads(text)
	return ok && captionNumber.MatchString(folded(text)[len(word):])
}

// captionNumber is what counts such a line behind its word.
var captionNumber = regexp.MustCompile(`^[ \x{a0}]?(?:\d{1,3}|[ivx]{1,4}|\p{L})(?:[.\-]\d{1,2})?(?:[ \x{a0}]?[.:：–—-]|[ \x{a0}]|$)`)

// opensWithHonorific reports whether a line begins as the name of a person does:
// to whom a letter goes, who signed it.
func opensWithHonorific(text string) bool {
	w, ok := honorifics().leads(text)
	if !ok || hasAny(chairs(), w) || !strings.HasPrefix(folded(text), w) {
		return false
	}
	rest := strings.TrimSpace(string([]rune(text)[min(len([]rune(w)), len([]rune(text))):]))
	return unicode.IsUpper(first(rest)) && strings.ContainsAny(rest, " ")
}

// isPerson is a person by initials and surname and nothing else.
var isPerson = regexp.MustCompile(`^\p{Lu}\. ?\p{Lu}\. ?\p{Lu}\pL+$`)

// personOf is a name in capitals and, in brackets, the country of who bears it.
var personOf = regexp.MustCompile(`^\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|d[aeio]s?|del|v[ao]n|der|bin|al|el|la|y|e)){1,6} \(\p{Lu}[\p{L}\p{M} .'’-]+\)$`)

// amongPersons reports whether the line at place i is such a name and the one
// above or below it too, or the word for an office above: officers, or who took
// part.
func (d *document) amongPersons(i int) bool {
	is := func(k int) bool {
		return k >= 0 && k < len(d.blocks) && d.blocks[k].words() <= 12 && personOf.MatchString(d.blocks[k].plain())
	}
	return is(i) && (is(i-1) || is(i+1) || i > 0 && endingOf(d.blocks[i-1].plain()) == colon && d.blocks[i-1].words() <= 3)
}

// isPartLabel reports whether a line is a word for a part and its number, and
// nothing else: Chapter III.
func isPartLabel(text string) bool {
	word, number, ok := strings.Cut(text, " ")
	return ok && len(number) <= 7 && partNumber.MatchString(number) && shapeOfHeading(text) == chapter && !annexTitles().is(word)
}

var partNumber = regexp.MustCompile(`^(?:[IVXL]{1,6}|\d{1,2})\.?$`)

// isLabelAgain reports whether the line at place i is such a label and another
// line with its word is one too.
func (d *document) isLabelAgain(i int) bool {
	text := d.blocks[i].plain()
	if !isPartLabel(text) {
		return false
	}
	word, _, _ := strings.Cut(text, " ")
	for k, b := range d.blocks {
		if k != i && b.isTextOrHeading() && strings.HasPrefix(b.plain(), word+" ") && isPartLabel(b.plain()) {
			return true
		}
	}
	return false
}

// isOfficer reports whether a line says in which role somebody was there: the
// role, a colon and a name.
func isOfficer(b *block) bool {
	m := fieldLine.FindStringSubmatch(b.plain())
	return m != nil && b.Kind == source.Paragraph && b.words() <= 14 && m[2] != "" && chairs().is(m[1])
}

// labelsValue reports whether a label in bold type and a colon stand before a text
// that is not bold: a field.
func labelsValue(text string) bool {
	m := boldLabel.FindStringSubmatch(text)
	return m != nil && m[2] != "" && !strings.HasPrefix(m[2], "**")
}

// isOneOfFields reports whether the line at place i is a label, a colon and a few
// words, beside another with another label, as both stand elsewhere too.
func (d *document) isOneOfFields(i int) bool {
	own := d.fieldAt(i)
	if own == "" {
		return false
	}
	if d.fields == nil {
		d.fields = map[string]int{}
		for j := range d.blocks {
			d.fields[d.fieldAt(j)]++
		}
	}
	for _, beside := range []string{d.fieldAt(i + 1), d.fieldAt(i - 1)} {
		if beside != "" && beside != own {
			return d.fields[own] >= 2 && d.fields[beside] >= 2
		}
	}
	return false
}

// fieldAt is the label of the field at place i, folded, or nothing.
func (d *document) fieldAt(i int) string {
	if i < 0 || i >= len(d.blocks) || !d.blocks[i].isTextOrHeading() || d.blocks[i].words() > longestValue {
		return ""
	}
	if m := fieldLine.FindStringSubmatch(d.blocks[i].plain()); m != nil && m[2] != "" && countWords(m[1]) <= 3 {
		return folded(m[1])
	}
	return ""
}

// isFormulaLine reports whether a line in capitals opens a part of a judgment
// or a resolution, and text follows it: CONSIDERING THAT:.
func (d *document) isFormulaLine(i int, text string) bool {
	apart := d.blocks[i].Blank > 0 || d.broken
	if d.transcript || !apart || !isCapitals(text) || countWords(text) > 5 || d.next(i) < 0 {
		return false
	}
	_, ok := formulas().leads(text)
	return ok
}

// step is a word, a number and a name: Step 1: Scope the issue.
var step = regexp.MustCompile(`^(\p{L}+) \d{1,2} ?[:：.–-] ?\S`)

// isStep reports whether a line counts with a word as another line does.
func (d *document) isStep(text string) bool {
	m := step.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	n := 0
	for _, b := range d.blocks {
		if b.Kind != source.Heading && !b.isProse() || b.words() > 18 {
			continue
		}
		if other := step.FindStringSubmatch(b.plain()); other != nil && other[1] == m[1] {
			n++
		}
	}
	return n >= 2
}

// isQuoteLike reports whether a text begins with a quotation mark.
func (d *document) isQuoteLike(s string) bool {
	return strings.HasPrefix(s, "«") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`)
}

// isNumbered reports whether a heading counts as a section: I., 1., A).
func isNumbered(s string) bool { return sectionMark.MatchString(s) }

// sectionMark is what counts such a heading.
var sectionMark = regexp.MustCompile(`^(?:[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}[.)])\s+\S` +
	`|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\S` +
	`|^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\s?ً?\s?[-–]\s?\S`)

// countedTitle is the heading of a section that has a number.
var countedTitle = regexp.MustCompile(`^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]? (.+)$`)
