package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A speech is what a document shows of its speakers: the labels by place, how
// often each is said, and what speaks for their being labels.
type speech struct {
	labels map[int]label
	count  map[string]int
	prose  int  // paragraphs that have words
	sure   int  // labels that their form tells
	marks  int  // labels with chevrons
	said   bool // the document says that it is a transcript
	alone  int  // labels on lines of their own
	again  int  // labels of names that come back
	says   int  // labels below or behind which somebody says something
}

// longestValue is how many words may stand behind the name of a field and a
// colon: names of people and what they are.
const longestValue = 40

// spoken collects the labels of a document.
func (d *document) spoken() *speech {
	s := &speech{labels: map[int]label{}, count: map[string]int{}, said: d.saysTranscript()}
	told := d.toldLabels()
	for i, b := range d.blocks {
		if b.Kind == source.Paragraph && b.words() > 0 {
			s.prose++
		}
		if b.Kind != source.Paragraph && !(b.Kind == source.Heading && labelAlone(b.Text)) && !b.speaks {
			continue
		}
		text := timeStamp.ReplaceAllString(b.Text, "")
		l, ok := told[i]
		if !ok {
			l, ok = labelOf(text)
		}
		if !ok && len(text) < len(b.Text) {
			l, ok = stampedLabel(text)
		}
		if ok && !(l.rest == "" && d.numberFollows(i)) {
			l.sure = l.sure || len(text) < len(b.Text)
			s.labels[i] = l
			s.count[l.key()]++
			if l.sure {
				s.sure++
			}
		}
	}
	for i, b := range d.blocks { // nothing parts the colon from what is said
		name, rest, _ := strings.Cut(b.Text, ":")
		if _, known := s.labels[i]; known || b.Kind != source.Paragraph || rest == "" {
			continue
		}
		if countWords(name) <= 6 && s.count[folded(name)] >= 2 {
			s.labels[i] = label{name: name, rest: strings.TrimSpace(rest)}
			s.count[folded(name)]++
		}
	}
	for i, l := range s.labels {
		if l.sure && s.count[l.key()] < 2 && isFormula(l.name) && !hasChevrons(d.blocks[i].Text) {
			s.sure-- // its form says nothing, though it may be a turn among others
		}
		if s.count[l.key()] >= 2 {
			s.again++
		}
		if l.rest == "" && d.next(i) >= 0 {
			s.alone++
		}
		if hasChevrons(d.blocks[i].Text) {
			s.marks++
		}
		if l.rest == "" || endingOf(newPlain(l.rest)) != open || countWords(l.rest) > longestValue {
			s.says++
		}
	}
	return s
}

// tellsTurns reports whether the labels make a document a transcript; named is
// what a profile says of it. Where the document says itself that it is one, one
// label is enough.
func (s *speech) tellsTurns(named bool) bool {
	if len(s.labels) == 0 {
		return false
	}
	strong := s.sure + (s.again+s.alone)/2
	often := len(s.labels)*2 >= s.prose && s.again >= 4
	switch {
	case named:
		return true
	case s.said && (s.sure > 0 || s.twoNames()):
		return true
	case s.dashed():
		return true
	case s.says*4 < len(s.labels) && s.marks == 0:
		return false // Moderator: a name
	case len(s.labels) == 2 && s.sure == 2 && len(s.count) == 2 && s.twoNames() && len(s.labels)*3 >= s.prose:
		return true
	case s.marks < 2 && !often && (len(s.labels) < 3 || strong < 3 || len(s.labels)*8 < s.prose):
		return false
	}
	return s.sure*2 >= len(s.labels) || s.again*3 >= len(s.labels) // else mostly words that a colon follows once
}

// dashed reports whether one label at least has a form that nothing else has.
func (s *speech) dashed() bool {
	for _, l := range s.labels {
		if l.dash {
			return true
		}
	}
	return false
}

// isDebate reports whether most labels that are sure are a title and a name that no colon
// ends, as parliaments print them.
func (s *speech) isDebate(d *document) bool {
	n := 0
	for i, l := range s.labels {
		text := d.blocks[i].Text
		head := text[:len(text)-min(len(l.rest), len(text))]
		if honorificFirst(l.name) && !d.blocks[i].speaks && !strings.ContainsAny(head, ":：") {
			n++
		}
	}
	return n*2 > s.sure && (n >= 2 || s.dashed())
}

// mayName reports whether a label that comes once may name a speaker of a text
// that says it is a transcript: two words with capitals, or as few characters as
// Chinese names have. Words of scripts without capitals say too little beside
// labels that are sure.
func (s *speech) mayName(name string) bool {
	switch {
	case !caseless(name):
		return countWords(name) >= 2
	case isWide(first(name)):
		return utf8.RuneCountInString(name) <= 3
	}
	return countWords(name) >= 2 && s.sure == 0
}

// isCalled reports whether a label in a script without capitals, at place i, is a
// name: Chinese has a dot between the names of foreigners, and in any language
// those who speak before and after call a speaker by the first name.
func (d *document) isCalled(i int, name string) bool {
	if !caseless(name) {
		return false
	}
	if isWide(first(name)) {
		return strings.ContainsAny(name, "·•")
	}
	given, _, more := strings.Cut(name, " ")
	if !more || countWords(name) > 4 || strings.HasPrefix(given, "ال") {
		return false // with its article, a word
	}
	for j, seen := i-1, 0; j >= 0 && seen < 2; j-- {
		if b := d.blocks[j]; b.Kind == source.Paragraph && b.words() > 0 {
			words := strings.Fields(b.plain())
			if seen++; hasWord(words[max(0, len(words)-12):], given) {
				return true
			}
		}
	}
	for j, seen := i+1, 0; j < len(d.blocks) && seen < 2; j++ {
		if b := d.blocks[j]; b.Kind == source.Paragraph && b.words() > 0 {
			words := strings.Fields(b.plain())
			if seen++; hasWord(words[:min(12, len(words))], given) {
				return true
			}
		}
	}
	return false
}

// hasWord reports whether one of the words is w, with or without marks around it.
func hasWord(words []string, w string) bool {
	for _, x := range words {
		if strings.TrimFunc(x, unicode.IsPunct) == w {
			return true
		}
	}
	return false
}

// twoNames reports whether a label has two words or more.
func (s *speech) twoNames() bool {
	for _, l := range s.labels {
		if countWords(l.name) >= 2 {
			return true
		}
	}
	return false
}

// saysTranscript reports whether the document says that it is a transcript: by
// a notice, or by a line before its text.
func (d *document) saysTranscript() bool {
	for _, n := range d.meta.Notices {
		if n.Kind == report.TranscriptionNotice {
			return true
		}
	}
	for _, b := range d.blocks[:min(len(d.blocks), 12)] {
		if b.words() > 25 {
			return false
		}
		if typeIn(b.plain()) == report.Transcript && endingOf(b.plain()) == open {
			return true
		}
	}
	return false
}

// toldLabels are the labels that only their neighbours tell: names on lines of
// their own, titled names before a full stop, and the letters of questions and
// answers. Each form must come again and again.
func (d *document) toldLabels() map[int]label {
	told, stopped, asked := map[int]label{}, map[int]label{}, map[int]label{}
	count := map[string]int{}
	prose := 0
	for i, b := range d.blocks {
		if b.speaks {
			told[i] = label{name: b.plain(), sure: true}
			continue
		}
		if b.Kind != source.Paragraph || b.words() == 0 {
			continue
		}
		prose++
		text := strings.TrimSpace(b.Text)
		if _, ok := labelOf(text); ok {
			continue
		}
		if l, ok := stoppedLabel(text); ok {
			stopped[i] = l
			count[l.key()]++
		} else if l, ok := askedLabel(text); ok {
			asked[i] = l
			count[l.key()]++
		}
	}
	for _, found := range []map[int]label{stopped, asked} {
		again, names := 0, map[string]bool{}
		for _, l := range found {
			names[l.key()] = true
			if count[l.key()] >= 2 {
				again++
			}
		}
		often := len(found) >= 3 && again >= 2 || countOffices(found) > 0
		if !often || len(names) < 2 || len(found)*6 < prose {
			continue
		}
		for i, l := range found {
			l.sure = true
			told[i] = l
		}
	}
	return told
}

// countOffices is how many labels call somebody by title and office alone: “Mme
// la présidente”.
func countOffices(found map[int]label) int {
	n := 0
	for _, l := range found {
		if honorifics().is(l.name) && countWords(l.name) >= 3 {
			n++
		}
	}
	return n
}
