package source

import (
	"strings"
	"testing"
)

const (
	odtNS     = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`
	odtStyles = `<style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P3"/><style:style style:name="P3" style:family="paragraph" style:parent-style-name="P2"/>
<style:style style:name="P4" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="No" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/></text:list-style>`
)

// odtOf is an OpenDocument text with a body, and headers and footers.
func odtOf(t testing.TB, body, master string) []byte {
	return zipOf(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"},
		[2]string{"styles.xml", `<office:document-styles ` + odtNS + `><office:master-styles><style:master-page>` + master + `</style:master-page></office:master-styles></office:document-styles>`},
		[2]string{"content.xml", `<office:document-content ` + odtNS + `><office:automatic-styles>` + odtStyles + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`})
}

func tp(style, text string) string {
	return `<text:p text:style-name="` + style + `">` + text + `</text:p>`
}

func li(text string) string { return `<text:list-item>` + text + `</text:list-item>` }

func TestODT(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings below a title", tp("P1", "Report") + `<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Two</text:h>` + tp("Standard", "Text."), "H1 Report\nH2 One\nH3 Two\nP Text."},
		{"white space and emphasis", tp("Standard", "a <text:span text:style-name=\"B\">b</text:span> <text:span>c</text:span>\n  d<text:s text:c=\"3\"/>e<text:tab/>f<text:line-break/>g 1<text:span text:style-name=\"Up\">st</text:span>"), "P a **b** c d e f<br>g 1<sup>st</sup>"},
		{"lists count, nest and begin anew", `<text:list text:style-name="L1">` + li(tp("", "a")+`<text:list>`+li(tp("", "b"))+li(tp("", "c"))+`</text:list>`) + li(tp("", "d")+tp("", "more")) + `</text:list>` + tp("", "Text.") + `<text:list text:style-name="L1" text:continue-numbering="true">` + li(tp("", "e")) + `</text:list><text:list text:style-name="L1">` + li(tp("", "f")) + `</text:list>`,
			"I1 1. a\nI2 (a) b\nI2 (b) c\nI1 2. d\nP1 more\nP Text.\nI1 3. e\nI1 1. f"},
		{"bullets, and a level that has no text", `<text:list text:style-name="L2">` + li(`<text:list>`+li(tp("", "a"))+`</text:list>`) + li(tp("", "b")) + `</text:list>`, "I1 • a\nI1 • b"},
		{"a list header opens its list, or goes on with an item", `<text:list text:style-name="L1"><text:list-header>` + tp("", "open") + `</text:list-header>` + li(tp("", "a")) + `<text:list-header>` + tp("", "more") + `</text:list-header>` + li(tp("", "b")) + `</text:list>`,
			"I1 • open\nI1 1. a\nP1 more\nI1 2. b"},
		{"numbers of two parts below an item", `<text:list text:style-name="L3">` + li(tp("", "a")+`<text:list>`+li(tp("", "b"))+`</text:list>`) + li(tp("", "c")) + `</text:list>`, "I1 1. a\nI2 1.1 b\nI1 2. c"},
		{"a formula that is a part of its own", tp("", `<draw:frame><draw:object><math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mi>a</math:mi><math:mo>=</math:mo><math:mn>2</math:mn></math:math></draw:object></draw:frame>`), "P a = 2"},
		{"notes", tp("", `Text<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>`+tp("", "First.")+tp("", "More.")+`</text:note-body></text:note> and<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>`+tp("", "Last.")+`</text:note-body></text:note>`), "P Text[^1] and[^i]\nN 1 First.<br>More.\nN i Last."},
		{"tables with merged cells", `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">` + tp("", "Wide") + `</table:table-cell><table:covered-table-cell/><table:table-cell>` + tp("", "c") + `</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>` + tp("", "1") + `</table:table-cell><table:table-cell>` + tp("", "2") + `</table:table-cell><table:table-cell>` + tp("", "3") + `</table:table-cell></table:table-row></table:table>`, "Rh Wide |  | c\nR 1 | 2 | 3"},
		{"columns repeated without end", `<table:table><table:table-row><table:table-cell>` + tp("", "1") + `</table:table-cell><table:table-cell>` + tp("", "2") + `</table:table-cell><table:table-cell table:number-columns-repeated="1000000"/></table:table-row></table:table>`, "R 1 | 2"},
		{"deletions and remarks are no text", `<text:tracked-changes><text:changed-region><text:deletion>` + tp("", "gone") + `</text:deletion></text:changed-region></text:tracked-changes>` + tp("", `Text<text:change/><office:annotation><dc:creator>A</dc:creator>`+tp("", "really?")+`</office:annotation>.`), "remark really?\nP Text."},
		{"links, hidden text, quotations", tp("Quotations", `<text:a xlink:href="https://example.org/">Said</text:a><text:span text:style-name="No">unseen</text:span>`), "F unseen\n>P [Said](https://example.org/)"},
		{"boxes", tp("", `Text<draw:frame><draw:text-box>`+tp("", "Box")+`</draw:text-box><svg:desc>A lamp</svg:desc></draw:frame>`), "P Text\nP Box\npicture A lamp"},
		{"pages, and styles in a circle", tp("P2", "One") + tp("P4", "Two"), "P One\nbreak\nP Two"},
		{"right to left", tp("R", "تقرير عن الموانئ"), "P[rtl] تقرير عن الموانئ"},
		{"contents keep the tab before the page", `<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body>` + tp("", "Scope<text:tab/>3") + `</text:index-body></text:table-of-content><text:h>Scope</text:h>`, "P Scope\t3\nH1 Scope"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read("x.odt", odtOf(t, c.body, ""))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(doc.Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	doc, err := Read("x.odt", odtOf(t, tp("", "Text."), `<style:header>`+tp("", "A/66/77")+`</style:header>`))
	if err != nil || shown(doc.Blocks) != "F A/66/77\nP Text." {
		t.Error(err, shown(doc.Blocks))
	}
}

// TestODTKind: the first word processors of this format named its kind.
func TestODTKind(t *testing.T) {
	data := zipOf(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"},
		[2]string{"content.xml", `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd">
<office:document-content ` + odtNS + `><office:body><office:text>` + tp("", "Text.") + `</office:text></office:body></office:document-content>`})
	if doc, err := Read("x.odt", data); err != nil || shown(doc.Blocks) != "P Text." {
		t.Error(err)
	}
}

// TestODTHostile: what is no honest file is refused with one problem.
func TestODTHostile(t *testing.T) {
	kind := [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"encrypted": {zipOf(t, kind, [2]string{"META-INF/manifest.xml", `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}, [2]string{"content.xml", "x"}), "source-password"},
		"entities":  {zipOf(t, kind, [2]string{"content.xml", `<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>`}), "source-damaged"},
		"no text":   {odtOf(t, "", ""), "source-empty"},
		"no body":   {zipOf(t, kind, [2]string{"content.xml", `<a/>`}), "source-damaged"},
		"deep":      {odtOf(t, strings.Repeat("<text:section>", 100_000), ""), "source-unpacked"},
		"elements":  {odtOf(t, strings.Repeat("<text:p/>", maxElements+1), ""), "source-unpacked"},
		"a sheet":   {zipOf(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, [2]string{"content.xml", "<a/>"}), "source-format"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read("x.odt", c.data); code(err) != c.want {
				t.Errorf("got %s, want %s", code(err), c.want)
			}
		})
	}
}

// FuzzODT: no text makes the reader fail in any other way than by saying so.
func FuzzODT(f *testing.F) {
	f.Fuzz(func(t *testing.T, body string) {
		if _, err := Read("x.odt", odtOf(t, body, body)); err != nil && code(err) == err.Error() {
			t.Fatalf("not a problem: %v", err)
		}
	})
}
