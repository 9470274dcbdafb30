package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a heading is at most.
const (
	headingWords = 30
	headingLines = 5
)

// largeType is from which share of the body's size type is that of headings.
const largeType = 1.14

// isHeading reports whether a paragraph is a heading: the file says so, or its
// outline; or it is short, in larger type, or bold or coloured where
// text is not.
func (d *layout) isHeading(p *paragraph) bool {
	l := p.lines[0]
	text := ""
	bold, coloured := true, true
	for _, o := range p.lines {
		text += o.text + " "
		bold, coloured = bold && o.bold, coloured && o.colour
	}
	text = strings.TrimSpace(text)
	words := len(strings.Fields(text))
	if words == 0 || words > headingWords || len(p.lines) > headingLines || !strings.ContainsFunc(text, unicode.IsLetter) || utf8.RuneCountInString(text) > 300 {
		return false
	}
	listed := isBullet(p.mark) || l.tag.role == "LI"
	if headingTag(l.tag.role) > 0 || !listed && d.inOutline(text, l.page.number) {
		return true
	}
	if listed || len(l.cells) > 1 && p.mark == "" && l.gap(1) > 4 || endsInDots(text) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " »”\"’')"))
	switch {
	case strings.ContainsRune(",;،；", last), unicode.IsLower(firstLetter(text)):
		return false
	case strings.ContainsRune(".。:：", last) && (p.mark == "" || words > 12):
		return false
	}
	if l.size >= largeType*d.body {
		return true
	}
	return (bold && !d.boldBody || coloured && !d.coloured && words <= 12) && l.size >= 0.97*d.body
}

func headingTag(role string) int {
	switch role {
	case "Title", "H":
		return 1
	case "H1", "H2", "H3", "H4", "H5", "H6":
		return int(role[1] - '0')
	}
	return 0
}

// inOutline reports whether the document's outline names the text.
func (d *layout) inOutline(text string, page int) bool {
	key := letters(text)
	if utf8.RuneCountInString(key) < 3 {
		return false
	}
	for _, b := range d.outline {
		if (b.page == 0 || b.page == page) && letters(b.title) == key {
			return true
		}
	}
	return false
}

// letters are what two printings of one title have in common.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// headings gives headings their levels: as the file says, else by the rank of
// their size and weight.
func (d *layout) headings() {
	type style struct {
		size float64
		bold bool
	}
	rank := map[style]int{}
	styleOf := func(b *Block) style {
		return style{math.Round(b.Size*2) / 2, len(b.Runs) > 0 && b.Runs[0].Bold}
	}
	levels := map[string]int{}
	for _, m := range d.outline {
		levels[letters(m.title)] = m.level
	}
	tagged := d.ranked()
	var styles []style
	for i := range d.out {
		b := &d.out[i]
		if b.Kind != Heading {
			continue
		}
		if level := levels[letters(runsText(b.Runs))]; b.Level == 0 && level > 0 && !tagged {
			b.Level = level
		}
		if s := styleOf(b); rank[s] == 0 {
			rank[s] = 1
			styles = append(styles, s)
		}
	}
	sort.Slice(styles, func(i, j int) bool {
		a, b := styles[i], styles[j]
		if a.size != b.size {
			return a.size > b.size
		}
		return a.bold && !b.bold
	})
	for i, s := range styles {
		rank[s] = min(i+1, 6)
	}
	for i := range d.out {
		if b := &d.out[i]; b.Kind == Heading && b.Level == 0 {
			b.Level = rank[styleOf(b)]
		}
	}
}

// ranked reports whether headings have levels that the file gives, and forgets
// these where they deny what a reader sees: a higher one in smaller type, or
// most headings without one.
func (d *layout) ranked() bool {
	var least, most [7]float64
	tagged, all := 0, 0
	for i := range d.out {
		b := &d.out[i]
		if b.Kind != Heading {
			continue
		}
		if all++; b.Level == 0 {
			continue
		}
		tagged++
		if least[b.Level] == 0 || b.Size < least[b.Level] {
			least[b.Level] = b.Size
		}
		most[b.Level] = max(most[b.Level], b.Size)
	}
	denied := tagged*2 < all
	for high := 1; high < len(least); high++ {
		for low := high + 1; low < len(least); low++ {
			denied = denied || least[high] > 0 && least[high] < most[low]*0.98
		}
	}
	if denied {
		for i := range d.out {
			if d.out[i].Kind == Heading {
				d.out[i].Level = 0
			}
		}
	}
	return tagged > 0 && !denied
}
