package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
)

// titleParts is what parts a title into its title and what it is about.
var titleParts = regexp.MustCompile(`[:：–—|(（]| - `)

// typeOfTitle is the type of document that a title names: where one of its parts
// begins or ends, for a text that speaks of messages is not yet one of them.
func typeOfTitle(title string) report.Type {
	for _, part := range titleParts.Split(title, -1) {
		words := strings.Fields(part)
		head := strings.Join(words[:min(len(words), 7)], " ")
		if t := typeIn(head); t != "" {
			return t
		}
		if len(words) > 0 {
			if t := typeIn(words[len(words)-1]); t != "" {
				return t
			}
		}
	}
	return ""
}

// typeIn is the type that a title names; where it names two, the first.
func typeIn(s string) report.Type {
	low := folded(s)
	best, at := report.Type(""), len(low)+1
	for _, l := range lexicons() {
		for _, t := range report.Types {
			for _, w := range l.Types[string(t)] {
				if i := phraseAt(low, w); i >= 0 && i < at {
					best, at = t, i
				}
			}
		}
	}
	return best
}

// exactType is the type that a line names and nothing else.
func exactType(low string) report.Type {
	low = strings.Trim(low, " .:")
	for _, l := range lexicons() {
		for _, t := range report.Types {
			if contains(l.Types[string(t)], low) {
				return t
			}
		}
	}
	return ""
}
