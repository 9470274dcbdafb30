package source

import (
	"regexp"
	"strings"
)

// termRows makes rows of the paragraphs that people have typed as a table: a
// few words, a tab, and what they mean, set so that all of the text begins
// where the tab leads. Four of them in a row are no accident.
func (d *drafted) termRows() {
	for i := 0; i < len(d.drafts); i++ {
		end := i
		for end < len(d.drafts) && d.drafts[end].term != "" {
			end++
		}
		if end-i >= 4 {
			for k := i; k < end; k++ {
				b := &d.drafts[k]
				b.Kind, b.Level, b.Cells, b.Text = Row, 0, []string{b.term, b.meaning}, ""
			}
		}
		i = max(i, end-1)
	}
}

// abbreviation is a term that needs no setting to be one.
var abbreviation = regexp.MustCompile(`^\p{L}{0,2}\p{Lu}[\p{L}\d/&.-]{0,3}\p{Lu}[\p{Lu}\d/&.-]{0,7}$`)

// term parts a paragraph at its only tab, or row of tabs: a term of up to four words, or an
// abbreviation where the text does not hang from the tab, and its meaning.
func (ps pieces) term(hangs bool) (term, meaning string) {
	plain := ps.plain()
	before, after, _ := strings.Cut(plain, "\t")
	if after = strings.TrimLeft(after, "\t"); after == "" || strings.Contains(after, "\t") {
		return "", ""
	}
	if !hangs && !abbreviation.MatchString(strings.TrimSpace(before)) {
		return "", ""
	}
	if n := len(strings.Fields(before)); n == 0 || n > 4 || strings.TrimSpace(after) == "" {
		return "", ""
	}
	if term := strings.TrimSpace(before); strings.HasPrefix(term, "[") || endsSentence.MatchString(term) {
		return "", ""
	}
	rest := ps.cut(len(plain) - len(after))
	var head pieces
	for _, p := range ps {
		if at := strings.IndexByte(p.Text, '\t'); at >= 0 {
			p.Text = p.Text[:at]
			head = append(head, p)
			break
		}
		head = append(head, p)
	}
	return head.markup(), rest.markup()
}
