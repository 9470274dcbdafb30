package edition

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"rapporteur/tools/internal/report"
)

// A Plan is an edition that is to be, before its site is built.
type Plan struct {
	Edition         // every text with the edition in which it last changed and its permalink
	Frozen  []Text  // those that changed: the site must have their pages at their permalinks
	Signer  *Signer // of the edition and its tag; nil: neither is signed
	renamed []Text  // those whose unit ids are not what units.json last said of them; the frozen are among them
	history *History
}

// Plan says what an edition with e's name, moment, source, tool and texts
// would freeze. Of each text it needs all but Edition and Permalink. It refuses
// a name that is taken and texts that lost a unit id ever published.
func (h *History) Plan(e Edition) (*Plan, error) {
	var problems []report.Problem
	add := func(p *report.Problem) { problems = append(problems, *p) }
	if !IsName(e.Name) {
		add(problem("publish-name", "", "Edition", e.Name))
	}
	for i := range h.Editions {
		if h.Editions[i].Name == e.Name {
			add(problem("publish-name-used", "", "Edition", e.Name))
		}
	}
	if len(problems) == 0 && h.tags[e.Name] {
		add(problem("publish-tag-used", "", "Edition", e.Name, "Tag", Tag(e.Name)))
	}
	e.Previous = h.Head()
	e.Moment = e.Moment.UTC().Truncate(time.Second)
	e.Texts = append([]Text(nil), e.Texts...)
	sort.SliceStable(e.Texts, func(i, j int) bool { return before(e.Texts[i], e.Texts[j]) })
	p := &Plan{Edition: e, history: h}
	for i := range p.Texts {
		t := &p.Texts[i]
		if !report.IsID(t.Report) || !report.IsTag(t.Lang) || t.Digest == "" || i > 0 && !before(p.Texts[i-1], *t) {
			add(problem("publish-text", "", "Report", t.Report, "Lang", t.Lang))
			continue
		}
		if last, ok := h.LastChanged(t.Report, t.Lang); ok && last.Digest == t.Digest {
			t.Edition, t.Permalink = last.Edition, last.Permalink
			if !slices.Equal(last.Units, t.Units) {
				p.renamed = append(p.renamed, *t)
			}
			continue
		}
		t.Edition, t.Permalink = e.Name, Permalink(t.Report, t.Lang, e.Name)
		p.Frozen, p.renamed = append(p.Frozen, *t), append(p.renamed, *t)
	}
	problems = append(problems, h.lostUnits(p.Texts)...)
	problems = append(problems, h.returned(p.Texts)...)
	if len(problems) > 0 {
		return nil, refuse(problems)
	}
	return p, nil
}

// LostUnits returns, by report, the unit ids that some edition published of it
// and that none of its texts has any more. The tombstone of a text that was
// withdrawn keeps its ids.
func (h *History) LostUnits(texts []Text) map[string][]string {
	have := map[string]map[string]bool{}
	for _, t := range texts {
		if have[t.Report] == nil {
			have[t.Report] = map[string]bool{}
		}
		for _, id := range t.Units {
			have[t.Report][id] = true
		}
	}
	lost := map[string][]string{}
	seen := map[*string]bool{} // lists that several editions share
	told := map[string]bool{}
	for i := range h.Editions {
		for _, t := range h.Editions[i].Texts {
			if len(t.Units) == 0 || seen[&t.Units[0]] {
				continue
			}
			seen[&t.Units[0]] = true
			if _, whole := h.withdrawnAs(t.Permalink); whole && have[t.Report] == nil {
				continue
			}
			for _, id := range t.Units {
				if key := t.Report + "#" + id; !have[t.Report][id] && !told[key] {
					told[key] = true
					lost[t.Report] = append(lost[t.Report], id)
				}
			}
		}
	}
	return lost
}

// lostUnits refuses to lose them.
func (h *History) lostUnits(texts []Text) []report.Problem {
	var problems []report.Problem
	lost := h.LostUnits(texts)
	for _, id := range sortedKeys(lost) {
		units := lost[id]
		shown := strings.Join(units[:min(len(units), 10)], ", ")
		if len(units) > 10 {
			shown += ", …"
		}
		problems = append(problems, *problem("publish-lost-unit", "", "Report", id, "Units", shown, "Count", strconv.Itoa(len(units))))
	}
	return problems
}
