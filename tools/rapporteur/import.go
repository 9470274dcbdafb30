package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

// importSource reads a received file, or a folder of them, into pages, their
// sources and their ledgers.
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
	rest, err := c.parse(f, args, 1, 1)
	if err != nil {
		return err
	}
	folder := false
	if info, err := os.Stat(rest[0]); err == nil && info.IsDir() && j == (job{}) {
		folder = true
	} else if j.File = rest[0]; j.usage() != nil {
		return j.usage()
	}
	// A folder that is named need not be an archive yet.
	root := *dir
	if root == "" {
		if root, err = archive.Find("."); err != nil {
			return err
		}
	}
	i := &importer{c: c, root: root, replace: *replace}
	if a, err := archive.Open(root); err == nil {
		i.archive = a
	}
	if folder {
		return i.folder(rest[0])
	}
	t, ledger, err := i.run(j)
	if err != nil {
		return err
	}
	if *explain {
		c.explain(ledger)
	}
	w := ledger.Words
	c.print("imported", message.Data{"File": shortPath(filepath.Join(i.dir(j), "index."+j.Lang+".md")), "Count": len(t.Units), "Words": w.Page, "Lifted": w.Lifted, "Removed": w.Removed})
	return nil
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

// explain prints a ledger for reading: line, what was done and why, the text,
// and what stands there now or the key that has it.
func (c *command) explain(ledger *report.Ledger) {
	for _, e := range ledger.Entries {
		to := ""
		if e.To != "" {
			to = " → " + short(e.To)
		}
		reason := c.say.Say("reason_"+strings.ReplaceAll(e.Reason, "-", "_"), nil)
		fmt.Fprintf(c.stdout, "%5d  %-7s  %s: %s%s\n", e.Line, e.Action, reason, short(e.Text), to)
	}
}

// short is a text on one line, cut where it grows long.
func short(s string) string {
	text := []rune(strings.Join(strings.Fields(s), " "))
	if len(text) > 100 {
		text = append(text[:99], '…')
	}
	return string(text)
}
