package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// The length and shares that tell a unit in a foreign language from one that
// names foreign things.
const (
	foreignWords = 8    // fewer words say nothing sure
	foreignShare = 0.22 // of function words of the other language, at least
	foreignTimes = 3    // as many as of the own language, which share some
	scriptShare  = 0.25 // of letters in the language's script, at least

	foreignLetters = 16   // that are not Latin, where words are not parted by spaces
	strangeWords   = 12   // and more are in a language that we do not know,
	strangeShare   = 0.12 // if no more of them are function words of the own
)

var latin = []*unicode.RangeTable{unicode.Latin}

// otherLetters counts the letters of s that are not Latin.
func otherLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			n++
		}
	}
	return n
}

// scriptLanguage is the language that most texts in the script of s are in, or
// und.
func scriptLanguage(s string) string {
	for _, tag := range []string{"ja", "ko", "zh", "ar", "ru", "el", "he", "th", "hi"} {
		if tag == "ja" && share(s, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}) < scriptShare {
			continue
		}
		if share(s, scriptsOf(tag)) > 1-scriptShare {
			return tag
		}
	}
	return "und"
}

// functionKinds counts the function words of a language that a text has, each
// once.
func functionKinds(list []string, w *words) int {
	kinds := make(map[string]bool)
	for _, word := range list {
		if w.function[word] {
			kinds[word] = true
		}
	}
	return len(kinds)
}

// isSentence reports whether s is no list of names: it ends as sentences do, and
// half of its words at least begin with a small letter.
func isSentence(s string) bool {
	if s = strings.TrimRight(s, " \"'”’»)"); !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") {
		return false
	}
	small, all := 0, 0
	for _, word := range strings.Fields(s) {
		for _, r := range word {
			if unicode.IsLetter(r) {
				if all++; unicode.IsLower(r) {
					small++
				}
				break
			}
		}
	}
	return 2*small >= all
}

// foreignUnits (C05) finds units in another language or script. Quotations may
// be in any language.
func foreignUnits(c *Context) {
	if slices.IndexFunc(c.foreign, func(lang string) bool { return lang != "" }) < 0 || otherText(c) != "" {
		return // if all of it is, C47 says so
	}
	for i, lang := range c.foreign {
		if lang != "" && !c.left[i] {
			c.say(&c.units[i], "Text", c.plain[i], "Lang", c.own.Lang, "Seen", lang)
		}
	}
}

// foreignIn says of every unit which other language it is in; und if that is
// not known.
func foreignIn(c *Context) []string {
	foreign := make([]string, len(c.units))
	scripts := scriptsOf(c.own.Lang)
	ours := c.words
	if !ours.known && scripts == nil {
		if w := learned(c.plain); w != nil {
			ours = w
		}
	}
	for i := range c.units {
		u := &c.units[i]
		if c.left[i] || u.Quote || u.Kind == report.Row || u.Kind == report.Footnote {
			continue
		}
		list := wordsIn(strings.ToLower(c.plain[i]))
		switch {
		case scripts == nil && share(c.plain[i], latin) < scriptShare && otherLetters(c.plain[i]) >= foreignLetters:
			if foreign[i] = otherLanguage(list, c.own.Lang, 0); foreign[i] == "" {
				foreign[i] = scriptLanguage(c.plain[i])
			}
		case scripts != nil && unit.Wide(c.plain[i]) && share(c.plain[i], scripts) < scriptShare && otherLetters(c.plain[i]) >= foreignLetters:
			foreign[i] = scriptLanguage(c.plain[i])
		case len(list) < foreignWords:
		case scripts != nil:
			if share(c.plain[i], scripts) < scriptShare {
				if foreign[i] = otherLanguage(list, c.own.Lang, 0); foreign[i] == "" {
					foreign[i] = "und"
				}
			}
		case ours.known:
			own := functionShare(list, ours)
			foreign[i] = otherLanguage(list, c.own.Lang, own)
			if foreign[i] == "" && own <= strangeShare && len(list) >= strangeWords && isSentence(c.plain[i]) && functionKinds(list, ours) < 2 {
				foreign[i] = "und"
			}
		}
	}
	return foreign
}

// otherLanguage is the language whose function words a text has, if it is not
// its own, of whose it has the share own.
func otherLanguage(list []string, lang string, own float64) string {
	best, other := max(foreignShare, foreignTimes*own), ""
	for _, l := range knownLanguages() {
		if s := functionShare(list, languages()[l]); l != base(lang) && s >= best {
			best, other = s, l
		}
	}
	return other
}

func functionShare(list []string, w *words) float64 {
	n := 0
	for _, word := range list {
		if _, after, ok := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'"); ok && w.Elision {
			word = after // l'eau: what stands before the apostrophe counts as well
			n++
		}
		if w.function[word] {
			n++
		}
	}
	return float64(n) / float64(len(list))
}

// knownLanguages are the languages with a list of function words, in the order
// of their tags.
var knownLanguages = sync.OnceValue(func() []string {
	var list []string
	for lang, w := range languages() {
		if len(w.Function) > 0 {
			list = append(list, lang)
		}
	}
	slices.Sort(list)
	return list
})

// scriptsOf are the scripts of a language that is not written in Latin
// letters, or nil.
func scriptsOf(tag string) []*unicode.RangeTable {
	switch base(tag) {
	case "ar", "fa", "ur", "ps":
		return []*unicode.RangeTable{unicode.Arabic}
	case "ru", "uk", "be", "bg", "mk", "kk", "ky", "mn":
		return []*unicode.RangeTable{unicode.Cyrillic}
	case "zh":
		return []*unicode.RangeTable{unicode.Han}
	case "ja":
		return []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	case "ko":
		return []*unicode.RangeTable{unicode.Hangul, unicode.Han}
	case "he", "yi":
		return []*unicode.RangeTable{unicode.Hebrew}
	case "el":
		return []*unicode.RangeTable{unicode.Greek}
	case "hi", "ne", "mr":
		return []*unicode.RangeTable{unicode.Devanagari}
	case "bn":
		return []*unicode.RangeTable{unicode.Bengali}
	case "th":
		return []*unicode.RangeTable{unicode.Thai}
	case "am", "ti":
		return []*unicode.RangeTable{unicode.Ethiopic}
	case "ka":
		return []*unicode.RangeTable{unicode.Georgian}
	case "hy":
		return []*unicode.RangeTable{unicode.Armenian}
	}
	return nil
}

// share is how many of the letters of s belong to scripts.
func share(s string, scripts []*unicode.RangeTable) float64 {
	in, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if all++; unicode.In(r, scripts...) {
				in++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(in) / float64(all)
}
