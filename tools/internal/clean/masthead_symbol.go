package clean

import (
	"regexp"
	"strings"
	"unicode"
)

// ownSymbol is a line that is the symbol of a document and nothing else, as any
// organisation may write it: capitals, slashes, digits.
var ownSymbol = regexp.MustCompile(`^(?:\d{1,3} )?\p{Lu}[\p{Lu}\d.-]{0,11}(?:/[\p{Lu}\d][\p{L}\d().-]{0,15}){1,8}(?: ` + revisionForm + `)?$`)

// revisionForm says behind a symbol which issue of the document it is: Prov. 2.
const revisionForm = `(?:PROV|Prov|REV|Rev|ADD|Add|CORR|Corr)\.?(?: ?\d{1,2})?`

var revisionMark = regexp.MustCompile(`^` + revisionForm + `$`)

// isOwnSymbol reports whether a line is a symbol; ten digits and capitals that
// no slash parts are none.
func isOwnSymbol(text string) bool {
	return ownSymbol.MatchString(text) && strings.ContainsFunc(text, unicode.IsDigit)
}

// symbol reads a line that is a symbol and little more.
func (m *mastheadReader) symbol(b *block, text string) bool {
	found := unSymbol.FindAllString(text, -1)
	if word, rest, _ := strings.Cut(text, " "); symbolWords().is(word) && isOwnSymbol(strings.TrimRight(rest, "*")) {
		text = rest // Document XYZ/3
	}
	if s := strings.TrimRight(text, "*"); isOwnSymbol(s) && (len(found) == 0 || !strings.HasPrefix(s, found[0])) {
		if !contains(m.d.meta.Symbols, s) {
			m.d.meta.Symbols = append(m.d.meta.Symbols, s)
		}
		m.d.lift(b, "symbol", "symbols")
		return true
	}
	if f := yearSerial.FindStringSubmatch(text); f != nil && countWords(f[2]) <= 6 && endingOf(text) != full {
		m.d.meta.Symbols = append(m.d.meta.Symbols, f[1])
		if dates := datesIn(f[2]); len(dates) == 1 && m.d.meta.Date == "" {
			m.d.meta.Date = dates[0].start
		}
		m.d.lift(b, "symbol", "symbols")
		return true
	}
	if len(found) == 0 && serial.MatchString(text) {
		m.d.meta.Symbols = append(m.d.meta.Symbols, text)
		m.d.lift(b, "symbol", "symbols")
		return true
	}
	if len(found) == 0 {
		return false
	}
	rest := unSymbol.ReplaceAllString(text, "")
	if countWords(rest) > 2 && !isOrgans(folded(rest)) || !strings.ContainsFunc(strings.Join(found, ""), unicode.IsDigit) {
		return false
	}
	for _, s := range found {
		for _, s := range strings.Split(doubleSymbol.ReplaceAllString(strings.TrimRight(s, "*."), "$1\n$2"), "\n") {
			if !contains(m.d.meta.Symbols, s) {
				m.d.meta.Symbols = append(m.d.meta.Symbols, s)
			}
		}
	}
	m.d.lift(b, "symbol", "symbols")
	return true
}

// doubleSymbol is that of a document that two organs issue.
var doubleSymbol = regexp.MustCompile(`([^\s/]+/\S+?)[-–]([A-Z]{1,5}/\d)`)

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// serial is the number that an office gives what it publishes: initials, a
// number, a year in brackets.
var serial = regexp.MustCompile(`^\p{Lu}{2,8} \d{1,4} \((?:19|20)\d{2}\)$`)

// yearSerial is another such number, with what may stand behind it: capitals, a
// year in brackets and a number, CM(2005)56 final 13 May 2005.
var yearSerial = regexp.MustCompile(`^(\p{Lu}{2,6}(?:/\p{Lu}\p{L}{1,6})?\((?:19|20)\d{2}\)\d{1,4})(?:[\s-]+(.*))?$`)

// unSymbol is the symbol of a document of the United Nations.
var unSymbol = regexp.MustCompile(`\b(?:A|E|S|ST|CCPR|CEDAW|CERD|CRC|DP|TD|ECE|ESCAP|ECLAC|LC|UNEP|FCCC|WSIS|HRI|ICCD|CTOC|CAC|T)` +
	`(?:[-/][A-Z0-9][A-Za-z0-9().]*){1,8}(?:[-–][A-Z](?:/[A-Za-z0-9().]+)+)?` +
	`(?:\((?:Rev|Add|Corr)\.?\d+\))?(?:-[A-Z])?(?:[*]+)?`)
