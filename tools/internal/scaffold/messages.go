package scaffold

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"rapporteur/tools/internal/message"
)

// messages is the i18n file of a language: the one that ships, of the language
// or of the one that it is a form of; else one made from English, with which
// the site builds while people translate it.
func messages(lang string, carried Carried) ([]byte, error) {
	base, _, _ := strings.Cut(lang, "-")
	for _, have := range []string{lang, base} {
		if data, err := fs.ReadFile(carried.Messages, "i18n/"+have+".toml"); err == nil {
			return data, nil
		}
	}
	english, err := fs.ReadFile(carried.Messages, "i18n/en.toml")
	if err != nil {
		return nil, err
	}
	l := describe(lang, 0)
	note := fmt.Sprintf(toTranslate, l.Label, lang, strings.Join(message.Forms(lang), ", "))
	return []byte(note + respell(string(english), message.Forms(lang))), nil
}

const toTranslate = `# The words of the site in %[1]s (%[2]s). They are English still: translate what stands
# between the quotation marks, in any order, a few lines a day if you like. The
# site builds all the while.
#
# Leave what stands between {{ and }} as it is: a number or a name comes there.
# A message with a number has the forms that your language needs: %[3]s. If two
# of them read the same, write the same twice.

`

// A message that counts stands in one line; which messages are the tool's, and
// never on a page, their keys tell.
var (
	counting = regexp.MustCompile(`^([a-z0-9_]+) = \{ .*\bother = ("(?:[^"\\]|\\.)*") \}$`)
	ofTool   = regexp.MustCompile(`^(?:help|error|problem|reason|import|review|init|adopt|adopted|new_archive)(?:_[a-z0-9_]+)? = `)
)

// respell gives the messages of the site with the plural forms of another
// language, each as the English one says it. What only the tool says is left
// out: there English stands in.
func respell(english string, forms []string) string {
	var b strings.Builder
	skipping := false // inside a text of several lines that is left out
	for line := range strings.Lines(english) {
		text := strings.TrimRight(line, "\r\n")
		switch {
		case skipping:
			skipping = !strings.HasSuffix(text, `"""`)
			continue
		case ofTool.MatchString(text):
			skipping = strings.HasSuffix(text, `= """`)
			continue
		}
		if m := counting.FindStringSubmatch(text); m != nil {
			b.WriteString(m[1] + " = { ")
			for i, form := range forms {
				if i > 0 {
					b.WriteString(", ")
				}
				b.WriteString(form + " = " + m[2])
			}
			b.WriteString(" }\n")
			continue
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}
