package cite

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"rapporteur/tools/internal/message"
)

// A cslItem is an item of CSL-JSON, the data that citation processors read.
// The names are CSL's, the order that of its schema.
type cslItem struct {
	ID            string    `json:"id"`
	Type          string    `json:"type"`
	Language      string    `json:"language"`
	Author        []cslName `json:"author,omitempty"`
	Translator    []cslName `json:"translator,omitempty"`
	Issued        *cslDate  `json:"issued,omitempty"`
	Archive       string    `json:"archive,omitempty"`
	EventPlace    string    `json:"event-place,omitempty"`
	EventTitle    string    `json:"event-title,omitempty"`
	Genre         string    `json:"genre,omitempty"`
	Note          string    `json:"note,omitempty"`
	Number        string    `json:"number,omitempty"`
	OriginalTitle string    `json:"original-title,omitempty"`
	Publisher     string    `json:"publisher,omitempty"`
	Status        string    `json:"status,omitempty"`
	Title         string    `json:"title"`
	URL           string    `json:"URL,omitempty"`
	Version       string    `json:"version,omitempty"`
	Custom        cslCustom `json:"custom"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// cslCustom is where CSL-JSON leaves room for what it has no name for.
type cslCustom struct {
	SWHID            string      `json:"swhid,omitempty"`
	OriginalLanguage string      `json:"original-language,omitempty"`
	Reviewers        []string    `json:"reviewers,omitempty"`
	Notices          []cslNotice `json:"notices,omitempty"`
}

type cslNotice struct {
	Kind string `json:"kind"`
	Lang string `json:"lang"`
	Text string `json:"text"`
}

// CSL is the work as CSL-JSON: a list of one item.
func (w *Work) CSL(say *message.Printer) []byte {
	item := cslItem{
		ID: w.key(), Type: "document", Language: w.Locale, Archive: w.Archive, EventPlace: w.Place, EventTitle: w.Event,
		Note: w.Credit(say), Number: strings.Join(w.Symbols, ", "), OriginalTitle: w.originalTitle(), Publisher: w.Publisher,
		Title: w.title(say), URL: w.Permalink, Version: w.Edition,
		Custom: cslCustom{SWHID: w.SWHID, OriginalLanguage: w.Original, Reviewers: w.Reviewers},
	}
	if w.isReport() {
		item.Type = "report"
	}
	if w.Publisher != "" {
		item.Author = []cslName{{w.Publisher}}
	}
	for _, name := range w.Translators {
		item.Translator = append(item.Translator, cslName{name})
	}
	if w.Type != "" {
		item.Genre = say.Say("type_"+string(w.Type), nil)
	}
	if w.Status != "" {
		item.Status = say.Say("status_"+string(w.Status), nil)
	}
	var date []int
	for _, part := range dateParts(w.Date) {
		if n, err := strconv.Atoi(part); err == nil {
			date = append(date, n)
		}
	}
	if len(date) > 0 {
		item.Issued = &cslDate{[][]int{date}}
	}
	for _, n := range w.Notices {
		item.Custom.Notices = append(item.Custom.Notices, cslNotice{string(n.Kind), n.Lang, n.Text})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode([]cslItem{item}); err != nil {
		panic(err) // strings and numbers always encode
	}
	return b.Bytes()
}
