package clean

import (
	"sort"
	"strings"

	"rapporteur/tools/internal/report"
)

// noticeWithin is where a notice about a transcription begins and ends in a text
// that was run together: it opens with a word such as “Note”, and each of its
// sentences says something of the kind.
func noticeWithin(s string) (from, to int) {
	leads := leadsWithin(s)
	if len(leads) == 0 {
		return 0, 0
	}
	starts := append(sentencesOf(s), len(s))
	for _, at := range leads {
		to, cues := at, 0
		for k, start := range starts {
			if start <= at && !(k+1 < len(starts) && starts[k+1] > at) || k+1 >= len(starts) {
				continue
			}
			piece := s[max(start, at):starts[k+1]]
			kind, n := cuesIn(folded(newPlain(piece)))
			if n == 0 && countWords(piece) <= 3 {
				continue // the word that opens it, and a full stop
			}
			if n == 0 || kind != report.TranscriptionNotice || countWords(piece) > longestNotice {
				break
			}
			cues += n
			to = starts[k+1]
		}
		if cues >= 2 && to > at {
			return at, to
		}
	}
	return 0, 0
}

// leadsWithin are the places where a word that opens notices stands with a
// capital and a colon or a full stop after it.
func leadsWithin(s string) []int {
	var places []int
	for _, w := range noticeLeads().list {
		r := []rune(w)
		word := strings.ToUpper(string(r[:1])) + string(r[1:])
		for from := 0; ; {
			at := strings.Index(s[from:], word)
			if at < 0 {
				break
			}
			at += from
			from = at + len(word)
			rest := strings.TrimLeft(s[from:], " \u00a0")
			marked := strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ".")
			if marked && (at == 0 || s[at-1] == ' ') {
				places = append(places, at)
			}
		}
	}
	sort.Ints(places)
	return places
}
