package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

// crumbs is a line that says where a page stands in its site: Home › About › …
var crumbs = regexp.MustCompile(`^[^.!?:：›»>«<]{2,40}` +
	`(?:[:：] ?[^.!?:：›»>«<]{2,40})?(?: (?:[›»>]|>>) [^.!?:›»>«<]{2,60}){2,6}$`)

// wikiName is a line below a title that names the wiki.
var wikiName = regexp.MustCompile(`(?i)^\p{Lu}.*\bwiki(?:pedia|media)?$`)

// printedFrom is the line under a page that was printed from a site: Source: https://…
var printedFrom = regexp.MustCompile(`^(\p{L}{4,12}) ?: ?https?://\S+$`)

// ends removes what a web page puts before and after a text: whom to contact,
// where to follow, how to share.
func ends(d *document) {
	d.siteLinks()
	d.captionedBy()
	d.siteHead()
	d.sweep()
	if from := d.imprintFrom(); from >= 0 {
		for _, b := range d.blocks[from:] {
			d.remove(b, "web")
		}
		d.sweep()
	}
	if from := d.contactsFrom(); from >= 0 {
		for _, b := range d.blocks[from:] {
			if b.Kind != source.Note {
				d.remove(b, "contact")
			}
		}
		d.sweep()
	}
	n := len(d.blocks)
	for i, b := range d.blocks {
		switch {
		case i >= n-3 && isPrintedFrom(b):
			d.remove(b, "web")
		case b.gone || !b.isProse():
		case b.words() <= 15 && d.frames(i):
			d.remove(b, "web")
		case b.words() <= 10 && (i < 8 || i >= n-12) && isBoilerplate(b.plain()):
			d.remove(b, "web")
			if j := d.next(i); j == i+1 && endingOf(b.plain()) == open && d.isRestOfLink(j) {
				d.remove(d.blocks[j], "web")
			}
			d.linksBelow(i)
		}
	}
}

// linksBelow removes the items right below a line by which a site leads to more,
// “Related links”: what the links say is left of them.
// Below the last line of that kind, in a text that has a paragraph a line,
// they are no items.
func (d *document) linksBelow(i int) {
	if title := d.blocks[i].plain(); boilerplate().is(title) && countWords(title) >= 2 && d.endsInLinks(i+1) {
		for _, b := range d.blocks[i+1:] {
			d.remove(b, "web")
		}
		return
	}
	for _, b := range d.blocks[i+1:] {
		if b.Kind != source.Item || b.Blank > 0 || b.words() > 15 || endingOf(b.plain()) != open || !boilerplate().is(d.blocks[i].plain()) {
			return
		}
		d.remove(b, "web")
	}
}

// endsInLinks reports whether nothing but lines of what links say stands from
// place i to the end: few words, no mark, no empty line between them.
func (d *document) endsInLinks(i int) bool {
	for _, b := range d.blocks[i:] {
		if b.gone {
			continue
		}
		if b.Kind != source.Item && b.Kind != source.Paragraph || b.Blank > 0 || b.words() > 15 || endingOf(b.plain()) != open {
			return false
		}
	}
	return i < len(d.blocks)
}

// isPrintedFrom reports whether a line says from which address a page was
// printed.
func isPrintedFrom(b *block) bool {
	m := printedFrom.FindStringSubmatch(b.plain())
	return m != nil && fieldNames().is(m[1])
}

// frames reports whether the line at place i stands at an end of a page for the
// site: its copyright, its crumbs, its languages, the name of a wiki.
func (d *document) frames(i int) bool {
	b, n := d.blocks[i], len(d.blocks)
	text := b.plain()
	if strings.HasPrefix(text, "©") {
		if i >= n-3 || i >= n-12 && d.source.Format == "html" {
			return true
		}
	}
	if i < 8 && (crumbs.MatchString(text) || isLanguageSwitch(text)) {
		return true
	}
	return i > 0 && i < 5 && b.words() <= 5 && wikiName.MatchString(text)
}

// ofFile is the kind of a file behind what a site offers: Download PDF.
var ofFile = regexp.MustCompile(`(?i)^\S+(?: \pL{2,3})? \(?(?:pdf|docx?|odt|epub|html)\)?$`)

// isBoilerplate reports whether a line begins with words that sites have, such as
// “Follow us”, and says nothing else: a long phrase is enough, a short one is all
// of the line, or has a colon, the name of a network or the kind of a file behind
// it.
func isBoilerplate(text string) bool {
	w, ok := boilerplate().leads(text)
	return ok && (len(w) > 10 || boilerplate().is(text) || handle.MatchString(text) || ofFile.MatchString(text) || named(text, w))
}

// isRestOfLink reports whether the line at place j goes on with a link of two
// lines.
func (d *document) isRestOfLink(j int) bool {
	b := d.blocks[j]
	return b.Blank == 0 && b.words() <= 8 && startsLower(b.plain())
}

// isLanguageSwitch reports whether a line only names languages, two at least,
// each as it names itself.
func isLanguageSwitch(text string) bool {
	names := strings.FieldsFunc(folded(text), func(r rune) bool { return strings.ContainsRune("|·•/‧ ", r) })
	for _, n := range names {
		if !languageNames().set[n] {
			return false
		}
	}
	return len(names) >= 2
}

// named reports whether a line is a name, a colon, and what the name says.
func named(text, name string) bool {
	rest := strings.TrimSpace(string([]rune(text)[min(len([]rune(name)), len([]rune(text))):]))
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")
}
