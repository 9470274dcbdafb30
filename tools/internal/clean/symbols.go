package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// ownSymbols are the symbols that the masthead has, each with its first place:
// alone on a line later they are a running head. The symbol of a document that
// two organs issue is also that of each.
func (d *document) ownSymbols() map[string]int {
	own := map[string]int{}
	add := func(s string, i int) {
		if key := symbolKey(s); key != "" {
			if _, seen := own[key]; !seen {
				own[key] = i + 1
			}
		}
	}
	for i, b := range d.blocks[:min(len(d.blocks), longestMasthead/2)] {
		for _, s := range append([]string{b.plain()}, b.Cells...) {
			if countWords(s) > 12 {
				continue
			}
			for _, found := range unSymbol.FindAllString(s, -1) {
				add(found, i)
				for _, half := range strings.Split(doubleSymbol.ReplaceAllString(found, "$1\n$2"), "\n") {
					add(half, i)
				}
			}
			if word, rest, _ := strings.Cut(s, " "); symbolWords().is(word) {
				s = rest // Document XYZ/3
			}
			if isOwnSymbol(strings.TrimSpace(s)) {
				add(s, i)
			}
		}
	}
	return own
}

// symbolKey is a line that is a symbol and nothing else but the page's number,
// or empty.
func symbolKey(text string) string {
	fields := strings.Fields(text)
	key := ""
	for _, f := range fields {
		switch {
		case strings.Trim(f, "0123456789|-–—/") == "":
		case key == "" && strings.Count(f, "/") > 0 && (isOwnSymbol(strings.TrimRight(f, "*")) || unSymbol.FindString(f) == f):
			key = strings.TrimRight(f, "*")
		case key != "" && (revisionMark.MatchString(f) || pageWords().is(f)):
		default:
			return ""
		}
	}
	return key
}

// isSymbolHead reports whether a line is the document's symbol beside words of
// its first lines, as the head of a page has the title.
func (d *document) isSymbolHead(text string, own map[string]int, i int) bool {
	fields := strings.Fields(text)
	if len(fields) < 3 || len(fields) > 20 || i < longestMasthead/4 {
		return false
	}
	for _, at := range []int{0, len(fields) - 1} {
		if n := own[symbolKey(fields[at])]; n == 0 || n > i {
			continue
		}
		rest := folded(strings.Trim(strings.Join(append(append([]string{}, fields[:at]...), fields[at+1:]...), " "), " 0123456789|"))
		top := ""
		for _, b := range d.blocks[:min(longestMasthead/2, i)] {
			top += " " + folded(b.plain())
		}
		if strings.Contains(top, rest) {
			return true
		}
	}
	return false
}

// trailingCode is a language in capitals at the end of a line, apart from it.
var trailingCode = regexp.MustCompile(`[ \x{a0}\t]{3,}([A-Z]{2})$`)

// languageLetters are the letters by which the offices of the United Nations call
// their languages, alone at the top of a document.
var languageLetters = map[string]string{"AR": "A", "ZH": "C", "EN": "E", "FR": "F", "RU": "R", "ES": "S"}

// languageCodes takes the code of the document's language off the lines that
// it stands beside, as in the head of every page.
func (d *document) languageCodes() {
	code := strings.ToUpper(baseLang(d.opts.Lang))
	for i, b := range d.blocks {
		switch {
		case i < 4 && b.Kind == source.Paragraph && b.Text != "" && b.Text == languageLetters[code]:
			d.remove(b, "language-code")
			continue
		case b.Kind == source.Row && len(b.Cells) == 2 && strings.TrimSpace(b.Cells[1]) == code:
			b.Kind, b.Text, b.Cells = source.Paragraph, b.Cells[0], nil
		case b.Kind == source.Paragraph && strings.HasSuffix(b.Text, code):
			m := trailingCode.FindStringSubmatchIndex(b.Text)
			if m == nil || b.Text[m[2]:m[3]] != code {
				continue
			}
			b.Text = b.Text[:m[0]]
		default:
			continue
		}
		d.log(report.Removed, "language-code", b, code, "")
	}
}
