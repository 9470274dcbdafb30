package pdf

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode"

	"rapporteur/tools/internal/report"
)

// FuzzRead reads what nobody meant to be read: the answer is a document whose
// blocks are in order, or a problem, and it comes in time.
func FuzzRead(f *testing.F) {
	p := &paper{}
	p.put(bold, 16, 70, 760, "A title")
	p.put(plain, 10, 70, 700, "A paragraph that has some words.")
	p.put(plain, 10, 80, 680, "•")
	p.put(plain, 10, 95, 680, "an item")
	p.rule(70, 100, 190, 100)
	p.put(plain, 6, 70, 92, "1")
	p.put(plain, 8, 75, 90, "A note.")
	p.page()
	p.put(plain, 9, 300, 40, "2")
	whole := p.bytes()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(whole[len(whole)/3:])
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>"))
	f.Add([]byte("%PDF-"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
		defer stop()
		d, err := Read(ctx, "fuzz.pdf", data)
		if err != nil {
			if _, ok := err.(*report.Problem); !ok {
				t.Fatalf("not a problem: %v", err)
			}
			return
		}
		page := 1
		for i := range d.Blocks {
			b := &d.Blocks[i]
			if b.Page < page || b.Page > d.Pages {
				t.Fatalf("block %d on page %d of %d, after page %d", i, b.Page, d.Pages, page)
			}
			if page = b.Page; b.Line < 1 {
				t.Fatal("a line without a number")
			}
			if b.Kind == Row && len(b.Cells) == 0 || b.Kind == Note && b.Label == "" {
				t.Fatalf("block %d says nothing: %+v", i, b)
			}
		}
	})
}

// FuzzLayout sets glyphs on pages where chance has them: whatever is made of
// them, every letter and digit is in the blocks, as often as on the pages.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("\x10\xf0a\x01\x12\xf0b\x01\x14\xf0c\x01\x10\xe0d\x02\x12\xe0e\x02"))
	f.Add([]byte("\x10\xf01\x00\x20\xf0a\x01\x10\xe02\x00\x20\xe0b\x01\x10\xd03\x00\x20\xd0c\x01\x40\xf0x\x01\x40\xe0y\x01"))
	f.Add([]byte("\x10\xf0\x80\x01\x12\xf0\x81\x01\x14\xf0\x85\x01\x10\x20x\x03\x10\x18y\x03\n\n\n\n\x10\x18z\x03"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			return
		}
		const signs = "•()«».-–*:٣ "
		var d layout
		want := map[rune]int{}
		p := scatter(1)
		for len(data) >= 4 {
			x, y, c, style := float64(data[0])*2, float64(data[1])*3, data[2], int(data[3])%len(p.inks)
			data = data[4:]
			r := rune(c)
			switch {
			case c == '\n' && y < 90:
				d.sheets = append(d.sheets, newSheet(p))
				p = scatter(p.number + 1)
				continue
			case c >= 0xc0:
				r = []rune(signs)[int(c)%len([]rune(signs))]
			case c >= 0x80:
				r = 'ا' + rune(c-0x80)%35
			}
			if r == '\n' || r == ' ' || r < '0' {
				r = ' '
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				want[r]++
			}
			size := p.inks[style].size
			p.glyphs = append(p.glyphs, glyph{r: r, y: y, ink: style, box: box{x, y - 0.2*size, x + 0.5*size, y + 0.8*size}})
		}
		d.sheets = append(d.sheets, newSheet(p))
		got := map[rune]int{}
		blocks := d.blocks()
		for _, r := range everything(&Document{Blocks: blocks}) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				got[r]++
			}
		}
		for i := range blocks {
			if b := &blocks[i]; b.Kind == Note { // labels made unique have more than was printed
				if _, page, ok := strings.Cut(b.Label, "-"); ok {
					for _, r := range page {
						got[r]--
					}
				}
			}
		}
		for r, n := range want {
			if got[r] != n {
				t.Fatalf("%q: %d on the pages, %d in the blocks", r, n, got[r])
			}
		}
	})
}

// scatter is an empty page with inks of several kinds.
func scatter(number int) *page {
	p := &page{number: number, width: 600, height: 800, elements: []element{{}, {role: "H1", block: 1}, {role: "LI", block: 2}, {table: 1, row: 1, cell: 1, block: 3}, {table: 1, row: 2, cell: 2, block: 4}}}
	p.inks = []ink{{size: 10}, {size: 10, font: font{bold: true}}, {size: 14}, {size: 6}, {size: 10, artifact: true}, {size: 10, element: 1}, {size: 10, element: 2}, {size: 10, element: 3}, {size: 10, element: 4}, {size: 10, turn: 1}}
	p.rules = []box{{50, 100, 200, 100.5}, {40, 300, 40.5, 400}, {140, 300, 140.5, 400}, {240, 300, 240.5, 400}, {40, 300, 240, 300.5}, {40, 350, 240, 350.5}, {40, 400, 240, 400.5}}
	for _, r := range p.rules {
		if r.width() <= thin {
			p.bars = append(p.bars, r)
		}
	}
	return p
}
