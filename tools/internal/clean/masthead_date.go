package clean

import (
	"regexp"
	"strings"
	"unicode"
)

var parts = regexp.MustCompile(`\s+[-–—|•·]\s+|\s*[|•·]\s*`)

// date reads a line that is a date, and perhaps a place, a time, an issuer.
func (m *mastheadReader) date(b *block, text string) bool {
	found := datesIn(text)
	if len(found) == 0 {
		return false
	}
	lowered := foldMarks.Replace(strings.ToLower(latinDigits(text)))
	rest := lowered
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].to <= len(rest) {
			rest = rest[:found[i].at] + " " + rest[found[i].to:]
		}
	}
	timed := clock.MatchString(rest)
	rest = clock.ReplaceAllString(zone.ReplaceAllString(rest, "$1"), " ")
	words := 0
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return !letter(r) && r != '-' && r != '\'' }) {
		if !dateWords().set[w] && !weekdayWords().set[w] && len([]rune(w)) > 1 && !rangeSign.MatchString(w) {
			words++
		}
	}
	var pieces []string
	for _, p := range parts.Split(shortDates(text, found), -1) {
		if len(datesIn(p)) > 0 && words > 0 {
			pieces = append(pieces, commaPieces(p)...)
		} else {
			pieces = append(pieces, p)
		}
	}
	if words > 8 && !isDateline(text) || words > 0 && len(pieces) == 1 {
		return false
	}
	meta := &m.d.meta
	d := found[0]
	switch {
	case d.end != "":
		if meta.EventStart == "" {
			meta.EventStart, meta.EventEnd = d.start, d.end
		}
	case m.d.transcript || timed:
		if meta.EventStart == "" {
			meta.EventStart, meta.EventEnd = d.start, d.start
		}
		if meta.Date == "" {
			meta.Date = d.start
		}
	case meta.Date == "":
		meta.Date = d.start
	}
	key := "date"
	if d.end != "" {
		key = "event_start"
	}
	m.d.lift(b, "date", key)
	m.dated = b.Line
	m.places(pieces)
	return true
}

// hour reads a line that says at what time a meeting was, and nothing else.
func (m *mastheadReader) hour(b *block, text string) bool {
	if m.dated > 0 && (bareHour.MatchString(text) && b.Line-m.dated <= 4 || zoneAlone.MatchString(text) && b.Line-m.dated <= 2) {
		return m.d.remove(b, "hour")
	}
	if !clock.MatchString(text) || b.words() > 8 {
		return false
	}
	for _, w := range strings.FieldsFunc(clock.ReplaceAllString(folded(text), " "), func(r rune) bool { return !letter(r) && r != '.' }) {
		if w = strings.ReplaceAll(w, ".", ""); len([]rune(w)) > 3 && !dateWords().set[w] && !weekdayWords().set[w] {
			return false
		}
	}
	return m.d.remove(b, "hour")
}

// zoneAlone is a zone on the line below the hour that it is of.
var zoneAlone = regexp.MustCompile(`^\(?(?:UTC|GMT|[A-Z]{2,4}T)\)?$`)

// bareHour is an hour as captioners write it below the day: 0930.
var bareHour = regexp.MustCompile(`^(?:[01]\d|2[0-3])[0-5]\d$`)

// commaPieces parts “Geneva, 4-29 July 2011” at the comma before the date.
func commaPieces(text string) []string {
	pieces := []string{text}
	for i, r := range text {
		if r == ':' && countWords(text[i:]) <= 5 && hasAny(meetings(), folded(text[:i])) {
			r = ',' // a meeting and its day
		}
		if r != ',' && r != '،' && r != '，' {
			continue
		}
		head, tail := text[:i], text[i+len(string(r)):]
		if len(datesIn(tail)) > 0 && !strings.ContainsFunc(head, unicode.IsDigit) && !weekdayWords().is(head) && countWords(head) <= 5 {
			pieces = []string{head, tail} // the last that leaves a date
		}
		placed := countWords(tail) <= 8 && !strings.ContainsFunc(tail, unicode.IsDigit) && len(datesIn(tail)) == 0
		if len(pieces) == 1 && placed && len(datesIn(head)) > 0 {
			pieces = []string{head, tail}
		}
	}
	return pieces
}

// places reads what stands beside a date or an event: the first piece is the
// place, the next who issued the text.
func (m *mastheadReader) places(pieces []string) {
	meta := &m.d.meta
	for _, p := range pieces {
		p = strings.TrimSpace(p)
		switch {
		case p == "" || strings.ContainsAny(p, ":：") || len(datesIn(p)) > 0 || clock.MatchString(p) || weekdayWords().is(p) || !strings.ContainsFunc(p, unicode.IsLetter):
		case isEvent(p), isMeetingName(p):
			if meta.Event == "" {
				meta.Event = p
			}
		case meta.Place == "":
			meta.Place = p
		case meta.Organisation == "":
			meta.Organisation = p
		}
	}
}

// clock is a time of the day.
var clock = regexp.MustCompile(`(?i)` + clockTime + `|` + clockHour)

const (
	clockTime = `\b\d{1,2}\s?(?:[:.]|h)\s?\d{2}\b`
	clockHour = `\b\d{1,2} ?(?:am|pm|horas?|heures?|h)\b`
)

// zone is the zone that a time is of: 13:30 EST, 9:00 am (UTC+2).
var zone = regexp.MustCompile(`(?i)((?:` + clockTime + `(?:\s?[ap]\.?m\.?)?|` + clockHour + `))\s?\(?(?:utc|gmt|[a-z]{2,4}t)\b(?:\s?[+-]\s?\d{1,2})?\)?`)

// rangeSign is what is left between the two ends of a range.
var rangeSign = regexp.MustCompile(`^[\s\d.,:;/()|–—-]*$`)
