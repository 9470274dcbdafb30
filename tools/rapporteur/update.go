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
// two. Where people and the newer source changed the same unit the error is of
// type *conflicting. With --replace nothing is joined.
func (i *importer) update(j job, in *imported) error {
	t := in.Read
	index := i.index(j)
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
	if len(in.conflicts) > 0 {
		return &conflicting{shortPath(index), in.conflicts}
	}
	return nil
}

// conflicting says that people and the newer source changed the same units.
type conflicting struct {
	file      string
	conflicts []unit.Conflict
}

func (e *conflicting) Error() string { return e.file + ": conflicts" }

// conflicts lists what both changed, for a person to decide.
func (c *command) conflicts(e *conflicting) error {
	for _, conflict := range e.conflicts {
		c.print("import_conflict", nil)
		fmt.Fprintf(c.stdout, "  = %s\n  - %s\n  + %s\n", said(conflict.Base), said(conflict.Ours), said(conflict.Theirs))
	}
	c.warn("import_conflicts", map[string]any{"Count": len(e.conflicts), "File": e.file})
	return errProblems
}

// said is what a unit says, or a dash for one that a side removed.
func said(u *report.Unit) string {
	if u == nil {
		return "—"
	}
	return strings.Join(strings.Fields(unit.Words(u)), " ")
}
