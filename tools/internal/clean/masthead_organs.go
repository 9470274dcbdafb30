package clean

import (
	"strings"
)

// organisation names the organs, and their sessions as the event.
func (m *mastheadReader) organisation() {
	meta := &m.d.meta
	var names []string
	for _, b := range m.organs {
		if m.runsTogether(b) {
			continue
		}
		if name := plainText(bare(b.Text)); !contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		meta.Organisation = strings.Join(names, "; ")
	}
	var events []string
	for _, s := range m.sessions {
		name := plainText(bare(s.Text))
		for k := len(m.organs) - 1; k >= 0; k-- {
			if o := m.organs[k]; o.Line <= s.Line && !m.runsTogether(o) {
				name = plainText(bare(o.Text)) + ", " + name
				break
			}
		}
		events = append(events, name)
	}
	if len(events) > 0 && meta.Event == "" {
		meta.Event = strings.Join(events, "; ")
	}
}

// runsTogether reports whether a line says the names of several of the organs,
// as a head over two columns does.
func (m *mastheadReader) runsTogether(b *block) bool {
	name := folded(plainText(bare(b.Text)))
	for _, o := range m.organs {
		if other := folded(plainText(bare(o.Text))); other != name && phraseAt(name, other) >= 0 && isOrgans(name) {
			return true
		}
	}
	return false
}
