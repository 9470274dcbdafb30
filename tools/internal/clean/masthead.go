package clean

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// longestMasthead is how many blocks stand before the text at most.
const longestMasthead = 40

// masthead lifts what stands before the text: title, subtitle, event, dates,
// place, organisation, symbol, original language. What it cannot name it
// removes, for it is not text; what it does not find stays unknown.
func masthead(d *document) {
	end := d.mastheadEnd()
	m := &mastheadReader{d: d, end: end}
	for i, b := range d.blocks[:end] {
		if !b.gone && b.Kind != source.Rule && b.Kind != source.PageBreak {
			m.read(i, b)
		}
	}
	m.finish()
	m.asterisks()
}

// mastheadEnd is the place of the block with which the text begins.
func (d *document) mastheadEnd() int {
	headings := 0
	lastHeading := -1
	for i, b := range d.blocks {
		text := b.plain()
		switch {
		case i >= longestMasthead:
			return d.firstTitleOnly()
		case b.Kind == source.Rule || b.Kind == source.PageBreak:
		case b.turn || b.Kind == source.Item || b.Kind == source.Note || b.Kind == source.Row && !d.isFieldRow(b):
			return d.before(i, lastHeading, headings)
		case b.Kind == source.Heading:
			if headings > 0 && sectionNumber.MatchString(text) || sectionTitles().is(text) && !d.onlyTitle(i, headings) || isNumbered(text) {
				return i
			}
			if isOrgans(folded(text)) || headings > 0 && len(datesIn(text)) > 0 && b.words() <= 8 {
				continue
			}
			if headings++; headings > 2 || headings == 2 && d.isSection(i) {
				return i
			}
			lastHeading = i
		case i > 0 && sectionTitles().is(bare(b.Text)):
			return i
		case b.number != "":
			return d.before(i, lastHeading, headings)
		case isField(text):
		case b.words() >= 22, b.words() >= 9 && (endingOf(text) == full || endingOf(text) == colon) && len(datesIn(text)) == 0,
			b.words() >= 14 && endingOf(text) == full:
			return d.before(i, lastHeading, headings)
		}
	}
	return d.firstTitleOnly()
}

// isSection tells the first section from a subtitle: other headings of its
// level follow, and it names neither a type of document nor a meeting.
func (d *document) isSection(i int) bool {
	b := d.blocks[i]
	text := plainText(b.Text)
	if typeIn(text) != "" || yearAtEnd.MatchString(text) && hasAny(meetings(), folded(text)) {
		return false
	}
	for _, later := range d.blocks[i+1:] {
		if later.Kind == source.Heading && later.Level == b.Level {
			return true
		}
	}
	return false
}

// onlyTitle reports whether the heading at place i is the document's title
// though it has the name of a section: it is the first, and all others are
// below it.
func (d *document) onlyTitle(i, headings int) bool {
	if headings > 0 || d.blocks[i].Level != 1 {
		return false
	}
	for j, b := range d.blocks {
		if j != i && b.Kind == source.Heading && b.Level <= 1 {
			return false
		}
	}
	return d.count(source.Heading) > 1
}

// before is where the text begins, given that prose begins at place i: a
// heading right above it is the text's, unless it is the only one.
func (d *document) before(i, lastHeading, headings int) int {
	if lastHeading < 0 || headings < 2 {
		return i
	}
	for _, b := range d.blocks[lastHeading+1 : i] {
		if b.Kind != source.Rule && b.Kind != source.PageBreak && !b.gone {
			return i
		}
	}
	return lastHeading
}

// firstTitleOnly is where the text begins in a document whose front cannot be
// told from it: after its first heading, if that comes first.
func (d *document) firstTitleOnly() int {
	for i, b := range d.blocks {
		if b.Kind == source.Heading && b.Level <= 1 {
			return i + 1
		}
		if b.Kind != source.Rule && b.Kind != source.PageBreak {
			return 0
		}
	}
	return 0
}

// isFieldRow reports whether a row is of a masthead set as a table.
func (d *document) isFieldRow(b *block) bool {
	for k, c := range b.Cells {
		low := folded(newPlain(c))
		if k == 0 && len(b.Cells) <= 3 && isField(low+" : ") || isOrgans(low) || distributionLine(low) || languageName(low) != "" ||
			unSymbol.MatchString(c) && countWords(c) <= 6 {
			return true
		}
	}
	return false
}

var (
	fieldLine     = regexp.MustCompile(`^([\p{L}. '’-]{2,30}?)[ \x{a0}]*[:：][ \x{a0}]*(.*)$`)
	unSymbol      = regexp.MustCompile(`\b(?:A|E|S|ST|CCPR|CEDAW|CERD|CRC|DP|TD|ECE|ESCAP|ECLAC|LC|UNEP|FCCC|WSIS|HRI|ICCD|CTOC|CAC|T)(?:[-/][A-Z0-9][A-Za-z0-9().]*){1,8}(?:[-–][A-Z](?:/[A-Za-z0-9().]+)+)?(?:\((?:Rev|Add|Corr)\.?\d+\))?(?:-[A-Z])?(?:[*]+)?`)
	sectionNumber = regexp.MustCompile(`^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)．]?\s+\S|^第[一二三四五六七八九十\d]+[章节節部]|^[一二三四五六七八九十]+[、．.]`)
	clock         = regexp.MustCompile(`(?i)\b\d{1,2}\s?(?:[:.]|h)\s?\d{2}\b|\b\d{1,2} ?(?:am|pm)\b`)
	rangeSign     = regexp.MustCompile(`^[\s\d.,:;/()|–—-]*$`)
)

// isNumbered reports whether a heading counts as a section: I., 1., A).
func isNumbered(s string) bool {
	m := sectionMark.FindStringSubmatch(s)
	return m != nil
}

var sectionMark = regexp.MustCompile(`^(?:[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}[.)])\s+\S`)

// isField reports whether a line is a field's name and its value.
func isField(s string) bool {
	m := fieldLine.FindStringSubmatch(s)
	return m != nil && (fieldNames().is(m[1]) || originalWords().is(m[1]) || issuers().is(m[1]) && m[2] != "")
}

// A mastheadReader sorts the lines of a masthead by what they tell.
type mastheadReader struct {
	d        *document
	end      int // where the text begins
	headings []*block
	others   []*block // what may be title, subtitle or event
	organs   []*block
	sessions []*block
	lines    []*block // all that is no title
	held     bool     // the last line names an organ: what follows is of its agenda
}

func (m *mastheadReader) read(i int, b *block) {
	d, meta := m.d, &m.d.meta
	if b.Kind == source.Row {
		for _, cell := range b.Cells {
			for _, line := range strings.Split(cell, "\\\n") {
				if piece := (&block{Block: source.Block{Text: strings.TrimSpace(line), Line: b.Line, Page: b.Page}}); piece.Text != "" {
					m.read(-1, piece)
				}
			}
		}
		b.gone = true
		return
	}
	if m.parted(b) {
		return
	}
	text := bare(b.plain())
	low := folded(text)
	if f := fieldLine.FindStringSubmatch(text); f != nil && m.field(b, f[1], f[2]) {
		return
	}
	switch {
	case b.Kind == source.Heading && len(m.headings) > 0 && b.words() <= 8 && m.date(b, text):
	case b.Kind == source.Heading && !isOrgans(low):
		m.headings = append(m.headings, b)
	case distributionLine(low):
		d.remove(b, "masthead")
	case m.symbol(b, text):
	case languageName(low) != "":
		d.remove(b, "masthead")
	case isOrgans(low):
		m.organs = append(m.organs, b)
		m.held = true
		d.lift(b, "masthead", "organisation")
	case m.date(b, text):
	case hasAny(sessionWords(), low) && b.words() <= 8 && (m.held || len(m.organs) > 0):
		m.sessions = append(m.sessions, b)
		d.lift(b, "masthead", "event")
	case m.held && hasAny(agendaWords(), low) && strings.ContainsFunc(text, unicode.IsDigit):
		m.lines = append(m.lines, b)
		d.remove(b, "masthead")
	case isStatus(low) != "":
		meta.Status = isStatus(low)
		d.lift(b, "masthead", "status")
	case exactType(low) != "" && i+1 < m.end:
		if meta.Type == "" {
			meta.Type = exactType(low)
		}
		d.lift(b, "masthead", "report_type")
	case webLine.MatchString(text) && b.words() <= 6:
		d.remove(b, "web")
	case i == m.end-1 && i > 0 && b.Blank > 0 && len(m.others)+len(m.headings) > 0 && (len(m.others) > 1 || isCapitals(text) && !isCapitals(m.first())):
		// what stands right above the text is the heading of its first section
	default:
		m.others = append(m.others, b)
	}
}

// webLine is the name of a site, not of a text.
var webLine = regexp.MustCompile(`(?i)(?:^|\s)(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,6}(?:/\S*)?)$`)

// first is the first line that may be the title.
func (m *mastheadReader) first() string {
	if len(m.headings) > 0 {
		return m.headings[0].plain()
	}
	return m.others[0].plain()
}

var boldStart = regexp.MustCompile(`^\*\*([^*]+)\*\*\s+([^*\s].*)$`)

// parted reads a line that an extractor ran together: a bold name and what
// stood beside it, an organ and its session.
func (m *mastheadReader) parted(b *block) bool {
	var pieces []string
	if p := boldStart.FindStringSubmatch(b.Text); p != nil && b.Kind == source.Paragraph {
		pieces = p[1:]
	} else if text := bare(b.Text); b.words() <= 14 {
		low := strings.ToLower(text)
		for _, o := range organs().list {
			rest := strings.TrimPrefix(low, o+" ")
			if len(low) == len(text) && len(rest) < len(low) && sessionWords().in(rest) > 0 && !isOrgans(low) {
				pieces = []string{text[:len(o)], text[len(o)+1:]}
				break
			}
		}
	}
	if len(pieces) == 0 {
		return false
	}
	for _, text := range pieces {
		m.read(-1, &block{Block: source.Block{Text: text, Line: b.Line, Page: b.Page}})
	}
	b.gone = true
	return true
}

func hasAny(p *phrases, low string) bool { return p.in(low) > 0 }

// field reads “Original: English” and its like.
func (m *mastheadReader) field(b *block, name, value string) bool {
	d, meta := m.d, &m.d.meta
	switch {
	case originalWords().is(name):
		if tag := languageName(folded(value)); tag != "" {
			meta.Original = tag
			d.lift(b, "masthead", "original")
			return true
		}
		d.remove(b, "masthead")
	case symbolWords().is(name):
		if !m.symbol(b, value) {
			d.remove(b, "masthead")
		}
	case distribution().is(name) || distribution().is(name+"."):
		d.remove(b, "masthead")
	case issuers().is(name):
		if meta.Organisation == "" {
			meta.Organisation = plainText(value)
		}
		d.lift(b, "masthead", "organisation")
	case fieldNames().is(name) && len(datesIn(value)) > 0:
		m.date(b, value)
	case fieldNames().is(name):
		d.remove(b, "masthead")
	default:
		return false
	}
	return true
}

func distributionLine(low string) bool {
	w, ok := distribution().leads(low)
	return ok && countWords(low) <= 4 && w != ""
}

// languageName is the language that the line names and nothing else.
func languageName(low string) string {
	low = strings.Trim(low, " .:")
	for _, l := range lexicons() {
		for tag, names := range l.Languages {
			for _, n := range names {
				if low == n {
					return tag
				}
			}
		}
	}
	return ""
}

// isOrgans reports whether the line names organs of the United Nations and
// nothing else.
func isOrgans(low string) bool {
	rest := low
	found := false
	for _, o := range organs().list {
		if at := phraseAt(rest, o); at >= 0 {
			rest, found = rest[:at]+rest[at+len(o):], true
		}
	}
	return found && !strings.ContainsFunc(strings.NewReplacer(" et ", "", " and ", "", " y ", "", " e ", "", " и ", "").Replace(" "+rest+" "), letter)
}

func isStatus(low string) report.Status {
	switch {
	case preliminary().is(strings.Trim(low, "()[] ")):
		return report.Preliminary
	case finalWords().is(strings.Trim(low, "()[] ")):
		return report.Final
	}
	return ""
}

// symbol reads a line that is a symbol and little more.
func (m *mastheadReader) symbol(b *block, text string) bool {
	found := unSymbol.FindAllString(text, -1)
	if len(found) == 0 {
		return false
	}
	rest := unSymbol.ReplaceAllString(text, "")
	if countWords(rest) > 2 || !strings.ContainsFunc(strings.Join(found, ""), unicode.IsDigit) {
		return false
	}
	for _, s := range found {
		for _, s := range strings.Split(doubleSymbol.ReplaceAllString(strings.TrimRight(s, "*."), "$1\n$2"), "\n") {
			if !contains(m.d.meta.Symbols, s) {
				m.d.meta.Symbols = append(m.d.meta.Symbols, s)
			}
		}
	}
	m.d.lift(b, "masthead", "symbols")
	return true
}

// doubleSymbol is that of a document that two organs issue.
var doubleSymbol = regexp.MustCompile(`([^\s/]+/\S+?)[-–]([A-Z]{1,5}/\d)`)

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
