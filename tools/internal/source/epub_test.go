package source

import "testing"

func TestEPUB(t *testing.T) {
	container := [2]string{"META-INF/container.xml", `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`}
	book := [2]string{"OEBPS/book.opf", `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:language>fr</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="b" href="b%20c.xhtml"/><item id="p" href="p.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="p"/><itemref idref="b"/><itemref idref="b"/><itemref idref="gone"/></spine></package>`}
	nav := [2]string{"OEBPS/nav.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="a.xhtml">Un</a></li></ol></nav></body></html>`}
	a := [2]string{"OEBPS/a.xhtml", `<?xml version="1.0"?><html><body><h1>Un</h1><p>Texte<sup><a href="#f1">1</a></sup></p><aside id="f1" role="doc-footnote">1 Note.</aside></body></html>`}
	b := [2]string{"OEBPS/b c.xhtml", `<html><body><h1>Deux</h1><p>Texte<sup><a href="#f1">1</a></sup></p><aside id="f1" role="doc-footnote">1 Autre.</aside></body></html>`}
	picture := [2]string{"OEBPS/p.xhtml", `<html><body><img src="p.png"/></body></html>`}
	doc, err := Read("x.epub", zipOf(t, container, book, nav, a, b, picture))
	if err != nil {
		t.Fatal(err)
	}
	want := "F Un\nH1 Un\nP Texte[^1]\nN 1 Note.\nH1 Deux\nP Texte[^1-2]\nN 1-2 Autre."
	if got := shown(doc.Blocks); got != want || doc.Lang != "fr" || doc.Format != "epub" {
		t.Errorf("%s in %s, got\n%s\nwant\n%s", doc.Format, doc.Lang, got, want)
	}
	for name, parts := range map[string][][2]string{
		"source-damaged":  {container},
		"source-password": {container, book, {"META-INF/rights.xml", "<r/>"}},
		"source-empty":    {container, book, nav, {"OEBPS/a.xhtml", "<p></p>"}, {"OEBPS/p.xhtml", "<p></p>"}, {"OEBPS/b c.xhtml", "<p></p>"}},
	} {
		if name == "source-empty" {
			parts[2] = [2]string{"OEBPS/nav.xhtml", "<p></p>"}
		}
		if _, err := Read("x.epub", zipOf(t, parts...)); code(err) != name {
			t.Errorf("got %s, want %s", code(err), name)
		}
	}
}
