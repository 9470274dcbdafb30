package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// breaks removes the ends of pages and joins the sentences that they cut. Two
// pieces are one where the first ends without a mark and the second goes on:
// in lower case, or after a word that cannot end a sentence. Nothing is joined
// over the name of a speaker, a number or a real heading.
func breaks(d *document) {
	heads := map[string]int{}
	cut := map[string]bool{} // lines that have cut a sentence
	for _, b := range d.blocks {
		if b.Kind == source.Heading || b.Kind == source.Paragraph && b.words() <= 15 {
			heads[headOf(b)]++
		}
		if m := countedTitle.FindStringSubmatch(b.plain()); m != nil && b.Kind == source.Heading {
			heads[folded(m[1])]++ // pages repeat it without its number
		}
	}
	for _, lifted := range []string{d.meta.Title, d.meta.Subtitle, d.meta.Event} {
		heads[folded(lifted)]++
	}
	for i, b := range d.blocks {
		if b.gone || !b.isProse() || b.plain() == "" {
			continue
		}
		for {
			j, between, broken := d.across(i, heads)
			if j < 0 || !d.runsOn(b, d.blocks[j], broken) {
				break
			}
			for _, k := range between {
				d.dropBreak(k)
				if b := d.blocks[k]; b.gone && b.Kind == source.Paragraph {
					cut[headOf(b)] = true
				}
			}
			next := d.blocks[j]
			d.log(report.Joined, "page-break", next, next.Text, "")
			b.Text = glue(strings.TrimSuffix(b.Text, "\\\n"), next.Text)
			next.gone = true
		}
	}
	for i, b := range d.blocks {
		switch {
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
			d.dropBreak(i)
		case !b.gone && !b.turn && b.Kind == source.Paragraph && cut[headOf(b)] && !d.isTwin(i):
			d.dropBreak(i) // what has cut a sentence is no text between sentences either
		}
	}
	d.hardBreaks()
}

// headOf is a line as running heads are compared.
func headOf(b *block) string { return folded(newPlain(bare(b.Text))) }

func (d *document) dropBreak(i int) {
	b := d.blocks[i]
	if b.gone {
		return
	}
	switch b.Kind {
	case source.Note:
		return
	case source.Rule, source.PageBreak:
		b.gone = true
		d.log(report.Removed, "page-break", b, "", "")
	default:
		d.remove(b, "running-head")
	}
}

// across is the place of the paragraph that could go on from place i, past
// what a page's end puts there: breaks, footnotes, running heads.
func (d *document) across(i int, heads map[string]int) (j int, between []int, broken bool) {
	for j = d.next(i); j >= 0; j = d.next(j) {
		b := d.blocks[j]
		switch b.Kind {
		case source.Rule, source.PageBreak:
			broken = true
		case source.Note:
		case source.Heading:
			if d.styled() && !b.guessed {
				return -1, nil, false
			}
			if heads[headOf(b)] < 2 && !d.nearBreak(j) || b.words() > 20 {
				return -1, nil, false
			}
			broken = true
		case source.Paragraph:
			if n := d.next(j); n >= 0 && !broken && b.words() <= 15 && !b.turn &&
				!startsLower(b.plain()) && endingOf(b.plain()) == open && d.blocks[n].Kind == source.Paragraph &&
				(startsLower(d.blocks[n].plain()) || endsOpenly(d.blocks[i].plain()) && d.blocks[n].number == "") && heads[headOf(b)] >= 2 && (!d.styled() || d.blocks[i].words() >= fullLine) {
				between = append(between, j)
				broken = true
				continue
			}
			return j, between, broken || b.foot
		default:
			return -1, nil, false
		}
		between = append(between, j)
	}
	return -1, nil, false
}

// fullLine is how many words a text has at least that the end of a line or page
// could have cut, in a source whose paragraphs are meant: less is a line that
// somebody ended.
const fullLine = 10

// runsOn reports whether b goes on where a was cut.
func (d *document) runsOn(a, b *block, broken bool) bool {
	if b.Kind != source.Paragraph || b.turn || a.Code || b.Code || b.number != "" || b.guessed || a.Quote != b.Quote {
		return false
	}
	if _, isLabel := labelOf(b.Text); isLabel && d.transcript && labelAlone(b.Text) {
		return false
	}
	if a.Broken && !broken || d.styled() && !broken && (a.words() < fullLine || a.Level != b.Level) {
		return false
	}
	before, after := a.plain(), b.plain()
	if listMark.MatchString(after) || isBracketed(after) && b.Blank > 0 {
		return false
	}
	end := endingOf(before)
	spoken := d.transcript && broken && startsLower(after) && endingOf(after) == full // no list is meant in speech
	if end == full && !(startsLower(after) && endsShort(before)) || end == colon && !spoken || a.words() < 3 && !a.turn {
		return false
	}
	if !broken && a.Kind == source.Item && endingOf(after) == colon && b.words() <= 12 && d.leadsToItem(b) {
		return false // it leads to the next list
	}
	if end == semicolon && !broken || a.Kind == source.Item && !broken && a.words() <= 6 && isOpening(after) {
		return false
	}
	if b.Blank > 0 && isOpening(after) && looksLikeHeading(after) || !broken && b.Blank > 0 && isOpening(before) && looksLikeHeading(before) {
		return false // “resolves”, on a line of its own
	}
	if broken && end == comma && isOpening(before) && isOpening(after) {
		return false // clauses of a preamble, each to a page
	}
	if !broken && (end == comma || enumerates.MatchString(before)) {
		if d.styled() || b.Blank > 0 && (isOpening(after) || opensAlike(before, after)) || !startsLower(after) && !caseless(after) {
			return false // the next clause of a resolution, the next item
		}
	}
	if !broken && end == comma && (isOpening(before) || isOpening(after)) && d.lowerClauses() >= 3 {
		return false
	}
	switch {
	case caseless(after) && !d.broken && !broken && b.Left >= 2 && b.Blank > 0:
		return false // set in, as paragraphs begin
	case startsLower(after):
		return a.words() >= 5 || a.turn || a.Kind == source.Item || broken
	case end == semicolon:
		return false
	case broken && b.foot && end == open && a.words() >= 8 && (unicode.IsDigit(first(after)) || a.number != "" && !looksLikeHeading(after)):
		return true // a figure, or a name, below the foot of a page
	case endsOpenly(before) && (broken || a.words() >= 5):
		return true
	case figureFirst.MatchString(after) && !yearFirst.MatchString(after):
		return end == open && endingOf(after) == full && (broken || a.words() >= 20)
	case !broken && !d.styled() && end == open && d.mustGoOn(a, b, after):
		return true
	case broken && !d.styled() && !caseless(after) && cutBeforeName(a, b, before, after):
		return true
	case caseless(after) && broken:
		return a.words() >= 4 && (b.words() >= 3 || endingOf(after) == full)
	case caseless(after) && a.words() >= 12:
		if b.words() >= 8 && (end == comma || a.words() >= 25 && !looksLikeHeading(after)) {
			return true
		}
		long := a.Kind != source.Item && (a.words() >= 20 || a.number != "")
		return (b.Blank == 0 || long) && endingOf(after) == full && end == open
	}
	return false
}

// cutBeforeName reports whether the end of a page has cut a sentence before a word
// with a capital: within a list of names, or where prose ends without a mark and
// more than a heading follows.
func cutBeforeName(a, b *block, before, after string) bool {
	if a.Kind != source.Paragraph || isOpening(after) {
		return false
	}
	if endingOf(before) == comma {
		names := strings.Split(strings.TrimRight(before, ", "), ", ")
		next, _, _ := strings.Cut(after, ", ")
		return len(names) >= 4 && isShortName(names[len(names)-1]) && isShortName(names[len(names)-2]) && isShortName(next)
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLetter(last) && a.words() >= 12 && grammar(before) >= 2 && !looksLikeHeading(after) && endingOf(after) == full
}

// isShortName reports whether a piece of a list is a few words that begin with a
// capital.
func isShortName(s string) bool { return unicode.IsUpper(first(s)) && countWords(s) <= 4 }

// lowerClauses is how many clauses of a preamble open in lower case, each in a
// paragraph of its own below a comma, as in statements that have a paragraph a
// line.
func (d *document) lowerClauses() int {
	n := 0
	for i, b := range d.blocks[1:] {
		above := d.blocks[i]
		if b.Kind == source.Paragraph && !d.broken && endingOf(above.plain()) == comma && startsLower(b.plain()) && isOpening(b.plain()) {
			n++
		}
	}
	return n
}

// leadsToItem reports whether an item stands below a block.
func (d *document) leadsToItem(b *block) bool {
	n := d.next(indexOf(d.blocks, b))
	return n >= 0 && d.blocks[n].Kind == source.Item
}

// enumerates is how all but the last of an enumeration ends: a mark, and a word
// that says that one more follows.
var enumerates = regexp.MustCompile(`[;,；،؛] ?\p{L}{1,3}$`)

// opensAlike reports whether two texts begin with the same two words, as the
// parts of an enumeration do.
func opensAlike(a, b string) bool {
	x, y := strings.Fields(folded(a)), strings.Fields(folded(b))
	return len(x) > 2 && len(y) > 2 && x[0] == y[0] && x[1] == y[1]
}

// isOpening reports whether a text begins as a clause of a resolution does:
// recalling, taking note.
func isOpening(text string) bool {
	_, ok := formulas().leads(text)
	return ok
}

// listMark opens an item that no list was made of: (a), ii), b.
var listMark = regexp.MustCompile(`^(?:\((?:\p{L}|[ivx]{1,4}|\d{1,2})\)|(?:\p{L}|[ivx]{1,4}|\d{1,2})[).])\s`)

// letterMark opens such an item and hardly anything else.
var letterMark = regexp.MustCompile(`^(?:\((?:\p{L}|[ivx]{1,4})\)|(?:\p{L}|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})\.)\s`)

func looksLikeHeading(s string) bool { return countWords(s) <= 12 && endingOf(s) == open }

// endsShort reports whether a text ends in the full stop of an abbreviation.
func endsShort(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	return len(words) > 0 && abbreviations().set[words[len(words)-1]]
}

// endsOpenly reports whether a text ends in a word after which a sentence must
// go on.
func endsOpenly(s string) bool {
	words := strings.FieldsFunc(foldMarks.Replace(strings.ToLower(s)), unicode.IsSpace)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if r := []rune(strings.TrimRightFunc(s, unicode.IsSpace)); len([]rune(last)) == 1 && unicode.IsUpper(r[len(r)-1]) && r[len(r)-1] != 'À' {
		return false // Series E, Annex A: a letter that counts
	}
	if r := []rune(last); isWide(r[len(r)-1]) {
		return continueWords().set[string(r[len(r)-1])]
	}
	if i := strings.LastIndexByte(last, '\''); i >= 0 && i+1 < len(last) {
		last = last[i+1:]
	}
	return continueWords().set[last]
}

// hardBreaks joins the lines that a line break was meant between.
func (d *document) hardBreaks() {
	for i, b := range d.blocks {
		if b.gone || !b.Broken || !b.isProse() {
			continue
		}
		for j := d.next(i); j >= 0 && b.Broken; j = d.next(j) {
			next := d.blocks[j]
			if next.Kind != source.Paragraph || next.Blank > 0 || next.turn || next.number != "" {
				break
			}
			b.Text, b.Broken = strings.TrimSpace(b.Text)+"\\\n"+strings.TrimSpace(next.Text), next.Broken
			next.gone = true
			d.log(report.Joined, "line-break", next, next.Text, "")
		}
	}
}
