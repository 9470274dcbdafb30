package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"rapporteur/tools/internal/report"
)

// The text that a language is told by.
const (
	detectLeast = 400  // letters; less is not sure
	detectMost  = 3000 // bytes are enough
)

// declaredLanguage (C47) finds a file whose text is in another language of the
// site than its name says.
func declaredLanguage(c *Context) {
	if seen := otherText(c); seen != "" {
		c.sayLine(1, "Lang", c.own.Lang, "Seen", seen)
	}
}

// otherText is the language that the text as a whole is in, if it is not the
// one of the file's name.
func otherText(c *Context) string {
	var sample strings.Builder
	for i := range c.units {
		if sample.Len() < detectMost && !c.left[i] && !c.units[i].Quote && c.units[i].Kind != report.Row {
			sample.WriteString(c.plain[i] + "\n")
		}
	}
	text := sample.String()
	if letters := strings.Map(onlyLetters, text); utf8.RuneCountInString(letters) < detectLeast {
		return ""
	}
	lang := base(c.own.Lang)
	scripts := scriptsOf(lang)
	among := make(map[whatlanggo.Lang]bool) // the site's languages, which alone are likely
	declared := false
	for l := range whatlanggo.Langs {
		if code := l.Iso6391(); code != "" && (code == lang || c.archive.Config.Has(code)) {
			among[l] = true
			declared = declared || code == lang
		}
	}
	info := whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: among})
	seen := info.Lang.Iso6391()
	switch {
	case scripts != nil && share(text, scripts) < scriptShare:
		if seen == "" || seen == lang {
			return "und"
		}
		return seen
	case declared && seen != lang && info.Confidence >= whatlanggo.ReliableConfidenceThreshold:
		return seen
	}
	return ""
}

func onlyLetters(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}
