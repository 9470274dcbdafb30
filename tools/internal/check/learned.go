package check

import "strings"

// What makes a word of a text one of its language's function words, where no
// list names them: it stands in many of its units.
const (
	learnedUnits = 20  // fewer units say nothing of a language
	learnedWords = 5   // in a unit that is asked
	learnedShare = 0.1 // of the units, at least
)

// learned are the function words of a language that has no list, as a text in
// it shows them; nil if the text is too short.
func learned(texts []string) *words {
	in, units := make(map[string]int), 0
	for _, text := range texts {
		list := wordsIn(strings.ToLower(text))
		if len(list) < learnedWords {
			continue
		}
		units++
		seen := make(map[string]bool)
		for _, word := range list {
			if !seen[word] {
				seen[word] = true
				in[word]++
			}
		}
	}
	if units < learnedUnits {
		return nil
	}
	w := &words{known: true, function: make(map[string]bool)}
	for word, n := range in {
		if float64(n) >= learnedShare*float64(units) {
			w.function[word] = true
		}
	}
	return w
}
