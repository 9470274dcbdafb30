package main

import (
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/proof"
	"rapporteur/tools/internal/report"
)

// check looks for problems. An error or a warning makes it fail; what is only
// said does not.
func (c *command) check(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	format := f.String("format", "text", "")
	base := f.String("base", "", "")
	built := f.String("site", "", "")
	rest, err := c.parse(f, args, 0, -1)
	if err != nil {
		return err
	}
	var contribution *check.Contribution
	write, ok := map[string]func([]report.Problem) error{
		"text": func(ps []report.Problem) error {
			return check.WriteText(c.stdout, ps, c.say.Problem, func(s report.Severity) string { return c.say.Say("severity_"+string(s), nil) })
		},
		"json":   func(ps []report.Problem) error { return check.WriteJSON(c.stdout, ps, c.say.Problem) },
		"sarif":  func(ps []report.Problem) error { return check.WriteSARIF(c.stdout, ps, c.say.Problem) },
		"github": func(ps []report.Problem) error { return check.WriteGitHub(c.stdout, ps, c.say.Problem) },
		"comment": func(ps []report.Problem) error {
			say := c.translator(contribution)
			return contribution.WriteComment(c.stdout, ps, check.Phrases{
				Say:     func(key string, data map[string]any) string { return say.Say(key, data) },
				Problem: say.Problem,
			})
		},
	}[*format]
	switch {
	case !ok:
		return usageError{"error_format", message.Data{"Format": *format}}
	case *format == "comment" && *base == "":
		return required("base")
	case *built != "" && (*base != "" || len(rest) > 0):
		return usageError{"error_site_alone", nil}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	paths, err := inArchive(a.Root, rest)
	if err != nil {
		return err
	}
	var problems []report.Problem
	if *built != "" {
		if problems, err = proof.Site(a, c.siteMessages(a), *built); err != nil {
			return err
		}
	} else if *base == "" {
		problems = check.Run(a, check.Options{Paths: paths})
	} else {
		if contribution, err = check.Contributed(a, *base); err != nil {
			return err
		}
		problems = contribution.Run(check.Options{Paths: paths})
	}
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

// translator speaks the language of the one translation that was contributed
// to; the user's, if there are several.
func (c *command) translator(contribution *check.Contribution) *message.Printer {
	if langs := contribution.Languages(); len(langs) == 1 {
		if tag, _, _ := strings.Cut(langs[0], "-"); slices.Contains(c.catalog.Languages(), tag) || slices.Contains(c.catalog.Languages(), langs[0]) {
			return c.catalog.Printer(langs[0])
		}
	}
	return c.say
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
