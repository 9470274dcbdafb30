package exchange

import (
	"fmt"
	"io"
	"strings"
)

// WritePO writes a file as gettext PO. Texts are Markdown; the context of a
// message is report#unit; what is stale is fuzzy, with the text it was made
// from where that is known.
func WritePO(out io.Writer, f *File) error {
	w := &xmlWriter{w: out}
	w.line(0, "# %s", oneLine(f.Title))
	for _, n := range f.people() {
		w.line(0, "# %s", oneLine(n))
	}
	translator := "-"
	if len(f.Credit.Translators) > 0 {
		translator = strings.Join(f.Credit.Translators, ", ")
	}
	date := f.Credit.BasedOn
	if date == "" {
		date = f.Date
	}
	switch n := len(date); n {
	case 0:
		date = "YEAR-MO-DA HO:MI+ZONE" // as gettext writes it
	case 4, 7:
		date += "-01-01"[:10-n] + " 00:00+0000"
	default:
		date += " 00:00+0000"
	}
	w.line(0, `msgid ""`)
	w.line(0, `msgstr ""`)
	for _, h := range [][2]string{
		{"Project-Id-Version", f.Report},
		{"PO-Revision-Date", date},
		{"Last-Translator", translator},
		{"Language-Team", bcp47(f.To)},
		{"Language", locale(f.To)},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"},
		{"Content-Transfer-Encoding", "8bit"},
		{"Plural-Forms", plurals(f.To)},
		{"X-Source-Language", locale(f.From)},
		{"X-Rapporteur-Base", f.Base},
	} {
		if h[1] != "" {
			w.line(0, "%s", quote(h[0]+": "+h[1]+"\n"))
		}
	}
	for i := range f.Entries {
		if e := &f.Entries[i]; !e.Fixed {
			f.message(w, e)
		}
	}
	return w.err
}

func (f *File) message(w *xmlWriter, e *Entry) {
	w.line(0, "")
	if e.Section != "" {
		w.line(0, "#. %s", oneLine(e.Section))
	}
	for _, n := range e.Notes {
		w.line(0, "#. %s", oneLine(n))
	}
	w.line(0, "#. %s%s#%s was %s", mark, f.Report, e.ID, e.Was)
	fuzzy := e.Fuzzy || e.Stale && len(e.Target) > 0
	if fuzzy {
		w.line(0, "#, fuzzy")
		if e.Previous != "" {
			w.line(0, "#| msgid %s", quote(e.Previous))
		}
	}
	w.line(0, "msgctxt %s", quote(f.Report+"#"+e.ID))
	w.line(0, "msgid %s", quote(e.text(e.Source)))
	w.line(0, "msgstr %s", quote(e.text(e.Target)))
}

// mark begins the comment that has the context once more, for tools that lose
// it on the way to another format, and the hash of the translation.
const mark = "rapporteur "

// text is a text as a person types it.
func (e *Entry) text(t Text) string {
	if e.Plain {
		return t.bare()
	}
	return t.markdown(e.Codes)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// locale is a tag as gettext has it: pt_BR.
func locale(tag string) string { return strings.ReplaceAll(bcp47(tag), "-", "_") }

var quoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`)

func quote(s string) string { return `"` + quoter.Replace(s) + `"` }

// readPO reads a PO file that a tool has saved.
func readPO(name, data string) ([]*File, error) {
	r := &poReader{name: name}
	for n, line := range strings.Split(data, "\n") {
		if err := r.line(n+1, strings.TrimSpace(line)); err != nil {
			return nil, err
		}
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	if !r.head || len(r.files) == 0 {
		return nil, problem("exchange-foreign", name, 0)
	}
	return r.files, nil
}

type poReader struct {
	name  string
	files []*File
	head  bool // has been read
	from  string
	to    string
	base  string
	count int

	message
	field *string // that strings are added to
}

// A message is an entry of a PO file as it stands.
type message struct {
	line           int
	context        string
	marked         string // the context, as the comment has it
	id, str        string
	was            string
	fuzzy, started bool
	other          string // fields that are not read: plural forms
}

func (r *poReader) line(n int, s string) error {
	broken := problem("exchange-broken", r.name, n)
	switch {
	case s == "":
		return nil
	case strings.HasPrefix(s, "#"):
		if r.started && r.field == &r.str {
			if err := r.end(); err != nil {
				return err
			}
		}
		switch {
		case strings.HasPrefix(s, "#,"):
			r.fuzzy = r.fuzzy || strings.Contains(s, "fuzzy")
		case strings.HasPrefix(s, "#. "+mark), strings.HasPrefix(s, "# "+mark):
			_, s, _ = strings.Cut(s, mark)
			r.marked, s, _ = strings.Cut(s, " ")
			r.was = strings.TrimSpace(strings.TrimPrefix(s, "was"))
		}
		return nil
	case strings.HasPrefix(s, `"`):
		if r.field == nil {
			return broken
		}
		text, ok := unquote(s)
		if !ok {
			return broken
		}
		if *r.field += text; len(*r.field) > maxText {
			return problem("exchange-text-size", r.name, n, "Limit", "64 kB")
		}
		return nil
	}
	keyword, rest, _ := strings.Cut(s, " ")
	if r.started && (keyword == "msgctxt" || keyword == "msgid" && r.field != &r.context) {
		if err := r.end(); err != nil {
			return err
		}
	}
	switch {
	case keyword == "msgctxt":
		r.field = &r.context
	case keyword == "msgid":
		r.field = &r.id
	case keyword == "msgstr":
		r.field = &r.str
	case keyword == "msgid_plural" || strings.HasPrefix(keyword, "msgstr["):
		r.other = ""
		r.field = &r.other
	default:
		return broken
	}
	if !r.started {
		r.started, r.message.line = true, n
	}
	text, ok := unquote(strings.TrimSpace(rest))
	if !ok {
		return broken
	}
	if *r.field = text; len(text) > maxText {
		return problem("exchange-text-size", r.name, n, "Limit", "64 kB")
	}
	return nil
}

// end takes the message that was read.
func (r *poReader) end() error {
	m := r.message
	r.message, r.field = message{}, nil
	switch {
	case !m.started:
		return nil
	case !r.head && m.context == "" && m.id == "":
		r.head = true
		return r.header(m.str)
	case !r.head:
		return problem("exchange-foreign", r.name, m.line)
	}
	id, unit, ok := strings.Cut(m.context, "#")
	if !ok {
		id, unit, ok = strings.Cut(m.marked, "#")
	}
	if !ok {
		return nil // of another document
	}
	if r.count++; r.count > maxEntries {
		return problem("exchange-size", r.name, m.line, "Limit", fmt.Sprint(maxEntries))
	}
	var f *File
	for _, other := range r.files {
		if other.Report == id {
			f = other
		}
	}
	if f == nil {
		f = &File{Report: id, From: r.from, To: r.to, Base: r.base}
		r.files = append(r.files, f)
	}
	e := Entry{ID: unit, Was: m.was, Fuzzy: m.fuzzy, Finished: !m.fuzzy, Line: m.line, Source: Text{{Kind: Markdown, Words: m.id}}}
	if m.str != "" {
		e.Target = Text{{Kind: Markdown, Words: m.str}}
	}
	f.Entries = append(f.Entries, e)
	return nil
}

// header reads what the first message says of all others.
func (r *poReader) header(s string) error {
	for _, line := range strings.Split(s, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key {
		case "Language":
			r.to = lower(value)
		case "X-Source-Language":
			r.from = lower(value)
		case "X-Rapporteur-Base":
			r.base = value
		case "Content-Type":
			if _, charset, ok := strings.Cut(strings.ToLower(value), "charset="); ok && charset != "utf-8" && charset != "utf8" && charset != "us-ascii" {
				return problem("exchange-encoding", r.name, 0)
			}
		}
	}
	return nil
}

// unquote reads a string of PO, in its quotation marks.
func unquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	s = s[1 : len(s)-1]
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return "", false
		case s[i] != '\\':
			b.WriteByte(s[i])
			continue
		}
		if i++; i == len(s) {
			return "", false
		}
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case '"', '\\':
			b.WriteByte(s[i])
		default:
			return "", false
		}
	}
	return b.String(), true
}
