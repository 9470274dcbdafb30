package source

import (
	"strings"
	"testing"
)

// direct is a paragraph with direct formatting: of the paragraph, and of its run.
func direct(paragraph, run, text string) string {
	return `<w:p><w:pPr>` + paragraph + `</w:pPr><w:r><w:rPr>` + run + `</w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
}

const (
	centre = `<w:jc w:val="center"/>`
	strong = `<w:b/><w:bCs/>`
	left   = `<w:bidi/>`
)

// TestDOCXLookedHeadings: what acts as a heading is one, in every script.
func TestDOCXLookedHeadings(t *testing.T) {
	text := "The committee met again in the autumn and looked at what had become of the advice that it had given in the spring of that year."
	arabic := "اجتمعت اللجنة مرة أخرى في الخريف ونظرت في ما آلت إليه المشورة التي كانت قد أسدتها في ربيع ذلك العام ولم تجد إلا القليل مما يستحق الذكر."
	chinese := "委员会在秋天再次举行会议，审查了当年春天所提建议的落实情况，并认为除少数几点之外没有什么值得报告的内容，因此决定把这个问题留待下届会议继续讨论并作出决定。"
	for _, c := range []struct{ name, body, want string }{
		{"centred", p("Normal", text) + direct(centre, "", "Foreword") + p("Normal", text), "P " + text + "\nH Foreword\nP " + text},
		{"centred, in Arabic", direct(left, "<w:rtl/>", arabic) + direct(centre+left, "<w:rtl/>", "تمهيـد") + direct(left, "<w:rtl/>", arabic), "P[rtl] " + arabic + "\nH[rtl] تمهيـد\nP[rtl] " + arabic},
		{"centred, in Chinese", p("Normal", chinese) + direct(centre, "", "前言") + p("Normal", chinese), "P " + chinese + "\nH 前言\nP " + chinese},
		{"larger and bold", p("Normal", text) + direct("", strong+`<w:sz w:val="28"/>`, "Background") + p("Normal", text), "P " + text + "\nH Background\nP " + text},
		{"one over another", p("Normal", text) + direct(centre, strong, "Annex 2") + direct(centre, strong, "Terms of reference") + p("Normal", text), "P " + text + "\nH Annex 2\nH Terms of reference\nP " + text},
		{"kept by a style", p("Normal", text) + p("Kept", "Summary") + p("Normal", text), "P " + text + "\nH Summary\nP " + text},
		{"a caption is none", p("Normal", text) + p("Caption", "Figure 1 – Flow") + p("Normal", text), "P " + text + "\nP Figure 1 – Flow\nP " + text},
		{"a sentence is none", p("Normal", text) + direct(centre, "", "It was so decided.") + p("Normal", text), "P " + text + "\nP It was so decided.\nP " + text},
		{"on a cover they are none", direct(centre, "", "Committee") + direct(centre, "", "Geneva") + p("Normal", text), "P Committee\nP Geneva\nP " + text},
		{"where all is centred they are none", direct(centre, "", text) + direct(centre, "", "Foreword") + direct(centre, "", text), "P " + text + "\nP Foreword\nP " + text},
	} {
		t.Run(c.name, func(t *testing.T) {
			styles := testStyles + `<w:style w:type="paragraph" w:styleId="Kept"><w:name w:val="Kept head"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`
			doc, err := Read("x.docx", docxOf(t, c.body, map[string]string{"styles": strings.Replace(styles, `<w:lang w:val="en-GB"/>`, "", 1)}))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(doc.Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestDOCXCoverTitle: the title of a cover is what comes back over the text,
// not the body whose name is largest.
func TestDOCXCoverTitle(t *testing.T) {
	cover := direct("", strong+`<w:sz w:val="72"/>`, "STANDARDS SECTOR OF THE UNION") + direct("", strong, "How to number the pages of a report") + p("Normal", "March 2021")
	text := strings.Repeat("This is how pages are numbered. ", 12)
	again := `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>How to number</w:t><w:br/><w:t>the pages of a report</w:t></w:r></w:p>`
	doc, err := Read("x.docx", docxOf(t, cover+again+p("Normal", text), nil))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(doc.Blocks[:3]); got != "P **STANDARDS SECTOR OF THE UNION**\nH1 How to number the pages of a report\nP March 2021" {
		t.Error(got)
	}
}

// TestDOCXComplexScript: text that runs to the left has toggles and a size of
// its own.
func TestDOCXComplexScript(t *testing.T) {
	body := direct(left, `<w:rtl/><w:b/>`, "ليس غامقا") + direct(left, `<w:rtl/><w:bCs/>`, "غامق")
	doc, err := Read("x.docx", docxOf(t, body, nil))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(doc.Blocks); got != "P[rtl] ليس غامقا\nP[rtl] **غامق**" {
		t.Error(got)
	}
}
