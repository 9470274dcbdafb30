package source

import (
	"regexp"
	"strings"
)

// A field is a text that Word computes: its instruction, then its result.
type field struct {
	instruction strings.Builder
	result      bool // past the mark that parts the two
	link        string
	contents    bool // a list of contents
}

// pairFields notes the marks of the fields that are whole. A mark that lacks
// its other end, as in a damaged file, must not swallow what follows.
func (d *docx) pairFields(e *element) {
	d.paired = map[*element]bool{}
	var open [][]*element
	e.all(func(c *element) {
		if c.name != "w:fldChar" {
			return
		}
		switch c.attr("w:fldCharType") {
		case "begin":
			open = append(open, []*element{c})
		case "separate":
			if n := len(open); n > 0 && len(open[n-1]) == 1 {
				open[n-1] = append(open[n-1], c)
			}
		case "end":
			if n := len(open); n > 0 {
				for _, mark := range append(open[n-1], c) {
					d.paired[mark] = true
				}
				open = open[:n-1]
			}
		}
	})
}

// mark moves through a field.
func (d *docx) mark(c *element) {
	if !d.paired[c] {
		return
	}
	n := len(d.fields)
	switch c.attr("w:fldCharType") {
	case "begin":
		d.fields = append(d.fields, &field{})
	case "separate":
		if n > 0 {
			d.fields[n-1].begin(d.fields[n-1].instruction.String())
		}
	case "end":
		if n > 0 {
			d.fields = d.fields[:n-1]
		}
	}
}

var hyperlink = regexp.MustCompile(`^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s\\"]+))`)

// begin begins the result of a field.
func (f *field) begin(instruction string) {
	f.result = true
	if m := hyperlink.FindStringSubmatch(instruction); m != nil && !strings.Contains(instruction, `\l`) {
		f.link = m[1] + m[2]
	}
	f.contents = strings.HasPrefix(strings.TrimSpace(instruction), "TOC")
}

// inInstruction reports whether text is of an instruction, which is not
// printed.
func (d *docx) inInstruction() bool {
	for _, f := range d.fields {
		if !f.result {
			return true
		}
	}
	return false
}

// inContents reports whether text is of a list of contents.
func (d *docx) inContents() bool {
	for _, f := range d.fields {
		if f.contents {
			return true
		}
	}
	return false
}

// fieldLink is where the innermost link leads that text is in.
func (d *docx) fieldLink() string {
	for i := len(d.fields) - 1; i >= 0; i-- {
		if d.fields[i].link != "" {
			return d.fields[i].link
		}
	}
	return ""
}
