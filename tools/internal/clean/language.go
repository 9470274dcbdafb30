package clean

import (
	"strings"
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
	sampleSize   = 60_000
)

// languages says in the ledger where the text is in another language than the
// one declared: once if most of it is, else block by block.
func languages(d *document) {
	var sample strings.Builder
	for _, b := range d.blocks {
		if sample.Len() < sampleSize && b.isProse() {
			sample.WriteString(b.plain() + "\n")
		}
	}
	if found := foreign(sample.String(), d.opts.Lang); found != "" {
		d.log(report.Marked, "other-language", nil, d.opts.Lang, found)
		return
	}
	for _, b := range d.blocks {
		if !b.isProse() && b.Kind != source.Note || b.words() < foreignWords {
			continue
		}
		if found := foreign(b.plain(), d.opts.Lang); found != "" {
			d.log(report.Marked, "foreign-text", b, b.plain(), found)
		}
	}
}

// foreign is the language of a text that is not in the language of tag, or
// empty. Letters say it where the scripts differ; else the words that hold its
// sentences together must, and their statistics too.
func foreign(text, tag string) string {
	if countWords(text) < foreignWords {
		return ""
	}
	found := languageOf(text)
	if found == "" || found == baseLang(tag) {
		return ""
	}
	theirs := languageShare(text, found)
	ours := languageShare(text, baseLang(tag))
	if theirs < foreignShare || theirs < foreignTimes*ours {
		return ""
	}
	return found
}

// languageShare is how much of a text is of a language: of its letters, where
// the language has a script of its own among ours, else of its words, those
// that only hold sentences together.
func languageShare(text, lang string) float64 {
	script := map[string]*unicode.RangeTable{"ar": unicode.Arabic, "zh": unicode.Han, "ru": unicode.Cyrillic}[lang]
	n, of := 0, 0
	if script != nil {
		for _, r := range text {
			if unicode.IsLetter(r) {
				of++
				if unicode.Is(script, r) {
					n++
				}
			}
		}
		return float64(n) / float64(max(1, of))
	}
	var own map[string]bool
	for _, l := range lexicons() {
		if l.Lang == lang {
			own = functionWords(l)
		}
	}
	for _, w := range strings.FieldsFunc(foldMarks.Replace(strings.ToLower(text)), func(r rune) bool { return !letter(r) }) {
		of++
		if own[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, of))
}

func functionWords(l *lexicon) map[string]bool {
	set := map[string]bool{}
	for _, w := range append(append([]string{}, l.Continues...), l.Openers...) {
		set[strings.TrimSuffix(w, "'")] = true
	}
	return set
}

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
