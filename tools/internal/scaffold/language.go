package scaffold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// A Language is one of the site as config.toml has it.
type Language struct {
	Tag, Label, Locale, Direction string
	Weight                        int
}

// rightToLeft are the scripts that run so (Unicode, bidirectional class R or
// AL) and that a living language is written in.
var rightToLeft = map[string]bool{"Adlm": true, "Arab": true, "Hebr": true, "Mand": true, "Nkoo": true, "Rohg": true, "Samr": true, "Syrc": true, "Thaa": true, "Yezi": true}

// scripts are the languages that are read in more than one script, and which
// one their tag alone means on the web.
var scripts = map[string]string{"zh": "zh-Hans"}

// describe says of a language what its name for itself is, how it is tagged,
// and which way it runs. A language that CLDR does not name is called by its
// tag, for a person to mend.
func describe(tag string, weight int) Language {
	l := Language{Tag: tag, Label: tag, Locale: tag, Direction: "ltr", Weight: weight}
	parsed, err := language.Parse(tag)
	if err != nil {
		return l
	}
	l.Locale = parsed.String()
	if locale, ok := scripts[tag]; ok {
		l.Locale = locale
	}
	if script, confidence := parsed.Script(); confidence != language.No && rightToLeft[script.String()] {
		l.Direction = "rtl"
	}
	if name := display.Self.Name(parsed); name != "" {
		l.Label = capital(name)
	}
	return l
}

// capital begins a name with a capital letter, as a menu does, unless it has
// one of its own further on (isiZulu).
func capital(name string) string {
	for _, r := range name {
		if unicode.IsUpper(r) {
			return name
		}
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToTitle(first)) + name[size:]
}
