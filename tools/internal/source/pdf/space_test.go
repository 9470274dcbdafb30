package pdf

import "testing"

// TestSpaced: a gap is a space where the letters of a line touch, and none
// where they are set wide, in formulas, or before a sign that ends.
func TestSpaced(t *testing.T) {
	for _, c := range []struct {
		name, text string
		gaps       map[int]float64 // before a character, in ems; else letters touch
		other      float64
		want       string
	}{
		{"between words", "theFederalTort Claims", map[int]float64{3: 0.13, 10: 0.12}, 0.01, "the Federal Tort Claims"},
		{"before a bracket", "Claims(the Act)says so", map[int]float64{6: 0.16, 15: 0.16}, 0, "Claims (the Act) says so"},
		{"letters set wide", "harbour", nil, 0.2, "harbour"},
		{"a formula", "the LTM is known", map[int]float64{5: 0.14}, 0, "the LTM is known"},
		{"before a sign that ends", "nine, ten; eleven", map[int]float64{9: 0.2}, 0, "nine, ten; eleven"},
		{"narrow", "harbour lamps", map[int]float64{3: 0.1}, 0, "harbour lamps"},
	} {
		p := &page{inks: []ink{{size: 10}}}
		var glyphs []glyph
		right := 0.0
		for i, r := range []rune(c.text) {
			gap, ok := c.gaps[i]
			if !ok {
				gap = c.other
			}
			l := right + 10*gap
			right = l + 5
			glyphs = append(glyphs, glyph{r: r, box: box{l: l, r: right}})
		}
		if got := (&piece{glyphs: p.spaced(glyphs)}).text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
