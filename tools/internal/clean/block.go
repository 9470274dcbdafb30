package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/source"
)

// plain is the block's text without markup.
func (b *block) plain() string {
	b.read()
	return b.text
}

// words is how many words the block's text has; every character of a script
// without spaces is half a word.
func (b *block) words() int {
	b.read()
	return b.count
}

func (b *block) read() {
	if b.memo == b.Text && (b.text != "" || b.Text == "") {
		return
	}
	b.memo, b.text = b.Text, strings.TrimSpace(page.Plain(b.Text))
	b.count = countWords(b.text)
}

func countWords(s string) int {
	n, wide := 0, 0
	inside := false
	for _, r := range s {
		switch {
		case r < 0x80:
			word := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
			if word && !inside {
				n++
			}
			inside = word || inside && r != ' ' && (r < '\t' || r > '\r')
		case r >= 0xe00 && (unicode.Is(unicode.Han, r) || unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Thai)):
			wide++
			inside = false
		case unicode.IsSpace(r):
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n++
			inside = true
		}
	}
	return n + (wide+1)/2
}

// folded is s as the vocabulary is written: lower case, straight apostrophes,
// single spaces, none of the signs with which an Arabic text may print a word or
// not: tatweel, which stretches it, and vowels.
// It reads the text once, for nearly every pass asks for it: it is what
// foldMarks makes of the text in lower case, with its spaces joined.
func folded(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	apart := false // a space stands before the next letter
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '*', r == 'ـ', r >= 0x64b && r <= 0x652:
			continue
		case r == ' ', r == '_', r < 0x80 && r >= '\t' && r <= '\r', r >= 0x80 && unicode.IsSpace(r):
			apart = b.Len() > 0
			continue
		case r == '’', r == 'ʼ':
			r = '\''
		case r == '‑':
			r = '-'
		case r >= 0x80:
			r = unicode.ToLower(r)
		}
		if apart {
			b.WriteByte(' ')
			apart = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

var foldMarks = strings.NewReplacer("’", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ", "‑", "-", "*", "", "_", " ", "ـ", "",
	"\u064b", "", "\u064c", "", "\u064d", "", "\u064e", "", "\u064f", "", "\u0650", "", "\u0651", "", "\u0652", "")

// isProse reports whether the block can be part of running text.
func (b *block) isProse() bool { return b.Kind == source.Paragraph || b.Kind == source.Item }

// An ending is how a text ends.
type ending int

const (
	open      ending = iota // no mark: a heading, an item, or a cut sentence
	full                    // . ! ? … and their like in other scripts
	colon                   // what follows belongs to it
	semicolon               // an item among items
	comma
)

// endingOf is the ending of a plain text; quotes and brackets that close after
// the mark are looked through.
func endingOf(s string) ending {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("»”\"’'」』)]）】*_", r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '．':
		return full
	case ':', '：':
		return colon
	case ';', '；', '؛':
		return semicolon
	case ',', '，', '、', '،':
		return comma
	}
	return open
}

// first is the first letter or digit of a plain text, past opening quotes and
// brackets.
func first(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		if !unicode.IsPunct(r) && !unicode.IsSymbol(r) && !unicode.IsSpace(r) {
			return 0
		}
	}
	return 0
}

func startsLower(s string) bool { return unicode.IsLower(first(s)) }

// caseless reports whether the text is in a script without capitals.
func caseless(s string) bool {
	r := first(s)
	return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r) && !unicode.IsTitle(r)
}

// isWide reports whether a character is of a script that writes no spaces.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || (r >= 0x3000 && r <= 0x303f) || (r >= 0xff00 && r <= 0xff60)
}

// glue joins two pieces of one text.
func glue(a, b string) string {
	a, b = strings.TrimRight(a, " "), strings.TrimLeft(b, " ")
	last, _ := utf8.DecodeLastRuneInString(a)
	next, _ := utf8.DecodeRuneInString(b)
	if a == "" || b == "" || unicode.Is(unicode.Han, last) && (isWide(next) || isQuoteMark(next)) ||
		(isWide(last) || isQuoteMark(last) || followsHan(a)) && unicode.Is(unicode.Han, next) {
		return a + b
	}
	return a + " " + b
}

// isQuoteMark reports whether a character is a curly quotation mark, which
// Chinese shares with scripts that write spaces.
func isQuoteMark(r rune) bool { return r >= '‘' && r <= '”' }

// followsHan reports whether a text ends in a mark of a narrow type right after
// a Chinese character, as some Chinese texts print theirs.
func followsHan(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return strings.ContainsRune(",;:)", last) && unicode.Is(unicode.Han, before)
}

// bold gives the text of a block that is bold from end to end, without the
// stars.
func bold(s string) (string, bool) {
	for _, mark := range []string{"**", "__"} {
		if inner, ok := wrapped(s, mark); ok {
			return inner, true
		}
	}
	return s, false
}

// italic is bold for emphasis.
func italic(s string) (string, bool) {
	for _, mark := range []string{"*", "_"} {
		if inner, ok := wrapped(s, mark); ok && !strings.HasPrefix(inner, mark) {
			return inner, true
		}
	}
	return s, false
}

// wrapped is a text without the mark of emphasis that it stands in from end to
// end.
func wrapped(s, mark string) (string, bool) {
	s = strings.TrimSpace(s)
	if len(s) <= 2*len(mark) || !strings.HasPrefix(s, mark) || !strings.HasSuffix(s, mark) || strings.HasSuffix(s, `\`+mark) {
		return s, false
	}
	inner := s[len(mark) : len(s)-len(mark)]
	within := strings.ReplaceAll(inner, `\*`, "")
	if len(mark) == 1 {
		within = withoutBold.Replace(inner)
	}
	if strings.Contains(within, mark) {
		return s, false // the emphasis ends and begins again
	}
	return strings.TrimSpace(inner), true
}

// withoutBold leaves of the stars in a text those of emphasis.
var withoutBold = strings.NewReplacer(`\*`, "", "**", "")

// bare is a text without the emphasis that it stands in from end to end.
func bare(s string) string {
	for {
		inner, isBold := bold(s)
		inner, isItalic := italic(inner)
		if !isBold && !isItalic {
			return strings.TrimSpace(s)
		}
		s = inner
	}
}
