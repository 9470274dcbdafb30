package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/unit"
)

// A statusRow is a report in a language of the site.
type statusRow struct {
	Report   string `json:"report"`
	Lang     string `json:"lang"`
	Original bool   `json:"original"`
	Exists   bool   `json:"exists"`
	Reviewed bool   `json:"reviewed"`
	unit.Counts
}

// status says what is translated and what of that is fresh.
func (c *command) status(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	asJSON := f.Bool("json", false, "")
	if _, err := c.parse(f, args, 0, 0); err != nil {
		return err
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	rows := statusRows(a)
	if *asJSON {
		e := json.NewEncoder(c.stdout)
		e.SetIndent("", " ")
		return e.Encode(rows)
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, c.say.Say("status_head", nil))
	for _, r := range rows {
		state := c.say.Say("status_missing", nil)
		switch {
		case r.Original:
			state = c.say.Say("status_original", nil)
		case r.Exists:
			state = c.say.Say("status_row", message.Data{"Translated": r.Translated, "Units": r.Units, "Stale": r.Stale, "Unknown": r.Unknown})
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Report, r.Lang, state)
	}
	return w.Flush()
}

func statusRows(a *archive.Archive) []statusRow {
	var rows []statusRow
	for _, r := range a.Reports {
		ref := r.Reference()
		for _, l := range a.Config.Languages {
			row := statusRow{Report: r.ID, Lang: l.Tag}
			switch t := r.Translation(l.Tag); {
			case t == nil:
				row.Units, row.Missing = len(ref.Units), len(ref.Units)
			case t == ref:
				row.Exists, row.Original = true, t.IsOriginal()
				row.Units, row.Translated, row.Fresh = len(ref.Units), len(ref.Units), len(ref.Units)
			default:
				row.Exists, row.Reviewed = true, len(t.Meta.Credit.Reviewers) > 0
				row.Counts = unit.Count(r.Aligned[l.Tag])
			}
			rows = append(rows, row)
		}
	}
	return rows
}
