package main

import (
	"os"
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// newTranslation begins a translation that builds as it is.
func (c *command) newTranslation(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	lang := f.String("lang", "", "")
	rest, err := c.parse(f, args, 1, 1)
	switch {
	case err != nil:
		return err
	case *lang == "":
		return required("lang")
	case !report.IsTag(*lang):
		return usageError{"error_lang", message.Data{"Lang": *lang}}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	r := a.Report(rest[0])
	if r == nil {
		return &report.Problem{Code: "report-unknown", Severity: report.Error, File: rest[0]}
	}
	name := filepath.Join(a.Root, filepath.FromSlash(r.Dir), "index."+*lang+".md")
	if _, err := os.Lstat(name); err == nil {
		return &report.Problem{Code: "translation-exists", Severity: report.Error, File: shortPath(name)}
	}
	if !a.Config.Has(*lang) {
		c.warn("import_language", message.Data{"Lang": *lang})
	}
	t := a.Start(r, *lang)
	if _, err := archive.WriteFile(name, page.Format(t)); err != nil {
		return err
	}
	c.print("started", message.Data{"File": shortPath(name), "Count": len(t.Units)})
	c.terms(a, r, *lang)
	return nil
}
