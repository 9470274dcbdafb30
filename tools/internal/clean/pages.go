package clean

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// longestRun is how many words a paragraph has at least of which a heading, or
// further numbered paragraphs, are parted: a page that was run together.
const longestRun = 30

// pages parts what an extractor has run together of a page of a report: a
// heading and the text below it, paragraphs that count on, items behind bullets.
func pages(d *document) {
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if !b.isProse() || !hasWords(b.Text, longestRun) || b.Quote {
			continue
		}
		d.partInside(i)
		if i <= 4 && d.onlyLinesAbove(i) && d.partCover(i) || !d.partSection(i) {
			d.partCounted(i)
		}
	}
	for i := 0; i < len(d.blocks); i++ {
		d.partBullets(i)
	}
}

// hasWords reports whether a text has n words at least. Only its beginning is
// counted: a page that was run together may be long, and is looked at again for
// each of its parts.
func hasWords(s string, n int) bool { return countWords(s[:min(len(s), 40*n)]) >= n }

// onlyLinesAbove reports whether nothing but short lines stands above place i.
func (d *document) onlyLinesAbove(i int) bool {
	for _, b := range d.blocks[:i] {
		if hasWords(b.Text, 30) {
			return false
		}
	}
	return true
}

// partCover parts the lines of a cover from the text that runs on behind them: up
// to the name of a section, or to a word that opens a sentence, no mark before
// it, if they say when a meeting was and what kind of text it is. It reports
// whether it has.
func (d *document) partCover(i int) bool {
	b := d.blocks[i]
	words := strings.Fields(b.Text)
	for k := 6; k < min(len(words)-12, 46); k++ {
		previous := words[k-1]
		if endingOf(previous) == full {
			return false
		}
		opens := func(k int) bool {
			return openerWords().set[strings.ToLower(words[k])] && unicode.IsUpper(first(words[k])) && startsLower(words[k+1])
		}
		section := sectionTitles().is(words[k]) && unicode.IsUpper(first(words[k])) && endingOf(words[k]) == open && opens(k+1)
		if !section && !opens(k) || endingOf(previous) != open || continueWords().set[strings.ToLower(previous)] {
			continue
		}
		front := strings.Join(words[:k], " ")
		if !section && (len(datesIn(front)) == 0 || typeIn(front) == "") || startsOpening(front) {
			continue
		}
		rest := &block{Block: b.Block}
		rest.Blank, rest.Block.Text = 1, strings.Join(words[k:], " ")
		d.log(report.Split, "fused-heading", b, rest.Text, "")
		b.Text = front
		if i == 0 || section {
			b.Kind, b.Level, b.guessed = source.Heading, 1, true
		}
		d.insert(i, rest)
		return true
	}
	return false
}

var (
	sectionStart = regexp.MustCompile(`^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\.? )?`)
	countedStart = regexp.MustCompile(`^(\d{1,3})\. \p{Lu}`)
)

// partSection parts the heading of a section from the text that runs on behind
// it: its number and a name in capitals, or the name of a section such as
// reports have, before a number or a word that opens a sentence.
func (d *document) partSection(i int) bool {
	b := d.blocks[i]
	text := strings.TrimSpace(b.Marker + " " + b.Text)
	if b.Kind == source.Item && !strings.ContainsFunc(b.Marker, letter) {
		return false
	}
	counter := sectionStart.FindString(text)
	n := nameInCapitals(text[len(counter):])
	if n > 0 && counter == "" && !sectionTitles().is(text[:n]) && (d.transcript || grammar(text[:n]) == 0 || countWords(text[:n]) < 3) {
		n = 0 // acronyms, or a speaker
	}
	if n == 0 {
		n = sectionName(text[len(counter):])
	}
	if n == 0 {
		return false
	}
	title, rest := strings.TrimSpace(text[:len(counter)+n]), strings.TrimSpace(text[len(counter)+n:])
	if !hasWords(rest, 12) || !unicode.IsUpper(first(rest)) && !countedStart.MatchString(rest) {
		return false
	}
	more := &block{Block: b.Block}
	more.Kind, more.Level, more.Marker, more.Blank, more.Block.Text = source.Paragraph, 0, "", 1, rest
	if m := countedStart.FindStringSubmatch(rest); m != nil {
		more.Kind, more.Level, more.Marker, more.Block.Text = source.Item, 1, m[1]+".", strings.TrimSpace(rest[len(m[1])+1:])
	}
	d.log(report.Split, "fused-heading", b, rest, "")
	b.Kind, b.Level, b.Marker, b.guessed, b.Text = source.Heading, 0, "", true, title
	d.insert(i, more)
	return true
}

// partInside parts a paragraph in the middle of which a section begins: behind a
// sentence stands a name in capitals of several words, with a number before it
// or with words in it such as only sentences and titles have.
func (d *document) partInside(i int) {
	b := d.blocks[i]
	if b.Kind != source.Paragraph || d.transcript {
		return
	}
	for at := range b.Text {
		if at < 20 || b.Text[at-1] != ' ' || endingOf(b.Text[:at]) != full {
			continue
		}
		rest := b.Text[at:]
		counter := sectionStart.FindString(rest)
		n := nameInCapitals(rest[len(counter):])
		if n == 0 {
			continue
		}
		name, text := rest[len(counter):len(counter)+n], strings.TrimSpace(rest[len(counter)+n:])
		named := countWords(name) >= 3 && grammar(name) > 0 || counter != "" && countWords(name) >= 2
		if !named || !hasWords(text, 12) || !unicode.IsUpper(first(text)) {
			continue
		}
		title, more := &block{Block: b.Block, guessed: true}, &block{Block: b.Block}
		title.Kind, title.Blank, title.Block.Text = source.Heading, 1, strings.TrimSpace(counter+name)
		more.Blank, more.Block.Text = 1, text
		d.log(report.Split, "fused-heading", b, title.Text, "")
		b.Text = strings.TrimSpace(b.Text[:at])
		d.insert(i, title, more)
		return
	}
}

// nameInCapitals is the length of the words in capitals that a text begins with
// and that another word follows, or 0. A single letter at their end belongs to
// what follows.
func nameInCapitals(s string) int {
	end, words, letters := 0, 0, 0
	at := 0
	for words <= 14 && at < len(s) {
		word, _, _ := strings.Cut(s[at:min(len(s), at+60)], " ")
		if strings.ContainsFunc(word, isNoCapital) || !strings.ContainsFunc(word, unicode.IsUpper) || endingOf(word) == full {
			break
		}
		at = min(len(s), at+len(word)+1)
		words++
		if n := countLetters(word); n > 1 {
			end, letters = at, letters+n
		}
	}
	if letters < 5 || words > 14 || end >= len(s) {
		return 0
	}
	return end
}

// isNoCapital reports whether a letter is small, or of a script without capitals.
func isNoCapital(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) }

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// sectionName is the length of the name of a section that a text begins with,
// where a numbered paragraph or a sentence begins behind it, or 0.
func sectionName(s string) int {
	if !unicode.IsUpper(first(s)) {
		return 0
	}
	low := foldMarks.Replace(strings.ToLower(s))
	if len(low) != len(s) && !strings.ContainsAny(s, "’") {
		return 0
	}
	w, ok := sectionTitles().leads(s)
	if !ok {
		return 0
	}
	n := 0
	for range strings.Fields(w) { // as many words, whatever marks they have
		n += strings.IndexByte(s[n:]+" ", ' ') + 1
	}
	if n >= len(s) {
		return 0
	}
	rest := s[n:]
	word, after, _ := strings.Cut(rest, " ")
	if countedStart.MatchString(rest) || unicode.IsUpper(first(word)) && openerWords().set[strings.ToLower(word)] && startsLower(after) {
		return n
	}
	return 0
}

// partCounted parts numbered paragraphs that run on one behind the other: the
// first begins the block, each of the others stands behind a sentence and has
// the next number.
func (d *document) partCounted(i int) {
	b := d.blocks[i]
	n, counts := b.Number()
	if !counts || b.Kind != source.Item {
		return
	}
	next := b.Text
	var starts []int
	at := 0
	for {
		mark := " " + strconv.Itoa(n+1+len(starts)) + ". "
		k := strings.Index(next[at:], mark)
		if k < 0 {
			break
		}
		k += at
		if endingOf(next[:k]) == full && unicode.IsUpper(first(next[k+len(mark):])) && countWords(next[at:k]) >= 8 {
			starts = append(starts, k)
		}
		at = k + len(mark)
	}
	for k := len(starts) - 1; k >= 0; k-- {
		from := starts[k]
		number := strconv.Itoa(n + 1 + k)
		rest := strings.TrimSpace(b.Text[from+len(number)+3:])
		more := &block{Block: b.Block}
		more.Marker, more.Blank, more.Block.Text = number+".", 1, rest
		d.log(report.Split, "fused-items", b, rest, "")
		b.Text = strings.TrimSpace(b.Text[:from])
		d.insert(i, more)
	}
}

// partBullets makes items of what stands behind the bullets in a paragraph, two
// at least, that a colon leads to.
func (d *document) partBullets(i int) {
	b := d.blocks[i]
	if b.Kind != source.Paragraph || b.Quote || !strings.ContainsAny(b.Text, itemSigns) {
		return
	}
	at := signInside.FindAllStringIndex(b.Text, -1)
	if len(at) < 2 || endingOf(newPlain(b.Text[:at[0][0]])) != colon {
		return
	}
	text := b.Text
	for k := len(at) - 1; k >= 0; k-- {
		end := len(text)
		if k+1 < len(at) {
			end = at[k+1][0]
		}
		more := &block{Block: b.Block}
		more.Kind, more.Level, more.Marker, more.Blank, more.Block.Text = source.Item, 1, "-", 0, strings.TrimSpace(text[at[k][1]:end])
		d.log(report.Removed, "bullet", b, strings.TrimSpace(text[at[k][0]:at[k][1]]), "")
		d.log(report.Split, "fused-items", b, more.Block.Text, "")
		d.insert(i, more)
	}
	b.Text = strings.TrimSpace(text[:at[0][0]])
}
