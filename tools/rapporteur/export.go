package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/check"
	"rapporteur/tools/internal/exchange"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// export writes a report, or all reports, for the tools of translators.
func (c *command) export(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	lang := f.String("lang", "", "")
	name := f.String("format", "xliff", "")
	out := f.String("out", "", "")
	rest, err := c.parse(f, args, 0, 1)
	switch {
	case err != nil:
		return err
	case *lang == "":
		return required("lang")
	case !report.IsTag(*lang):
		return usageError{"error_lang", message.Data{"Lang": *lang}}
	case len(rest) == 0 && *out == "":
		return required("out")
	}
	format, ok := exchangeFormat(*name)
	if !ok {
		return usageError{"error_exchange_format", message.Data{"Format": *name}}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	e := &exporter{a: a, lang: *lang, format: format, options: exchange.Options{Say: c.catalog.Printer(*lang).Problem}}
	if len(rest) == 0 {
		return e.all(c, *out)
	}
	r := a.Report(rest[0])
	if r == nil {
		return &report.Problem{Code: "report-unknown", Severity: report.Error, File: rest[0]}
	}
	if r.Reference().Lang == *lang {
		return &report.Problem{Code: "exchange-pair", Severity: report.Error, File: r.ID,
			Args: map[string]string{"From": *lang, "To": *lang, "Reference": *lang}}
	}
	data, count, err := e.report(r)
	if err != nil {
		return err
	}
	if *out == "" {
		_, err = c.stdout.Write(data)
		return err
	}
	if _, err = archive.WriteFile(*out, data); err == nil {
		c.print("exported", message.Data{"File": shortPath(*out), "Count": count})
	}
	return err
}

// exchangeFormat finds a format by its name.
func exchangeFormat(name string) (exchange.Format, bool) {
	for _, f := range exchange.Formats {
		if f.Name == name {
			return f, true
		}
	}
	return exchange.Format{}, false
}

// An exporter writes reports of an archive in one format for one language.
type exporter struct {
	a       *archive.Archive
	lang    string
	format  exchange.Format
	options exchange.Options
}

// all writes every report that is not in that language already, a file each,
// into a folder.
func (e *exporter) all(c *command, folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return &report.Problem{Code: "exchange-folder", Severity: report.Error, File: shortPath(folder)}
	}
	for _, r := range e.a.Reports {
		if r.Reference().Lang == e.lang {
			continue
		}
		data, count, err := e.report(r)
		if err != nil {
			return err
		}
		name := filepath.Join(folder, r.ID+"."+e.lang+e.format.Extension)
		if _, err := archive.WriteFile(name, data); err != nil {
			return err
		}
		c.print("exported", message.Data{"File": shortPath(name), "Count": count})
	}
	return nil
}

// report is a report in the format, and how many of its texts are still to be
// translated or brought up to date.
func (e *exporter) report(r *archive.Report) ([]byte, int, error) {
	if t := r.Translation(e.lang); t != nil {
		e.options.Problems = check.Run(e.a, check.Options{Paths: []string{t.File}})
	}
	f := exchange.Export(e.a, r, e.lang, e.options)
	var b bytes.Buffer
	err := e.format.Write(&b, f)
	count := 0
	for i := range f.Entries {
		if f.Entries[i].State == exchange.Initial && !f.Entries[i].Fixed {
			count++
		}
	}
	return b.Bytes(), count, err
}

// isExchange reports whether a file's name says that it may be merged.
func isExchange(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlf", ".xliff", ".po", ".tmx":
		return true
	}
	return false
}
