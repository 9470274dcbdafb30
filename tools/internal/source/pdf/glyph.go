package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
)

// A box is a place on a page in points, from its lower left corner.
type box struct{ l, b, r, t float64 }

func (a box) union(b box) box {
	return box{min(a.l, b.l), min(a.b, b.b), max(a.r, b.r), max(a.t, b.t)}
}

func (a box) width() float64  { return a.r - a.l }
func (a box) height() float64 { return a.t - a.b }

// A glyph is a character on a page.
type glyph struct {
	r   rune
	box box
	y   float64 // of the line it stands on
	ink int     // its text object, in page.inks
}

// An ink is what the glyphs of one text object have in common.
type ink struct {
	font
	size     float64 // in points, as drawn
	turn     int     // quarter turns to the left in which it is written
	slanted  bool    // written at no right angle
	coloured bool    // not in black, grey or white
	artifact bool    // the file says that it belongs to the page and not to the text
	element  int     // of the tagged structure, in page.elements; 0: none
}

// A font is what its name and descriptor tell.
type font struct {
	bold, italic bool
	barcode      bool
}

// A page is what stands on a page, as it was drawn.
type page struct {
	number        int // from 1
	width, height float64
	glyphs        []glyph // in the order of the file, right-to-left text put in logical order
	inks          []ink
	rules         []box // thin lines and the edges of boxes
	dots          []box // small shapes such as bullets
	links         []link
	elements      []element
	bars          []box // those of the rules that stand upright
	found         []*grid
	gridded       bool            // the grids have been looked for
	drawn         bool            // has pictures or drawings
	objects       map[uint64]bool // those of text
}

type link struct {
	box
	address string
}

// page reads a page, which counts from 0. A page that cannot be read is empty.
func (f *file) page(index int) (*page, *report.Problem) {
	p := &page{number: index + 1, inks: []ink{{}}, elements: []element{{}}}
	handle := f.call("FPDF_LoadPage", f.document, uint64(index))
	if handle == 0 {
		return p, nil
	}
	defer f.call("FPDF_ClosePage", handle)
	p.width, p.height = f.pageSize(handle)
	text := f.call("FPDFText_LoadPage", handle)
	if text == 0 {
		return p, nil
	}
	defer f.call("FPDFText_ClosePage", text)
	n := f.count("FPDFText_CountChars", text)
	if n > MaxChars {
		return nil, problem("source-characters", f.name, "Page", strconv.Itoa(p.number), "Limit", strconv.Itoa(MaxChars))
	}
	turn := f.turn(handle, p)
	marked := f.structure(handle, p)
	f.glyphs(text, n, p, turn, marked)
	p.clusters()
	f.drawings(handle, p, turn)
	f.links(handle, text, p, turn)
	p.upright()
	for _, r := range p.rules {
		if r.width() <= thin && r.height() > 5 && len(p.bars) < 300 {
			p.bars = append(p.bars, r)
		}
	}
	return p, nil
}

// turn is how places in the file become places on the page as it is shown.
func (f *file) turn(handle uint64, p *page) func(x, y float64) (float64, float64) {
	switch f.count("FPDFPage_GetRotation", handle) {
	case 1:
		return func(x, y float64) (float64, float64) { return y, p.height - x }
	case 2:
		return func(x, y float64) (float64, float64) { return p.width - x, p.height - y }
	case 3:
		return func(x, y float64) (float64, float64) { return p.width - y, x }
	}
	return func(x, y float64) (float64, float64) { return x, y }
}

func turned(turn func(x, y float64) (float64, float64), b box) box {
	x0, y0 := turn(b.l, b.b)
	x1, y1 := turn(b.r, b.t)
	return box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// glyphs reads the n characters of a page.
func (f *file) glyphs(text uint64, n int, p *page, turn func(x, y float64) (float64, float64), marked map[int]int) {
	loose, origin := f.function("FPDFText_GetLooseCharBox"), f.function("FPDFText_GetCharOrigin")
	var last uint64
	current, foot, raised := 0, 0.0, false
	p.glyphs, p.objects = make([]glyph, 0, n), map[uint64]bool{}
	characters := f.characters(text, n)
	objects := f.objectsOf(text, characters)
	for i, r := range characters {
		switch {
		case r == '\n', r == ' ', r == '\t', r == 0xa0:
		case r == '\r', r == 0:
			continue
		case r == 2: // a hyphen that a line ends with
			r = '-'
		case r < ' ', r >= 0xd800 && r < 0xe000, r > unicode.MaxRune, r == 0xfffe, r == 0xffff:
			r = unicode.ReplacementChar
		}
		o := objects.at(i)
		if o != last && o != 0 {
			last, current = o, len(p.inks)
			p.inks = append(p.inks, f.ink(text, i, o, turn, marked))
			p.objects[o] = true
			raised = true
		}
		if raised { // a vowel mark, with which an object may begin, stands elsewhere
			f.run(origin, text, uint64(i), f.at(16), f.at(24))
			_, foot = turn(f.float64(16), f.float64(24))
			raised = unicode.Is(unicode.Mn, r)
		}
		g := glyph{r: r, ink: current, y: foot}
		if r == '\n' {
			p.glyphs = append(p.glyphs, g)
			continue
		}
		f.run(loose, text, uint64(i), f.at(0))
		g.box = turned(turn, box{f.float32(0), f.float32(12), f.float32(8), f.float32(4)})
		p.glyphs = append(p.glyphs, g)
	}
}

// upright turns a page on which most text is written up or down.
func (p *page) upright() {
	var count [4]int
	for i := range p.glyphs {
		count[p.inks[p.glyphs[i].ink].turn]++
	}
	most := 0
	for i, n := range count {
		if n > count[most] {
			most = i
		}
	}
	if most == 0 {
		return
	}
	w, h := p.width, p.height
	turn := [4]func(x, y float64) (float64, float64){
		1: func(x, y float64) (float64, float64) { return y, w - x },
		2: func(x, y float64) (float64, float64) { return w - x, h - y },
		3: func(x, y float64) (float64, float64) { return h - y, x },
	}[most]
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.box = turned(turn, g.box)
		g.y = g.box.b + 0.2*g.box.height()
	}
	for i := range p.inks {
		p.inks[i].turn = (p.inks[i].turn - most + 4) % 4
	}
	for i := range p.rules {
		p.rules[i] = turned(turn, p.rules[i])
	}
	for i := range p.dots {
		p.dots[i] = turned(turn, p.dots[i])
	}
	for i := range p.links {
		p.links[i].box = turned(turn, p.links[i].box)
	}
	if most != 2 {
		p.width, p.height = h, w
	}
}

// ink reads the text object of character i.
func (f *file) ink(text uint64, i int, object uint64, turn func(x, y float64) (float64, float64), marked map[int]int) ink {
	k := ink{font: f.font(f.call("FPDFTextObj_GetFont", object))}
	size := math.Float64frombits(f.call("FPDFText_GetFontSize", text, uint64(i)))
	f.call("FPDFText_GetMatrix", text, uint64(i), f.at(32))
	x0, y0 := turn(0, 0)
	ax, ay := turn(f.float32(32), f.float32(36))
	bx, by := turn(f.float32(40), f.float32(44))
	k.size = finite(size) * math.Hypot(bx-x0, by-y0)
	dx, dy := ax-x0, ay-y0
	switch {
	case math.Abs(dy) < 0.2*math.Abs(dx) && dx > 0:
	case math.Abs(dy) < 0.2*math.Abs(dx):
		k.turn = 2
	case math.Abs(dx) < 0.2*math.Abs(dy) && dy > 0:
		k.turn = 1
	case math.Abs(dx) < 0.2*math.Abs(dy):
		k.turn = 3
	default:
		k.slanted = true
	}
	if k.size < 0.5 {
		k.size = 10
	}
	if len(marked) > 0 {
		k.element = marked[f.count("FPDFPageObj_GetMarkedContentID", object)]
	}
	if k.element == 0 {
		k.artifact = f.artifact(object)
	}
	if f.call("FPDFPageObj_GetFillColor", object, f.at(0), f.at(4), f.at(8), f.at(12)) != 0 {
		r, _ := f.memory.ReadUint32Le(f.scratch)
		g, _ := f.memory.ReadUint32Le(f.scratch + 4)
		b, _ := f.memory.ReadUint32Le(f.scratch + 8)
		k.coloured = max(r, g, b)-min(r, g, b) > 48 && max(r, g, b) <= 255
	}
	const fillAndStroke = 2
	k.bold = k.bold || f.call("FPDFTextObj_GetTextRenderMode", object) == fillAndStroke
	return k
}

// artifact reports whether the file marks an object as no part of the text.
func (f *file) artifact(object uint64) bool {
	for m := 0; m < min(8, f.count("FPDFPageObj_CountMarks", object)); m++ {
		mark := f.call("FPDFPageObj_GetMark", object, uint64(m))
		if f.call("FPDFPageObjMark_GetName", mark, f.at(64), 64, f.at(48)) == 0 {
			continue
		}
		n, _ := f.memory.ReadUint32Le(f.scratch + 48)
		name, _ := f.memory.Read(f.scratch+64, min(n, 64))
		if strings.HasPrefix(string(name), "A\x00r\x00t\x00i\x00f\x00a\x00c\x00t\x00") {
			return true
		}
	}
	return false
}

// font reads a font once.
func (f *file) font(handle uint64) font {
	if handle == 0 {
		return font{}
	}
	if known, ok := f.fonts[handle]; ok {
		return known
	}
	n := f.call("FPDFFont_GetBaseFontName", handle, f.at(64), 200)
	b, _ := f.memory.Read(f.scratch+64, uint32(min(n, 200)))
	name := strings.ToLower(strings.TrimRight(string(b), "\x00"))
	const italicFlag, forceBold = 1 << 6, 1 << 18
	flags := f.call("FPDFFont_GetFlags", handle)
	k := font{
		bold:    boldName.MatchString(name) || flags&forceBold != 0,
		italic:  italicName.MatchString(name) || flags&italicFlag != 0,
		barcode: barcodeName.MatchString(name),
	}
	f.fonts[handle] = k
	return k
}

// What fonts call themselves. A weight guessed from the thickness of stems
// tells less than the name does.
var (
	boldName    = regexp.MustCompile(`bold|black|heavy|[-,](?:bd|demi|medi|semi)|cmbx|cmb1`)
	italicName  = regexp.MustCompile(`italic|oblique|slanted|[-,](?:it|reguital|mediital|boldital)$|^(?:[a-z]{6}\+)?cmti`)
	barcodeName = regexp.MustCompile(`barcode|3 ?of ?9|code ?(?:39|128)|^(?:[a-z]{6}\+)?c39`)
)
