package source

import (
	"reflect"
	"strings"
	"testing"
)

// TestAttributes: what pandoc writes in braces goes, every line stays in its
// place, and braces that a text has are left alone.
func TestAttributes(t *testing.T) {
	for in, want := range map[string]string{
		"# []{#_Toc1 .anchor}Lamps":    "# Lamps",
		"# Lamps {#lamps .unnumbered}": "# Lamps",
		"# Lamps {-}":                  "# Lamps",
		"![](media/lamp.png){width=\"2in\"\nheight=\"1in\"}\nLamps": "![](media/lamp.png)\n\nLamps",
		"See [[lamps.example](https://lamps.example)]{.underline}.": "See [lamps.example](https://lamps.example).",
		"[Old [lamps]{.smallcaps}]{.mark}":                          "Old lamps",
		"::: {.section}\nLamps\n:::":                                "\nLamps\n",
		"The set {a, b} and [c]{d e}":                               "The set {a, b} and [c]{d e}",
	} {
		if got := unattributed(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// TestBoldOverLines: bold type ends with a line that is meant to end.
func TestBoldOverLines(t *testing.T) {
	lines := strings.Split("**Forum of Lamps\\\nBlue Harbour  \n2031**\nThe **lamps\nburn** on.", "\n")
	closeBold(lines)
	want := []string{`**Forum of Lamps**\`, "**Blue Harbour**  ", "**2031**", "The **lamps", "burn** on."}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
}

// TestNotesOverLines: a note goes on in lines that are set in, and in a
// paragraph that is set in further.
func TestNotesOverLines(t *testing.T) {
	doc, err := Read("x.md", []byte("Lamps[^1] burn[^2].\n\n[^1]: Of oil\n    and wick.\n\n    They are old.\n\n[^2]: At night.\nThe end.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, b.Text)
	}
	if want := []string{"Lamps[^1] burn[^2].", "Of oil and wick. They are old.", "At night.", "The end."}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSetIn: two wide spaces begin a paragraph, as an empty line does.
func TestSetIn(t *testing.T) {
	doc, err := Read("x.txt", []byte("　　灯塔很旧。\n　　灯油很贵。\n灯油很少。"))
	if err != nil {
		t.Fatal(err)
	}
	if b := doc.Blocks; len(b) != 3 || b[1].Blank == 0 || b[2].Blank != 0 {
		t.Errorf("blocks %+v", b)
	}
}

// TestUnwrapped: the lines of a paragraph are one where pandoc has wrapped them, and
// a line break that was meant stays.
func TestUnwrapped(t *testing.T) {
	doc, err := Read("x.md", []byte("# Lamps {#lamps}\n\nLamps burn.\nThey burn oil\nof\\\nNorway.\n\n-   Bread is\n    dear.\n-   灯塔很旧，\n    灯油很贵。\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, b.Text)
	}
	if want := []string{"Lamps", "Lamps burn. They burn oil of", "Norway.", "Bread is dear.", "灯塔很旧，灯油很贵。"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
