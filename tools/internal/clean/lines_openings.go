package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/source"
)

// opensBody reports whether a line is the first of what stands below a
// masthead: an item, a formula, a speaker, a section, or what leads into it.
func opensBody(b *block) bool {
	text := b.plain()
	switch {
	case b.Kind == source.Item, isEnacting(text), labelAlone(b.Text), sectionTitles().is(text):
		return true
	case isNumbered(text) && !isLetterhead(text):
		return true
	}
	return endingOf(text) == colon
}

// opensAnew reports whether the line at place j begins something else than the
// paragraph of block b, of which line last is the end so far.
func (d *document) opensAnew(b, last *block, j int) bool {
	return d.opensNumber(last, j) || d.opensFormula(last, j) || endsNotice(b, last, d.blocks[j])
}

// dashesInText makes lines of the items that are none: a dash of a sentence stands
// first on the line, below a full line that ends without a mark, and no other such
// line is near.
func (d *document) dashesInText() {
	isItem := func(i int) bool {
		return i >= 0 && i < len(d.blocks) && d.blocks[i].Kind == source.Item && isDash(d.blocks[i].Marker)
	}
	for i, b := range d.blocks {
		if i == 0 || !isItem(i) || b.Blank > 0 || isItem(i+1) {
			continue
		}
		above := d.blocks[i-1]
		if hangs := above.Kind == source.Item && !isItem(i-1) && b.Left > above.Left; !hangs && !startsLower(b.plain()) {
			continue
		}
		if !above.isProse() || isItem(i-1) && above.Left >= b.Left || endingOf(above.plain()) != open || above.reach()*100 < d.width*85 {
			continue
		}
		b.Kind, b.Level, b.Text, b.Marker = source.Paragraph, above.Level, b.Marker+" "+b.Text, ""
	}
}

// countsInText reports whether a line goes on with an enumeration within a sentence:
// it opens with (iii), and (ii) stands in the middle of the text above.
func countsInText(b, next *block) bool {
	m := inBrackets.FindStringSubmatch(next.plain())
	if m == nil || next.Kind != source.Paragraph || next.Blank > 0 {
		return false
	}
	for _, marks := range enumerations {
		for k, mark := range marks[1:] {
			if mark == m[1] && strings.Index(b.plain(), " ("+marks[k]+") ") > 0 {
				return true
			}
		}
	}
	return false
}

// inBrackets is the mark of such a part.
var inBrackets = regexp.MustCompile(`^\((\p{Ll}{1,4}|\d{1,2})\) `)

// enumerations are the marks of parts in their order.
var enumerations = [][]string{
	{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"},
	{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"},
	{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"},
}

// endsItem reports whether an item has ended with its sentence, and the next line
// stands left of its bullet.
func endsItem(item, last, next *block) bool {
	return item.Kind == source.Item && next.Left < item.Left && endingOf(last.plain()) == full
}

// endsNotice reports whether a notice ends with line last at the foot of a page,
// and the text above it goes on with the next.
func endsNotice(notice, last, next *block) bool {
	_, led := noticeLeads().leads(notice.Text)
	return led && next.foot && endingOf(last.plain()) == full
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
	next := d.blocks[k]
	if next.Kind == source.Paragraph && above.reach() > d.width/2 && next.Blank == 0 && b.Left <= above.Left {
		return d.hadRoom(b, next) && !endsOpenly(b.plain()) && grammar(b.plain())*2 <= b.words()+1 && next.reach() > d.width*6/10
	}
	_, counts := next.Number()
	return counts && next.Kind == source.Item && b.reach() < d.width*95/100
}

// hadRoom reports whether the first word of the next line, which has a capital,
// would have stood in a line: a sentence goes on nowhere.
func (d *document) hadRoom(b, next *block) bool {
	word, _, _ := strings.Cut(next.plain(), " ")
	return unicode.IsUpper(first(word)) && (b.reach()+1+utf8.RuneCountInString(word))*100 <= d.width*80
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
	return k >= 0 && endingOf(above.plain()) == colon && endingOf(d.blocks[j].plain()) == open &&
		isEnacting(d.blocks[k].plain())
}

// isClosingLine reports whether a line names the meeting that adopted a text, as
// stands below a resolution: “40th meeting”, and a date under it.
func (d *document) isClosingLine(b *block) bool {
	text := b.plain()
	return b.words() <= 5 && endingOf(text) == open && strings.ContainsFunc(text, unicode.IsDigit) &&
		(hasAny(meetings(), folded(text)) || hasAny(sessionWords(), folded(text)))
}

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
