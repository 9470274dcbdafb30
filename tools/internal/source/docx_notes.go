package source

import (
	"regexp"
	"strconv"
	"strings"
)

// notes are a document's footnotes and endnotes, and the labels that they have
// been given so far.
type notes struct {
	part   map[string]string // of each kind: the name of its part
	bodies map[string]*element
	order  []string // keys of bodies, as the file has them
	label  map[string]string
	used   map[string]bool
	called []string // keys in the order in which the text refers to them
	format map[string]string
	start  map[string]int
	count  map[string]int
}

func newNotes() notes {
	return notes{part: map[string]string{}, bodies: map[string]*element{}, label: map[string]string{}, used: map[string]bool{},
		count: map[string]int{}, start: map[string]int{}, format: map[string]string{"endnote": "lowerRoman"}}
}

func (d *docx) readFootnotes(root *element) {
	d.notes.read("footnote", root)
}

func (d *docx) readEndnotes(root *element) {
	d.notes.read("endnote", root)
}

// read takes the notes of a part; those of a type are lines that part notes
// from text.
func (n *notes) read(kind string, root *element) {
	if root == nil {
		return
	}
	for c := root.first; c != nil; c = c.next {
		if t := c.attr("w:type"); c.name != "w:"+kind || t != "" && t != "normal" {
			continue
		}
		key := kind + c.attr("w:id")
		if n.bodies[key] == nil {
			n.order = append(n.order, key)
		}
		n.bodies[key] = c
	}
}

// readSettings takes how notes are counted.
func (d *docx) readSettings(root *element) {
	d.noteSettings(root)
}

func (d *docx) noteSettings(e *element) {
	for _, kind := range []string{"footnote", "endnote"} {
		p := e.child("w:" + kind + "Pr")
		if f := p.child("w:numFmt").attr("w:val"); f != "" {
			d.notes.format[kind] = f
		}
		if s := p.child("w:numStart"); s != nil {
			d.notes.start[kind] = number(s.attr("w:val"), 1) - 1
		}
	}
}

// refer gives the label of the note that a reference leads to; mark is what
// the text prints instead of a number, or empty.
func (n *notes) refer(kind, id, mark string) string {
	key := kind + id
	if n.bodies[key] == nil {
		return ""
	}
	if label, known := n.label[key]; known {
		return label
	}
	label := mark
	if label = noteMark(label); label == "" {
		n.count[kind]++
		label = numeral(n.start[kind]+n.count[kind], n.format[kind])
	}
	n.label[key] = unique(label, n.used)
	n.called = append(n.called, key)
	return n.label[key]
}

var notMark = regexp.MustCompile(`[\s\[\]()^]+`)

// noteMark is a mark as a label can have it.
func noteMark(s string) string {
	s = notMark.ReplaceAllString(cleanText(s), "")
	if len([]rune(s)) > 12 {
		return ""
	}
	return s
}

// unique is a label that no other note has: notes may count anew in each
// section, and labels may not.
func unique(label string, used map[string]bool) string {
	l := label
	for i := 2; used[l]; i++ {
		l = label + "-" + strconv.Itoa(i)
	}
	used[l] = true
	return l
}

// noteBlocks are the notes in the order of their references; one that nothing
// refers to is not printed, and is furniture.
func (d *docx) noteBlocks() ([]Block, error) {
	var blocks []Block
	add := func(key string, kind Kind) error {
		part := d.notes.part["footnotes"]
		if strings.HasPrefix(key, "endnote") {
			part = d.notes.part["endnotes"]
		}
		var err error
		if d.rels, err = d.relations(part); err != nil {
			return err
		}
		d.drafts = nil
		d.line++
		d.text(d.notes.bodies[key])
		b := Block{Kind: kind, Label: d.notes.label[key], Line: d.line, Page: 0}
		var texts []string
		for i := range d.drafts {
			f := &d.drafts[i].Block
			if s := strings.Join(append(f.Cells, f.Text), " "); strings.TrimSpace(s) != "" && !f.Kind.Beside() {
				texts = append(texts, strings.TrimSpace(strings.TrimSpace(f.mark())+" "+strings.TrimSpace(s)))
				b.Lang, b.Dir, b.Size = f.Lang, f.Dir, f.Size
			} else if f.Kind.Beside() {
				blocks = append(blocks, *f)
			}
		}
		if b.Text = strings.Join(texts, "<br>"); kind == Note {
			b.Text = withoutMark(b.Text, b.Label)
		} else if b.Text == "" {
			return nil
		}
		blocks = append(blocks, b)
		return nil
	}
	called := map[string]bool{}
	for i := 0; i < len(d.notes.called); i++ { // a note may refer to another
		called[d.notes.called[i]] = true
		if err := add(d.notes.called[i], Note); err != nil {
			return nil, err
		}
	}
	for _, key := range d.notes.order {
		if !called[key] {
			if err := add(key, Furniture); err != nil {
				return nil, err
			}
		}
	}
	return blocks, nil
}

var (
	leadingMark = regexp.MustCompile(`^(?:\*{1,3}<sup>|<sup>|<br>|\s)*\\?[\[(]?(\\?[^\s<\[\]()]{1,12}?)[\])]?` +
		`(?:\s*</sup>\*{0,3}|[ \t.):\]]|<br>|$)(?:[ \t.):\]]|<br>)*`)
	leadingGap = regexp.MustCompile(`^(?:\s|<br>)+`)
	suffix     = regexp.MustCompile(`-\d+$`)
)

// withoutMark takes away the mark that a note's text repeats.
func withoutMark(s, label string) string {
	s = leadingGap.ReplaceAllString(s, "")
	if m := leadingMark.FindStringSubmatch(s); m != nil && label != "" {
		if mark := noteMark(strings.ReplaceAll(m[1], `\`, "")); mark == label || mark == suffix.ReplaceAllString(label, "") {
			return s[len(m[0]):]
		}
	}
	return s
}
