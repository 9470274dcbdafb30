package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
)

// TestExtractors imports a report of an organ as several extractors leave it:
// the marks of its notes, the ends of its pages and its masthead in the forms of
// each.
func TestExtractors(t *testing.T) {
	first := "We thank the keepers of the north for their letters%s, and we have read what the pilots wrote of the ice in the"
	for name, c := range map[string]struct{ in, body string }{
		"formulas": {"# General Assembly\n\nA/99/14\n\nDistr.: General  \n12 January 2045  \nOriginal: French\n\nNinetieth session  \nItem 3 (b) of the provisional agenda${ }^{*}$\n\n## Lamps of the harbours in winter\n\n## Report of the Secretary-General\n\n# Summary\n\nThe report tells how the lamps of the harbours burned in the winter.\n\n${ }^{*}$ A/99/50.\n\n# I. Introduction\n\n",
			"1. " + strings.Replace(first, "%s", "${ }^{1}$", 1) + "\n\n[^0]: ${ }^{1}$ Letters of the keepers.\n\n---\n\nA/99/14\n\nspring.\n\n2. We shall write to the pilots${ }^{2}$ again.\n\n[^0]: ${ }^{2}$ Letter of May.\n"},
		"spaces": {"## General Assembly\n\nA/99/14\n\nDistr.: General\n\n12 January 2045\n\nOriginal: French\n\nNinetieth session\n\nItem 3 (b) of the provisional agenda*\n\nCare of lamps: questions of oil and of wicks, and of what the harbours of the north and of the east owe to each other for both\n\n## Lamps of the harbours in winter\n\n## Report of the Secretary-General\n\n## Summary\n\nThe report tells how the lamps of the harbours burned in the winter.\n\n* A/99/50.\n\n## I. Introduction\n\n",
			"1. " + strings.Replace(first, "%s", " 1", 1) + "\n\n1 Letters of the keepers.\n\n2 25-11906\n\nA/99/14\n\nspring.\n\n2. We shall write to the pilots 2 again.\n\n2 Letter of May.\n"},
		"numbered pages": {"**United Nations**\n\nA/99/14\n\n# General Assembly\n\nDistr.: General<br>12 January 2045<br>Original: French\n\n**Ninetieth session**\n\nItem 3 (b) of the provisional agenda\\*\n\n## **Lamps of the harbours in winter**\n\n### **Report of the Secretary-General**\n\n## **Summary**\n\nThe report tells how the lamps of the harbours burned in the winter.\n\n\\* A/99/50.\n\n![](_page_1_Picture_0.jpeg)\n\n{1}------------------------------------------------\n\n## **I. Introduction**\n\n",
			"1. " + strings.Replace(first, "%s", "<sup>1</sup>", 1) + "\n\n<sup>1</sup> Letters of the keepers.\n\n{2}------------------------------------------------\n\n**A/99/14**\n\nspring.\n\n2. We shall write to the pilots<sup>2</sup> again.\n\n<sup>2</sup> Letter of May.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			tr, _ := imported(t, "en", c.in+c.body)
			want := "## Summary\n\nThe report tells how the lamps of the harbours burned in the winter.\n\n## I. Introduction\n\n1\\. " +
				strings.Replace(first, "%s", "[^1]", 1) + " spring.\n\n2\\. We shall write to the pilots[^2] again.\n\n[^1]: Letters of the keepers.\n\n[^2]: Letter of May."
			if got := strings.TrimSpace(page.Markdown(tr.Units)); got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
			if m := tr.Meta; m.Title != "Lamps of the harbours in winter" || m.Subtitle != "Report of the Secretary-General" || len(m.Symbols) != 1 {
				t.Errorf("%+v", m)
			}
		})
	}
}

// TestCountingNumbers: numbers between spaces that count things are no marks.
func TestCountingNumbers(t *testing.T) {
	for text, mark := range map[string]bool{
		"We read the letters of the keepers 1 and answered them.": true,
		"We read the letters of the keepers. 1 They were long.":   true,
		"We read paragraph 1 and answered it at once in spring.":  false,
		"We wrote on 1 May to the keepers of the north.":          false,
		"We read letters 2, 1, 3 of the keepers.":                 false,
	} {
		tr, _ := imported(t, "en", "# Lamps\n\n"+text+" The harbours had been closed by ice for weeks, and nobody came.\n\n1 Letters of the keepers.\n\nThe pilots came later, when the ice had gone and the ferry was running again.\n")
		if got := strings.Contains(page.Markdown(tr.Units), "[^1]:"); got != mark {
			t.Errorf("%s: %v\n%s", text, got, page.Markdown(tr.Units))
		}
	}
}

// TestNoteOverLines: an extractor has left an empty line after each line; a note
// goes on over two of them, and not into what stands at the foot of every page.
func TestNoteOverLines(t *testing.T) {
	lines := []string{"1. The Committee read the letters of the keepers of the north, who had passed the winter", "without oil, and of the pilots, who had gone out in all weathers2 and had come back with the", "ferry1 in the morning, and it thanked them for the",
		"1 Letters of the keepers of the north, which the ferry brought in spring with those of the", "pilots.", "These lines stand at the foot of every page of the letters.", "GE.44-20318", "2", "A/99/47", "many letters.",
		"2. The keepers said that the lamps should not be put out as long as anybody was at sea, and", "that oil was dear.", "3. The Committee will write to the harbours of the east, which have burned what they had laid", "by for the years to come, and to those of the south.", "Annex", "Letters of the year", "4. The letters of the year were read in the old customs house, where the keepers meet when the", "ice has gone.",
		"These lines stand at the foot of every page of the letters.", "GE.44-20318", "3"}
	in := strings.Replace(strings.Join(lines, "\n\n"), "weathers2", "weathers", 1)
	tr, _ := imported(t, "en", "A/99/47\n\nDistr.: General\n\nLetters of the keepers\n\n"+in+"\n")
	got := page.Markdown(tr.Units)
	for _, want := range []string{"[^1]: Letters of the keepers of the north, which the ferry brought in spring with those of the pilots.", "to those of the south.\n\n## Annex\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

// TestSubjectApart: what two items of an agenda are about stands in paragraphs of
// their own above the heading that is the title.
func TestSubjectApart(t *testing.T) {
	tr, _ := imported(t, "en", "Human Rights Council\n\nA/HRC/99/47\n\nDistr.: General\n\n14 November 2044\n\nOriginal: French\n\nNinety-ninth session\n\nAgenda items 2 and 3\n\nAnnual report of the Harbour Office and of its keepers, with the letters of the pilots of the north and of the east and those of the ferry\n\nCare of all lamps, of wicks and of oil, including the right of all who are at sea to light, whatever flag they carry\n\n## Report of the Working Group on the lamps of the north\n\n## I. Introduction\n\n1. The Working Group met in the old customs house and read the letters of the keepers.\n\n2. It will meet again when the ice has gone and the ferry is running.\n")
	if got := shapeOfUnits(tr.Units); got != "h2 p1 p2" || tr.Meta.Title != "Report of the Working Group on the lamps of the north" {
		t.Errorf("%s\n%+v", got, tr.Meta)
	}
}

// TestTitlesHalfMarked: some of the titles between numbered paragraphs are marked
// as headings, others are bold.
func TestTitlesHalfMarked(t *testing.T) {
	tr, _ := imported(t, "en", "# Letters\n\n## I. Harbours\n\n1. We, the keepers of the lamps, say again that the lights of the harbours are for all.\n\n### **1. North**\n\n2. The keepers of the north passed the winter without oil, and wrote so in spring.\n\n#### 2. East\n\n3. The keepers of the east burned what they had laid by for the years to come.\n\n**3. Islands**\n\n4. The keepers of the islands waited for the ferry, which came when the ice had gone.\n\n## II. Answers\n\n5. We shall write to all of them before the winter comes again.\n")
	if got := shapeOfUnits(tr.Units); got != "h2 p1 h3 p2 h3 p3 h3 p4 h2 p5" {
		t.Errorf("%s\n%s", got, page.Markdown(tr.Units))
	}
}
