package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// update joins a new import with the page that stands there: what people have
// edited since the page was imported is kept. What it was imported from is
// known, for the source stands beside it; read again, it is the base of the
// two. Where people and the newer source changed the same unit, the conflicts
// are listed and nothing is to be written.
func (i *importer) update(j job, t *report.Translation) (*report.Translation, error) {
	index := filepath.Join(i.dir(j), "index."+t.Lang+".md")
	text, err := os.ReadFile(index)
	if os.IsNotExist(err) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	differs := &report.Problem{Code: "import-exists", Severity: report.Error, File: shortPath(index)}
	there, _ := page.Parse(t.Report, t.Lang, index, text)
	if there == nil || there.Meta.Source.File == "" {
		return nil, differs
	}
	name := filepath.Join(i.dir(j), filepath.Base(there.Meta.Source.File))
	data, err := readSource(name)
	if err != nil {
		return nil, differs
	}
	base, _, err := i.clean(j, name, data)
	if err != nil {
		return nil, differs
	}
	if string(page.Format(base)) == string(text) {
		return t, nil // nobody has edited it
	}
	units, conflicts := unit.Merge(base.Units, there.Units, t.Units)
	for _, conflict := range conflicts {
		i.c.print("import_conflict", nil)
		fmt.Fprintf(i.c.stdout, "  = %s\n  - %s\n  + %s\n", said(conflict.Base), said(conflict.Ours), said(conflict.Theirs))
	}
	if len(conflicts) > 0 {
		i.c.warn("import_conflicts", map[string]any{"Count": len(conflicts), "File": shortPath(index)})
		return nil, errProblems
	}
	merged := *t
	merged.Units = units
	if !reflect.DeepEqual(base.Meta, there.Meta) {
		merged.Meta = there.Meta
		merged.Meta.Source = t.Meta.Source
	}
	return &merged, nil
}

// said is what a unit says, or a dash for one that a side removed.
func said(u *report.Unit) string {
	if u == nil {
		return "—"
	}
	return strings.Join(strings.Fields(unit.Words(u)), " ")
}
