package akn

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// meta says what the document is by the levels of FRBR: the work whatever the
// language, this expression of it, this file; who is named in it; its notes.
func (w *writer) meta(body, notes []Unit) {
	work := w.work
	uri := "/akn/zz/" + documentKind(work.Type) + "/" + orElse(work.WorkDate, "nd") + "/" + work.Report
	original := work.Original
	if original == "" {
		original = work.Locale
	}
	expression := uri + "/" + iso3(work.Locale) + "@" + work.Edition
	level := func(name, uri, date, author, as string) {
		day, dateName := fullDate(date)
		w.start(name)
		w.empty("FRBRthis", "value", uri+"/!main")
		w.empty("FRBRuri", "value", uri)
		if name == "FRBRExpression" && work.Permalink != "" {
			w.empty("FRBRalias", "value", work.Permalink, "name", "permalink")
		}
		w.empty("FRBRdate", "date", day, "name", dateName)
		w.empty("FRBRauthor", "href", author, "as", as)
	}
	publisher := "#archive"
	if work.Publisher != "" {
		publisher = "#publisher"
	}
	translator := ""
	if len(work.Translators) > 0 {
		translator = "#translator1"
	}

	w.start("meta").start("identification", "source", "#archive")
	level("FRBRWork", uri, work.WorkDate, publisher, "#author")
	w.empty("FRBRcountry", "value", "zz")
	w.empty("FRBRsubtype", "value", string(work.Type))
	for _, s := range work.Symbols {
		w.empty("FRBRnumber", "value", s, "showAs", s)
	}
	w.end()
	if translator != "" {
		level("FRBRExpression", expression, work.Date, translator, "#translator")
	} else {
		level("FRBRExpression", expression, work.Date, publisher, "#author")
	}
	if work.Edition != "" {
		w.empty("FRBRversionNumber", "value", work.Edition)
	}
	w.empty("FRBRauthoritative", "value", strconv.FormatBool(work.Original == ""))
	w.empty("FRBRlanguage", "language", work.Locale)
	if work.Original != "" {
		w.empty("FRBRtranslation", "href", uri+"/"+iso3(original)+"@", "fromLanguage", original, "authoritative", "false", "by", translator)
	}
	w.end()
	level("FRBRManifestation", expression+".xml", work.Date, "#archive", "#editor")
	w.empty("FRBRformat", "value", "application/akn+xml")
	w.end().end()

	w.references(body)
	if len(notes) > 0 {
		w.start("notes", "source", "#archive")
		for i := range notes {
			n := &notes[i]
			w.start("note", w.attributes(n, "marker", n.Label)...).start("p")
			w.spans(page.Spans(n.Text))
			w.end().end()
		}
		w.end()
	}
	w.end()
}

// references names those whom the document refers to. Whether a translator is
// a person or a body is not known.
func (w *writer) references(body []Unit) {
	at := func(kind, id string) string { return "/akn/ontology/" + kind + "/" + w.work.Report + "/" + id }
	name := func(element, kind, id, as string, more ...string) {
		if as != "" {
			w.empty(element, append(more, "eId", id, "href", at(kind, id), "showAs", as)...)
		}
	}
	w.start("references", "source", "#archive")
	name("TLCOrganization", "organization", "archive", orElse(w.work.Archive, w.work.Report))
	name("TLCOrganization", "organization", "publisher", w.work.Publisher)
	for _, u := range body {
		if u.Kind == report.Turn && w.speakers[u.Speaker] == "" {
			id := "speaker" + strconv.Itoa(len(w.speakers)+1)
			w.speakers[u.Speaker] = id
			name("TLCPerson", "person", id, orElse(u.Speaker, w.unidentified()))
		}
	}
	name("TLCEvent", "event", "event", w.work.Event)
	name("TLCLocation", "location", "place", w.work.Place)
	for _, role := range []string{"author", "editor", "translator", "reviewer"} {
		name("TLCRole", "role", role, role)
	}
	for i, n := range w.work.Translators {
		name("TLCReference", "translator", "translator"+strconv.Itoa(i+1), n, "name", "translator")
	}
	for i, n := range w.work.Reviewers {
		name("TLCReference", "reviewer", "reviewer"+strconv.Itoa(i+1), n, "name", "reviewer")
	}
	w.end()
}

// preface is what stands above the text: its title and symbols, who
// translated it, and its notices, verbatim.
func (w *writer) preface() {
	work := w.work
	w.start("preface")
	w.start("p", "class", "title")
	w.block("docTitle", work.Title)
	w.end()
	if work.Subtitle != "" {
		w.block("p", work.Subtitle, "class", "subtitle")
	}
	if len(work.Symbols) > 0 {
		w.start("p")
		for i, s := range work.Symbols {
			if i > 0 {
				w.text(", ")
			}
			w.block("docNumber", s)
		}
		w.end()
	}
	if date, name := fullDate(work.Date); name == "document" {
		w.start("p").block("docDate", date, "date", date)
		w.end()
	}
	if work.Credit(w.say) != "" {
		w.start("container", "name", "credit", "eId", "credit", "xml:lang", w.say.Lang)
		for _, line := range work.Credits(w.say) {
			w.block("p", line)
		}
		w.end()
	}
	if len(work.Notices) > 0 {
		w.start("container", "name", "notices", "eId", "notices")
		for _, n := range work.Notices {
			w.block("p", n.Text, "class", "notice-"+string(n.Kind), "xml:lang", n.Lang)
		}
		w.end()
	}
	w.end()
}

// fullDate is an ISO 8601 date to the day, and what to call it.
func fullDate(date string) (day, name string) {
	switch len(date) {
	case len("2025"):
		return date + "-01-01", "approximate"
	case len("2025-07"):
		return date + "-01", "approximate"
	case len("2025-07-14"):
		return date, "document"
	}
	return "0001-01-01", "unknown"
}

// iso3 is a language's code of three letters, as the standard's naming
// convention has it in addresses.
func iso3(locale string) string {
	base, _ := language.Make(locale).Base()
	return strings.ToLower(base.ISO3())
}

func (w *writer) unidentified() string {
	return strings.TrimRight(w.say.Say("speaker_unidentified", nil), " \u00a0\u202f:：")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
