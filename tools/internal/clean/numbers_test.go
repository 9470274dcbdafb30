package clean

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestArabicDigits: numbers are kept in the digits that the source prints, in
// paragraphs, items and headings, and paragraphs have the numbers that other
// languages know them by.
func TestArabicDigits(t *testing.T) {
	const text = "نظرت اللجنة في التقرير الجامع عن المنارات في جلستيها المعقودتين في الميناء الشمالي واعتمدت الملاحظات الختامية التالية بشأن حالة المصابيح."
	tr, _ := imported(t, "ar", "تقرير لجنة المنارات\n\n١- "+text+"\n\n٢- "+text+" وهي كثيرة.\n\n٣- "+text+" وهي قليلة.\n")
	if n := len(tr.Units); n < 3 || tr.Units[0].Number != "١" || tr.Units[2].Number != "٣" {
		t.Fatalf("%+v", tr.Units)
	}
	again, _ := page.Parse("x", "ar", "index.ar.md", page.Format(tr))
	if again.Units[1].Number != "٢" || report.Digits(again.Units[1].Number) != "2" {
		t.Errorf("%+v", again)
	}
	blocks := []source.Block{{Kind: source.Heading, Level: 1, Text: "تقرير"}, {Text: text}, {Kind: source.Item, Level: 1, Marker: "١.", Text: "الميناء"}, {Kind: source.Item, Level: 1, Marker: "٢.", Text: "المنارة"}}
	tr, _, err := Document(&source.Document{Name: "x.docx", Format: "docx", Blocks: blocks}, Options{Report: "x", Lang: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	if u := tr.Units[len(tr.Units)-1]; u.Kind != report.Item || u.Number != "" || !strings.HasPrefix(u.Text, "٢. ") {
		t.Errorf("%+v", u)
	}
}
