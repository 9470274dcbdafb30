package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

var (
	mail   = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	handle = regexp.MustCompile(`(?:^|[\s:(])@\w{2,30}\b|(?i:\b(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|telegram|mastodon|flickr|bluesky|wechat|weibo)\b|微信|微博)`)
	phone  = regexp.MustCompile(`(?:\+|\b00|\(\d{1,4}\))[\d\s().-]{7,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b`)
)

// crumbs is a line that says where a page stands in its site: Home › About › …
var crumbs = regexp.MustCompile(`^[^.!?:：›»>«<]{2,40}(?:[:：] ?[^.!?:：›»>«<]{2,40})?(?: (?:[›»>]|>>) [^.!?:›»>«<]{2,60}){2,6}$`)

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
		if m := printedFrom.FindStringSubmatch(b.plain()); m != nil && i >= n-3 && fieldNames().is(m[1]) {
			d.remove(b, "web")
			continue
		}
		if b.gone {
			continue
		}
		copyright := strings.HasPrefix(b.plain(), "©") && (d.source.Format == "html" && i >= n-12 || i >= n-3)
		if b.isProse() && b.words() <= 15 && (copyright || i < 8 && (crumbs.MatchString(b.plain()) || isLanguageSwitch(b.plain())) || i > 0 && i < 5 && b.words() <= 5 && wikiName.MatchString(b.plain())) {
			d.remove(b, "web")
			continue
		}
		if b.isProse() && b.words() <= 10 && (i < 8 || i >= n-12) {
			if w, ok := boilerplate().leads(b.plain()); ok && (boilerplate().is(b.plain()) || handle.MatchString(b.plain()) || len(w) > 10 || named(b.plain(), w)) {
				d.remove(b, "web")
				if j := d.next(i); j == i+1 && d.blocks[j].Blank == 0 && d.blocks[j].words() <= 8 && startsLower(d.blocks[j].plain()) && endingOf(b.plain()) == open {
					d.remove(d.blocks[j], "web") // the link was over two lines
				}
				d.linksBelow(i)
			}
		}
	}
}

// linksBelow removes the items right below a line by which a site leads to more,
// “Related links”: what the links say is left of them.
func (d *document) linksBelow(i int) {
	for _, b := range d.blocks[i+1:] {
		if b.Kind != source.Item || b.Blank > 0 || b.words() > 15 || endingOf(b.plain()) != open || !boilerplate().is(d.blocks[i].plain()) {
			return
		}
		d.remove(b, "web")
	}
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

// contactsFrom is the place from which the document only says whom to contact,
// or -1: a title of contacts or a line with an address, and nothing but short
// lines after it.
func (d *document) contactsFrom() int {
	start := len(d.blocks)
	for start > 0 {
		b := d.blocks[start-1]
		if b.Kind == source.Note { // stands at the foot of the page, whatever is above it
			start--
			continue
		}
		if b.Kind == source.Item && !hasAddress(b.plain()) {
			break
		}
		if b.Kind != source.Rule && b.Kind != source.PageBreak && (b.words() > 25 && b.words() > 20*addresses(b.plain()) || b.words() > 12 && endingOf(b.plain()) == full && !hasAddress(b.plain())) {
			break
		}
		start--
	}
	titled, addressed := -1, -1
	for i := start; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind == source.Note {
			continue
		}
		text := b.plain()
		if titled < 0 && (contactTitles().is(bare(text)) || isContactLine(text)) {
			titled = i
		}
		if addressed < 0 && hasAddress(text) {
			addressed = i
		}
	}
	switch {
	case addressed < 0:
		return -1
	case titled >= 0 && titled <= addressed+2:
		return min(titled, addressed)
	case len(d.blocks)-addressed <= 4 && d.allAddresses(addressed):
		if above := addressed - 1; above > start && d.blocks[above].Kind == source.Paragraph && d.blocks[above].words() <= 8 && endingOf(d.blocks[above].plain()) == colon {
			return above // the office whose they are
		}
		return addressed
	}
	return -1
}

func (d *document) allAddresses(from int) bool {
	for _, b := range d.blocks[from:] {
		if b.Kind != source.Note && !hasAddress(b.plain()) {
			return false
		}
	}
	return true
}

// isContactLine reports whether a line opens with a title of contacts and says
// little more.
func isContactLine(s string) bool {
	w, ok := contactTitles().leads(s)
	return ok && (len(w) > 12 || strings.HasSuffix(strings.TrimSpace(s), ":")) && countWords(s) <= 14
}

// addresses is how many telephone numbers and addresses for mail a text has.
func addresses(s string) int {
	return len(mail.FindAllString(s, -1)) + len(phone.FindAllString(s, -1))
}

// hasAddress reports whether a line is there to give an address, rather than a
// sentence that holds one.
func hasAddress(s string) bool {
	if endingOf(s) == full && addresses(s) == 0 && !strings.Contains(s, "@") && countWords(s) >= 10 && grammar(s) >= 3 {
		return false // it speaks of a network
	}
	return countWords(s) <= 20*max(1, addresses(s)) && (mail.MatchString(s) || handle.MatchString(s) || phone.MatchString(s))
}
