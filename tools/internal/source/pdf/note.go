package pdf

import (
	"regexp"
	"strconv"
	"strings"
)

// smallType is how large the type of a footnote is at most, as a share of the
// body's, where no rule stands over it.
const smallType = 0.93

// notes finds the footnotes of a sheet: small type that begins with a raised
// label, or whatever stands under a short rule at the foot of a column.
func (d *layout) notes(s *sheet) []Block {
	var found []Block
	var lines []*line
	label := ""
	flush := func() {
		if len(lines) > 0 {
			b := d.block(Note, lines...)
			b.Label = d.unique(label, s)
			found = append(found, b)
		}
		lines = nil
	}
	var last *line
	zone := d.noteZones(s)
	foot, refs := d.smallFoot(s), s.raised()
	for i, l := range s.lines {
		if l.kind == Furniture || l.table && zone[i] == nil {
			continue
		}
		mark, raised := l.noteLabel(zone[i] != nil || foot[i])
		begins := mark != "" && (zone[i] != nil || raised && l.size < 0.96*d.body && i > 0 || foot[i] && refs[mark])
		switch {
		case begins:
			flush()
			label = mark
			l.dropLabel(mark)
		case len(lines) > 0 && l.region == last.region && l.size < last.size*1.08 && l.size > last.size*0.9 &&
			(zone[i] != nil || last.y-l.y < 1.5*max(1, d.leading)*l.size):
		case zone[i] != nil && len(lines) == 0 && len(found) == 0 && d.carryOn(l):
			l.kind = Note
			continue
		default:
			flush()
			continue
		}
		l.kind = Note
		lines = append(lines, l)
		last = l
	}
	flush()
	return found
}

// carryOn gives a line over the first label of a page's foot to the note that
// the page before has cut.
func (d *layout) carryOn(l *line) bool {
	for i := len(d.out) - 1; i >= 0 && d.out[i].Page >= l.page.number-1; i-- {
		if b := &d.out[i]; b.Kind == Note {
			b.Runs = append(append(b.Runs, Run{Text: " "}), l.runs()...)
			return true
		}
	}
	return false
}

// noteZones gives for each line of the sheet the rule over it that parts
// notes from text, or nil.
func (d *layout) noteZones(s *sheet) []*box {
	zones := make([]*box, len(s.lines))
	for k := range s.rules {
		rule := &s.rules[k]
		if rule.height() > thin || rule.width() < 0.06*s.width || rule.width() > 0.55*s.width || rule.b > 0.9*s.height {
			continue
		}
		under, small, labelled, above := 0, 0, false, 0
		var members []int
		for i, l := range s.lines {
			if l.kind == Furniture || l.r < rule.l || l.l > rule.l+0.8*s.width || l.region != s.regionUnder(rule) {
				continue
			}
			if l.y > rule.b {
				above++
				continue
			}
			mark, _ := l.noteLabel(true)
			if under == 0 && mark != "" {
				labelled = true
			}
			under++
			if l.size < 0.97*d.body {
				small++
			}
			members = append(members, i)
		}
		if under > 0 && above > 0 && small*10 >= under*9 && (labelled || small == under && rule.b < 0.5*s.height && len(d.labels) > 0) {
			for _, i := range members {
				zones[i] = rule
			}
		}
	}
	return zones
}

// smallFoot says which lines of the sheet are of those in small type that
// stand together at the foot of their column.
func (d *layout) smallFoot(s *sheet) []bool {
	foot := make([]bool, len(s.lines))
	ended := map[int]bool{}
	for i := len(s.lines) - 1; i >= 0; i-- {
		l := s.lines[i]
		if l.kind == Furniture || ended[l.region] {
			continue
		}
		foot[i] = l.size <= smallType*d.body
		ended[l.region] = !foot[i]
	}
	return foot
}

// raised are the labels that are raised in the lines of the sheet.
func (s *sheet) raised() map[string]bool {
	found := map[string]bool{}
	for _, l := range s.lines {
		for i, r := range l.runs() {
			if m := raisedLabel.FindStringSubmatch(r.Text); m != nil && r.Super && i > 0 {
				found[m[1]] = true
			}
		}
	}
	return found
}

// regionUnder is the region of the first line under a rule.
func (s *sheet) regionUnder(rule *box) int {
	best, at := -1, -1e9
	for _, l := range s.lines {
		if l.kind != Furniture && l.y < rule.b && l.y > at && l.r > rule.l && l.l < rule.r {
			best, at = l.region, l.y
		}
	}
	return best
}

var (
	raisedLabel = regexp.MustCompile(`^\s*[(\[]?(\p{Nd}{1,3}|[*∗]{1,4}|[a-z]|[†‡§¶])[)\]]?\s*$`)
	plainLabel  = regexp.MustCompile(`^[(\[]?(\p{Nd}{1,3}|[*∗]{1,4}|[†‡§¶])[)\].]?(?:\s|$)`)
)

// noteLabel reads the label with which a note begins; raised says that it is
// set above the line. One that is not is a label only where notes stand.
func (l *line) noteLabel(inZone bool) (label string, raised bool) {
	first := l.cells[0].runs[0]
	if m := raisedLabel.FindStringSubmatch(first.Text); m != nil && first.Super && len(strings.TrimSpace(l.text)) > len(strings.TrimSpace(first.Text)) {
		return m[1], true
	}
	if m := plainLabel.FindStringSubmatch(l.text); m != nil && inZone && len(l.text) > len(m[0]) {
		return m[1], false
	}
	return "", false
}

// dropLabel takes the label from the beginning of the line.
func (l *line) dropLabel(label string) {
	text := l.text
	i := strings.Index(text, label)
	rest := strings.TrimLeft(text[i+len(label):], ")]. \u00a0\t")
	l.drop(len([]rune(text)) - len([]rune(rest)))
}

// drop takes n characters from the beginning of the line, which is where its
// cells are parted by one space each.
func (l *line) drop(n int) {
	for n > 0 && len(l.cells) > 0 {
		c := &l.cells[0]
		size := len([]rune(c.text))
		if n >= size {
			n -= size + 1
			l.cells = l.cells[1:]
			continue
		}
		c.runs = dropRunes(c.runs, n)
		c.text = runsText(c.runs)
		n = 0
	}
	texts := make([]string, len(l.cells))
	for i, c := range l.cells {
		texts[i] = c.text
	}
	l.text = strings.Join(texts, " ")
}

func dropRunes(runs []Run, n int) []Run {
	runs = append([]Run(nil), runs...)
	for len(runs) > 0 {
		r := []rune(runs[0].Text)
		if n < len(r) {
			runs[0].Text = strings.TrimLeft(string(r[n:]), " ")
			if runs[0].Text != "" {
				return runs
			}
			n = len(r)
		}
		n -= len(r)
		runs = runs[1:]
	}
	return runs
}

// back is the arrow that leads from a note on a web page to its reference.
var back = regexp.MustCompile(`(?:\s*[↩⤴↑][\x{fe0e}\x{fe0f}]?\p{Nd}{0,2})+\s*$`)

// endnotes makes notes of the items at the end of a document that lead back to
// the text, as those of a printed web page do.
func (d *layout) endnotes() {
	found := false
	for i := range d.out {
		b := &d.out[i]
		label := strings.Trim(b.Marker, "()[]. ")
		n := len(b.Runs) - 1
		if b.Kind != Item || label == "" || n < 0 || !back.MatchString(runsText(b.Runs)) || d.labels[label] {
			continue
		}
		for ; n >= 0 && strings.TrimSpace(back.ReplaceAllString(b.Runs[n].Text, "")) == ""; n-- {
			b.Runs = b.Runs[:n]
		}
		if n >= 0 {
			b.Runs[n].Text = back.ReplaceAllString(b.Runs[n].Text, "")
		}
		d.labels[label] = true
		b.Kind, b.Label, b.Marker, b.Level = Note, label, "", 0
		found = true
	}
	if found {
		refer(d.out)
	}
}

// unique is the label by which a note is known: as printed, and where the
// document counts anew on every page, with the number of the page.
func (d *layout) unique(label string, s *sheet) string {
	label = strings.ReplaceAll(label, "∗", "*")
	if d.labels[label] {
		label += "-" + strconv.Itoa(s.number)
	}
	for d.labels[label] {
		label += "'"
	}
	d.labels[label] = true
	return label
}

// refer makes references of the raised labels of a page whose notes stand on
// it.
func refer(blocks []Block) {
	notes := map[string]string{}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Note {
			printed, _, _ := strings.Cut(b.Label, "-")
			notes[strings.TrimRight(printed, "'")] = b.Label
		}
	}
	if len(notes) == 0 {
		return
	}
	mark := func(runs []Run) {
		for i := range runs {
			r := &runs[i]
			m := raisedLabel.FindStringSubmatch(strings.ReplaceAll(r.Text, "∗", "*"))
			if m == nil || !r.Super && !strings.HasPrefix(m[1], "*") {
				continue
			}
			if label, ok := notes[m[1]]; ok {
				r.Note = label
			}
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Note || b.Kind == Furniture {
			continue
		}
		mark(b.Runs)
		for _, c := range b.Cells {
			mark(c)
		}
	}
}
