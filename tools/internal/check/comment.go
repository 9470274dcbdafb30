package check

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// The bounds of a comment. GitHub takes 65,536 characters, GitLab and Forgejo
// more.
const (
	mostComment  = 65000 // characters
	mostFindings = 10
	mostFresh    = 20  // parts that are named
	mostStale    = 20  // parts that are shown
	mostFiles    = 30  // translations that are named
	mostText     = 500 // characters of a text that is shown
)

// commentMark begins a comment, so that a program can find its own and write
// over it.
const commentMark = "<!-- rapporteur -->"

// Phrases gives the sentences of a comment in the language of who reads it.
type Phrases struct {
	Say     func(key string, data map[string]any) string
	Problem func(*report.Problem) string
}

// WriteComment writes what a contribution does as one comment for a forge:
// what became fresh, what is still stale, and what check found. What the
// contribution says stands in code alone, where no forge reads mentions,
// links, images or HTML.
func (c *Contribution) WriteComment(w io.Writer, problems []report.Problem, p Phrases) error {
	m := &comment{c: c, say: p.Say}
	changes := c.Changes()
	m.block(commentMark + "\n## " + p.Say("comment_title", nil))
	if len(changes) == 0 {
		m.block(p.Say("comment_no_translation", nil))
	}
	m.summary(changes)
	m.fresh(changes)
	m.stale(changes)
	m.findings(problems, p)
	_, err := io.WriteString(w, m.text())
	return err
}

// A comment is blocks of Markdown, with a blank line between them.
type comment struct {
	c      *Contribution
	say    func(key string, data map[string]any) string
	blocks []string
}

func (m *comment) block(s string) { m.blocks = append(m.blocks, s) }

// text is the whole, cut between blocks where it would be too long.
func (m *comment) text() string {
	var b strings.Builder
	size := 0
	rest := m.say("comment_cut", nil)
	for _, s := range m.blocks {
		n := utf8.RuneCountInString(s) + 2
		if size+n > mostComment-utf8.RuneCountInString(rest)-2 {
			b.WriteString(rest + "\n")
			break
		}
		size += n
		b.WriteString(s + "\n\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (m *comment) summary(changes []Change) {
	var lines []string
	for _, ch := range changes[:min(len(changes), mostFiles)] {
		lines = append(lines, "- "+m.place(ch.Translation.File, 0)+" — "+m.say("comment_file", map[string]any{
			"Count": ch.Translated, "Translated": ch.Translated, "Units": ch.Units, "Was": ch.Was, "Fresh": len(ch.Fresh), "Stale": len(ch.Stale),
		}))
	}
	m.more(&lines, len(changes)-mostFiles)
	if len(lines) > 0 {
		m.block(strings.Join(lines, "\n"))
	}
}

func (m *comment) fresh(changes []Change) {
	var lines []string
	all := 0
	for _, ch := range changes {
		for _, u := range ch.Fresh {
			if all++; all <= mostFresh {
				lines = append(lines, "- "+m.place(ch.Translation.File, u.Line)+" "+code(cut(u.Own, quoted)))
			}
		}
	}
	m.more(&lines, all-mostFresh)
	if all > 0 {
		m.block("### " + m.say("comment_fresh", map[string]any{"Count": all}))
		m.block(strings.Join(lines, "\n"))
	}
}

func (m *comment) stale(changes []Change) {
	all := 0
	for _, ch := range changes {
		all += len(ch.Stale)
	}
	if all == 0 {
		return
	}
	m.block("### " + m.say("comment_stale", map[string]any{"Count": all}))
	n := 0
	for _, ch := range changes {
		for _, u := range ch.Stale {
			if n++; n > mostStale {
				continue
			}
			lines := []string{"  " + cut(u.Reference, mostText)}
			if u.Old != "" {
				lines = []string{"- " + marked(u.Old, u.Reference, unit.Removed), "+ " + marked(u.Old, u.Reference, unit.Added)}
			}
			m.block(m.place(ch.Translation.File, u.Line) + "\n\n" + fenced("diff", append(lines, "  "+cut(u.Own, mostText))...))
		}
	}
	if n > mostStale {
		m.block(m.say("comment_more", map[string]any{"Count": n - mostStale}))
	}
}

// findings shows the gravest problems.
func (m *comment) findings(problems []report.Problem, p Phrases) {
	problems = inOrder(problems)
	slices.SortStableFunc(problems, func(a, b report.Problem) int { return gravity(a.Severity) - gravity(b.Severity) })
	m.block("### " + m.say("comment_findings", map[string]any{"Count": len(problems)}))
	for i := range problems[:min(len(problems), mostFindings)] {
		f := &problems[i]
		m.block(m.place(f.File, f.Line) + " **" + m.say("severity_"+string(f.Severity), nil) + "** " + code(f.Code) + "\n\n" + fenced("text", cut(p.Problem(f), mostText)))
	}
	if n := len(problems) - mostFindings; n > 0 {
		m.block(m.say("comment_more", map[string]any{"Count": n}))
	}
}

func gravity(s report.Severity) int {
	return slices.Index([]report.Severity{report.Error, report.Warning, report.Info}, s)
}

func (m *comment) more(lines *[]string, n int) {
	if n > 0 {
		*lines = append(*lines, "- "+m.say("comment_more", map[string]any{"Count": n}))
	}
}

// place is a file and a line, linked to the forge where there is one.
func (m *comment) place(file string, line int) string {
	text := cut(file, mostText)
	if line > 0 {
		text += ":" + strconv.Itoa(line)
	}
	address := m.c.Archive.Config.Forge.Lines(m.c.Head, m.c.prefix+file, line)
	if address == "" || file == "" {
		return code(cmp.Or(text, "."))
	}
	return "[" + code(text) + "](" + address + ")"
}

// marked is one side of a comparison with its own words marked.
func marked(old, new string, side unit.Op) string {
	open, close := "[-", "-]"
	if side == unit.Added {
		open, close = "{+", "+}"
	}
	var b strings.Builder
	for _, e := range unit.DiffWords(old, new) {
		switch e.Op {
		case unit.Kept:
			b.WriteString(e.Text)
		case side:
			text := strings.TrimRight(e.Text, " ")
			b.WriteString(open + text + close + e.Text[len(text):])
		}
	}
	return cut(b.String(), mostText)
}

// cut is a text in one line of at most n characters, without what would change
// how its neighbours are read.
func cut(s string, n int) string {
	s = strings.Join(strings.Fields(printable(s)), " ")
	if utf8.RuneCountInString(s) > n {
		s = string([]rune(s)[:n]) + "…"
	}
	return s
}

// code is a text as a code span: nothing in it is Markdown.
func code(s string) string {
	marks := strings.Repeat("`", longest(s, '`')+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return marks + s + marks
}

// fenced is lines as a block of code.
func fenced(language string, lines ...string) string {
	text := strings.Join(lines, "\n")
	marks := strings.Repeat("`", max(3, longest(text, '`')+1))
	return marks + language + "\n" + text + "\n" + marks
}

// longest is the length of the longest run of c.
func longest(s string, c rune) int {
	most, n := 0, 0
	for _, r := range s {
		n++
		if r != c {
			n = 0
		}
		most = max(most, n)
	}
	return most
}
