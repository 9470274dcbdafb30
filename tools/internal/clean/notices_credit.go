package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
)

// namesTranslator reports whether a text begins by saying who translated it.
func namesTranslator(text string) bool {
	low := folded(text)
	for _, l := range lexicons() {
		for _, p := range l.Notices.Translators {
			if !strings.HasPrefix(low, p) || joined(p, low, len(p)) || !hasPhrase(p, l.Notices.Translation) {
				continue
			}
			if len(namesAfter(foldMarks.Replace(text), []string{p})) > 0 {
				return true
			}
		}
	}
	return false
}

// credit reads who translated, who read it over and how from a notice.
func (d *document) credit(text string) {
	low := foldMarks.Replace(text)
	c := &d.meta.Credit
	for _, l := range lexicons() {
		if names := namesAfter(low, l.Notices.Translators); len(names) > 0 && len(c.Translators) == 0 {
			c.Translators = names
		}
		if names := namesAfter(low, l.Notices.Reviewed); len(names) > 0 && len(c.Reviewers) == 0 {
			c.Reviewers = names
		}
		if hasPhrase(folded(text), l.Notices.Machine) {
			c.Method = report.Machine
		}
	}
	for _, l := range lexicons() {
		if len(c.Translators) == 0 {
			c.Translators = namesOfHelp(low, l.Notices.Help)
		}
	}
	if len(c.Translators) == 0 {
		c.Translators = agents(low)
	}
	switch {
	case c.Method == report.Machine && len(c.Reviewers) > 0:
		c.Method = report.MachineReviewed
	case c.Method == "" && len(c.Translators) > 0:
		c.Method = report.Human
	}
}

// agents are those by whom a sentence says that something was translated,
// however many words stand between: translated, with great care, by …
func agents(text string) []string {
	for rest := text; rest != ""; {
		sentence := untilSentenceEnd(rest)
		_, rest, _ = strings.Cut(rest, sentence)
		rest = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		for _, l := range lexicons() {
			low := folded(sentence)
			if !hasPhrase(low, l.Notices.Translated) || hasPhrase(low, l.Notices.Machine) {
				continue
			}
			if names := namesAfter(sentence, l.Notices.Agents); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// namesAfter are the names that follow one of the phrases, up to the end of the
// sentence. What begins in lower case, or is long, is no name.
func namesAfter(text string, after []string) []string {
	if len(strings.ToLower(text)) != len(text) {
		return nil
	}
	longestFirst := slices.SortedStableFunc(slices.Values(after), func(a, b string) int { return len(b) - len(a) })
	for _, p := range longestFirst {
		for rest := text; ; {
			at := phraseAt(strings.ToLower(rest), p)
			if at < 0 {
				break
			}
			rest = strings.TrimLeft(rest[at+len(p):], " :—–-")
			if names := namesIn(untilSentenceEnd(rest)); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// namesOfHelp are the names of those whose help a notice is grateful for,
// whatever it says of that help: “with the kind and generous help of …”.
func namesOfHelp(text string, help []string) []string {
	low := strings.ToLower(text)
	for _, p := range help {
		at := phraseAt(low, p)
		if at < 0 || len(low) != len(text) {
			continue
		}
		rest := strings.TrimLeft(text[at+len(p):], " ")
		for n := 0; n < 6; n++ {
			word, more, _ := strings.Cut(rest, " ")
			if i := strings.IndexByte(word, '\''); i > 0 && i <= 2 && startsLower(word) && !startsLower(word[i+1:]) {
				rest = rest[i+1:] // d'ISOC
				word = rest
			}
			if r := first(word); unicode.IsUpper(r) {
				if names := namesIn(untilSentenceEnd(rest)); n > 0 && len(names) > 0 {
					return names
				}
				break
			}
			if strings.ContainsAny(word, ".,;:") {
				break
			}
			rest = more
		}
	}
	return nil
}

// namesIn are the names at the beginning of a phrase. There are several where
// each of them is a person's or a short one: “the Ministry of Ports and Harbours” is one.
func namesIn(phrase string) []string {
	var names []string
	for part := range strings.SplitSeq(phrase, ",") {
		for i, name := range splitAnd(part, len(names) > 0) {
			name = withoutArticles(name)
			r := first(name)
			if name == "" || countWords(name) > 8 || unicode.IsLower(r) || unicode.IsDigit(r) || (len(names) > 0 && i == 0 && !shortName(name)) {
				return names
			}
			names = append(names, name)
		}
	}
	return names
}

// splitAnd parts two short names with a word like “and” between them; at the
// end of a list the last name may be long.
func splitAnd(part string, list bool) []string {
	words := strings.Fields(part)
	for i, w := range words {
		if i == 0 || i == len(words)-1 || !andWords().set[strings.ToLower(w)] {
			continue
		}
		before, after := strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")
		if next := strings.ToLower(words[i+1]); startsLower(withoutArticles(after)) && !particles[next] && !continueWords().set[next] && shortName(withoutArticles(before)) {
			return []string{before} // what else was done follows: “and reviewed by”
		}
		if shortName(withoutArticles(before)) && (list || shortName(withoutArticles(after))) {
			return []string{before, after}
		}
	}
	return []string{strings.Join(words, " ")}
}

// shortName reports whether it is a person's name, or another's that is as
// short: two to four words that begin with a capital, with a title before them
// or without.
func shortName(name string) bool {
	if title, ok := honorifics().leads(name); ok {
		name = strings.Join(strings.Fields(name)[countWords(title):], " ")
	} else if countWords(name) < 2 {
		return false
	}
	for _, w := range strings.Fields(name) {
		if !unicode.IsUpper(first(w)) && !particles[strings.ToLower(w)] {
			return false
		}
	}
	return name != "" && countWords(name) <= 4
}

// withoutArticles is a name without the article before its title.
func withoutArticles(name string) string {
	name = strings.TrimSpace(name)
	for {
		end := strings.IndexAny(name, " '") + 1
		if end == 0 || !continueWords().set[strings.TrimSpace(name[:end])] {
			return name
		}
		name = name[end:]
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?;。；，؛،](?:\s|$)|[。；，]|\s[(–—]`)

func untilSentenceEnd(s string) string {
	from := 0
	for {
		m := sentenceEnd.FindStringIndex(s[from:])
		if m == nil {
			return strings.TrimSpace(s)
		}
		head := s[:from+m[0]]
		word := head[strings.LastIndexByte(head, ' ')+1:]
		if s[from+m[0]] == '.' && (abbreviations().set[strings.ToLower(word)+"."] || len([]rune(word)) == 1) {
			from += m[1]
			continue
		}
		return strings.TrimSpace(head)
	}
}
