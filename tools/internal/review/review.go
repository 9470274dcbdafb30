// Package review writes an import as a page for a person to accept: the source
// on one side, what became of it on the other, every entry of the ledger in
// its place, and before all what needs a look. The page is one file that asks
// the network for nothing and works without JavaScript.
package review

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strconv"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
	"rapporteur/tools/internal/unit"
)

// An Import is what a person is to accept.
type Import struct {
	File      string // as it was received
	Data      []byte // of the file
	Source    *source.Document
	Read      *report.Translation // what the source alone gives
	Page      *report.Translation // what the page is to be: Read, joined with what people have edited
	Old       *report.Translation // the page that stands there, or nil
	Conflicts []unit.Conflict     // what both changed
	Ledger    *report.Ledger
	Archive   *archive.Archive // or nil
	Written   bool             // the page is in the archive already
}

//go:embed review.html
var markup string

//go:embed review.css
var style string

//go:embed keys.js
var keys string

// A view is what the template shows.
type view struct {
	Import
	Lang, Dir     string // of the person
	OwnLang       string // of the report
	OwnDir        string
	Policy        string
	Style         template.CSS
	Keys          template.JS
	Rows          []row
	Notes         int // of the ledger, as groups of like entries
	Kinds         []kind
	Doubts        []doubts
	Front         []field
	Differences   []difference
	Declared      string // the language that the file declares, where it is another
	Shown, Capped int    // pages with a picture; and all, where there are more
}

// HTML is the page, in the person's language, and how many places it asks the
// person to look at first.
func HTML(ctx context.Context, in Import, say *message.Printer) (html []byte, doubts int, err error) {
	v := view{Import: in, Lang: say.Lang, Dir: direction(say.Lang), OwnLang: in.Page.Lang, OwnDir: direction(in.Page.Lang)}
	v.Policy = "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(keys) + "; base-uri 'none'; form-action 'none'"
	v.Style, v.Keys = template.CSS(style), template.JS(keys)
	d := newDesk(&in, say)
	d.lay()
	v.Rows, v.Notes, v.Kinds = d.rows, d.notes, d.kinds()
	v.Front = d.front()
	v.Differences = d.differences
	v.Doubts = d.doubts()
	if in.Source.Format == "pdf" {
		v.Shown, v.Capped = d.pictures(ctx)
	}
	if !sameLanguage(in.Source.Lang, in.Page.Lang) {
		v.Declared = in.Source.Lang
		doubts++
	}
	for _, sort := range v.Doubts {
		doubts += len(sort.Items) + len(sort.Rest)
	}
	html, err = execute(markup, &v, say)
	return html, doubts, err
}

// execute fills a template of this package.
func execute(markup string, v any, say *message.Printer) ([]byte, error) {
	t, err := template.New("review").Funcs(template.FuncMap{
		"say": func(key string, pairs ...any) string {
			data := message.Data{}
			for i := 0; i+1 < len(pairs); i += 2 {
				data[pairs[i].(string)] = pairs[i+1]
			}
			return say.Say(key, data)
		},
		"language":  func(tag string) string { return languageName(tag, say.Lang) },
		"direction": direction,
		"next":      func(n, by int) int { return n + by },
	}).Parse(markup)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, v)
	return b.Bytes(), err
}

// hash is what a policy calls a style or a script by.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// direction is that in which a language is written.
func direction(tag string) string {
	script, _ := language.Make(tag).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// sameLanguage compares tags by their language; one that is empty says
// nothing.
func sameLanguage(a, b string) bool {
	x, _ := language.Make(a).Base()
	y, _ := language.Make(b).Base()
	return a == "" || b == "" || x == y
}

// languageName is the name of a language in that of a person, or its tag.
func languageName(tag, in string) string {
	base, _ := language.Make(tag).Base()
	if names := display.Languages(language.Make(in)); names != nil && names.Name(base) != "" {
		return names.Name(base) + " (" + tag + ")"
	}
	return tag
}

func noteID(n int) string { return "n" + strconv.Itoa(n) }
