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
