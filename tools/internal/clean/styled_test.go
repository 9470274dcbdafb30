package clean

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestStyled: where styles say what a heading is, they are believed: it is no
// running head, nothing is parted from what stands below it, and its level
// holds.
func TestStyled(t *testing.T) {
	text := strings.TrimSpace(opening)
	h := func(level int, s string) source.Block {
		return source.Block{Kind: source.Heading, Level: level, Text: s}
	}
	p := func(s string) source.Block { return source.Block{Text: s} }
	row := func(blank int, cells ...string) source.Block {
		return source.Block{Kind: source.Row, Cells: cells, Blank: blank}
	}
	listed := func(s string) source.Block { return source.Block{Text: s, Listed: true} }
	li := func(n int, s string) source.Block {
		return source.Block{Kind: source.Item, Level: 1, Marker: fmt.Sprint(n, "."), Text: s}
	}
	item := source.Block{Kind: source.Item, Level: 1, Marker: "3)", Text: "Other languages of the region"}
	end := source.Block{Kind: source.PageBreak}
	for _, c := range []struct {
		name   string
		blocks []source.Block
		want   []string
	}{
		{"after a page's end", []source.Block{h(1, "1 Scope"), p(text), h(1, "2 Languages"), item, end, h(1, "Books"), p("[b-one] Handbook on lamps, for keepers of harbours of any size.")},
			[]string{"heading2 1 Scope", "paragraph0 " + text, "heading2 2 Languages", "item1 Other languages of the region", "heading2 Books", "paragraph0 [b-one] Handbook on lamps, for keepers of harbours of any size."}},
		{"levels of a document that counts without full stops", []source.Block{h(1, "1 Scope"), p(text), h(2, "1.1 Ports"), p(text), h(2, "1.2 Ships"), p(text), h(1, "2 Terms"), h(2, "2.1 Of law"), p(text)},
			[]string{"heading2 1 Scope", "paragraph0 " + text, "heading3 1.1 Ports", "paragraph0 " + text, "heading3 1.2 Ships", "paragraph0 " + text, "heading2 2 Terms", "heading3 2.1 Of law", "paragraph0 " + text}},
		{"lists that begin anew are no numbered paragraphs", []source.Block{h(1, "One"), li(1, text), li(2, text), h(1, "Two"), li(1, text), li(2, text), h(1, "Three"), li(1, text), li(2, text)},
			[]string{"heading2 One", "item1 " + text, "item1 " + text, "heading2 Two", "item1 " + text, "item1 " + text, "heading2 Three", "item1 " + text, "item1 " + text}},
		{"a plain line between items", []source.Block{h(1, "One"), li(1, "Ports"), p("Interlude"), li(1, "Ships"), li(2, "Lamps")},
			[]string{"heading2 One", "item1 Ports", "paragraph0 Interlude", "item1 Ships", "item1 Lamps"}},
		{"an acronym among letters without case", []source.Block{h(1, "ألف"), p("نص أول طويل بعض الشيء لكي يكون فقرة كاملة من فقرات التقرير المعروض على اللجنة."), p("BCPX خطة الاستمرار"), p("IoT أشياء")},
			[]string{"heading2 ألف", "paragraph0 نص أول طويل بعض الشيء لكي يكون فقرة كاملة من فقرات التقرير المعروض على اللجنة.", "paragraph0 BCPX خطة الاستمرار", "paragraph0 IoT أشياء"}},
		{"a list in an item that counts on from it", []source.Block{h(1, "One"), li(3, "Ports"), {Kind: source.Item, Level: 2, Marker: "4.", Text: "East"}, {Kind: source.Item, Level: 2, Marker: "5.", Text: "West"}},
			[]string{"heading2 One", "item1 Ports", "item2 East", "item2 West"}},
		{"two tables", []source.Block{h(1, "One"), row(0, "Port", "Lamps"), row(0, "East", "4"), row(1, "Ship", "Flag"), row(0, "Gull", "blue")},
			[]string{"heading2 One", "row0 Port | Lamps", "row0 East | 4", "row0 Ship | Flag", "row0 Gull | blue"}},
		{"paragraphs are what the source says", []source.Block{h(1, "One"), p("To the keepers of the lamps"), p("and their families"), li(1, "See the annex for"), {Text: "more of it", Level: 1}},
			[]string{"heading2 One", "paragraph0 To the keepers of the lamps", "paragraph0 and their families", "item1 See the annex for", "paragraph1 more of it"}},
		{"a line that a page's end has cut", []source.Block{h(1, "One"), p("The keepers of the lamps of all harbours of the eastern sea agreed to"), p("meet again.")},
			[]string{"heading2 One", "paragraph0 The keepers of the lamps of all harbours of the eastern sea agreed to meet again."}},
		{"what stands between angle brackets is text", []source.Block{h(1, "One"), p(`Write \<div> and \<!-- nothing --> there.`)},
			[]string{"heading2 One", `paragraph0 Write \<div> and \<!-- nothing --> there.`}},
		{"captions, and commands", []source.Block{h(1, "One"), p("**Figure 1: Lamps**"), p(text), {Text: "**Lamps by port**", Caption: true}, p(text), {Text: "**OPEN GATE**", Code: true}, p(text)},
			[]string{"heading2 One", "paragraph0 **Figure 1: Lamps**", "paragraph0 " + text, "paragraph0 **Lamps by port**", "paragraph0 " + text, "paragraph0 **OPEN GATE**", "paragraph0 " + text}},
		{"a power is no note", []source.Block{h(1, "One"), p("It has 40 m<sup>1</sup> and the law says so<sup>1</sup>.[^1] "), {Kind: source.Note, Label: "1", Text: "A note."}},
			[]string{"heading2 One", "paragraph0 It has 40 m¹ and the law says so[^1].[^1]"}},
		{"a title that only the source says", []source.Block{{Text: "Obsah", Listed: true}, listed("Ports\t4"), listed("Ships\t5"), h(1, "Ports"), p(text), h(1, "Ships"), p(text)},
			[]string{"heading2 Ports", "paragraph0 " + text, "heading2 Ships", "paragraph0 " + text}},
		{"a table's second line", []source.Block{h(1, "One"), row(0, "Port", "Lamps", ""), row(0, "", "old", "new"), row(0, "East", "4", "5")},
			[]string{"heading2 One", "row0 Port | Lamps | ", "row0  | old | new", "row0 East | 4 | 5"}},
		{"a list of contents of two entries", []source.Block{listed("**Ports\tiv**"), listed("The ships"), listed("Kept, for it is on no page"), h(1, "Ports"), p(text), h(1, "The ships"), p(text)},
			[]string{"paragraph0 Kept, for it is on no page", "heading2 Ports", "paragraph0 " + text, "heading2 The ships", "paragraph0 " + text}},
	} {
		t.Run(c.name, func(t *testing.T) {
			blocks := append([]source.Block{h(1, "A report on the lamps of harbours"), p(text)}, c.blocks...)
			for i := range blocks {
				blocks[i].Line = i + 1
			}
			tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "en"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			headers := 0
			for _, u := range tr.Units[1:] {
				s := u.Text
				if u.Kind == report.Row {
					if got = append(got, "row0 "+strings.Join(u.Cells, " | ")); u.Header {
						headers++
					}
				}
				if u.Kind == report.Heading || u.Kind == report.Paragraph || u.Kind == report.Item {
					got = append(got, fmt.Sprintf("%s%d %s", u.Kind, u.Level, s))
				}
			}
			if a, b := strings.Join(got, "\n"), strings.Join(c.want, "\n"); a != b {
				t.Errorf("got\n%s\nwant\n%s", a, b)
			}
			if c.name == "two tables" && headers != 2 {
				t.Errorf("%d headers", headers)
			}
		})
	}
}

// TestStyledTitle: the lines of a cover stand before its title, and none of
// them is taken for it.
func TestStyledTitle(t *testing.T) {
	blocks := []source.Block{{Text: "**Union of Harbours**"}, {Text: "STANDARDS SECTOR OF HARBOURS"}, {Text: "SERIES E: LAMPS, BUOYS AND ALL THAT THE KEEPER OF A HARBOUR HAS TO SEE TO"}, {Kind: source.Heading, Level: 1, Text: "How lamps are counted"}, {Text: strings.TrimSpace(opening)}}
	for i := range blocks {
		blocks[i].Line = i + 1
	}
	tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "en"})
	if err != nil || tr.Meta.Title != "How lamps are counted" {
		t.Error(err, tr.Meta.Title)
	}
}

// TestStyledSections: the second heading of two, after lines that no masthead has,
// is a section and no subtitle.
func TestStyledSections(t *testing.T) {
	h := func(level int, s string) source.Block {
		return source.Block{Kind: source.Heading, Level: level, Text: s}
	}
	blocks := []source.Block{h(1, "Short rules"), {Text: "Open the gate"}, {Text: "Light the lamp"}, {Text: "Shut the gate"},
		h(1, "Long rules"), {Text: "Lines"}, h(2, "Of gates"), {Text: "Open them."}}
	for i := range blocks {
		blocks[i].Line = i + 1
	}
	tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "en"})
	if err != nil || tr.Meta.Title != "Short rules" || tr.Meta.Subtitle != "" || tr.Units[3].Text != "Long rules" || tr.Units[3].Kind != report.Heading {
		t.Error(err, tr.Meta.Title, tr.Meta.Subtitle, tr.Units)
	}
}

// TestStyledRepeats: a line that comes back within the pages of a document whose
// heads are parts of the file is text, though a page ends beside it once.
func TestStyledRepeats(t *testing.T) {
	text := strings.TrimSpace(opening)
	const cited = "Brannock and Arvieux, Journal of Harbours, “Lamps and those who keep them”"
	blocks := []source.Block{{Kind: source.Heading, Level: 1, Text: "A report on the lamps of harbours"}}
	for range 14 {
		blocks = append(blocks, source.Block{Text: text})
	}
	page := source.Block{Kind: source.PageBreak}
	blocks = append(blocks, source.Block{Text: cited}, source.Block{Text: text}, source.Block{Text: cited}, source.Block{Text: text}, source.Block{Text: cited}, page, source.Block{Text: text}, page, source.Block{Text: cited}, source.Block{Text: text})
	for i := range blocks {
		blocks[i].Line = i + 1
	}
	tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, u := range tr.Units {
		if u.Text == cited {
			n++
		}
	}
	if n != 4 {
		t.Errorf("the line stands %d times", n)
	}
}
