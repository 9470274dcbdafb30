package check

import (
	"regexp"
	"sort"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

var (
	leftover     = regexp.MustCompile(`(?:^|[^A-Za-z0-9_/.?-])(x{3,}|X{4,}|TODO|FIXME|TBD|\?{3,}|(?i:lorem ipsum))(?:\.?(?:\s|$)|[^A-Za-z0-9_/.?-])`)
	bracketed    = regexp.MustCompile(`\[([^\[\]^][^\[\]]{0,60})\]`)
	glyph        = regexp.MustCompile(`[•▪◦‣●■□➢➤❖]\s`)
	roundBullet  = regexp.MustCompile(`(?:^|\p{L} )o \p{Lu}`) // how some fonts' bullets are read
	notBracketed = regexp.MustCompile(`^[\d\s.,…/?!-]*$`)
)

// bracketTimes is how often words in brackets stand in a text before they are
// no longer the author's.
const bracketTimes = 3

// placeholders (C24) finds what somebody meant to come back to. The same words
// in brackets again and again, as icons leave them, are a variant, and so are
// the bullets of a list that became text.
func placeholders(c *Context) {
	type token struct {
		unit  *report.Unit
		count int
	}
	tokens := make(map[string]*token)
	c.each(func(i int, u *report.Unit) {
		s := c.plain[i]
		if at, word := c.placeholder(s); at >= 0 {
			c.say(u, "Placeholder", word, "Text", around(s, at, at+len(word)))
		}
		if at := c.bullet(u, s); at != nil {
			c.vary("bullet", report.Warning, u, "Placeholder", strings.TrimSpace(s[at[0]:at[1]]), "Text", around(s, at[0], at[1]))
		}
		if !strings.Contains(s, "[") {
			return
		}
		for _, m := range bracketed.FindAllStringSubmatch(s, -1) {
			if notBracketed.MatchString(m[1]) || c.words.marks[strings.ToLower(m[1])] {
				continue
			}
			if tokens[m[1]] == nil {
				tokens[m[1]] = &token{unit: u}
			}
			tokens[m[1]].count++
		}
	})
	var repeated []string
	for text, t := range tokens {
		if t.count >= bracketTimes {
			repeated = append(repeated, text)
		}
	}
	sort.Strings(repeated)
	for _, text := range repeated {
		c.vary("bracket", report.Warning, tokens[text].unit, "Placeholder", "["+text+"]", "Count", strconv.Itoa(tokens[text].count))
	}
}

// placeholder finds what anybody, or this language, writes for "still to come".
func (c *Context) placeholder(s string) (int, string) {
	if hasAny(s, "xxx", "XXXX", "TODO", "FIXME", "TBD", "???", "psum") {
		if at := leftover.FindStringSubmatchIndex(s); at != nil {
			return at[2], s[at[2]:at[3]]
		}
	}
	for _, p := range c.words.Placeholders {
		if at := strings.Index(s, p); at >= 0 {
			return at, p
		}
	}
	return -1, ""
}

// bullet finds a bullet in the text. A lone o is one in the languages that
// have no such word.
func (c *Context) bullet(u *report.Unit, s string) []int {
	if u.Kind == report.Row {
		return nil
	}
	if strings.ContainsAny(s, "•▪◦‣●■□➢➤❖") {
		if at := glyph.FindStringIndex(s); at != nil {
			return at
		}
	}
	if u.Kind != report.Item || !c.words.known || c.words.function["o"] || !strings.Contains(s, "o ") {
		return nil
	}
	return roundBullet.FindStringIndex(s)
}
