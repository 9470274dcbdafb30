package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/source"
)

var (
	mail   = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w.+-]+ ?(?:\\?\[at\\?\]|\(at\)) ?[\w-]+`)
	handle = regexp.MustCompile(`(?:^|[\s:(])@\w{2,30}\b|` +
		`(?i:\b(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|telegram|mastodon|flickr|bluesky|wechat|weibo)\b|微信|微博)`)
	phone = regexp.MustCompile(`(?:\+|\b00|\(\d{1,4}\))[\d\s().-]{7,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b`)
)

// contactsFrom is the place from which the document only says whom to contact,
// or -1: a title of contacts, words of a site such as “Share this”, or a line with
// an address, and nothing but short lines after it.
func (d *document) contactsFrom() int {
	start := len(d.blocks)
	for start > 0 {
		if !mayEnd(d.blocks[start-1]) {
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
		if titled < 0 && (contactTitles().is(bare(text)) || isContactLine(text) || b.words() <= 4 && isBoilerplate(text)) {
			titled = i
		}
		if addressed < 0 && hasAddress(text) {
			addressed = i
		}
	}
	from := addressed
	switch {
	case addressed < 0:
		return -1
	case titled >= 0 && titled <= addressed+2:
		from = min(titled, addressed)
	case len(d.blocks)-addressed > 4 || !d.allAddresses(addressed):
		return -1
	}
	if above := from - 1; above >= start && d.namesOffice(above) {
		return above
	}
	return from
}

// namesOffice reports whether the line at place i names the office whose
// addresses stand below it: before a colon, or the only line below the text.
func (d *document) namesOffice(i int) bool {
	b := d.blocks[i]
	if b.Kind != source.Paragraph || b.words() > 8 {
		return false
	}
	alone := b.Blank > 0 && endingOf(d.blocks[i-1].plain()) == full && d.blocks[i-1].words() > 8
	return endingOf(b.plain()) == colon || alone && isIssuer(b.plain())
}

// mayEnd reports whether a block may stand among the contacts at the end of a
// text: a note, which is at the foot of the page whatever is above it, a line
// with an address, or one that is no sentence.
func mayEnd(b *block) bool {
	switch {
	case b.Kind == source.Note, b.Kind == source.Rule, b.Kind == source.PageBreak:
		return true
	case b.Kind == source.Item && !hasAddress(b.plain()):
		return false
	case b.words() > 25:
		return b.words() <= 20*addresses(b.plain()) && (endingOf(b.plain()) != full || hasAddress(b.plain()))
	case b.words() > 12:
		return endingOf(b.plain()) != full || hasAddress(b.plain())
	}
	return true
}

func (d *document) allAddresses(from int) bool {
	for _, b := range d.blocks[from:] {
		if b.Kind != source.Note && !hasAddress(b.plain()) && !webLine.MatchString(b.plain()) {
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
