package source

import (
	"net/url"
	"path"
	"strings"
)

// readEPUB reads the pages of an electronic book in their order, each as a web
// page; its list of contents is furniture.
func readEPUB(p *pack) (*Document, error) {
	container, err := p.xml("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	if p.has("META-INF/rights.xml") {
		return nil, problem("source-password", p.name, nil)
	}
	opf := ""
	container.all(func(e *element) {
		if strings.HasSuffix(e.name, ":rootfile") && opf == "" {
			opf = e.attr("full-path")
		}
	})
	book, err := p.xml(opf)
	if err != nil {
		return nil, err
	}
	doc := &Document{Name: p.name, Format: "epub", Encoding: "utf-8"}
	hrefs, contents, labels := map[string]string{}, map[string]bool{}, map[string]bool{}
	var failed error
	book.all(func(e *element) {
		_, local, _ := strings.Cut(e.name, ":")
		switch {
		case e.name == "dc:language" && doc.Lang == "":
			doc.Lang = strings.TrimSpace(e.content())
		case local == "item":
			if href, err := url.PathUnescape(e.attr("href")); err == nil {
				hrefs[e.attr("id")] = path.Join(path.Dir(opf), href)
			}
			contents[e.attr("id")] = strings.Contains(e.attr("properties"), "nav")
		case local == "itemref" && failed == nil && hrefs[e.attr("idref")] != "":
			failed = doc.addPage(p, hrefs[e.attr("idref")], contents[e.attr("idref")], labels)
			delete(hrefs, e.attr("idref")) // no page comes twice
		}
	})
	if failed != nil {
		return nil, failed
	}
	if !saysAnything(doc.Blocks) {
		return nil, problem("source-empty", p.name, nil)
	}
	doc.Lang = settleLanguage(doc.Blocks, doc.Lang)
	return doc, nil
}

// addPage adds a page of a book. A page of pictures has nothing to add.
func (doc *Document) addPage(p *pack, part string, contents bool, labels map[string]bool) error {
	data, err := p.bytes(part)
	if err != nil {
		return err
	}
	one, err := readPageOf(p.name, data, labels)
	if err != nil {
		if isEmpty(err) {
			return nil
		}
		return err
	}
	before := 0 // the lines of a book count on from page to page
	if n := len(doc.Blocks); n > 0 {
		before = doc.Blocks[n-1].Line
	}
	for _, b := range one.Blocks {
		b.Line += before
		if contents && b.Text != "" {
			b = Block{Kind: Furniture, Text: b.Text, Line: b.Line}
		}
		if b.Lang == "" && one.Lang != "" {
			b.Lang = one.Lang
		}
		b.Page = 0
		doc.Blocks = append(doc.Blocks, b)
	}
	return nil
}
