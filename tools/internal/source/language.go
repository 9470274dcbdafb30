package source

import (
	"unicode"

	"golang.org/x/text/language"
)

// settleLanguage gives the language of the document: the declared one, or that
// which most of the text says it is in; and takes it off the blocks that are in it. What cannot be so is taken off too:
// word processors mark text with the language that was last set.
func settleLanguage(blocks []Block, declared string) string {
	count := map[string]int{}
	best := ""
	for i := range blocks {
		b := &blocks[i]
		n := len(b.Text)
		for _, c := range b.Cells {
			n += len(c)
		}
		if b.Lang != "" && (n < 20 || !possible(b.Lang, b)) {
			b.Lang = ""
		}
		if b.Lang == "" || b.Kind.Beside() {
			continue
		}
		if count[b.Lang] += n; count[b.Lang] > count[best] {
			best = b.Lang
		}
	}
	if declared != "" {
		best = declared
	}
	for i := range blocks {
		if sameLanguage(blocks[i].Lang, best) {
			blocks[i].Lang = ""
		}
	}
	return best
}

// sameLanguage compares tags as a reader hears them: en-GB is en-US.
func sameLanguage(a, b string) bool {
	if a == b {
		return true
	}
	x, _ := language.Make(a).Base()
	y, _ := language.Make(b).Base()
	return x == y
}

// scripts are the letters of each script, by its ISO 15924 code.
var scripts = map[string]*unicode.RangeTable{"Latn": unicode.Latin, "Arab": unicode.Arabic, "Cyrl": unicode.Cyrillic, "Grek": unicode.Greek,
	"Hebr": unicode.Hebrew, "Hans": unicode.Han, "Hant": unicode.Han, "Jpan": unicode.Han, "Deva": unicode.Devanagari, "Thai": unicode.Thai}

// isRightToLeft reports whether a letter is of a script that runs to the left.
func isRightToLeft(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }

// possible reports whether a block can be in a language: at least a third of
// its letters are of the script that the language is written in.
func possible(tag string, b *Block) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := t.Script()
	letters := scripts[script.String()]
	if letters == nil {
		return true
	}
	n, of := 0, 0
	for _, s := range append([]string{b.Text}, b.Cells...) {
		for _, r := range s {
			if unicode.IsLetter(r) {
				n++
				if unicode.Is(letters, r) {
					of++
				}
			}
		}
	}
	return of*3 >= n
}
