package source

import "strings"

// quotations finds what is quoted without a style for it: a paragraph or a few
// that a person set further in than the text around them. In a document where
// much is set so, indents mean something else.
func (d *drafted) quotations() {
	inset, all := 0, 0
	for i := range d.drafts {
		if b := &d.drafts[i]; b.Kind == Paragraph {
			if all += len(b.Text); b.inset {
				inset += len(b.Text)
			}
		}
	}
	if inset*2 > all {
		return
	}
	for i := 0; i < len(d.drafts); i++ {
		end := i
		for end < len(d.drafts) && d.drafts[end].mayBeQuoted() {
			end++
		}
		if n := end - i; n > 0 && n <= maxQuoted && !d.alike(i-1) && !d.alike(end) {
			for k := i; k < end; k++ {
				d.drafts[k].Quote = true
			}
		}
		i = max(i, end)
	}
}

// maxQuoted is how many paragraphs are quoted in a row at most.
const maxQuoted = 4

// alike reports whether what stands at place i is set in as well, though it is no
// text that could be quoted: an item, a caption.
func (d *drafted) alike(i int) bool {
	return i >= 0 && i < len(d.drafts) && (d.drafts[i].inset || d.drafts[i].Kind == Item)
}

// mayBeQuoted reports whether a paragraph is text that was set in, and in no
// list: a sentence, or several words.
func (b *draft) mayBeQuoted() bool {
	if !b.inset || b.Kind != Paragraph || b.list != "" || b.Level != 0 || b.centred || b.isBold() {
		return false
	}
	return !strings.Contains(b.Text, "\t") && len(strings.Fields(b.Text)) >= 4
}
