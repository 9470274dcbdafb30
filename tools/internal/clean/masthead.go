package clean

import (
	"regexp"
	"strings"

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
	d.loneRows()
	d.closeBrackets()
	var title *block
	if at := d.siteTitle(); at > 0 {
		title = d.blocks[at]
	}
	end := d.partMasthead(d.mastheadEnd())
	m := &mastheadReader{d: d, end: end, title: title, fields: d.lastField(), alone: -1}
	for _, b := range d.blocks[:end] {
		m.official = m.official || b.Kind == source.Paragraph && distributionLine(folded(b.plain())) && b.words() <= 3
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

var (
	fieldLine     = regexp.MustCompile(`^([\p{L}. '’-]{2,30}?)[ \x{a0}]*[:：][ \x{a0}]*(.*)$`)
	unSymbol      = regexp.MustCompile(`\b(?:A|E|S|ST|CCPR|CEDAW|CERD|CRC|DP|TD|ECE|ESCAP|ECLAC|LC|UNEP|FCCC|WSIS|HRI|ICCD|CTOC|CAC|T)(?:[-/][A-Z0-9][A-Za-z0-9().]*){1,8}(?:[-–][A-Z](?:/[A-Za-z0-9().]+)+)?(?:\((?:Rev|Add|Corr)\.?\d+\))?(?:-[A-Z])?(?:[*]+)?`)
	sectionNumber = regexp.MustCompile(`^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)．]?\s+\S|^第[一二三四五六七八九十\d]+[章节節部]|^[一二三四五六七八九十]+[、．.]`)
	clock         = regexp.MustCompile(`(?i)\b\d{1,2}\s?(?:[:.]|h)\s?\d{2}\b|\b\d{1,2} ?(?:am|pm|horas?|heures?)\b`)
	rangeSign     = regexp.MustCompile(`^[\s\d.,:;/()|–—-]*$`)
)

// isNumbered reports whether a heading counts as a section: I., 1., A).
func isNumbered(s string) bool {
	m := sectionMark.FindStringSubmatch(s)
	return m != nil
}

var sectionMark = regexp.MustCompile(`^(?:[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}[.)])\s+\S|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\S|^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\s?ً?\s?[-–]\s?\S`)

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

func (m *mastheadReader) read(i int, b *block) {
	defer func() { m.last = b }()
	d, meta := m.d, &m.d.meta
	text := bare(b.plain())
	low := folded(text)
	if why := m.saysTitle(b, text); why != "" && d.remove(b, why) {
		return
	}
	if isTheme(text) || m.aboveTitle(b) && (b.words() > 20 || isLead(text)) {
		return // a sentence of the text, whatever stands above it
	}
	if isRowOfLinks(text) && d.remove(b, "navigation") {
		return
	}
	if m.isOfSite(b, text) && d.remove(b, "web") {
		return
	}
	if p := pictureAlone.FindStringSubmatch(text); p != nil && isPicture(p[1]) {
		d.remove(b, "icon")
		return
	}
	if m.runIn(b, text) {
		return
	}
	if f := fieldLine.FindStringSubmatch(strings.Trim(text, "[]")); f != nil && m.field(b, f[1], f[2]) {
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
	case isNumberOfAct(text) && (m.titleFollows(i) || i == m.end-1 && len(m.others)+len(m.headings) > 0):
		meta.Symbols = append(meta.Symbols, plainText(text))
		d.lift(b, "symbol", "symbols")
	case m.author(b, text):
	case isSymbolsNote(text) && d.remove(b, "masthead-note"), isSerial(text) && d.remove(b, "masthead-note"):
	case m.official && saysHeld(text) && b.words() <= 12 && len(datesIn(text)) == 0 && (endingOf(text) == open || endingOf(text) == comma) && d.remove(b, "field"):
	case m.actDate(b, text), m.issuedBy(b, i, text), m.plainDate(b, text):
	case revisions.MatchString(text) && d.remove(b, "field"):
	case (isBracketed(text) || saysAdopted(text)) && len(m.others)+len(m.headings) > 0 && len(datesIn(text)) > 0 && b.words() <= 25:
		if meta.Date == "" {
			meta.Date = datesIn(text)[0].start
		}
		d.lift(b, "date", "date")
	case b.Kind == source.Heading && len(m.headings) > 0 && b.words() <= 8 && m.date(b, text):
	case b.Kind == source.Heading && !isOrgans(low) && !m.isOfficial(b, text):
		m.headings = append(m.headings, b)
	case distributionLine(low):
		m.official, m.limited = true, b.Line+1
		if b.words() == 1 {
			m.alone = i
		}
		d.remove(b, "distribution")
	case (m.limited == b.Line && b.Blank == 0 || m.alone >= 0 && m.alone == i-1) && b.words() <= 2 && d.remove(b, "distribution"):
	case i == 0 && m.namesFile(text):
		d.remove(b, "web")
	case m.byline(b, text):
	case m.symbol(b, text):
		m.official = m.official || unSymbol.MatchString(text)
	case languageName(low) != "" || isLanguageRow(text):
		d.remove(b, "language")
	case isOrgans(low) || m.isBody(b, text):
		m.organs = append(m.organs, b)
		d.lift(b, "organisation", "organisation")
	case m.date(b, text), m.heldLine(b, text):
	case m.datedMeeting(b, text), m.placeBelow(b, text), m.phases(b, text):
	case clock.MatchString(text) && b.words() <= 9 && rooms().in(low) > 0 && d.remove(b, "hour"):
	case m.hour(b, text):
	case hasAny(sessionWords(), low) && b.words() <= 8 && (len(m.organs) > 0 || m.official && isSessionName(text)) && m.byLine == 0:
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
	case exactType(low) != "" && exactType(low) != report.Statement && i+1 == m.end && i+1 < len(d.blocks) && d.blocks[i+1].Kind == source.Item && len(m.others)+len(m.headings) > 0:
		// what its first section has
	case exactType(low) != "" && (i+1 < m.end || !sectionTitles().is(text) && exactType(low) != report.Summary && len(m.others)+len(m.headings) > 0):
		if meta.Type == "" {
			meta.Type = exactType(low)
		}
		d.lift(b, "report-type", "report_type")
	case webLine.MatchString(text) && b.words() <= 6:
		d.remove(b, "web")
	case m.issuedAbove(b, i):
	case i == m.end-1 && m.byLine > 0 && b.words() <= 12 && m.d.broken && typeIn(text) == "" && !strings.HasSuffix(text, "*") && !leadsType(text):
		// below who wrote the text stands its first section
	case b != m.title && !d.isQuoteLike(text) && i == m.end-1 && i > 0 && !d.opensSection(m.end) && b.Blank > 0 && !resolutionNumber.MatchString(text) && !(m.fields >= 0 && (fieldLine.MatchString(text) || m.namesCountry(b, text))) && !(len(m.others) > 0 && saysTail(m.others[0].plain(), text)) && len(m.others)+len(m.headings) > 0 && (typeIn(text) == "" || typeIn(m.first()) != "") && !(isCapitals(text) && isCapitals(m.first())) && !isEvent(parts.Split(text, -1)[0]) && (len(m.others) > 1 || isCapitals(text) && !isCapitals(m.first()) || m.dated > 0 && b.words() <= 8 && i+1 < len(d.blocks) && d.blocks[i+1].Blank > 0 && d.blocks[i+1].words() >= 12 && d.likeBelow(i+1)):
		// what stands right above the text is the heading of its first section
	case i == m.end-1 && d.broken && !d.transcript && m.dated > 0 && m.dated == b.Line-1 && b.words() >= 2 && b.words() <= 6 && len(m.others)+len(m.headings) > 0 &&
		!isPlaceName(text) && !isIssuer(text) && !isMeetingName(text) && typeIn(text) == "" && endingOf(text) == open:
		d.opener = b // the same, right below the date
	default:
		m.others = append(m.others, b)
	}
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

func hasAny(p *phrases, low string) bool { return p.in(low) > 0 }
