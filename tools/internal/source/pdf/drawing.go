package pdf

// What a page draws beside text: the types of its objects, and how many of
// them are looked at.
const (
	pathObject  = 2
	imageObject = 3
	formObject  = 5
	maxObjects  = 20_000
	maxSegments = 2_000
	maxRules    = 4_000
)

// How large a bullet can be that is drawn and not written, in points.
const (
	minDot = 1.5
	maxDot = 8
)

// thin is how thick a line can be, in points.
const thin = 2.5

// drawings finds the lines that a page draws: rules, the borders of cells.
func (f *file) drawings(handle uint64, p *page, turn func(x, y float64) (float64, float64)) {
	n := min(f.count("FPDFPage_CountObjects", handle), maxObjects)
	for i := 0; i < n && len(p.rules) < maxRules; i++ {
		object := f.call("FPDFPage_GetObject", handle, uint64(i))
		if p.objects[object] {
			continue // it is text
		}
		switch f.count("FPDFPageObj_GetType", object) {
		case imageObject, formObject:
			p.drawn = true
		case pathObject:
			p.drawn = true
			f.path(object, p, turn)
		}
	}
}

func (f *file) path(object uint64, p *page, turn func(x, y float64) (float64, float64)) {
	f.call("FPDFPageObj_GetBounds", object, f.at(0), f.at(4), f.at(8), f.at(12))
	bounds := turned(turn, box{f.float32(0), f.float32(4), f.float32(8), f.float32(12)})
	if w, h := bounds.width(), bounds.height(); w < maxDot && h < maxDot && w > minDot && h > minDot && w < 1.3*h && h < 1.3*w {
		if len(p.dots) < maxRules {
			p.dots = append(p.dots, bounds)
		}
		return
	}
	if bounds.width() < 3 && bounds.height() < 3 {
		return
	}
	if bounds.width() <= thin || bounds.height() <= thin {
		p.rules = append(p.rules, bounds)
		return
	}
	// A larger shape gives its edges, where these are straight.
	f.call("FPDFPageObj_GetMatrix", object, f.at(0))
	a, b, c, d, e, g := f.float32(0), f.float32(4), f.float32(8), f.float32(12), f.float32(16), f.float32(20)
	var x, y, startX, startY float64
	segments := min(f.count("FPDFPath_CountSegments", object), maxSegments)
	edge := func(x0, y0, x1, y1 float64) {
		line := box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
		if (line.width() <= thin) != (line.height() <= thin) && len(p.rules) < maxRules {
			p.rules = append(p.rules, line)
		}
	}
	for i := 0; i < segments; i++ {
		s := f.call("FPDFPath_GetPathSegment", object, uint64(i))
		f.call("FPDFPathSegment_GetPoint", s, f.at(24), f.at(28))
		px, py := f.float32(24), f.float32(28)
		nx, ny := turn(a*px+c*py+e, b*px+d*py+g)
		const lineTo, moveTo = 0, 2
		switch f.count("FPDFPathSegment_GetType", s) {
		case moveTo:
			startX, startY = nx, ny
		case lineTo:
			edge(x, y, nx, ny)
		}
		x, y = nx, ny
		if f.call("FPDFPathSegment_GetClose", s) != 0 {
			edge(x, y, startX, startY)
		}
	}
}

// dotted reports whether a bullet is drawn before a line.
func (p *page) dotted(l *line) bool {
	for i := range p.dots {
		dot := &p.dots[i]
		gap := l.l - dot.r
		if l.rtl {
			gap = dot.l - l.r
		}
		if middle := (dot.b + dot.t) / 2; gap > 0 && gap < 2.2*l.size && dot.height() < 0.65*l.size && middle > l.y-0.1*l.size && middle < l.y+0.7*l.size {
			return true
		}
	}
	return false
}

// maxLinks is how many links of a page are read.
const maxLinks = 500

// links finds where the page's text leads to on the web.
func (f *file) links(handle, text uint64, p *page, turn func(x, y float64) (float64, float64)) {
	f.memory.WriteUint32Le(f.scratch, 0)
	for i := 0; i < maxLinks && f.call("FPDFLink_Enumerate", handle, f.at(0), f.at(4)) != 0; i++ {
		handle, _ := f.memory.ReadUint32Le(f.scratch + 4)
		action := f.call("FPDFLink_GetAction", uint64(handle))
		const uri = 3
		if action == 0 || f.call("FPDFAction_GetType", action) != uri {
			continue
		}
		n := f.call("FPDFAction_GetURIPath", f.document, action, f.at(64), 4096)
		if n == 0 || n > 4096 {
			continue
		}
		b, _ := f.memory.Read(f.scratch+64, uint32(n-1))
		address := string(b)
		f.call("FPDFLink_GetAnnotRect", uint64(handle), f.at(16))
		p.links = append(p.links, link{turned(turn, box{f.float32(16), f.float32(28), f.float32(24), f.float32(20)}), address})
	}
}
