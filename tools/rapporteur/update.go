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

// merged is how a new import was joined with the page that stands there.
type merged struct {
	there     *report.Translation // or nil
	conflicts []unit.Conflict     // what people and the newer source changed
}

// update joins a new import with the page that stands there: what people have
// edited since the page was imported is kept. What it was imported from is
// known, for the source stands beside it; read again, it is the base of the
// two. Where people and the newer source changed the same unit, the conflicts
// are listed and nothing is to be written. With --replace nothing is joined.
func (i *importer) update(j job, in *imported) error {
	t := in.Read
	index := filepath.Join(i.dir(j), "index."+t.Lang+".md")
	text, err := os.ReadFile(index)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	differs := &report.Problem{Code: "import-exists", Severity: report.Error, File: shortPath(index)}
	there, _ := page.Parse(t.Report, t.Lang, index, text)
	in.there = there
	if i.replace {
		return nil
	}
	if there == nil {
		return differs
	}
	if there.Meta.Source.File == "" {
		return differs
	}
	name := filepath.Join(i.dir(j), filepath.Base(there.Meta.Source.File))
	data, err := readSource(name)
	if err != nil {
		return differs
	}
	base, err := i.clean(j, name, data)
	if err != nil {
		return differs
	}
	if string(page.Format(base.Page)) == string(text) {
		return nil // nobody has edited it
	}
	joined := *t
	joined.Units, in.conflicts = unit.Merge(base.Page.Units, there.Units, t.Units)
	if !reflect.DeepEqual(base.Page.Meta, there.Meta) {
		joined.Meta = there.Meta
		joined.Meta.Source = t.Meta.Source
	}
	in.Page = &joined
	for _, conflict := range in.conflicts {
		i.c.print("import_conflict", nil)
		fmt.Fprintf(i.c.stdout, "  = %s\n  - %s\n  + %s\n", said(conflict.Base), said(conflict.Ours), said(conflict.Theirs))
	}
	if len(in.conflicts) > 0 {
		i.c.warn("import_conflicts", map[string]any{"Count": len(in.conflicts), "File": shortPath(index)})
		return errProblems
	}
	return nil
}

// said is what a unit says, or a dash for one that a side removed.
func said(u *report.Unit) string {
	if u == nil {
		return "—"
	}
	return strings.Join(strings.Fields(unit.Words(u)), " ")
}
