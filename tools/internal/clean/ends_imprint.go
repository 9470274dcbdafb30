package clean

import (
	"strings"

	"rapporteur/tools/internal/source"
)

// imprintFrom is the place from which a document only says who published it, or
// whose site its page is of, or -1.
func (d *document) imprintFrom() int {
	if at := d.publishedFrom(); at >= 0 {
		return at
	}
	return d.siteFrom()
}

// publishedFrom is the place of the line near the end that says by whose
// authority a record was published, or -1: below it nobody speaks, and nothing
// counts.
func (d *document) publishedFrom() int {
	at := -1
	for i := max(len(d.blocks)/2, len(d.blocks)-12); i < len(d.blocks); i++ {
		b := d.blocks[i]
		_, leads := imprints().leads(b.plain())
		l, ok := labelOf(b.Text)
		switch {
		case at < 0 && leads && b.words() <= 25:
			at = i
		case b.Kind == source.Item || b.Kind == source.Row || ok && (l.sure || l.rest == ""):
			at = -1
		}
	}
	return at
}

// siteFrom is the place from which the page of a transcript only says whose
// site it is, or -1: four lines at least below the last that somebody says,
// none a sentence, with an address or the sign of a copyright among them. Other
// texts may have names of signatories there.
func (d *document) siteFrom() int {
	if !d.saysTranscript() {
		return -1
	}
	at, told := len(d.blocks), false
	for at > 0 && mayImprint(d.blocks[at-1]) {
		at--
		text := d.blocks[at].plain()
		told = told || hasAddress(text) || strings.Contains(text, "©")
	}
	if !told || len(d.blocks)-at < 4 || at < len(d.blocks)/2 {
		return -1
	}
	return at
}

// mayImprint reports whether a block may stand there: a few words without an
// end, that nobody says and that do not say what is heard or that this is all.
func mayImprint(b *block) bool {
	text := b.plain()
	if l, ok := labelOf(b.Text); ok && (l.sure || l.rest == "") || hasChevrons(b.Text) || endMarks().is(text) {
		return false
	}
	if heard := strings.TrimLeft(text, `\`); strings.HasPrefix(heard, "(") || strings.HasPrefix(heard, "[") {
		return false
	}
	return b.words() <= 14 && (endingOf(text) != full || hasAddress(text) || strings.Contains(text, "©"))
}
