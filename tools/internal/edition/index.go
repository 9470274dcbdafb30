package edition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// index is editions/<name>/edition.json: which text each report had, and where
// it stands. One text a line, so that Git stores what changed.
type index struct {
	Name   string    `json:"name"`
	Moment time.Time `json:"moment"`
	Source string    `json:"source"`
	Tool   string    `json:"tool"`
	Texts  []Text    `json:"texts"`
}

func formatIndex(e *Edition) ([]byte, error) {
	head, err := compact(index{Name: e.Name, Moment: e.Moment, Source: e.Source, Tool: e.Tool, Texts: []Text{}})
	if err != nil {
		return nil, err
	}
	out := bytes.TrimSuffix(head, []byte("]}"))
	for i, t := range e.Texts {
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

func parseIndex(data []byte) (*index, error) {
	x := &index{}
	if err := json.Unmarshal(data, x); err != nil {
		return nil, err
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
