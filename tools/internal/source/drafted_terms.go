package source

import "strings"

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

// term parts a paragraph at its only tab: a term of up to four words, and its
// meaning.
func (ps pieces) term() (term, meaning string) {
	plain := ps.plain()
	if strings.Count(plain, "\t") != 1 {
		return "", ""
	}
	before, after, _ := strings.Cut(plain, "\t")
	if n := len(strings.Fields(before)); n == 0 || n > 4 || strings.TrimSpace(after) == "" || endsSentence.MatchString(strings.TrimSpace(before)) {
		return "", ""
	}
	rest := ps.cut(strings.IndexByte(plain, '\t') + 1)
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
