package clean

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
)

// A word of a name in capitals, and of one in mixed case, with its hyphens.
const (
	capitalWord = `\p{Lu}[\p{Lu}\p{M}'’\x{2010}\x{2011}-]+`
	openWord    = `\p{Lu}[\p{L}\p{M}'’.\x{2010}\x{2011}-]+`
	besideName  = `(?: \([^()]{2,60}\))?` // an office, or how a person takes part
)

// capitalName is a name in capitals before a colon, with what stands in brackets
// beside it.
var capitalName = regexp.MustCompile(`(?:^|[ \x{a0}])((?:(?:` + capitalWord + `|(?:\p{Lu}|ST|DR|MR|MS|MRS)\.) ){0,6}` + capitalWord + `)` +
	besideName + ` ?:(?: |$)`)

// openName is a name of several words in mixed case before a colon, or one word
// there, such as who leads a call.
var openName = regexp.MustCompile(`(?:^|[ \x{a0}])((?:` + openWord + ` ){0,3}` + openWord + besideName + `) ?: `)

// labelsWithin are the places where speakers are named in a text that was run
// together: in capitals where a sentence has ended, or before all sentences, or
// wherever one comes back. Below a notice that says what the text is, a name in
// mixed case is one too.
func labelsWithin(s string, from, notice int) []int {
	if !strings.Contains(s, ":") {
		return nil
	}
	starts := map[int]bool{0: true, notice: true}
	first := len(s) // where the first sentence after the notice ends
	for _, at := range sentencesOf(s) {
		starts[at] = true
		if at > notice {
			first = min(first, at)
		}
	}
	type found struct {
		at   int
		name string
		sure bool
	}
	var all []found
	count := map[string]int{}
	for _, m := range capitalName.FindAllStringSubmatchIndex(s, -1) {
		at, name := m[2], s[m[2]:m[3]]
		if code, rest, ok := strings.Cut(name, " "); ok && len(code) == 2 && languageCodes[code] {
			at, name = at+3, rest // of the page's head
		}
		if at > 0 && !unicode.IsSpace(rune(s[at-1])) || at >= from && at < notice || !mayBeLabel(name) {
			continue
		}
		sure := (starts[at] || at < first) && (countWords(name) >= 2 || unidentified().is(name) || honorifics().is(name))
		all = append(all, found{at, folded(name), sure})
		count[folded(name)]++
	}
	var places []int
	for _, f := range all {
		state := notice > from && starts[f.at] && len([]rune(f.name)) >= 4 // or an organisation, in a transcript that says so
		if f.sure || state || count[f.name] >= 2 && (starts[f.at] || countWords(f.name) >= 2) {
			places = append(places, f.at)
		}
	}
	if notice > 0 && len(places) == 0 {
		places = openNamesWithin(s, from, notice, starts)
	}
	return places
}

// mayBeLabel reports whether words before a colon name a speaker, and neither a
// field of a masthead nor a notice.
func mayBeLabel(name string) bool {
	return isName(name) && !fieldNames().is(name) && !noticeLeads().is(name)
}

// openNamesWithin are the places of names in mixed case: those with which a
// sentence begins, and, where speakers are named so often, those that end one
// which nobody finished. One word is a name if it is an office, or is named
// elsewhere in the same way.
func openNamesWithin(s string, from, notice int, starts map[int]bool) []int {
	var places, within []int
	for _, m := range openName.FindAllStringSubmatchIndex(s, -1) {
		at, name := m[2], s[m[2]:m[3]]
		if at >= from && at < notice || !mayBeLabel(name) {
			continue
		}
		switch {
		case honorifics().is(name), starts[at] && countWords(name) >= 2:
			places = append(places, at)
		case countWords(name) >= 2:
			within = append(within, at)
		}
	}
	if len(places) >= 2 {
		places = append(places, within...)
	}
	sort.Ints(places)
	return places
}

// languageCodes are the codes that pages carry in their heads.
var languageCodes = map[string]bool{"AR": true, "EN": true, "ES": true, "FR": true, "PT": true, "RU": true, "ZH": true}
