package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

var (
	pageNumber = regexp.MustCompile(`(?i)^(?:[-–—|] ?)?(?:(\p{L}{1,9})\.? ?(?:\| ?)?)?(\d{1,4})` +
		`(?: ?(?:/|of|de|sur|von|из|от|من|共) ?(\d{1,4})| ?页)?(?: ?[-–—|])?$`)
	numberFirst  = regexp.MustCompile(`^(\d{1,4}) ?\| ?(\p{L}{1,9})$`)
	loneDigits   = regexp.MustCompile(`^\d{1,3}$`)
	dashedNumber = regexp.MustCompile(`^[-–—|] ?\d{1,4} ?[-–—|]$`)
)

// pageNumbers are the places of lines that only count pages: at least three
// that rise, or any that stand at a page's end.
func (d *document) pageNumbers() map[int]bool {
	var places, values []int
	for i := range d.blocks {
		if n, ok := d.pageCount(i); ok {
			places, values = append(places, i), append(values, n)
		}
	}
	found := map[int]bool{}
	for _, i := range places {
		text := d.blocks[i].plain()
		if dashedNumber.MatchString(text) {
			found[i] = true // - 3 -
		}
		if m := pageNumber.FindStringSubmatch(text); m == nil || m[1] != "" && (m[3] != "" || i >= len(d.blocks)-3) {
			found[i] = true // Page 3 of 41, 3 | Page; Page 3 below the text
		}
	}
	for k, i := range places {
		if loneDigits.MatchString(d.blocks[i].plain()) && d.severs(i) {
			found[i] = true
		}
		rising := k > 0 && values[k] == values[k-1]+1 || k+1 < len(values) && values[k+1] == values[k]+1
		if d.nearBreak(i) || rising && (len(places) >= 3 || strings.ContainsFunc(d.blocks[i].plain(), unicode.IsLetter)) {
			found[i] = true
		}
	}
	return found
}

// pageCount is the number of the line at place i, if that may count pages.
func (d *document) pageCount(i int) (int, bool) {
	b := d.blocks[i]
	if b.Kind != source.Paragraph || len(b.Text) > 40 || d.isNoteNumber(i) || d.inNotes(i) {
		return 0, false
	}
	text := b.plain()
	if strings.ContainsFunc(text, unicode.IsLetter) {
		text = strings.Trim(text, "[]()") // [Page 3]
	}
	m := pageNumber.FindStringSubmatch(text)
	if n := numberFirst.FindStringSubmatch(text); m == nil && n != nil {
		m = []string{n[0], n[2], n[1], ""} // 3 | Page
	}
	if m == nil || m[1] != "" && !pageWords().is(m[1]) {
		return 0, false
	}
	n := 0
	for _, c := range m[2] {
		n = n*10 + int(c-'0')
	}
	return n, n <= 999 || m[1] != "" || m[3] != ""
}

// nearBreak reports whether a page ends right above place i or right below it,
// as it does with the document.
func (d *document) nearBreak(i int) bool {
	return d.isPageEnd(i-1) || d.isPageEnd(i+1) || i+1 == len(d.blocks)
}
