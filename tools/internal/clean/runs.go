package clean

import (
	"regexp"
	"sort"
	"strings"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// longestLine is how many words a line of a page or a heading has at most; what
// is longer, and has several speakers or a whole notice in it, was run together.
const longestLine = 60

// runs parts what an extractor has run together: the lines of a transcript's
// pages, its title, its notice and its speakers in one paragraph. Each piece is
// a block, as if it had come on a line of its own; the passes below do the rest.
func runs(d *document) {
	d.countedPages()
	for i := 0; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.Kind != source.Paragraph {
			continue
		}
		var pieces []string
		if b.words() >= longestLine {
			pieces = d.unrun(b.Text)
		} else if i < longestMasthead {
			pieces = d.unrunHead(i)
		}
		if len(pieces) < 2 {
			continue
		}
		d.log(report.Split, "fused-lines", b, pieces[0], "")
		var more []*block
		for _, text := range pieces {
			p := &block{Block: b.Block}
			p.Text, p.Blank = text, 1
			more = append(more, p)
		}
		more[0].Blank, more[len(more)-1].Broken = b.Blank, b.Broken
		d.blocks = append(d.blocks[:i], append(more, d.blocks[i+1:]...)...)
		i += len(more) - 1
	}
}

// unrun gives the pieces of a text that was run together; one, if it was not.
func (d *document) unrun(s string) []string {
	notice, end := noticeWithin(s)
	cuts := map[int]bool{}
	if end > notice {
		cuts[notice], cuts[end] = true, true
	}
	labels := labelsWithin(s, notice, end)
	for _, at := range labels {
		cuts[at] = true
	}
	for at := 0; len(labels) >= 2; { // the sign of captions that another person speaks
		next := strings.Index(s[at:], " >> ")
		if next < 0 {
			break
		}
		at += next + 1
		cuts[at] = true
	}
	if end <= notice && len(labels) < 2 {
		return nil
	}
	front := len(s) // where speech begins
	if len(labels) > 0 {
		front = labels[0]
	}
	title := ""
	if end > notice && notice < front {
		title = d.cutFront(s, 0, notice, cuts)
	}
	if from := min(end, front); front < len(s) {
		if notice > front {
			from = 0
		}
		if other := d.cutFront(s, from, front, cuts); title == "" {
			title = other
		}
	}
	if countWords(title) >= 2 {
		for from := front; from < len(s); { // the head that every page repeats
			at := strings.Index(s[from:], title)
			if at < 0 {
				break
			}
			at += from
			to := at + len(title)
			if m := codeAfter.FindStringSubmatchIndex(s[to:]); m != nil && strings.EqualFold(s[to+m[2]:to+m[3]], d.opts.Lang) {
				cuts[to], to = true, to+m[1]
			}
			if m := pageBefore.FindStringIndex(s[:at]); m != nil {
				cuts[m[0]] = true
			}
			cuts[at], cuts[to] = true, true
			from = to
		}
	}
	return piecesAt(s, cuts)
}

// piecesAt are the pieces of a text that is cut at some places.
func piecesAt(s string, cuts map[int]bool) []string {
	places := make([]int, 0, len(cuts))
	for at := range cuts {
		places = append(places, at)
	}
	sort.Ints(places)
	var pieces []string
	last := 0
	for _, at := range append(places, len(s)) {
		if text := strings.TrimSpace(s[last:at]); text != "" {
			pieces = append(pieces, text)
		}
		last = at
	}
	return pieces
}

// unrunHead gives the pieces of a line of the masthead: the title that another
// line says alone, and the day and the place run into it; or the head of a page
// and the name of the first speaker.
func (d *document) unrunHead(i int) []string {
	s := d.blocks[i].Text
	if m := lastName.FindStringSubmatchIndex(s); m != nil && isName(s[m[2]:m[3]]) && countWords(s[:m[2]]) >= 3 && i+1 < len(d.blocks) && endingOf(strings.TrimRight(s[:m[2]], " ")) == open {
		pieces := []string{strings.TrimSpace(s[:m[2]]), strings.TrimSpace(s[m[2]:m[3]] + ":")}
		if m[4] >= 0 && languageCodes[s[m[4]:m[5]]] {
			return append(pieces[:1:1], s[m[4]:m[5]], pieces[1])
		} else if m[4] < 0 {
			return pieces
		}
	}
	for j, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if j == i || b.words() < 3 || len(b.Text) >= len(s) || !strings.HasPrefix(s, strings.TrimSuffix(b.Text, " "+strings.ToUpper(d.opts.Lang))+" ") {
			continue
		}
		at := len(strings.TrimSuffix(b.Text, " "+strings.ToUpper(d.opts.Lang)))
		cuts := map[int]bool{at: true}
		if d.cutFront(s, at, len(s), cuts); len(cuts) > 1 {
			return piecesAt(s, cuts)
		}
	}
	return nil
}

// lastName is a name in capitals at the end of a line, before a colon and
// perhaps the code of a language.
var lastName = regexp.MustCompile(`[ \x{a0}]((?:(?:\p{Lu}[\p{Lu}\p{M}'’.-]+|\p{Lu}\.) ){1,5}\p{Lu}[\p{Lu}\p{M}'’.-]+) ?:(?: (\p{Lu}{2}))?$`)

var (
	codeAfter  = regexp.MustCompile(`^ (\p{Lu}{2})(?: |$)`)
	pageBefore = regexp.MustCompile(`\p{Lu}\p{L}{2,8} \d{1,4} (?:of|de|sur|von|из|от|من|/) ?\d{1,4} $`)
	zoneAfter  = regexp.MustCompile(`^ (?:[A-Z]{2,4}T|UTC(?:[+-]\d+)?|GMT|по \p{L}+ времени)(?:[ ,;|]|$)`)
)

// cutFront marks the lines of what stands before the text or its notice: the
// title, the code of the language, the day, the place. It gives the title.
func (d *document) cutFront(s string, from, to int, cuts map[int]bool) string {
	front := s[from:to]
	if countWords(front) > longestLine {
		return ""
	}
	end := len(front)
	if m := regexp.MustCompile(` (` + strings.ToUpper(d.opts.Lang) + `)(?: |$)`).FindStringSubmatchIndex(front); m != nil && m[2] > 0 {
		cuts[from+m[2]], cuts[from+m[3]] = true, true
		end = m[0]
	}
	if found := datesIn(front); len(found) > 0 && len(foldMarks.Replace(strings.ToLower(front))) == len(front) {
		at, after := found[0].at, found[0].to
		head := strings.TrimRight(front[:at], " ,")
		k := strings.LastIndexByte(head, ' ') + 1
		day := weekdayWords().is(strings.Trim(head[k:], ","))
		if day {
			at = k
		}
		for _, m := range clock.FindAllStringIndex(front, -1) {
			if m[0] >= after && m[0]-after < 24 {
				after = m[1]
			}
		}
		if m := zoneAfter.FindString(front[after:]); m != "" {
			after += len(strings.TrimRight(m, " ,;|"))
		}
		if day || after > found[0].to {
			cuts[from+at], cuts[from+after] = true, true
			end = min(end, at)
		}
	}
	return strings.TrimSpace(front[:end])
}

// noticeWithin is where a notice about a transcription begins and ends in a text
// that was run together: it opens with a word such as “Note”, and each of its
// sentences says something of the kind.
func noticeWithin(s string) (from, to int) {
	starts := append(sentencesOf(s), len(s))
	for _, at := range leadsWithin(s) {
		to, cues := at, 0
		for k, start := range starts {
			if start <= at && !(k+1 < len(starts) && starts[k+1] > at) || k+1 >= len(starts) {
				continue
			}
			piece := s[max(start, at):starts[k+1]]
			kind, n := cuesIn(folded(newPlain(piece)))
			if n == 0 && countWords(piece) <= 3 {
				continue // the word that opens it, and a full stop
			}
			if n == 0 || kind != report.TranscriptionNotice || countWords(piece) > longestNotice {
				break
			}
			cues += n
			to = starts[k+1]
		}
		if cues >= 2 && to > at {
			return at, to
		}
	}
	return 0, 0
}

// leadsWithin are the places where a word that opens notices stands with a
// capital and a colon or a full stop after it.
func leadsWithin(s string) []int {
	var places []int
	for _, w := range noticeLeads().list {
		r := []rune(w)
		word := strings.ToUpper(string(r[:1])) + string(r[1:])
		for from := 0; ; {
			at := strings.Index(s[from:], word)
			if at < 0 {
				break
			}
			at += from
			from = at + len(word)
			rest := strings.TrimLeft(s[from:], " \u00a0")
			if (at == 0 || s[at-1] == ' ') && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ".")) {
				places = append(places, at)
			}
		}
	}
	sort.Ints(places)
	return places
}

// countedPage is the number of a page, as a site counts it and as the page does,
// before the first words of the page.
var countedPage = regexp.MustCompile(`^(\d{1,3}) (\p{L}{2,9}) (\d{1,3})(?: |$)`)

// countedPages takes such numbers off.
func (d *document) countedPages() {
	for _, b := range d.blocks {
		m := countedPage.FindStringSubmatch(b.Text)
		if b.Kind != source.Paragraph || m == nil || m[1] != m[3] || !pageWords().is(m[2]) || len(m[0]) == len(b.Text) {
			continue
		}
		d.log(report.Removed, "page-number", b, strings.TrimSpace(m[0]), "")
		b.Text, b.foot = b.Text[len(m[0]):], true
	}
}
