package archive

import (
	"slices"
	"strings"

	"rapporteur/tools/internal/report"
)

func (c *crowd) chance(percent int) bool { return c.rnd.IntN(100) < percent }

// commit is the next thing that somebody does; it returns the pages touched.
func (c *crowd) commit(n int) []volume {
	c.day += 1 + c.rnd.IntN(6)
	p := c.pages[c.rnd.IntN(len(c.pages))]
	lang := c.langs[c.rnd.IntN(len(c.langs))]
	switch x := c.rnd.IntN(1000); {
	case x < 12: // a bot sets quotes and dashes everywhere
		var all []volume
		for _, p := range c.pages {
			for i := range p.units {
				p.units[i].dress = c.rnd.IntN(5)
			}
			p.touched = n
			all = append(all, p)
		}
		return all
	case x < 20: // a bot writes numbers and a word otherwise in all of a language
		var all []volume
		for _, p := range c.pages {
			if t := p.texts[lang]; t != nil {
				c.bot(t, lang)
				t.touched = n
				all = append(all, p)
			}
		}
		return all
	case x < 28 && len(p.units) > 12: // a section becomes part of another page
		q := c.pages[c.rnd.IntN(len(c.pages))]
		if q != p {
			c.moveOut(p, q, n)
			return []volume{p, q}
		}
	case x < 170:
		c.edit(p, n)
		return []volume{p}
	}
	if p.texts[lang] == nil {
		c.begin(p, lang, n)
	} else {
		c.work(p, lang, n)
	}
	return []volume{p}
}

// bot touches every unit that has a number, and one word wherever it stands.
func (c *crowd) bot(t *rendition, lang string) {
	word, other := "", c.rnd.IntN(9)
	for j := range t.units {
		u := &t.units[j]
		if u.english || u.cells != nil {
			continue
		}
		u.text = local(lang, u.text)
		for _, w := range strings.Fields(u.text) {
			if word == "" && len(w) > 7 && !spaceless[lang] {
				word = w
			}
		}
		if word != "" && c.rnd.IntN(1) == 0 {
			u.text = strings.ReplaceAll(u.text, word, word+string(rune('a'+other)))
		}
	}
}

// spans are where sections begin and end.
func spans[T any](units []T, heading func(T) bool) (list [][2]int) {
	for i := range units {
		if i == 0 || heading(units[i]) {
			list = append(list, [2]int{i, i})
		}
		list[len(list)-1][1] = i + 1
	}
	return list
}

func isTitle(p passage) bool { return p.kind == report.Heading }

// moveOut moves a section to the end of another page, with its translations
// where they are fresh. (What comes from another page stale is taken for fresh:
// a page's lock knows that page alone.)
func (c *crowd) moveOut(p, q *leaf, n int) {
	list := spans(p.units, isTitle)
	s := list[c.rnd.IntN(len(list))]
	moved := slices.Clone(p.units[s[0]:s[1]])
	p.units = slices.Delete(slices.Clone(p.units), s[0], s[1])
	q.units = append(slices.Clone(q.units), moved...)
	p.day, q.day, p.touched, q.touched, p.before, q.before = c.day, c.day, n, n, nil, nil
	for _, lang := range sortedKeys(p.texts) {
		if q.texts[lang] == nil || c.chance(50) {
			continue
		}
		t, into := p.texts[lang], q.texts[lang]
		if slices.ContainsFunc(t.units, func(u piece) bool {
			return slices.ContainsFunc(moved, func(m passage) bool { v, said := u.says[m.uid]; return said && v != m.version })
		}) {
			continue
		}
		var kept []piece
		for _, u := range t.units {
			goes := slices.ContainsFunc(moved, func(m passage) bool { _, said := u.says[m.uid]; return said })
			if goes {
				for uid := range u.says {
					into.ever[uid] = true
				}
				into.units = append(into.units, u)
			} else {
				kept = append(kept, u)
			}
		}
		if len(kept) > 0 {
			t.units = kept
		}
		t.touched, into.touched = n, n
	}
}

// edit is a commit to an original.
func (c *crowd) edit(p *leaf, n int) {
	p.touched = n
	if c.chance(12) && p.before != nil { // it is taken back
		p.units, p.before, p.day = p.before, p.units, c.day
		return
	}
	p.before = slices.Clone(p.units)
	p.units = slices.Clone(p.units)
	for i := range p.units {
		p.units[i].sentences = slices.Clone(p.units[i].sentences)
	}
	i := c.rnd.IntN(len(p.units))
	u := &p.units[i]
	sections := spans(p.units, isTitle)
	s := sections[c.rnd.IntN(len(sections))]
	p.day = c.day
	switch x := c.rnd.IntN(100); {
	case x < 30: // words of some units
		for range 1 + c.rnd.IntN(3) {
			c.reword(&p.units[c.rnd.IntN(len(p.units))])
		}
	case x < 38: // a title is another one
		head := &p.units[s[0]]
		head.sentences = c.passage(head.kind).sentences
		c.heard(head)
	case x < 44: // a section moves, edited on the way
		moved := slices.Clone(p.units[s[0]:s[1]])
		for k := range moved {
			if c.chance(30) {
				c.reword(&moved[k])
			}
		}
		p.units = slices.Delete(p.units, s[0], s[1])
		rest := spans(p.units, isTitle)
		at := len(p.units)
		if len(rest) > 1 {
			at = rest[c.rnd.IntN(len(rest))][0]
		}
		p.units = slices.Insert(p.units, at, moved...)
	case x < 48: // a heading's level
		if u.kind == report.Heading {
			u.level = 2 + u.level%3
		}
	case x < 52: // a list becomes a table
		for k := s[0]; k < s[1]; k++ {
			if p.units[k].kind == report.Item {
				p.units[k].kind, p.units[k].level = report.Row, 0
				c.heard(&p.units[k])
			}
		}
	case x < 60: // a number
		for k := range u.sentences {
			words := strings.Fields(u.sentences[k])
			for m, w := range words {
				if w[0] >= '1' && w[0] <= '8' {
					words[m] = string(w[0]+1) + w[1:]
				}
			}
			if s := strings.Join(words, " "); s != u.sentences[k] {
				u.sentences[k] = s
				c.heard(u)
			}
		}
	case x < 66: // two paragraphs are one
		if i+1 < len(p.units) && u.kind == report.Paragraph && p.units[i+1].kind == u.kind {
			u.sentences = append(u.sentences, p.units[i+1].sentences...)
			c.heard(u)
			p.units = slices.Delete(p.units, i+1, i+2)
		}
	case x < 70: // one paragraph is two
		if u.kind == report.Paragraph && len(u.sentences) > 1 {
			rest := c.passage(report.Paragraph)
			rest.sentences = u.sentences[1:]
			u.sentences = u.sentences[:1]
			c.heard(u)
			p.units = slices.Insert(p.units, i+1, rest)
		}
	case x < 78: // a section is new
		p.units = slices.Insert(p.units, s[0], c.section()...)
	case x < 82: // a section is gone
		if len(sections) > 2 {
			p.units = slices.Delete(p.units, s[0], s[1])
		}
	case x < 90: // a unit is new, or gone
		if c.chance(50) || len(p.units) < 8 {
			p.units = slices.Insert(p.units, i, c.passage(report.Paragraph))
		} else {
			p.units = slices.Delete(p.units, i, i+1)
		}
	default: // quotes, lines
		for k := range p.units {
			p.units[k].dress = c.rnd.IntN(5)
		}
	}
}

// heard gives a passage a version that it never had.
func (c *crowd) heard(u *passage) {
	c.uids++
	u.version = c.uids
}

// reword changes some words of a sentence, or adds one.
func (c *crowd) reword(u *passage) {
	k := c.rnd.IntN(len(u.sentences))
	if u.kind == report.Paragraph && c.chance(20) {
		u.sentences = slices.Insert(u.sentences, k, c.english())
	} else {
		words := strings.Fields(u.sentences[k])
		fresh := strings.Fields(c.english())
		at := c.rnd.IntN(len(words))
		end := words[at][len(strings.TrimRight(words[at], ".")):]
		if other := strings.TrimRight(fresh[min(2, len(fresh)-1)], "."); other != words[at] {
			words[at] = other + end
		} else {
			words[at] = other + "less" + end
		}
		u.sentences[k] = strings.Join(words, " ")
	}
	c.heard(u)
}

// begin is the first commit of a translation: all of it, or some sections with
// the rest in English.
func (c *crowd) begin(p *leaf, lang string, n int) {
	t := &rendition{basedOn: p.day, touched: n, voice: c.rnd.IntN(1 << 20), ever: make(map[int]bool)}
	if c.chance(25) {
		t.basedOn = -1 // they say nothing
	}
	partly := c.chance(40)
	english := false
	for i := range p.units {
		if partly && (i == 0 || p.units[i].kind == report.Heading) {
			english = c.chance(50)
		}
		q := c.render(&p.units[i], lang, t)
		if english {
			q = piece{kind: p.units[i].kind, level: p.units[i].level, text: p.units[i].text(), english: true}
		}
		t.units = append(t.units, q)
	}
	p.texts[lang] = t
}

// stale lists the units of a rendition that were made from another text.
func (p *leaf) stale(t *rendition) (list []int) {
	for j, u := range t.units {
		if slices.ContainsFunc(p.units, func(r passage) bool { v, said := u.says[r.uid]; return said && v != r.version }) {
			list = append(list, j)
		}
	}
	return list
}

// refresh translates a unit again, and reports whether a word of it changed. Of
// a passage said in two units, the first gets all.
func (c *crowd) refresh(p *leaf, t *rendition, j int, lang string) bool {
	u := &t.units[j]
	var text []string
	for i := range p.units {
		if _, said := u.says[p.units[i].uid]; said {
			text = append(text, c.render(&p.units[i], lang, t).text)
		}
	}
	now := strings.Join(text, " ")
	if now == "" || now == u.text {
		return false
	}
	for i := range p.units {
		r := &p.units[i]
		if _, said := u.says[r.uid]; !said {
			continue
		}
		for k := range t.units {
			if _, said := t.units[k].says[r.uid]; said {
				t.units[k].says[r.uid] = r.version
				if k > j {
					delete(t.units[k].says, r.uid)
				}
			}
		}
	}
	u.text, u.cells = now, nil
	t.units = slices.DeleteFunc(t.units, func(q piece) bool { return q.says != nil && len(q.says) == 0 })
	return true
}
