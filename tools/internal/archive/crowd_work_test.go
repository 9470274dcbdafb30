package archive

import (
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
)

// work is a commit of a volunteer.
func (c *crowd) work(p *leaf, lang string, n int) {
	t := p.texts[lang]
	t.touched = n
	j := c.rnd.IntN(len(t.units))
	u := &t.units[j]
	plain := !u.english && u.cells == nil && len(u.says) > 0
	switch x := c.rnd.IntN(200); {
	case x < 56: // all of it, and says so
		c.follow(p, t, lang, true)
		t.basedOn = p.day
	case x < 70: // all of it, and forgets to say so
		c.follow(p, t, lang, false)
	case x < 86: // some of what is stale
		for range 3 {
			if list := p.stale(t); len(list) > 0 {
				c.refresh(p, t, list[c.rnd.IntN(len(list))], lang)
			}
		}
	case x < 88: // says that all is done, and has done nothing
		for _, j := range p.stale(t) {
			for i := range p.units {
				if _, said := t.units[j].says[p.units[i].uid]; said {
					t.units[j].says[p.units[i].uid] = p.units[i].version
					c.lies++
				}
			}
		}
		for i := range p.units {
			t.ever[p.units[i].uid] = true
		}
		t.basedOn = p.day
	case x < 104: // some of what is still English, wherever it stands
		for i := range p.units {
			k := slices.IndexFunc(t.units, func(q piece) bool { return q.english && q.text == p.units[i].text() })
			if k >= 0 && c.chance(60) {
				t.units[k] = c.render(&p.units[i], lang, t)
			}
		}
	case x < 116: // a word, where nothing is stale
		if plain && !slices.Contains(p.stale(t), j) {
			words := strings.Fields(u.text)
			words[c.rnd.IntN(len(words))] += "a"
			u.text = strings.Join(words, " ")
		}
	case x < 117: // a word, where it is stale
		if list := p.stale(t); len(list) > 0 {
			if q := &t.units[list[0]]; q.cells == nil {
				q.text += "a"
			}
		}
	case x < 127: // a note of the translator's, by itself or within
		note := speak(lang, t.voice, c.english())
		if c.chance(50) || !plain || u.kind == report.Heading || slices.Contains(p.stale(t), j) {
			t.units = slices.Insert(t.units, j, piece{kind: report.Paragraph, text: "[" + note + "]"})
		} else {
			u.text += " [" + note + "]"
		}
	case x < 140: // one sentence a line
		for k := range t.units {
			if q := &t.units[k]; q.kind == report.Paragraph && !q.english {
				q.text = strings.ReplaceAll(q.text, ". ", ".\n")
			}
		}
	case x < 148: // a list becomes a table
		list := spans(t.units, func(q piece) bool { return q.kind == report.Heading })
		s := list[c.rnd.IntN(len(list))]
		for k := s[0]; k < s[1]; k++ {
			if q := &t.units[k]; q.kind == report.Item && !q.english {
				q.kind, q.level, q.cells = report.Row, 0, []string{strings.ReplaceAll(q.text, "\n", " ")}
			}
		}
	case x < 156: // levels of headings
		for k := range t.units {
			if t.units[k].kind == report.Heading && !t.units[k].english {
				t.units[k].level = 2 + t.units[k].level%2
			}
		}
	case x < 164: // two in one
		if j+1 < len(t.units) && plain && u.kind == report.Paragraph {
			if v := t.units[j+1]; v.kind == u.kind && !v.english && v.cells == nil && len(v.says) == 1 && len(u.says) == 1 {
				for uid, version := range v.says {
					u.says[uid] = version
				}
				u.text += " " + v.text
				t.units = slices.Delete(t.units, j+1, j+2)
			}
		}
	case x < 172: // one in two
		if first, rest, ok := strings.Cut(u.text, ". "); ok && plain && u.kind == report.Paragraph && len(u.says) == 1 {
			half := *u
			half.says = make(map[int]int)
			for uid, version := range u.says {
				half.says[uid] = version
			}
			half.text = rest
			u.text = first + "."
			t.units = slices.Insert(t.units, j+1, half)
		}
	case x < 180: // in other words, though it was right
		t.voice = c.rnd.IntN(1 << 20)
		if plain && !slices.Contains(p.stale(t), j) {
			c.refresh(p, t, j, lang)
		}
	case x < 186: // emphasis and spaces
		for k := range t.units {
			if q := &t.units[k]; q.cells == nil && !q.english && !strings.Contains(q.text, "*") {
				if words := strings.Fields(q.text); len(words) > 2 {
					words[1] = "*" + words[1] + "*"
					q.text = strings.Join(words, " ")
				}
			}
		}
	case x < 190: // a unit is lost
		if len(t.units) > 6 {
			t.units = slices.Delete(t.units, j, j+1)
		}
	default: // front matter
	}
}

// follow brings a translation to the original and into its order. Of what is
// stale, some needs no change, and is fresh if the volunteer says so.
func (c *crowd) follow(p *leaf, t *rendition, lang string, declared bool) {
	for j := 0; j < len(t.units); j++ {
		if !slices.Contains(p.stale(t), j) || (!declared || c.chance(79)) && c.refresh(p, t, j, lang) || !declared {
			continue
		}
		for i := range p.units {
			if _, said := t.units[j].says[p.units[i].uid]; said {
				t.units[j].says[p.units[i].uid] = p.units[i].version
			}
		}
	}
	var units []piece
	taken := make(map[int]bool) // places in t.units
	for i := range p.units {
		found := false
		for j := range t.units {
			_, said := t.units[j].says[p.units[i].uid]
			if !said && t.units[j].english {
				said = t.units[j].text == p.units[i].text() && !found
			}
			if said && !taken[j] {
				units = append(units, t.units[j])
				taken[j] = true
				// a note stays behind what it stood behind
				for k := j + 1; k < len(t.units) && !t.units[k].english && len(t.units[k].says) == 0; k++ {
					units = append(units, t.units[k])
					taken[k] = true
				}
			}
			found = found || said
		}
		if !found {
			units = append(units, c.render(&p.units[i], lang, t))
		}
	}
	t.units = units
}
