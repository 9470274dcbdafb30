package pdf

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	bulletSign = regexp.MustCompile(`^([•·∙▪▫◦‣⁃●○■□➢➤◆◇►▶✓✔⚫❖–—\x{f0b7}\x{f0a7}\x{f0d8}\x{f02d}\x{f076}\x{f0fc}\x{f06f}\x{f0a8}-])(?:\s|$)`)
	bulletO    = regexp.MustCompile(`^(o|§|Ø|ü)$`)
	counted    = regexp.MustCompile(`^(\(?(?:\p{Nd}{1,3}|[a-zа-я]|[ivx]{1,5})[.)．]|` +
		`\((?:\p{Nd}{1,3}|[a-zа-я]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})\)|（[一二三四五六七八九十\p{Nd}]{1,3}）|\p{Nd}{1,3}[、．])(?:\s|$)`)
)

// marker reads the mark with which an item of a list begins, and how many
// characters of the line it takes. Alone says that a wide gap follows it.
func (l *line) marker() (mark string, length int, alone bool) {
	if l.dot {
		return "•", 0, true
	}
	first := l.cells[0].text
	alone = len(l.cells) > 1 && l.gap(1) < 6
	text := strings.TrimSpace(first)
	if m := bulletO.FindString(text); m != "" && alone {
		return "o", len([]rune(first)) + 1, true
	}
	for _, pattern := range []*regexp.Regexp{bulletSign, counted} {
		m := pattern.FindStringSubmatch(first)
		if m == nil {
			continue
		}
		whole := len([]rune(strings.TrimSpace(first))) == len([]rune(m[1]))
		if whole && len(l.cells) == 1 {
			return "", 0, false
		}
		mark = m[1]
		if unicode.Is(unicode.Co, []rune(mark)[0]) {
			mark = "•"
		}
		return mark, len([]rune(m[0])), whole && alone
	}
	return "", 0, false
}

func isBullet(mark string) bool { return mark == "o" || bulletSign.MatchString(mark) }

// depth is that of an item whose marker stands at a place: further in than
// the items that are open, or beside one of them.
func (d *layout) depth(start, em float64) int {
	for n := len(d.indents); n > 0 && d.indents[n-1] > start+0.5*em; n-- {
		d.indents = d.indents[:n-1]
	}
	if n := len(d.indents); n == 0 || start > d.indents[n-1]+0.6*em {
		d.indents = append(d.indents, start)
	}
	return min(len(d.indents), 6)
}

// within is the depth of the item in which a paragraph that starts so far in
// stands, or 0.
func (d *layout) within(start, em float64) int {
	n := 0
	for _, at := range d.indents {
		if start > at+0.8*em {
			n++
		}
	}
	if n == 0 {
		d.indents = nil
	}
	return n
}
