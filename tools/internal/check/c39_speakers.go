package check

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// speakers (C39) finds labels of a transcript that name one speaker in two
// ways, a label that is not set as one, and a turn of nobody.
func speakers(c *Context) {
	if c.own.Meta.Type != report.Transcript {
		return
	}
	first, times := make(map[string]*report.Unit), make(map[string]int)
	var labels []string
	for i := range c.units {
		u := &c.units[i]
		if u.Kind != report.Turn || u.Speaker == "" || c.left[i] {
			continue
		}
		if times[u.Speaker]++; times[u.Speaker] == 1 {
			first[u.Speaker] = u
			labels = append(labels, u.Speaker)
		}
	}
	sort.Strings(labels)
	names := make([][]string, min(len(labels), mostSpeakers))
	for i := range names {
		names[i] = c.nameWords(labels[i])
	}
	for i := range names {
		for j := i + 1; j < len(names); j++ {
			if a, b := labels[i], labels[j]; sameSpeaker(names[i], names[j]) {
				rare, usual := a, b
				if times[a] > times[b] {
					rare, usual = b, a
				}
				c.say(first[rare], "Name", rare, "Other", usual, "Count", strconv.Itoa(times[usual]))
			}
		}
	}
	c.each(func(i int, u *report.Unit) {
		if u.Kind != report.Paragraph {
			return
		}
		if name, _, ok := strings.Cut(strings.NewReplacer("：", ":").Replace(c.plain[i]), ":"); ok && times[strings.TrimSpace(name)] > 0 {
			c.vary("plain", report.Warning, u, "Name", name)
		}
	})
	for i, line := range c.lines {
		// Captioners write >> where somebody else begins; Markdown reads it as a
		// quotation in a quotation.
		if strings.HasPrefix(strings.ReplaceAll(line, `\`, ""), ">>") {
			c.add(c.check.Code+"-nobody", report.Warning, i+1, nil, []string{"Text", line, "Label", page.Unidentified})
		}
	}
}

// The most by which two spellings of one name differ, and the least that a
// name has to tell it by.
const (
	nameEdits    = 2
	nameLeast    = 5
	mostSpeakers = 300 // of one transcript that are compared, each with each
)

// sameSpeaker reports whether the words of two labels seem to name one person: a slip of
// the pen apart, or one of them a name alone that only the other has.
func sameSpeaker(wa, wb []string) bool {
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	if len(wa) != len(wb) {
		if len(wa) > len(wb) {
			wa, wb = wb, wa
		}
		return len(wa) == 1 && len([]rune(wa[0])) >= nameLeast && len(wb) <= 3 && (similar(wa[0], wb[0], 1) || similar(wa[0], wb[len(wb)-1], 1))
	}
	return similar(strings.Join(wa, " "), strings.Join(wb, " "), nameEdits)
}

// nameWords are the words of a label in small letters, or nil if it names
// nobody: Speaker 2.
func (c *Context) nameWords(label string) []string {
	list := wordsIn(strings.ToLower(unit.Fold(label)))
	for _, word := range list {
		if c.words.speakers[word] || strings.IndexFunc(word, unicode.IsDigit) >= 0 {
			return nil
		}
	}
	return list
}

// similar reports whether a and b are at most edits apart and long enough for
// that to mean something.
func similar(a, b string, edits int) bool {
	ra, rb := []rune(a), []rune(b)
	if min(len(ra), len(rb)) < nameLeast || len(ra)-len(rb) > edits || len(rb)-len(ra) > edits {
		return false
	}
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i := range ra {
		diagonal := row[0]
		row[0] = i + 1
		for j := range rb {
			cost := diagonal
			if ra[i] != rb[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(rb)] <= edits
}
