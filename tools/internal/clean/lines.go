package clean

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// widest is how many characters a line can have in a text that was broken into
// lines; what is wider has a paragraph a line.
const widest = 140

// lines joins the lines of a text that was broken into lines. In any other,
// each line is a paragraph, whether empty lines part them or not.
func lines(d *document) {
	d.closeUp()
	if !d.lined || !d.isBroken() {
		d.joinCapitals()
		d.lined = false
		return
	}
	d.broken, d.column = true, d.fixedColumn()
	head := true // no sentence has ended yet
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.gone || !b.isProse() {
			continue
		}
		head = head && b.Kind != source.Item && !isEnacting(b.plain()) && !labelAlone(b.Text) && (!isNumbered(b.plain()) || isLetterhead(b.plain())) && endingOf(b.plain()) != colon
		head = head && !sectionTitles().is(b.plain())
		width := d.widthAround(i)
		last := b // the line that the next one may go on from
		for j := i + 1; j < len(d.blocks) && !d.opensNumber(last, j) && !d.opensFormula(last, j) && !endsNotice(b, last, d.blocks[j]) && d.flows(last, d.blocks[j], width, head); j++ {
			last = d.blocks[j]
			head = head && endingOf(last.plain()) != full
			b.Text = glue(b.Text, last.Text)
			head = head && b.words() < 20 // as long as that is prose, ended or not
			b.Broken = last.Broken
			last.gone = true
			d.log(report.Joined, "line", last, last.Text, "")
		}
	}
	d.lined = false
}

// joinCapitals joins the lines of a heading in capitals, where the text has a
// paragraph a line.
func (d *document) joinCapitals() {
	for i, b := range d.blocks {
		if b.gone || !d.lined || b.Kind != source.Paragraph || !isCapitals(b.plain()) || b.Broken || labelAlone(b.Text) {
			continue
		}
		for j := i + 1; j < len(d.blocks); j++ {
			more := d.blocks[j]
			if more.Kind != source.Paragraph || more.Blank > 0 || !isCapitals(more.plain()) || endingOf(b.plain()) != open ||
				!endsOpenly(b.plain()) && !d.opensAsMore(more.plain()) || b.words()+more.words() > 30 {
				break
			}
			b.Text, b.Width, b.Broken = glue(b.Text, more.Text), more.reach(), more.Broken
			more.gone = true
			d.log(report.Joined, "line", more, more.Text, "")
		}
	}
}

// closeUp takes the empty line away that an extractor has left after each line
// of a text broken into lines: nearly every line has one above it, and far more
// of them cut a sentence than end one.
func (d *document) closeUp() {
	if !d.lined {
		return
	}
	pairs, apart, cut := 0, 0, 0
	for i, b := range d.blocks {
		if i == 0 || b.Kind != source.Paragraph || !d.blocks[i-1].isProse() {
			continue
		}
		pairs++
		if b.Blank == 0 {
			continue
		}
		apart++
		if before := d.blocks[i-1]; b.Blank == 1 && before.reach() >= 50 && before.reach() <= widest && endingOf(before.plain()) == open {
			cut++
		}
	}
	if pairs < 12 || apart*10 < pairs*8 || cut*10 < pairs*4 {
		return
	}
	for _, b := range d.blocks {
		b.Blank = max(0, b.Blank-1)
	}
}

// isBroken tells by how lines end: in a text broken into lines most do not end
// a sentence, and the next goes on in lower case or in a script without case.
func (d *document) isBroken() bool {
	pairs, opens, running := 0, 0, 0
	var widths []int
	for _, b := range d.blocks {
		if b.isProse() {
			widths = append(widths, b.reach())
		}
	}
	if len(widths) == 0 {
		return false
	}
	sort.Ints(widths)
	d.width = widths[len(widths)*85/100] // a few lines that nobody broke stand among others
	if d.width > widest {
		return false
	}
	full := d.width * 85 / 100 // where a line ends for want of room
	for i, b := range d.blocks {
		if !b.isProse() {
			continue
		}
		if i == 0 || b.Kind != source.Paragraph || b.Blank > 0 || !d.blocks[i-1].isProse() || d.blocks[i-1].Broken {
			continue
		}
		before := d.blocks[i-1].plain()
		if endingOf(before) == open && d.blocks[i-1].reach()*2 < full && !startsLower(b.plain()) {
			continue // a line of a masthead, a heading: either text has them
		}
		pairs++
		if endingOf(before) == open && !labelAlone(b.Text) {
			opens++
		}
		reach := d.blocks[i-1].reach()
		if endingOf(before) == open && (startsLower(b.plain()) || reach >= max(50, full) || caseless(b.plain()) && reach >= max(20, full)) {
			running++
		}
	}
	return pairs >= 2 && (running*10 >= pairs*3 || running >= 3 && running*10 >= opens*6) // few sentences end where speech is short
}

// widthAround is the width of the lines near place i, or more than half of the
// document's. A few lines that nobody broke do not count.
func (d *document) widthAround(i int) int {
	var near []int
	for j := max(0, i-6); j < min(len(d.blocks), i+12); j++ {
		if d.blocks[j].isProse() {
			near = append(near, d.blocks[j].reach())
		}
	}
	width := d.width * 6 / 10
	if len(near) > 0 {
		sort.Ints(near)
		width = max(width, near[(len(near)-1)*85/100])
	}
	return width
}

// reach is the column in which the block's line ends.
func (b *block) reach() int {
	if b.Width > 0 {
		return b.Width
	}
	return utf8.RuneCountInString(b.Text)
}

// openingQuote is the mark of a quotation that a text begins with, or nothing.
func openingQuote(text string) string {
	for _, q := range []string{"«", "“", "„", "「"} {
		if strings.HasPrefix(text, q) {
			return q
		}
	}
	return ""
}

// opensWith is how many lines begin with a mark that they do not close.
func (d *document) opensWith(quote string) int {
	closing := map[string]string{"«": "»", "“": "”", "„": "“", "「": "」"}[quote]
	n := 0
	for _, b := range d.blocks {
		if !b.gone && strings.HasPrefix(b.plain(), quote) && !strings.Contains(b.plain(), closing) {
			n++
		}
	}
	return n
}

// opensSentence reports whether a text begins with a word that opens sentences,
// with a capital.
func opensSentence(text string) bool {
	word, _, ok := strings.Cut(text, " ")
	return ok && unicode.IsUpper(first(word)) && openerWords().set[folded(word)]
}

// opensInCapitals reports whether a text begins with a word in capitals and goes
// on without.
func opensInCapitals(text string) bool {
	word, rest, ok := strings.Cut(text, " ")
	return ok && utf8.RuneCountInString(word) >= 4 && isCapitals(word) && word == strings.ToUpper(word) && startsLower(rest)
}

// opensSo is how many lines open in capitals and go on without.
func (d *document) opensSo() int {
	n := 0
	for _, b := range d.blocks {
		if b.Kind == source.Paragraph && opensInCapitals(b.plain()) {
			n++
		}
	}
	return n
}

// opensNumber reports whether the line at place j is the heading of what
// follows: a sentence has ended above it, it is a few words that end without a
// mark, and a number follows, or a line that begins anew.
func (d *document) opensNumber(above *block, j int) bool {
	b, k := d.blocks[j], d.next(j)
	if k < 0 || endingOf(above.plain()) != full || endingOf(b.plain()) != open || b.words() > 10 || startsLower(b.plain()) {
		return false
	}
	_, counts := d.blocks[k].Number()
	if next := d.blocks[k]; above.reach() > d.width/2 && next.Kind == source.Paragraph && next.Blank == 0 && b.Left <= above.Left {
		word, _, _ := strings.Cut(next.plain(), " ")
		room := (b.reach()+1+utf8.RuneCountInString(word))*100 <= d.width*80
		return room && !endsOpenly(b.plain()) && grammar(b.plain())*2 <= b.words()+1 && unicode.IsUpper(first(word)) && next.reach() > d.width*6/10 // it goes on nowhere
	}
	return counts && d.blocks[k].Kind == source.Item && b.reach() < d.width*95/100
}

// goesOnBelow reports whether the line below a block goes on in lower case.
func (d *document) goesOnBelow(b *block) bool {
	k := d.next(indexOf(d.blocks, b))
	return k >= 0 && d.blocks[k].Blank == 0 && d.blocks[k].Kind == source.Paragraph && startsLower(d.blocks[k].plain())
}

// opensFormula reports whether the line at place j is the title of a resolution
// that the text above leads to: the organ that speaks stands on the next line.
func (d *document) opensFormula(above *block, j int) bool {
	k := d.next(j)
	return k >= 0 && endingOf(above.plain()) == colon && endingOf(d.blocks[j].plain()) == open && isEnacting(d.blocks[k].plain())
}

// isClosingLine reports whether a line names the meeting that adopted a text, as
// stands below a resolution: “40th meeting”, and a date under it.
func (d *document) isClosingLine(b *block) bool {
	text := b.plain()
	return b.words() <= 5 && endingOf(text) == open && strings.ContainsFunc(text, unicode.IsDigit) &&
		(hasAny(meetings(), folded(text)) || hasAny(sessionWords(), folded(text)))
}

func abs(n int) int { return max(n, -n) }

// opensAsMore reports whether a text begins with a word that goes on with what
// stands before it, as no sentence and no name does: of, for, and.
func (d *document) opensAsMore(s string) bool {
	word, _, _ := strings.Cut(foldMarks.Replace(strings.ToLower(s)), " ")
	if w, _, ok := strings.Cut(word, "'"); ok {
		word = w + "'"
	}
	for _, l := range lexicons() {
		if l.Lang == baseLang(d.opts.Lang) {
			return contains(l.Continues, word) && !contains(l.Openers, word)
		}
	}
	return false
}

// endsNotice reports whether a notice ends with line last at the foot of a page,
// and the text above it goes on with the next.
func endsNotice(notice, last, next *block) bool {
	_, led := noticeLeads().leads(notice.Text)
	return led && next.foot && endingOf(last.plain()) == full
}

// loneRef is the mark of a note in brackets, alone on its line.
var loneRef = regexp.MustCompile(`^\[\d{1,3}\]$`)

// flows reports whether line b goes on where line a ends. Before the first
// sentence of the document lines stand for themselves.
func (d *document) flows(a, b *block, width int, head bool) bool {
	if b.Kind != source.Paragraph || b.Blank > 0 || a.Broken || b.gone {
		return false
	}
	end, text := endingOf(a.plain()), b.plain()
	if end == full && endsShort(a.plain()) && unicode.IsDigit(first(text)) {
		end = open // no. 7
	}
	if isEnacting(a.plain()) {
		return false
	}
	if (loneDigits.MatchString(text) || loneRef.MatchString(text)) && end == open && d.goesOnBelow(b) {
		return true // the mark of a note, on a line of its own within a sentence
	}
	if startsLower(text) && (loneRef.MatchString(a.plain()) || endsOpenly(a.plain()) && a.words() <= 3 && !listMark.MatchString(text)) {
		return true // below such a mark, or an article that a link has parted from its noun
	}
	if q := openingQuote(text); q != "" && end == full && d.opensWith(q) >= 2 {
		return false // each paragraph of a quotation opens with its mark
	}
	if head && (isOrgans(folded(a.plain()+" "+text)) && !isOrgans(folded(a.plain())) || startsLower(text) && end == open && a.words() >= 2 && a.words() <= 12) {
		return true // a name over two lines
	}
	if endsOpenly(a.plain()) && isCapitals(a.plain()) && isCapitals(text) && a.words() >= 3 {
		return true // a title in capitals, cut after an article
	}
	if head && isCapitals(a.plain()) && isCapitals(text) && a.Left > 4 && a.reach()-a.Left >= 40 && abs(a.Left+a.reach()-b.Left-b.reach()) <= 3 {
		return true // a title over several lines, each in the middle
	}
	if b.Left > a.Left+2 && a.Kind == source.Paragraph {
		return false // set in the middle, or further in as first lines are
	}
	if l, ok := labelOf(a.Text); ok && l.rest == "" {
		return false
	}
	if l, ok := labelOf(b.Text); ok && (l.sure || l.rest == "" && !(end == open && a.words() >= 10 && a.reach()*10 >= width*9 && grammar(l.name) >= 2) || end == full || end == colon || head && caseless(text) && countWords(l.name) <= 3) {
		return false
	}
	if w, ok := noticeLeads().leads(b.Text); ok && (end == full || strings.HasPrefix(strings.TrimLeft(folded(b.plain())[len(w):], " "), ":")) {
		return false
	}
	if (end == comma || end == semicolon) && isOpening(text) && !startsLower(text) && !caseless(text) || end == full && d.isClosingLine(b) {
		return false // the next clause of a preamble, the meeting that adopted it
	}
	if end == semicolon && opensInCapitals(text) && d.opensSo() >= 2 {
		return false // the next clause, which the word of its formula opens in capitals
	}
	if !head && end == open && isCapitals(a.plain()) && isCapitals(text) && (endsOpenly(a.plain()) || d.opensAsMore(text)) && a.words()+b.words() <= 18 {
		return true // a heading over two lines
	}
	if a.Kind == source.Item && end == open && isLongName(a.plain()) && opensSentence(text) {
		return false // the number and name of a section, and its text
	}
	if letterMark.MatchString(text) && (end != open || endsOpenly(a.plain())) || end == full && isSectionLine(b) {
		return false // the next of a list, the heading of a section
	}
	if !head && end == comma && a.words() <= 6 && len(datesIn(text)) > 0 && b.words() <= 4 {
		return true // the meeting that adopted a text, and its day
	}
	if found := datesIn(text); len(found) > 0 && b.words() <= 4 && !(endsOpenly(a.plain()) && a.words() >= 5) && (head || end != comma || a.words() < 3) || isField(text) && head {
		return false
	}
	length := a.reach()
	word, _, _ := strings.Cut(b.Text, " ")
	filled := (length+1+utf8.RuneCountInString(word))*100 > width*85
	if d.column > 0 && end == full {
		filled = length+1+utf8.RuneCountInString(word) > d.column
	}
	switch {
	case end == colon && startsLower(text) && strings.Count(a.plain(), "(") > strings.Count(a.plain(), ")"):
		return length*10 >= width*4 // a symbol and its paragraphs, in brackets
	case end == full || end == colon:
		return filled && !head
	case startsLower(text) && isOpening(a.plain()):
		return true // the word of a clause, which a line break follows
	case startsLower(text), strings.HasPrefix(text, "(") && !listMark.MatchString(text):
		return length*10 >= width*4
	case head && unicode.IsDigit(first(text)) && endsShort(a.plain()):
		return filled
	case head && isCapitals(a.plain()) && isCapitals(text) && d.opensAsMore(text) && a.words() >= 3 && len(datesIn(text)) == 0:
		return true // a name over several lines
	case head && a.Left > b.Left+2 && b.Left == 0 && filled:
		return true // the first line of a paragraph is set further in
	case head && filled && a.words() >= 10 && b.words() >= 6 && grammar(a.plain()) >= 2 && (strings.Contains(a.plain(), ", ") || opensSentence(a.plain())) && !isDateline(a.plain()) && !isCapitals(a.plain()):
		return true // prose, though no sentence of it has ended
	case head && !endsOpenly(a.plain()):
		return caseless(text) && filled && length > 30
	case caseless(text):
		return length*10 >= width*6
	}
	return filled || endsOpenly(a.plain())
}
