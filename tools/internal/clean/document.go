package clean

import (
	"regexp"
	"sort"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// A document is a source on its way to becoming a translation.
type document struct {
	opts       Options
	profile    profile // that the options name
	lined      bool    // every paragraph block is a line still
	tight      bool    // an empty line stood after each line, and nothing parts paragraphs
	broken     bool    // the text came broken into lines
	width      int     // of most of its lines, in characters
	column     int     // at which a program broke its lines, or zero
	blocks     []*block
	meta       report.Meta
	transcript bool
	debate     bool // of a parliament: titles stand before the names of its speakers
	numbered   bool // its paragraphs have numbers
	official   bool // of an organ, by the fields of its masthead: its paragraphs count
	ledger     report.Ledger
	source     *source.Document
	opener     *block          // the heading of the first section, where a masthead tells it
	speaks     *block          // the organ that speaks, where no comma parts it from what it says
	listed     map[string]bool // the entries of its list of contents, folded
	openings   map[string]bool // how its sentences begin; see opensSentences
	times      map[string]int  // how often the source says a text, folded; see timesSaid
	fields     map[string]int  // how often a label, a colon and a few words stand in a line; see isOneOfFields
}

// A block is a block of the source and what the passes have found of it.
type block struct {
	source.Block
	gone    bool   // swept at the end of the pass
	turn    bool   // opens a turn
	speaker string // of a turn: the label as printed
	speaks  bool   // the name of a speaker on a line of its own, without a colon
	number  string // printed number of a paragraph or an ordered item
	printed string // the number of its marker, where its digits are of another script
	align   []report.Align
	literal bool   // to be read to the letter
	foot    bool   // the foot of a page stood above it
	guessed bool   // a heading by its place and shape, not by markup
	strong  bool   // a heading that was bold besides
	memo    string // text that the two below were made of
	text    string
	count   int
}

// styled reports whether the source says by style or tag what a heading is.
func (d *document) styled() bool {
	switch d.source.Format {
	case "docx", "odt", "html", "epub":
		return true
	}
	return d.opts.Authored
}

func newDocument(src *source.Document, opts Options) *document {
	d := &document{opts: opts, source: src, lined: src.Lined, ledger: report.Ledger{Entries: []report.Entry{}}}
	d.profile, _ = profileOf(opts.Profile)
	d.blocks = make([]*block, len(src.Blocks))
	for i := range src.Blocks {
		b := &block{Block: src.Blocks[i]}
		b.guessed = b.Kind == source.Heading && b.Level == 0
		b.Cells = append([]string(nil), b.Cells...)
		if b.Kind == source.Paragraph && ornament.MatchString(b.Text) {
			b.Kind, b.Text = source.Rule, ""
		}
		if dash := b.Marker; b.Kind == source.Item && isDash(dash) && strings.HasSuffix(b.Text, " "+dash) && !goesOnBelow(src.Blocks, i) {
			b.Kind, b.Level, b.Marker, b.Text = source.Paragraph, 0, "", dash+" "+b.Text // - between dashes -
		}
		if b.Kind == source.Paragraph && b.Marker != "" {
			b.number, b.Marker = strings.Trim(b.Marker, " .()"), ""
		}
		if _, counts := b.Number(); b.Kind == source.Item && !counts {
			d.keepMarker(b)
		} else if digits := strings.TrimRight(b.Marker, ".)．-–"); counts && report.Digits(digits) != digits {
			b.printed = digits
		}
		for _, cut := range b.Joins {
			d.log(report.Joined, "hyphen", b, cut, "")
		}
		d.blocks[i] = b
	}
	return d
}

// goesOnBelow reports whether the line right below place i is further in.
func goesOnBelow(blocks []source.Block, i int) bool {
	return i+1 < len(blocks) && blocks[i+1].Kind == source.Paragraph && blocks[i+1].Blank == 0 && blocks[i+1].Left > blocks[i].Left
}

// isDash reports whether the marker of an item is a dash.
func isDash(marker string) bool { return marker != "" && strings.Trim(marker, "-–—") == "" }

// ornament is a line drawn with underscores or dashes, as a page sets one under
// its text.
var ornament = regexp.MustCompile(`^(?:(?:\\?_){3,}|[-–—]{5,}|(?:[-–—_=]{2,}\s+){2,}[-–—_=]+)$`)

// keepMarker writes a marker that says something, a) or 1.2, before the text of
// its item, for Markdown has no such markers. An o alone is a bullet.
func (d *document) keepMarker(b *block) {
	switch {
	case !strings.ContainsFunc(b.Marker, letter):
	case b.Marker == "o":
		d.log(report.Removed, "bullet", b, b.Marker, "")
	default:
		b.Text = strings.TrimSpace(page.Escape(b.Marker) + " " + b.Text)
		b.Marker = ""
	}
}

// sweep drops the blocks that are gone.
func (d *document) sweep() {
	left := d.blocks[:0]
	for _, b := range d.blocks {
		if !b.gone {
			left = append(left, b)
		}
	}
	d.blocks = left
}

// next is the place of the first block after i that is not gone, or -1.
func (d *document) next(i int) int {
	for i++; i < len(d.blocks); i++ {
		if !d.blocks[i].gone {
			return i
		}
	}
	return -1
}

// insert puts blocks after place i.
func (d *document) insert(i int, more ...*block) {
	d.blocks = append(d.blocks[:i+1], append(more, d.blocks[i+1:]...)...)
}

// log writes an entry of the ledger.
func (d *document) log(action report.Action, reason string, b *block, text, to string) {
	e := report.Entry{Action: action, Reason: reason, Text: text, To: to}
	if b != nil {
		e.Line, e.Page = b.Line, b.Page
	}
	d.ledger.Entries = append(d.ledger.Entries, e)
}

// remove takes a block out of the text. It does not take out what reads like
// content, for any reason that is not given to such texts: a pass that is
// wrong about a line must not cost a reader a sentence. It reports whether the
// block is gone.
func (d *document) remove(b *block, reason string) bool {
	if !wordy(reason) && d.isContent(b.whole()) {
		return false
	}
	b.gone = true
	d.log(report.Removed, reason, b, b.whole(), "")
	return true
}

// isContent reports whether a text reads like content: eight words or more,
// with such among them as only sentences have, said once in the source.
func (d *document) isContent(s string) bool {
	s = newPlain(s)
	return countWords(s) >= 8 && grammar(s) >= 2 && d.timesSaid(s) < 2
}

// timesSaid is how many blocks of the source say a text.
func (d *document) timesSaid(s string) int {
	if d.times == nil {
		d.times = map[string]int{}
		for i := range d.source.Blocks {
			b := &d.source.Blocks[i]
			d.times[folded(newPlain(b.Text+strings.Join(b.Cells, " ")))]++
		}
	}
	return d.times[folded(s)]
}

// grammar is how many words of a text only hold a sentence together.
func grammar(s string) int {
	n := 0
	words := continueWords().set
	for _, w := range strings.FieldsFunc(foldMarks.Replace(strings.ToLower(s)), func(r rune) bool { return !letter(r) }) {
		if words[w] || words[w+"'"] || openerWords().set[w] {
			n++
			continue
		}
		for _, r := range w {
			if isWide(r) && words[string(r)] {
				n++
			}
		}
	}
	return n
}

// lift takes a block out of the text into the front matter.
func (d *document) lift(b *block, reason, key string) {
	b.gone = true
	d.log(report.Lifted, reason, b, b.whole(), key)
}

func (d *document) sortLedger() {
	sort.SliceStable(d.ledger.Entries, func(i, j int) bool { return d.ledger.Entries[i].Line < d.ledger.Entries[j].Line })
}

// asPrinted is the number of a block in the digits of its source.
func (b *block) asPrinted() string {
	if b.printed != "" && report.Digits(b.printed) == b.number {
		return b.printed
	}
	return b.number
}

// whole is everything that a block says, as the ledger quotes it.
func (b *block) whole() string {
	parts := append([]string{b.asPrinted(), b.speaker, b.Label, strings.TrimSpace(b.Text)}, b.Cells...)
	if b.Kind == source.Item && b.number == "" {
		parts[0] = strings.TrimRight(b.Marker, "-*+•·▪▫◦‣⁃●○■□➢➤★☆◆◇►▶✓✔❖–—")
	}
	s := ""
	for _, p := range parts {
		if p != "" {
			s += " " + p
		}
	}
	return strings.TrimSpace(s)
}
