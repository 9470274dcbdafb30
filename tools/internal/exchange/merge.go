package exchange

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A Result is what merging one report's texts came to.
type Result struct {
	Path       string // of the translation, from the archive's root
	Data       []byte // what the file is to say; nil: as it does
	New        bool   // there was no such file
	Changed    int    // units that were taken
	Unfinished int    // that their translator has marked so
	Confirmed  int    // units that were stale, and are said to need no change
	Undated    bool   // they cannot be recorded: the reference has no later date
	Conflicts  []Conflict
}

// A Conflict is a text that was not taken, for a person to decide.
type Conflict struct {
	Problem report.Problem
	ID      string // of the entry
	Ours    string // what the archive says, in Markdown; empty: nothing, or not translated
	Theirs  string // what the file says
	entry   *Entry // for a file to decide in
}

// Merge takes a file's texts into the archive: the bytes of each unit that was
// edited, and no others. A text that cannot be taken is a conflict, and all
// that can be is. The error says that nothing of the file can be.
func Merge(a *archive.Archive, name string, f *File) (*Result, error) {
	r := a.Report(f.Report)
	if r == nil {
		return nil, problem("exchange-report", name, 0, "Report", f.Report)
	}
	ref := r.Reference()
	if f.To == "" {
		return nil, problem("exchange-language", name, 0)
	}
	if f.To == ref.Lang || f.From != "" && f.From != ref.Lang || !report.IsTag(f.To) {
		return nil, problem("exchange-pair", name, 0, "From", f.From, "To", f.To, "Reference", ref.Lang)
	}
	m := &merger{name: name, file: f, date: ref.Meta.Date, result: &Result{Path: path.Join(r.Dir, "index."+f.To+".md")}, own: r.Translation(f.To)}
	data, err := os.ReadFile(filepath.Join(a.Root, filepath.FromSlash(m.result.Path)))
	switch {
	case m.own == nil && err == nil:
		return nil, problem("exchange-unread", name, 0, "File", m.result.Path)
	case m.own == nil:
		m.own, m.result.New = a.Start(r, f.To), true
	case err != nil:
		return nil, err
	}
	m.data, m.untouched = data, f.Base != "" && f.Base == hash(data)
	var translation *report.Translation
	if !m.result.New {
		translation = m.own
	}
	m.pieces, m.confirmed = make(map[string]*piece), make(map[string]bool)
	list := pieces(r, translation)
	for i := range list {
		p := &list[i]
		if m.order = append(m.order, p); m.result.New && p.refUnit != nil {
			p.ownUnit = m.started(p.refUnit)
		}
		m.pieces[p.id] = p
	}
	m.read()
	m.confirm()
	m.write()
	return m.result, nil
}

// A merger merges the texts of one report.
type merger struct {
	name      string
	file      *File
	date      string              // of the reference
	own       *report.Translation // as it stands, or as a new one begins
	data      []byte              // the file it stands in
	untouched bool                // nobody has edited it since the export
	pieces    map[string]*piece
	order     []*piece
	edits     []edit
	confirmed map[string]bool // by piece: stale, and finished as it stands
	basedOn   string          // the day that the translation is to say; empty: as it does
	result    *Result
}

// An edit is a text to be taken.
type edit struct {
	piece  *piece
	entry  *Entry
	text   string // Markdown, or plain
	theirs Text
	codes  []Code
}

// started is the unit of a new translation that stands for one of the
// reference.
func (m *merger) started(ref *report.Unit) *report.Unit {
	for i := range m.own.Units {
		if m.own.Units[i].ID == ref.ID {
			return &m.own.Units[i]
		}
	}
	return nil
}

// read compares each entry with what the archive has now and had at the
// export.
func (m *merger) read() {
	seen := make(map[string]string)
	for i := range m.file.Entries {
		e := &m.file.Entries[i]
		p := m.pieces[e.ID]
		if p == nil {
			if s := clean(e.Target).flat(); s != "" && s != clean(e.Source).flat() && (e.Was == "" || hash(s) != e.Was) {
				m.conflict("exchange-gone", nil, e, e.Target, nil)
			}
			continue
		}
		if s := e.Target.flat(); s != "" {
			if other, twice := seen[e.ID]; twice && other != s {
				m.conflict("exchange-twice", p, e, e.Target, nil)
				continue
			}
			seen[e.ID] = s
		}
		m.entry(p, e)
	}
}

func (m *merger) entry(p *piece, e *Entry) {
	source, codes := p.text(p.ref, nil)
	ours, codes := p.text(p.own, codes)
	theirs, codes, ok := p.received(e, codes)
	if !ok {
		m.conflict("exchange-structure", p, e, nil, codes)
		return
	}
	said := theirs.flat()
	switch {
	case said == "", said == source.flat() && said != ours.flat():
		return // not translated
	case said == ours.flat(), e.Was != "" && hash(p.exported(e)) == e.Was:
		then, _, _ := p.receivedText(e, e.Source, codes)
		if p.state == report.Stale && e.Finished && !e.Fuzzy && said == ours.flat() && then.flat() == source.flat() {
			m.confirmed[p.id] = true
		}
		return // not edited
	case e.Fuzzy:
		m.result.Unfinished++
		return
	}
	then, _, _ := p.receivedText(e, e.Source, codes)
	switch {
	case then.flat() != source.flat() && len(e.Source) > 0:
		m.conflict("exchange-reference", p, e, theirs, codes)
	case len(ours) > 0 && e.Was != hash(ours.flat()) && !m.untouched:
		m.conflict("exchange-both", p, e, theirs, codes)
	default:
		m.take(p, e, source, ours, theirs, codes)
	}
}

// confirm makes the translation say that it is based on the reference as it
// stands, if all that was stale has been edited or is said to be finished as it
// is. Nothing but based_on can say so for units that nobody touched.
func (m *merger) confirm() {
	edited := make(map[string]bool)
	for _, e := range m.edits {
		edited[e.piece.id] = true
	}
	for _, p := range m.order {
		if p.state == report.Stale && p.own != "" && !edited[p.id] && !m.confirmed[p.id] {
			return
		}
	}
	if len(m.confirmed) == 0 || len(m.result.Conflicts) > 0 {
		return
	}
	was := m.own.Meta.Credit.BasedOn
	if day := m.date; day == "" || was != "" && !unit.Older(was, day) {
		m.result.Undated = true
		return
	}
	m.basedOn, m.result.Confirmed = m.date, len(m.confirmed)
}

// take makes an edit of a text, unless it lost what it cannot do without or
// holds what it must not.
func (m *merger) take(p *piece, e *Entry, source, ours, theirs Text, codes []Code) {
	text := theirs.bare()
	if !p.plain {
		spans, ok := theirs.spans(codes)
		if !ok {
			m.conflict("exchange-tags", p, e, theirs, codes)
			return
		}
		before := append(append(Text{}, source...), ours...)
		if code := added(theirs, before, codes); code != "" {
			m.conflict("exchange-link", p, e, theirs, codes, "Text", code)
			return
		}
		if text, ok = page.Compose(spans); !ok {
			m.conflict("exchange-structure", p, e, theirs, codes)
			return
		}
		text = noShortcodes.Replace(text)
		// Words can read as a link that they were not.
		again, more := p.text(text, codes)
		if code := added(again, before, more); code != "" {
			m.conflict("exchange-link", p, e, theirs, codes, "Text", code)
			return
		}
		if code := lost(theirs, source, ours, codes); code != "" {
			m.conflict("exchange-lost", p, e, theirs, codes, "Text", code)
			return
		}
	}
	m.edits = append(m.edits, edit{p, e, text, theirs, codes})
}

// received is the target of an entry as words and codes; it is false for a
// text that Markdown would take too long to read.
func (p *piece) received(e *Entry, codes []Code) (Text, []Code, bool) {
	return p.receivedText(e, e.Target, codes)
}

func (p *piece) receivedText(e *Entry, t Text, codes []Code) (Text, []Code, bool) {
	markdown := len(t) == 1 && t[0].Kind == Markdown
	s := t.bare()
	// A tool that has made XML of a PO file leaves Markdown in it.
	if !markdown && !p.plain && len(codes) > 0 && e.Source.flat() != "" && e.Source.flat() == e.Source.bare() &&
		strings.Join(strings.Fields(e.Source.bare()), " ") == strings.Join(strings.Fields(p.ref), " ") {
		markdown = true
	}
	switch {
	case p.plain:
		return clean(Text{{Kind: Words, Words: s}}), codes, true
	case !markdown:
		return clean(t), codes, true
	case marks(s) > maxMarks:
		return nil, codes, false
	}
	t, codes = encode(page.Spans(oneParagraph(s)), codes)
	return t, codes, true
}

// oneParagraph is Markdown without line ends but those that break a line.
func oneParagraph(s string) string {
	var b strings.Builder
	for _, line := range strings.Split(s, "\n") {
		if line = strings.Trim(line, " \t\r"); line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if b.WriteString(line); strings.HasSuffix(line, `\`) && !strings.HasSuffix(line, `\\`) {
			b.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(strings.ReplaceAll(b.String(), "\\\n ", "\\\n"), "\\\n")
}

// noShortcodes keeps what Hugo, run alone, would take for its own from being
// more than text.
var noShortcodes = strings.NewReplacer("{{<", `{\{<`, "{{%", `{\{%`)

// exported is the target by the codes of the entry's own source, which the
// reference may no longer have.
func (p *piece) exported(e *Entry) string {
	_, codes, _ := p.receivedText(e, e.Source, nil)
	t, _, _ := p.receivedText(e, e.Target, codes)
	return t.flat()
}

func marks(s string) int {
	n := 0
	for i := range len(s) {
		if strings.IndexByte("[]*_`<&", s[i]) >= 0 {
			n++
		}
	}
	return n
}

// vitals counts the links and references to notes in a text.
func vitals(t Text, codes []Code) map[Code]int {
	count := make(map[Code]int)
	for _, id := range t.ids(codes) {
		if c := codes[id]; c.vital() {
			c.Text, c.URL = first(c.URL, c.Text), ""
			count[c]++
		}
	}
	return count
}

// lost names a link or reference that a translation must have and has not: one
// of the reference, unless the translation did without before.
func lost(theirs, source, ours Text, codes []Code) string {
	have, had := vitals(theirs, codes), vitals(ours, codes)
	for _, id := range source.ids(codes) {
		c := codes[id]
		c.Text, c.URL = first(c.URL, c.Text), ""
		if c.vital() && have[c] == 0 && (len(ours) == 0 || had[c] > 0) {
			return c.name()
		}
	}
	return ""
}

// added names a link or reference that neither reference nor translation had.
func added(theirs, before Text, codes []Code) string {
	had := vitals(before, codes)
	for _, id := range theirs.ids(codes) {
		c := codes[id]
		c.Text, c.URL = first(c.URL, c.Text), ""
		if c.vital() && had[c] == 0 {
			return c.name()
		}
	}
	return ""
}

// name is a code as a message quotes it.
func (c Code) name() string {
	if c.Kind == page.NoteRef {
		return "[^" + c.Text + "]"
	}
	return first(c.URL, c.Text)
}

// conflict keeps a text that is not taken.
func (m *merger) conflict(code string, p *piece, e *Entry, theirs Text, codes []Code, args ...string) {
	c := Conflict{ID: e.ID, Problem: *problem(code, m.name, e.Line, append(args, "Unit", e.ID)...)}
	c.Problem.Unit = e.ID
	if theirs == nil {
		theirs = e.Target
	}
	c.Theirs = theirs.markdown(codes)
	if p == nil {
		c.entry = &Entry{ID: e.ID, Fuzzy: true, Source: Text{{Kind: Markdown, Words: e.Source.markdown(codes)}}, Target: Text{{Kind: Markdown, Words: c.Theirs}}}
	} else {
		c.Ours = p.own
		c.entry = &Entry{ID: p.id, Section: p.section, Plain: p.plain, Fuzzy: true}
		c.entry.Source, c.entry.Codes = p.text(p.ref, nil)
		ours, _ := p.text(p.own, c.entry.Codes)
		c.entry.Was = hash(ours.flat())
		c.entry.Target = Text{{Kind: Markdown, Words: c.Theirs}}
		if p.plain {
			c.Theirs = theirs.bare()
			c.entry.Target = clean(Text{{Kind: Words, Words: c.Theirs}})
		}
	}
	m.result.Conflicts = append(m.result.Conflicts, c)
}

// Undecided is a file for a person to decide in: each text of the conflicts,
// marked as unfinished, beside what the archive says. Merged once the marks are
// gone, it replaces that.
func (r *Result) Undecided(a *archive.Archive, f *File, say func(*report.Problem) string) *File {
	undecided := Export(a, a.Report(f.Report), f.To, Options{})
	undecided.Entries = nil
	for _, c := range r.Conflicts {
		e := *c.entry
		e.Notes = []string{say(&c.Problem)}
		if c.Ours != "" {
			e.Notes = append(e.Notes, "= "+c.Ours)
		}
		undecided.Entries = append(undecided.Entries, e)
	}
	return undecided
}
