package exchange

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/report"
)

// Licence is that of the archive's texts, which goes with them everywhere.
const Licence = "https://creativecommons.org/licenses/by/4.0/"

// TMX writes all that an archive has translated from one language into
// another, and that is known to be up to date, with credits and notices: a
// memory for anybody to begin with. It reports how many pairs it wrote.
func TMX(w io.Writer, a *archive.Archive, from, to string) (int, error) {
	var files []*File
	pairs := 0
	for _, r := range a.Reports {
		ref, own := r.Reference(), r.Translation(to)
		if ref.Lang != from || own == nil || own == ref {
			continue
		}
		f := Export(a, r, to, Options{})
		fresh := make(map[string]bool)
		for _, p := range pieces(r, own) {
			fresh[p.id] = p.plain || p.state == report.OK || p.state == report.Confirmed
		}
		var entries []Entry
		for _, e := range f.Entries {
			if fresh[e.ID] && len(e.Target) > 0 && !e.Fixed {
				entries = append(entries, e)
			}
		}
		if f.Entries = entries; len(entries) > 0 {
			files = append(files, f)
			pairs += len(entries)
		}
	}
	return pairs, WriteTMX(w, files)
}

// WriteTMX writes the texts of reports as TMX 1.4b (LISA, 2005), level 2: inline
// codes hold the Markdown that they stand for. All have the same languages.
func WriteTMX(out io.Writer, files []*File) error {
	w := &xmlWriter{w: out}
	from := "*all*"
	if len(files) > 0 {
		from = bcp47(files[0].From)
	}
	w.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	w.line(0, `<!DOCTYPE tmx SYSTEM "tmx14.dtd">`)
	w.line(0, `<tmx version="1.4">`)
	w.line(1, `<header creationtool="rapporteur" creationtoolversion="1" segtype="paragraph" o-tmf="Markdown" adminlang="en" srclang="%s" datatype="plaintext">`, from)
	for _, f := range files {
		w.line(2, `<note>%s</note>`, escape(strings.Join(append([]string{f.Title + " (" + f.Report + ")"}, f.people()...), " · ")))
	}
	w.line(2, `<prop type="x-licence">%s</prop>`, Licence)
	if len(files) > 0 {
		w.line(2, `<prop type="x-target">%s</prop>`, bcp47(files[0].To))
	}
	for _, f := range files {
		if f.Base != "" {
			w.line(2, `<prop type="x-base">%s %s</prop>`, f.Report, f.Base)
		}
	}
	w.line(1, `</header>`)
	w.line(1, `<body>`)
	for _, f := range files {
		for i := range f.Entries {
			f.tu(w, &f.Entries[i])
		}
	}
	w.line(1, `</body>`)
	w.line(0, `</tmx>`)
	return w.err
}

func (f *File) tu(w *xmlWriter, e *Entry) {
	w.line(2, `<tu tuid="%s#%s">`, f.Report, e.ID)
	for _, n := range e.Notes {
		w.line(3, `<note>%s</note>`, escape(n))
	}
	if e.Section != "" {
		w.line(3, `<prop type="x-section">%s</prop>`, escape(e.Section))
	}
	state := string(e.State)
	if e.Stale {
		state = "stale"
	}
	w.line(3, `<prop type="x-state">%s</prop>`, state)
	w.line(3, `<prop type="x-was">%s</prop>`, e.Was)
	w.line(3, `<tuv xml:lang="%s"><seg>%s</seg></tuv>`, bcp47(f.From), e.codesTMX(e.Source))
	if len(e.Target) > 0 {
		w.line(3, `<tuv xml:lang="%s"%s><seg>%s</seg></tuv>`, bcp47(f.To), attr("creationid", strings.Join(f.Credit.Translators, ", ")), e.codesTMX(e.Target))
	}
	w.line(2, `</tu>`)
}

func (e *Entry) codesTMX(t Text) string {
	return e.inline(t, func(id string, c Code, kind TokenKind) string {
		open, close := c.marks()
		switch kind {
		case Open:
			return fmt.Sprintf(`<bpt i="%s" x="%s" type="%s">%s</bpt>`, id, id, c.kindName(), escape(open))
		case Close:
			return fmt.Sprintf(`<ept i="%s">%s</ept>`, id, escape(close))
		}
		return fmt.Sprintf(`<ph x="%s" type="%s">%s</ph>`, id, c.kindName(), escape(open))
	})
}
