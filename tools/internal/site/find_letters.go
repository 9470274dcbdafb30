package site

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// newCollator orders words as readers of a language do: the order is CLDR's,
// which for Chinese is that of pinyin.
func newCollator(locale string) *collate.Collator {
	return collate.New(language.Make(locale), collate.Loose, collate.Numeric)
}

// compare orders two labels as this language does.
func (c *composer) compare(a, b string) int {
	if n := c.collator.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// An indexed is a line of the index from A to Z.
type indexed struct {
	link
	Kind string `json:"kind"` // what it is, as a word of the page
	key  string // what it is filed by: its title without an article
}

// A letter is a part of the index.
type letter struct {
	Name  string    `json:"name"`
	ID    string    `json:"id"`
	Lines []indexed `json:"lines"`
}

// letters writes the index from A to Z: themes, events, speakers,
// organisations, symbols and titles of reports, under the letters that this
// language has.
func (c *composer) letters() {
	var lines []indexed
	for i := range c.archive.Themes {
		t := &c.archive.Themes[i]
		lines = append(lines, indexed{link{URL: c.url("themes/" + t.ID), Title: t.Label(c.language.Tag)}, "index_theme", ""})
	}
	for _, r := range c.archive.Reports {
		e := c.entry(r)
		lines = append(lines, indexed{link{URL: e.URL, Title: e.Title, Lang: e.Lang, Dir: e.Dir}, "index_report", ""})
	}
	kinds := map[string]string{"events": "index_event", "organisations": "index_organisation", "speakers": "index_speaker", "symbols": "index_symbol"}
	for _, w := range c.index.ways {
		for _, k := range w.keywords {
			if kind := kinds[w.key]; kind != "" {
				lines = append(lines, indexed{c.keywordLink(w, k), kind, ""})
			}
		}
	}
	articles := strings.Fields(c.say.Say("index_articles", nil))
	for i := range lines {
		lines[i].key = lines[i].Title
		if lines[i].Lang == "" {
			lines[i].key = withoutArticle(lines[i].Title, articles)
		}
	}
	slices.SortStableFunc(lines, func(a, b indexed) int { return c.compare(a.key, b.key) })
	c.write("index-a-z.md", hugoPage{Title: c.say.Say("index", nil), Layout: "letters", Type: "find", URL: c.url("index"), Build: unlisted, Params: map[string]any{
		"letters": group(lines, alphabet(c.say.Say("index_letters", nil)), c.collator), "alternates": c.alternates("index/", nil),
	}})
}

// withoutArticle is a title as an index files it: without the article that it
// begins with. One that the language joins to the word (ال, L’) is cut off as it
// stands; another must be a word of its own.
func withoutArticle(title string, articles []string) string {
	for _, a := range articles {
		if rest, ok := strings.CutPrefix(title, a); ok {
			last := []rune(a)[len([]rune(a))-1]
			if word, spaced := strings.CutPrefix(rest, " "); spaced {
				rest = word
			} else if last != '’' && !unicode.Is(unicode.Arabic, last) {
				continue
			}
			if len([]rune(rest)) > 1 {
				return rest
			}
		}
	}
	return title
}

// A rung is a letter of an alphabet and the first word that stands under it.
type rung struct{ name, from string }

// alphabet reads the message index_letters: letters with spaces between them;
// where the letter is not the first word under it, that follows a slash (B/八).
func alphabet(s string) []rung {
	var list []rung
	for _, f := range strings.Fields(s) {
		name, from, ok := strings.Cut(f, "/")
		if !ok {
			from = name
		}
		list = append(list, rung{name, from})
	}
	return list
}

// group puts sorted lines under the letters of an alphabet. Words of another
// script follow under letters of their own, digits and all else at the end.
func group(lines []indexed, letters []rung, order *collate.Collator) []letter {
	byName := map[string]*letter{}
	var own, foreign []string
	for _, r := range letters {
		if !slices.Contains(own, r.name) {
			own = append(own, r.name)
		}
	}
	for _, line := range lines {
		name := letterOf(line.key, letters, order)
		if byName[name] == nil {
			byName[name] = &letter{Name: name}
			if !slices.Contains(own, name) && name != "0–9" && name != "…" {
				foreign = append(foreign, name)
			}
		}
		byName[name].Lines = append(byName[name].Lines, line)
	}
	slices.Sort(foreign)
	var list []letter
	for _, name := range slices.Concat(own, foreign, []string{"0–9", "…"}) {
		if l := byName[name]; l != nil {
			l.ID = fmt.Sprintf("l%x", []rune(name)[0]) // letters of any script, in ASCII
			list = append(list, *l)
		}
	}
	return list
}

// letterOf is the letter that a word stands under.
func letterOf(word string, letters []rung, order *collate.Collator) string {
	first := rune(0)
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			first = r
			break
		}
	}
	switch {
	case first == 0:
		return "…"
	case unicode.IsDigit(first):
		return "0–9"
	}
	found := ""
	for _, r := range letters {
		if from := []rune(r.from)[0]; script(from) == script(first) && order.CompareString(r.from, string(first)) <= 0 {
			found = r.name
		}
	}
	if found != "" {
		return found
	}
	if script(first) == unicode.Han {
		return "漢"
	}
	return string(unicode.ToUpper([]rune(norm.NFKD.String(string(first)))[0]))
}

// script is the script of a letter, as far as an index must tell.
func script(r rune) *unicode.RangeTable {
	for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Han, unicode.Arabic, unicode.Cyrillic, unicode.Greek, unicode.Devanagari, unicode.Hebrew} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}
