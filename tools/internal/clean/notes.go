package clean

import (
	"regexp"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

var (
	raisedRef  = regexp.MustCompile(`<sup>\s*[(\[]?(\d{1,3}|\\?\*{1,3}|[a-z]|[†‡§])[)\]]?\s*</sup>`)
	raisedBody = regexp.MustCompile(`^<sup>\s*[(\[]?(\d{1,3}|\\?\*{1,3}|[a-z]|[†‡§])[)\]]?\s*</sup>\s*(\S.*)$`)
	unicodeRef = regexp.MustCompile(`[¹²³⁰⁴-⁹]+`)
	anyRaised  = regexp.MustCompile(`(?i)</?su[pb](?:\s[^<>]*)?>`)
)

// notes makes footnotes of raised numbers and the texts that bear the same
// number, wherever the page's end has put them. A raised number without a text
// stays a number, and an ordinal such as 1er is none.
func notes(d *document) {
	d.raiseUnicode()
	bodies := map[string][]*block{}
	for _, b := range d.blocks {
		if b.Kind == source.Note {
			bodies[b.Label] = append(bodies[b.Label], b)
			continue
		}
		if b.Kind != source.Paragraph || b.turn {
			continue
		}
		if m := raisedBody.FindStringSubmatch(b.Text); m != nil {
			b.Kind, b.Label, b.Text = source.Note, page.Plain(m[1]), m[2]
			bodies[b.Label] = append(bodies[b.Label], b)
			d.log(report.Moved, "footnote", b, b.Text, "[^"+b.Label+"]")
		}
	}
	d.plainNotes(bodies)
	referred := d.referred()
	for _, b := range d.blocks {
		if b.Kind == source.Note {
			continue
		}
		replace := func(s string) string {
			var out strings.Builder
			last := 0
			for _, m := range raisedRef.FindAllStringSubmatchIndex(s, -1) {
				label := page.Plain(s[m[2]:m[3]])
				if len(bodies[label]) == 0 || referred[label] && isPower(s[:m[0]]) {
					continue
				}
				before := s[last:m[0]]
				if words := strings.TrimRight(before, " "); words != "" {
					before = words // it hangs on a word, whatever an extractor left between
				}
				out.WriteString(before + "[^" + label + "]")
				last = m[1]
			}
			return out.String() + s[last:]
		}
		b.Text = replace(b.Text)
		for i := range b.Cells {
			b.Cells[i] = replace(b.Cells[i])
		}
	}
	for _, b := range d.blocks {
		if b.Kind == source.Note && len(bodies[b.Label]) > 1 && bodies[b.Label][0] != b {
			b.Kind, b.Text = source.Paragraph, b.Label+" "+b.Text // two texts for one number: which is meant, nobody can tell
			b.Label = ""
		}
		b.Text = unraised(b.Text)
		for i := range b.Cells {
			b.Cells[i] = unraised(b.Cells[i])
		}
	}
	d.bracketNotes()
	d.parenthesisNotes()
}

// referred are the labels that the source itself says are referred to.
func (d *document) referred() map[string]bool {
	labels := map[string]bool{}
	for i := range d.source.Blocks {
		b := &d.source.Blocks[i]
		for _, s := range append([]string{b.Text}, b.Cells...) {
			if !strings.Contains(s, "[^") {
				continue
			}
			for _, m := range sourceRef.FindAllStringSubmatch(s, -1) {
				labels[m[1]] = true
			}
		}
	}
	return labels
}

var (
	sourceRef = regexp.MustCompile(`\[\^([^\]\s]+)\]`)
	powered   = regexp.MustCompile(`(?:^|[\s(/·⋅×*\d])(?:[A-Za-zα-ω]|[mcdk]m|[\d.,]*\d)[*)]*$`)
)

// isPower reports whether what is raised after a text is an exponent rather than
// the mark of a note: it stands after a number, a letter or a unit.
func isPower(before string) bool { return powered.MatchString(before) }

// unraised writes what is left of raised text without markup, which Markdown
// has not: digits as raised characters, so that 10 to the sixth stays that.
func unraised(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	s = raisedDigits.ReplaceAllStringFunc(s, func(m string) string {
		return higher.Replace(raisedDigits.FindStringSubmatch(m)[1])
	})
	return anyRaised.ReplaceAllString(s, "")
}

var (
	raisedDigits = regexp.MustCompile(`(?i)<sup>\s*(\d+)\s*</sup>`)
	higher       = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	lowered      = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

// raisedSigns are the raised digits that Unicode has.
const raisedSigns = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// hasRaisedSigns looks for them by their bytes, for it is asked of every text.
func hasRaisedSigns(s string) bool {
	return strings.Contains(s, "\u00b9") || strings.Contains(s, "\u00b2") || strings.Contains(s, "\u00b3") || strings.Contains(s, "\u2070"[:2])
}

// raiseUnicode writes raised digits as <sup>, where a text bears the number.
func (d *document) raiseUnicode() {
	bodies := 0
	for _, b := range d.blocks {
		if b.Kind == source.Paragraph && strings.IndexAny(b.Text, raisedSigns) == 0 {
			bodies++
		}
	}
	if bodies == 0 {
		return
	}
	for _, b := range d.blocks {
		b.Text = unicodeRef.ReplaceAllStringFunc(b.Text, func(m string) string { return "<sup>" + lowered.Replace(m) + "</sup>" })
	}
}

// areMost reports whether most of the text stands in these blocks: they are the
// numbered paragraphs of a judgment, which refers to them by their numbers.
func (d *document) areMost(bodies map[string]*block) bool {
	words, all := 0, 0
	for _, b := range d.blocks {
		if b.isProse() {
			all += b.words()
		}
	}
	for _, b := range bodies {
		words += b.words()
	}
	return words*2 > all
}

var (
	bracketRef  = regexp.MustCompile(`\\?\[(\d{1,3}|\*{1,3}|\\\*)\\?\]`)
	bracketBody = regexp.MustCompile(`^\\?\[(\d{1,3}|\*{1,3}|\\\*)\\?\]\s+(\S.*)$`)
)

// bracketNotes makes footnotes of numbers in brackets, where each has both its
// mark in the text and a text of its own after it.
func (d *document) bracketNotes() {
	bodies := map[string]*block{}
	for _, b := range d.blocks {
		if m := bracketBody.FindStringSubmatch(b.Text); m != nil && b.Kind == source.Paragraph {
			if bodies[m[1]] != nil {
				return
			}
			bodies[m[1]] = b
		}
	}
	if len(bodies) == 0 || d.areMost(bodies) {
		return
	}
	marked := map[string]bool{}
	for _, b := range d.blocks {
		if bracketBody.MatchString(b.Text) {
			continue
		}
		for _, m := range bracketRef.FindAllStringSubmatch(b.Text, -1) {
			marked[m[1]] = true
		}
	}
	for label, b := range bodies {
		if !marked[label] {
			continue
		}
		m := bracketBody.FindStringSubmatch(b.Text)
		b.Kind, b.Label, b.Text = source.Note, page.Plain(m[1]), m[2]
		d.log(report.Moved, "footnote", b, b.Text, "[^"+b.Label+"]")
	}
	for _, b := range d.blocks {
		if b.Kind == source.Note {
			continue
		}
		b.Text = bracketRef.ReplaceAllStringFunc(b.Text, func(m string) string {
			label := bracketRef.FindStringSubmatch(m)[1]
			if !marked[label] || bodies[label] == nil {
				return m
			}
			return "[^" + page.Plain(label) + "]"
		})
	}
}
