package proof

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// A debt is what a text carries wherever it goes.
type debt struct {
	report  string
	names   []string // who translated and reviewed it
	method  string   // how: as the archive writes it
	notices []string
}

func debtOf(t *report.Translation) debt {
	c := &t.Meta.Credit
	d := debt{report: t.Report, names: append(append([]string(nil), c.Translators...), c.Reviewers...), method: string(c.Method)}
	for _, n := range t.Meta.Notices {
		d.notices = append(d.notices, page.Plain(n.Text))
	}
	return d
}

// key is the letters and digits of a text: what typography, markup and the
// escapes of a format leave as they are.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// paid proves that a text that a surface shows has all that it owes. say gives
// the words of the surface's language; nil: it does not say how a translation
// was made.
func (p *proof) paid(file string, d debt, text string, say *message.Printer) {
	notices, names := d.owed(text, say)
	for _, n := range notices {
		p.problem("site-notice", file, "Report", d.report, "Notice", opening(n))
	}
	for _, n := range names {
		p.problem("site-credit", file, "Report", d.report, "Name", n)
	}
}

// found proves that a search result for a page, which shows a part of it, has
// what the page has.
func (p *proof) found(file string, d debt, page *htmlPage, say *message.Printer) {
	have, names := d.owed(page.text, say)
	notices, more := d.owed(page.search, say)
	for _, n := range append(notices, more...) {
		if !slices.Contains(have, n) && !slices.Contains(names, n) {
			p.problem("site-search", file, "Text", opening(n))
		}
	}
}

// owed are the notices and the names that a text lacks.
func (d *debt) owed(text string, say *message.Printer) (notices, names []string) {
	have := key(text)
	for _, n := range d.notices {
		if !strings.Contains(have, key(n)) {
			notices = append(notices, n)
		}
	}
	for _, n := range d.names {
		if !strings.Contains(have, key(n)) {
			names = append(names, n)
		}
	}
	if d.method != "" && say != nil {
		words := say.Say("method_"+strings.ReplaceAll(d.method, "-", "_"), nil)
		if !strings.Contains(have, key(words)) && !strings.Contains(have, key(d.method)) {
			names = append(names, words)
		}
	}
	return notices, names
}

func opening(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// texts proves that every file in the folders of a report owes nothing.
func (p *proof) texts() error {
	all := p.sorted("")
	for _, r := range p.archive.Reports {
		for _, t := range r.Translations {
			dir := t.Lang + "/reports/" + r.ID + "/"
			need := []string{"index.html", "report.json", "report.md", "report.txt", "report.epub"}
			if ref := r.Reference(); t != ref {
				need = append(need, "with-"+ref.Lang+"/index.html", "with-"+ref.Lang+"/report.epub")
			}
			for _, name := range need {
				if !p.files[dir+name] {
					p.problem("site-missing", dir+name)
				}
			}
			say := p.catalog.Printer(t.Lang)
			for _, file := range all {
				rest, ok := strings.CutPrefix(file, dir)
				if !ok {
					continue
				}
				d, frozen := debtOf(t), p.editionOf(dir, rest)
				if frozen != "" {
					if d, ok = p.frozen(dir+frozen+"/", r.ID); !ok {
						p.problem("site-missing", dir+frozen+"/report.json")
						continue
					}
				}
				if err := p.surface(file, d, say); err != nil {
					return err
				}
				if rest == "index.html" && frozen == "" {
					p.found(file, d, p.pages[file], say)
				}
			}
		}
	}
	return nil
}

// editionOf is the edition whose text a file beside a report's page shows, or
// nothing: 2025.2 for what is frozen in it, and for history/2025.1--2025.2/,
// which compares two, the later one in which this text changed.
func (p *proof) editionOf(dir, file string) string {
	folder, rest, _ := strings.Cut(file, "/")
	if folder != "" && folder[0] >= '0' && folder[0] <= '9' {
		return folder
	}
	pair, _, _ := strings.Cut(rest, "/")
	if from, to, ok := strings.Cut(pair, "--"); ok && folder == "history" {
		for _, edition := range []string{to, from} {
			if p.files[dir+edition+"/report.json"] {
				return edition
			}
		}
	}
	return ""
}

// frozen is what the text of an edition owes: what stands in its own twin.
func (p *proof) frozen(dir, id string) (debt, bool) {
	data, err := p.read(dir + "report.json")
	var twin struct {
		Credit struct {
			Method                 string
			Translators, Reviewers []string
		}
		Notices []struct{ Text string }
	}
	if err != nil || json.Unmarshal(data, &twin) != nil {
		return debt{}, false
	}
	d := debt{report: id, names: append(twin.Credit.Translators, twin.Credit.Reviewers...), method: twin.Credit.Method}
	for _, n := range twin.Notices {
		d.notices = append(d.notices, n.Text)
	}
	return d, true
}

// surface proves one file. A citation, and an entry that counts changes, names
// who made the text, and is too short for its notices; a page that shows no unit
// of a text, and a list of addresses, owe nothing.
func (p *proof) surface(file string, d debt, say *message.Printer) error {
	if strings.HasSuffix(file, ".html") {
		if page := p.pages[file]; page.units {
			p.paid(file, d, page.text, say)
		}
		return nil
	}
	if strings.HasSuffix(file, ".link") {
		return nil
	}
	data, err := p.read(file)
	if err != nil {
		return err
	}
	text := string(data)
	switch path.Ext(file) {
	case ".epub":
		text, err = frontOf(data)
	case ".json", ".jsonld":
		text, err = jsonText(data)
	case ".xml":
		text, err = xmlText(data)
	case ".md":
		if t, _ := page.Parse(d.report, "", file, data); t != nil {
			own := debtOf(t)
			text = strings.Join(append(append(own.names, own.method), own.notices...), "\n")
		}
	}
	if err != nil {
		p.problem("site-unreadable", file, "Error", err.Error())
		return nil
	}
	if name := path.Base(file); strings.HasPrefix(name, "cite.") || name == "changes.xml" {
		p.named(file, d, text)
		return nil
	}
	p.paid(file, d, text, say)
	return nil
}

// named proves that a citation names the translators, in whatever order it
// writes the parts of a name.
func (p *proof) named(file string, d debt, text string) {
	have := key(text)
	for _, name := range d.names[:min(1, len(d.names))] {
		for _, word := range strings.Fields(name) {
			if !strings.Contains(have, key(word)) {
				p.problem("site-credit", file, "Report", d.report, "Name", name)
				break
			}
		}
	}
}

var (
	firstItem = regexp.MustCompile(`<itemref idref="([^"]+)"`)
	item      = regexp.MustCompile(`<item id="([^"]+)" href="([^"]+)"`)
)

// frontOf is the text of the first document of a book.
func frontOf(data []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	read := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			return ""
		}
		defer f.Close()
		text, _ := io.ReadAll(io.LimitReader(f, 64<<20))
		return string(text)
	}
	opf := read("EPUB/package.opf")
	first := firstItem.FindStringSubmatch(opf)
	if first == nil {
		return "", errors.New("no spine")
	}
	for _, m := range item.FindAllStringSubmatch(opf, -1) {
		if m[1] == first[1] {
			return xmlText([]byte(read("EPUB/" + m[2])))
		}
	}
	return "", errors.New("no first document")
}

// jsonText is every text in a JSON file, a line each.
func jsonText(data []byte) (string, error) {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return "", err
	}
	var b strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			b.WriteString(v + "\n")
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(v)
	return b.String(), nil
}

// xmlText is the text and the attributes of an XML file.
func xmlText(data []byte) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			for _, a := range token.Attr {
				b.WriteString(" " + a.Value + " ")
			}
		}
	}
}
