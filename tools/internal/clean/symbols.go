package clean

import "strings"

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
		default:
			return ""
		}
	}
	return key
}
