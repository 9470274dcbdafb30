package main

import (
	"path/filepath"

	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// check looks for problems. An error or a warning makes it fail; what is only
// said does not.
func (c *command) check(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	format := f.String("format", "text", "")
	rest, err := c.parse(f, args, 0, -1)
	if err != nil {
		return err
	}
	write, ok := map[string]func([]report.Problem) error{
		"text":   func(ps []report.Problem) error { return check.WriteText(c.stdout, ps, c.say.Problem) },
		"json":   func(ps []report.Problem) error { return check.WriteJSON(c.stdout, ps, c.say.Problem) },
		"sarif":  func(ps []report.Problem) error { return check.WriteSARIF(c.stdout, ps, c.say.Problem) },
		"github": func(ps []report.Problem) error { return check.WriteGitHub(c.stdout, ps, c.say.Problem) },
	}[*format]
	if !ok {
		return usageError{"error_format", message.Data{"Format": *format}}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	paths, err := inArchive(a.Root, rest)
	if err != nil {
		return err
	}
	problems := check.Run(a, check.Options{Paths: paths})
	if err := write(problems); err != nil {
		return err
	}
	for i := range problems {
		if problems[i].Severity != report.Info {
			return errProblems
		}
	}
	return nil
}

// inArchive writes paths, as given in the current folder, as check names them:
// with slashes, from the archive's root. Each must be there.
func inArchive(root string, paths []string) ([]string, error) {
	list := make([]string, 0, len(paths))
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(root, abs)
		if err != nil || !filepath.IsLocal(rel) || !exists(abs) {
			return nil, &report.Problem{Code: "check-path", Severity: report.Error, File: p}
		}
		list = append(list, filepath.ToSlash(rel))
	}
	return list, nil
}
