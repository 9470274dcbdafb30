package check

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

func hashes(level int) string { return strings.Repeat("#", level) }

// patternTimes is how often words must head sections to be a pattern.
const patternTimes = 3

// headingLevels (C02) finds headings of one rank at different levels: siblings
// by their numbers, or the same words. A level that is skipped is a variant.
func headingLevels(c *Context) {
	type seen struct {
		level int
		text  string
	}
	numbered := make(map[string]seen) // by style and number
	worded := make(map[string][]int)  // the headings with the same words
	var order []string                // of these words
	above, inconsistent := 1, 0
	var first *report.Unit
	var other seen
	wrong := func(u *report.Unit, s seen) {
		if inconsistent++; first == nil {
			first, other = u, s
		}
	}
	for i := range c.units {
		u := &c.units[i]
		if u.Kind != report.Heading || u.Quote {
			continue
		}
		if u.Level == 1 || u.Level > above+1 {
			c.vary("level", report.Warning, u, "Text", c.plain[i], "Level", hashes(u.Level), "Expected", hashes(max(2, min(u.Level, above+1))))
		}
		above = u.Level
		now := seen{u.Level, c.plain[i]}
		if style, n := enumerator(c.plain[i]); n > 0 {
			before, ok := numbered[style+strconv.Itoa(n-1)]
			if ok && before.level != u.Level {
				wrong(u, before)
			}
			numbered[style+strconv.Itoa(n)] = now
			continue
		}
		key := unit.Fold(strings.ToLower(c.plain[i]))
		if worded[key] == nil {
			order = append(order, key)
		}
		worded[key] = append(worded[key], i)
	}
	for _, key := range order {
		same := worded[key]
		if len(same) < patternTimes {
			continue
		}
		for _, k := range same[1:] {
			if u := &c.units[k]; u.Level != c.units[same[0]].Level {
				wrong(u, seen{c.units[same[0]].Level, c.plain[k]})
			}
		}
	}
	if first != nil {
		c.say(first, "Text", page.Plain(first.Text), "Level", hashes(first.Level), "Other", other.text, "OtherLevel", hashes(other.level), "Count", strconv.Itoa(inconsistent))
	}
}

var enumerated = regexp.MustCompile(`^(?:([IVXL]{1,7})|(\d{1,2})|([A-Z]))[.)\-–—][\s\x{a0}]`)

// enumerator reads the number that a heading begins with: its style and value,
// or 0. A single I, V, X or L is Roman.
func enumerator(s string) (style string, n int) {
	m := enumerated.FindStringSubmatch(s)
	switch {
	case m == nil:
		return "", 0
	case m[1] != "":
		return "roman", fromRoman(m[1])
	case m[2] != "":
		n, _ = strconv.Atoi(m[2])
		return "arabic", n
	}
	return "letter", int(m[3][0]-'A') + 1
}

var romanValues = []struct {
	digits string
	value  int
}{{"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

func fromRoman(s string) int {
	n := 0
	for _, r := range romanValues {
		for strings.HasPrefix(s, r.digits) {
			s, n = s[len(r.digits):], n+r.value
		}
	}
	if s != "" {
		return 0
	}
	return n
}

func toRoman(n int) string {
	var b strings.Builder
	for _, r := range romanValues {
		for n >= r.value {
			b.WriteString(r.digits)
			n -= r.value
		}
	}
	return b.String()
}
