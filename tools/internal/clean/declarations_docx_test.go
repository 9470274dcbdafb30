package clean

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
)

const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// docx packs a document with the styles and lists that all makes share.
func (w *writing) docx() []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, content string) {
		f, _ := z.Create(name)
		io.WriteString(f, `<?xml version="1.0" encoding="UTF-8"?>`+content)
	}
	const types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	const rels = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	parts := []string{"document.main", "styles", "numbering", "footnotes", "header", "footer"}
	content := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
	links := ""
	for i, p := range parts {
		file, _, _ := strings.Cut(p, ".")
		content += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, file, types, p)
		if i > 0 {
			links += fmt.Sprintf(`<Relationship Id="r%d" Type="%s/%s" Target="%s.xml"/>`, i, rels, file, file)
		}
	}
	write("[Content_Types].xml", content+`</Types>`)
	write("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="`+rels+`/officeDocument" Target="word/document.xml"/></Relationships>`)
	write("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+links+`</Relationships>`)
	write("word/document.xml", `<w:document `+wordNames+`><w:body>`+w.body.String()+`<w:sectPr><w:headerReference w:type="default" r:id="r4"/><w:footerReference w:type="default" r:id="r5"/></w:sectPr></w:body></w:document>`)
	styles := ""
	for _, s := range [][3]string{{"Normal", "Normal", ""}, {"Title", "Title", ""}, {"Heading1", "heading 1", `<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`}, {"Own", "Article " + w.of.lang, `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>`}, {"Quote", "Quote", `<w:rPr><w:i/></w:rPr>`}, {"Note", "footnote text", ""}} {
		byDefault := ""
		if s[0] == "Normal" {
			byDefault = ` w:default="1"`
		}
		styles += fmt.Sprintf(`<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s</w:style>`, byDefault, s[0], s[1], s[2])
	}
	write("word/styles.xml", `<w:styles `+wordNames+`><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>`+styles+`</w:styles>`)
	first := map[string]string{"ar": "arabicAbjad", "zh": "chineseCounting", "ru": "russianLower"}[w.of.lang]
	if first == "" {
		first = "decimal"
	}
	numbering := `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="` + first + `"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>`
	for i := 1; i <= w.count; i++ {
		numbering += fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i)
	}
	write("word/numbering.xml", `<w:numbering `+wordNames+`>`+numbering+`</w:numbering>`)
	write("word/footnotes.xml", `<w:footnotes `+wordNames+`>`+w.notes.String()+`</w:footnotes>`)
	write("word/header.xml", `<w:hdr `+wordNames+`>`+w.p("", "", "A/DEC/1")+`</w:hdr>`)
	write("word/footer.xml", `<w:ftr `+wordNames+`>`+w.p("", "", "12-34567")+`</w:ftr>`)
	z.Close()
	return b.Bytes()
}

// p is a paragraph with properties of its own and of its run.
func (w *writing) p(properties, look, text string) string {
	if w.of.dir == "rtl" {
		properties += "<w:bidi/>"
		look += "<w:rtl/>"
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:rPr>` + look + `</w:rPr>` + run(text) + `</w:r></w:p>`
}

func run(text string) string {
	return strings.ReplaceAll(`<w:t xml:space="preserve">`+html.EscapeString(text)+`</w:t>`, "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
}

func styled(name string) string { return `<w:pStyle w:val="` + name + `"/>` }

// styles is a document that uses Word's styles and lists.
func styles(w *writing) []byte {
	b := &w.body
	b.WriteString(w.p(styled("Title"), "", w.of.Title))
	w.know("H0", w.of.Title)
	w.each(func(s string) {
		b.WriteString(w.p(styled("Heading1"), "", s))
		w.know("H1", s)
	}, func(s string) {
		b.WriteString(w.p("", "", s))
		w.know("P", s)
	}, func(s string, first bool) {
		if first {
			w.count++
		}
		b.WriteString(w.p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, w.count), "", s))
		w.know("I1", s)
	})
	return w.docx()
}

// directly is a document without styles: a person made headings bold and
// centred, and typed the numbers.
func directly(w *writing) []byte {
	b := &w.body
	centre, strong := `<w:jc w:val="center"/>`, `<w:b/><w:bCs/>`
	b.WriteString(w.p(centre, strong+`<w:sz w:val="36"/><w:szCs w:val="36"/>`, w.of.Title))
	w.know("H0", w.of.Title)
	k := 0
	w.each(func(s string) {
		b.WriteString(w.p(centre, strong, s))
		w.know("H1", s)
	}, func(s string) {
		b.WriteString(w.p("", "", s))
		w.know("P", s)
	}, func(s string, first bool) {
		if k++; first {
			k = 1
		}
		b.WriteString(w.p(`<w:ind w:left="720" w:hanging="360"/>`, "", fmt.Sprintf("%d.\t%s", k, s)))
		w.know("I1", s)
	})
	return w.docx()
}

// richly is a document with what revised reports have: styles of its own,
// nested lists, notes, tracked changes, quotations, a table with merged cells.
func richly(w *writing) []byte {
	b := &w.body
	b.WriteString(w.p(styled("Title"), "", w.of.Title))
	w.know("H0", w.of.Title)
	n, item := 0, 0
	w.each(func(s string) {
		b.WriteString(w.p(styled("Own"), "", s))
		w.know("H1", s)
	}, func(s string) {
		switch n++; n % 5 {
		case 1:
			fmt.Fprintf(&w.notes, `<w:footnote w:id="%d">%s</w:footnote>`, n, w.p(styled("Note"), "", fmt.Sprintf("Note %d of all", n)))
			b.WriteString(strings.Replace(w.p("", "", s), "</w:p>", fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r></w:p>`, n), 1))
			w.know("P", s)
			w.know("N", fmt.Sprintf("Note %d of all", n))
		case 2:
			b.WriteString(w.p(styled("Quote"), "", s))
			w.know("Q", s)
		case 3:
			b.WriteString(strings.Replace(w.p("", "", s), "</w:p>", `<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`, 1))
			w.know("P", s)
		default:
			b.WriteString(w.p("", "", s))
			w.know("P", s)
		}
	}, func(s string, first bool) {
		if item++; first {
			w.count++
			item = 0
		}
		depth := item % 2
		b.WriteString(w.p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, depth, w.count), "", s))
		w.know(fmt.Sprint("I", depth+1), s)
	})
	cell := func(properties, text string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + w.p("", "", text) + `</w:tc>`
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblBorders><w:left w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>` +
		`<w:tr><w:trPr><w:tblHeader/></w:trPr>` + cell(`<w:gridSpan w:val="2"/>`, "Harbour") + cell("", "2024") + `</w:tr>` +
		`<w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "North") + cell("", "lamps") + cell("", "12") + `</w:tr>` +
		`<w:tr>` + cell(`<w:vMerge/>`, "") + cell("", "buoys") + cell("", "30") + `</w:tr></w:tbl>` + w.p("", "", w.of.Articles[0].Title+" *."))
	for _, row := range []string{"Harbour 2024", "North lamps 12", "buoys 30"} {
		w.know("R", row)
	}
	w.know("P", w.of.Articles[0].Title+" *.")
	return w.docx()
}
