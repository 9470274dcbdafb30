package cite

import (
	"fmt"
	"strings"

	"rapporteur/tools/internal/message"
)

// months are BibTeX's own names of them, which every style knows.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// BibTeX is the work as an entry that both BibTeX and biblatex read. Names and
// titles stand in two pairs of braces: a body is no person with a first name,
// and no style may change the case of a title. The notices are in annotation,
// which no style prints unless asked to.
func (w *Work) BibTeX(say *message.Printer) []byte {
	var b strings.Builder
	kind := "misc"
	if w.isReport() {
		kind = "techreport"
	}
	fmt.Fprintf(&b, "@%s{%s", kind, w.key())
	raw := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = %s", name, value)
		}
	}
	field := func(name, value string) {
		if value = oneLine(value); value != "" {
			raw(name, "{"+texEscape(value)+"}")
		}
	}
	exact := func(name, value string) {
		if value = oneLine(value); value != "" {
			raw(name, "{{"+texEscape(value)+"}}")
		}
	}
	names := func(name string, values []string) {
		var list []string
		for _, v := range values {
			list = append(list, "{"+texEscape(oneLine(v))+"}")
		}
		if len(list) > 0 {
			raw(name, "{"+strings.Join(list, " and ")+"}")
		}
	}
	if w.Publisher != "" {
		names("author", []string{w.Publisher})
	}
	exact("title", w.Title)
	exact("subtitle", w.Subtitle)
	if w.Type != "" {
		field("type", say.Say("type_"+string(w.Type), nil))
	}
	if kind == "techreport" {
		exact("institution", w.Publisher)
	} else {
		exact("organization", w.Publisher)
	}
	field("number", strings.Join(w.Symbols, ", "))
	exact("eventtitle", w.Event)
	exact("venue", w.Place)
	parts := dateParts(w.Date)
	field("date", w.Date)
	if len(parts) > 0 {
		field("year", parts[0])
	}
	if len(parts) > 1 {
		for i, name := range months {
			if fmt.Sprintf("%02d", i+1) == parts[1] {
				raw("month", name)
			}
		}
	}
	field("language", LanguageName(w.Locale, "en"))
	names("translator", w.Translators)
	if w.Original != "" {
		field("origlanguage", LanguageName(w.Original, "en"))
	}
	exact("origtitle", w.originalTitle())
	field("version", w.Edition)
	field("note", w.Credit(say))
	var notices []string
	for _, n := range w.Notices {
		notices = append(notices, n.Text)
	}
	field("annotation", strings.Join(notices, " "))
	field("library", w.Archive)
	raw("swhid", braced(w.SWHID)) // as biblatex-software names it
	raw("url", braced(texURL(w.Permalink)))
	b.WriteString("\n}\n")
	return []byte(b.String())
}

func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + s + "}"
}

var texEscaper = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)

// texEscape writes text so that TeX shows it as it is. BibTeX counts braces
// whether or not a backslash stands before them, so that those that do not
// pair are called by their names, which fewer programs know.
func texEscape(s string) string {
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	escaped := texEscaper.Replace(s)
	if depth != 0 {
		escaped = strings.NewReplacer(`\{`, `\textbraceleft{}`, `\}`, `\textbraceright{}`).Replace(escaped)
	}
	return escaped
}

// texURL writes an address for a field that is read as it stands: of what may
// be in one, only braces and backslashes have a meaning there.
func texURL(s string) string {
	return strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", " ", "%20").Replace(s)
}
