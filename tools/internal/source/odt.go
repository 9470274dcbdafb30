package source

import (
	"strings"
)

// odt reads an OpenDocument text: ISO/IEC 26300, as LibreOffice and others
// write it.
type odt struct {
	drafted
	name       string
	pack       *pack
	styles     map[string]*odtStyle // by family and name
	listStyles map[string]*odtList
	outline    *odtList // that counts the headings
	count      [10]int  // of headings, by level
	notes      []odtNote
	labels     map[string]bool
	line       int // the paragraph, from 1
	page       int // from 1
	opened     int // lists that have begun
	levels     int // of nesting in what is read
	indexed    int // tables of contents that are open
}

// An odtNote is a note with its label.
type odtNote struct {
	label string
	body  *element
}

// isODT reports whether a package is an OpenDocument text.
func isODT(p *pack) bool {
	if !p.has("content.xml") || !p.has("mimetype") {
		return false
	}
	kind, err := p.bytes("mimetype")
	return err == nil && strings.HasPrefix(strings.TrimSpace(string(kind)), "application/vnd.oasis.opendocument.text")
}

// readODT reads styles, headers, text, notes and footers.
func readODT(p *pack) (*Document, error) {
	d := &odt{name: p.name, pack: p, styles: map[string]*odtStyle{}, listStyles: map[string]*odtList{}, labels: map[string]bool{}, page: 1}
	if p.has("META-INF/manifest.xml") {
		manifest, err := p.xml("META-INF/manifest.xml")
		if err != nil {
			return nil, err
		}
		locked := false
		manifest.all(func(e *element) { locked = locked || e.name == "manifest:encryption-data" })
		if locked {
			return nil, problem("source-password", p.name, nil)
		}
	}
	var furniture []Block
	if p.has("styles.xml") {
		root, err := p.xml("styles.xml")
		if err != nil {
			return nil, err
		}
		d.readStyles(root)
		furniture = d.furniture(root.child("office:master-styles"))
	}
	root, err := p.xml("content.xml")
	if err != nil {
		return nil, err
	}
	d.readStyles(root)
	text := root.child("office:body").child("office:text")
	if text == nil {
		return nil, problem("source-damaged", p.name, nil)
	}
	d.drafts, d.line, d.page = nil, 0, 1
	d.blocks(text, odtPlace{})
	d.codeBlocks()
	d.lists()
	d.quotations()
	title, lang := d.properties()
	d.coverTitle(title)
	d.lookedHeadings()
	d.titles()
	doc := &Document{Name: p.name, Format: "odt", Encoding: "utf-8", Blocks: furniture}
	for i := range d.drafts {
		doc.Blocks = append(doc.Blocks, d.drafts[i].Block)
	}
	for i := 0; i < len(d.notes); i++ { // a note may refer to another
		doc.Blocks = append(doc.Blocks, d.noteBlock(d.notes[i]))
	}
	if !saysAnything(doc.Blocks) {
		return nil, problem("source-empty", p.name, nil)
	}
	doc.Lang = settleLanguage(doc.Blocks, "")
	if doc.Lang == "" {
		doc.Lang = lang
	}
	return doc, nil
}

// properties are the title and the language that the file says it has.
func (d *odt) properties() (title, lang string) {
	if !d.pack.has("meta.xml") {
		return "", ""
	}
	root, err := d.pack.xml("meta.xml")
	if err != nil {
		return "", "" // they are only hints
	}
	meta := root.child("office:meta")
	return cleanText(meta.child("dc:title").content()), strings.TrimSpace(meta.child("dc:language").content())
}

// furniture are headers and footers, a block each.
func (d *odt) furniture(master *element) []Block {
	var blocks []Block
	if master == nil {
		return nil
	}
	for page := master.first; page != nil; page = page.next {
		for c := page.first; c != nil; c = c.next {
			if !strings.HasPrefix(c.name, "style:header") && !strings.HasPrefix(c.name, "style:footer") {
				continue
			}
			d.drafts = nil
			d.blocks(c, odtPlace{})
			if b := d.together(Furniture); b.Text != "" {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// together makes one block of all that was read.
func (d *odt) together(kind Kind) Block {
	b := Block{Kind: kind, Line: d.line}
	var texts []string
	for i := range d.drafts {
		f := &d.drafts[i].Block
		if s := strings.TrimSpace(f.mark() + " " + strings.TrimSpace(f.Text+" "+strings.Join(f.Cells, " "))); s != "" {
			texts = append(texts, s)
			b.Lang, b.Dir, b.Size = f.Lang, f.Dir, f.Size
		}
	}
	b.Text = strings.Join(texts, "<br>")
	return b
}

// noteBlock is a footnote or an endnote.
func (d *odt) noteBlock(n odtNote) Block {
	d.drafts = nil
	d.line++
	d.blocks(n.body, odtPlace{})
	b := d.together(Note)
	b.Label = n.label
	return b
}
