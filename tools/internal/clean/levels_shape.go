package clean

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// A shape is how a heading counts: headings of one shape are siblings,
// whatever levels an extractor gave them.
type shape int

const (
	noShape   shape = iota
	roman           // I. II. III.
	capital         // A. B. C.
	arabic          // 1. 2. 3.
	twofold         // 1.1 1.2, C1. C2.
	threefold       // 1.1.1
	chapter         // Chapter 1, Article 3, Annex II
	dated           // 7 March 2023, Day 2
	shapes
)

var shapeOf = []struct {
	shape   shape
	pattern *regexp.Regexp
}{
	{threefold, regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s`)},
	{twofold, regexp.MustCompile(`^(?:\d{1,2}\.|[A-ZА-Я])\d{1,2}\.?\s`)},
	{roman, regexp.MustCompile(`^(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X)|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.)．]?\s|^[一二三四五六七八九十]{1,3}[、．.]|` +
		`^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي عشر|ثاني عشر)\s?ً?\s?[-–]`)},
	{capital, regexp.MustCompile(`^[A-ZА-Я][.)]\s|^（[一二三四五六七八九十]{1,3}）|` +
		`^(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\s?[-–]`)},
	{arabic, regexp.MustCompile(`^\d{1,2}[.)．、]\s?\D`)},
	{chapter, regexp.MustCompile(`(?i)^(?:` +
		`chapter|part|article|annex|section|clause|new clause|schedule|amendment|item|agenda item|` +
		`chapitre|partie|titre|annexe|capítulo|parte|artículo|anexo|título|seção|` +
		`глава|часть|раздел|статья|الفصل|الجزء|الباب|المادة|القسم` +
		`)\s+(?:[\dIVXLC]+|\p{L}+)\b|^第[一二三四五六七八九十\d]+[章节節部]`)},
}

func shapeOfHeading(text string) shape {
	for _, s := range shapeOf {
		if s.pattern.MatchString(text) {
			return s.shape
		}
	}
	if text = foldMarks.Replace(text); opensOrEndsDated(text) || isDay(text) {
		return dated
	}
	return noShape
}

// opensOrEndsDated reports whether a heading begins with a date, or is short and
// ends with one.
func opensOrEndsDated(text string) bool {
	found := datesIn(text)
	if len(found) == 0 {
		return false
	}
	return found[0].at <= 16 || countWords(text) <= 8 && found[len(found)-1].to >= len(strings.TrimRight(text, " )"))
}

// isDay reports whether a heading names a day of a meeting: Day 2, Third day,
// 26 June.
func isDay(text string) bool {
	if countWords(text) > 10 {
		return false
	}
	if w, ok := dayWords().leads(text); ok {
		return strings.ContainsFunc(text, unicode.IsDigit) || strings.Contains(w, " ") || isWide([]rune(w)[0])
	}
	return countWords(text) <= 6 && strings.ContainsFunc(text, unicode.IsDigit) && monthDay().MatchString(folded(text))
}

// monthDay is a day of a month, with no year, at the start of a text.
var monthDay = sync.OnceValue(func() *regexp.Regexp {
	var months, weekdays []string
	for _, l := range lexicons() {
		weekdays = append(weekdays, l.Weekdays...)
		for _, names := range l.Months {
			months = append(months, names...)
		}
	}
	month := `(?:` + oneOf(months) + `)`
	dayFirst := `\d{1,2}(?:er|st|nd|rd|th|º)?(?: de| of)? ` + month
	return regexp.MustCompile(`^(?:(?:` + oneOf(weekdays) + `),? )?(?:le |the )?` +
		`(?:` + dayFirst + `|` + month + ` \d{1,2})(?:[\s,.:–—-]|$)`)
})
