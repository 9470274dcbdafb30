package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"strings"
	"testing"
	"time"

	"rapporteur/tools/internal/report"
)

// same compares the blocks of a paper with what it was written to say.
func same(t *testing.T, p *paper, want string) {
	t.Helper()
	if got := p.read(t); got != strings.TrimLeft(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHeadingsAndParagraphs(t *testing.T) {
	p := &paper{}
	p.put(bold, 20, 70, 780, "Report of the forum")
	p.put(bold, 14, 70, 740, "Opening")
	y := p.lines(plain, 10, 70, 715, 12,
		"The meeting was opened by the chair, who welcomed all those who had come to it and who",
		"thanked the host for the rooms, the interpreters for their work and everybody else for their",
		"patience.")
	y = p.lines(plain, 10, 70, y-8, 12,
		"A second paragraph stands apart from the first, as the space between them shows to those who",
		"read it.")
	p.put(bold, 14, 70, y-20, "Discussion")
	p.lines(plain, 10, 70, y-45, 12,
		"Here a paragraph ends in a line that is short.",
		"The next begins right below it, and is known by that: the first of its words would have had room",
		"above.")
	same(t, p, `
H1 Report of the forum
H2 Opening
P The meeting was opened by the chair, who welcomed all those who had come to it and who thanked the host for the rooms, the interpreters for their work and everybody else for their patience.
P A second paragraph stands apart from the first, as the space between them shows to those who read it.
H2 Discussion
P Here a paragraph ends in a line that is short.
P The next begins right below it, and is known by that: the first of its words would have had room above.
`)
}

func TestIndent(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 90, 700, 12, "A paragraph whose first line is set in, as books and gazettes do, goes on at the margin")
	p.lines(plain, 10, 70, 688, 12, "for as long as it has anything to say, which may be rather long, and ends in a line that may as well")
	p.lines(plain, 10, 90, 676, 12, "It is followed by another, with no space between the two but the one before its first word,")
	p.lines(plain, 10, 70, 664, 12, "and that must do.")
	same(t, p, `
P A paragraph whose first line is set in, as books and gazettes do, goes on at the margin for as long as it has anything to say, which may be rather long, and ends in a line that may as well
P It is followed by another, with no space between the two but the one before its first word, and that must do.
`)
}

func TestItems(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 70, 700, 12, "The participants agreed on the following points, which the secretariat was asked to make known:")
	p.put(plain, 10, 80, 684, "•")
	p.lines(plain, 10, 95, 684, 12, "the first of them is so long that it needs a second line, which stands below the words and not",
		"below the sign;")
	p.put(plain, 10, 80, 660, "•")
	p.put(plain, 10, 95, 660, "the second has two parts:")
	p.put(plain, 10, 100, 648, "-")
	p.put(plain, 10, 115, 648, "one of them,")
	p.put(plain, 10, 100, 636, "-")
	p.put(plain, 10, 115, 636, "and the other.")
	p.put(plain, 10, 80, 624, "•")
	p.put(plain, 10, 95, 624, "the third ends the list.")
	p.lines(plain, 10, 70, 600, 12, "1. A numbered paragraph goes back to the margin with its second line, as in the papers of many",
		"bodies it does.")
	p.lines(plain, 10, 70, 570, 12, "2. So does the next.")
	same(t, p, `
P The participants agreed on the following points, which the secretariat was asked to make known:
I1 • the first of them is so long that it needs a second line, which stands below the words and not below the sign;
I1 • the second has two parts:
I2 - one of them,
I2 - and the other.
I1 • the third ends the list.
I1 1. A numbered paragraph goes back to the margin with its second line, as in the papers of many bodies it does.
I1 2. So does the next.
`)
}

func TestColumns(t *testing.T) {
	p := &paper{}
	p.put(bold, 18, 70, 780, "A title that stands over both of the columns")
	left := []string{"The left column is read first, from", "its top to its end, and what stands", "beside it is not looked at until the", "last of its lines has been read, for",
		"that is how people read a page that", "is set in columns such as these."}
	right := []string{"The right column comes after it and", "has as many lines, which stand at", "the same height as those on the left", "so that nothing but the gap between",
		"them can tell that they do not go", "together at all."}
	p.lines(plain, 10, 70, 740, 12, left...)
	p.lines(plain, 10, 310, 740, 12, right...)
	p.put(plain, 10, 70, 640, "What is below the columns goes over the whole width of the page again, and so comes last of all.")
	same(t, p, `
H1 A title that stands over both of the columns
P `+strings.Join(left, " ")+`
P `+strings.Join(right, " ")+`
P What is below the columns goes over the whole width of the page again, and so comes last of all.
`)
}

func TestFurniture(t *testing.T) {
	p := &paper{}
	want := ""
	for i := 1; i <= 4; i++ {
		p.page()
		p.put(plain, 9, 70, 810, "Forum on a subject, session of 2024")
		p.put(plain, 9, 500, 810, fmt.Sprintf("A/%d", 7)) // the same on each
		p.lines(plain, 10, 70, 700, 12, fmt.Sprintf("Page %d has a text of its own which nobody could take for what every page repeats, and it", i), "ends so.")
		p.put(bold, 12, 70, 70, fmt.Sprintf("Article %d", i*i+3)) // a heading that each page happens to end with
		p.put(plain, 9, 300, 40, fmt.Sprint(i))
		if i > 1 {
			want += "----\n"
		}
		want += "F Forum on a subject, session of 2024 A/7\n" +
			fmt.Sprintf("P Page %d has a text of its own which nobody could take for what every page repeats, and it ends so.\n", i) +
			fmt.Sprintf("H1 Article %d\n", i*i+3) + fmt.Sprintf("F %d\n", i)
	}
	same(t, p, want)
}

func TestNotes(t *testing.T) {
	p := &paper{}
	for i := 1; i <= 2; i++ {
		p.page()
		p.put(plain, 10, 70, 700, "The resolution was adopted")
		p.put(plain, 6, 193, 704, "1")
		p.put(plain, 10, 200, 700, "and then amended, on the 2")
		p.put(plain, 6, 322, 704, "nd")
		p.put(plain, 10, 333, 700, "of May, by those who were there.")
		p.rule(70, 120, 190, 120)
		p.put(plain, 5, 70, 108, "1")
		p.put(plain, 8, 76, 105, []string{"", "See the records, of which this note gives so much that it is long enough for", "A note of another page, which counts its notes anew and has a second line as"}[i])
		p.put(plain, 8, 70, 95, []string{"", "two lines.", "well."}[i])
	}
	same(t, p, `
P The resolution was adopted[^1] and then amended, on the 2^nd^ of May, by those who were there.
N 1: See the records, of which this note gives so much that it is long enough for two lines.
----
P The resolution was adopted[^1-2] and then amended, on the 2^nd^ of May, by those who were there.
N 1-2: A note of another page, which counts its notes anew and has a second line as well.
`)
}

func TestRuledTable(t *testing.T) {
	p := &paper{}
	p.put(plain, 10, 70, 760, "The table below has rules between its cells, and a cell of it has two lines in it.")
	for _, y := range []float64{740, 720, 690, 670} {
		p.rule(70, y, 400, y)
	}
	for _, x := range []float64{70, 200, 300, 400} {
		p.rule(x, 670, x, 740)
	}
	p.put(bold, 10, 75, 726, "Group")
	p.put(bold, 10, 205, 726, "Meetings")
	p.put(bold, 10, 305, 726, "Papers")
	p.put(plain, 10, 75, 708, "Civil society and")
	p.put(plain, 10, 75, 696, "academia")
	p.put(plain, 10, 205, 708, "several of them")
	p.put(plain, 10, 305, 708, "none at all")
	p.put(plain, 10, 75, 676, "Governments")
	p.put(plain, 10, 305, 676, "12")
	p.put(plain, 10, 70, 640, "After it the text goes on.")
	same(t, p, `
P The table below has rules between its cells, and a cell of it has two lines in it.
R | Group | Meetings | Papers
R | Civil society and academia | several of them | none at all
R | Governments |  | 12
P After it the text goes on.
`)
}

func TestAlignedTable(t *testing.T) {
	p := &paper{}
	for i, row := range [][]string{{"Region", "2019", "2020"}, {"Africa", "11", "13"}, {"Asia and the Pacific", "26", "8"}, {"Europe", "7", "9"}} {
		y := 700 - 14*float64(i)
		p.put(plain, 10, 70, y, row[0])
		p.put(plain, 10, 240, y, row[1])
		p.put(plain, 10, 320, y, row[2])
	}
	p.put(plain, 10, 70, 620, "Chair: A name that a wide gap sets apart is no table, and neither are words beside it.")
	same(t, p, `
R | Region | 2019 | 2020
R | Africa | 11 | 13
R | Asia and the Pacific | 26 | 8
R | Europe | 7 | 9
P Chair: A name that a wide gap sets apart is no table, and neither are words beside it.
`)
}

func TestHyphens(t *testing.T) {
	p := &paper{}
	p.lines(plain, 10, 70, 700, 12,
		"This text says cooperation in one place, and where a line ends it says coope-",
		"ration; it says follow-up in one place, and where another line ends it has follow-",
		"up again, which must keep its hyphen, for that is how the word is written, and so must self-",
		"made things. Where a line ends between two numbers that stand for years, such as those of 2019-",
		"2020, the hyphen stays as well.")
	d, err := Read(context.Background(), "", p.bytes())
	if err != nil {
		t.Fatal(err)
	}
	text := short(d)
	for _, want := range []string{"says cooperation; it", "has follow-up again", "self-made things", "2019-2020"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	joins := ""
	for i := range d.Blocks {
		joins += strings.Join(d.Blocks[i].Joins, " ")
	}
	if !strings.HasPrefix(joins, "coope-ration") {
		t.Errorf("joins: %q", joins)
	}
}

// A soft hyphen is one that a line's end has made, whatever words the text
// has.
func TestSoftHyphen(t *testing.T) {
	c := cutting{whole: map[string]bool{}}
	b := Block{Runs: []Run{{Text: "impos\u00ad"}}}
	more := c.join(&b, []Run{{Text: "sible"}}, &line{text: "impos\u00ad"}, &line{text: "sible"})
	if got := runsText(append(b.Runs, more...)); got != "impossible" || len(b.Joins) != 1 {
		t.Errorf("%q, joins %q", got, b.Joins)
	}
}

func TestSideways(t *testing.T) {
	p := &paper{}
	p.page()
	fmt.Fprint(p.pages[0], "BT /F1 12 Tf 0 1 -1 0 300 100 Tm (A page that is written upwards is read as) Tj ET\nBT /F1 12 Tf 0 1 -1 0 314 100 Tm (one that lies on its side.) Tj ET\n")
	same(t, p, "P A page that is written upwards is read as one that lies on its side.\n")
}

func TestLanguageAndLinks(t *testing.T) {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R /Lang (fr-CH) >>",
		"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [6 0 R] >>",
		"<< /Length 73 >>\nstream\nBT /F1 12 Tf 70 700 Td (Voir) Tj ET BT /F1 12 Tf 100 700 Td (le site) Tj ET \nendstream",
		"<< /Type /Annot /Subtype /Link /Rect [99 695 140 712] /A << /S /URI /URI (https://example.org/a) >> >>",
	}
	d, err := Read(context.Background(), "", assemble(objects, ""))
	if err != nil {
		t.Fatal(err)
	}
	if d.Lang != "fr-CH" || len(d.Blocks) != 1 {
		t.Fatalf("%q %+v", d.Lang, d.Blocks)
	}
	link := ""
	for _, r := range d.Blocks[0].Runs {
		if r.Link != "" {
			link += r.Text + "→" + r.Link
		}
	}
	if link != "le site→https://example.org/a" {
		t.Errorf("%q in %+v", link, d.Blocks[0].Runs)
	}
}

func TestRefusals(t *testing.T) {
	text := &paper{}
	text.put(plain, 10, 70, 700, "A text of some words that anybody may read.")
	scan := &paper{}
	scan.page()
	scan.pages[0].WriteString("500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI\n")
	empty := &paper{}
	empty.page()
	many := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [" + strings.Repeat("3 0 R ", MaxPages+1) + fmt.Sprintf("] /Count %d >>", MaxPages+1),
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"}
	locked := *text
	locked.extra = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >> /ID [<00> <00>]"
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"scan", "source-scan", scan.bytes()},
		{"empty", "source-empty", empty.bytes()},
		{"encrypted", "source-encrypted", locked.bytes()},
		{"cut", "source-broken", text.bytes()[:60]},
		{"no PDF", "source-broken", []byte("%PDF-1.7 and nothing of the kind")},
		{"too many pages", "source-pages", assemble(many, "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(context.Background(), "a.pdf", c.data)
			p, ok := err.(*report.Problem)
			if !ok || p.Code != c.code || p.File != "a.pdf" || p.Severity != report.Error {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
	text.read(t) // and all goes on
}

// endless is a file that draws a form that draws another twelve times, and so
// on: short to write, and without end to read.
func endless() []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
		"<< /Length 5 >>\nstream\n/X Do\nendstream"}
	for i := 0; i < 24; i++ {
		call := strings.Repeat("/X Do ", 12)
		objects = append(objects, fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(objects)+2, len(call), call))
	}
	objects = append(objects, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\n \nendstream")
	return assemble(objects, "")
}

func TestEndless(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()
	began := time.Now()
	_, err := Read(ctx, "a.pdf", endless())
	if p, ok := err.(*report.Problem); !ok || p.Code != "source-time" {
		t.Errorf("got %v", err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	text := &paper{}
	text.put(plain, 10, 70, 700, "The next file is read all the same.")
	text.read(t)
}

func TestPagePNG(t *testing.T) {
	p := &paper{}
	p.put(plain, 10, 70, 700, "A page to look at.")
	picture, err := PagePNG(context.Background(), "a.pdf", p.bytes(), 1, 36)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 297 || b.Dy() != 421 {
		t.Errorf("%v", b)
	}
	dark := 0
	for x := 30; x < 120; x++ {
		for y := 60; y < 80; y++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
		}
	}
	if dark == 0 {
		t.Error("nothing is written on it")
	}
	if _, err := PagePNG(context.Background(), "a.pdf", p.bytes(), 2, 36); err == nil {
		t.Error("a page that is not there")
	}
}
