package source

import (
	"regexp"
	"strconv"
	"strings"
)

// An odtStyle is how text or a paragraph looks; what it is based on is
// resolved when it is first asked for.
type odtStyle struct {
	name     string // in lower case, as people see it
	based    string // family and name
	look     look
	hidden   bool
	outline  int
	centred  int
	keep     int
	rtl      int
	fresh    bool
	margin   float64 // of the text, in points
	set      bool    // the margin was said
	list     string
	resolved bool
}

// An odtList is a list style.
type odtList struct {
	levels [10]odtLevel
	count  [10]int
}

type odtLevel struct {
	known                  bool
	format, prefix, suffix string
	bullet                 string
	start, shown           int // shown: how many numbers are printed
}

// readStyles reads the styles of a part, and its lists.
func (d *odt) readStyles(root *element) {
	for _, part := range []string{"office:styles", "office:automatic-styles"} {
		group := root.child(part)
		if group == nil {
			continue
		}
		for c := group.first; c != nil; c = c.next {
			switch c.name {
			case "style:style", "style:default-style":
				d.readStyle(c)
			case "text:list-style":
				d.listStyles[c.attr("style:name")] = readODTList(c)
			case "text:outline-style":
				d.outline = readODTList(c)
			}
		}
	}
}

func (d *odt) readStyle(e *element) {
	family, name := e.attr("style:family"), e.attr("style:name")
	s := &odtStyle{name: strings.ToLower(e.attr("style:display-name")), list: e.attr("style:list-style-name")}
	if s.name == "" {
		s.name = strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
	}
	if based := e.attr("style:parent-style-name"); based != "" {
		s.based = family + " " + based
	}
	s.outline = number(e.attr("style:default-outline-level"), 0)
	s.readText(e.child("style:text-properties"))
	if p := e.child("style:paragraph-properties"); p != nil {
		switch p.attr("fo:text-align") {
		case "center":
			s.centred = 1
		case "":
		default:
			s.centred = -1
		}
		switch mode := p.attr("style:writing-mode"); {
		case strings.HasPrefix(mode, "rl"):
			s.rtl = 1
		case strings.HasPrefix(mode, "lr"):
			s.rtl = -1
		}
		if p.attr("fo:keep-with-next") == "always" {
			s.keep = 1
		}
		s.fresh = p.attr("fo:break-before") == "page"
		if v := p.attr("fo:margin-left"); v != "" {
			s.margin, s.set = points(v), true
		}
	}
	d.styles[family+" "+name] = s
}

// readText takes what text properties say.
func (s *odtStyle) readText(p *element) {
	if p == nil {
		return
	}
	s.look.bold, s.look.complex.bold = weight(p.attr("fo:font-weight")), weight(p.attr("style:font-weight-complex"))
	s.look.italic, s.look.complex.italic = slant(p.attr("fo:font-style")), slant(p.attr("style:font-style-complex"))
	s.look.size, s.look.complex.size = points(p.attr("fo:font-size")), points(p.attr("style:font-size-complex"))
	s.look.font = p.attr("style:font-name")
	if p.attr("text:display") == "none" {
		s.look.hidden = 1
	}
	switch position := p.attr("style:text-position"); {
	case strings.HasPrefix(position, "super"), position != "" && position[0] >= '1' && position[0] <= '9':
		s.look.height = 1
	case strings.HasPrefix(position, "sub"), strings.HasPrefix(position, "-"):
		s.look.height = -1
	}
	tag := func(language, country string) string {
		l, c := p.attr(language), p.attr(country)
		if l == "" || l == "none" || l == "zxx" {
			return ""
		}
		if c == "" || c == "none" {
			return l
		}
		return l + "-" + c
	}
	s.look.lang = tag("fo:language", "fo:country")
	s.look.bidi = tag("style:language-complex", "style:country-complex")
	s.look.east = tag("style:language-asian", "style:country-asian")
}

func weight(s string) int {
	switch {
	case s == "":
		return 0
	case s == "bold" || s >= "600" && s <= "900":
		return 1
	}
	return -1
}

func slant(s string) int {
	switch s {
	case "":
		return 0
	case "italic", "oblique":
		return 1
	}
	return -1
}

// points is a length in points; one in per cent is none.
func points(s string) float64 {
	for unit, n := range map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12} {
		if v, ok := strings.CutSuffix(s, unit); ok {
			if f, err := strconv.ParseFloat(v, 64); err == nil && f > -1e4 && f < 1e4 {
				return f * n
			}
		}
	}
	return 0
}

// automatic is the name of a style that a program made for formatting by hand,
// such as P12: it goes by the name of its base.
var automatic = regexp.MustCompile(`^(?:m?[pt]|ta|fr)\d+$`)

// style is a style with all that it is based on; never nil.
func (d *odt) style(family, name string) *odtStyle {
	if s := d.resolve(family+" "+name, 0); s != nil {
		return s
	}
	return &odtStyle{}
}

func (d *odt) resolve(key string, depth int) *odtStyle {
	s := d.styles[key]
	if s == nil || s.resolved || depth > maxBased {
		return s
	}
	s.resolved = true // at once, so that a cycle finds it so
	base := d.resolve(s.based, depth+1)
	if base == nil {
		return s
	}
	l := base.look
	l.over(s.look)
	s.look = l
	s.centred, s.rtl, s.keep = last(base.centred, s.centred), last(base.rtl, s.rtl), last(base.keep, s.keep)
	if !s.set {
		s.margin, s.set = base.margin, base.set
	}
	if s.outline == 0 {
		s.outline = base.outline
	}
	if s.list == "" {
		s.list = base.list
	}
	if automatic.MatchString(s.name) {
		s.name = base.name
	}
	return s
}

func readODTList(e *element) *odtList {
	l := &odtList{}
	for c := e.first; c != nil; c = c.next {
		n := number(c.attr("text:level"), 0)
		if n < 1 || n > 10 {
			continue
		}
		level := &l.levels[n-1]
		*level = odtLevel{known: true, format: c.attr("style:num-format"), prefix: c.attr("style:num-prefix"), suffix: c.attr("style:num-suffix"),
			start: number(c.attr("text:start-value"), 1), shown: min(max(number(c.attr("text:display-levels"), 1), 1), n)}
		if c.name == "text:list-level-style-bullet" || c.name == "text:list-level-style-image" {
			level.bullet = bulletOf(&listLevel{text: c.attr("text:bullet-char")})
			if s := c.attr("text:bullet-char"); s != "" && strings.TrimSpace(s) == "" {
				level.bullet, level.format = "", "" // goes on with the item before it
			}
		}
	}
	return l
}

// odtFormats are the formats of numbers that have other names in Word.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
	"一, 二, 三, ...": "chineseCounting", "壹, 贰, 叁, ...": "chineseLegalSimplified", "甲, 乙, 丙, ...": "ideographTraditional",
	"أ, ب, ت, ...": "arabicAlpha", "أ, ب, ج, ...": "arabicAbjad", "١, ٢, ٣, ...": "arabicIndic",
	"А, Б, .., Аа, Аб, ... (ru)": "russianUpper", "а, б, .., аа, аб, ... (ru)": "russianLower",
	"①, ②, ③, ...": "decimalEnclosedCircle", "א, ב, ג, ...": "hebrew1", "ア, イ, ウ, ...": "aiueo", "1st": "ordinal", "One": "cardinalText", "First": "ordinalText"}

// marker is the number of a level as printed.
func (l *odtList) marker(depth int, count *[10]int) string {
	level := &l.levels[depth]
	if level.bullet != "" {
		return level.bullet
	}
	var numbers []string
	for k := depth - level.shown + 1; k <= depth; k++ {
		format, ok := odtFormats[l.levels[k].format]
		if !ok {
			format = "decimal"
		}
		if s := numeral(count[k], format); s != "" {
			numbers = append(numbers, s)
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return strings.TrimSpace(cleanText(level.prefix + strings.Join(numbers, ".") + level.suffix))
}
