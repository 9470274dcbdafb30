package source

import (
	"bytes"
	"path"
	"strings"
)

// isPack reports whether data is a ZIP file: DOCX, EPUB, or something like it.
func isPack(_ string, data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// readPack reads the package formats.
func readPack(name string, data []byte) (*Document, error) {
	p, err := openPack(name, data)
	if err != nil {
		return nil, err
	}
	if p.has("META-INF/container.xml") {
		return readEPUB(p)
	}
	if isODT(p) {
		return readODT(p)
	}
	d := &docx{name: name, pack: p, notes: newNotes()}
	main, err := d.mainPart()
	if err != nil {
		return nil, err
	}
	if main == "" {
		return nil, problem("source-format", name, nil)
	}
	return d.document(main)
}

// isCompound reports whether data is of the format that Word wrote before
// DOCX, and that it still writes an encrypted DOCX into.
func isCompound(_ string, data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) || bytes.HasPrefix(data, []byte("{\\rtf"))
}

// refuseCompound says what to do with such a file.
func refuseCompound(name string, data []byte) (*Document, error) {
	var stream []byte // its name, as UTF-16
	for _, c := range []byte("EncryptedPackage") {
		stream = append(stream, c, 0)
	}
	if bytes.Contains(data, stream) {
		return nil, problem("source-password", name, nil)
	}
	return nil, problem("source-legacy", name, nil)
}

// docx reads a word processor's document: ISO/IEC 29500, transitional and
// strict, with what Word in truth writes.
type docx struct {
	drafted
	name      string
	pack      *pack
	styles    styles
	numbering numbering
	notes     notes
	rels      map[string]relation // of the part that is read
	fields    []*field            // that are open
	paired    map[*element]bool   // marks of fields that have both ends
	carried   pieces              // text whose paragraph mark was deleted
	line      int                 // the paragraph, from 1
	page      int                 // from 1
	rendered  bool                // the file says where its pages ended
	short     bool                // no report: a page or less
	levels    int                 // of nesting in what is read
	failed    error               // the first problem of a part that a drawing leads to
	pictures  []draft             // what the drawings of the paragraph are said to show
}

// A drafted is what a word processor's document says, before what it looks like
// is weighed.
type drafted struct{ drafts []draft }

// A draft is a block and what only the reader knows of it.
type draft struct {
	Block
	list   string // of an item: which list it is of
	depth  int    // of an item: its level in that list, from 0
	indent int    // of its text, in twentieths of a point
	title  bool   // the title of the document

	within  int  // the items it stands in, by markup
	inset   bool // further than its style sets it
	centred bool
	kept    bool // by its style on the page of the next paragraph
	boxed   bool // stands in a drawing

	number, numbered string // of a paragraph of a list: its number of several parts (1.1), and its text without it
	term, meaning    string // of a paragraph that a tab parts, where its text hangs from there
}

// A relation leads from a part to another, or out of the package.
type relation struct {
	kind, target string
	outside      bool
}

// mainPart is the path of the document's text, or empty where the package is
// no DOCX.
func (d *docx) mainPart() (string, error) {
	if d.pack.has("_rels/.rels") {
		rels, err := d.relations("")
		if err != nil {
			return "", err
		}
		for _, r := range rels {
			if strings.HasSuffix(r.kind, "/officeDocument") && !r.outside && d.pack.has(r.target) {
				if strings.Contains(strings.ToLower(r.target), "word/") || d.isWord(r.target) {
					return r.target, nil
				}
			}
		}
	}
	if d.pack.has("word/document.xml") {
		return "word/document.xml", nil
	}
	if d.pack.has("[Content_Types].xml") && !d.pack.has("xl/workbook.xml") && !d.pack.has("ppt/presentation.xml") {
		return "", problem("source-damaged", d.name, nil) // a DOCX whose text is missing
	}
	return "", nil
}

func (d *docx) isWord(part string) bool {
	data, err := d.pack.bytes(part)
	return err == nil && bytes.Contains(data, []byte("wordprocessingml"))
}

// relations are those of a part, by id; of the package, if part is empty.
func (d *docx) relations(part string) (map[string]relation, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	rels := map[string]relation{}
	if !d.pack.has(name) {
		return rels, nil
	}
	root, err := d.pack.xml(name)
	if err != nil {
		return nil, err
	}
	for c := root.first; c != nil; c = c.next {
		r := relation{kind: c.attr("Type"), target: c.attr("Target"), outside: c.attr("TargetMode") == "External"}
		if !r.outside {
			if strings.HasPrefix(r.target, "/") {
				r.target = r.target[1:]
			} else {
				r.target = path.Join(dir, r.target)
			}
		}
		rels[c.attr("Id")] = r
	}
	return rels, nil
}

// related are the parts of a kind that the read part leads to, in the order of
// their names.
func (d *docx) related(kind string) []string {
	var parts []string
	for _, r := range d.rels {
		if strings.HasSuffix(r.kind, "/"+kind) && !r.outside && d.pack.has(r.target) {
			parts = append(parts, r.target)
		}
	}
	sortParts(parts)
	return parts
}

// document reads the whole file: its definitions, headers, text, notes and
// footers.
func (d *docx) document(main string) (*Document, error) {
	rels, err := d.relations(main)
	if err != nil {
		return nil, err
	}
	d.rels = rels
	data, err := d.pack.bytes(main)
	if err != nil {
		return nil, err
	}
	root, err := d.pack.parse(data)
	if err != nil {
		return nil, err
	}
	body := root.child("w:body")
	if body == nil {
		return nil, problem("source-damaged", d.name, nil)
	}
	if err := d.definitions(); err != nil {
		return nil, err
	}
	doc := &Document{Name: d.name, Format: "docx", Encoding: "utf-8"}
	heads, err := d.beside("header", Furniture)
	if err != nil {
		return nil, err
	}
	d.page, d.line, d.rendered = 1, 0, bytes.Contains(data, []byte("lastRenderedPageBreak"))
	d.short = isShort(body)
	d.rels = rels
	d.drafts = nil
	d.text(body)
	d.codeBlocks()
	d.termRows()
	d.lists()
	d.quotations()
	d.coverTitle(d.propertyTitle())
	d.lookedHeadings()
	d.titles()
	for i := range d.drafts {
		doc.Blocks = append(doc.Blocks, d.drafts[i].Block)
	}
	notes, err := d.noteBlocks()
	if err != nil {
		return nil, err
	}
	d.rels = rels
	feet, err := d.beside("footer", Furniture)
	if err != nil {
		return nil, err
	}
	remarks, err := d.beside("comments", Remark)
	if err != nil {
		return nil, err
	}
	if d.failed != nil {
		return nil, d.failed
	}
	doc.Blocks = append(append(append(heads, doc.Blocks...), notes...), append(feet, remarks...)...)
	if !saysAnything(doc.Blocks) {
		return nil, problem("source-empty", d.name, nil)
	}
	doc.Lang = settleLanguage(doc.Blocks, "")
	return doc, nil
}

// isShort reports whether what stands in the body beside tables is less than
// a masthead would stand over.
func isShort(body *element) bool {
	n := 0
	for c := body.first; c != nil; c = c.next {
		if c.name != "w:tbl" {
			c.all(func(e *element) { n += len(e.text) })
		}
	}
	return n < 200
}

// propertyTitle is the title that the properties of the file give, or empty.
func (d *docx) propertyTitle() string {
	const part = "docProps/core.xml"
	if !d.pack.has(part) {
		return ""
	}
	root, err := d.pack.xml(part)
	if err != nil {
		return "" // it is only a hint
	}
	return cleanText(root.child("dc:title").content())
}

// saysAnything reports whether there is a word that is not furniture.
func saysAnything(blocks []Block) bool {
	for i := range blocks {
		if b := &blocks[i]; !b.Kind.Beside() && b.Kind != PageBreak && b.Kind != Rule && (b.Text != "" || len(b.Cells) > 0) {
			return true
		}
	}
	return false
}

// definitions reads styles, numbering and notes.
func (d *docx) definitions() error {
	for _, part := range []struct {
		kind string
		read func(*element)
	}{
		{"styles", d.readStyles},
		{"numbering", d.readNumbering},
		{"footnotes", d.readFootnotes},
		{"endnotes", d.readEndnotes},
		{"settings", d.readSettings},
	} {
		var root *element
		for _, name := range d.related(part.kind) {
			var err error
			if root, err = d.pack.xml(name); err != nil {
				return err
			}
			d.notes.part[part.kind] = name
		}
		part.read(root)
	}
	return nil
}

// text reads the text of a part, or of a piece of one, into drafts.
func (d *docx) text(body *element) {
	d.pairFields(body)
	d.fields, d.carried = nil, nil
	d.blocks(body)
	if d.carried.says() {
		d.paragraph(&element{name: "w:p"})
	}
}

// beside reads parts that are no part of the text: headers and footers, a
// block each, and the remarks in the margin, a block a paragraph.
func (d *docx) beside(part string, kind Kind) ([]Block, error) {
	var blocks []Block
	rels := d.rels
	for _, part := range d.related(part) {
		data, err := d.pack.bytes(part)
		if err != nil {
			return nil, err
		}
		if !bytes.Contains(data, []byte("t>")) {
			continue // most have no text at all
		}
		root, err := d.pack.parse(data)
		if err != nil {
			return nil, err
		}
		if d.rels, err = d.relations(part); err != nil {
			return nil, err
		}
		d.drafts = nil
		d.text(root)
		if kind == Remark {
			for i := range d.drafts {
				f := &d.drafts[i].Block
				text := strings.Join(append([]string{f.mark(), f.Text}, f.Cells...), " ")
				blocks = append(blocks, Block{Kind: kind, Text: strings.TrimSpace(text), Lang: f.Lang, Dir: f.Dir})
			}
			continue
		}
		b := Block{Kind: kind}
		var lines []string
		for i := range d.drafts {
			f := &d.drafts[i].Block
			if s := strings.TrimSpace(strings.Join(append([]string{f.mark(), f.Text}, f.Cells...), " ")); s != "" {
				lines = append(lines, s)
				b.Lang, b.Dir = f.Lang, f.Dir
			}
		}
		if b.Text = strings.Join(lines, "<br>"); b.Text != "" {
			blocks = append(blocks, b)
		}
	}
	d.rels = rels
	return blocks, nil
}
