package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
)

// tasksShown is how much of what is to be done is listed for a person.
const tasksShown = 10

// status says what is translated, what of that is fresh, and what to do next.
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
	status := a.Status()
	if *asJSON {
		e := json.NewEncoder(c.stdout)
		e.SetIndent("", " ")
		return e.Encode(status)
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, c.say.Say("status_head", nil))
	for _, r := range status.Rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Report, r.Lang, c.state(&r))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, o := range status.Orphans {
		if o.Moved != "" {
			c.print("status_moved", message.Data{"Folder": o.Folder, "Report": o.Moved})
		} else {
			c.print("status_orphan", message.Data{"Folder": o.Folder})
		}
	}
	if len(status.Next) > 0 {
		fmt.Fprintf(c.stdout, "\n%s\n", c.say.Say("status_next", nil))
	}
	for _, t := range status.Next[:min(tasksShown, len(status.Next))] {
		task := c.say.Say("status_do_"+string(t.Do), message.Data{"Count": t.Units})
		fmt.Fprintf(c.stdout, "  %s %s: %s\n", t.Report, t.Lang, task)
	}
	return nil
}

// state is a row of the table in words.
func (c *command) state(r *archive.StatusRow) string {
	switch {
	case !r.Exists:
		return c.say.Say("status_missing", nil)
	case r.Reference && r.Original:
		return c.say.Say("status_original", nil)
	case r.Reference:
		return c.say.Say("status_reference", nil)
	}
	s := c.say.Say("status_row", message.Data{"Translated": r.Translated, "Units": r.Units, "Stale": r.Stale, "Unknown": r.Unknown})
	if r.Behind > 0 {
		s += " · " + c.say.Say("status_behind", message.Data{"Count": r.Behind})
	}
	return s + " · " + c.say.Say("status_"+string(r.Review), nil)
}
