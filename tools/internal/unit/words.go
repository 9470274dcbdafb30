package unit

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Edit is a piece of a comparison of two texts.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// An Op says on which side a piece stands.
type Op string

// The operations. A Kept piece stands in both texts and is given as the new
// one has it.
const (
	Kept    Op = "="
	Removed Op = "-"
	Added   Op = "+"
)

// DiffWords says word by word how old became new. What Fold folds is no
// change, and any white space is one space. A script without spaces is
// compared by character. The kept and added pieces together are the new text;
// what is removed stands before what is added in its place.
func DiffWords(old, new string) []Edit {
	a, b := pieces(old), pieces(new)
	pairs := common(folded(a), folded(b))
	var edits []Edit
	add := func(op Op, words []string) {
		text := strings.Join(words, "")
		switch last := len(edits) - 1; {
		case text == "":
		case last >= 0 && edits[last].Op == op:
			edits[last].Text += text
		default:
			edits = append(edits, Edit{op, text})
		}
	}
	i, j := 0, 0
	for k, p := range append(pairs, [2]int{len(a), len(b)}) {
		// A space or a comma between two changes would only tear them apart.
		if k < len(pairs) && glue(pairs, k, a, b) {
			continue
		}
		add(Removed, a[i:p[0]])
		add(Added, b[j:p[1]])
		if p[0] < len(a) {
			add(Kept, b[p[1]:p[1]+1])
		}
		i, j = p[0]+1, p[1]+1
	}
	return edits
}

// glue reports whether the k-th common piece says nothing and stands alone
// between two changes.
func glue(pairs [][2]int, k int, a, b []string) bool {
	if strings.IndexFunc(a[pairs[k][0]], inWord) >= 0 {
		return false
	}
	before, after := [2]int{-1, -1}, [2]int{len(a), len(b)}
	if k > 0 {
		before = pairs[k-1]
	}
	if k+1 < len(pairs) {
		after = pairs[k+1]
	}
	changed := func(from, to [2]int) bool { return to[0]-from[0] > 1 && to[1]-from[1] > 1 }
	return changed(before, pairs[k]) && changed(pairs[k], after)
}

// pieces cuts a text into words, spaces and marks; joined they are the text
// again, but for its white space.
func pieces(s string) []string {
	var list []string
	word := false // the last piece is a word that may go on
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if n := len(list); n == 0 || list[n-1] != " " {
				list = append(list, " ")
			}
			word = false
		case alone(r):
			list = append(list, string(r))
			word = false
		case word && inWord(r):
			list[len(list)-1] += string(r)
		default:
			list = append(list, string(r))
			word = inWord(r)
		}
	}
	return list
}

func folded(list []string) []string {
	keys := make([]string, len(list))
	for i, s := range list {
		keys[i] = s
		if s != " " && (len(s) > 1 || !inWord(rune(s[0]))) {
			keys[i] = Fold(s)
		}
	}
	return keys
}

// inWord reports whether r continues a word: letters, marks, digits and what
// joins them.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == 0x200d || r == 0x200c || r == utf8.RuneError
}

// alone reports whether r is a letter of a script that sets no spaces.
func alone(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar)
}
