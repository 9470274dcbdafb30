package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"rapporteur/tools/internal/report"
)

// decode is a file as UTF-8 without a byte order mark. Some tools write XML in
// UTF-16.
func decode(data []byte) ([]byte, bool) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		data, _ = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return data, utf8.Valid(data) && !bytes.ContainsRune(data, 0)
}

// readXML reads XLIFF 1.2 and 2.x, and TMX 1.4. No entity but XML's own is
// known, and no document type is read.
func readXML(name string, data []byte) ([]*File, error) {
	r := &xmlReader{name: name, d: xml.NewDecoder(bytes.NewReader(data))}
	r.d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decode has seen to it
	err := r.read()
	var p *report.Problem
	switch {
	case errors.As(err, &p):
		return nil, p
	case err != nil:
		line, _ := r.d.InputPos()
		return nil, problem("exchange-broken", name, line)
	case len(r.files) == 0:
		return nil, problem("exchange-foreign", name, 0)
	}
	return r.files, nil
}

type xmlReader struct {
	name  string
	d     *xml.Decoder
	depth int
	files []*File

	file     *File  // that entries go to
	entry    *Entry // that is read
	from, to string // languages that the whole file has
	format   string // the root element
	base     map[string]string
	pairs    map[string]string // in a text: code by the number of a tag that pairs
}

// read goes through the elements to the end of the file.
func (r *xmlReader) read() error {
	for {
		token, err := r.d.Token()
		if err == io.EOF && r.depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > maxDepth {
				return errLimit
			}
			if err := r.element(token); err != nil {
				return err
			}
		case xml.EndElement:
			r.depth--
		}
	}
}

var errLimit = errors.New("beyond the limits")

func (r *xmlReader) element(e xml.StartElement) error {
	if r.format == "" {
		if r.format = e.Name.Local; r.format != "xliff" && r.format != "tmx" {
			return problem("exchange-foreign", r.name, 0)
		}
		r.from, r.to = lower(value(e, "srcLang")), lower(value(e, "trgLang"))
		return nil
	}
	if r.format == "tmx" {
		return r.tmx(e)
	}
	return r.xliff(e)
}

func (r *xmlReader) xliff(e xml.StartElement) error {
	switch e.Name.Local {
	case "file":
		f := &File{From: r.from, To: r.to, Base: value(e, "base"), Path: value(e, "original"), Report: value(e, "id")}
		if r.from == "" {
			f.From, f.To, f.Report = lower(value(e, "source-language")), lower(value(e, "target-language")), ""
		}
		if dir, ok := strings.CutPrefix(path.Dir(f.Path), "content/reports/"); ok {
			f.Report = dir
		}
		r.file, r.entry = f, nil
		r.files = append(r.files, f)
	case "unit", "trans-unit":
		if r.file == nil {
			return problem("exchange-foreign", r.name, 0)
		}
		line, _ := r.d.InputPos()
		r.file.Entries = append(r.file.Entries, Entry{ID: value(e, "id"), Was: value(e, "was"), Line: line, Finished: value(e, "approved") == "yes"})
		r.entry = &r.file.Entries[len(r.file.Entries)-1]
		if len(r.file.Entries) > maxEntries {
			return errLimit
		}
	case "segment":
		if r.entry != nil {
			r.entry.finish(value(e, "state"))
		}
	case "alt-trans", "matches", "glossary", "notes", "note", "originalData", "seg-source", "skeleton", "skl", "internal-file":
		return r.skip()
	case "source", "target":
		if r.entry == nil {
			return nil
		}
		t, err := r.text()
		if err != nil {
			return err
		}
		// A tool may have cut a unit into segments.
		if e.Name.Local == "source" {
			r.entry.Source = append(r.entry.Source, t...)
		} else {
			r.entry.Target = append(r.entry.Target, t...)
			r.entry.finish(value(e, "state"))
		}
		return nil
	}
	return nil
}

// finish notes that a person has read a text and found it done; that there is
// one, which "translated" says, every tool notes by itself.
func (e *Entry) finish(state string) {
	e.Finished = e.Finished || state == "reviewed" || state == "final" || state == "signed-off"
}

func (r *xmlReader) tmx(e xml.StartElement) error {
	switch e.Name.Local {
	case "header":
		r.from = lower(value(e, "srclang"))
		r.base = make(map[string]string)
	case "tu":
		r.entry, r.file = nil, nil
		id, unit, ok := strings.Cut(value(e, "tuid"), "#")
		if !ok {
			return r.skip() // of a memory that other texts are in too
		}
		line, _ := r.d.InputPos()
		entry := Entry{ID: unit, Line: line}
		r.entry = &entry
		r.file = &File{Report: id, From: r.from, Base: r.base[id], Entries: []Entry{entry}}
		return r.tu()
	case "prop":
		s, err := r.words()
		switch id, base, ok := strings.Cut(strings.TrimSpace(s), " "); {
		case value(e, "type") == "x-target":
			r.to = lower(id)
		case value(e, "type") == "x-base" && ok && r.base != nil:
			r.base[id] = base
		}
		return err
	}
	return nil
}

// tu reads a pair of texts and puts it to those of its report and language.
func (r *xmlReader) tu() error {
	texts := make(map[string]Text)
	var order []string
	lang := ""
	for {
		token, err := r.d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "tuv":
				lang = lower(value(token, "lang"))
				continue
			case "prop":
				r.depth++
				s, err := r.words()
				if err != nil {
					return err
				}
				if value(token, "type") == "x-was" {
					r.entry.Was = strings.TrimSpace(s)
				}
				continue
			case "seg":
				r.depth++
				t, err := r.text()
				if err != nil {
					return err
				}
				if _, twice := texts[lang]; !twice {
					order = append(order, lang)
				}
				texts[lang] = t
				continue
			}
			if err := r.d.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			if token.Name.Local != "tu" {
				continue
			}
			r.depth--
			from := r.from
			if _, ok := texts[from]; !ok && len(order) > 0 {
				from = order[0] // srclang="*all*"
			}
			if len(order) == 1 && r.to != "" && r.to != from {
				order = append(order, r.to) // not translated
			}
			for _, lang := range order {
				if lang != from {
					r.put(from, lang, texts)
				}
			}
			return nil
		}
	}
}

func (r *xmlReader) put(from, to string, texts map[string]Text) {
	e := *r.entry
	e.Source, e.Target = texts[from], texts[to]
	for _, f := range r.files {
		if f.Report == r.file.Report && f.To == to {
			f.Entries = append(f.Entries, e)
			return
		}
	}
	r.files = append(r.files, &File{Report: r.file.Report, From: from, To: to, Base: r.file.Base, Entries: []Entry{e}})
}

// skip passes over the element that has begun.
func (r *xmlReader) skip() error {
	r.depth--
	return r.d.Skip()
}

// words is the text of the element that has begun.
func (r *xmlReader) words() (string, error) {
	t, err := r.text()
	return t.bare(), err
}

// text reads the content of the element that has begun as words and codes. The
// content of a code is not read: it is what a tool says that it stands for.
func (r *xmlReader) text() (Text, error) {
	var t Text
	var open []Token // what closes with the elements that are open; Words: nothing does
	size := 0
	r.pairs = make(map[string]string)
	for {
		token, err := r.d.Token()
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.CharData:
			if size += len(token); size > maxText {
				line, _ := r.d.InputPos()
				return nil, problem("exchange-text-size", r.name, line, "Limit", "64 kB")
			}
			t = append(t, Token{Kind: Words, Words: string(token)})
		case xml.StartElement:
			if len(open) > maxDepth || len(t) > maxMarks {
				return nil, errLimit
			}
			code, content := r.code(token)
			if code.Kind != Words || code.Words != "" {
				t = append(t, code)
			}
			if !content {
				if err := r.d.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			end := Token{Kind: Words}
			if code.Kind == Open {
				end = Token{Kind: Close, ID: code.ID}
			}
			open = append(open, end)
		case xml.EndElement:
			if len(open) == 0 {
				r.depth--
				return t, nil
			}
			if end := open[len(open)-1]; end.Kind == Close {
				t = append(t, end)
			}
			open = open[:len(open)-1]
		}
	}
}

// code is the token that an inline element begins with, and whether what
// stands in it is text.
func (r *xmlReader) code(e xml.StartElement) (code Token, content bool) {
	id := value(e, "id")
	if x := value(e, "x"); r.format == "tmx" && x != "" {
		id = x
	}
	pair := first(value(e, "i"), value(e, "startRef"), value(e, "rid"), id)
	switch e.Name.Local {
	case "pc", "g":
		return Token{Kind: Open, ID: id}, true
	case "mrk", "hi", "sub":
		return Token{}, true
	case "ph", "x":
		return Token{Kind: Alone, ID: id}, false
	case "sc", "bpt", "bx":
		id = first(id, pair)
		r.pairs[pair] = id
		return Token{Kind: Open, ID: id}, false
	case "ec", "ept", "ex":
		return Token{Kind: Close, ID: first(r.pairs[pair], id)}, false
	case "cp":
		n, err := strconv.ParseUint(value(e, "hex"), 16, 21)
		if err != nil {
			n = utf8.RuneError
		}
		return Token{Kind: Words, Words: string(rune(n))}, false
	case "sm", "em":
		return Token{}, false
	}
	return Token{Kind: Alone, ID: "?" + id}, false // no code of ours
}

func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// lower is a language's tag as the archive writes it.
func lower(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }
