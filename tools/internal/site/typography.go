package site

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typography is set when a page is rendered, by its locale, and asked of no
// volunteer. It changes the kind of a space, the style of a quotation mark or
// apostrophe, and punctuation that stands after a letter of a script that has
// its own; never a digit, a letter, an address or code.

// A style is how a locale sets its marks. What it does not say stays as it is.
type style struct {
	space   map[rune]string     // what stands before a mark; "" takes a space away
	quotes  [2]string           // for a pair of "straight" marks, with the spaces inside
	opening string              // the space behind « ; empty: as it is
	script  *unicode.RangeTable // a letter of which makes the marks below its own
	marks   map[rune]rune
	group   bool // digits are grouped by spaces, and a space stands before %
}

const (
	narrow  = "\u202f" // no-break, a quarter of a line's height
	noBreak = "\u00a0"
)

// styles by locale, from CLDR's and the national guides': the Imprimerie
// nationale's Lexique for France, the Office québécois de la langue française
// for Canada. A locale without one takes its language's.
var styles = map[string]*style{
	"fr": {
		space:  map[rune]string{';': narrow, ':': narrow, '!': narrow, '?': narrow, '»': narrow},
		quotes: [2]string{"«" + narrow, narrow + "»"}, opening: narrow, group: true,
	},
	"fr-ca": {
		space:  map[rune]string{';': "", ':': noBreak, '!': "", '?': "", '»': noBreak},
		quotes: [2]string{"«" + noBreak, noBreak + "»"}, opening: noBreak, group: true,
	},
	"en": {quotes: [2]string{"“", "”"}},
	"es": {quotes: [2]string{"«", "»"}, group: true},
	"pt": {quotes: [2]string{"“", "”"}},
	"ru": {quotes: [2]string{"«", "»"}, group: true},
	"ar": {quotes: [2]string{"«", "»"}, script: unicode.Arabic, marks: map[rune]rune{',': '،', ';': '؛', '?': '؟'}},
	"zh": {
		quotes: [2]string{"“", "”"}, script: unicode.Han,
		marks: map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！'},
	},
}

// styleOf is the style of a locale, or nil.
func styleOf(locale string) *style {
	locale = strings.ToLower(locale)
	if s := styles[locale]; s != nil {
		return s
	}
	lang, _, _ := strings.Cut(locale, "-")
	return styles[lang]
}

// literal is what stands in running text and is no prose: addresses, and
// numbers with marks in them, as 12:30 or 3:2.
var literal = regexp.MustCompile(`(?:https?://|www\.)[^\s<>«»]+|[^\s@<>«»]+@[^\s@<>«»]+|\d+(?:[:;]\d+)+`)

// set writes a piece of running text as the locale sets it.
func set(locale, text string) string {
	s := styleOf(locale)
	if s == nil || text == "" {
		return text
	}
	var b strings.Builder
	last := 0
	text = s.quote(text)
	for _, at := range literal.FindAllStringIndex(text, -1) {
		b.WriteString(s.prose(text[last:at[0]]))
		b.WriteString(text[at[0]:at[1]])
		last = at[1]
	}
	b.WriteString(s.prose(text[last:]))
	return b.String()
}

// quote gives pairs of straight marks the locale's: each opens behind a space
// or a bracket and closes behind anything else, or none is touched.
func (s *style) quote(text string) string {
	if n := strings.Count(text, `"`); n == 0 || n%2 != 0 {
		return text
	}
	var b strings.Builder
	open := false
	before := ' '
	for i, r := range text {
		if r == '"' {
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			begins := unicode.IsSpace(before) || strings.ContainsRune("([—–", before) || wideMark(before)
			switch {
			case !open && (begins || s.script == unicode.Han) && !unicode.IsSpace(next):
				b.WriteString(s.quotes[0])
			case open && !unicode.IsSpace(before) && !unicode.IsDigit(before):
				b.WriteString(s.quotes[1])
			default:
				return text // inches, or a mark that was lost
			}
			open = !open
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

func wideMark(r rune) bool { return strings.ContainsRune("，。；：？！（", r) }

// prose sets the spaces and marks of text that holds nothing else.
func (s *style) prose(text string) string {
	runes := []rune(text)
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		var before, next rune
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case plainSpace(r) && next != 0 && s.spaced(next):
			if before == 0 && s.space[next] == "" {
				b.WriteRune(r) // the word before it is in another piece
			} else {
				b.WriteString(s.space[next])
			}
		case plainSpace(r) && before == '«' && s.opening != "":
			b.WriteString(s.opening)
		case plainSpace(r) && s.group && (next == '%' || groups(runes, i)) && unicode.IsDigit(before):
			b.WriteString(noBreak)
		case s.spaced(r) && s.space[r] != "" && closes(before) && (next == 0 || unicode.IsSpace(next) || r == '»'):
			b.WriteString(s.space[r] + string(r))
		case r == '«' && s.opening != "" && next != 0 && !unicode.IsSpace(next):
			b.WriteString(string(r) + s.opening)
		case r == '\'' && unicode.IsLetter(before) && unicode.IsLetter(next):
			b.WriteRune('’')
		case s.script != nil && s.marks[r] != 0 && (unicode.In(before, s.script) || strings.HasSuffix(s.quotes[1], string(before))):
			b.WriteRune(s.marks[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// spaced reports whether the locale says what stands before a mark.
func (s *style) spaced(r rune) bool {
	_, ok := s.space[r]
	return ok
}

// plainSpace is a space that stands in a line.
func plainSpace(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' }

// closes reports whether a mark that follows needs its space: behind a word, a
// number or what closes one.
func closes(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(")]%»”’…", r)
}

// groups reports whether the space at i parts the thousands of a number: at
// most three digits before it, three and no more behind.
func groups(runes []rune, i int) bool {
	digits := func(from, step int) int {
		n := 0
		for j := from; j >= 0 && j < len(runes) && unicode.IsDigit(runes[j]); j += step {
			n++
		}
		return n
	}
	return digits(i-1, -1) <= 3 && digits(i+1, 1) == 3
}
