package review

import (
	"slices"
	"strings"
)

// A field is a key of the front matter as it was lifted, and the notes that
// say from where.
type field struct {
	Key   string
	Value []value
	Notes []int
}

type value struct{ Text, Lang, Dir string }

// front is the front matter.
func (d *desk) front() []field {
	m := &d.Page.Meta
	var list []field
	add := func(key string, values ...string) {
		f := field{Key: key, Notes: d.byTo[key]}
		for _, v := range values {
			if v != "" {
				f.Value = append(f.Value, value{Text: visible(v)})
			}
		}
		if len(f.Value) > 0 || len(f.Notes) > 0 {
			list = append(list, f)
		}
	}
	add("title", m.Title)
	add("subtitle", m.Subtitle)
	add("report_type", string(m.Type))
	add("date", m.Date)
	add("event", m.Event)
	add("event_start", m.EventStart)
	add("event_end", m.EventEnd)
	add("place", m.Place)
	add("organisation", m.Organisation)
	add("symbols", strings.Join(m.Symbols, ", "))
	add("status", string(m.Status))
	add("original", m.Original)
	add("themes", strings.Join(m.Themes, ", "))
	add("sdgs", strings.Join(m.SDGs, ", "))
	add("wsis", strings.Join(m.WSIS, ", "))
	add("gdc", strings.Join(m.GDC, ", "))
	add("translation", append([]string{string(m.Credit.Method)}, append(slices.Clone(m.Credit.Translators), m.Credit.Reviewers...)...)...)
	if len(m.Notices) > 0 {
		f := field{Key: "notices", Notes: d.byTo["notices"]}
		for _, n := range m.Notices {
			lang := n.Lang
			if lang == "" {
				lang = d.Page.Lang
			}
			f.Value = append(f.Value, value{visible(plainOf(n.Text)), lang, direction(lang)})
		}
		list = append(list, f)
	}
	var sections []value
	for _, s := range m.Sections {
		v := append(append(append(slices.Clone(s.Themes), prefixed("SDG ", s.SDGs)...), prefixed("WSIS ", s.WSIS)...), prefixed("GDC ", s.GDC)...)
		sections = append(sections, value{Text: visible(s.Heading + ": " + strings.Join(append(v, s.Issues...), ", "))})
	}
	if len(sections) > 0 {
		list = append(list, field{Key: "sections", Value: sections})
	}
	return list
}

func prefixed(prefix string, list []string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = prefix + v
	}
	return out
}
