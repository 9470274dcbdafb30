package glossary

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// A language is how words change in one: words/<lang>.toml, which a translator
// can write without knowing Go. Of a language without a file, a word is found
// as it is, or with at most two letters more.
type language struct {
	Endings  []string            `toml:"endings"`  // sets of endings that one word can have, parted by |; an empty one is none
	Prefixes []string            `toml:"prefixes"` // what is written as one with the word that follows
	Suffixes []string            `toml:"suffixes"` // what is written as one with the word before
	Articles map[string][]string `toml:"articles"` // by gender: articles and what they are merged into

	endings [][]string
}

//go:embed words/*.toml
var files embed.FS

var languages = sync.OnceValue(func() map[string]*language {
	entries, err := files.ReadDir("words")
	if err != nil {
		panic(err) // embedded
	}
	all := make(map[string]*language)
	for _, entry := range entries {
		data, err := files.ReadFile("words/" + entry.Name())
		if err != nil {
			panic(err)
		}
		l := &language{}
		if err := toml.Unmarshal(data, l); err != nil {
			panic("words/" + entry.Name() + ": " + err.Error()) // a test reads them all
		}
		for _, set := range l.Endings {
			l.endings = append(l.endings, strings.Split(set, "|"))
		}
		for i := range l.Prefixes {
			l.Prefixes[i] = fold(l.Prefixes[i])
		}
		for i := range l.Suffixes {
			l.Suffixes[i] = fold(l.Suffixes[i])
		}
		all[strings.TrimSuffix(entry.Name(), ".toml")] = l
	}
	return all
})

var unknown = &language{endings: [][]string{{"", "s"}}}

func languageOf(base string) *language {
	if l := languages()[base]; l != nil {
		return l
	}
	return unknown
}

// stem is the least that must be left of a word, in letters, when an ending or
// a prefix is taken off.
const stem = 3

// starts are the words that a written word may be: itself, and what is left
// when prefixes are taken off.
func (l *language) starts(word string) []string {
	list := []string{word}
	for _, p := range l.Prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) >= stem {
			list = append(list, rest)
		}
	}
	return list
}

// same reports whether a written word is a form of the glossary's word.
func (l *language) same(term, written string, exact, wide bool) bool {
	if wide {
		return term == written
	}
	if exact {
		return term == written || strings.TrimSuffix(written, "s") == term
	}
	term, written = strings.ToLower(term), strings.ToLower(written)
	if term == written {
		return true
	}
	if len(l.Prefixes) == 0 {
		return l.inflected(term, written)
	}
	for _, a := range l.starts(term) {
		for _, b := range l.starts(written) {
			if a == b || l.inflected(a, b) || l.suffixed(a, b) || l.suffixed(b, a) {
				return true
			}
		}
	}
	return false
}

// inflected reports whether two words have one stem and endings of one set.
func (l *language) inflected(a, b string) bool {
	common := 0
	for common < len(a) && common < len(b) && a[common] == b[common] {
		common++
	}
	for common > 0 && common < len(a) && !utf8.RuneStart(a[common]) {
		common--
	}
	for _, set := range l.endings {
		for _, ending := range set {
			root, ok := strings.CutSuffix(a, ending)
			if !ok || len(root) > common || utf8.RuneCountInString(root) < stem {
				continue
			}
			if slices.Contains(set, b[len(root):]) {
				return true
			}
		}
	}
	return false
}

// suffixed reports whether b is a with something written as one behind it.
func (l *language) suffixed(a, b string) bool {
	rest, ok := strings.CutPrefix(b, a)
	if !ok && strings.HasSuffix(a, "ه") { // ta marbuta opens before a suffix
		rest, ok = strings.CutPrefix(b, strings.TrimSuffix(a, "ه"))
	}
	return ok && utf8.RuneCountInString(a) >= stem && slices.Contains(l.Suffixes, rest)
}

// Gender is the gender that the word before a place in a text shows, or "".
func (s *Set) Gender(text string, at int) string {
	before := tokens(text[:at])
	if len(before) == 0 || strings.TrimLeft(text[before[len(before)-1].end:at], " \u00a0\u202f") != "" {
		return ""
	}
	last := before[len(before)-1]
	word := strings.ToLower(text[last.start:last.end])
	gender := ""
	for _, g := range Genders {
		if slices.Contains(s.lang.Articles[g], word) {
			if gender != "" {
				return "" // an article of both
			}
			gender = g
		}
	}
	return gender
}
