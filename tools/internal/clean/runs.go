package clean

import (
	"sort"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// longestLine is how many words a line of a page or a heading has at most; what
// is longer, and has several speakers or a whole notice in it, was run together.
const longestLine = 60

// runs parts what an extractor has run together: the lines of a transcript's
// pages, its title, its notice and its speakers in one paragraph. Each piece is
// a block, as if it had come on a line of its own; the passes below do the rest.
func runs(d *document) {
	d.countedPages()
	d.speechRows()
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Paragraph {
			continue
		}
		var pieces []string
		if b.words() >= longestLine {
			pieces = d.unrun(b.Text)
		} else if i < longestMasthead {
			pieces = d.unrunHead(i)
		}
		if len(pieces) < 2 {
			continue
		}
		d.log(report.Split, "fused-lines", b, pieces[0], "")
		var more []*block
		for _, text := range pieces {
			p := &block{Block: b.Block}
			p.Text, p.Blank = text, 1
			more = append(more, p)
		}
		more[0].Blank, more[len(more)-1].Broken = b.Blank, b.Broken
		d.blocks = append(d.blocks[:i], append(more, d.blocks[i+1:]...)...)
		i += len(more) - 1
	}
}

// unrun gives the pieces of a text that was run together; none, if it was not.
func (d *document) unrun(s string) []string {
	notice, end := noticeWithin(s)
	labels := labelsWithin(s, notice, end)
	if end <= notice && len(labels) < 2 {
		return nil
	}
	cuts := map[int]bool{}
	if end > notice {
		cuts[notice], cuts[end] = true, true
	}
	for _, at := range labels {
		cuts[at] = true
	}
	if len(labels) >= 2 {
		cutChevrons(s, cuts)
	}
	front := len(s) // where speech begins
	if len(labels) > 0 {
		front = labels[0]
	}
	title := ""
	if end > notice && notice < front {
		title = d.cutFront(s, 0, notice, cuts)
	}
	if from := min(end, front); front < len(s) {
		if notice > front {
			from = 0
		}
		if other := d.cutFront(s, from, front, cuts); title == "" {
			title = other
		}
	}
	if countWords(title) >= 2 {
		d.cutPageHeads(s, title, front, cuts)
	}
	return piecesAt(s, cuts)
}

// cutChevrons marks the signs of captions that another person speaks.
func cutChevrons(s string, cuts map[int]bool) {
	for at := 0; ; {
		next := strings.Index(s[at:], " >> ")
		if next < 0 {
			return
		}
		at += next + 1
		cuts[at] = true
	}
}

// cutPageHeads marks the title in the speech below it, which every page repeats
// as its head, with the code of the language and the page before it.
func (d *document) cutPageHeads(s, title string, front int, cuts map[int]bool) {
	for from := front; from < len(s); {
		at := strings.Index(s[from:], title)
		if at < 0 {
			return
		}
		at += from
		to := at + len(title)
		if m := codeAfter.FindStringSubmatchIndex(s[to:]); m != nil && strings.EqualFold(s[to+m[2]:to+m[3]], d.opts.Lang) {
			cuts[to], to = true, to+m[1]
		}
		if m := pageBefore.FindStringIndex(s[:at]); m != nil {
			cuts[m[0]] = true
		}
		cuts[at], cuts[to] = true, true
		from = to
	}
}

// piecesAt are the pieces of a text that is cut at some places.
func piecesAt(s string, cuts map[int]bool) []string {
	places := make([]int, 0, len(cuts))
	for at := range cuts {
		places = append(places, at)
	}
	sort.Ints(places)
	var pieces []string
	last := 0
	for _, at := range append(places, len(s)) {
		if text := strings.TrimSpace(s[last:at]); text != "" {
			pieces = append(pieces, text)
		}
		last = at
	}
	return pieces
}
