package clean

import (
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// The lengths and shares that tell a text in another language from one that
// names foreign things.
const (
	foreignWords = 12   // fewer words say nothing sure
	foreignShare = 0.18 // of words that only hold sentences together, at least
	foreignTimes = 1.5  // as many as of the declared language, which shares some
)

// languages says in the ledger where the text is in another language than the
// one declared: once if more than half of its words are, else block by block.
func languages(d *document) {
	in := map[*block]string{}
	all, words := 0, map[string]int{}
	var short strings.Builder // blocks that say nothing sure alone
	for _, b := range d.blocks {
		if !b.isProse() && b.Kind != source.Note {
			continue
		}
		if b.words() < foreignWords {
			short.WriteString(b.plain() + "\n")
			continue
		}
		all += b.words()
		if found := foreign(b.plain(), d.opts.Lang); found != "" {
			words[found] += b.words()
			in[b] = found
		}
	}
	if all == 0 {
		all = 1
		words[foreign(short.String(), d.opts.Lang)] = all
	}
	for _, found := range detectable {
		if words[found]*2 > all {
			d.log(report.Marked, "other-language", nil, d.opts.Lang, found)
			return
		}
	}
	for _, b := range d.blocks {
		if in[b] != "" {
			d.log(report.Marked, "foreign-text", b, b.plain(), in[b])
		}
	}
}

// foreign is the language of a text that is not in the language of tag, or
// empty. Its letters say it where the scripts differ, else the words that hold
// its sentences together; statistics, which cost more, must agree.
func foreign(text, tag string) string {
	if countWords(text) < foreignWords {
		return ""
	}
	shares := languageShares(text)
	own := baseLang(tag)
	least := max(foreignShare, foreignTimes*shares.of(own))
	for i, l := range lexicons() {
		if l.Lang != own && shares[i] >= least {
			if found := languageOf(text); found != own && shares.of(found) >= least {
				return found
			}
			return ""
		}
	}
	return ""
}

// shares are how much of a text is of each language, in the order of lexicons:
// of its letters, where the language has a script of its own among ours, else
// of its words, those that only hold sentences together.
type shares []float64

func (s shares) of(lang string) float64 {
	for i, l := range lexicons() {
		if l.Lang == lang {
			return s[i]
		}
	}
	return 0
}

func languageShares(text string) shares {
	s := make(shares, len(lexicons()))
	var count [3]int // of Arabic, Han and Cyrillic letters
	letters := 0
	for _, r := range text {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				letters++
			}
		case !unicode.IsLetter(r):
		default:
			letters++
			for k, script := range [...]*unicode.RangeTable{unicode.Arabic, unicode.Han, unicode.Cyrillic} {
				if r >= 0x400 && unicode.Is(script, r) {
					count[k]++
				}
			}
		}
	}
	of := functionWords()
	words := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letter(r) }) {
		words++
		for mask, i := of[w], 0; mask != 0; mask, i = mask>>1, i+1 {
			s[i] += float64(mask & 1)
		}
	}
	for i, l := range lexicons() {
		s[i] /= float64(max(1, words))
		for k, lang := range [...]string{"ar", "zh", "ru"} {
			if l.Lang == lang {
				s[i] = float64(count[k]) / float64(max(1, letters))
			}
		}
	}
	return s
}

// functionWords are the words that only hold sentences together, each with a
// bit for every language that has it.
var functionWords = sync.OnceValue(func() map[string]uint64 {
	all := map[string]uint64{}
	for i, l := range lexicons() {
		for _, w := range append(append([]string{}, l.Continues...), l.Openers...) {
			all[strings.TrimSuffix(w, "'")] |= 1 << i
		}
	}
	return all
})

var detectable = map[whatlanggo.Lang]string{whatlanggo.Arb: "ar", whatlanggo.Cmn: "zh", whatlanggo.Eng: "en", whatlanggo.Fra: "fr",
	whatlanggo.Rus: "ru", whatlanggo.Spa: "es", whatlanggo.Por: "pt"}

// languageOf is the language of a text, or empty where it is too short to say.
func languageOf(s string) string {
	if countWords(s) < 10 {
		return ""
	}
	allowed := map[whatlanggo.Lang]bool{}
	for l := range detectable {
		allowed[l] = true
	}
	return detectable[whatlanggo.DetectLangWithOptions(s, whatlanggo.Options{Whitelist: allowed})]
}

func baseLang(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}
