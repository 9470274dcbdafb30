package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
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
		list, err = c.between(a, r, *lang, history, *branch, *from, *to)
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

// between is what changed from one edition or revision to another; without a
// second one, to the text as it stands. Of editions it says what their page in
// the site's history says.
func (c *command) between(a *archive.Archive, r *archive.Report, lang string, history *archive.History, branch, from, to string) ([]archive.Difference, error) {
	var moments [2]unit.Both
	file := r.Translation(lang).File
	for i, name := range []string{from, to} {
		both, frozen, ok, err := published(a.Root, branch, r, lang, name)
		switch {
		case err != nil:
			return nil, err
		case ok:
			file = frozen
		case i == 1 && name == "":
			both = r.Now(lang)
		default:
			if both, err = history.At(r, lang, name); err != nil {
				return nil, err
			}
			file = name + ":" + r.Translation(lang).File // as git show has it
		}
		moments[i] = both
	}
	return archive.Between(moments[0], moments[1], file), nil
}

// published is what a report said in an edition, and in which file of the
// branch; ok is false if there is no such edition or it does not have the
// report.
func published(root, branch string, r *archive.Report, lang, name string) (both unit.Both, file string, ok bool, err error) {
	editions, err := edition.Open(root, branch)
	if err != nil {
		return both, "", false, nil // what Git may know under that name
	}
	at := slices.IndexFunc(editions.Editions, func(e edition.Edition) bool { return e.Name == name })
	if at < 0 {
		return both, "", false, nil
	}
	texts, err := editions.Texts()
	if err != nil {
		return both, "", false, err
	}
	defer texts.Close()
	for _, l := range []string{r.Reference().Lang, lang} {
		text, has := editions.Editions[at].Text(r.ID, l)
		if !has {
			continue
		}
		said, err := texts.Read(text)
		switch {
		case err != nil:
			return both, "", false, err
		case said == nil:
		case l == r.Reference().Lang:
			both.Ref, file, ok = said.Units, said.File, true
		default:
			both.Own, file = said.Units, said.File
		}
	}
	return both, file, ok, nil
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

// difference writes one unit: what the reference says and what the translation
// says, with what changed marked.
func (c *command) difference(d *archive.Difference, m marks) {
	key, words := "diff_changed", ""
	switch {
	case d.Known && d.Old == d.New:
		key, words = "diff_own", m.say(d.New)
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
	own := m.say(d.Own)
	if d.OwnWords != nil {
		own = m.marked(d.OwnWords)
	}
	where := ""
	if d.File != "" {
		where = d.File + ":" + strconv.Itoa(d.Line) + ": "
	}
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if m == markdownMarks {
		fmt.Fprintf(c.stdout, "\n%s\n\n", line(words))
		if own != "" {
			fmt.Fprintf(c.stdout, "> %s\n\n", line(own))
		}
		return
	}
	if words != "" {
		fmt.Fprintf(c.stdout, "  %s\n", line(words))
	}
	if own != "" {
		fmt.Fprintf(c.stdout, "  %s%s\n", where, line(own))
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
