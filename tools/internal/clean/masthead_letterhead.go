package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// isLetterhead reports whether a line gives the address of who issued the
// text: a telephone, an address for mail or of a site, and hardly a sentence.
func isLetterhead(text string) bool {
	if countWords(text) > 45 || endingOf(text) == full && grammar(text) >= 4 {
		return false
	}
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return mail.MatchString(text) || phone.MatchString(text) || digits >= 4 && addressWords().in(folded(text)) > 0 && len(datesIn(text)) == 0
}

// numberedAct is what is left of the number of an act behind its name: No. 7,
// 140 (Rev. Dubai, 2018).
var numberedAct = regexp.MustCompile(`^\s*(?i:no\.?|n[°ºo]\.?|nº|№)?\s*\d{1,4}(?:[/.-]\d{1,4})*\s*(?:[(（][^()（）]{2,60}[)）])?$`)

// wideAct is the number of an act as Chinese writes it, and the act.
var wideAct = regexp.MustCompile(`^第 ?\d{1,4} ?号(\p{Han}{2,4}) ?(?:[(（][^()（）]{2,40}[)）])?$`)

// countedLine is a number by itself: No. 2031/8.
var countedLine = regexp.MustCompile(`^(?:no\.?|n[°º]\.?|№) ?\d{1,4}(?:[/.-]\d{1,4})*$`)

// isNumberOfAct reports whether a line is the number of a resolution or another
// act, and nothing else: “Resolution 140 (Rev. Dubai, 2018)”.
func isNumberOfAct(text string) bool {
	low := folded(text)
	if countedLine.MatchString(low) {
		return true
	}
	if m := wideAct.FindStringSubmatch(text); m != nil && titleWords().is(m[1]) {
		return true
	}
	w, ok := titleWords().leads(text)
	if !ok || countWords(text) > 9 {
		return false
	}
	at := strings.Index(low, w)
	return at >= 0 && at <= 4 && numberedAct.MatchString(low[at+len(w):])
}

// isBracketed reports whether a line stands in brackets as a whole, as what a
// resolution says of its adoption.
func isBracketed(text string) bool {
	return strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") ||
		(strings.HasPrefix(text, "(") || strings.HasPrefix(text, "（")) && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "）"))
}

// revisions are where and when an act was adopted and revised, in brackets.
var revisions = regexp.MustCompile(`^[(（](?:[^(),;]{2,40}[,،] ?(?:19|20)\d{2}[;؛] ?)*[^(),;]{2,40}[,،] ?(?:19|20)\d{2}[)）]$`)

// isTheme reports whether a line says under which theme a meeting stood.
func isTheme(text string) bool {
	m := fieldLine.FindStringSubmatch(text)
	return m != nil && countWords(m[2]) >= 3 && themeNames().is(m[1])
}

// fieldsFollow reports whether the block below place i is a field of a
// masthead, so that a heading there opens no section.
func (d *document) fieldsFollow(i int) bool {
	n := d.next(i)
	return n >= 0 && d.blocks[n].Kind == source.Paragraph && isField(d.blocks[n].plain())
}

// fieldsBetween reports whether fields of a masthead stand between two blocks:
// the heading above them is the letterhead, and the one below the title.
func (d *document) fieldsBetween(above, below int) bool {
	for _, b := range d.blocks[above+1 : below] {
		if isField(b.plain()) || b.words() <= 6 && unSymbol.MatchString(b.plain()) {
			return true
		}
	}
	return false
}

// actDate lifts a line that says of which day the act is that has its title
// beside it: “Judgment of 12 March 2030”.
func (m *mastheadReader) actDate(b *block, text string) bool {
	w, ok := titleWords().leads(text)
	if !ok {
		w, ok = meetings().leads(text)
	}
	found := datesIn(text)
	if !ok || len(found) != 1 || countWords(text) > 8 || !m.hasTitle() && !m.titleFollows(indexOf(m.d.blocks, b)) {
		return false
	}
	lowered := foldMarks.Replace(strings.ToLower(latinDigits(text)))
	for _, word := range strings.FieldsFunc(lowered[:found[0].at], func(r rune) bool { return !letter(r) }) {
		if !strings.Contains(w, word) && !dateWords().set[word] && !continueWords().set[word] {
			return false
		}
	}
	if m.d.meta.Date == "" {
		m.d.meta.Date = found[0].start
	}
	m.d.lift(b, "date", "date")
	return true
}

func indexOf(blocks []*block, b *block) int {
	for i := range blocks {
		if blocks[i] == b {
			return i
		}
	}
	return len(blocks) - 1
}

// pointedDate is a day, a month and a year with full stops between.
var pointedDate = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})$`)

// plainDate lifts such a date. Where strokes part the numbers, nobody can tell
// the day from the month.
func (m *mastheadReader) plainDate(b *block, text string) bool {
	found := pointedDate.FindStringSubmatch(text)
	if found == nil {
		return false
	}
	day, _ := strconv.Atoi(found[1])
	month, _ := strconv.Atoi(found[2])
	if day < 1 || day > 31 || month < 1 || month > 12 {
		return false
	}
	if m.d.meta.Date == "" {
		m.d.meta.Date = fmt.Sprintf("%s-%02d-%02d", found[3], month, day)
	}
	m.d.lift(b, "date", "date")
	return true
}
