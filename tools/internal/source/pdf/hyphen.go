package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cutting knows how a document ends its lines: whether it cuts words there,
// and which words it writes with a hyphen or without.
type cutting struct {
	whole map[string]bool // words that stand within lines
	cuts  bool            // words are cut at line ends
}

// learn reads the words that stand within lines and what its line ends make
// of them.
func (c *cutting) learn(sheets []*sheet) {
	c.whole = map[string]bool{}
	for _, s := range sheets {
		for _, l := range s.lines {
			words := strings.FieldsFunc(l.text, notInWord)
			for i, w := range words {
				if i+1 < len(words) || !strings.HasSuffix(w, "-") {
					c.whole[strings.ToLower(w)] = true
				}
			}
		}
	}
	cut, hyphen := 0, 0
	for _, s := range sheets {
		for i := 1; i < len(s.lines); i++ {
			a, b, ok := ends(s.lines[i-1].text, s.lines[i].text)
			switch {
			case !ok:
			case c.whole[a+b]:
				cut++
			case c.whole[a+"-"+b]:
				hyphen++
			}
		}
	}
	c.cuts = cut > hyphen
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != 0xad
}

// ends are the two pieces of a word that a line's end has cut, without its
// hyphen and in lower case; ok says whether it can be one.
func ends(a, b string) (before, after string, ok bool) {
	a = strings.TrimRight(a, " ")
	r, size := utf8.DecodeLastRuneInString(a)
	if r != '-' && r != 0xad && r != 0x2010 {
		return "", "", false
	}
	a = a[:len(a)-size]
	before = a[strings.LastIndexFunc(a, notInWord)+1:]
	b = strings.TrimLeft(b, " ")
	if i := strings.IndexFunc(b, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }); i >= 0 {
		b = b[:i]
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(b)
	if utf8.RuneCountInString(before) < 2 || !unicode.IsLower(last) || !unicode.IsLower(next) || strings.ContainsFunc(before, unicode.IsDigit) {
		return "", "", false
	}
	return strings.ToLower(before), strings.ToLower(b), true
}

// join makes runs go on where the block ends: with a space, with none where
// the script has none, or with the hyphen dropped from a word that was cut.
func (c *cutting) join(b *Block, runs []Run, above, below *line) []Run {
	if len(b.Runs) == 0 || len(runs) == 0 {
		return runs
	}
	last := &b.Runs[len(b.Runs)-1]
	text := above.text
	final, _ := utf8.DecodeLastRuneInString(text)
	next, _ := utf8.DecodeRuneInString(below.text)
	if before, after, ok := ends(text, below.text); ok {
		soft := final == 0xad
		if soft || c.whole[before+after] && !c.whole[before+"-"+after] || c.cuts && !c.whole[before+"-"+after] && !strings.Contains(before, "-") {
			last.Text = strings.TrimRight(last.Text, " ")
			_, size := utf8.DecodeLastRuneInString(last.Text)
			last.Text = last.Text[:len(last.Text)-size]
			b.Joins = append(b.Joins, before+string(final)+after)
		}
		return runs
	}
	switch {
	case (final == '-' || final == 0x2010) && len(text) > 1 && (unicode.IsLetter(next) || unicode.IsDigit(next)) && !strings.HasSuffix(text, " -"),
		unicode.Is(unicode.Han, final) && isWide(next), isWide(final) && unicode.Is(unicode.Han, next),
		isWide(final) && isWide(next), isWide(beforeMark(text)) && (isWide(next) || isCurly(next)), isCurly(final) && isWide(next),
		(final == '/' || final == 0x2014) && !strings.HasSuffix(text, " /") && unicode.IsLower(next):
		return runs
	}
	return append([]Run{{Text: " ", Bold: last.Bold && runs[0].Bold, Italic: last.Italic && runs[0].Italic}}, runs...)
}
