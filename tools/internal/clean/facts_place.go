package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/page"
)

// boldPiece is a piece of a paragraph that is bold.
var boldPiece = regexp.MustCompile(`\*\*([^*]+)\*\*`)

// factsBeside takes the event and the place from the sentence that has its days:
// the name of a meeting is bold in it, as forums print their own, and the place
// stands right before the days.
func (d *document) factsBeside(b *block) {
	m := boldPiece.FindStringSubmatch(b.Text)
	if m == nil || d.meta.Event != "" {
		return
	}
	name := page.Plain(strings.TrimSpace(m[1]))
	if !isMeetingName(name) || countWords(name) < 3 {
		return
	}
	text := latinDigits(foldMarks.Replace(b.plain()))
	for _, s := range datesIn(text) {
		if s.start != d.meta.EventStart || s.at > len(text) || !strings.Contains(text[:s.at], foldMarks.Replace(name)) {
			continue
		}
		d.meta.Event = name
		if d.meta.Place == "" {
			d.meta.Place = placeBefore(text[:s.at])
		}
		return
	}
}

// placeBefore is the place at the end of the words before a date, or nothing:
// one to four words with capitals, or in a script that has none, behind a word
// such as “in”.
func placeBefore(head string) string {
	words := strings.Fields(head)
	for n := 0; n < 3 && len(words) > 0 && dateWords().set[strings.ToLower(words[len(words)-1])]; n++ {
		words = words[:len(words)-1]
	}
	for n := 1; n <= 4 && n < len(words); n++ {
		if !whereWords().set[strings.ToLower(words[len(words)-n-1])] {
			continue
		}
		place := strings.Trim(strings.Join(words[len(words)-n:], " "), ",،")
		if isPlaceName(place) && !startsLower(place) {
			return place
		}
	}
	return ""
}
