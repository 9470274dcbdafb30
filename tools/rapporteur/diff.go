package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/edition"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// diff shows what changed in the reference since a translation was made, unit
// by unit, or between two editions or revisions.
func (c *command) diff(args []string) error {
	f := c.flags()
	dir := f.String("archive", "", "")
	lang := f.String("lang", "", "")
	from := f.String("from", "", "")
	to := f.String("to", "", "")
	branch := f.String("branch", "archive", "")
	format := f.String("format", "text", "")
	asJSON := f.Bool("json", false, "")
	rest, err := c.parse(f, args, 1, 1)
	switch {
	case err != nil:
		return err
	case *lang == "":
		return required("lang")
	case *from == "" && *to != "":
		return required("from")
	case *format != "text" && *format != "json" && *format != "markdown":
		return usageError{"error_diff_format", message.Data{"Format": *format}}
	}
	a, err := c.open(*dir)
	if err != nil {
		return err
	}
	r := a.Report(rest[0])
	switch {
	case r == nil:
		return &report.Problem{Code: "report-unknown", Severity: report.Error, File: rest[0]}
	case r.Translation(*lang) == nil:
		return &report.Problem{Code: "translation-unknown", Severity: report.Error, File: r.Dir, Args: map[string]string{"Lang": *lang}}
	}
	history, err := a.History()
	if err != nil {
		return err
	}
	defer history.Close()
	var list []archive.Difference
	if *from == "" {
		list, err = a.Stale(history, r, *lang)
	} else {
		list, err = a.Between(history, r, *lang, revision(a.Root, *branch, *from), revision(a.Root, *branch, *to))
	}
	if err != nil {
		return err
	}
	if *asJSON || *format == "json" {
		e := json.NewEncoder(c.stdout)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		return e.Encode(append([]archive.Difference{}, list...))
	}
	marks := plainMarks
	if out, ok := c.stdout.(*os.File); ok && isTerminal(out) && os.Getenv("NO_COLOR") == "" {
		marks = colourMarks
	}
	if *format == "markdown" {
		marks = markdownMarks
	}
	for i := range list {
		c.difference(&list[i], marks)
	}
	if len(list) == 0 {
		c.print("diff_none", nil)
	}
	return nil
}

// revision is the commit that an edition was made from, or what Git may know
// under that name.
func revision(root, branch, name string) string {
	if name == "" {
		return ""
	}
	if editions, err := edition.Open(root, branch); err == nil {
		for i := range editions.Editions {
			if editions.Editions[i].Name == name {
				return editions.Editions[i].Source
			}
		}
	}
	return name
}

// marks stand around what was removed and what was added, and before a unit.
type marks struct{ unit, minus, minusEnd, plus, plusEnd, between string }

var (
	plainMarks    = marks{"", "[-", "-]", "{+", "+}", ""}
	colourMarks   = marks{"", "\x1b[31;9m", "\x1b[0m", "\x1b[32m", "\x1b[0m", ""}
	markdownMarks = marks{"#### ", "~~", "~~", "**", "**", " "}
)

// inMarkdown takes from a text what a forge would take for a mark, a link, a
// tag or somebody's name.
var inMarkdown = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "~", `\~`, "`", "\\`", "[", `\[`, "]", `\]`, "#", `\#`, "|", `\|`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;")

// say is a text as the marks need it.
func (m marks) say(s string) string {
	if m == markdownMarks {
		return inMarkdown.Replace(s)
	}
	// Nothing that a text holds may steer a terminal.
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// difference writes one unit: what the reference says, with what changed
// marked, and what the translation says.
func (c *command) difference(d *archive.Difference, m marks) {
	key, words := "diff_changed", ""
	switch {
	case d.New == "":
		key, words = "diff_removed", m.minus+m.say(d.Old)+m.minusEnd
	case d.Old == "" && d.Known:
		key, words = "diff_added", m.plus+m.say(d.New)+m.plusEnd
	case d.Old == "":
		key, words = "diff_unknown", m.say(d.New)
	default:
		words = m.marked(d.Words)
	}
	id := d.Unit
	if id == "" {
		id = string(d.Kind)
	}
	fmt.Fprintf(c.stdout, "%s%s · %s\n", m.unit, id, c.say.Say(key, nil))
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if m == markdownMarks {
		fmt.Fprintf(c.stdout, "\n%s\n\n", line(words))
		if d.Own != "" {
			fmt.Fprintf(c.stdout, "> %s\n\n", line(m.say(d.Own)))
		}
		return
	}
	fmt.Fprintf(c.stdout, "  %s\n", line(words))
	if d.Own != "" {
		fmt.Fprintf(c.stdout, "  %s:%d: %s\n", d.File, d.Line, line(m.say(d.Own)))
	}
}

// marked writes an edit; the marks stand close to words, never to spaces.
func (m marks) marked(edits []unit.Edit) string {
	var b strings.Builder
	for i, e := range edits {
		e.Text = m.say(e.Text)
		core := strings.TrimSpace(e.Text)
		if e.Op == unit.Kept || core == "" {
			b.WriteString(e.Text)
			continue
		}
		before, after, _ := strings.Cut(e.Text, core)
		open, end := m.minus, m.minusEnd
		if e.Op == unit.Added {
			open, end = m.plus, m.plusEnd
		}
		if e.Op == unit.Added && i > 0 && edits[i-1].Op == unit.Removed && before == "" {
			b.WriteString(m.between)
		}
		b.WriteString(before + open + core + end + after)
	}
	return b.String()
}
