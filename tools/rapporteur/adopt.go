package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"rapporteur/tools/internal/adopt"
	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// adopt takes the texts of an existing Hugo site into an archive, says what
// found no place, and writes where the old addresses lead now.
func (c *command) adopt(args []string) error {
	f := c.flags()
	out := f.String("out", "", "")
	original := f.String("original", "", "")
	dry := f.Bool("dry-run", false, "")
	asJSON := f.Bool("json", false, "")
	var sections list
	f.Var(&sections, "section", "")
	rest, err := c.parse(f, args, 1, 1)
	switch {
	case err != nil:
		return err
	case *out == "":
		return required("out")
	case *original != "" && !report.IsTag(*original):
		return usageError{"error_lang", message.Data{"Lang": *original}}
	}
	a, err := c.open(*out)
	if err != nil {
		return err
	}
	result, err := adopt.Site(rest[0], adopt.Options{Sections: sections, Original: *original})
	if err != nil {
		return err
	}
	problems := result.Problems
	written := &adopted{c: c, archive: a, dry: *dry, reports: map[string]bool{}, warned: map[string]bool{}}
	for _, t := range result.Texts {
		problems = append(problems, written.text(t)...)
	}
	tables := map[string][]byte{"_redirects": adopt.ForHosts(result.Redirects), "nginx.map": adopt.ForNginx(result.Redirects)}
	for name, data := range tables {
		if err := written.table(filepath.Join(a.Root, "deploy", "redirects", name), data); err != nil {
			return err
		}
	}
	report.SortProblems(problems)
	if *asJSON {
		err = check.WriteJSON(c.stdout, problems, c.say.Problem)
	} else {
		for i := range problems {
			fmt.Fprintln(c.stdout, c.line(&problems[i]))
		}
		c.print("adopted", message.Data{"Count": written.texts, "Reports": len(written.reports), "Dir": shortPath(a.Root), "Left": len(problems)})
	}
	if err == nil && slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Severity == report.Error }) {
		return errProblems
	}
	return err
}

// adopted writes what was adopted into an archive, never over what is there.
type adopted struct {
	c       *command
	archive *archive.Archive
	dry     bool
	texts   int
	reports map[string]bool
	warned  map[string]bool
}

// text writes a translation with its source and its ledger.
func (w *adopted) text(t adopt.Text) []report.Problem {
	if !w.archive.Config.Has(t.Lang) && !w.warned[t.Lang] {
		w.warned[t.Lang] = true
		w.c.warn("import_language", message.Data{"Lang": t.Lang})
	}
	w.archive.LiftThemes(t.Page)
	folder := filepath.Join(w.archive.Root, "content", "reports", t.Report)
	if problems := w.differs(filepath.Join(folder, "index."+t.Lang+".md"), page.Format(t.Page)); problems != nil {
		return problems
	}
	if !w.dry {
		if err := writeImport(folder, t.Page, t.Ledger, t.Source); err != nil {
			return []report.Problem{{Code: "unreadable", Severity: report.Error, File: shortPath(folder), Args: map[string]string{"Error": err.Error()}}}
		}
	}
	w.texts++
	w.reports[t.Report] = true
	return nil
}

// table adds lines to a table of redirects.
func (w *adopted) table(name string, data []byte) error {
	if w.dry || len(data) == 0 {
		return nil
	}
	there, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	_, err = archive.WriteFile(name, adopt.Joined(there, data))
	return err
}

// differs says that a file is there and holds something else.
func (w *adopted) differs(name string, data []byte) []report.Problem {
	old, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && string(old) == string(data) {
		return nil
	}
	return []report.Problem{{Code: "adopt-exists", Severity: report.Error, File: shortPath(name)}}
}
