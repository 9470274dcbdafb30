package clean

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// frameworkTags match the name of a framework and the numbers after it, a
// pattern a framework.
var frameworkTags = sync.OnceValue(func() (p [3]*regexp.Regexp) {
	var names [3][]string
	for _, l := range lexicons() {
		names[0] = append(names[0], l.Frameworks.SDGs...)
		names[1] = append(names[1], l.Frameworks.WSIS...)
		names[2] = append(names[2], l.Frameworks.GDC...)
	}
	for i := range p {
		letter := ""
		if i == 1 {
			letter = "[CcСс] ?"
		}
		item := letter + `\d{1,2}`
		p[i] = regexp.MustCompile(`(?i)(?:` + oneOf(names[i]) + `)[:：]?\s*` +
			`(` + item + `(?:\s*(?:[,،、;]|and|et|y|e|и|和|و)\s*` + item + `)*)`)
	}
	return p
})

var issueMarks = regexp.MustCompile(`[,;،؛，、；]`)

var anyNumber = regexp.MustCompile(`\d{1,2}`)

// limits are the highest numbers of the SDGs, the WSIS action lines and the
// objectives of the Global Digital Compact.
var limits = [3]int{17, 11, 5}

// crosswalk reads the lines that link a section to other frameworks. The line
// stays in the page; what it says goes to the front matter as well.
func crosswalk(d *document) {
	var all report.Section
	for i, b := range d.blocks {
		if !b.isProse() || b.turn || b.words() > 90 {
			continue
		}
		s, ok := readTags(b.plain())
		if !ok {
			continue
		}
		s.Heading, s.Nth = d.sectionOf(i)
		all.SDGs, all.WSIS, all.GDC = append(all.SDGs, s.SDGs...), append(all.WSIS, s.WSIS...), append(all.GDC, s.GDC...)
		if s.Heading != "" {
			d.meta.Sections = append(d.meta.Sections, s)
		}
	}
	d.meta.SDGs, d.meta.WSIS, d.meta.GDC = ordered(all.SDGs), ordered(all.WSIS), ordered(all.GDC)
}

// mayHaveTags spares most lines the patterns: tags begin within the first words.
func mayHaveTags(text string) bool {
	if !strings.ContainsFunc(text[:min(len(text), 240)], unicode.IsDigit) {
		return false
	}
	head := strings.ToLower(text[:min(len(text), 120)])
	for _, l := range lexicons() {
		for _, names := range [][]string{l.Frameworks.SDGs, l.Frameworks.WSIS, l.Frameworks.GDC} {
			for _, name := range names {
				if strings.Contains(head, name) {
					return true
				}
			}
		}
	}
	return false
}

// readTags reads a line of tags: two frameworks at least, and nothing before
// them but marks.
func readTags(text string) (report.Section, bool) {
	var s report.Section
	if !mayHaveTags(text) {
		return s, false
	}
	text = latinDigits(text)
	found, firstAt, lastEnd := 0, len(text), 0
	for i, p := range frameworkTags() {
		m := p.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		var ids []string
		for _, n := range anyNumber.FindAllString(text[m[2]:m[3]], -1) {
			k, _ := strconv.Atoi(n)
			if k < 1 || k > limits[i] {
				continue
			}
			id := strconv.Itoa(k)
			if i == 1 {
				id = "c" + id
			}
			if !contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) == 0 {
			continue
		}
		found++
		firstAt, lastEnd = min(firstAt, m[0]), max(lastEnd, m[1])
		switch i {
		case 0:
			s.SDGs = ids
		case 1:
			s.WSIS = ids
		case 2:
			s.GDC = ids
		}
	}
	if found < 2 || countWords(text[:firstAt]) > 3 {
		return s, false
	}
	if rest := strings.TrimLeft(text[lastEnd:], " )]"); strings.IndexAny(rest, ";；؛|:-–") == 0 {
		for _, issue := range issueMarks.Split(strings.TrimLeft(rest, ";；؛|:-– "), -1) {
			if issue = strings.Trim(issue, " ."); issue != "" {
				s.Issues = append(s.Issues, issue)
			}
		}
	}
	return s, true
}

// hasTags reports whether a line is one of tags.
func hasTags(text string) bool {
	_, ok := readTags(text)
	return ok
}

// sectionOf is the heading that place i stands under: the nearest that names
// the section alone. One that every part has says nothing; its parent does.
func (d *document) sectionOf(i int) (heading string, nth int) {
	count := map[string]int{}
	for _, b := range d.blocks {
		if b.Kind == source.Heading {
			count[folded(b.plain())]++
		}
	}
	level := 99
	for j := i - 1; j >= 0; j-- {
		b := d.blocks[j]
		if b.Kind != source.Heading || b.Level >= level {
			continue
		}
		if count[folded(b.plain())] == 1 {
			return plainText(b.Text), 0
		}
		if heading == "" {
			heading = plainText(b.Text)
			nth = d.nthHeading(j)
		}
		level = b.Level
	}
	return heading, nth
}

func (d *document) nthHeading(i int) int {
	n := 0
	for _, b := range d.blocks[:i+1] {
		if b.Kind == source.Heading && plainText(b.Text) == plainText(d.blocks[i].Text) {
			n++
		}
	}
	return n
}

// ordered are ids without repetition in the order of their numbers.
func ordered(ids []string) []string {
	var out []string
	for _, id := range ids {
		if !contains(out, id) {
			out = append(out, id)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		return number(strings.TrimLeft(out[i], "c")) < number(strings.TrimLeft(out[j], "c"))
	})
	return out
}
