package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/page"
)

// A label is what a transcript prints before what a person says.
type label struct {
	name string // as printed, without its colon; empty for a speaker without a name
	rest string // what follows it on the line
	sure bool   // its form says that it is one: bold, >>, capitals, a title
	dash bool   // a titled name, a full stop and a dash, which nothing else is
}

var (
	chevrons  = regexp.MustCompile(`^(?:\\?(?:>|&gt;)){2,3}[ \x{a0}]*`)
	boldLabel = regexp.MustCompile(`^(?:\*\*|__)([^*_]{1,80}?)[ \x{a0}]*` +
		`(?:[:：][ \x{a0}]*(?:\*\*|__)|(?:\*\*|__)[ \x{a0}]*[:：])[ \x{a0}]*(.*)$`)
	openLabel = regexp.MustCompile(`^([^:：*_<>\[\]\n]{1,80}?|[^:：*_<>\[\]\n()]{2,60}\([^:：*_<>\[\]\n]{2,240}\))[ \x{a0}]*[:：](?:[ \x{a0}]+(.*)|(\p{Han}.*))?$`)
	hanLabel  = regexp.MustCompile(`^(\p{Han}[\p{Han}·•]{1,7}(?:[(（][^()（）]{1,20}[)）])?)[:：]([^\s:：].*)$`)
	timeStamp = regexp.MustCompile(`^[\[(]?(?:\d{4}-\d\d-\d\d )?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s+(?:[-–—] )?`)
)

// labelOf reads a label from the start of a line. A name in mixed case is
// given, though not sure: only its neighbours can tell it from a sentence.
func labelOf(s string) (label, bool) {
	bareText := strings.TrimSpace(s)
	if m := chevrons.FindString(bareText); m != "" {
		rest := strings.TrimSpace(bareText[len(m):])
		if l, ok := namedLabel(rest); ok {
			l.sure = true
			return l, true
		}
		return label{rest: rest, sure: true}, true
	}
	if m := questionNumber.FindString(bareText); m != "" {
		if l, ok := namedLabel(bareText[len(m):]); ok {
			l.rest, l.sure = strings.TrimSpace(m)+" "+l.rest, true
			return l, true
		}
	}
	return namedLabel(bareText)
}

// questionNumber counts the questions that a committee asks its witnesses.
var questionNumber = regexp.MustCompile(`^Q\d{1,3}\.?[ \x{a0}]+`)

// hasChevrons reports whether a line begins with the sign of captions that
// another person speaks, and perhaps with the time before it.
func hasChevrons(s string) bool {
	if !strings.Contains(s, ">>") && !strings.Contains(s, "&gt;") && !strings.Contains(s, `>\>`) {
		return false
	}
	return chevrons.MatchString(timeStamp.ReplaceAllString(strings.TrimSpace(s), ""))
}

func namedLabel(s string) (label, bool) {
	if m := hanLabel.FindStringSubmatch(s); m != nil && isName(m[1]) {
		return label{name: m[1], rest: m[2], sure: hasTitle(m[1])}, true
	}
	if head := s[:min(len(s), 400)]; !strings.Contains(head, ":") && !strings.Contains(head, "：") {
		return dashLabel(s)
	}
	if m := boldLabel.FindStringSubmatch(s); m != nil && isName(m[1]) {
		l := newLabel(m[1], m[2])
		l.sure = isCapitals(m[1]) || hasTitle(m[1])
		return l, true
	}
	m := openLabel.FindStringSubmatch(s)
	if m == nil || !isName(m[1]) {
		return dashLabel(s)
	}
	if l, ok := dashLabel(s); ok && len(l.name) < len(m[1]) && !isCapitals(m[1][len(l.name):]) {
		return l, true // the colon is of what is said
	}
	l := newLabel(m[1], m[2]+m[3])
	l.sure = isCapitals(m[1]) || hasTitle(m[1])
	return l, true
}

// newLabel is a label by its name and what follows it, as a line has them.
func newLabel(name, rest string) label {
	return label{name: page.Plain(strings.TrimSpace(name)), rest: strings.TrimSpace(rest)}
}

// stampedLabel reads a label that stands below a time, which says enough of
// it: any few words before a colon.
func stampedLabel(s string) (label, bool) {
	m := openLabel.FindStringSubmatch(s)
	if m == nil || countWords(m[1]) > 6 || startsLower(m[1]) {
		return label{}, false
	}
	return newLabel(m[1], m[2]+m[3]), true
}

// key is the name by which one speaker is counted: without what stands in
// brackets beside it.
func (l label) key() string {
	if key := folded(brackets.ReplaceAllString(l.name, "")); key != "" {
		return key
	}
	return folded(l.name)
}

// namesTwice reports whether a label gives an office and, in brackets, the name
// of who holds it, or a name and a place.
func (l label) namesTwice() bool {
	inside := strings.Trim(brackets.FindString(l.name), "()（）[] ")
	return countWords(inside) >= 2 && countWords(inside) <= 5 && isName(inside) && strings.HasSuffix(l.name, ")")
}

// labelAlone reports whether the line has a label and nothing else.
func labelAlone(s string) bool {
	l, ok := labelOf(s)
	return ok && l.rest == ""
}

var brackets = regexp.MustCompile(`[(（\[][^()（）\[\]]*[)）\]]`)

// isName reports whether s can name a speaker: few words, each with a capital
// or none in its script, no mark of a sentence, and not the name of a field.
func isName(s string) bool {
	s = strings.TrimSpace(brackets.ReplaceAllString(s, " "))
	if unidentified().is(s) {
		return true
	}
	if strings.Count(s, "(") != strings.Count(s, ")") {
		return false // the end of a name that a line has cut
	}
	if s == "" || fieldNames().is(s) || originalWords().is(s) || isAgenda(s) || countWords(s) > 9 {
		return false
	}
	if _, ok := noticeLeads().leads(s); ok && countWords(s) < 3 {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '，' || r == '/' })
	letters, capitals, wide := 0, 0, 0
	for _, w := range words {
		r := first(w)
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			capitals++
		case unicode.IsLower(r) && !particles[strings.ToLower(w)] && !honorifics().set[strings.ToLower(w)]:
			letters++
		case unicode.IsLetter(r) && caseless(w):
			capitals++
			wide += len([]rune(w))
		case unicode.IsDigit(r) && len(words) == 1:
			return false
		}
		if strings.ContainsAny(w, "?!;。！？؟") || strings.HasSuffix(w, ".") && len([]rune(w)) > 5 {
			return false
		}
	}
	if honorificFirst(s) {
		return letters <= 3
	}
	return capitals > 0 && letters == 0 && (wide == 0 || wide <= 24 && len(words) <= 6)
}

func honorificFirst(s string) bool {
	_, ok := honorifics().leads(s)
	return ok
}

// particles stand in names in lower case.
var particles = map[string]bool{
	"de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "des": true, "d'": true,
	"van": true, "von": true, "der": true, "den": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ben": true, "ibn": true,
	"y": true, "e": true, "et": true, "and": true, "и": true, "of": true, "the": true, "for": true, // between two names, or in an office
}

// isCapitals reports whether the name is in capitals, whatever stands in
// brackets beside it.
func isCapitals(s string) bool {
	s = brackets.ReplaceAllString(s, " ")
	upper, others := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r): // of a script without capitals, too: an acronym makes no heading of its line
			others++
		}
	}
	return upper >= 3 && others*4 <= upper
}

func hasTitle(s string) bool {
	return honorificFirst(s) && countWords(s) <= 7 || unidentified().is(s)
}
