package edition

import (
	"errors"
	"fmt"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// Texts reads what the reports said in the editions of a branch, from their
// frozen pages' Markdown. It is safe for several at once. Close it.
type Texts struct {
	commit  string
	objects *reader // nil: there is nothing to read
}

// Texts begins to read the texts of earlier editions.
func (h *History) Texts() (*Texts, error) {
	if h.tip == "" {
		return &Texts{}, nil
	}
	objects, err := h.repo.reader()
	return &Texts{h.base, objects}, err
}

// Close ends the reading.
func (t *Texts) Close() error {
	if t.objects == nil {
		return nil
	}
	return t.objects.close()
}

// Read gives a text as its edition froze it, its units with the ids that they
// had; nil where the branch holds it no longer.
func (t *Texts) Read(text Text) (*report.Translation, error) {
	if t.objects == nil {
		return nil, nil
	}
	file := text.Permalink + "report.md"
	data, err := t.objects.read(t.commit + ":" + file)
	if errors.Is(err, errGone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	said, _ := page.Parse(text.Report, text.Lang, file, data)
	if said == nil {
		return nil, nil // a tombstone, or a form that this release does not know
	}
	if len(text.Units) < len(said.Units) {
		return nil, fmt.Errorf("%s: %d units, %d ids in %s", strings.TrimSuffix(file, "/"), len(said.Units), len(text.Units), unitsFile)
	}
	for i := range said.Units {
		said.Units[i].ID = text.Units[i]
	}
	return said, nil
}
