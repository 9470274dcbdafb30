package clean

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// What counts a paragraph or a section, and its text right after it: the tab
// between them was lost when a file became a web page.
var (
	fusedNumber  = regexp.MustCompile(`^(\d{1,3})\\?([.．])(\p{L}.*|\d{4}年.*|[«“"《（(].*)$`)
	fusedLetter  = regexp.MustCompile(`^(\\?\(?(\p{Ll})\))([\p{L}\d«“"《].*)$`)
	fusedSection = regexp.MustCompile(`^([IVX]{1,5}|[A-ZА-Я])\.(\p{L}.+)$`)
)

// fused sets numbers and letters apart from the text that they count. Each must
// count on from another, or another from it: a full stop between two letters
// alone says nothing.
func fused(d *document) {
	numbers := d.fusedNumbers()
	d.fusedSections(numbers)
	d.fusedLetters()
	d.fusedTitles()
}

// A counted block is one that a number or a letter opens.
type countedBlock struct {
	b    *block
	n    int
	rest []string // of the pattern; empty where space stands between already
}

// inSequence are those of a list that count on from the one before or to the
// one after, and lack the space.
func inSequence(all []countedBlock) []countedBlock {
	var found []countedBlock
	for k, c := range all {
		follows := k > 0 && all[k-1].n+1 == c.n
		leads := k+1 < len(all) && all[k+1].n == c.n+1
		if len(c.rest) > 0 && (follows || leads) {
			found = append(found, c)
		}
	}
	return found
}

// fusedNumbers makes items of paragraphs that a number opens. It reports
// whether there were any.
func (d *document) fusedNumbers() bool {
	var all []countedBlock
	for _, b := range d.blocks {
		if n, ok := b.Number(); ok && b.Kind == source.Item {
			all = append(all, countedBlock{b: b, n: n})
		} else if m := fusedNumber.FindStringSubmatch(b.Text); m != nil && b.Kind == source.Paragraph && !b.literal {
			n, _ := strconv.Atoi(m[1])
			all = append(all, countedBlock{b, n, m})
		}
	}
	found := inSequence(all)
	for _, c := range found {
		c.b.Kind, c.b.Level, c.b.Marker, c.b.Text = source.Item, 1, c.rest[1]+c.rest[2], c.rest[3]
	}
	return len(found) > 0
}

// fusedLetters sets a) and its like apart from their text.
func (d *document) fusedLetters() {
	var all []countedBlock
	for _, b := range d.blocks {
		if m := fusedLetter.FindStringSubmatch(b.Text); m != nil && b.isProse() && !b.literal {
			r, _ := utf8.DecodeRuneInString(m[2])
			all = append(all, countedBlock{b, int(r), m})
		}
	}
	for _, c := range inSequence(all) {
		c.b.Text = c.rest[1] + " " + c.rest[3]
	}
}

// fusedSections sets the numbers and letters of sections apart from their
// names. In a text whose paragraphs were fused with their numbers one section
// alone was so too.
func (d *document) fusedSections(numbers bool) {
	var romans, letters []countedBlock
	for _, b := range d.blocks {
		text := b.plain()
		if b.Kind != source.Paragraph && b.Kind != source.Heading || b.literal || b.words() > 25 || endingOf(text) != open {
			continue
		}
		m := fusedSection.FindStringSubmatch(b.Text)
		mark, _, _ := strings.Cut(text, ".")
		if m == nil && !isNumbered(text) {
			continue
		}
		if n := romanValue(mark); n > 0 {
			romans = append(romans, countedBlock{b, n, m})
		}
		if r, size := utf8.DecodeRuneInString(mark); size == len(mark) && unicode.IsUpper(r) {
			letters = append(letters, countedBlock{b, int(r), m})
		}
	}
	for _, list := range [][]countedBlock{romans, letters} {
		keep := inSequence(list)
		for _, c := range list {
			if len(c.rest) > 0 && (numbers || sectionTitles().is(c.rest[2])) {
				keep = append(keep, c)
			}
		}
		for _, c := range keep {
			c.b.Text = c.rest[1] + ". " + c.rest[2]
		}
	}
}

// romanValue is the value of a roman number up to thirty-nine, or 0.
func romanValue(s string) int {
	n, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := strings.IndexByte("I   V    X", s[i]) + 1
		switch {
		case v == 0 || s[i] == ' ':
			return 0
		case v < last:
			n -= v
		default:
			n, last = n+v, v
		}
	}
	return n
}

// fusedTitles parts the title of a section from the paragraph that it was run
// into: the name that sections have, and right behind it a word that opens a
// sentence, with a capital.
func (d *document) fusedTitles() {
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Paragraph || b.literal || b.words() < 15 || !unicode.IsUpper(first(b.Text)) {
			continue
		}
		w, ok := sectionTitles().leads(b.Text)
		if !ok || !strings.HasPrefix(folded(b.Text), w+" ") || len(b.Text) < len(w)+1 || len(w) != len(strings.ToLower(b.Text[:len(w)])) {
			continue
		}
		rest := strings.TrimSpace(b.Text[len(w):])
		word, after, _ := strings.Cut(rest, " ")
		if !unicode.IsUpper(first(word)) || !openerWords().set[strings.ToLower(word)] || !startsLower(after) {
			continue
		}
		more := *b
		more.Block.Text, more.Block.Blank, more.memo = rest, 1, ""
		d.log(report.Split, "fused-heading", b, rest, "")
		b.Text, b.Kind, b.guessed = strings.TrimSpace(b.Text[:len(w)]), source.Heading, true
		d.insert(i, &more)
	}
}
