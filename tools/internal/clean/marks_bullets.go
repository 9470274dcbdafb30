package clean

import (
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// loneBullets gives a bullet that stands alone on its line to the text that
// follows, as programs leave it that read a page column by column: two at least
// in a document. An o is one below items with another sign, where the language
// has no such word.
func loneBullets(d *document) {
	if !d.lined {
		return
	}
	wordO := d.hasWordO()
	var found []int
	texts := map[int]*block{}
	for i, b := range d.blocks {
		sign := strings.TrimSpace(b.Text)
		isO := sign == "o" && len(found) > 0 && !wordO
		if b.Kind != source.Paragraph || !isSign(sign) && !isO {
			continue
		}
		if text := d.textOfBullet(i); text != nil {
			found, texts[i] = append(found, i), text
		}
	}
	if len(found) < 2 {
		return
	}
	first := ""
	for _, i := range found {
		b, text := d.blocks[i], texts[i]
		sign := strings.TrimSpace(b.Text)
		text.Kind, text.Level, text.Marker = source.Item, 1, sign
		if first == "" {
			first = sign
		} else if sign != first {
			text.Level = 2
		}
		b.gone = true
		d.log(report.Removed, "bullet", b, sign, "")
	}
	d.sweep()
}

// textOfBullet is the paragraph that a bullet at place i is of, or nil: the next,
// or where notes follow at the foot of a page, the first of the next page.
func (d *document) textOfBullet(i int) *block {
	n := d.next(i)
	if n < 0 || d.blocks[n].Kind != source.Paragraph || d.blocks[n].Blank > 1 {
		return nil
	}
	for j := n; footLine.MatchString(d.blocks[n].Text) && j < min(len(d.blocks)-1, n+10); j++ {
		if d.blocks[j].Kind == source.PageBreak {
			n = j + 1
			break
		}
	}
	if b := d.blocks[n]; b.Kind == source.Paragraph && b.words() > 0 {
		return b
	}
	return nil
}
