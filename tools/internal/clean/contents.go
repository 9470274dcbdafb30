package clean

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/tools/internal/source"
)

// tocLine is an entry of a list of contents: words, leaders, a page number.
var tocLine = regexp.MustCompile(`^(.*?\S)(?:[ \x{a0}]*[.…·_]{3,}[ \x{a0}]*|[\t]+| {2,})(\d{1,3}|[ivxlc]{1,6})$`)

// leaders lead the eye from an entry to its page.
var leaders = regexp.MustCompile(`[.…·_]{3,}|(?:\. ){3,}`)

// contents removes the list of contents: three or more entries in a row whose
// page numbers never fall, or a title of contents and what follows it as far
// as it names headings of the document. Where the source says that lines are
// entries, one is enough.
//
// The rows of a table are entries only below such a title, or where a page end
// has cut a list that has one: any table may have numbers in its last column.
func contents(d *document) {
	d.linkedContents()
	d.runContents()
	goesOn, last := -1, 0 // up to where a list that was found may go on, and its last page number
	for i := 0; i < len(d.blocks); i++ {
		titled := isContentsTitle(bare(d.blocks[i].Text)) || d.saysTitle(i)
		start := i
		if titled {
			start++
			for k := 0; k < 2 && start < len(d.blocks) && namesColumns(d.blocks[start]); k++ {
				start++
			}
		}
		first := 0
		if !titled && i < goesOn {
			first = last
		}
		end := d.saidRun(start)
		said := end > start
		if !said {
			end = d.tocRun(start, first, titled || i < goesOn)
		}
		if titled && !said && end < len(d.blocks) && leaders.MatchString(d.blocks[end].plain()) {
			end = max(end, d.plainContents(start)) // pages in no order
		}
		if titled && end-start < 2 && !said {
			end = max(d.tocByHeadings(start), d.tocToFirst(start))
			for _, other := range []func(int) int{d.plainContents, d.summaryContents} {
				if end == start {
					end = other(start)
				}
			}
		}
		if n := end - start; n < 3 && !(n > 0 && (titled || said)) {
			continue
		}
		for _, b := range d.blocks[i:end] {
			d.list(b)
			d.remove(b, "contents")
		}
		last, _ = d.blocks[end-1].tocPage(true)
		i, goesOn = end-1, end+4
	}
}

// entryInside is what counts an entry of a list of contents that was run together.
var entryInside = regexp.MustCompile(`(?:^|\s)(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)] \p{Lu}`)

// runContents removes a list of contents that was run together into one
// paragraph: its title, and entries that count, without a sentence among them.
func (d *document) runContents() {
	for _, b := range d.blocks[:min(len(d.blocks), longestMasthead)] {
		if _, ok := contentsTitles().leads(b.plain()); !ok || b.Kind != source.Paragraph || b.words() < 8 {
			continue
		}
		text := b.plain()
		starts := entryInside.FindAllStringIndex(text, -1)
		whole := true
		for k, at := range starts {
			end := len(text)
			if k+1 < len(starts) {
				end = starts[k+1][0]
			}
			whole = whole && countWords(text[at[0]:end]) <= 30
		}
		if len(starts) >= 3 && whole {
			d.remove(b, "contents")
		}
	}
	d.sweep()
}

// linkedContents removes the list before the text whose every entry is a heading
// of it, as a web page sets one above its sections.
func (d *document) linkedContents() {
	if !d.styled() {
		return
	}
	later := map[string]bool{}
	for _, b := range d.blocks {
		if b.Kind == source.Heading {
			later[uncounted(b.plain())] = true
		}
	}
	for i, b := range d.blocks {
		if b.Kind == source.Paragraph && (b.words() >= 12 || endingOf(b.plain()) == colon) {
			if _, limits := d.noticeKind(b, false, false); !limits {
				return
			}
		}
		if b.Kind != source.Item {
			continue
		}
		end := i
		for end < len(d.blocks) && d.blocks[end].Kind == source.Item && later[uncounted(d.blocks[end].plain())] {
			end++
		}
		if end-i < 3 || end < len(d.blocks) && d.blocks[end].Kind == source.Item {
			return
		}
		for _, entry := range d.blocks[i:end] {
			d.list(entry)
			d.remove(entry, "contents")
		}
		return
	}
}

// entryMark is what counts an entry or a heading.
var entryMark = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*|\p{L}|[ivx]{1,5})[.)] ?`)

// uncounted is the text of a heading without what counts it.
func uncounted(s string) string {
	return strings.TrimRight(entryMark.ReplaceAllString(folded(s), ""), " .:")
}

// namesColumns reports whether a line above the entries says what their columns
// are: “Page”, or a row without numbers.
func namesColumns(b *block) bool {
	if b.Kind == source.Row {
		return !hasNumber(b.Cells)
	}
	named := pageWords().is(bare(b.Text)) || hasAny(pageWords(), folded(b.plain()))
	return named && b.words() <= 4 && !hasNumber([]string{b.plain()})
}

// saidRun is the end of the lines from place i that the source says are of a
// list of contents, and that name a page or a text further on. The styles of
// such lists are put on other texts too.
func (d *document) saidRun(i int) int {
	for ; i < len(d.blocks) && d.blocks[i].Listed; i++ {
		if _, ok := d.blocks[i].tocPage(true); !ok && !d.comesAgain(i) {
			break
		}
	}
	return i
}

// saysTitle reports whether the source says that the line at place i is of a list
// of contents, and entries follow: in whatever language, it is the title of it.
func (d *document) saysTitle(i int) bool {
	b := d.blocks[i]
	_, entry := b.tocPage(true)
	return b.Listed && !entry && b.words() <= 8 && i+1 < len(d.blocks) && d.saidRun(i+1) > i+1
}

// comesAgain reports whether the text of a line is that of a block further on.
func (d *document) comesAgain(i int) bool {
	low := folded(d.blocks[i].plain())
	for _, b := range d.blocks[i+1:] {
		if !b.Listed && folded(b.plain()) == low {
			return true
		}
	}
	return false
}

// tocRun is the end of the entries that begin at place i, on page last or after
// it. Rows are entries where rows is set.
func (d *document) tocRun(i, last int, rows bool) int {
	for ; i < len(d.blocks); i++ {
		n, ok := d.blocks[i].tocPage(rows)
		if !ok || n < last {
			return i
		}
		last = n
	}
	return i
}

// tocPage is the page number that an entry ends in; roman numbers come before
// all others.
func (b *block) tocPage(rows bool) (int, bool) {
	s := bare(b.Text)
	switch b.Kind {
	case source.Row:
		s = strings.Join(b.Cells, "\t")
		if !rows && !leaders.MatchString(s) {
			return 0, false
		}
	case source.Paragraph, source.Item:
	default:
		return 0, false
	}
	if s == "" || !strings.ContainsAny(s[len(s)-1:], "0123456789ivxlc") {
		return 0, false
	}
	m := tocLine.FindStringSubmatch(s)
	if m == nil || len([]rune(m[1])) > 160 {
		return 0, false
	}
	if !strings.ContainsFunc(m[1], letter) || b.Kind == source.Row && len(b.Cells) > 3 {
		return 0, false
	}
	n, _ := strconv.Atoi(m[2])
	return n, true
}

// tocByHeadings is the end of the lines from place i that repeat headings
// which come later. Half of them must, so that a line cut in two does no harm.
func (d *document) tocByHeadings(i int) int {
	later := map[string]bool{}
	for _, b := range d.blocks[min(i, len(d.blocks)):] {
		if b.Kind == source.Heading {
			later[folded(b.plain())] = true
		}
	}
	end, hits := i, 0
	for j := i; j < len(d.blocks); j++ {
		b := d.blocks[j]
		if !b.isProse() || b.words() > 25 || endingOf(b.plain()) == full && b.words() > 8 {
			break
		}
		if later[folded(b.plain())] {
			hits++
			end = j + 1
		}
	}
	if hits < 3 || hits*2 < end-i {
		return i
	}
	return end
}

// tocToFirst is the end of the entries from place i where no page numbers stand
// beside them: right above the line that says the first entry again, to which
// nothing but short lines leads. Without such a line it is i.
func (d *document) tocToFirst(i int) int {
	if i >= len(d.blocks) {
		return i
	}
	first := entryOf(d.blocks[i])
	if first == "" {
		return i // a mark alone on its line
	}
	for j := i; j < min(len(d.blocks), i+120); j++ {
		b := d.blocks[j]
		if j > i+1 && entryOf(b) == first {
			return j
		}
		if !b.isProse() && b.Kind != source.Heading || saysField(b) || b.words() > 25 || endingOf(b.plain()) == full && b.words() > 12 {
			break
		}
	}
	return i
}
