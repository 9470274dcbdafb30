package pdf

import "testing"

// drawn sets letters from left to right, each one em wide but spaces; a letter
// of width none stands where the one before it does.
func drawn(letters ...string) (*page, []glyph) {
	p := &page{inks: []ink{{size: 10}}, elements: []element{{}}}
	var glyphs []glyph
	x := 0.0
	for _, s := range letters {
		width := 10 / float64(len([]rune(s)))
		for _, r := range s {
			if r == '_' {
				x += 5 // a gap that no character stands in
				continue
			}
			glyphs = append(glyphs, glyph{r: r, box: box{x, 0, x + width, 10}})
			x += width
		}
	}
	return p, glyphs
}

func TestFromRight(t *testing.T) {
	for _, c := range []struct {
		name string
		left []string // as a reader sees it, from the left
		want string
	}{
		{"letters", []string{"م", "ل", "س"}, "سلم"},
		{"words with a gap", []string{"ب", "_", "ا"}, "ا ب"},
		{"Latin in it", []string{"ب", " ", "R", "u", "n", " ", "ا"}, "ا Run ب"},
		{"Latin without its space", []string{"ب", "R", " ", "ا"}, "ا R ب"},
		{"a number", []string{"ب", " ", "2", "1", "7", " ", "ا"}, "ا 217 ب"},
		{"a number with a point", []string{"2", ".", "5", " ", "ا"}, "ا 2.5"},
		{"brackets as drawn", []string{")", "ب", "(", " ", "ا"}, "ا (ب)"},
		{"brackets as meant", []string{"(", "ب", ")", " ", "ا"}, "ا (ب)"},
		{"an item's bracket", []string{"ب", " ", ")", "أ"}, "أ) ب"},
		{"a symbol with numbers", []string{"ب", " ", "A", "/", "7", "0", "/", "1", " ", "ا"}, "ا A/70/1 ب"},
		{"marks that PDFium turned", []string{"”", "ب", "“", " ", "ا"}, "ا ”ب“"},
		{"marks around Latin, one turned", []string{"ب", " ", "”", "X", "Y", "”", " ", "ا"}, "ا “XY” ب"},
		{"an apostrophe", []string{"ب", " ", "i", "t", "’", "s", " ", "ا"}, "ا it’s ب"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, glyphs := drawn(c.left...)
			if got := written(p.fromRight(glyphs, 10)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A ligature comes as its letters, in one place or side by side the wrong way;
// a vowel mark belongs to the letter that it stands over.
func TestLigatureAndMarks(t *testing.T) {
	at := func(r rune, l, right float64, ink int) glyph {
		return glyph{r: r, ink: ink, box: box{l, 0, right, 10}}
	}
	p := &page{}
	for _, c := range []struct {
		name   string
		glyphs []glyph
		want   string
	}{
		{"in one place", []glyph{at('إ', 0, 8, 1), at('ل', 0, 8, 1)}, "لإ"},
		{"side by side", []glyph{at('ا', 0, 4, 1), at('ل', 4, 8, 1)}, "لا"},
		{"an article", []glyph{at('ا', 8, 10, 1), at('ل', 6, 8, 1)}, "ال"},
		{"a mark before its letter", []glyph{at('ي', 20, 24, 1), at('ً', 12, 15, 2), at('ض', 10, 20, 1), at('ا', 8, 10, 1)}, "يضًا"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := written(p.fromRight(c.glyphs, 10)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func written(glyphs []glyph) string {
	s := ""
	for _, g := range glyphs {
		s += string(g.r)
	}
	return s
}
