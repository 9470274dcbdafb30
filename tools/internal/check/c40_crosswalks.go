package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/tools/internal/report"
)

// crosswalks (C40) finds links to themes and frameworks that differ between a
// translation and its reference, in the front matter or as the text prints
// them; a printed list that is out of order is a variant.
func crosswalks(c *Context) {
	if c.reference != nil {
		c.sameSet("themes", c.reference.Meta.Themes, c.own.Meta.Themes)
		c.sameSet("sdgs", c.reference.Meta.SDGs, c.own.Meta.SDGs)
		c.sameSet("wsis", c.reference.Meta.WSIS, c.own.Meta.WSIS)
		c.sameSet("gdc", c.reference.Meta.GDC, c.own.Meta.GDC)
		theirs := wordsOf(c.reference.Lang)
		c.pairs(func(p pair) {
			there, here := printed(p.there, theirs), printed(p.here, c.words)
			for _, framework := range frameworks {
				a, b := sorted(there[framework]), sorted(here[framework])
				if len(a) > 0 && len(b) > 0 && !slices.Equal(a, b) {
					c.say(p.own, "Key", framework, "Reference", join(there[framework]), "Text", join(here[framework]))
				}
			}
		})
	}
	c.each(func(i int, u *report.Unit) {
		if !prose(u) {
			return
		}
		lists := printed(c.plain[i], c.words)
		for _, framework := range frameworks {
			if list := lists[framework]; len(list) > 2 && !slices.IsSorted(list) {
				c.vary("order", report.Info, u, "Key", framework, "Text", join(list), "Expected", join(sorted(list)))
			}
		}
	})
}

var frameworks = []string{"sdgs", "wsis", "gdc"}

// sameSet compares a key of two front matters; a translation that leaves it
// out has the reference's.
func (c *Context) sameSet(key string, ref, own []string) {
	a, b := slices.Compact(slices.Sorted(slices.Values(ref))), slices.Compact(slices.Sorted(slices.Values(own)))
	if len(own) > 0 && len(ref) > 0 && !slices.Equal(a, b) {
		c.sayLine(c.lineOf(key+" = "), "Key", key, "Reference", strings.Join(ref, ", "), "Text", strings.Join(own, ", "))
	}
}

var printedList = regexp.MustCompile(`^[s]?[\s\x{a0}:：]*((?:[CcСс]?\d{1,2}(?:[\s\x{a0}]*[,،、;][\s\x{a0}]*|\b))+)`)

// printed reads the lists that a text prints after the name of a framework:
// SDG 9, 16, 17.
func printed(s string, w *words) map[string][]int {
	var lists map[string][]int
	folded := ""
	for _, framework := range frameworks {
		for _, name := range w.Frameworks[framework] {
			if !strings.Contains(s, name) {
				continue
			}
			if folded == "" {
				folded = foldDigits(s)
			}
			_, rest, _ := strings.Cut(folded, name)
			m := printedList.FindStringSubmatch(rest)
			if m == nil {
				continue
			}
			for _, part := range strings.FieldsFunc(m[1], func(r rune) bool { return r < '0' || r > '9' }) {
				if n, err := strconv.Atoi(part); err == nil {
					if lists == nil {
						lists = make(map[string][]int)
					}
					lists[framework] = append(lists[framework], n)
				}
			}
			break
		}
	}
	return lists
}

func sorted(list []int) []int { return slices.Sorted(slices.Values(list)) }

func join(list []int) string {
	s := make([]string, len(list))
	for i, n := range list {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, ", ")
}
