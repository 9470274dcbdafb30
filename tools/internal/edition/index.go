package edition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
)

// index is editions/<name>/edition.json. In format 1 it says which text each
// report had, and where it stands; since format 2 it says that of the texts for
// which the edition before said something else, and names those that it no
// longer has, so that the file grows with what changes. One text a line.
type index struct {
	Format int         `json:"format,omitempty"`
	Name   string      `json:"name"`
	Moment time.Time   `json:"moment"`
	Source string      `json:"source"`
	Tool   string      `json:"tool"`
	Count  int         `json:"count,omitempty"` // of all texts
	Gone   [][2]string `json:"gone,omitempty"`  // report and language
	Texts  []Text      `json:"texts"`
}

// format is that of what this release seals: 2, where an edition's manifest and
// index hold what it added to the edition before. What earlier releases sealed
// in format 1, whole, is read and verified as it is.
const format = 2

func formatIndex(e, last *Edition) ([]byte, error) {
	x := index{Format: format, Name: e.Name, Moment: e.Moment, Source: e.Source, Tool: e.Tool, Count: len(e.Texts), Texts: []Text{}}
	var changed []Text
	for _, t := range e.Texts {
		if last != nil {
			if then, ok := last.Text(t.Report, t.Lang); ok && then.Title == t.Title && then.Digest == t.Digest && then.Permalink == t.Permalink {
				continue
			}
		}
		changed = append(changed, t)
	}
	if last != nil {
		for _, t := range last.Texts {
			if _, ok := e.Text(t.Report, t.Lang); !ok {
				x.Gone = append(x.Gone, [2]string{t.Report, t.Lang})
			}
		}
	}
	head, err := compact(x)
	if err != nil {
		return nil, err
	}
	out := bytes.TrimSuffix(head, []byte("]}"))
	for i, t := range changed {
		text, err := compact(t)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), text...)
	}
	return append(out, "\n]}\n"...), nil
}

// after returns all texts of the edition, which follows one with the texts
// last.
func (x *index) after(last []Text) []Text {
	if x.Format < 2 {
		return x.Texts
	}
	all := map[[2]string]Text{}
	for _, list := range [][]Text{last, x.Texts} {
		for _, t := range list {
			all[[2]string{t.Report, t.Lang}] = t
		}
	}
	for _, key := range x.Gone {
		delete(all, key)
	}
	texts := slices.Collect(maps.Values(all))
	slices.SortFunc(texts, func(a, b Text) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Lang, b.Lang))
	})
	return texts
}

func parseIndex(data []byte) (*index, error) {
	x := &index{}
	if err := json.Unmarshal(data, x); err != nil {
		return nil, err
	}
	if x.Format > format {
		return nil, fmt.Errorf("format %d is newer than this release reads", x.Format)
	}
	for i, t := range x.Texts {
		if !IsName(t.Edition) || t.Permalink != Permalink(t.Report, t.Lang, t.Edition) {
			return nil, fmt.Errorf("text %d: %q is not its permalink", i+1, t.Permalink)
		}
		if i > 0 && !before(x.Texts[i-1], t) {
			return nil, fmt.Errorf("text %d: out of order", i+1)
		}
	}
	return x, nil
}

// before is the order of an edition's texts.
func before(a, b Text) bool {
	return a.Report < b.Report || a.Report == b.Report && a.Lang < b.Lang
}

// formatUnits is editions/<name>/units.json: by permalink, the unit ids of the
// texts that this edition froze or that have other ids since. Those of the
// rest stand with an earlier edition, so that the file grows with what changes.
func formatUnits(texts []Text) ([]byte, error) {
	out := []byte("{")
	for i, t := range texts {
		units := t.Units
		if units == nil {
			units = []string{}
		}
		text, err := compact(map[string][]string{t.Permalink: units})
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), bytes.Trim(text, "{}")...)
	}
	return append(out, "\n}\n"...), nil
}

func parseUnits(data []byte) (map[string][]string, error) {
	units := map[string][]string{}
	return units, json.Unmarshal(data, &units)
}
