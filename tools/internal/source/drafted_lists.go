package source

// lists gives items their depth. Items of one list are nested as the list has
// it; lists among each other, and typed items, by how far they are indented.
// A paragraph that is indented as the text of the item before it is, stands in
// that item, unless the whole text is indented so.
func (d *drafted) lists() {
	d.subItems()
	common := d.commonIndent()
	var open []*draft
	for i := range d.drafts {
		b := &d.drafts[i]
		switch b.Kind {
		case Item:
			open = nest(open, b)
			b.Level = len(open)
		case Paragraph:
			n := len(open)
			if b.within > 0 {
				b.Level = min(b.within, n)
				continue
			}
			for n > 0 && (open[n-1].indent <= common+100 || b.indent < open[n-1].indent-60) {
				n--
			}
			open = open[:n]
			b.Level = n
		case PageBreak, Furniture, Picture, Remark:
		default:
			open = nil
		}
	}
}

// subItems makes items of what is numbered 1.1 below an item 1 of its list, unless
// that is text, or stands below titles: the clauses of an agreement and the
// paragraphs of minutes are no items, the steps of a plan are.
func (d *drafted) subItems() {
	top := map[string]int{} // the least depth of an item, by list, from 1
	var within []*draft
	long := 0
	for i := range d.drafts {
		b := &d.drafts[i]
		switch least := top[b.list]; {
		case b.Kind == Item && b.isBold():
			return // a title
		case b.Kind == Item && (least == 0 || b.depth < least):
			top[b.list] = b.depth + 1
		case b.number != "" && least > 0 && b.depth >= least:
			if within = append(within, b); isLong(b.numbered) {
				long++
			}
		}
	}
	if long*2 >= len(within) {
		return
	}
	for _, b := range within {
		b.Kind, b.Marker, b.Text = Item, b.number, b.numbered
	}
}

// nest closes the items that b does not stand in, and opens b.
func nest(open []*draft, b *draft) []*draft {
	for n := len(open); n > 0; n-- {
		if top := open[n-1]; top.list == b.list && b.list != "typed" {
			for n > 0 && open[n-1].list == b.list && open[n-1].depth >= b.depth {
				n--
			}
			return append(open[:n], b)
		}
	}
	n := len(open)
	for n > 0 && open[n-1].indent >= b.indent-100 {
		n--
	}
	return append(open[:min(n, 8)], b)
}

// commonIndent is the indent that most text has that is in no list.
func (d *drafted) commonIndent() int {
	words, most, common := map[int]int{}, 0, 0
	for i := range d.drafts {
		if b := &d.drafts[i]; b.Kind == Paragraph && b.list == "" {
			if words[b.indent] += len(b.Text); words[b.indent] > most {
				most, common = words[b.indent], b.indent
			}
		}
	}
	return common
}

// titles puts the title of the document over its headings.
func (d *drafted) titles() {
	titled, top := false, false
	for i := range d.drafts {
		titled = titled || d.drafts[i].title
		top = top || d.drafts[i].Kind == Heading && !d.drafts[i].title && d.drafts[i].Level == 1
	}
	for i := range d.drafts {
		if b := &d.drafts[i]; titled && top && b.Kind == Heading && b.Level > 0 && !b.title {
			b.Level++
		}
	}
}
