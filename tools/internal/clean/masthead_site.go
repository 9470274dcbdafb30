package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/source"
)

// longestHead is how many lines a site puts above a title at most.
const longestHead = 14

// siteTitle is the place of the title below lines that a site or an archive has
// put above it, or 0: a title that is said again, by the page and by the text,
// or the first line that opens with what kind of text it is, below names, dates
// and a sentence that leads to it. What is marked as a heading speaks
// for itself.
func (d *document) siteTitle() int {
	if d.styled() || d.lastField() >= 0 {
		return 0 // the fields of an official masthead tell its title
	}
	if again := d.saidAgain(); again > 0 {
		return again
	}
	for i, b := range d.blocks[:min(len(d.blocks), longestHead)] {
		text := plainText(bare(b.Text))
		switch {
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case b.Kind != source.Paragraph || endsHead(i, b, text):
			return 0
		case i > 0 && (opensWithType(b, text) || d.countsBelow(i) && opensWithType(b, strings.TrimRight(text, "."))):
			return i
		case i == 0 && isLead(text):
		case !standsAbove(b):
			return 0
		}
	}
	return 0
}

// countsBelow reports whether a number opens the block below place i, so that a
// line with a full stop may be a title above it.
func (d *document) countsBelow(i int) bool {
	n := d.next(i)
	return n >= 0 && (unicode.IsDigit(first(d.blocks[n].plain())) || d.blocks[n].Kind == source.Item)
}

// saidAgain is the place of a line of several words that another line above it
// has said already, alone or among words of the page, with nothing but short
// lines between and above; or 0.
func (d *document) saidAgain() int {
	var above []string
	found := 0
	for i, b := range d.blocks[:min(len(d.blocks), 2*longestHead)] {
		text := plainText(bare(b.Text))
		if b.Kind == source.Rule || b.Kind == source.PageBreak || text == "" {
			continue
		}
		if endsHead(i, b, text) {
			break
		}
		if b.words() >= 3 && b.words() <= 45 && endingOf(text) == open && len([]rune(text)) >= 16 {
			for _, s := range above {
				if found == 0 && saidIn(s, text) || found > 0 && unquoted(text) == unquoted(plainText(bare(d.blocks[found].Text))) {
					found = i // and again
				}
			}
		}
		if b.words() > 20 && endingOf(text) != open || isLead(text) {
			if found > 0 {
				break
			}
			above = nil // text stands between
			continue
		}
		above = append(above, unquoted(text))
	}
	return found
}

// endsHead reports whether a block cannot stand above a title: a turn, a
// numbered paragraph, a heading, the name of a section, a long item or row.
func endsHead(i int, b *block, text string) bool {
	switch {
	case b.turn || b.number != "" || b.Kind == source.Heading:
		return true
	case b.Kind != source.Paragraph:
		return b.words() > 8 || endingOf(text) == full
	}
	return i > 0 && (sectionTitles().is(text) || isNumbered(text))
}

// saidIn reports whether a line above says a title: alone, behind a bar, or, where
// the title names what kind of text it is, among a few words of the page.
func saidIn(above, title string) bool {
	low := unquoted(title)
	return above == low || strings.HasSuffix(above, "| "+low) ||
		namesText(title) && strings.Contains(above, folded(title)) && countWords(above) <= countWords(title)+12
}

// unquoted is a folded text without the marks of a quotation around it.
func unquoted(s string) string { return strings.Trim(folded(s), "\"'«»“”„ ") }

// isLead reports whether a line is one sentence, and no more.
func isLead(text string) bool {
	if n := countWords(text); n < 6 || n > 30 || endingOf(text) != full {
		return false
	}
	return !sentenceStop.MatchString(strings.TrimRight(text, ".。 »”"))
}

// opensWithType reports whether a line begins with what kind of text it is the
// title of, and says more: a declaration, a communiqué, an agenda.
func opensWithType(b *block, text string) bool {
	if countWords(text) < 3 || endingOf(text) != open || startsLower(text) || len(datesIn(text)) > 0 && countWords(text) < 6 {
		return false
	}
	if word, rest, _ := strings.Cut(text, " "); isInitials(word) || openerWords().set[folded(word)] {
		text = rest // GAC Communiqué, La déclaration
	}
	if _, ok := titleWords().leads(text); ok {
		return true
	}
	low := folded(text)
	for _, l := range lexicons() {
		for _, w := range l.Types["statement"] {
			if isCapitals(text) {
				w, low = withoutAccents.Replace(w), withoutAccents.Replace(low) // capitals often have none
			}
			if strings.HasPrefix(low, w) && !joined(w, low, len(w)) {
				return true
			}
		}
	}
	return false
}

// withoutAccents takes the accents off Latin letters.
var withoutAccents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "ó", "o", "ô", "o",
	"ã", "a", "á", "a", "à", "a", "ç", "c", "í", "i", "ú", "u")

// standsAbove reports whether a line can stand above a title that is not the
// first line: a name, a date, a row of links, a label, a few words; but not the
// title of a text itself.
func standsAbove(b *block) bool {
	text := plainText(bare(b.Text))
	switch {
	case isRowOfLinks(text), len(datesIn(text)) > 0, clock.MatchString(text), isLetterhead(text):
		return true
	case iconWords().leadsAny(text), subjectLine.MatchString(text), webLine.MatchString(text):
		return true
	case openingQuote(text) != "" && b.words() <= 20 && strings.ContainsAny(text[len(text)-3:], "»”“」"):
		return true // a slogan
	case namesText(text) || endingOf(text) == full:
		return false
	}
	return b.words() <= 5 || isLongName(text) || isMeetingName(text) || isIssuer(text)
}

// subjectLine is the subject of a letter to a mailing list.
var subjectLine = regexp.MustCompile(`^\[[\p{L}\d ._-]{2,30}\]\s+\S`)

// sentenceStop is where a sentence ends within a text.
var sentenceStop = regexp.MustCompile(`\p{Ll}{2}[.!?؟]["»”)]?\s|[。？！]`)

// digitsOnly is a line that is a number.
var digitsOnly = regexp.MustCompile(`^\(?\d{1,5}\)?$`)

// strokedDate is a date whose day and month nobody can tell apart.
var strokedDate = regexp.MustCompile(`^\d{1,2}/\d{1,2}/(?:19|20)\d{2}$`)

// leadsAny reports whether a text begins with one of the phrases.
func (p *phrases) leadsAny(s string) bool {
	_, ok := p.leads(s)
	return ok
}

// isRowOfLinks reports whether a line is a row of names with bars or strokes
// between: the parts of a site, its languages, the day and kind of a page.
func isRowOfLinks(text string) bool {
	if w, ok := boilerplate().leads(text); ok {
		way := countWords(text) <= 8 && strings.Contains(text, " > ")
		wide := len(strings.Fields(text)) >= 4 && isWide([]rune(w)[0]) && !strings.ContainsAny(text, "，。、：；")
		if way || wide {
			return true
		}
	}
	bars, strokes := strings.Split(text, "|"), strings.Split(text, " / ")
	switch {
	case len(bars) == 3 && strokedDate.MatchString(strings.TrimSpace(bars[0])):
	case len(bars) >= 4 && len(datesIn(text)) == 0:
	case len(strokes) >= 4 && countWords(text) <= 2*len(strokes):
		bars = strokes
	default:
		return false
	}
	for _, p := range bars {
		if countWords(p) > 8 {
			return false
		}
	}
	return true
}

// aboveTitle reports whether a line stands above the title of a page of a site.
func (m *mastheadReader) aboveTitle(b *block) bool {
	return m.title != nil && b.Line < m.title.Line
}

// isOfSite reports whether a line is of the page and not of the text: how often
// it was read, the name of the picture beside it, the subject of a letter, words
// of the title.
func (m *mastheadReader) isOfSite(b *block, text string) bool {
	switch {
	case iconWords().leadsAny(text) && b.words() <= 6 && m.hasTitle():
		return true
	case m.title == nil || b == m.title:
		return false
	}
	return digitsOnly.MatchString(text) || subjectLine.MatchString(text) && m.aboveTitle(b) ||
		b.words() >= 3 && !m.aboveTitle(b) && strings.Contains(folded(plainText(bare(m.title.Text))), folded(text))
}

// webLine is the name of a site, not of a text.
var webLine = regexp.MustCompile(`(?i)(?:^|\s)(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/\S*)?)$`)

// isOfPage removes a line that is of the page and not of the text: a row of
// links, or what isOfSite names.
func (m *mastheadReader) isOfPage(b *block, text string) bool {
	return isRowOfLinks(text) && m.d.remove(b, "navigation") || m.isOfSite(b, text) && m.d.remove(b, "web")
}

// titleAbove removes a line above the title that says it already, alone or among
// words of the page.
func (m *mastheadReader) titleAbove(b *block, text string) bool {
	if !m.aboveTitle(b) {
		return false
	}
	title, text := unquoted(plainText(bare(m.title.Text))), unquoted(text)
	switch {
	case text == title:
		return m.d.remove(b, "running-head")
	case strings.Contains(text, title) && countWords(title) >= 3:
		return m.d.remove(b, "web")
	}
	return false
}
