package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbering counts the lists of a document as Word does.
type numbering struct {
	abstract map[string]*abstractList
	lists    map[string]*list
	byStyle  map[string]string // numId of the list that a numbering style names
}

// An abstractList is what lists share: their levels, and the count.
type abstractList struct {
	levels [9]listLevel
	link   string // a numbering style that has the levels instead
	count  [9]int
	begun  [9]bool
}

// A list is one use of an abstractList; it may begin anew and change levels.
type list struct {
	abstract string
	levels   map[int]*listLevel
	start    map[int]int
	used     [9]bool // the new beginning has been made
}

type listLevel struct {
	known   bool
	start   int
	format  string
	text    string // with %1 … %9 for the numbers
	font    string
	style   string // of paragraphs that are of this level
	restart int    // after which level (from 1) it begins anew; -1: after any above; 0: never
	legal   bool   // all numbers in it are decimal
	indent  int
	suffix  string
}

func (d *docx) readNumbering(root *element) {
	n := numbering{abstract: map[string]*abstractList{}, lists: map[string]*list{}, byStyle: map[string]string{}}
	d.numbering = n
	if root == nil {
		return
	}
	for c := root.first; c != nil; c = c.next {
		switch c.name {
		case "w:abstractNum":
			a := &abstractList{link: c.child("w:numStyleLink").attr("w:val")}
			for l := c.first; l != nil; l = l.next {
				if depth, err := strconv.Atoi(l.attr("w:ilvl")); l.name == "w:lvl" && err == nil && depth >= 0 && depth < 9 {
					a.levels[depth] = readLevel(l)
				}
			}
			n.abstract[c.attr("w:abstractNumId")] = a
		case "w:num":
			l := &list{abstract: c.child("w:abstractNumId").attr("w:val"), levels: map[int]*listLevel{}, start: map[int]int{}}
			for o := c.first; o != nil; o = o.next {
				depth, err := strconv.Atoi(o.attr("w:ilvl"))
				if o.name != "w:lvlOverride" || err != nil || depth < 0 || depth > 8 {
					continue
				}
				if s := o.child("w:startOverride"); s != nil {
					l.start[depth] = number(s.attr("w:val"), 1)
				}
				if changed := o.child("w:lvl"); changed != nil {
					level := readLevel(changed)
					l.levels[depth] = &level
					if _, ok := l.start[depth]; !ok {
						l.start[depth] = level.start
					}
				}
			}
			n.lists[c.attr("w:numId")] = l
		}
	}
	for id, s := range d.styles.byID {
		if s.kind == "numbering" && s.setting.list != "" {
			n.byStyle[id] = s.setting.list
		}
	}
}

func readLevel(e *element) listLevel {
	l := listLevel{known: true, start: number(e.child("w:start").attr("w:val"), 1), format: e.child("w:numFmt").attr("w:val"),
		text: e.child("w:lvlText").attr("w:val"), style: e.child("w:pStyle").attr("w:val"), restart: -1,
		suffix: e.child("w:suff").attr("w:val")}
	if c := alternateFormat(e); c != nil && l.format == "" {
		l.format = c.attr("w:val")
	}
	if r := e.child("w:lvlRestart"); r != nil {
		l.restart = number(r.attr("w:val"), -1)
	}
	if legal := e.child("w:isLgl"); legal != nil {
		l.legal = toggle(legal) > 0
	}
	var s setting
	s.read(e.child("w:pPr"))
	l.indent = s.indent
	l.font = e.child("w:rPr").child("w:rFonts").attr("w:ascii")
	return l
}

// alternateFormat is the format that stands beside a newer one.
func alternateFormat(e *element) *element {
	if c := e.child("mc:AlternateContent"); c != nil {
		return c.child("mc:Fallback").child("w:numFmt")
	}
	return nil
}

// number is a whole number that no honest file has beyond a million.
func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < -1_000_000 || n > 1_000_000 {
		return otherwise
	}
	return n
}

// find is the list of a numId with its levels, or nil.
func (n *numbering) find(id string) (*list, *abstractList) {
	for range 4 { // a style leads to a list, which may name a style again
		l := n.lists[id]
		if l == nil {
			return nil, nil
		}
		a := n.abstract[l.abstract]
		if a == nil || a.link == "" {
			return l, a
		}
		id = n.byStyle[a.link]
	}
	return nil, nil
}

// level is what the list says of one of its levels.
func (l *list) level(a *abstractList, depth int) *listLevel {
	if changed := l.levels[depth]; changed != nil {
		return changed
	}
	return &a.levels[depth]
}

// depthOfStyle is the level whose paragraphs have the style.
func (n *numbering) depthOfStyle(id, style string) int {
	if l, a := n.find(id); a != nil {
		for depth := range a.levels {
			if l.level(a, depth).style == style {
				return depth
			}
		}
	}
	return 0
}

// next counts on in a list and gives the marker as printed, and the level that
// it is of.
func (n *numbering) next(id string, depth int) (marker string, level *listLevel) {
	l, a := n.find(id)
	if a == nil {
		return "", nil
	}
	level = l.level(a, depth)
	if !level.known {
		return "", nil
	}
	if start, anew := l.start[depth]; anew && !l.used[depth] {
		l.used[depth] = true
		a.count[depth], a.begun[depth] = start, true
	} else if !a.begun[depth] {
		a.count[depth], a.begun[depth] = level.start, true
	} else {
		a.count[depth]++
	}
	for deeper := depth + 1; deeper < 9; deeper++ {
		if r := l.level(a, deeper).restart; r != 0 && (r < 0 || depth < r) {
			a.begun[deeper] = false
		}
	}
	if level.format == "bullet" {
		if strings.TrimSpace(level.text) == "" {
			return "", level // goes on with the item before it
		}
		return bulletOf(level), level
	}
	var b strings.Builder
	for i := 0; i < len(level.text); i++ {
		c := level.text[i]
		if c != '%' || i+1 >= len(level.text) || level.text[i+1] < '1' || level.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(level.text[i] - '1')
		above := l.level(a, k)
		value := a.count[k]
		if !a.begun[k] {
			value = above.start
		}
		format := above.format
		if level.legal {
			format = "decimal"
		}
		b.WriteString(numeral(value, format))
	}
	return strings.TrimSpace(cleanText(b.String())), level
}

// bulletOf is the bullet of a level: a symbol, and never a letter, which only
// its font made a bullet of.
func bulletOf(l *listLevel) string {
	s := strings.TrimSpace(symbols(l.text, l.font))
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case s == "", r == utf8.RuneError:
		return "•"
	case s == "o":
		return "◦"
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return "•"
	}
	return string(r)
}
