package source

import (
	"path"
	"strings"
)

// An odtRun is a paragraph on its way.
type odtRun struct {
	look   look
	pieces pieces
	link   string
	boxes  []*element
}

// inline reads what stands in a paragraph.
func (d *odt) inline(e *element, run *odtRun) {
	if d.levels > maxDepth {
		return
	}
	d.levels++
	defer func() { d.levels-- }()
	for c := e.first; c != nil; c = c.next {
		switch c.name {
		case "":
			d.write(c.text, run)
		case "text:span":
			was := run.look
			run.look.across(d.style("text", c.attr("text:style-name")).look)
			d.inline(c, run)
			run.look = was
		case "text:a":
			was := run.link
			if run.link = c.attr("xlink:href"); strings.HasPrefix(run.link, "#") {
				run.link = ""
			}
			d.inline(c, run)
			run.link = was
		case "text:s":
			d.write(" ", run)
		case "text:tab":
			run.add(Run{Text: "\t"}, false)
		case "text:line-break":
			run.add(Run{Break: true}, false)
		case "text:soft-page-break":
			d.page++
		case "text:note":
			d.note(c, run)
		case "office:annotation":
			d.annotation(c)
		case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:text-box", "draw:a":
			if d.formula(c, run) {
				continue
			}
			run.boxes = append(run.boxes, &element{first: c.first})
		case "text:ruby":
			d.inline(c.childOr("text:ruby-base"), run)
			d.write(" (", run)
			d.inline(c.childOr("text:ruby-text"), run)
			d.write(")", run)
		case "text:tracked-changes", "svg:title", "svg:desc", "office:event-listeners":
		default: // fields, bookmarks, marks of changes, index marks
			d.inline(c, run)
		}
	}
}

// write adds text; white space counts as one space, as OpenDocument says.
func (d *odt) write(s string, run *odtRun) {
	if strings.ContainsFunc(s, isPrivate) || symbolFonts[strings.ToLower(run.look.font)] != nil {
		s = symbols(s, run.look.font)
	}
	run.add(Run{Text: cleanText(s)}, true)
}

func (run *odtRun) add(r Run, lettered bool) {
	l := run.look
	if s := r.Text; strings.ContainsFunc(s, isRightToLeft) {
		l.rtl = 1
	}
	para := &paragraph{link: run.link}
	para.add(r, &l, lettered)
	run.pieces = append(run.pieces, para.pieces...)
}

// note refers to a note, and keeps it for the end.
func (d *odt) note(e *element, run *odtRun) {
	label := noteMark(e.child("text:note-citation").content())
	if label == "" {
		label = "1"
	}
	label = unique(label, d.labels)
	d.notes = append(d.notes, odtNote{label, e.childOr("text:note-body")})
	run.add(Run{Note: label}, false)
}

// formula reads the formula that a frame holds, which is a part of its own, and
// reports whether there is one.
func (d *odt) formula(frame *element, run *odtRun) bool {
	object := frame.child("draw:object")
	root := object.child("math:math")
	if part := path.Join(object.attr("xlink:href"), "content.xml"); root == nil && object != nil && d.pack.has(part) {
		found, err := d.pack.xml(part)
		if err != nil || found.name != "math:math" {
			return false // a chart, a sheet: its picture stands beside it
		}
		root = found
	}
	if root == nil {
		return false
	}
	var beside []string
	run.add(Run{Text: strings.Join(strings.Fields(readMathML(root, 0, &beside).line()), " ")}, true)
	for _, s := range beside {
		d.drafts = append(d.drafts, draft{Block: Block{Kind: Picture, Text: escape(s), Line: d.line, Page: d.page}})
	}
	return true
}
