package source

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/source/pdf"
)

// TestCentredHeadings: lines in the middle of a page, in the type of the text.
func TestCentredHeadings(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("The court has weighed the words of both ports. ", 4))
	at := func(text string, left, right float64) Block {
		return Block{Kind: Paragraph, Text: text, Box: pdf.Box{Left: left, Right: right}}
	}
	page := func(middle ...Block) []Block {
		b := []Block{at(text, .1, .9), at(text, .1, .9)}
		for _, m := range middle {
			b = append(b, m, at(text, .1, .9))
		}
		return b
	}
	for _, c := range []struct {
		name   string
		blocks []Block
		want   int
	}{
		{"two", page(at("Reasons of the court", .35, .65), at("*Members of the court*", .3, .7)), 2},
		{"one may be anything", page(at("Reasons of the court", .35, .65)), 0},
		{"lines at the side", page(at("Reasons of the court", .1, .4), at("Members of the court", .1, .45)), 0},
		{"sentences", page(at("So it was decided.", .35, .65), at("And so it was done.", .34, .66)), 0},
		{"columns", []Block{at(text, .1, .45), at("Reasons", .22, .33), at(text, .55, .9), at("Members", .67, .78), at(text, .55, .9), at(text, .1, .45)}, 0},
	} {
		centredHeadings(c.blocks)
		n := 0
		for i := range c.blocks {
			if c.blocks[i].Kind == Heading {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d headings, want %d", c.name, n, c.want)
		}
	}
}
