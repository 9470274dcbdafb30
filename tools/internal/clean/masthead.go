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
// place, organisation, symbol, original language. What has the form or the
// place of a masthead's line and no key of the front matter is removed; a line
// that cannot be placed stays in the page, and what is not found stays unknown.
func masthead(d *document) {
	end := d.partMasthead(d.mastheadEnd())
	m := &mastheadReader{d: d, end: end}
	for _, b := range d.blocks[:end] {
		m.official = m.official || b.Kind == source.Paragraph && distributionLine(folded(b.plain())) && b.words() <= 3
	}
	for i, b := range d.blocks[:end] {
		if !b.gone && b.Kind != source.Rule && b.Kind != source.PageBreak {
			m.read(i, b)
		}
	}
	m.finish()
	m.asterisks()
	d.titleAgain(end)
}

// partMasthead makes lines of the cells of a masthead set as a table, and of
// lines that an extractor ran together. It returns where the text begins then.
func (d *document) partMasthead(end int) int {
	for i := 0; i < end; i++ {
		b := d.blocks[i]
		var lines []string
		if b.Kind == source.Row {
			for _, cell := range b.Cells {
				lines = append(lines, strings.Split(cell, "\\\n")...)
			}
		} else if lines = brokenLines(b); len(lines) == 0 {
			lines = parted(b)
		}
		if len(lines) == 0 {
			continue
		}
		var pieces []*block
		for _, line := range lines {
			if line = strings.TrimSpace(line); line != "" {
				pieces = append(pieces, &block{Block: source.Block{Text: line, Line: b.Line, Page: b.Page}})
			}
		}
		if len(pieces) > 0 {
			pieces[0].Blank = b.Blank
		}
		d.blocks = append(d.blocks[:i], append(pieces, d.blocks[i+1:]...)...)
		end += len(pieces) - 1
		i-- // a piece may be two things still
	}
	return end
}

// brokenLines are the lines of a paragraph with line breaks that says a date
// beside other things, each in the emphasis of the whole. Without a date the
// breaks may only be where a narrow column ended.
func brokenLines(b *block) []string {
	if b.Kind != source.Paragraph || !strings.Contains(b.Text, "\\\n") || len(datesIn(b.plain())) == 0 {
		return nil
	}
	text, isBold := bold(b.Text)
	lines := strings.Split(text, "\\\n")
	for i, line := range lines {
		if lines[i] = strings.TrimSpace(line); isBold && lines[i] != "" {
			lines[i] = "**" + lines[i] + "**"
		}
	}
	return lines
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

var sectionMark = regexp.MustCompile(`^(?:[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}[.)])\s+\S|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\S|^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)ً?\s?[-–]\s?\S`)

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
	subjects []*block // of the items of the agenda
	last     *block   // the line before
	official bool     // a document of the United Nations, by its symbol or its distribution
	dated    int      // the line of the last date, or 0
	agenda   int      // the line of the last item of the agenda, or 0
	limited  int      // the line below the word for distribution, or 0
	byLine   int      // the line that says who wrote the text, or 0
}

func (m *mastheadReader) read(i int, b *block) {
	defer func() { m.last = b }()
	d, meta := m.d, &m.d.meta
	text := bare(b.plain())
	low := folded(text)
	if isTheme(text) {
		return // a sentence of the text, whatever stands above it
	}
	if f := fieldLine.FindStringSubmatch(text); f != nil && m.field(b, f[1], f[2]) {
		return
	}
	switch {
	case b.Kind == source.Paragraph && isLetterhead(text):
		d.remove(b, "contact")
	case b.Kind == source.Heading && exactType(low) != "" && !sectionTitles().is(text) && m.titleFollows(i):
		if meta.Type == "" {
			meta.Type = exactType(low)
		}
		d.lift(b, "report-type", "report_type")
	case isNumberOfAct(text) && m.titleFollows(i):
		meta.Symbols = append(meta.Symbols, plainText(text))
		d.lift(b, "symbol", "symbols")
	case m.actDate(b, text):
	case isBracketed(text) && len(m.others)+len(m.headings) > 0 && len(datesIn(text)) > 0 && b.words() <= 25:
		if meta.Date == "" {
			meta.Date = datesIn(text)[0].start
		}
		d.lift(b, "date", "date")
	case b.Kind == source.Heading && len(m.headings) > 0 && b.words() <= 8 && m.date(b, text):
	case b.Kind == source.Heading && !isOrgans(low) && !m.isOfficial(b, text):
		m.headings = append(m.headings, b)
	case distributionLine(low):
		m.official, m.limited = true, b.Line+1
		d.remove(b, "distribution")
	case m.limited == b.Line && b.words() <= 2 && b.Blank == 0 && d.remove(b, "distribution"):
	case i == 0 && m.namesFile(text):
		d.remove(b, "web")
	case m.byline(b, text):
	case m.symbol(b, text):
		m.official = m.official || unSymbol.MatchString(text)
	case languageName(low) != "":
		d.remove(b, "language")
	case isOrgans(low) || m.isBody(b, text):
		m.organs = append(m.organs, b)
		d.lift(b, "organisation", "organisation")
	case m.date(b, text), m.heldLine(b, text):
	case m.datedMeeting(b, text), m.placeBelow(b, text):
	case clock.MatchString(text) && b.words() <= 9 && rooms().in(low) > 0 && d.remove(b, "hour"):
	case m.hour(b, text):
	case hasAny(sessionWords(), low) && b.words() <= 8 && len(m.organs) > 0 && m.byLine == 0:
		m.sessions = append(m.sessions, b)
		d.lift(b, "session", "event")
	case (m.official || len(m.organs) > 0) && isAgenda(text):
		m.agenda = b.Line
		d.remove(b, "agenda")
	case m.isSubject(b, text):
		m.subjects = append(m.subjects, b)
	case isStatus(low) != "":
		meta.Status = isStatus(low)
		d.lift(b, "status", "status")
	case exactType(low) != "" && (i+1 < m.end || !sectionTitles().is(text) && exactType(low) != report.Summary && len(m.others)+len(m.headings) > 0):
		if meta.Type == "" {
			meta.Type = exactType(low)
		}
		d.lift(b, "report-type", "report_type")
	case webLine.MatchString(text) && b.words() <= 6:
		d.remove(b, "web")
	case i == m.end-1 && m.byLine > 0 && b.words() <= 12 && m.d.broken && typeIn(text) == "" && !strings.HasSuffix(text, "*") && !leadsType(text):
		// below who wrote the text stands its first section
	case i == m.end-1 && i > 0 && b.Blank > 0 && len(m.others)+len(m.headings) > 0 && (typeIn(text) == "" || typeIn(m.first()) != "") && !(isCapitals(text) && isCapitals(m.first())) && !isEvent(parts.Split(text, -1)[0]) && (len(m.others) > 1 || isCapitals(text) && !isCapitals(m.first())):
		// what stands right above the text is the heading of its first section
	default:
		m.others = append(m.others, b)
	}
}

// titleFollows reports whether a line that can be the title stands below place i.
func (m *mastheadReader) titleFollows(i int) bool {
	for _, b := range m.d.blocks[i+1 : m.end] {
		if b.Kind == source.Heading && b.words() >= 3 && len(datesIn(b.plain())) == 0 || b.Kind == source.Paragraph && isTitleText(b) && len(datesIn(b.plain())) == 0 && !isBracketed(b.plain()) && !isLetterhead(b.plain()) {
			return true
		}
	}
	return false
}

// isOfficial reports whether a heading is a line of an official masthead,
// which readers of styles take for a heading by its type: a body, its session,
// an item of its agenda.
func (m *mastheadReader) isOfficial(b *block, text string) bool {
	if !m.official && len(m.organs) == 0 || len(m.headings) > 0 || typeIn(text) != "" || b.words() > 14 {
		return false
	}
	return len(m.organs) > 0 && isSessionName(text) || isAgenda(text) || m.isBody(b, text) || m.isSubject(b, text)
}

// isSessionName reports whether a line is the name of a session of an organ,
// rather than words about one.
func isSessionName(text string) bool {
	low := folded(text)
	if countWords(low) > 8 || typeIn(text) != "" {
		return false
	}
	for _, w := range sessionWords().list {
		if strings.HasSuffix(low, w) || strings.HasPrefix(low, w+" ") {
			return true
		}
	}
	return false
}

// isBodyName reports whether a line is the name of a body and nothing else: it
// begins with the kind of body, or ends with it after few words.
func isBodyName(text string) bool {
	low := folded(text)
	if countWords(low) > 10 && !isLongName(text) || endingOf(text) != open || typeIn(text) != "" || startsLower(text) {
		return false
	}
	if w, ok := bodies().leads(text); ok && len(w) < len(low) {
		return true
	}
	for _, w := range bodies().list {
		if strings.HasSuffix(low, " "+w) && countWords(low) <= 5 {
			return true
		}
	}
	return false
}

// isLongName reports whether each word of a text has a capital but those that
// hold a name together: Council of the Programme of … for Human Settlements.
func isLongName(text string) bool {
	capitals := 0
	for _, w := range strings.Fields(text) {
		switch low := strings.Trim(folded(w), "(),"); {
		case unicode.IsUpper(first(w)):
			capitals++
		case !particles[low] && !continueWords().set[low]:
			return false
		}
	}
	return capitals >= 3 && countWords(text) <= 20
}

// isBody reports whether a line names a body of an organisation: it says so
// itself, or it goes on with a list of them. Bodies stand before the agenda.
func (m *mastheadReader) isBody(b *block, text string) bool {
	if !m.official || len(m.others) > 0 || b.words() > 10 && !isLongName(text) || endingOf(text) != open || typeIn(text) != "" || startsLower(text) ||
		len(datesIn(text)) > 0 {
		return false
	}
	low := folded(text)
	if hasAny(sessionWords(), low) && strings.ContainsFunc(text, unicode.IsDigit) || hasAny(agendaWords(), low) && m.agenda == 0 && strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	if m.agenda > 0 {
		return false
	}
	return isBodyName(text) || len(m.organs) > 0 && m.last == m.organs[len(m.organs)-1] && b.Blank == 0 && !hasAny(sessionWords(), low)
}

// isSubject reports whether a line goes on with an item of the agenda: it
// stands right below it and is no sentence.
func (m *mastheadReader) isSubject(b *block, text string) bool {
	if m.agenda == 0 || b.Blank > 0 || sectionTitles().is(text) || b.words() > 45 || endingOf(text) == full || endingOf(text) == colon {
		return false
	}
	return m.last.Line == m.agenda || len(m.subjects) > 0 && m.last == m.subjects[len(m.subjects)-1]
}

// byline reads the line under a title that says who wrote the text, where an
// extractor has left no empty line between the agenda and the title: the last
// line above it is the title, and no subject of the agenda.
func (m *mastheadReader) byline(b *block, text string) bool {
	n := len(m.subjects)
	if _, ok := typeLeads().leads(text); !ok || n < 2 || m.last != m.subjects[n-1] || b.words() > 10 || countWords(text) < 2 || endingOf(text) != open || b.Blank > 0 || b.Kind == source.Heading {
		return false
	}
	m.others = append(m.others, m.subjects[n-1], b)
	m.subjects, m.byLine = m.subjects[:n-1], b.Line
	return true
}

func leadsType(text string) bool {
	_, ok := typeLeads().leads(text)
	return ok
}

// namesFile reports whether the first line is what an archive calls the file: a
// symbol that stands alone further down, and other words.
func (m *mastheadReader) namesFile(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	if rest == "" || !isOwnSymbol(word) {
		return false
	}
	for _, b := range m.d.blocks[1:m.end] {
		if b.plain() == word {
			return true
		}
	}
	return false
}

// webLine is the name of a site, not of a text.
var webLine = regexp.MustCompile(`(?i)(?:^|\s)(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/\S*)?)$`)

// first is the first line that may be the title.
func (m *mastheadReader) first() string {
	if len(m.headings) > 0 {
		return m.headings[0].plain()
	}
	return m.others[0].plain()
}

var boldStart = regexp.MustCompile(`^\*\*([^*]+)\*\*\s+([^*\s].*)$`)

// parted gives the pieces of a line that an extractor ran together: a bold
// name and what stood beside it, an organ and its session.
func parted(b *block) []string {
	if b.Kind != source.Paragraph && b.Kind != source.Heading {
		return nil
	}
	if p := boldStart.FindStringSubmatch(b.Text); p != nil && b.Kind == source.Paragraph && endingOf(p[1]) != colon {
		return p[1:]
	}
	text := bare(b.Text)
	low := strings.ToLower(text)
	if b.words() > 14 || len(low) != len(text) {
		return nil
	}
	for _, o := range organs().list {
		rest := strings.TrimPrefix(low, o+" ")
		if len(rest) < len(low) && sessionWords().in(rest) > 0 && !isOrgans(low) {
			return []string{text[:len(o)], text[len(o)+1:]}
		}
	}
	return nil
}

func hasAny(p *phrases, low string) bool { return p.in(low) > 0 }

// field reads “Original: English” and its like.
func (m *mastheadReader) field(b *block, name, value string) bool {
	d, meta := m.d, &m.d.meta
	switch {
	case originalWords().is(name):
		m.official = true
		if tag := languageName(folded(value)); tag != "" {
			meta.Original = tag
			d.lift(b, "original", "original")
			return true
		}
		return d.remove(b, "field")
	case symbolWords().is(name):
		return m.symbol(b, value) || d.remove(b, "field")
	case distributionLine(folded(strings.TrimRight(name, ".")+".")) || distribution().is(name):
		m.official = true
		if len(datesIn(value)) > 0 && countWords(value) > 4 {
			return false
		}
		return d.remove(b, "distribution")
	case issuers().is(name):
		if meta.Organisation == "" {
			meta.Organisation = plainText(value)
		}
		d.lift(b, "organisation", "organisation")
		return true
	case honorifics().is(name) && d.transcript && countWords(value) <= 6 && countWords(value) > 0:
		return d.remove(b, "field") // who was in the chair
	case fieldNames().is(name) && len(datesIn(value)) > 0 && m.date(b, value):
		return true
	case fieldNames().is(name) && d.remove(b, "field"):
		return true
	case fieldNames().is(name) && meta.Event == "" && hasAny(meetings(), folded(value)) && countWords(value) <= 14:
		meta.Event = plainText(value)
		d.lift(b, "event", "event")
		return true
	}
	return false
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

// ownSymbol is a line that is the symbol of a document and nothing else, as any
// organisation may write it: capitals, slashes, digits.
var ownSymbol = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d.-]{0,11}(?:/[\p{Lu}\d][\p{L}\d().-]{0,15}){1,8}$`)

// isOwnSymbol reports whether a line is a symbol; ten digits and capitals that
// no slash parts are none.
func isOwnSymbol(text string) bool {
	return ownSymbol.MatchString(text) && strings.ContainsFunc(text, unicode.IsDigit)
}

// symbol reads a line that is a symbol and little more.
func (m *mastheadReader) symbol(b *block, text string) bool {
	found := unSymbol.FindAllString(text, -1)
	if s := strings.TrimRight(text, "*"); isOwnSymbol(s) && (len(found) == 0 || !strings.HasPrefix(s, found[0])) {
		if !contains(m.d.meta.Symbols, s) {
			m.d.meta.Symbols = append(m.d.meta.Symbols, s)
		}
		m.d.lift(b, "symbol", "symbols")
		return true
	}
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
	m.d.lift(b, "symbol", "symbols")
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
