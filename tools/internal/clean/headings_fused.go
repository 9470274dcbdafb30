package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// partStart parts a heading from the paragraph that was run into it: after a
// marked heading or the end of a list, words without a mark, and then a word
// with a capital that opens sentences.
func (d *document) partStart(i int) bool {
	b := d.blocks[i]
	if i == 0 || b.words() < 12 || endingOf(b.plain()) == open {
		return false
	}
	above := d.blocks[i-1].Kind
	if above != source.Heading && above != source.Item {
		return false
	}
	at := d.sentenceInside(b.Text, 3, 22)
	if at < 0 {
		return false
	}
	title, rest := strings.TrimSpace(b.Text[:at]), b.Text[at:]
	if startsOpening(title) || countWords(rest) < 8 {
		return false
	}
	next := d.next(i)
	if next < 0 || above == source.Item && d.blocks[next].Kind != source.Item {
		return false
	}
	more := *b
	more.Block.Text, more.memo = rest, ""
	d.log(report.Split, "fused-heading", b, rest, "")
	b.Kind, b.Level, b.guessed, b.Text = source.Heading, 0, true, unbold(title)
	d.insert(i, &more)
	return true
}

// partRun parts a paragraph from the marked heading that it was run into, where
// the name of the heading alone is bold.
func (d *document) partRun(i int) {
	b := d.blocks[i]
	m := boldTitle.FindStringSubmatch(b.Text)
	if m == nil || endingOf(m[1]) != open || startsLower(newPlain(m[2])) || endingOf(newPlain(m[2])) != full || countWords(m[2]) < 4 {
		return
	}
	rest := *b
	rest.Kind, rest.Level, rest.Blank, rest.Block.Text, rest.memo = source.Paragraph, 0, 1, m[2], ""
	d.log(report.Split, "fused-heading", b, rest.Text, "")
	b.Text = m[1]
	d.insert(i, &rest)
}

// sentenceInside is where a sentence begins that no mark parts from the words
// before it, or -1: at a word that opens sentences, or a number in words with
// its figure in brackets. From and to bound the words before it.
func (d *document) sentenceInside(s string, from, to int) int {
	words := 0
	previous := ""
	for at := 0; at < len(s); {
		end := at + strings.IndexByte(s[at:], ' ')
		if end < at {
			end = len(s)
		}
		word := strings.Trim(s[at:end], "*")
		if words >= from && words <= to && endsWords(previous) && d.beginsAnew(s[:at], word, strings.TrimSpace(s[end:])) {
			return at
		}
		if words > to {
			return -1
		}
		words += countWords(word)
		previous = word
		at = end + 1
	}
	return -1
}

// endsWords reports whether a word may be the last before a sentence: no mark
// ends it, none follows after it, and it is no short name such as initials.
func endsWords(word string) bool {
	return unmarked(word) && !continueWords().set[strings.ToLower(word)] && (!unicode.IsUpper(first(word)) || len(word) >= 3)
}

// beginsAnew reports whether a word with a capital, behind a title, opens a
// sentence that goes on in lower case, or with a name that it opens sentences
// with elsewhere (“The Secretariat”), or is a number that its figure follows.
func (d *document) beginsAnew(title, word, after string) bool {
	if !unicode.IsUpper(first(word)) || !openerWords().set[strings.ToLower(word)] {
		return unicode.IsUpper(first(word)) && figure.MatchString(after)
	}
	return startsLower(after) || d.opensSentences(word+" "+after) || opensWithName(title, word, after)
}

// opensSentences reports whether sentences of the document begin with the first
// two words of a text.
func (d *document) opensSentences(text string) bool {
	if d.openings == nil {
		d.openings = map[string]bool{}
		for _, b := range d.blocks {
			if !b.isProse() {
				continue
			}
			for _, at := range sentencesOf(b.Text) {
				d.openings[twoWords(b.Text[at:])] = true
			}
		}
	}
	return d.openings[twoWords(text)]
}

// twoWords are the first two words of a text.
func twoWords(s string) string {
	end := strings.IndexByte(s, ' ') + 1
	if more := strings.IndexByte(s[end:], ' '); more > 0 {
		return s[:end+more]
	}
	return s
}

// opensWithName reports whether an article opens a sentence whose subject is a
// name, “The Secretariat has”, behind a title that is not written in capitals: no
// title has an article with a capital then.
func opensWithName(title, word, after string) bool {
	name, rest, _ := strings.Cut(after, " ")
	if !unmarked(name) || !startsLower(rest) {
		return false
	}
	small := 0
	for _, w := range strings.Fields(title) {
		if startsLower(w) && len(w) > 3 && !continueWords().set[w] {
			small++
		}
	}
	return small > 0
}

// figure is that of a number in words, in brackets.
var figure = regexp.MustCompile(`^\(\d{1,4}\)`)

// unmarked reports whether a word ends without any mark.
func unmarked(word string) bool {
	r := []rune(word)
	return len(r) > 0 && letter(r[len(r)-1])
}

// startsOpening reports whether a text begins with a word that opens sentences.
func startsOpening(s string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(foldMarks.Replace(strings.ToLower(s)), " «\"“"), " ")
	if w, _, ok := strings.Cut(word, "'"); ok {
		return openerWords().set[w] || continueWords().set[w+"'"]
	}
	return openerWords().set[word]
}

// partEnd parts a heading, and the paragraph below it, from the item at place
// i that they were run into. The item has at least one whole sentence before
// them; its neighbours end in full stops.
func (d *document) partEnd(i int) {
	b := d.blocks[i]
	sentences := sentencesOf(b.Text)
	if len(sentences) < 2 {
		return
	}
	if d.partBold(i, sentences[1:]) {
		return
	}
	next := d.next(i)
	if next < 0 || !d.listIsPointed(i) {
		return
	}
	last := sentences[len(sentences)-1]
	if tail := b.Text[last:]; endingOf(newPlain(tail)) == open {
		below := d.blocks[next]
		followed := below.Kind == source.Item && below.Level <= b.Level || below.Kind == source.Paragraph
		n := countWords(newPlain(tail))
		if followed && n >= 2 && n <= 14 && (unicode.IsUpper(first(tail)) || caseless(tail) || shapeOfHeading(tail) == dated || shapeOfHeading(tail) == arabic) && !startsOpening(tail) {
			d.partTitle(i, last, "")
		}
		return
	}
	for k := 1; k < len(sentences); k++ {
		from := sentences[k]
		to := len(b.Text)
		if k+1 < len(sentences) {
			to = sentences[k+1]
		}
		at := d.sentenceInside(b.Text[from:to], 3, 18)
		if at < 0 || startsOpening(b.Text[from:]) || countWords(b.Text[from+at:]) < 6 {
			continue
		}
		d.partTitle(i, from, b.Text[from+at:])
		return
	}
}

// boldTitle is a bold name at the start of a piece, and what follows it.
var boldTitle = regexp.MustCompile(`^\*\*([^*]+)\*\*(?:\s+(\*?[^\s*].*))?$`)

// partBold parts a heading that is bold where a sentence could begin: it has no
// mark at its end, and what follows begins anew. It reports whether there was
// one.
func (d *document) partBold(i int, sentences []int) bool {
	b := d.blocks[i]
	for _, from := range sentences {
		m := boldTitle.FindStringSubmatch(b.Text[from:])
		if m == nil || countWords(m[1]) < 2 || countWords(m[1]) > 14 || endingOf(m[1]) != open || startsLower(m[1]) {
			continue
		}
		if m[2] == "" || !startsLower(newPlain(m[2])) && endingOf(newPlain(m[2])) == full && countWords(m[2]) >= 4 {
			d.partTitle(i, from, m[2])
			return true
		}
	}
	return false
}

// partTitle makes a heading of the item's text from a place on, up to rest,
// which becomes a paragraph.
func (d *document) partTitle(i, from int, rest string) {
	b := d.blocks[i]
	title := &block{Block: b.Block, guessed: true}
	title.Kind, title.Level, title.Marker, title.Blank = source.Heading, 0, "", 1
	title.Block.Text = unbold(strings.TrimSpace(strings.TrimSuffix(b.Text[from:], rest)))
	d.log(report.Split, "fused-heading", b, title.Text, "")
	more := []*block{title}
	if rest != "" {
		p := &block{Block: b.Block}
		p.Kind, p.Level, p.Marker, p.Blank, p.Block.Text = source.Paragraph, 0, "", 1, rest
		more = append(more, p)
	}
	b.Text = strings.TrimSpace(b.Text[:from])
	d.insert(i, more...)
}

// sentencesOf are the places where sentences begin.
func sentencesOf(s string) []int {
	starts := []int{0}
	for at := 0; at+1 < len(s); at++ {
		if strings.HasPrefix(s[at:], "。") && caseless(s[at+len("。"):]) {
			starts = append(starts, at+len("。"))
		}
		if s[at] != ' ' || at == 0 {
			continue
		}
		before := strings.TrimRight(s[:at], " »”\")\u00a0")
		word := before[strings.LastIndexAny(before, " \u00a0'’")+1:]
		initial := len([]rune(word)) == 2 && unicode.IsUpper(first(word))
		counts := listMark.MatchString(s[starts[len(starts)-1]:]) && len(before) <= starts[len(starts)-1]+3 // the number of a title
		if endingOf(word) != full || initial || counts || abbreviations().set[strings.ToLower(word)] {
			continue
		}
		if r := first(s[at+1:]); unicode.IsUpper(r) || caseless(s[at+1:]) || unicode.IsDigit(r) {
			starts = append(starts, at+1)
		}
	}
	return starts
}

// listIsPointed reports whether the other items of the list around place i end
// in marks; those within them may be names.
func (d *document) listIsPointed(i int) bool {
	pointed, all := 0, 0
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(d.blocks) && d.blocks[j].Kind == source.Item && all < 24; j += step {
			if d.blocks[j].Level > d.blocks[i].Level {
				continue
			}
			all++
			if endingOf(d.blocks[j].plain()) != open {
				pointed++
			}
		}
	}
	return all > 0 && pointed*10 >= all*6
}
