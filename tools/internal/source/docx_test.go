package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
)

const (
	wordNS    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
	relations = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// docxOf is a DOCX of parts; a part named w/x.xml gets the root element x and
// its relation to the document.
func docxOf(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	write("[Content_Types].xml", `<Types/>`)
	write("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+relations+`/officeDocument" Target="word/document.xml"/></Relationships>`)
	write("word/document.xml", `<?xml version="1.0"?><w:document `+wordNS+`><w:body>`+body+`</w:body></w:document>`)
	rels := ""
	roots := map[string]string{"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr", "settings": "settings"}
	for name, content := range parts {
		if name == "rels" {
			rels += content
			continue
		}
		kind := strings.TrimRight(name, "0123456789")
		rels += fmt.Sprintf(`<Relationship Id="p%s" Type="%s/%s" Target="%s.xml"/>`, name, relations, kind, name)
		write("word/"+name+".xml", fmt.Sprintf(`<w:%s %s>%s</w:%s>`, roots[kind], wordNS, content, roots[kind]))
	}
	write("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shown is blocks on a line each, in a short form.
func shown(blocks []Block) string {
	var lines []string
	for i := range blocks {
		b := &blocks[i]
		s := []string{"P", "H", "I", "R", "N", "rule", "break", "F", "picture", "remark"}[b.Kind]
		if b.Level > 0 {
			s += fmt.Sprint(b.Level)
		}
		if b.Header {
			s += "h"
		}
		if b.Kind == Row && b.Blank > 0 {
			s = "another table\n" + s
		}
		if b.Quote {
			s = ">" + s
		}
		if b.Lang != "" || b.Dir != "" {
			s += "[" + b.Lang + b.Dir + "]"
		}
		for _, more := range []string{b.Marker, b.Label, b.Text, strings.Join(b.Cells, " | ")} {
			if more != "" {
				s += " " + more
			}
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

const (
	testStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Heading 2"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Partie"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="HeadSum"><w:name w:val="Heading Summary"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="loop2"/><w:basedOn w:val="Loop"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Num1"><w:name w:val="numbered heading"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Num2"><w:name w:val="numbered heading 2"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`
	testNumbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pStyle w:val="Num1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="Num2"/><w:isLgl/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`
)

func p(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func item(list, depth int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, depth, list, text)
}

func TestDOCX(t *testing.T) {
	styled := map[string]string{"styles": testStyles, "numbering": testNumbering}
	note := map[string]string{"styles": testStyles,
		"footnotes": `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> First.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t xml:space="preserve">* By hand.</w:t></w:r></w:p></w:footnote><w:footnote w:id="9"><w:p><w:r><w:t>Orphan.</w:t></w:r></w:p></w:footnote>`,
		"endnotes": `<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/><w:t>Last.</w:t></w:r></w:p></w:endnote>`}
	cases := []struct {
		name, body string
		parts      map[string]string
		want       string
	}{
		{"headings by outline level, by name only where Word gives it", p("H1", "One") + p("H2", "Two") + p("Part", "Three") + p("HeadSum", "None"), styled, "H1 One\nH2 Two\nH3 Three\nP None"},
		{"a title stands over the headings", p("Title", "Report") + p("H1", "One") + p("Normal", "Text."), styled, "H1 Report\nH2 One\nP Text."},
		{"a title alone", p("Title", "Report") + p("Normal", "Text."), styled, "H1 Report\nP Text."},
		{"styles in a circle", p("Loop", "Text"), styled, "P **Text**"},
		{"a character style switches off what its paragraph has on", `<w:p><w:pPr><w:pStyle w:val="Loop2"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>plain</w:t></w:r></w:p>`, styled, "P plain"},
		{"quotation", p("Quote", "Said."), styled, ">P *Said.*"},
		{"lists count on, begin anew and nest", item(1, 0, "a") + item(1, 1, "b") + item(1, 1, "c") + item(1, 0, "d") + item(1, 1, "e") + item(5, 0, "f") + item(6, 0, "g") + item(6, 0, "h"), styled,
			"I1 1. a\nI2 (a) b\nI2 (b) c\nI1 2. d\nI2 (a) e\nI1 3. f\nI1 4. g\nI1 5. h"},
		{"bullets of symbol fonts", item(2, 0, "a") + item(2, 1, "b"), styled, "I1 • a\nI2 ◦ b"},
		{"a bullet that is blank goes on", item(1, 0, "a") + item(2, 2, "goes on") + item(1, 0, "b"), styled, "I1 1. a\nP1 goes on\nI1 2. b"},
		{"numbers of headings are printed", p("Num1", "A") + p("Num2", "B") + p("Num2", "C") + p("Num1", "D") + p("Num2", "E"), styled, "H1 I. A\nH2 1.1 B\nH2 1.2 C\nH1 II. D\nH2 2.1 E"},
		{"a paragraph in an item", item(1, 0, "a") + `<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>goes on</w:t></w:r></w:p>` + strings.Repeat(p("Normal", "Body text."), 3), styled,
			"I1 1. a\nP1 goes on\nP Body text.\nP Body text.\nP Body text."},
		{"typed markers", `<w:p><w:r><w:t>–</w:t><w:tab/><w:t>dash</w:t></w:r></w:p><w:p><w:r><w:t>a)</w:t><w:tab/><w:t>letter</w:t></w:r></w:p><w:p><w:r><w:t>1.2</w:t><w:tab/><w:t>number</w:t></w:r></w:p><w:p><w:r><w:t>A man</w:t></w:r></w:p>`, nil,
			"I1 – dash\nI1 a) letter\nP 1.2 number\nP A man"},
		{"typed markers of other scripts", `<w:p><w:r><w:t>（一）</w:t><w:tab/><w:t>港口</w:t></w:r></w:p><w:p><w:r><w:t>б)</w:t><w:tab/><w:t>порт</w:t></w:r></w:p><w:p><w:r><w:t>أ )</w:t><w:tab/><w:t>ميناء</w:t></w:r></w:p><w:p><w:r><w:t>هـ)</w:t><w:tab/><w:t>ميناء</w:t></w:r></w:p><w:p><w:r><w:t>١.٢</w:t><w:tab/><w:t>ميناء</w:t></w:r></w:p>`, nil,
			"I1 （一） 港口\nI1 б) порт\nI1 أ ) ميناء\nI1 هـ) ميناء\nP ١.٢ ميناء"},
		{"tracked changes are accepted", `<w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:del><w:r><w:delText>will</w:delText></w:r></w:del><w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t xml:space="preserve"> come</w:t></w:r></w:moveTo></w:p>`, nil, "P We shall come"},
		{"a deleted paragraph mark joins", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p><w:p><w:r><w:t>sentence.</w:t></w:r></w:p>`, nil, "P One sentence."},
		{"special characters", `<w:p><w:r><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T tele</w:t><w:softHyphen/><w:t>com</w:t><w:br/><w:t>next</w:t><w:sym w:font="Symbol" w:char="F0E3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, nil, "P ITU\u2011T telecom<br>next©✓"},
		{"page breaks", `<w:p><w:r><w:t>One</w:t><w:br w:type="page"/><w:t>two</w:t></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>three</w:t></w:r></w:p>`, nil, "P One\nbreak\nP two\nbreak\nP three"},
		{"fields", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t xml:space="preserve"> 7</w:t></w:r></w:fldSimple></w:p>`, nil, "P [here](https://example.org/a) 7"},
		{"a field without an end swallows nothing", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Still here</w:t></w:r></w:p>`, nil, "P Still here"},
		{"hyperlinks", `<w:p><w:hyperlink r:id="x"><w:r><w:t>out</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="y"><w:r><w:t xml:space="preserve"> in</w:t></w:r></w:hyperlink></w:p>`,
			map[string]string{"rels": `<Relationship Id="x" Type="h" Target="https://example.org/" TargetMode="External"/>`}, "P [out](https://example.org/) in"},
		{"contents keep the tab before the page", p("T1", "Scope</w:t><w:tab/><w:t>3") + p("H1", "Scope"), styled, "P Scope\t3\nH1 Scope"},
		{"notes", `<w:p><w:r><w:t>A</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> b</w:t><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>`, note,
			"P A[^1] b[^*][^i]\nN 1 First.<br>More.\nN * By hand.\nN i Last.\nF Orphan."},
		{"headers and footers", p("Normal", "Text."), map[string]string{"styles": testStyles, "header1": p("Normal", "A/66/77"), "footer1": p("Normal", "1")}, "F A/66/77\nP Text.\nF 1"},
		{"remarks and pictures", p("Normal", "Text.") + `<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:inline><wp:docPr id="1" name="Picture 1" descr="A lamp"/></wp:inline></w:drawing></w:r></w:p>`, map[string]string{"styles": testStyles, "comments": `<w:comment w:id="0">` + p("Normal", "Who lit it?") + `</w:comment>`}, "P Text.\npicture A lamp\nremark Who lit it?"},
		{"hidden text", `<w:p><w:r><w:t xml:space="preserve">Seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>`, nil, "F unseen\nP Seen"},
		{"one branch of two", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>Text</w:t></w:r></w:p>`, nil, "P Text\nP Box"},
		{"content controls and wrappers", `<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>In</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t xml:space="preserve"> all</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>`, nil, "P In all"},
		{"formula and ruby", `<w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath><w:r><w:t xml:space="preserve"> </w:t><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, nil, "P E=mc 漢 (kan)"},
		{"right to left", `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-EG"/></w:rPr><w:t>التوصية بشأن حوكمة الإنترنت</w:t></w:r></w:p>`, nil, "P[rtl] التوصية بشأن حوكمة الإنترنت"},
		{"lines of code are one block", p("Normal", strings.Repeat("Text. ", 9)) + p("Code", "1. open") + p("Normal", "") + p("Code", "shut") + p("Normal", "Text."),
			map[string]string{"styles": `<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>`}, "P " + strings.TrimSpace(strings.Repeat("Text. ", 9)) + "\nP 1. open<br>shut\nP Text."},
		{"the title of a list of contents, in any language", p("TH", "Obsah") + p("Normal", "Text."),
			map[string]string{"styles": `<w:style w:type="paragraph" w:styleId="TH"><w:name w:val="TOC Heading"/></w:style>`}, "P Obsah\nP Text."},
		{"the title of a cover by its style", p("MT", "Report") + p("Normal", "Text."),
			map[string]string{"styles": `<w:style w:type="paragraph" w:styleId="MT"><w:name w:val="Main Title"/></w:style>`}, "H1 Report\nP Text."},
		{"a large first letter", `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t>his is it.</w:t></w:r></w:p>`, nil, "P This is it."},
		{"a typed line", `<w:p><w:r><w:t>_______</w:t></w:r></w:p>` + p("Normal", "* * *") + p("Normal", "a"), nil, "rule\nrule\nP a"},
		{"several labels in a drawing", `<w:p><w:r><w:pict><v:group><v:textbox><w:txbxContent>` + p("Normal", "One") + `</w:txbxContent></v:textbox><v:textbox><w:txbxContent>` + p("Normal", "Two") + `</w:txbxContent></v:textbox></v:group></w:pict></w:r></w:p>`, nil, "P One<br>Two"},
		{"language of a part", strings.Repeat(p("Normal", "English text it is, and more of it."), 3) + `<w:p><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>Le texte est en français ici.</w:t></w:r></w:p>`, styled,
			strings.Repeat("P English text it is, and more of it.\n", 3) + "P[fr-FR] Le texte est en français ici."},
		{"emphasis that Markdown can read", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>NAME:</w:t></w:r><w:r><w:t>text </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>bis</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.2</w:t></w:r><w:r><w:t> [x](y) *</w:t></w:r></w:p>`, nil, `P **NAME**:text **1*bis*.2** \[x\](y) \*`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read("x.docx", docxOf(t, c.body, c.parts))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(doc.Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func tbl(props string, rows ...string) string {
	return "<w:tbl><w:tblPr>" + props + "</w:tblPr>" + strings.Join(rows, "") + "</w:tbl>"
}

func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func tc(text, props string) string {
	return "<w:tc><w:tcPr>" + props + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>"
}

func TestDOCXTables(t *testing.T) {
	lined := `<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>`
	head := `<w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc("a", "") + tc("b", "") + `</w:tr>`
	cases := []struct{ name, body, want string }{
		{"header row", tbl(lined, head, tr(tc("1", ""), tc("2", ""))), "Rh a | b\nR 1 | 2"},
		{"merged cells say their text once", tbl(lined, tr(tc("wide", `<w:gridSpan w:val="2"/>`), tc("c", "")), tr(tc("tall", `<w:vMerge w:val="restart"/>`), tc("x", ""), tc("y", "")), tr(tc("", `<w:vMerge/>`), tc("z", ""), tc("w", ""))),
			"R wide |  | c\nR tall | x | y\nR  | z | w"},
		{"a moved edge is no column", tbl(lined, tr(tc("a", `<w:gridSpan w:val="2"/>`), tc("1", "")), tr(tc("b", ""), tc("2", `<w:gridSpan w:val="2"/>`))), "R a | 1\nR b | 2"},
		{"a table at the head by its style", tbl(`<w:tblStyle w:val="Figures"/>`, tr(tc("a", ""), tc("b", "")), tr(tc("1", ""), tc("2", ""))) + p("Normal", strings.TrimSpace(strings.Repeat("Text of it. ", 20))), "R a | b\nR 1 | 2\nP " + strings.TrimSpace(strings.Repeat("Text of it. ", 20))},
		{"one column is no table", tbl(lined, tr(tc("a", "")), tr(tc("b", ""))), "P a\nP b"},
		{"a masthead is no table", tbl("", tr(tc("United Nations", ""), tc("A/66/77", "")), tr(tc("General Assembly", ""), tc("Distr.: General", ""))) + p("Normal", strings.Repeat("Text of it. ", 20)), "P United Nations\nP A/66/77\nP General Assembly\nP Distr.: General\nP " + strings.TrimSpace(strings.Repeat("Text of it. ", 20))},
		{"a table in a cell", tbl(lined, tr(`<w:tc>`+tbl(lined, tr(tc("a", ""), tc("b", "")), tr(tc("c", ""), tc("d", "")))+`<w:p/></w:tc>`)), "R a | b\nR c | d"},
		{"paragraphs in a cell", tbl(lined, tr(`<w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc>`, tc("b", ""))), "R one<br>two | b"},
		{"full rows with a heading and a table in a cell", tbl(lined, tr(`<w:tc><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Port</w:t></w:r></w:p></w:tc>`, tc("Lamps", "")), tr(tc("East", ""), tc("4", "")), tr(tc("West", ""), `<w:tc>`+tbl(lined, tr(tc("old", ""), tc("1", "")), tr(tc("new", ""), tc("2", "")))+`<w:p/></w:tc>`), tr(tc("South", ""), tc("5", ""))),
			"R Port | Lamps\nR East | 4\nR West | old 1<br>new 2\nR South | 5"},
		{"what a table is said to show", tbl(`<w:tblCaption w:val="Lamps by port"/>`+lined, head, tr(tc("1", ""), tc("2", ""))), "Rh a | b\nR 1 | 2\npicture Lamps by port"},
		{"two tables in a row", tbl(lined, head) + `<w:p/>` + tbl(lined, tr(tc("1", ""), tc("2", ""))), "Rh a | b\nanother table\nR 1 | 2"},
		{"a deleted row", tbl(lined, tr(tc("a", ""), tc("b", "")), `<w:tr><w:trPr><w:del/></w:trPr>`+tc("gone", "")+`</w:tr>`), "R a | b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read("x.docx", docxOf(t, c.body, map[string]string{"styles": `<w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/></w:style>`}))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(doc.Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestNumerals(t *testing.T) {
	for format, want := range map[string][3]string{ // of 1, 15 and 28
		"decimal": {"1", "15", "28"}, "decimalZero": {"01", "15", "28"}, "upperRoman": {"I", "XV", "XXVIII"}, "lowerRoman": {"i", "xv", "xxviii"},
		"lowerLetter": {"a", "o", "bb"}, "upperLetter": {"A", "O", "BB"}, "ordinal": {"1st", "15th", "28th"}, "cardinalText": {"One", "Fifteen", "Twenty-eight"},
		"ordinalText": {"First", "Fifteenth", "Twenty-eighth"}, "hindiNumbers": {"१", "१५", "२८"}, "arabicAbjad": {"أ", "س", "غ"},
		"arabicAlpha": {"أ", "ض", "ي"}, "russianLower": {"а", "п", "ю"}, "hebrew1": {"א", "טו", "כח"}, "chineseCounting": {"一", "十五", "二十八"},
		"chineseCountingThousand": {"一", "十五", "二十八"}, "chineseLegalSimplified": {"壹", "壹拾伍", "贰拾捌"}, "ideographDigital": {"一", "一五", "二八"},
		"decimalEnclosedCircle": {"①", "⑮", "28"}, "chicago": {"*", "‡‡‡‡", "§§§§§§§"}, "none": {"", "", ""}, "of a later Word": {"1", "15", "28"},
	} {
		for i, n := range []int{1, 15, 28} {
			if got := numeral(n, format); got != want[i] {
				t.Errorf("%s of %d: %q, want %q", format, n, got, want[i])
			}
		}
	}
	for n, want := range map[int]string{105: "一百零五", 1010: "一千零一十", 20: "二十"} {
		if got := numeral(n, "chineseCountingThousand"); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// TestStrict reads the strict form of the standard, under prefixes of its own.
func TestStrict(t *testing.T) {
	data := docxOf(t, p("Normal", "Text."), nil)
	strict := bytes.Buffer{}
	in, _ := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	out := zip.NewWriter(&strict)
	for _, f := range in.File {
		r, _ := f.Open()
		var b bytes.Buffer
		b.ReadFrom(r)
		s := strings.NewReplacer("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
			"w:", "word:").Replace(b.String())
		w, _ := out.Create(f.Name)
		w.Write([]byte(strings.ReplaceAll(s, "xmlns:w=", "xmlns:word=")))
	}
	out.Close()
	doc, err := Read("strict.docx", strict.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(doc.Blocks); got != "P Text." {
		t.Errorf("got %s", got)
	}
}

// code is the code of a problem, or what else was wrong.
func code(err error) string {
	if p, ok := err.(*report.Problem); ok {
		return p.Code
	}
	return fmt.Sprint(err)
}
