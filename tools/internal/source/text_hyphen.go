package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cutting knows which words a text writes whole, which with a hyphen, and
// what stands before its hyphens.
type cutting struct {
	whole  map[string]bool
	before map[string]bool // first parts of words with a hyphen
}

// mendCuts puts a word that the end of a line has cut on the line where it
// begins, without the hyphen if the text itself says so: it writes the word
// whole, or has neither it nor its parts anywhere else. Any other keeps its
// hyphen, as multi-stakeholder does.
func mendCuts(blocks []Block) []Block {
	any := false
	for i := 1; i < len(blocks) && !any; i++ {
		_, _, any = cutWord(&blocks[i-1], &blocks[i])
	}
	if !any {
		return blocks
	}
	c := learnWords(blocks)
	out := blocks[:1]
	for i := 1; i < len(blocks); i++ {
		above, b := &out[len(out)-1], blocks[i]
		before, after, ok := cutWord(above, &b)
		if !ok {
			out = append(out, b)
			continue
		}
		word, rest, _ := strings.Cut(b.Text, " ")
		if c.isCut(before, after) {
			_, size := utf8.DecodeLastRuneInString(above.Text)
			above.Joins = append(above.Joins, before+"-"+after)
			above.Text = above.Text[:len(above.Text)-size]
		}
		above.Text += word
		if b.Text = strings.TrimSpace(rest); b.Text != "" {
			out = append(out, b)
		}
	}
	return out
}

// cutWord are the two parts, in lower case, of a word that may be cut between
// one line and the next.
func cutWord(a, b *Block) (before, after string, ok bool) {
	if a.Kind != Paragraph && a.Kind != Item || b.Kind != Paragraph || b.Blank > 0 || a.Broken {
		return "", "", false
	}
	r, size := utf8.DecodeLastRuneInString(a.Text)
	if r != '-' && r != 0x2010 {
		return "", "", false
	}
	text := a.Text[:len(a.Text)-size]
	before = text[strings.LastIndexFunc(text, notOfWord)+1:]
	after = b.Text
	if i := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }); i >= 0 {
		after = after[:i]
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if utf8.RuneCountInString(before) < 2 || !unicode.IsLower(last) || !unicode.IsLower(next) {
		return "", "", false
	}
	return strings.ToLower(before), strings.ToLower(after), true
}

// learnWords reads the words that stand within lines.
func learnWords(blocks []Block) *cutting {
	c := &cutting{whole: map[string]bool{}, before: map[string]bool{}}
	above := ""
	for i := range blocks {
		text := strings.ReplaceAll(strings.ToLower(blocks[i].Text), "\u2010", "-")
		words := strings.FieldsFunc(text, notOfWord)
		cut := strings.HasSuffix(above, "-")
		above = text
		for k, w := range words {
			if k == 0 && cut || k+1 == len(words) && strings.HasSuffix(w, "-") {
				continue
			}
			c.whole[w] = true
			if first, _, ok := strings.Cut(w, "-"); ok {
				c.before[first] = true
			}
		}
	}
	return c
}

// isCut reports whether the hyphen between two parts is that of the line's end.
func (c *cutting) isCut(before, after string) bool {
	switch {
	case c.whole[before+after]:
		return true
	case c.whole[before+"-"+after], c.before[before], strings.Contains(before, "-"):
		return false
	}
	return !c.whole[before] || !c.whole[after]
}

func notOfWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-'
}
