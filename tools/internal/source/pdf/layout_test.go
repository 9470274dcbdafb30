package pdf

import (
	"fmt"
	"testing"
)

// Cells of text that stand side by side are rows, although each column of them
// could be one of a page: all begin anew at one height.
func TestTableOfText(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 70, 760, 12, "The words that are announced and those that are meant stand side by side below, in rows that have",
		"neither rules nor numbers in them.")
	p.put(bold, 10, 70, 720, "What is announced")
	p.put(bold, 10, 250, 720, "What is meant")
	for i, row := range [][]string{
		{"Operational adjustment of it", "The crew has not arrived"},
		{"Adverse marine conditions", "There is fog on the water"},
		{"Technical irregularity here", "The ramp does not open"},
		{"Commercial reasons in part", "Nobody has bought a ticket"},
	} {
		y := 696 - 30*float64(i)
		p.put(plain, 10, 70, y, row[0])
		p.put(plain, 10, 250, y+6, row[1]) // of two lines, set around the middle of the one
		p.put(plain, 10, 250, y-6, "and will be late")
	}
	same(t, p, `
P The words that are announced and those that are meant stand side by side below, in rows that have neither rules nor numbers in them.
R | What is announced | What is meant
R | Operational adjustment of it | The crew has not arrived and will be late
R | Adverse marine conditions | There is fog on the water and will be late
R | Technical irregularity here | The ramp does not open and will be late
R | Commercial reasons in part | Nobody has bought a ticket and will be late
`)
}

// Lines of a cell may stand as close as rows do: a cell that had no room goes
// on below, and the head ends where the rule is.
func TestTightTable(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 70, 760, 12, "In the table below no space parts the rows, as in those that LaTeX sets.")
	for _, c := range []struct {
		x, y float64
		text string
	}{
		{70, 730, "Reason"}, {200, 730, "Words that are used"}, {340, 730, "Times in"},
		{340, 718, "a month"},
		{70, 700, "The crew is late again"}, {200, 700, "Adjustment of departure"}, {340, 700, "twelve or so"},
		{70, 688, "this week"}, {200, 688, "times by the operator"},
		{70, 676, "Fog"}, {200, 676, "Marine conditions"}, {340, 676, "four"},
		{70, 664, "A ramp that is stuck"}, {200, 664, "Technical irregularity of"}, {340, 664, "two"},
		{200, 652, "the vessel"},
	} {
		p.put(plain, 10, c.x, c.y, c.text)
	}
	p.rule(70, 711, 420, 711)
	same(t, p, `
P In the table below no space parts the rows, as in those that LaTeX sets.
R | Reason | Words that are used | Times in a month
R | The crew is late again this week | Adjustment of departure times by the operator | twelve or so
R | Fog | Marine conditions | four
R | A ramp that is stuck | Technical irregularity of the vessel | two
`)
}

// A bullet may be drawn and not written.
func TestDrawnBullets(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 70, 700, 12, "The participants agreed on these points, which the secretariat was asked to make known:")
	for i, text := range []string{"the first of them,", "the second, and", "the third."} {
		y := 680 - 14*float64(i)
		fmt.Fprintf(p.pages[0], "80 %g 4 4 re f\n", y+2)
		p.put(plain, 10, 95, y, text)
	}
	same(t, p, `
P The participants agreed on these points, which the secretariat was asked to make known:
I1 • the first of them,
I1 • the second, and
I1 • the third.
`)
}

// Small type at a page's foot is a footnote where its number is raised above,
// whether or not a rule stands over it.
func TestNotesWithoutRule(t *testing.T) {
	p := &paper{}
	p.put(plain, 10, 70, 700, "The resolution was adopted")
	p.put(plain, 6, 193, 704, "1")
	p.put(plain, 10, 200, 700, "and then amended by those who were there.")
	p.lines(plain, 10, 70, 660, 12, "2. A numbered paragraph in the type of the text is none.")
	p.put(plain, 8, 70, 105, "1. See the records, of which this note gives so much that it is long enough for")
	p.put(plain, 8, 70, 95, "two lines.")
	same(t, p, `
P The resolution was adopted[^1] and then amended by those who were there.
I1 2. A numbered paragraph in the type of the text is none.
N 1: See the records, of which this note gives so much that it is long enough for two lines.
`)
}

// LaTeX sets its columns closer together than two words may stand.
func TestNarrowGutter(t *testing.T) {
	p := &paper{}
	want := [2]string{"P ", "P "}
	for i := 0; i < 10; i++ {
		for k, x := range []float64{70, 248} {
			line := fmt.Sprintf("column %d has its line %d set just", k+1, i+1)
			fmt.Fprintf(p.page0(), "BT /F1 10 Tf %g Tw %g %g Td (%s) Tj ET\n", 3.0, x, 700-12*float64(i), line)
			if i > 0 {
				want[k] += " "
			}
			want[k] += line
		}
	}
	same(t, p, want[0]+"\n"+want[1]+"\n")
}

// A short line in colour is a heading, a link is none.
func TestColouredHeading(t *testing.T) {
	p := &paper{}
	fmt.Fprint(p.page0(), "0.1 0.2 0.8 rg\n")
	p.put(plain, 10, 70, 700, "Words for delays")
	fmt.Fprint(p.page0(), "0 g\n")
	p.lines(plain, 10, 70, 680, 12, "The delegation explained that passengers are told of delays in words that nobody would use when",
		"they are at home.")
	same(t, p, `
H1 Words for delays
P The delegation explained that passengers are told of delays in words that nobody would use when they are at home.
`)
}

// The head that a table repeats on its second page belongs to the page.
func TestRepeatedHead(t *testing.T) {
	p := &paper{}
	for i, rows := range [][][]string{{{"Africa", "11", "13"}, {"Asia and the Pacific", "26", "8"}}, {{"Europe", "7", "9"}, {"The Americas", "4", "5"}}} {
		p.page()
		for k, row := range append([][]string{{"Region", "2019", "2020"}}, rows...) {
			y := 700 - 14*float64(k)
			for n, cell := range row {
				p.put(plain, 10, []float64{70, 240, 320}[n], y, cell)
			}
		}
		if i == 1 {
			p.put(plain, 10, 70, 600, "After it the text goes on.")
		}
	}
	same(t, p, `
R | Region | 2019 | 2020
R | Africa | 11 | 13
R | Asia and the Pacific | 26 | 8
----
F Region 2019 2020
R | Europe | 7 | 9
R | The Americas | 4 | 5
P After it the text goes on.
`)
}
