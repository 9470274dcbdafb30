package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	glyph      = regexp.MustCompile(`^(?:\\?[-*+]|[•·▪▫◦‣⁃●○■□➢➤]|o)[ \x{a0}\t]+(\S.*)$`)
	signInside = regexp.MustCompile(`[ \x{a0}]+[•▪▫◦‣⁃●○■□➢➤][ \x{a0}]+`)
	letterO    = regexp.MustCompile(`[ \x{a0}]+o[ \x{a0}]+`)
)

// items puts lists right: bullets that stayed in the text, items that were run
// together, a sentence that leads into a list and became an item of it.
func items(d *document) {
	bulletO := d.lettersAsBullets()
	wordO := false // the language has a word that is an o
	for _, l := range lexicons() {
		wordO = wordO || l.Lang == baseLang(d.opts.Lang) && contains(l.Continues, "o")
	}
	d.letterItems(bulletO)
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Item {
			continue
		}
		if m := glyph.FindStringSubmatch(b.Text); m != nil && (bulletO || !strings.HasPrefix(b.Text, "o")) {
			d.log(report.Removed, "bullet", b, strings.TrimSpace(strings.TrimSuffix(b.Text, m[1])), "")
			b.Text = m[1]
			if i > 0 && d.blocks[i-1].Kind == source.Item && d.blocks[i-1].Level == b.Level && endingOf(d.blocks[i-1].plain()) == colon {
				b.Level++
			} else if i > 0 && d.blocks[i-1].Kind == source.Item && d.blocks[i-1].Level == b.Level+1 && d.blocks[i-1].Marker == "o" {
				b.Level++
			}
			b.Marker = "o"
		}
		d.partItem(i, bulletO && !wordO)
	}
	d.leadIns()
}

// lettersAsBullets reports whether an o before a capital is a bullet in this
// document: it begins several items, which no word of one letter does.
func (d *document) lettersAsBullets() bool {
	n := 0
	for _, b := range d.blocks {
		if m := glyph.FindStringSubmatch(b.Text); b.isProse() && m != nil && strings.HasPrefix(b.Text, "o") && !startsLower(newPlain(m[1])) {
			n++
		}
	}
	return n >= 2
}

// letterItems makes items of paragraphs that begin with an o.
func (d *document) letterItems(bulletO bool) {
	for _, b := range d.blocks {
		if !bulletO || b.Kind != source.Paragraph || b.turn || b.number != "" || !strings.HasPrefix(b.Text, "o ") {
			continue
		}
		d.log(report.Removed, "bullet", b, "o", "")
		b.Kind, b.Level, b.Marker, b.Text = source.Item, max(1, b.Level), "o", strings.TrimSpace(b.Text[1:])
	}
}

// partItem parts the items that were run together at place i.
func (d *document) partItem(i int, bulletO bool) {
	b := d.blocks[i]
	var at []int
	if strings.ContainsAny(b.Text, "•▪▫◦‣⁃●○■□➢➤") {
		at = signInside.FindStringIndex(b.Text)
	}
	if at == nil && bulletO {
		for _, m := range letterO.FindAllStringIndex(b.Text, -1) {
			if unicode.IsUpper(first(b.Text[m[1]:])) && endingOf(b.Text[:m[0]]) != comma {
				at = m
				break
			}
		}
	}
	if at == nil || countWords(b.Text[:at[0]]) < 1 || countWords(b.Text[at[1]:]) < 1 {
		return
	}
	rest := *b
	rest.Block.Text = b.Text[at[1]:]
	rest.memo, rest.text = "", ""
	d.log(report.Removed, "bullet", b, strings.TrimSpace(b.Text[at[0]:at[1]]), "")
	d.log(report.Split, "fused-items", b, rest.Text, "")
	b.Text = b.Text[:at[0]]
	if b.number != "" {
		rest.number = ""
	}
	d.insert(i, &rest)
}

// leadIns makes a paragraph of an item that leads into the items after it: it
// ends in a colon, has the capital that its neighbours lack, and stands among
// them at their depth.
func (d *document) leadIns() {
	for i := 1; i+1 < len(d.blocks); i++ {
		b, before, after := d.blocks[i], d.blocks[i-1], d.blocks[i+1]
		if b.Kind != source.Item || before.Kind != source.Item || after.Kind != source.Item || b.number != "" ||
			before.Level != b.Level || after.Level != b.Level || endingOf(b.plain()) != colon {
			continue
		}
		closed := endingOf(before.plain()) == full
		if closed && startsLower(after.plain()) && !startsLower(b.plain()) ||
			closed && d.semicolons(i+1) && caseless(b.plain()) {
			b.Kind, b.Level, b.Marker = source.Paragraph, 0, ""
			d.log(report.Marked, "lead-in", b, b.Text, "")
		}
	}
}

// semicolons reports whether the items from place i end in semicolons.
func (d *document) semicolons(i int) bool {
	return endingOf(d.blocks[i].plain()) == semicolon
}
