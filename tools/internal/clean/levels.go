package clean

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"rapporteur/tools/internal/source"
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
	{roman, regexp.MustCompile(`^(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X)|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.)．]?\s|^[一二三四五六七八九十]{1,3}[、．.]|^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي عشر|ثاني عشر)ً?\s?[-–]`)},
	{capital, regexp.MustCompile(`^[A-ZА-Я][.)]\s|^（[一二三四五六七八九十]{1,3}）|^(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\s?[-–]`)},
	{arabic, regexp.MustCompile(`^\d{1,2}[.)．、]\s?\D`)},
	{chapter, regexp.MustCompile(`(?i)^(?:chapter|part|article|annex|section|clause|new clause|schedule|amendment|item|agenda item|chapitre|partie|titre|annexe|capítulo|parte|artículo|anexo|título|seção|глава|часть|раздел|статья|الفصل|الجزء|الباب|المادة|القسم)\s+(?:[\dIVXLC]+|\p{L}+)\b|^第[一二三四五六七八九十\d]+[章节節部]`)},
}

func shapeOfHeading(text string) shape {
	for _, s := range shapeOf {
		if s.pattern.MatchString(text) {
			return s.shape
		}
	}
	text = foldMarks.Replace(text)
	if found := datesIn(text); len(found) > 0 && (found[0].at <= 16 || found[len(found)-1].to >= len(strings.TrimRight(text, " )")) && countWords(text) <= 8) {
		return dated
	}
	if isDay(text) {
		return dated
	}
	return noShape
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
	return monthDay().MatchString(folded(text)) && countWords(text) <= 6
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
	return regexp.MustCompile(`^(?:(?:` + oneOf(weekdays) + `),? )?(?:le |the )?(?:\d{1,2}(?:er|st|nd|rd|th|º)?(?: de| of)? ` + month + `|` + month + ` \d{1,2})(?:[\s,.:–—-]|$)`)
})

// levels gives headings their depth: sections at two, no level skipped,
// siblings the same. What a document counts by, or repeats under each part,
// outweighs the levels of its markup.
func levels(d *document) {
	var hs []*block
	var places []int
	for i, b := range d.blocks {
		if b.Kind == source.Heading {
			hs, places = append(hs, b), append(places, i)
		}
	}
	if len(hs) == 0 {
		return
	}
	l := &leveler{d: d, hs: hs, places: places, shape: make([]shape, len(hs))}
	for _, b := range hs {
		l.raw = append(l.raw, b.Level)
	}
	l.read()
	if d.styled() && l.agrees() {
		l.byMarkup(0, len(hs), 2)
	} else if d.cycle(hs) {
		return
	} else {
		l.walk(0, len(hs), 2, 0)
	}
	for i, b := range hs {
		before := 1
		if i > 0 {
			before = hs[i-1].Level
		}
		b.Level = max(2, min(b.Level, before+1, 6))
	}
}

type leveler struct {
	d      *document
	hs     []*block
	places []int
	shape  []shape
	raw    []int // levels as the markup has them
}

// read finds the shapes that at least two headings have.
func (l *leveler) read() {
	var count [shapes]int
	for i, b := range l.hs {
		l.shape[i] = shapeOfHeading(b.plain())
		count[l.shape[i]]++
	}
	for i := range l.shape {
		if count[l.shape[i]] < 2 {
			l.shape[i] = noShape
		}
	}
}

// agrees reports whether the levels that styles give are of several depths,
// and the same for all headings that count alike: there is nothing to mend.
func (l *leveler) agrees() bool {
	depths, of := map[int]bool{}, map[shape]int{}
	for i, raw := range l.raw {
		if raw == 0 {
			continue
		}
		depths[raw] = true
		if s := l.shape[i]; s != noShape {
			if of[s] != 0 && of[s] != raw {
				return false
			}
			of[s] = raw
		}
	}
	return len(depths) > 1
}

// walk sets the levels of the headings from..to, which stand below a heading
// of the level above. Those of the first shape are the parts; what stands
// before the first part is beside them.
func (l *leveler) walk(from, to, level int, used int) {
	if from >= to {
		return
	}
	top := noShape
	for i := from; i < to && top == noShape; i++ {
		if s := l.shape[i]; s != noShape && used&(1<<s) == 0 && l.countIn(from, to, s) >= 2 {
			top = s
		}
	}
	if top == noShape {
		l.byMarkup(from, to, level)
		return
	}
	at := from
	for at < to && l.shape[at] != top {
		at++
	}
	l.walk(from, at, level, used|1<<top)
	for at < to {
		end := at + 1
		for end < to && l.shape[end] != top && !l.isApart(end, top, from, to) {
			end++
		}
		l.hs[at].Level = level
		if l.shape[at] == top {
			l.walk(at+1, end, level+1, used|1<<top)
		} else {
			l.walk(at+1, end, level+1, 0) // an annex counts anew
		}
		at = end
	}
}

// isApart reports whether a heading without the shape of the parts stands
// beside them: an annex, or one that the markup sets as high as every part.
func (l *leveler) isApart(i int, top shape, from, to int) bool {
	if l.shape[i] != noShape {
		return false
	}
	if word, _, _ := strings.Cut(l.hs[i].plain(), " "); annexTitles().is(l.hs[i].plain()) || annexTitles().is(word) && countWords(l.hs[i].plain()) <= 2 {
		return l.raw[i] == 0 || l.raw[i] <= 2
	}
	if top != dated && l.closes(i, top, from, to) {
		return true
	}
	highest, lowest := 7, 0 // levels of the parts
	for j := from; j < to; j++ {
		if l.shape[j] == top {
			highest, lowest = min(highest, l.raw[j]), max(lowest, l.raw[j])
		}
	}
	if top == dated { // days are often marked lower than what happened on them; conclusions come after the last
		return i > from && sectionTitles().is(l.hs[i].plain()) && l.countIn(i, to, dated) == 0 && l.raw[i] <= highest
	}
	if highest != lowest && !sectionTitles().is(l.hs[i].plain()) {
		return false // levels say little here, and its name nothing
	}
	return l.raw[i] > 0 && l.raw[i] <= lowest
}

// closes reports whether the heading at place i is the last of all, and the only
// one among counted parts that does not count: how minutes close.
func (l *leveler) closes(i int, top shape, from, to int) bool {
	if i != to-1 || to != len(l.hs) || l.raw[i] > 0 || i > from && l.places[i] == l.places[i-1]+1 {
		return false // not right below another heading
	}
	for j := from; j < i; j++ {
		if l.shape[j] != top && l.countIn(from, j, top) > 0 {
			return false
		}
	}
	return l.countIn(from, to, top) >= 2
}

func (l *leveler) countIn(from, to int, s shape) int {
	n := 0
	for i := from; i < to; i++ {
		if l.shape[i] == s {
			n++
		}
	}
	return n
}

// byMarkup nests headings as their marked levels do; one without a mark is
// like the heading before it, or below it where no text stands between.
func (l *leveler) byMarkup(from, to, level int) {
	var stack []int
	for i := from; i < to; i++ {
		b := l.hs[i]
		raw := l.below(i, from, to)
		if raw == 0 {
			switch {
			case i == from:
				raw = 7
				if i+1 < to && l.hs[i+1].Level > 0 {
					raw = l.below(i+1, from, to)
				}
				if l.allGuessed(from, to) {
					raw = l.rank(i, from, to)
				}
			case l.allGuessed(from, to):
				raw = l.rank(i, from, to)
			case len(stack) > 0 && l.d.styled() && l.hs[i].guessed && !l.hs[i-1].guessed && l.tagged(from, to):
				raw = stack[len(stack)-1] + 1 // bold type below a heading that has a tag
			case len(stack) > 0:
				raw = stack[len(stack)-1]
				if l.places[i] == l.places[i-1]+1 && !l.hs[i-1].guessed {
					raw++
				}
			}
		}
		for len(stack) > 0 && stack[len(stack)-1] >= raw {
			stack = stack[:len(stack)-1]
		}
		stack = append(stack, raw)
		b.Level = level + len(stack) - 1
	}
}

// tagged reports whether the markup has headings of two depths among some, so
// that bold lines are none of them.
func (l *leveler) tagged(from, to int) bool {
	depths := map[int]bool{}
	for i := from; i < to; i++ {
		if !l.hs[i].guessed && l.raw[i] > 0 {
			depths[l.raw[i]] = true
		}
	}
	return len(depths) >= 2
}

// below is the level that the markup gives the heading at place i. One that is
// as high as the day that it stands below says nothing: it is taken for that of
// its neighbours.
func (l *leveler) below(i, from, to int) int {
	raw := l.hs[i].Level
	if from == 0 || l.shape[from-1] != dated || raw == 0 || raw > l.raw[from-1] {
		return raw
	}
	beside := 0
	for j := from; j < to; j++ {
		if l.raw[j] > l.raw[from-1] && (beside == 0 || l.raw[j] < beside) {
			beside = l.raw[j]
		}
	}
	return max(beside, l.raw[from-1]+1)
}

func (l *leveler) allGuessed(from, to int) bool {
	for i := from; i < to; i++ {
		if !l.hs[i].guessed {
			return false
		}
	}
	return true
}

// rank is the level of a heading that only its shape tells: capitals stand
// over mixed case where a document has both.
func (l *leveler) rank(i, from, to int) int {
	if l.hs[i].Size > 0 {
		return int(100 - l.hs[i].Size)
	}
	for j := from; j < to; j++ {
		if l.d.isListed(l.hs[j].plain()) {
			if l.d.isListed(l.hs[i].plain()) {
				return 1
			}
			return 2 // below what the list of contents has
		}
	}
	for j := from; j < to; j++ {
		if isCapitals(l.hs[j].plain()) {
			if isCapitals(l.hs[i].plain()) {
				return 1
			}
			return 2
		}
	}
	return 1
}

// cycle recognises a document of parts that are built alike: the same headings
// come back under each part. They stand below the heading that each part opens
// with; what stands between the last of them and the next part is below it.
func (d *document) cycle(hs []*block) bool {
	count := map[string]int{}
	for _, b := range hs {
		count[folded(b.plain())]++
	}
	first, times := "", 0
	for _, b := range hs {
		if n := count[folded(b.plain())]; n >= 2 && (n >= 3 || d.twice(hs, count)) {
			first, times = folded(b.plain()), n
			break
		}
	}
	if first == "" {
		return false
	}
	titles := map[int]bool{}
	for i, b := range hs {
		if folded(b.plain()) != first {
			continue
		}
		if i == 0 || count[folded(hs[i-1].plain())] > 1 {
			return false // a heading that comes back though no part opens
		}
		titles[i-1] = true
	}
	if len(titles) != times {
		return false
	}
	opened, inside := false, false
	for i, b := range hs {
		key := folded(b.plain())
		switch {
		case titles[i]:
			b.Level, opened, inside = 2, true, false
		case !opened:
			b.Level = 2
		case count[key] >= times:
			b.Level, inside = 3, true
		case inside:
			b.Level = 4
		default:
			b.Level = 3
		}
	}
	return true
}

// twice reports whether two headings at least come back twice each, so that
// two parts are enough to see that they are built alike.
func (d *document) twice(hs []*block, count map[string]int) bool {
	n := 0
	for _, c := range count {
		if c == 2 {
			n++
		}
	}
	return n >= 2
}
