package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dashedName is a name in capitals and a dash, as the debates of some
// parliaments print it: “O SR. PRESIDENTE (Ana Brito) – ”.
var dashedName = regexp.MustCompile(`^(?:\*\*)?([^*\n–—-]{4,80}?(?:\([^()\n]{1,60}\))?)(?:\*\*)?` +
	`\.?[ \x{a0}]+[-–—]{1,2}[ \x{a0}]+(\S.*)$`)

// pointedName is a title, a name, perhaps an office, a full stop and a dash:
// “El señor PÉREZ (Presidente).- ”, “Mme Anne Morel, rapporteure. – ”.
var pointedName = regexp.MustCompile(`^(?:\*\*)?([^*\n.–—]{1,16}\.?[^*\n.–—]{2,70}?(?:\([^()\n]{1,60}\))?) ?\.(?:\*\*)?` +
	` ?(?:[-–—]|\\-){1,2}(?:\*\*)?[ \x{a0}]*(\S.*)$`)

// pointed spares most texts the pattern: a full stop stands before the dash.
func pointed(s string) []string {
	if stop := strings.IndexByte(s, '.'); stop < 0 || stop > 200 {
		return nil
	}
	return pointedName.FindStringSubmatch(s)
}

// dashLabel reads a label that a dash ends. It is in capitals, and a title
// stands before the name or an office in brackets behind it; where a full stop
// stands before the dash, a title before the name is enough.
func dashLabel(s string) (label, bool) {
	if !strings.Contains(s[:min(len(s), 200)], " ") || !strings.ContainsAny(s[:min(len(s), 200)], "-–—") {
		return label{}, false
	}
	if m := pointed(s); m != nil && isHolder(m[1]) {
		l := newLabel(m[1], m[2])
		l.sure, l.dash = true, true
		return l, true
	}
	m := dashedName.FindStringSubmatch(s)
	if m == nil || !isCapitals(m[1]) || !isName(m[1]) {
		return label{}, false
	}
	l := newLabel(m[1], m[2])
	withOffice := strings.HasSuffix(l.name, ")") && countWords(brackets.ReplaceAllString(l.name, "")) >= 2
	l.sure = withOffice || honorificFirst(m[1]) || unidentified().is(m[1])
	return l, l.sure
}

// isHolder reports whether a text is a title and a name, or an office that is
// called by its title alone, and perhaps what the person holds after a comma:
// “M. le président”, “Mme Anne Morel, rapporteure pour avis”.
func isHolder(s string) bool {
	s = strings.TrimSpace(brackets.ReplaceAllString(s, " "))
	w, ok := honorifics().leads(s)
	if !ok || strings.ContainsAny(s, "?!;:。！？؟") {
		return false
	}
	name, office, held := strings.Cut(s, ",")
	rest := strings.TrimSpace(string([]rune(name)[min(utf8.RuneCountInString(w), utf8.RuneCountInString(name)):]))
	if countWords(rest) > 6 || countWords(office) > 14 || strings.Contains(office, ",") {
		return false
	}
	if held && !startsLower(office) && !isName(strings.TrimSpace(office)) {
		return false
	}
	names := 0
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		switch r := first(word); {
		case unicode.IsUpper(r):
			names++
		case !particles[strings.ToLower(word)]:
			return false
		}
	}
	return names > 0 || rest == "" && countWords(w) >= 2
}

// stoppedName is a title and a name that only a full stop parts from what is
// said: “M. le président. La séance est ouverte.”
var stoppedName = regexp.MustCompile(`^(?:\*\*)?([^*\n:]{4,120}?[\pL)])\.(?:\*\*)?[ \x{a0}]+(\S.*)$`)

// initialsName is a person by initials and surname, perhaps an office, and a full
// stop, as the Russian parliament prints who speaks; or the office of the chair.
var initialsName = regexp.MustCompile(`^(?:\*\*)?` +
	`(\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\pL{2,}(?:-\p{Lu}\pL+)?(?:, [^.]{3,160})?|Председательствующ\pL+)\.(?:\*\*)?[ \x{a0}]+(\S.*)$`)

// stoppedLabel reads such a label. By itself it may open any paragraph; only the
// debate around it tells.
func stoppedLabel(s string) (label, bool) {
	if m := initialsName.FindStringSubmatch(s); m != nil && !startsLower(m[2]) {
		return label{name: m[1], rest: m[2]}, true
	}
	m := stoppedName.FindStringSubmatch(s)
	if m == nil || !isHolder(m[1]) || startsLower(m[2]) || strings.Count(m[1], "(") != strings.Count(m[1], ")") {
		return label{}, false
	}
	return newLabel(m[1], m[2]), true
}
