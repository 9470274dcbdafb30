package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// headings finds the headings that markup does not tell: plain lines, bold
// lines, and those that were run into the text before or after them. Emphasis
// and what is left of an empty heading go.
func headings(d *document) {
	for i := 0; i < len(d.blocks); i++ {
		if b := d.blocks[i]; b.Kind == source.Heading {
			d.partRun(i)
			b.Text = unbold(b.Text)
		}
	}
	marked := 0
	for _, b := range d.blocks {
		if b.Kind == source.Heading && !b.guessed {
			marked++
		}
	}
	for i := 0; i < len(d.blocks); i++ {
		switch b := d.blocks[i]; {
		case b.turn || b.Quote || b.number != "" || b.Code:
		case b.Kind == source.Item && marked > 0 && !d.styled():
			d.partEnd(i)
		case b.Kind == source.Paragraph && marked > 0 && !d.styled() && d.partStart(i):
		case b.Kind == source.Paragraph && d.isBareHeading(i, marked):
			b.Kind, b.Level, b.guessed = source.Heading, 0, true
			b.Text = unbold(b.Text)
			d.log(report.Marked, "heading", b, b.Text, "")
		}
	}
}

// isCaption reports whether a line says what a figure or a table shows: Figure 2.
func isCaption(text string) bool {
	word, ok := figureWords().leads(text)
	return ok && captionNumber.MatchString(folded(text)[len(word):])
}

var captionNumber = regexp.MustCompile(`^[ \x{a0}]?(?:\d{1,3}|[ivx]{1,4}|\p{L})(?:[.\-]\d{1,2})?(?:[ \x{a0}]?[.:：–—-]|[ \x{a0}]|$)`)

// opensWithHonorific reports whether a line begins as the name of a person does:
// to whom a letter goes, who signed it.
func opensWithHonorific(text string) bool {
	w, ok := honorifics().leads(text)
	if !ok || chairs().in(w) > 0 || !strings.HasPrefix(folded(text), w) {
		return false
	}
	rest := strings.TrimSpace(string([]rune(text)[min(len([]rune(w)), len([]rune(text))):]))
	return unicode.IsUpper(first(rest)) && strings.ContainsAny(rest, " ")
}

// signs reports whether the line at place i is the name of who signed: all that
// follows is a line or two, such as the office.
func (d *document) signs(i, next int) bool {
	if b := d.blocks[i]; b.words() > 5 || endingOf(b.plain()) != open {
		return false
	}
	for lines := 0; next >= 0; next = d.next(next) {
		b := d.blocks[next]
		if lines++; lines > 2 || b.Kind != source.Paragraph || b.words() > 10 || endingOf(b.plain()) != open {
			return b.Kind == source.Note && lines > 1
		}
	}
	return i > 0 && len(d.blocks) > 6
}

// isRefrain reports whether a line beside marked headings is a single word, or
// stands in the text more often than headings do.
func (d *document) isRefrain(b *block) bool {
	return !sectionTitles().is(b.plain()) && (b.words() == 1 || d.timesSaid(b.plain()) >= 4)
}

// isPerson is a person by initials and surname and nothing else.
var isPerson = regexp.MustCompile(`^\p{Lu}\. ?\p{Lu}\. ?\p{Lu}\pL+$`)

// isOfficer reports whether a line says in which role somebody was there: the
// role, a colon and a name.
func isOfficer(b *block) bool {
	m := fieldLine.FindStringSubmatch(b.plain())
	return m != nil && b.Kind == source.Paragraph && b.words() <= 14 && m[2] != "" && chairs().is(m[1])
}

func (d *document) count(kind source.Kind) int {
	n := 0
	for _, b := range d.blocks {
		if b.Kind == kind {
			n++
		}
	}
	return n
}

var strongMarks = regexp.MustCompile(`\*\*(\S(?:[^*]*\S)?)\*\*|__(\S(?:[^_]*\S)?)__`)

// unbold is a heading without the emphasis that every heading has.
func unbold(s string) string {
	return bare(strings.TrimSpace(strongMarks.ReplaceAllString(s, "$1$2")))
}

// isBareHeading reports whether the paragraph at place i is a heading by its
// shape and place: a short line without the mark of a sentence that text
// follows. In a document whose headings are marked it must also stand where
// headings do.
func (d *document) isBareHeading(i, marked int) bool {
	b := d.blocks[i]
	text := b.plain()
	_, isBold := bold(b.Text)
	_, isItalic := italic(b.Text)
	n := b.words()
	if d.isSecondTitle(i) || d.isListedItem(b) || d.isAboveFormula(i) {
		return true
	}
	if trailingNote.MatchString(text) {
		return false // a clause, and the number of a note behind its mark
	}
	if n == 0 || n > 18 && !(d.debate && n <= 40) || b.Level > 0 || b.Broken || strings.Contains(b.Text, "\\\n") || strings.Contains(text, "://") || strings.HasPrefix(text, "©") || isTheme(text) || isOfficer(b) || isPerson.MatchString(text) || opensWithHonorific(text) || b.Caption || isCaption(text) || endMarks().is(strings.Trim(text, "[]()")) {
		return false
	}
	capitals := isCapitals(text) && !startsLower(text) && n >= 1 && len([]rune(text)) > 3 && !(d.styled() && marked >= 3 && d.isRefrain(b))
	numbered := (isNumbered(text) || shapeOfHeading(text) == twofold) && n >= 2 && !(d.styled() && marked >= 3) || d.isStep(text) // in plain type beside marked headings it is an item, or a name
	switch endingOf(text) {
	case full:
		if r := []rune(text); (!numbered || n > 8 || isWide(r[len(r)-1])) && !(isBold && isQuestion(text)) {
			return false
		}
	case colon:
		if d.isFormulaLine(i, text) {
			return true
		}
		if d.countsOn(i, text) {
			break
		}
		if (!isBold && !d.isSectionOfText(i)) || n > 8 || endsOpenly(strings.TrimRight(text, ":： ")) && d.next(i) >= 0 && d.blocks[d.next(i)].Kind == source.Item {
			return false
		}
	case comma, semicolon:
		return false
	}
	if r := []rune(text); strings.ContainsRune("[(（", r[0]) && strings.ContainsRune("])）", r[len(r)-1]) {
		return false // what was heard: applause
	}
	if startsLower(text) || !strings.ContainsFunc(text, unicode.IsLetter) {
		return false
	}
	next := d.next(i)
	if _, tags := readTags(text); tags || next < 0 {
		return false
	}
	after := d.blocks[next]
	if endingOf(text) == full && !isBold && after.words() < 12 {
		return false // one of several questions
	}
	leads := after.Kind == source.Paragraph && !startsLower(after.plain())
	followed := after.Kind == source.Item || after.number != "" || leads && (after.words() >= 12 || after.words() >= 8 && b.Blank > 0 && after.Blank > 0 && endingOf(after.plain()) == full || endingOf(after.plain()) == colon) ||
		after.Kind == source.Heading
	word, _, _ := strings.Cut(text, " ")
	switch {
	case d.onCover(i, after), d.signs(i, next):
		return false
	case b.Blank > 0 && n <= 12 && !d.transcript && marked == 0 && !d.styled() && (i == 0 || endingOf(d.blocks[i-1].plain()) == full) && isOfficer(after):
		return true // a session and who was in the chair
	case after.isProse() && n <= 14 && b.Blank > 0 && hasTags(after.plain()):
		return true // a section and what it is linked to
	case b.Blank > 0 && after.Blank > 0 && !d.transcript && n <= 10 && isDay(text) && d.countDays() >= 2:
		return true
	case (b.Blank > 0 || d.broken) && !d.transcript && n <= 12 && marked == 0 && !d.styled() && d.isStacked(i):
		return true
	case d.isListed(text) && !d.transcript && (b.Blank > 0 || d.broken):
		return true
	case annexTitles().is(strings.TrimRight(word, ".:")) && n <= 4 && !d.transcript && after.Kind != source.Row:
		return true
	case d.transcript && b.Blank > 0 && n <= 6 && shapeOfHeading(text) == chapter && strings.ContainsFunc(text, unicode.IsDigit):
		return after.turn || leads
	case n > 18 && !d.opensDebate(i):
		return false
	case d.debate && d.opensDebate(i) && n >= 2 && (i == 0 || endingOf(d.blocks[i-1].plain()) == full || d.opensSitting(d.blocks[i-1].plain())) && !d.opensSitting(text) && !honorificFirst(text):
		return true // what the debate turns to
	case d.transcript:
		return (isBold || capitals && n >= 2) && after.Kind != source.Item || n <= 2 && b.Blank > 0 && after.Blank > 0 && exactType(folded(text)) != "" || // messages, and then the transcript
			n <= 8 && b.Blank > 0 && after.Blank > 0 && !d.turnAbove(i) && typeIn(text) != "" && leads
	case isBold || capitals || numbered || sectionTitles().is(text):
		return followed || leads && !after.turn || d.isBareNext(next)
	case i == 0 && after.number != "" && n <= 12 && d.broken && !d.isQuoteLike(text):
		return true
	case i == 0 && marked == 0 && !d.styled() && d.meta.Title != "" && n <= 8 && leads && after.words() >= 12 && endingOf(text) == open &&
		(b.Blank > 0 && after.Blank > 0 && d.likeBelow(next) || b == d.opener):
		return true // the first section, below the title; others like it follow
	case i == 0 || d.styled() || d.isQuoteLike(text):
		return false
	case d.dense() && n <= 10 && endingOf(d.blocks[i-1].plain()) == full && after.Kind == source.Heading && strings.HasPrefix(after.plain(), "1"):
		return true // above the first of the parts that count
	case isItalic && d.comesBack(i):
		return followed || leads && !after.turn
	case marked > 0:
		return followed && after.Kind != source.Heading && d.blocks[i-1].Kind == source.Heading && (after.Kind == source.Item || d.blocks[i-1].Level > 0 && n <= 14)
	}
	if d.comesBack(i) {
		return followed && after.Kind != source.Heading
	}
	return followed && after.Kind != source.Heading && (b.Blank > 0 || d.alternates(i) || d.broken || d.dense() && n <= 8 || d.blocks[i-1].Kind == source.Heading && after.Kind == source.Item) && n <= 14 && !d.inRun(i)
}

// turnAbove reports whether somebody has spoken above place i. A page may say
// what a session was about before it has the words.
func (d *document) turnAbove(i int) bool {
	for _, b := range d.blocks[:i] {
		if b.turn {
			return true
		}
	}
	return false
}

// isSectionOfText reports whether the line at place i counts as a section in
// Roman numbers or letters and text of several sentences or a long one stands
// below it.
func (d *document) isSectionOfText(i int) bool {
	text, next := d.blocks[i].plain(), d.next(i)
	return isNumbered(text) && !unicode.IsDigit(first(text)) && next >= 0 && d.blocks[next].Kind == source.Paragraph &&
		d.blocks[next].words() >= 15 && !startsLower(d.blocks[next].plain())
}

// isStacked reports whether the line at place i is the heading of a section
// above that of its first part: two short lines between empty ones, a sentence
// above them and text below, or a numbered article above its text.
func (d *document) isStacked(i int) bool {
	short := func(j int) bool {
		return j >= 0 && d.blocks[j].Kind == source.Paragraph && !d.blocks[j].turn && (d.blocks[j].Blank > 0 || d.broken) && d.blocks[j].words() <= 12 && endingOf(d.blocks[j].plain()) == open && unicode.IsUpper(first(d.blocks[j].plain())) && len(datesIn(d.blocks[j].plain())) == 0
	}
	text := func(j int) bool {
		return j >= 0 && d.blocks[j].Kind == source.Paragraph && (d.blocks[j].Blank > 0 || d.broken) && d.blocks[j].words() >= 12 && endingOf(d.blocks[j].plain()) == full
	}
	next := d.next(i)
	if !short(i) || i == 0 || next < 0 {
		return false
	}
	above := d.blocks[i-1].Kind == source.Heading || endingOf(d.blocks[i-1].plain()) == full
	return above && (short(next) && (text(d.next(next)) || d.countsFrom(d.next(next))) && d.blocks[i-1].Kind != source.Heading || text(next) && shapeOfHeading(d.blocks[i].plain()) == chapter)
}

// countsFrom reports whether the block at place i is the first of a list that
// counts.
func (d *document) countsFrom(i int) bool {
	if i < 0 || d.blocks[i].Kind != source.Item {
		return false
	}
	n, counts := d.blocks[i].Number()
	return counts && n == 1
}

// countDays is how many lines between empty ones only name a day of the meeting.
func (d *document) countDays() int {
	n := 0
	for _, b := range d.blocks {
		if (b.Kind == source.Paragraph || b.Kind == source.Heading) && b.Blank > 0 && b.words() <= 10 && endingOf(b.plain()) == open && isDay(b.plain()) {
			n++
		}
	}
	return n
}

// onCover reports whether the line at place i stands among the lines of a cover
// of a styled source, where names, codes and series are set in capitals too:
// only such lines stand before it, and what follows is no text either.
func (d *document) onCover(i int, after *block) bool {
	if !d.styled() || d.source.Format == "html" || after.Kind == source.Item || after.number != "" || after.words() >= 12 && after.Kind != source.Row && !isCapitals(after.plain()) {
		return false
	}
	for _, b := range d.blocks[:i] {
		if b.Kind == source.Row || b.Kind == source.Item || b.number != "" || b.words() >= 20 || b.Kind == source.Heading && !b.guessed && b.Level > 1 {
			return false
		}
	}
	return true
}

// isFormulaLine reports whether a line in capitals opens a part of a judgment
// or a resolution, and text follows it: CONSIDERING THAT:.
func (d *document) isFormulaLine(i int, text string) bool {
	if d.transcript || !isCapitals(text) || countWords(text) > 5 || d.next(i) < 0 || d.blocks[i].Blank == 0 && !d.broken {
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
		if b.isProse() || b.Kind == source.Heading {
			if k := step.FindStringSubmatch(b.plain()); k != nil && k[1] == m[1] && b.words() <= 18 {
				n++
			}
		}
	}
	return n >= 2
}

// comesBack reports whether a short line with empty lines around it stands in
// the text again, as the heading of a part of every section does. What pages
// repeat is gone by now.
func (d *document) comesBack(i int) bool {
	b := d.blocks[i]
	if b.Blank == 0 || b.words() > 8 {
		return false
	}
	n := 0
	for _, other := range d.blocks {
		if (other.Kind == source.Paragraph || other.Kind == source.Heading) && other.Blank > 0 && other.words() <= 8 && folded(other.plain()) == folded(b.plain()) {
			n++
		}
	}
	return n >= 2
}

// dense reports whether no empty lines part the paragraphs.
func (d *document) dense() bool {
	apart := 0
	for _, b := range d.blocks {
		if b.Blank > 0 {
			apart++
		}
	}
	return apart*10 < len(d.blocks)
}

// isBareNext reports whether another short line follows at place i that may be
// a heading below this one.
func (d *document) isBareNext(i int) bool {
	b := d.blocks[i]
	_, isBold := bold(b.Text)
	return b.Kind == source.Paragraph && b.words() <= 18 && (isBold || isCapitals(b.plain()) || isNumbered(b.plain()))
}

// inRun reports whether the line stands among others as short: an address, a
// list of names.
func (d *document) inRun(i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(d.blocks) && d.blocks[j].Kind == source.Paragraph && d.blocks[j].words() <= 14 && endingOf(d.blocks[j].plain()) == open
	}
	return near(i-1) || near(i+1)
}

func (d *document) isQuoteLike(s string) bool {
	return strings.HasPrefix(s, "«") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`)
}
