package main

import (
	"errors"
	"os"
	"path/filepath"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// importSource reads a received file, or a folder of them, into pages, their
// sources and their ledgers. Without a file it looks again at what was
// imported before.
func (c *command) importSource(args []string) error {
	f := c.flags()
	var j job
	f.StringVar(&j.Report, "report", "", "")
	f.StringVar(&j.Lang, "lang", "", "")
	f.StringVar(&j.Original, "original", "", "")
	f.StringVar(&j.Profile, "profile", "", "")
	dir := f.String("archive", "", "")
	replace := f.Bool("replace", false, "")
	explain := f.Bool("explain", false, "")
	reviewed := f.String("review", "", "")
	dry := f.Bool("dry-run", false, "")
	rest, err := c.parse(f, args, 0, 1)
	if err != nil {
		return err
	}
	again := len(rest) == 0
	folder := false
	switch {
	case again && !*explain && *reviewed == "":
		return usageError{"error_too_few", message.Data{"Verb": c.verb}}
	case !again:
		j.File = rest[0]
		info, err := os.Stat(j.File)
		folder = err == nil && info.IsDir() && j == (job{File: j.File})
	}
	if folder && *explain {
		return usageError{"error_one_file", message.Data{"Flag": "--explain"}}
	}
	if !folder {
		if err := j.usage(); err != nil {
			return err
		}
	}
	// A folder that is named need not be an archive yet.
	root := *dir
	if root == "" {
		if root, err = archive.Find("."); err != nil {
			return err
		}
	}
	i := &importer{c: c, root: root, replace: *replace, dry: *dry || again, kept: again}
	if a, err := archive.Open(root); err == nil {
		i.archive = a
	}
	switch {
	case folder:
		return i.folder(j.File, *reviewed)
	case again:
		return i.again(j, *explain, *reviewed)
	}
	return i.one(j, *explain, *reviewed)
}

// one imports one file and says what came of it.
func (i *importer) one(j job, explain bool, reviewed string) error {
	i.warn(j.Lang)
	in, err := i.run(j, reviewed)
	var conflicts *conflicting
	if errors.As(err, &conflicts) {
		return i.c.conflicts(conflicts)
	}
	if err != nil {
		return err
	}
	if explain {
		i.c.explain(in.Ledger)
	}
	w := in.Ledger.Words
	said := message.Data{"File": shortPath(i.index(j)), "Count": len(in.Page.Units), "Words": w.Page, "Lifted": w.Lifted, "Removed": w.Removed}
	if i.dry {
		i.c.print("import_dry", said)
	} else {
		i.c.print("imported", said)
	}
	return nil
}

// again looks at a report that was imported before: at its ledger, or at its
// source beside its page.
func (i *importer) again(j job, explain bool, reviewed string) error {
	if explain {
		ledger, err := archive.ReadLedger(i.dir(j), j.Lang)
		if err != nil {
			return err
		}
		i.c.explain(ledger)
	}
	if reviewed == "" {
		return nil
	}
	ledger, err := archive.ReadLedger(i.dir(j), j.Lang)
	if err != nil {
		return err
	}
	j.File = filepath.Join(i.dir(j), filepath.Base(ledger.Source))
	_, err = i.run(j, reviewed)
	return err
}

// usage says what is wrong with a job.
func (j *job) usage() error {
	switch {
	case j.Report == "":
		return required("report")
	case !report.IsID(j.Report):
		return usageError{"error_report_id", message.Data{"ID": j.Report}}
	case j.Lang == "":
		return required("lang")
	case !report.IsTag(j.Lang):
		return usageError{"error_lang", message.Data{"Lang": j.Lang}}
	case j.Original != "" && !report.IsTag(j.Original):
		return usageError{"error_lang", message.Data{"Lang": j.Original}}
	}
	return nil
}
