package clean

import (
	"rapporteur/tools/internal/source"
)

// longestMasthead is how many blocks stand before the text at most.
const longestMasthead = 40

// masthead lifts what stands before the text: title, subtitle, event, dates,
// place, organisation, symbol, original language. What has the form or the
// place of a masthead's line and no key of the front matter is removed; a line
// that cannot be placed stays in the page, and what is not found stays unknown.
func masthead(d *document) {
	d.loneRows()
	d.closeBrackets()
	d.joinSymbolsNote()
	var title *block
	if at := d.siteTitle(); at > 0 {
		title = d.blocks[at]
	}
	end := d.partMasthead(d.mastheadEnd())
	m := &mastheadReader{d: d, end: end, title: title, fields: d.lastField(), alone: -1}
	for _, b := range d.blocks[:end] {
		m.official = m.official || b.Kind == source.Paragraph && distributionLine(folded(b.plain())) && b.words() <= 3 || isOriginalField(b.plain())
	}
	for i, b := range d.blocks[:end] {
		if !b.gone && b.Kind != source.Rule && b.Kind != source.PageBreak {
			m.read(i, b)
		}
	}
	d.official = m.official || m.fields >= 0
	d.standardNumbers(end)
	m.finish()
	m.asterisks()
	d.titleAgain(end)
}

// A mastheadReader sorts the lines of a masthead by what they tell.
type mastheadReader struct {
	d        *document
	end      int    // where the text begins
	title    *block // below lines of a site, or nil
	fields   int    // the place of the last field of an official masthead, or -1
	alone    int    // the place of the word for distribution on a line of its own, or -1
	headings []*block
	others   []*block // what may be title, subtitle or event
	organs   []*block
	sessions []*block
	subjects []*block // of the items of the agenda
	last     *block   // the line before
	official bool     // a document of the United Nations, by its symbol or its distribution
	dated    int      // the line of the last date, or 0
	agenda   int      // the line of the last item of the agenda, or 0
	limited  int      // the line below the word for distribution, or 0
	byLine   int      // the line that says who wrote the text, or 0
}

// hasAny reports whether one of the phrases stands in a folded text.
func hasAny(p *phrases, low string) bool { return p.in(low) > 0 }
