package clean

import (
	"regexp"
	"strings"
)

// lastName is a name in capitals at the end of a line, before a colon and
// perhaps the code of a language.
var lastName = regexp.MustCompile(`[ \x{a0}]((?:(?:\p{Lu}[\p{Lu}\p{M}'’.-]+|\p{Lu}\.) ){1,5}` +
	`\p{Lu}[\p{Lu}\p{M}'’.-]+) ?:(?: (\p{Lu}{2}))?$`)

var (
	codeAfter  = regexp.MustCompile(`^ (\p{Lu}{2})(?: |$)`)
	pageBefore = regexp.MustCompile(`\p{Lu}\p{L}{2,8} \d{1,4} (?:of|de|sur|von|из|от|من|/) ?\d{1,4} $`)
	zoneAfter  = regexp.MustCompile(`^ (?:[A-Z]{2,4}T|UTC(?:[+-]\d+)?|GMT|по \p{L}+ времени)(?:[ ,;|]|$)`)
)

// unrunHead gives the pieces of a line of the masthead: the title that another
// line says alone, and the day and the place run into it; or the head of a page
// and the name of the first speaker.
func (d *document) unrunHead(i int) []string {
	s := d.blocks[i].Text
	if pieces := d.headAndName(i); pieces != nil {
		return pieces
	}
	code := " " + strings.ToUpper(d.opts.Lang)
	for j, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		title := strings.TrimSuffix(b.Text, code)
		if j == i || b.words() < 3 || len(b.Text) >= len(s) || !strings.HasPrefix(s, title+" ") {
			continue
		}
		cuts := map[int]bool{len(title): true}
		if d.cutFront(s, len(title), len(s), cuts); len(cuts) > 1 {
			return piecesAt(s, cuts)
		}
	}
	return nil
}

// headAndName are the head of a page and the name of the first speaker, who
// stand on one line above the speech, and the code of the language behind them.
func (d *document) headAndName(i int) []string {
	s := d.blocks[i].Text
	m := lastName.FindStringSubmatchIndex(s)
	if m == nil || i+1 >= len(d.blocks) {
		return nil
	}
	head, name := s[:m[2]], s[m[2]:m[3]]
	if !isName(name) || countWords(head) < 3 || endingOf(strings.TrimRight(head, " ")) != open {
		return nil
	}
	pieces := []string{strings.TrimSpace(head), strings.TrimSpace(name + ":")}
	if m[4] < 0 {
		return pieces
	}
	if code := s[m[4]:m[5]]; languageCodes[code] {
		return []string{pieces[0], code, pieces[1]}
	}
	return nil
}

// codeWithin is where the code of a language stands as a word behind others, or
// zero.
func codeWithin(s, code string) (from, to int) {
	for {
		at := strings.Index(s[from:], " "+code)
		if at < 0 {
			return 0, 0
		}
		from += at + 1
		if to = from + len(code); to == len(s) || s[to] == ' ' {
			return from, to
		}
	}
}

// cutFront marks the lines of what stands before the text or its notice: the
// title, the code of the language, the day, the place. It gives the title.
func (d *document) cutFront(s string, from, to int, cuts map[int]bool) string {
	front := s[from:to]
	if countWords(front) > longestLine {
		return ""
	}
	end := len(front)
	if at, to := codeWithin(front, strings.ToUpper(d.opts.Lang)); at > 0 {
		cuts[from+at], cuts[from+to] = true, true
		end = at - 1
	}
	if found := datesIn(front); len(found) > 0 && len(foldMarks.Replace(strings.ToLower(front))) == len(front) {
		at, after := found[0].at, found[0].to
		head := strings.TrimRight(front[:at], " ,")
		k := strings.LastIndexByte(head, ' ') + 1
		day := weekdayWords().is(strings.Trim(head[k:], ","))
		if day {
			at = k
		}
		for _, m := range clock.FindAllStringIndex(front, -1) {
			if m[0] >= after && m[0]-after < 24 {
				after = m[1]
			}
		}
		if m := zoneAfter.FindString(front[after:]); m != "" {
			after += len(strings.TrimRight(m, " ,;|"))
		}
		if day || after > found[0].to {
			cuts[from+at], cuts[from+after] = true, true
			end = min(end, at)
		}
	}
	return strings.TrimSpace(front[:end])
}
