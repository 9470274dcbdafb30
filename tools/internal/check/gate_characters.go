package check

import (
	"sort"
	"strconv"
	"unicode"
)

// forbidden reports whether no text may have r: what overrides the direction
// of writing, so that a reader sees another order than is written; tags, which
// nobody sees; controls; and the mark of a character that was lost.
func forbidden(r rune) bool {
	switch {
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	case r >= 0xe0000 && r <= 0xe007f:
		return true
	case r == '\ufffd':
		return true
	}
	return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r'
}

// characters finds forbidden characters anywhere in the file, one finding a
// character.
func characters(c *Context) {
	c.tally(forbidden)
}

// tally adds one finding for each character of the file that wrong accepts,
// with its number and the line of the first.
func (c *Context) tally(wrong func(rune) bool) {
	type place struct{ line, count int }
	seen := make(map[rune]*place)
	for i, line := range c.lines {
		for _, r := range line {
			if r < ' ' || r >= 0x7f {
				if !wrong(r) {
					continue
				}
				if seen[r] == nil {
					seen[r] = &place{line: i + 1}
				}
				seen[r].count++
			}
		}
	}
	var found []rune
	for r := range seen {
		found = append(found, r)
	}
	sort.Slice(found, func(i, j int) bool { return found[i] < found[j] })
	for _, r := range found {
		c.sayLine(seen[r].line, "Character", codePoint(r), "Count", strconv.Itoa(seen[r].count))
	}
}

func lineText(n int) string { return strconv.Itoa(n) }
