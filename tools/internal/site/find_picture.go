package site

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// The sizes of a crosswalk's picture, in units of its own: it is as wide as it
// needs to be, and scrolls.
const (
	cellWidth  = 26
	rowHeight  = 44
	headHeight = 46
	frameGap   = 18
	mostRadius = 12
)

// picture draws a crosswalk: a row a theme, or a report, under its name, a column a term, a
// disc where they meet, whose area is the number of sections, which stands in
// it. It is SVG that inherits the page's colours, and reads from the side that
// the language does. The table beside it says the same.
func (c *composer) picture(x crosswalk, rows []walkRow, title string) string {
	width := 0
	for _, f := range frameworks {
		width += len(f.terms)*cellWidth + frameGap
	}
	height := headHeight + len(rows)*rowHeight
	most := 1
	for _, row := range x {
		for _, n := range row {
			most = max(most, n)
		}
	}
	// place is where something stands that begins at x and is w wide.
	rtl := c.language.Direction == "rtl"
	place := func(x, w int) int {
		if rtl {
			return width - x - w
		}
		return x
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="picture" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="picture-title picture-desc">`, width, height, width, height)
	fmt.Fprintf(&b, `<title id="picture-title">%s</title><desc id="picture-desc">%s</desc>`, html.EscapeString(title), html.EscapeString(c.say.Say("crosswalk_picture", nil)))
	text := func(x, y int, class, anchor, s string) {
		fmt.Fprintf(&b, `<text x="%d" y="%d" class="%s" text-anchor="%s">%s</text>`, x, y, class, anchor, html.EscapeString(s))
	}
	at := 0
	for _, f := range frameworks {
		span := len(f.terms) * cellWidth
		text(place(at, span)+span/2, 14, "frame", "middle", c.say.Say(f.key+"_short", nil))
		for _, id := range f.terms {
			text(place(at, cellWidth)+cellWidth/2, 34, "term", "middle", strings.ToUpper(id))
			at += cellWidth
		}
		at += frameGap
	}
	for i, row := range rows {
		top := headHeight + i*rowHeight
		fmt.Fprintf(&b, `<path d="M0 %dH%d"/>`, top, width)
		// Text begins at the side where reading begins: there start is the page's.
		text(place(0, 0), top+15, "theme", "start", row.Title)
		at := 0
		for _, f := range frameworks {
			for _, id := range f.terms {
				if n := x[row.id][f.key+" "+id]; n > 0 {
					cx, cy := place(at, cellWidth)+cellWidth/2, top+30
					r := math.Max(8, mostRadius*math.Sqrt(float64(n)/float64(most)))
					fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="%s" class="%s"/>`, cx, cy, strconv.FormatFloat(r, 'f', 1, 64), f.key)
					text(cx, cy+4, "count", "middle", strconv.Itoa(n))
				}
				at += cellWidth
			}
			at += frameGap
		}
	}
	b.WriteString("</svg>")
	return b.String()
}
