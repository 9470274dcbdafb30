package pdf

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// How far from the page's edge a header or footer can stand, as a share of its
// height, and how many lines deep.
const (
	edgeShare = 0.16
	edgeLines = 5
)

// An edge is a line that stands at the top or bottom of its page.
type edge struct {
	*line
	sheet *sheet
	top   bool
	depth int // how many lines stand between it and the edge
	key   string
	count []int // the numbers in it
}

// furniture finds what pages repeat: at one place, the same text but for its
// numbers.
func (d *layout) furniture() {
	var edges []*edge
	marked, all := 0, 0
	for _, s := range d.sheets {
		edges = append(edges, s.edges()...)
		for _, l := range s.lines {
			all += len(l.text)
			if l.margin {
				marked += len(l.text)
			}
		}
	}
	believed := marked*10 < all*4
	alike := map[string][]*edge{}
	for _, e := range edges {
		alike[e.key] = append(alike[e.key], e)
	}
	needed := 2
	if len(d.sheets) > 6 {
		needed = 3
	}
	for _, e := range edges {
		on := map[int]bool{}
		for _, o := range alike[e.key][:min(len(alike[e.key]), maxAlike)] {
			if e.repeats(o) {
				on[o.sheet.number] = true
			}
		}
		number, isNumber := pageNumber(e.text)
		switch {
		case e.table && !e.margin || e.key == "":
		case len(on) >= needed && (!isNumber || e.depth <= 2):
			e.kind = Furniture
		case e.margin && believed && (e.sheet.number > 1 || !e.top || isNumber):
			e.kind = Furniture
		case isNumber && e.depth == 0 && (number == e.sheet.number || len(on) >= 2):
			e.kind = Furniture
		}
	}
	d.numberless()
}

// maxAlike is how many lines of one text are compared with each other.
const maxAlike = 200

// repeats reports whether two lines are the same furniture: at one height, and
// with numbers that are the same or count the pages.
func (e *edge) repeats(o *edge) bool {
	if o.top != e.top || o.y < e.y-5 || o.y > e.y+5 || o.size < e.size*0.95 || o.size > e.size*1.05 {
		return false
	}
	if e.key == "#" {
		return true
	}
	for i, n := range e.count {
		if i < len(o.count) && n != o.count[i] && n-o.count[i] != e.sheet.number-o.sheet.number {
			return false
		}
	}
	return true
}

var numbers = regexp.MustCompile(`\p{Nd}+`)

// numberless finds page numbers that stand behind other furniture.
func (d *layout) numberless() {
	for _, s := range d.sheets {
		for _, e := range s.edges() {
			number, ok := pageNumber(e.text)
			if !ok || e.kind == Furniture || number != s.number {
				continue
			}
			alone := true
			for _, l := range s.lines {
				if beyond := l.y > e.y+2 && e.top || l.y < e.y-2 && !e.top; beyond && l.kind != Furniture {
					alone = false
				}
			}
			if alone {
				e.kind = Furniture
			}
		}
	}
}

// edges are the lines at the top and bottom of the sheet.
func (s *sheet) edges() []*edge {
	lines := append([]*line(nil), s.lines...)
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].y > lines[j].y })
	var found []*edge
	take := func(l *line, top bool, depth int) {
		e := &edge{line: l, sheet: s, top: top, depth: depth, key: masked(l.text)}
		for _, m := range numbers.FindAllString(l.text, -1) {
			n, _ := strconv.Atoi(latinDigits(m))
			e.count = append(e.count, n)
		}
		found = append(found, e)
	}
	for i, l := range lines {
		if i >= edgeLines && !l.margin || l.y < s.height*(1-edgeShare) {
			break
		}
		take(l, true, i)
	}
	for i := len(lines) - 1; i >= 0; i-- {
		l, depth := lines[i], len(lines)-1-i
		if depth >= edgeLines && !l.margin || l.y > s.height*edgeShare {
			break
		}
		take(l, false, depth)
	}
	return found
}

// masked is a text in which every number is the same.
func masked(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '#'
		case unicode.IsSpace(r):
			return ' '
		}
		return unicode.ToLower(r)
	}, s)
	if romanNumber.MatchString(s) {
		return "#"
	}
	for strings.Contains(s, "##") {
		s = strings.ReplaceAll(s, "##", "#")
	}
	return strings.Join(strings.Fields(s), " ")
}

var (
	romanNumber = regexp.MustCompile(`(?i)^[-–—|\s]*[ivxl]{1,6}[-–—|\s]*$`)
	aNumber     = regexp.MustCompile(`(?i)^[-–—|\s]*(\p{Nd}{1,4})(?: ?(?:/|of|de|sur|von|из|от|من|共) ?\p{Nd}{1,4})?(?: ?页)?[-–—|\s]*$`)
)

// pageNumber reads a line that only counts pages; a Roman numeral counts as 0.
func pageNumber(s string) (int, bool) {
	if romanNumber.MatchString(s) {
		return 0, true
	}
	m := aNumber.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(latinDigits(m[1]))
	return n, true
}

// latinDigits writes the digits of any script as 0 to 9.
func latinDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) || r < 128 {
			return r
		}
		zero := r
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + r - zero
	}, s)
}
