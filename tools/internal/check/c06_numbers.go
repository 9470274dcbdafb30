package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/tools/internal/unit"
)

// missingNumbers (C06) finds numbers of the reference that the translation
// does not have in any form: digits of any script, words, Roman, a month.
func missingNumbers(c *Context) {
	c.allPairs(func(p pair) {
		ours := c.words
		if p.foreign != "" {
			if ours = wordsOf(p.foreign); !shareNumber(p.there, p.here) {
				return
			}
		}
		lost := unsaid(p.there, wordsOf(c.reference.Lang), p.here+p.ownNear, ours)
		if lost == "" && !p.joined && p.ownNear == "" && p.refNear == "" {
			lost = fewer(p.there, p.here)
		}
		if lost != "" {
			c.say(p.own, "Numbers", lost, "Reference", p.there, "Text", p.here)
		}
	})
}

// shareNumber reports whether two texts have a number in common: then what is
// quoted in another language is the same thing.
func shareNumber(a, b string) bool {
	have := valuesIn(b)
	return slices.ContainsFunc(numbersIn(a), func(n number) bool { return have[n.value] })
}

// addedNumbers (C07) finds numbers that only the translation has.
func addedNumbers(c *Context) {
	c.pairs(func(p pair) {
		if added := unsaid(p.here, c.words, p.there+p.refNear, wordsOf(c.reference.Lang)); added != "" {
			c.say(p.own, "Numbers", added, "Reference", p.there, "Text", p.here)
		}
	})
}

// unsaid lists the numbers of from that text does not say in its own language.
func unsaid(from string, theirs *words, text string, ours *words) string {
	numbers := numbersIn(from)
	if len(numbers) == 0 {
		return ""
	}
	have := valuesIn(text)
	var list []string
	for _, n := range numbers {
		if !have[n.value] && !said(n, have, theirs, text, ours) {
			list = append(list, n.text)
		}
	}
	return strings.Join(list, ", ")
}

// A number is a numeral in a text.
type number struct {
	text  string // as written
	value string // digits of ASCII, without separators of thousands and leading zeros, parts joined by full stops
	after string // the word that follows
	month bool   // it may be one: 6/2025, 6月
}

// mostNumbers is how many numerals of one unit are compared.
const mostNumbers = 200

var (
	numeral  = regexp.MustCompile(`\d+(?:[.,\x{66b}\x{66c}'’ \x{a0}\x{202f}\x{2009}]\d+)*`)
	thousand = regexp.MustCompile(`^\d{1,3}(?:[,\x{66c}'’ \x{a0}\x{202f}\x{2009}.]\d{3})+`)
)

// fraction is what may follow the thousands of a number.
var fraction = regexp.MustCompile(`^[.,\x{66b}]\d{1,2}$`)

// numbersIn finds the numerals of s that a translation must have: all but a
// bare 1, which languages write as an article.
func numbersIn(s string) []number {
	s = foldDigits(s)
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var list []number
	for _, at := range numeral.FindAllStringIndex(s, mostNumbers) {
		after := strings.TrimSpace(s[at[1]:])
		if end := strings.IndexFunc(after, unicode.IsSpace); end >= 0 {
			after = after[:end]
		}
		for _, v := range values(s[at[0]:at[1]]) {
			if v.value != "1" {
				v.after = strings.ToLower(after)
				v.month = strings.HasPrefix(after, "月") || strings.HasPrefix(after, "월") || strings.HasPrefix(after, "/") || strings.HasSuffix(s[:at[0]], "/") || strings.HasPrefix(after, "-") || strings.HasSuffix(s[:at[0]], "-")
				list = append(list, v)
			}
		}
	}
	return list
}

// values reads a run of digits and separators: one number if it is grouped by
// thousands, else one for each piece between spaces.
func values(s string) []number {
	if m := thousand.FindString(s); m != "" && (m == s || fraction.MatchString(s[len(m):])) {
		value := trimZeros(digitsOnly(m))
		if m != s {
			value += "." + digitsOnly(s[len(m):])
		}
		return []number{{text: s, value: value}}
	}
	var list []number
	for _, piece := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\'' || r == '’' }) {
		parts := strings.FieldsFunc(piece, func(r rune) bool { return r < '0' || r > '9' })
		for i := range parts {
			if i == 0 || len(parts) > 2 {
				parts[i] = trimZeros(parts[i]) // 05.06.2024, but 0.05
			}
		}
		list = append(list, number{text: piece, value: strings.Join(parts, ".")})
	}
	return list
}

// valuesIn are the values of s, and of the parts of its numerals: a date may be
// written with full stops, a list with commas.
func valuesIn(s string) map[string]bool {
	have := make(map[string]bool)
	for _, text := range numeral.FindAllString(foldDigits(s), -1) {
		for _, v := range values(text) {
			have[v.value] = true
		}
		have[trimZeros(digitsOnly(text))] = true
		if strings.ContainsAny(text, ", \u00a0") {
			for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
				have[trimZeros(part)] = true
			}
		}
	}
	for _, n := range numbersIn(s) {
		if hour, minute, ok := clock(n); ok {
			have[hour], have[afternoon(hour)], have[minute] = true, true, true
		}
	}
	return have
}

// clock reads a time of day of the English kind, 4.30 p.m., which others write
// as 16 h 30 or 16:30.
func clock(n number) (hour, minute string, ok bool) {
	m := clockTime.FindStringSubmatch(n.text)
	if m == nil || !halfDay.MatchString(n.after) {
		return "", "", false
	}
	return trimZeros(m[1]), trimZeros(m[2]), true
}

var (
	clockTime = regexp.MustCompile(`^([01]?\d)[.:]([0-5]\d)$`)
	halfDay   = regexp.MustCompile(`(?i)^[ap]\.?m\b`)
)

// afternoon is an hour as those say it who count to 24.
func afternoon(hour string) string {
	n, _ := strconv.Atoi(hour)
	return strconv.Itoa(n + 12)
}

// said reports whether text, which has the values have and is in the language
// ours, says in another way what n is in the language theirs.
func said(n number, have map[string]bool, theirs *words, text string, ours *words) bool {
	after := strings.Trim(n.after, ".,;:()")
	for _, m := range theirs.Magnitudes {
		if strings.HasPrefix(after, strings.ToLower(m)) {
			return true // a million here is a hundred myriads there
		}
	}
	whole, err := strconv.Atoi(n.value)
	if err != nil {
		if hour, minute, ok := clock(n); ok {
			return (have[hour] || have[afternoon(hour)]) && (have[minute] || minute == "0")
		}
		// Where one writes from the right, 3.1.2 is set as 2.1.3; and one language
		// begins a date with the day, another with the year.
		parts := strings.Split(n.value, ".")
		slices.Reverse(parts)
		if (len(parts) > 2 || theirs.RightToLeft != ours.RightToLeft) && have[strings.Join(parts, ".")] {
			return true
		}
		// The parts of a list such as 9,16 may stand apart.
		if parts := strings.Split(n.value, "."); len(parts) > 1 && strings.Contains(n.text, ",") {
			for _, part := range parts {
				if !have[trimZeros(part)] {
					return false
				}
			}
			return true
		}
		return false
	}
	lower := strings.ToLower(text)
	wide := unit.Wide(text)
	in := func(forms string) bool {
		for _, form := range strings.Split(forms, "|") {
			if form != "" && (wide && strings.Contains(lower, form) || hasWord(lower, strings.ToLower(form))) {
				return true
			}
		}
		return false
	}
	switch {
	case len(ours.Numbers) == 0 && whole <= 12:
		return true // nobody has said how this language writes numbers and months in words
	case whole < len(ours.Numbers) && in(ours.Numbers[whole]):
		return true
	case n.month && whole >= 1 && whole <= len(ours.Months) && in(ours.Months[whole-1]):
		return true
	case whole >= 1 && whole <= 40 && strings.Contains(text, toRoman(whole)):
		return true
	case wide && whole < 100 && strings.Contains(text, ideographs(whole)):
		return true
	}
	for _, pm := range theirs.Afternoon {
		if strings.HasPrefix(n.after, pm) && have[strconv.Itoa(whole+12)] {
			return true
		}
	}
	return false
}

// hasWord reports whether s has the word, in small letters; form ends in * if
// it is a stem that words begin with. Arabic writes articles and particles as
// one with the word, and endings after it.
func hasWord(s, form string) bool {
	word, stem := strings.CutSuffix(form, "*")
	for from := 0; ; {
		at := strings.Index(s[from:], word)
		if at < 0 {
			return false
		}
		at += from
		from = at + len(word)
		before, after := lettersBefore(s[:at]), lettersAfter(s[from:])
		switch {
		case before == "" && (stem || after == ""):
			return true
		case !cased(word) && strings.Trim(before, "وفبكلا") == "" && utf8.RuneCountInString(after) <= 2:
			return true
		}
	}
}

func lettersBefore(s string) string {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if notLetter(r) {
			return s[i:]
		}
		i -= size
	}
	return s
}

func lettersAfter(s string) string {
	if at := strings.IndexFunc(s, notLetter); at >= 0 {
		return s[:at]
	}
	return s
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// ideographs is n, below 100, as Chinese and Japanese write it.
func ideographs(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 10:
		return string(digits[n])
	case n < 20:
		return strings.TrimSuffix("十"+string(digits[n%10]), "〇")
	}
	return strings.TrimSuffix(string(digits[n/10])+"十"+string(digits[n%10]), "〇")
}

// foldDigits writes the digits of any script as 0 to 9: the digits of a script
// stand in Unicode in runs of ten.
func foldDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r > '9' && unicode.IsDigit(r) {
			zero := r
			for zero > r-9 && unicode.IsDigit(zero-1) {
				zero--
			}
			return '0' + r - zero
		}
		return r
	}, s)
}

func digitsOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return s[:min(1, len(s))]
}
