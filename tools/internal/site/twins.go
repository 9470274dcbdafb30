package site

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/cite"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A twin is a report as a program reads it: report.json, the same units as the
// page's, with its credit and notices.
type twin struct {
	Report       string        `json:"report"`
	Lang         string        `json:"lang"`
	Original     string        `json:"original,omitempty"`
	Title        string        `json:"title"`
	Subtitle     string        `json:"subtitle,omitempty"`
	Type         string        `json:"type,omitempty"`
	Date         string        `json:"date,omitempty"`
	Event        string        `json:"event,omitempty"`
	EventStart   string        `json:"event_start,omitempty"`
	EventEnd     string        `json:"event_end,omitempty"`
	Place        string        `json:"place,omitempty"`
	Organisation string        `json:"organisation,omitempty"`
	Symbols      []string      `json:"symbols,omitempty"`
	Status       string        `json:"status,omitempty"`
	Themes       []string      `json:"themes,omitempty"`
	SDGs         []string      `json:"sdgs,omitempty"`
	WSIS         []string      `json:"wsis,omitempty"`
	GDC          []string      `json:"gdc,omitempty"`
	Credit       twinCredit    `json:"credit"`
	Notices      []twinNotice  `json:"notices,omitempty"`
	SourceSHA256 string        `json:"source_sha256,omitempty"`
	SWHID        string        `json:"swhid,omitempty"` // of report.md beside it: what a citation can carry, and git hash-object confirms
	Cite         string        `json:"cite,omitempty"`  // this and the next two are a page's, no digest has them
	Permalink    string        `json:"permalink,omitempty"`
	Edition      string        `json:"edition,omitempty"` // in which the text last changed
	Errata       []twinErratum `json:"errata,omitempty"`  // of the latest page alone
	Units        []twinUnit    `json:"units"`
}

type twinCredit struct {
	Method      string   `json:"method,omitempty"`
	Translators []string `json:"translators,omitempty"`
	Reviewers   []string `json:"reviewers,omitempty"`
	BasedOn     string   `json:"based_on,omitempty"`
}

type twinNotice struct {
	Kind string `json:"kind"`
	Lang string `json:"lang"`
	Text string `json:"text"`
}

type twinUnit struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Level     int      `json:"level,omitempty"`
	Number    string   `json:"number,omitempty"`
	Speaker   string   `json:"speaker,omitempty"`
	Label     string   `json:"label,omitempty"`
	Lang      string   `json:"lang,omitempty"` // if it is not the report's
	State     string   `json:"state,omitempty"`
	Text      string   `json:"text,omitempty"`
	Cells     []string `json:"cells,omitempty"`
	Cite      string   `json:"cite,omitempty"` // this and the next two are a page's
	Permalink string   `json:"permalink,omitempty"`
	SWHID     string   `json:"swhid,omitempty"` // of its lines in report.md
}

func newTwin(t *report.Translation) *twin {
	m := &t.Meta
	w := &twin{
		Report: t.Report, Lang: t.Lang, Original: m.Original, Title: m.Title, Subtitle: m.Subtitle, Type: string(m.Type),
		Date: m.Date, Event: m.Event, EventStart: m.EventStart, EventEnd: m.EventEnd, Place: m.Place, Organisation: m.Organisation,
		Symbols: m.Symbols, Status: string(m.Status), Themes: m.Themes, SDGs: m.SDGs, WSIS: m.WSIS, GDC: m.GDC, SourceSHA256: m.Source.SHA256,
		Credit: twinCredit{Method: string(m.Credit.Method), Translators: m.Credit.Translators, Reviewers: m.Credit.Reviewers, BasedOn: m.Credit.BasedOn},
	}
	for _, n := range m.Notices {
		lang := n.Lang
		if lang == "" {
			lang = t.Lang
		}
		w.Notices = append(w.Notices, twinNotice{Kind: string(n.Kind), Lang: lang, Text: page.Plain(n.Text)})
	}
	return w
}

func newTwinUnit(u *report.Unit) twinUnit {
	w := twinUnit{ID: u.ID, Kind: string(u.Kind), Level: u.Level, Number: u.Number, Speaker: u.Speaker, Label: u.Label, Text: page.Plain(u.Text)}
	for _, c := range u.Cells {
		w.Cells = append(w.Cells, page.Plain(c))
	}
	return w
}

// twins writes report.json, report.md, report.txt and report.xml, and the files for
// reference managers, beside each report page, frozen or not, and the sources
// that pages lead to.
func twins(a *archive.Archive, opts *Options, public string) error {
	for _, r := range a.Reports {
		for _, t := range r.Translations {
			dirs := []string{t.Lang + "/reports/" + r.ID}
			for _, f := range opts.Freeze {
				if f.Report == r.ID && f.Lang == t.Lang {
					dirs = append(dirs, strings.TrimSuffix(f.Permalink, "/"))
				}
			}
			say := opts.Catalog.Printer(t.Lang)
			ps := pieces(r, t, &a.Config)
			own, ref := work(a, opts, r, t), work(a, opts, r, r.Reference())
			text := page.Format(t)
			lines := unitLines(t, text)
			files := map[string][]byte{"report.md": text, "report.txt": textTwin(t, ps, say), "report.xml": aknTwin(own, ps, say)}
			maps.Copy(files, citeTwins(own, say))
			for i, dir := range dirs {
				register := errata(r, t.Lang)
				if i > 0 {
					register = nil // a frozen page has none either
				}
				files["report.json"] = jsonTwin(t, ps, own, ref, register, lines, say)
				for name, data := range files {
					if err := writeNew(filepath.Join(public, filepath.FromSlash(dir), name), data); err != nil {
						return err
					}
				}
			}
			if links := timemap(a.Config.BaseURL, t, opts.Editions); links != nil {
				if err := writeNew(filepath.Join(public, filepath.FromSlash(dirs[0]), timemapFile), links); err != nil {
					return err
				}
			}
			if name := sourceName(t.Meta.Source); name != "" {
				data, err := os.ReadFile(filepath.Join(a.Root, filepath.FromSlash(r.Dir), filepath.Base(t.Meta.Source.File)))
				if err != nil {
					return err
				}
				if err := writeNew(filepath.Join(public, "assets", name), data); err != nil {
					return err
				}
			}
		}
	}
	return writeNew(filepath.Join(public, mark), nil)
}

func jsonTwin(t *report.Translation, ps []piece, own, ref *cite.Work, register []twinErratum, lines map[string]string, say *message.Printer) []byte {
	w := newTwin(t)
	w.SWHID = own.SWHID
	for i := range ps {
		u := newTwinUnit(ps[i].Unit)
		u.State = string(ps[i].State)
		if ps[i].Lang != nil {
			u.Lang = ps[i].Lang.Tag
		} else if at := lines[u.ID]; at != "" {
			u.SWHID = own.SWHID + ";lines=" + at
		}
		w.Units = append(w.Units, u)
	}
	citeUnits(w, ps, own, ref, say)
	w.Errata = register
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(w); err != nil {
		panic(err) // strings always encode
	}
	return b.Bytes()
}

// textTwin is a report as plain text: what it is and its notices, then a unit
// a paragraph, each with its address.
func textTwin(t *report.Translation, ps []piece, say *message.Printer) []byte {
	var b strings.Builder
	line := func(s string) {
		if s != "" {
			b.WriteString(s + "\n")
		}
	}
	line(t.Meta.Title)
	line(t.Meta.Subtitle)
	line(strings.Join(t.Meta.Symbols, ", "))
	line(creditLine(t, say))
	for _, n := range newTwin(t).Notices {
		line("\n" + say.Say("notice_"+n.Kind, nil) + "\n" + n.Text)
	}
	for i := range ps {
		u := ps[i].Unit
		text := page.Plain(u.Text)
		switch {
		case u.Kind == report.Row:
			cells := make([]string, len(u.Cells))
			for j, c := range u.Cells {
				cells[j] = page.Plain(c)
			}
			text = strings.Join(cells, "\t")
		case u.Kind == report.Turn:
			name := u.Speaker
			if name == "" {
				name = say.Say("speaker_unidentified", nil)
			}
			text = name + ": " + text
		case u.Kind == report.Item && u.Number == "":
			text = strings.Repeat("  ", max(0, u.Level-1)) + "- " + text
		case u.Number != "":
			text = u.Number + ". " + text
		case u.Label != "":
			text = "[" + u.Label + "] " + text
		}
		if ps[i].State == report.Missing || ps[i].State == report.Stale {
			text += " (" + say.Say("state_"+string(ps[i].State), nil) + ")"
		}
		b.WriteString("\n[#" + u.ID + "] " + text + "\n")
	}
	return []byte(b.String())
}

// creditLine says in one line who translated a text and how.
func creditLine(t *report.Translation, say *message.Printer) string {
	c := &t.Meta.Credit
	if t.IsOriginal() {
		return say.Say("credit_original", nil)
	}
	var parts []string
	if len(c.Translators) > 0 {
		parts = append(parts, say.Say("credit_translators", message.Data{"Names": strings.Join(c.Translators, ", ")}))
	}
	if len(c.Reviewers) > 0 {
		parts = append(parts, say.Say("credit_reviewers", message.Data{"Names": strings.Join(c.Reviewers, ", ")}))
	}
	if c.Method != "" {
		parts = append(parts, say.Say("method_"+strings.ReplaceAll(string(c.Method), "-", "_"), nil))
	}
	if t.Meta.Original != "" && len(c.Translators) == 0 && c.Method == "" {
		parts = append(parts, say.Say("credit_unknown", nil))
	}
	return strings.Join(parts, " · ")
}

func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
