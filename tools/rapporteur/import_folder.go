package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"text/tabwriter"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// folder imports the files that a manifest names. It goes on past those that
// fail, ends with a table, and fails if one did.
func (i *importer) folder(dir, reviewed string) error {
	jobs, err := archive.ReadManifest(dir)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(i.c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, i.c.say.Say("import_head", nil))
	failures := 0
	for n, received := range jobs {
		j := job(received)
		i.c.progress("import_progress", message.Data{"Number": n + 1, "Total": len(jobs), "File": j.File})
		result := ""
		err := j.usage()
		name := j.File
		if err == nil {
			j.File = filepath.Join(dir, filepath.FromSlash(j.File))
			var in *imported
			if in, err = i.run(j, ""); err == nil {
				result = strconv.Itoa(len(in.Page.Units))
			}
		}
		if err != nil {
			failures++
			result = i.c.sentence(err)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", name, j.Report, j.Lang, result)
	}
	w.Flush()
	if failures > 0 {
		i.c.warn("import_failed", message.Data{"Count": failures, "Total": len(jobs)})
		return errProblems
	}
	return nil
}
