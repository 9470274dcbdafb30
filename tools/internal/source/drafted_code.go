package source

import "strings"

// isCode reports whether a style is for what is printed letter by letter, such
// as commands: the name is Word's, LibreOffice's or pandoc's, in lower case.
func isCode(name string) bool {
	switch name {
	case "source code", "html preformatted", "preformatted text":
		return true
	}
	return false
}

// codeBlocks makes one block of the lines that stand in such a style. A document
// that is set so as a whole is a text file that a word processor opened.
func (d *drafted) codeBlocks() {
	code, all := 0, 0
	for i := range d.drafts {
		b := &d.drafts[i]
		if all += len(b.Text); b.Code {
			code += len(b.Text)
		}
	}
	if code == 0 || code*5 > all*4 {
		return
	}
	joined := d.drafts[:1]
	for _, b := range d.drafts[1:] {
		if last := &joined[len(joined)-1]; last.Code && b.Code && last.Kind == Paragraph && b.Kind == Paragraph {
			last.Text = strings.TrimSuffix(last.Text, "<br>") + "<br>" + b.Text
		} else {
			joined = append(joined, b)
		}
	}
	d.drafts = joined
}
