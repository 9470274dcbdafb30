package cite

import (
	"encoding/json"
	"strings"

	"rapporteur/tools/internal/message"
)

// A Meta is a name and a value for the head of a page.
type Meta struct {
	Name    string `json:"name"`
	Content string `json:"content"`
}

// Meta is what Zotero and library catalogues read in a page's head: Highwire's
// names, by which they know a report, and Dublin Core for what those lack.
func (w *Work) Meta(say *message.Printer) []Meta {
	var list []Meta
	add := func(name, content string) {
		if content = oneLine(content); content != "" {
			list = append(list, Meta{name, content})
		}
	}
	title := w.title(say)
	add("citation_title", title)
	add("citation_author", w.Publisher)
	add("citation_publication_date", strings.ReplaceAll(w.Date, "-", "/"))
	add("citation_language", w.Locale)
	if w.isReport() {
		add("citation_technical_report_institution", w.Publisher)
		add("citation_technical_report_number", strings.Join(w.Symbols, ", "))
	} else {
		add("citation_publisher", w.Publisher)
	}
	add("citation_conference_title", w.Event)
	add("citation_public_url", w.Permalink)
	add("DC.title", title)
	add("DC.creator", w.Publisher)
	add("DC.date", w.Date)
	add("DC.language", w.Locale)
	add("DC.publisher", w.Publisher)
	if w.Type != "" {
		add("DC.type", say.Say("type_"+string(w.Type), nil))
	}
	for _, s := range w.Symbols {
		add("DC.identifier", s)
	}
	add("DC.identifier", w.Permalink)
	for _, name := range w.Translators {
		add("DC.contributor", name)
	}
	add("DC.source", w.originalTitle())
	add("DC.rights", w.Credit(say))
	return list
}

// licence is that of all texts of an archive.
const licence = "https://creativecommons.org/licenses/by/4.0/"

type thing struct {
	Context           string   `json:"@context,omitempty"`
	Type              string   `json:"@type,omitempty"`
	ID                string   `json:"@id,omitempty"`
	URL               string   `json:"url,omitempty"`
	Name              string   `json:"name,omitempty"`
	AlternativeName   string   `json:"alternativeHeadline,omitempty"`
	InLanguage        string   `json:"inLanguage,omitempty"`
	DatePublished     string   `json:"datePublished,omitempty"`
	ReportNumber      string   `json:"reportNumber,omitempty"`
	Genre             string   `json:"genre,omitempty"`
	Author            *thing   `json:"author,omitempty"`
	Publisher         *thing   `json:"publisher,omitempty"`
	Translator        []thing  `json:"translator,omitempty"`
	CreditText        string   `json:"creditText,omitempty"`
	UsageInfo         []thing  `json:"usageInfo,omitempty"`
	License           string   `json:"license,omitempty"`
	Version           string   `json:"version,omitempty"`
	Identifier        []string `json:"identifier,omitempty"`
	Text              string   `json:"text,omitempty"`
	RecordedAt        *thing   `json:"recordedAt,omitempty"`
	Location          string   `json:"location,omitempty"`
	TranslationOfWork *thing   `json:"translationOfWork,omitempty"`
	WorkTranslation   []thing  `json:"workTranslation,omitempty"`
}

// JSONLD is the work in schema.org's words, for a script element of a page:
// nothing in it can end that element. frozen says that it is for the page at
// the permalink, which stays as it is whatever is translated later.
//
// An original names its translations, each of them names the original; a
// translation whose original the archive has not got names its language alone.
// Translators are things: whether a name is a person's or a body's is not known.
func (w *Work) JSONLD(say *message.Printer, frozen bool) string {
	t := thing{
		Context: "https://schema.org", Type: w.schemaType(), ID: w.Page, URL: w.Page,
		Name: w.Title, AlternativeName: w.Subtitle, InLanguage: w.Locale, DatePublished: w.Date,
		CreditText: w.Credit(say), License: licence, Version: w.Edition,
	}
	if frozen {
		t.ID, t.URL = w.Permalink, w.Permalink
	} else if w.Permalink != w.Page {
		t.Identifier = append(t.Identifier, w.Permalink)
	}
	if w.SWHID != "" {
		t.Identifier = append(t.Identifier, w.SWHID)
	}
	if w.isReport() {
		t.ReportNumber = strings.Join(w.Symbols, ", ")
	}
	if w.Type != "" {
		t.Genre = say.Say("type_"+string(w.Type), nil)
	}
	if w.Publisher != "" {
		t.Author = &thing{Type: "Organization", Name: w.Publisher}
		t.Publisher = t.Author
	}
	if w.Event != "" {
		t.RecordedAt = &thing{Type: "Event", Name: w.Event, Location: w.Place}
	}
	for _, name := range w.Translators {
		t.Translator = append(t.Translator, thing{Name: name})
	}
	for _, n := range w.Notices {
		t.UsageInfo = append(t.UsageInfo, thing{Type: "CreativeWork", InLanguage: n.Lang, Text: n.Text})
	}
	if w.Source != nil {
		t.TranslationOfWork = w.other(*w.Source)
	}
	if !frozen {
		for _, o := range w.Others {
			t.WorkTranslation = append(t.WorkTranslation, *w.other(o))
		}
	}
	data, err := json.Marshal(t) // which writes < > & as \u003c …
	if err != nil {
		panic(err) // strings always encode
	}
	return string(data)
}

func (w *Work) schemaType() string {
	if w.isReport() {
		return "Report"
	}
	return "CreativeWork"
}

func (w *Work) other(t Translation) *thing {
	return &thing{Type: w.schemaType(), ID: t.Page, Name: t.Title, InLanguage: t.Locale}
}
