package report

import (
	"strings"
	"unicode"
)

// A Unit is the smallest piece with an address. The units of a translation
// stand in reading order; nesting is by Level, so that a list is the run of
// items that it is made of and a table the run of its rows.
type Unit struct {
	ID      string // p12, h3, para7, item14, row3, turn12, note4; empty until identified
	Kind    Kind
	Level   int      // a heading's level from 2; an item's depth from 1; of other kinds, the depth of the item they stand in, or 0
	Number  string   // as printed, without its full stop: of a paragraph (“12”) or an ordered item (“3”)
	Speaker string   // of a turn: the label as printed, without its colon; empty when the speaker is not named
	Label   string   // of a footnote: what stands in [^…]
	Quote   bool     // stands in a quotation
	Header  bool     // of a row: names the columns
	Text    string   // inline Markdown, without marker, number or label; a row's cells are in Cells
	Cells   []string // of a row: inline Markdown, a cell a column
	Align   []Align  // of a header row: how its columns are set
	Line    int      // where it begins in the file, from 1
}

// Digits writes the digits of every script as 0 to 9: a number that an Arabic
// page prints as ٣ is the 3 of the others.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !unicode.IsDigit(r) {
			return r
		}
		zero := r // the digits of a script stand in tens
		for unicode.IsDigit(zero - 1) {
			zero--
		}
		return '0' + (r-zero)%10
	}, s)
}

// A Kind is what a unit is.
type Kind string

// The kinds of unit.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Item      Kind = "item"
	Row       Kind = "row"
	Turn      Kind = "turn" // the paragraph that opens a turn; those that follow are paragraphs
	Footnote  Kind = "footnote"
)

// Kinds lists every Kind.
var Kinds = []Kind{Heading, Paragraph, Item, Row, Turn, Footnote}

// An Align is how a table's column is set.
type Align string

// The alignments of a column; the empty one is the language's own.
const (
	AlignStart  Align = ""
	AlignCenter Align = "center"
	AlignEnd    Align = "end"
)

// A State is what is known of a translated unit against the reference.
type State string

// The states of sync/<lang>.tsv. OK and Confirmed are fresh.
const (
	OK        State = "ok"        // made from the reference as it stands
	Stale     State = "stale"     // the reference has changed since
	Missing   State = "missing"   // the reference has it, the translation does not
	Extra     State = "extra"     // the translation has it, the reference does not
	Confirmed State = "confirmed" // the reference changed, a person said that no change was needed
	Unsure    State = "unsure"    // paired, but not surely enough to tell readers
	Unknown   State = ""          // nothing is recorded: say so, never guess
)
