package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Set is the terms that a text goes by, ready to be found in it.
type Set struct {
	lang  *language
	terms map[string]Term // by concept
	forms map[rune][]form // by the first character of their first word

	byConcept map[string][]form
}

// A form is a way to write a concept.
type form struct {
	concept   string
	text      string
	words     []string // as fold writes them
	exact     bool     // an acronym: its case counts
	wide      bool     // in a script without spaces
	forbidden bool
}

// A Found is a place where a text names a concept.
type Found struct {
	Concept    string
	Form       string // the term, variant or forbidden form that stands there, as the glossary has it
	Forbidden  bool
	Start, End int // in bytes
}

func newSet(base string, terms map[string]Term) *Set {
	s := &Set{lang: languageOf(base), terms: terms, forms: make(map[rune][]form), byConcept: make(map[string][]form)}
	concepts := make([]string, 0, len(terms))
	for concept := range terms {
		concepts = append(concepts, concept)
	}
	slices.Sort(concepts)
	for _, concept := range concepts {
		t := terms[concept]
		s.add(concept, t.Term, false)
		for _, v := range t.Variants {
			s.add(concept, v, false)
		}
		for _, v := range t.Forbidden {
			s.add(concept, v, true)
		}
	}
	return s
}

func (s *Set) add(concept, text string, forbidden bool) {
	f := form{concept: concept, text: text, exact: IsAcronym(text), wide: isWide(text), forbidden: forbidden}
	for _, t := range tokens(text) {
		f.words = append(f.words, fold(text[t.start:t.end]))
	}
	if len(f.words) == 0 {
		return
	}
	s.byConcept[concept] = append(s.byConcept[concept], f)
	for _, start := range s.lang.starts(f.words[0]) {
		first, _ := utf8.DecodeRuneInString(start)
		first = unicode.ToLower(first)
		if list := s.forms[first]; !slices.ContainsFunc(list, func(g form) bool { return g.text == text && g.concept == concept }) {
			s.forms[first] = append(list, f)
		}
	}
}

// Term is what the set has for a concept.
func (s *Set) Term(concept string) (Term, bool) {
	t, ok := s.terms[concept]
	return t, ok
}

// Terms lists the set's terms by concept.
func (s *Set) Terms() []Term {
	list := make([]Term, 0, len(s.terms))
	for _, t := range s.terms {
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b Term) int { return strings.Compare(a.Concept, b.Concept) })
	return list
}

// Empty reports whether there is nothing to find.
func (s *Set) Empty() bool { return len(s.terms) == 0 }

// Find finds the terms of the set in a text without markup, from left to
// right; where several fit, the longest, so that a name that holds a term does
// not count as the term.
func (s *Set) Find(text string) []Found {
	if s.Empty() || text == "" {
		return nil
	}
	var found []Found
	ts := tokens(text)
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = fold(text[t.start:t.end])
	}
	for i := 0; i < len(ts); {
		best, length := form{}, 0
		for _, start := range s.lang.starts(words[i]) {
			first, _ := utf8.DecodeRuneInString(start)
			for _, f := range s.forms[unicode.ToLower(first)] {
				if n := s.fits(f, words[i:], ts[i:]); n > length || n == length && n > 0 && len(f.text) > len(best.text) {
					best, length = f, n
				}
			}
		}
		if length == 0 {
			i++
			continue
		}
		found = append(found, Found{Concept: best.concept, Form: best.text, Forbidden: best.forbidden, Start: ts[i].start, End: ts[i+length-1].end})
		i += length
	}
	return found
}

// fits is how many words at the beginning of a text a form takes, or 0.
func (s *Set) fits(f form, words []string, ts []token) int {
	if len(f.words) > len(words) {
		return 0
	}
	for k, w := range f.words {
		if k > 0 && ts[k].apart {
			return 0 // a full stop or a comma stands between
		}
		if !s.lang.same(w, words[k], f.exact, f.wide) {
			return 0
		}
	}
	return len(f.words)
}

// A token is a word of a text, or a character of a script without spaces.
type token struct {
	start, end int
	apart      bool // more than a space, a hyphen or an apostrophe stands before it
}

// tokens splits a text into words. Apostrophes and hyphens part words, as
// French elides and languages differ in what they hyphenate.
func tokens(s string) []token {
	var ts []token
	start, apart := -1, true
	flush := func(end int) {
		if start >= 0 {
			ts = append(ts, token{start, end, apart})
			start, apart = -1, false
		}
	}
	for i, r := range s {
		switch {
		case wide(r):
			flush(i)
			ts = append(ts, token{i, i + utf8.RuneLen(r), apart})
			apart = false
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			if !unicode.IsSpace(r) && !strings.ContainsRune("'’‘ʼ-‐‑/\u00ad", r) {
				apart = true
			}
		}
	}
	flush(len(s))
	return ts
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao)
}

func isWide(s string) bool { return strings.IndexFunc(s, wide) >= 0 }

// IsAcronym reports whether a form is written in capitals throughout, so that
// its case says what it is: IGF, WSIS+20.
func IsAcronym(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return letters > 1
}

// fold is a word without what writers vary: Arabic vowel signs and
// lengthening, the forms of alif, ya and ta marbuta.
func fold(s string) string {
	s = norm.NFC.String(s)
	if strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ـ':
			return -1
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}
