package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// itemSigns are bullets that nothing else is written with.
const itemSigns = "•▪▫◦‣⁃●○■□➢➤★◆►▶✓✔❖"

var (
	glyph      = regexp.MustCompile(`^(?:\\?[-*+]|[•·▪▫◦‣⁃●○■□➢➤★☆◆◇►▶✓✔❖–—]|o)[ \x{a0}\t]+(\S.*)$`)
	signInside = regexp.MustCompile(`[ \x{a0}]+[` + itemSigns + `][ \x{a0}]+`)
	dashInside = regexp.MustCompile(`[;；]([ \x{a0}]+[-–—•][ \x{a0}]+)\S`)
	letterO    = regexp.MustCompile(`[ \x{a0}]+(?:\*\*)?o(?:\*\*)?[ \x{a0}]+`)
)

// items puts lists right: bullets that stayed in the text, items that were run
// together, a sentence that leads into a list and became an item of it.
func items(d *document) {
	wordO := d.hasWordO()
	bulletO := d.lettersAsBullets(wordO)
	d.letterItems(bulletO)
	d.nestBySign()
	below := d.itemsBelow(bulletO)
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Item {
			continue
		}
		if m := glyph.FindStringSubmatch(b.Text); m != nil && (bulletO || !strings.HasPrefix(b.Text, "o")) {
			d.log(report.Removed, "bullet", b, strings.TrimSpace(strings.TrimSuffix(b.Text, m[1])), "")
			b.Text = m[1]
			if below[b] || i > 0 && d.blocks[i-1].Kind == source.Item && d.blocks[i-1].Level == b.Level && endingOf(d.blocks[i-1].plain()) == colon {
				b.Level++
			} else if i > 0 && d.blocks[i-1].Kind == source.Item && d.blocks[i-1].Level == b.Level+1 && d.blocks[i-1].Marker == "o" {
				b.Level++
			}
			b.Marker = "o"
		}
		d.partItem(i, bulletO && (!wordO || d.listsNames(i)), wordO)
	}
	d.leadIns()
	d.sources()
}

// closesQuote is how words end that somebody said.
var closesQuote = regexp.MustCompile(`[»”"]$`)

// sources makes a paragraph of a dash and a name that stand alone below words in
// quotation marks: who said them.
func (d *document) sources() {
	for i, b := range d.blocks {
		if b.Kind != source.Item || !isDash(b.Marker) || i == 0 || b.words() > 20 || endingOf(b.plain()) != open || !d.isAlone(i) {
			continue
		}
		said := d.blocks[i-1]
		if said.Kind == source.Paragraph && closesQuote.MatchString(said.plain()) {
			b.Kind, b.Level, b.Text, b.Marker = source.Paragraph, 0, b.Marker+" "+b.Text, ""
		}
	}
}

// hasWordO reports whether the language has a word that is an o.
func (d *document) hasWordO() bool {
	for _, l := range lexicons() {
		if l.Lang == baseLang(d.opts.Lang) && contains(l.Continues, "o") {
			return true
		}
	}
	return false
}

// lettersAsBullets reports whether an o is a bullet in this document: it begins
// several items before a capital, or two in a row below a bullet, which no word
// of one letter does unless the language has one.
func (d *document) lettersAsBullets(wordO bool) bool {
	capitals, run, most := 0, 0, 0
	for _, b := range d.blocks {
		m := glyph.FindStringSubmatch(b.Text)
		if !b.isProse() || m == nil || !strings.HasPrefix(b.Text, "o") {
			run = 0
			continue
		}
		if !startsLower(newPlain(m[1])) {
			capitals++
		}
		if b.Kind == source.Item {
			run++
			most = max(most, run)
		}
	}
	return capitals >= 2 || most >= 2 && !wordO
}

// itemsBelow are the items of the rows of two and more that begin with a
// bullet of their own, below an item of their depth that has none: they are
// one level deeper.
func (d *document) itemsBelow(bulletO bool) map[*block]bool {
	below := map[*block]bool{}
	signed := func(i int) bool {
		b := d.blocks[i]
		return b.Kind == source.Item && glyph.MatchString(b.Text) && (bulletO || !strings.HasPrefix(b.Text, "o"))
	}
	for i := 1; i < len(d.blocks); i++ {
		above := d.blocks[i-1]
		end := i
		for end < len(d.blocks) && signed(end) && d.blocks[end].Level == above.Level {
			end++
		}
		if above.Kind != source.Item || signed(i-1) || end-i < 2 || above.Level > 1 && strings.HasPrefix(d.blocks[i].Text, "o") {
			continue // an o is the bullet of the second level
		}
		for ; i < end; i++ {
			below[d.blocks[i]] = true
		}
	}
	return below
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
func (d *document) partItem(i int, bulletO, wordO bool) {
	b := d.blocks[i]
	var at []int
	if strings.ContainsAny(b.Text, "•▪▫◦‣⁃●○■□➢➤★◆►▶✓✔❖") {
		at = signInside.FindStringIndex(b.Text)
	}
	if m := dashInside.FindStringSubmatchIndex(b.Text); at == nil && m != nil && startsLower(b.Text) == startsLower(b.Text[m[3]:]) {
		at = m[2:4]
	}
	if at == nil && bulletO {
		for _, m := range letterO.FindAllStringIndex(b.Text, -1) {
			if beginsItem(b.Text[:m[0]], b.Text[m[1]:], wordO) {
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

// beginsItem reports whether an o between two texts is a bullet: a word with a
// capital follows, or one of a script that has neither capitals nor this letter,
// or both begin in lower case in a language that has no such word.
func beginsItem(before, after string, wordO bool) bool {
	end := endingOf(before)
	alike := !wordO && startsLower(before) && startsLower(after)
	return end == semicolon || end != comma && !endsOpenly(before) && (unicode.IsUpper(first(after)) || caseless(after) || alike)
}

// listsNames reports whether the item at place i and those around it are names,
// not sentences: short, and without a mark at their end.
func (d *document) listsNames(i int) bool {
	names, all := 0, 0
	start := i
	for start > 0 && d.blocks[start-1].Kind == source.Item {
		start--
	}
	for j := start; j < len(d.blocks) && d.blocks[j].Kind == source.Item; j++ {
		if b := d.blocks[j]; b.Level == d.blocks[i].Level {
			if all++; endingOf(b.plain()) == open && b.words() <= 14 {
				names++
			}
		}
	}
	return all >= 3 && names*10 >= all*8 && endingOf(d.blocks[i].plain()) == open
}

// leadIns makes a paragraph of an item that leads into the items after it: it
// ends in a colon, has the capital that its neighbours lack, and stands among
// them at their depth.
func (d *document) leadIns() {
	for i := 1; i+1 < len(d.blocks); i++ {
		b, before, after := d.blocks[i], d.blocks[i-1], d.blocks[i+1]
		if b.Kind != source.Item || before.Kind != source.Item || after.Kind != source.Item || b.number != "" ||
			before.Level != b.Level || after.Level != b.Level || endingOf(b.plain()) != colon || len(sentencesOf(b.Text)) > 2 {
			continue // a whole paragraph may have been run into an item
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
