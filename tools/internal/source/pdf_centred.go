package source

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// centredHeadings makes headings of the short lines of a PDF that stand in the
// middle of the page, end without a mark, and have text below them: at least
// two of them, for one may be anything. Judgments and resolutions set their
// parts so, in the type of their text.
func centredHeadings(blocks []Block) {
	left, right := textEdges(blocks)
	if right <= left {
		return
	}
	var found []int
	text := false // some has come
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Paragraph && isLong(b.Text) {
			text = true
			continue
		}
		above := i+1 < len(blocks) && blocks[i+1].Kind == Paragraph && isLong(blocks[i+1].Text)
		if (text || above) && b.isCentred(left, right) && textFollows(blocks[i+1:]) {
			found = append(found, i)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, i := range found {
		blocks[i].Kind, blocks[i].Text = Heading, unbold(blocks[i].Text)
	}
}

// textEdges are where the long paragraphs of a document begin and end on their
// pages, or nothing where they do not agree, as in columns.
func textEdges(blocks []Block) (left, right float64) {
	var lefts, rights []float64
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Paragraph && isLong(b.Text) {
			lefts, rights = append(lefts, b.Box.Left), append(rights, b.Box.Right)
		}
	}
	if len(lefts) < 3 {
		return 0, 0
	}
	sort.Float64s(lefts)
	sort.Float64s(rights)
	left, right = lefts[len(lefts)/2], rights[len(rights)/2]
	wide := 0
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Paragraph && isLong(b.Text) && b.Box.Right-b.Box.Left >= 0.8*(right-left) && b.Box.Right-b.Box.Left <= 1.2*(right-left) {
			wide++
		}
	}
	if wide*10 < len(lefts)*7 || lefts[len(lefts)-1] > right-0.3*(right-left) {
		return 0, 0
	}
	return left, right
}

// isCentred reports whether a block is a short line in the middle between two
// edges that may be a heading.
func (b *Block) isCentred(left, right float64) bool {
	if b.Kind != Paragraph || utf8.RuneCountInString(b.Text) > 130 || endsSentence.MatchString(b.Text) {
		return false
	}
	if strings.Contains(b.Text, "[^") || strings.HasPrefix(b.Text, "(") || strings.HasPrefix(b.Text, "©") {
		return false
	}
	for _, r := range strings.Trim(b.Text, "*«“\" ") {
		if unicode.IsLower(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		break
	}
	width := right - left
	return strings.ContainsFunc(b.Text, unicode.IsLetter) && b.Box.Left > left+0.04*width && b.Box.Right < right-0.04*width &&
		math.Abs(b.Box.Left+b.Box.Right-left-right) < 0.06*width
}

// textFollows reports whether text stands first among blocks, furniture apart.
func textFollows(blocks []Block) bool {
	for i := range blocks {
		switch b := &blocks[i]; b.Kind {
		case PageBreak, Furniture, Note:
		case Paragraph:
			return isLong(b.Text) || endsSentence.MatchString(b.Text) && utf8.RuneCountInString(b.Text) > 40
		default:
			return b.Kind == Item
		}
	}
	return false
}
