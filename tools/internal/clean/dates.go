package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A span is one day, or the first and the last of several, in ISO 8601.
type span struct {
	start, end string // end is empty for one day
	at, to     int    // where it stands in the text
}

type datePatterns struct {
	months     map[string]int
	names      []string
	dayFirst   *regexp.Regexp // 7-10 mars 2023, 30 June to 4 July 2025
	monthFirst *regexp.Regexp // April 8, 2013
	monthYear  *regexp.Regexp // June 2025
}

// datesOf are the patterns of each language: one for all would be an
// alternation of some two hundred names, which every line would pay for.
var datesOf = sync.OnceValue(func() (all []*datePatterns) {
	for _, l := range lexicons() {
		p := &datePatterns{months: map[string]int{}}
		for i, month := range l.Months {
			for _, name := range month {
				p.months[name] = i + 1
				p.names = append(p.names, name)
			}
		}
		month := `((?:` + oneOf(p.names) + `)(?:[/(] ?(?:` + oneOf(p.names) + `)\)?)?)\.?`
		day := `(\d{1,2})(?:er|ère|st|nd|rd|th|º|°|ª|\.)?`
		between := ` ?(?:[-–—/,]| (?:` + oneOf(l.Range) + `)) ?(?:el |le |the |du )?`
		of := `,? (?:de |du |del |of |d')?`
		ofMonth := `(?:,? (?:de |du |del |of |d')?)?` // an extractor may have lost the space
		year := `(\d{4})`
		p.dayFirst = regexp.MustCompile(`(?:^|[^\d\p{L}])` + day + `(?:` + of + month + `)?(?:` + of + year + `)?` +
			`(?:` + between + day + `)?` + ofMonth + month + `(?:` + of + year + `)?`)
		p.monthFirst = regexp.MustCompile(`(?:^|[^\p{L}])` + month + ` ` + day +
			`(?:` + between + `(?:` + month + ` )?` + day + `)?,? ` + year)
		p.monthYear = regexp.MustCompile(`(?:^|[^\p{L}])(?:(?:` + oneOf(p.names) + `) ?[-–—/] ?)?` + month + of + year)
		all = append(all, p)
	}
	return all
})

// namedIn reports whether one of the months is named in a text in lower case.
func (p *datePatterns) namedIn(s string) bool {
	for _, name := range p.names {
		if strings.Contains(s, name) {
			return true
		}
	}
	return false
}

var (
	hanDate = regexp.MustCompile(`(\d{4}) ?年 ?(\d{1,2}) ?月` +
		`(?: ?(\d{1,2}) ?[日号](?: ?[至到\-–—] ?(?:(\d{1,2}) ?月 ?)?(\d{1,2}) ?[日号])?)?`)
	isoDate = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// datesIn finds the dates of a text in the archive's languages. A date without
// a year is none.
func datesIn(s string) []span {
	s = latinDigits(s)
	if !hasYear(s) {
		return nil
	}
	s = foldMarks.Replace(strings.ToLower(s))
	var found []span
	add := func(m []int, start, end string) {
		for _, f := range found {
			if m[0] < f.to && f.at < m[1] {
				return
			}
		}
		if end == start {
			end = ""
		}
		found = append(found, span{start, end, m[0], m[1]})
	}
	group := func(m []int, n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return s[m[2*n]:m[2*n+1]]
	}
	var languages []*datePatterns
	for _, p := range datesOf() {
		if p.namedIn(s) {
			languages = append(languages, p)
		}
	}
	if !strings.Contains(s, "年") && !strings.Contains(s, "-") && len(languages) == 0 {
		return nil
	}
	for _, m := range hanDate.FindAllStringSubmatchIndex(s, -1) {
		year, month := group(m, 1), number(group(m, 2))
		end := ""
		if d := group(m, 5); d != "" {
			last := month
			if group(m, 4) != "" {
				last = number(group(m, 4))
			}
			end = iso(year, last, d)
		}
		add(m, iso(year, month, group(m, 3)), end)
	}
	for _, m := range isoDate.FindAllStringSubmatchIndex(s, -1) {
		add(m, iso(group(m, 1), number(group(m, 2)), group(m, 3)), "")
	}
	for _, p := range languages {
		for _, m := range p.monthFirst.FindAllStringSubmatchIndex(s, -1) {
			year, month, end := group(m, 5), p.month(group(m, 1)), ""
			if d := group(m, 4); d != "" {
				last := month
				if group(m, 3) != "" {
					last = p.month(group(m, 3))
				}
				end = iso(year, last, d)
			}
			add(m, iso(year, month, group(m, 2)), end)
		}
	}
	for _, p := range languages {
		for _, m := range p.dayFirst.FindAllStringSubmatchIndex(s, -1) {
			// 1 day, 2 its month, 3 its year, 4 last day, 5 month, 6 year
			year, month := group(m, 6), p.month(group(m, 5))
			if year == "" {
				continue
			}
			if group(m, 4) == "" {
				if group(m, 2) == "" {
					add(m, iso(year, month, group(m, 1)), "")
				}
				continue
			}
			from, fromYear := month, year
			if group(m, 2) != "" {
				from = p.month(group(m, 2))
			}
			if group(m, 3) != "" {
				fromYear = group(m, 3)
			}
			add(m, iso(fromYear, from, group(m, 1)), iso(year, month, group(m, 4)))
		}
	}
	for _, p := range languages {
		for _, m := range p.monthYear.FindAllStringSubmatchIndex(s, -1) {
			add(m, iso(group(m, 2), p.month(group(m, 1)), ""), "")
		}
	}
	real := found[:0]
	for _, f := range found {
		if f.start != "" { // a day that does not exist is no date, nor is its month
			real = append(real, f)
		}
	}
	return real
}

// hasYear spares most texts the patterns: four digits stand in every date.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}

func (p *datePatterns) month(name string) int {
	if n, ok := p.months[name]; ok {
		return n
	}
	head := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '(' })
	return p.months[strings.TrimSpace(head[0])]
}

// iso is a date in ISO 8601, or empty if there is no such day.
func iso(year string, month int, day string) string {
	y := number(year)
	if y < 1850 || y > 2200 || month < 1 || month > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, month)
	}
	d := number(day)
	lengths := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	last := lengths[month-1]
	if month == 2 && (y%4 == 0 && y%100 != 0 || y%400 == 0) {
		last = 29
	}
	if d < 1 || d > last {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, month, d)
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// latinDigits writes the digits of other scripts as 0 to 9.
func latinDigits(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f && unicode.IsDigit(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r <= 0x7f || !unicode.IsDigit(r) {
			return r
		}
		zero := r
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + (r - zero)
	}, s)
}

// shortDates is a text with each of its dates written as its first day, so that
// the dash of “25 October – 3 November 2016” parts nothing.
func shortDates(text string, found []span) string {
	lowered := foldMarks.Replace(strings.ToLower(latinDigits(text)))
	if len(lowered) != len(text) {
		return text
	}
	for _, f := range found {
		if f.end == "" || f.to > len(text) || len(f.start) != len("2006-01-02") {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[f.at:])
		if letter(r) {
			size = 0 // the date begins the text
		}
		return text[:f.at+size] + f.start + text[f.to:]
	}
	return text
}
