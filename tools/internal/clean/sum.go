package clean

import (
	"regexp"
	"sort"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A tally counts the occurrences of words: letters and digits alone, as
// UAX #29 parts them. A number beside letters is a word of its own, so that
// setting a raised number apart from its word, or beside it, changes nothing.
type tally map[string]int

func (t tally) total() int {
	n := 0
	for _, c := range t {
		n += c
	}
	return n
}

var (
	noteRef = regexp.MustCompile(`\[\^([^\]\s\[]{1,40})\]`)
	markup  = regexp.MustCompile(`(?i)</?(?:sup|sub|i|b|em|strong|u|s|small|span|font|a|p|div)(?:\s[^<>]*)?/?>`)
	lineTag = regexp.MustCompile(`(?i)<br\s*/?>`)
	raised  = regexp.MustCompile(`(?i)<sup>\s*(\d+)\s*(?:</sup>)?`)
)

// add counts the words of inline Markdown, n times each.
func (t tally) add(markdown string, n int) {
	if markdown == "" {
		return
	}
	text := counted(markdown)
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0xe00 && unicode.IsLetter(r) }) {
		t.addToken(text, n) // where spaces part the words, UAX #29 has nothing to add
		return
	}
	iter := words.FromString(text)
	for iter.Next() {
		t.addToken(iter.Value(), n)
	}
}

// counted is the text whose words count: inline Markdown and the elements that
// may stand in it, without markup.
func counted(markdown string) string {
	if strings.Contains(markdown, "[^") {
		markdown = noteRef.ReplaceAllString(markdown, " $1 ")
	}
	markdown = noteMarks(markdown)
	if strings.Contains(markdown, "<") {
		markdown = raised.ReplaceAllString(lineTag.ReplaceAllString(markdown, " "), " $1 ")
		markdown = markup.ReplaceAllString(markdown, "")
	}
	if hasRaisedSigns(markdown) {
		markdown = unicodeRef.ReplaceAllStringFunc(markdown, func(m string) string { return " " + lowered.Replace(m) + " " })
	}
	return page.Plain(markdown)
}

func (t tally) addToken(token string, n int) {
	if strings.ContainsFunc(token, isEasternDigit) { // the page counts in digits that Markdown knows
		token = strings.Map(westernDigit, token)
	}
	start, class := -1, 0
	for i, r := range token {
		c := classOf(r)
		if c == 3 && class != 0 {
			c = class // a mark belongs to its letter
		}
		if c != class && start >= 0 {
			t[token[start:i]] += n
			start = -1
		}
		if c != 0 && c != 3 && start < 0 {
			start = i
		}
		class = c
	}
	if start >= 0 {
		t[token[start:]] += n
	}
}

// isEasternDigit reports whether a digit is one that Arabic and Persian write.
func isEasternDigit(r rune) bool {
	return r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹'
}

func westernDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	}
	return r
}

func classOf(r rune) int {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return 1
	case r >= '0' && r <= '9':
		return 2
	case r < 0x80:
		return 0
	case unicode.IsLetter(r):
		return 1
	case unicode.IsDigit(r):
		return 2
	case unicode.IsMark(r):
		return 3
	}
	return 0
}

// sourceWords counts what the source says.
func sourceWords(src *source.Document) tally {
	t := tally{}
	for i := range src.Blocks {
		t.block(&src.Blocks[i])
	}
	return t
}

func blockWords(b *source.Block) tally {
	t := tally{}
	t.block(b)
	return t
}

func (t tally) block(b *source.Block) {
	t.add(b.Text, 1)
	t.add(b.Label, 1)
	t.add(page.Escape(b.Marker), 1)
	for _, c := range b.Cells {
		t.add(c, 1)
	}
}

// unitWords counts what a page says.
func unitWords(units []report.Unit) tally {
	t := tally{}
	for i := range units {
		u := &units[i]
		t.add(u.Text, 1)
		t.add(u.Number, 1)
		t.add(page.Escape(u.Speaker), 1)
		t.add(page.Escape(u.Label), 1)
		for _, c := range u.Cells {
			t.add(c, 1)
		}
	}
	return t
}

// account draws up the sum: every word of the source is in the page, in the
// front matter, or removed, and the page has no other but those added. Where
// the sum does not close it gives the words that are wrong, in order.
func account(src tally, units []report.Unit, entries []report.Entry) (w report.Words, wrong []string) {
	pageWords := unitWords(units)
	w.Source, w.Page = src.total(), pageWords.total()
	left := make(tally, len(src))
	for word, n := range src {
		left[word] = n
	}
	for word, n := range pageWords {
		left[word] -= n
	}
	for i := range entries {
		e := &entries[i]
		sign, sum := -1, &w.Removed
		switch e.Action {
		case report.Removed:
		case report.Lifted:
			sum = &w.Lifted
		case report.Added:
			sign, sum = 1, &w.Added
		default:
			continue
		}
		t := tally{}
		t.add(e.Text, 1)
		*sum += t.total()
		for word, n := range t {
			left[word] += sign * n
		}
	}
	for word, n := range left {
		if n != 0 {
			wrong = append(wrong, word)
		}
	}
	sort.Strings(wrong)
	return w, wrong
}
