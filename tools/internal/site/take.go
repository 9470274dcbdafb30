package site

import (
	"cmp"
	"html"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/unit"
)

// A taking writes what is taken away from the site and is no page: books,
// feeds, memories, vocabularies.
type taking struct {
	archive *archive.Archive
	opts    *Options
	public  string
	say     map[string]*message.Printer // by language
}

// takeAway writes all of it beside the pages.
func takeAway(a *archive.Archive, opts *Options, public string) error {
	t := &taking{archive: a, opts: opts, public: public, say: make(map[string]*message.Printer)}
	for _, l := range a.Config.Languages {
		t.say[l.Tag] = opts.Catalog.Printer(l.Tag)
		t.say[l.Tag].Locale = l.Locale
	}
	for _, write := range []func() error{t.books, t.feeds, t.catalogues, t.vocabulary, t.exchanged, t.harvest, t.llms, t.headers, t.robots, t.sitemap} {
		if err := write(); err != nil {
			return err
		}
	}
	for _, l := range a.Config.Languages {
		if missing := t.say[l.Tag].Missing(); len(missing) > 0 {
			return &report.Problem{Code: "message-missing", Severity: report.Error, File: "i18n/" + l.Tag + ".toml",
				Args: map[string]string{"Keys": strings.Join(missing, ", ")}}
		}
	}
	return nil
}

// write writes a file of the site.
func (t *taking) write(file string, data []byte) error {
	return writeNew(filepath.Join(t.public, filepath.FromSlash(file)), data)
}

// rights are what goes with a text wherever it goes, a sentence each: its
// licence, its credit, its notices.
func (t *taking) rights(text *report.Translation) []string {
	list := []string{t.say[text.Lang].Say("footer_licence", nil), creditLine(text, t.say[text.Lang])}
	for _, n := range sortedNotices(text) {
		list = append(list, page.Plain(n.Text))
	}
	return list
}

func sortedNotices(text *report.Translation) []report.Notice {
	list := slices.Clone(text.Meta.Notices)
	slices.SortStableFunc(list, func(a, b report.Notice) int { return noticeRank(string(a.Kind)) - noticeRank(string(b.Kind)) })
	return list
}

// noticeHTML is a notice under its own language, with its label.
func (t *taking) noticeHTML(n report.Notice, text *report.Translation) string {
	say := t.say[text.Lang]
	lang, locale := "", ""
	if n.Lang != "" && n.Lang != text.Lang {
		locale, lang = n.Lang, ` lang="`+html.EscapeString(n.Lang)+`" dir="auto"`
		if l := t.archive.Config.Language(n.Lang); l != nil {
			locale, lang = l.Locale, ` lang="`+l.Locale+`" dir="`+l.Direction+`"`
		}
	}
	return `<div class="notice"><p class="label">` + html.EscapeString(say.Say("notice_"+string(n.Kind), nil)) + "</p>\n<p" + lang + ">" + renderInline(n.Text, say, locale) + "</p></div>\n"
}

// titlePage is the first page of a book: what the text is, who made it, what
// limits its authority, how fresh it is.
func (t *taking) titlePage(r *archive.Report, text *report.Translation, address string) string {
	say, m, ref := t.say[text.Lang], &text.Meta, r.Reference()
	var b strings.Builder
	paragraph := func(class, s string) {
		if s != "" {
			b.WriteString(`<p class="` + class + `">` + html.EscapeString(s) + "</p>\n")
		}
	}
	var kicker []string
	if kind := cmp.Or(m.Type, ref.Meta.Type); kind != "" {
		kicker = append(kicker, say.Say("type_"+string(kind), nil))
	}
	if status := cmp.Or(m.Status, ref.Meta.Status); status != "" {
		kicker = append(kicker, say.Say("status_"+string(status), nil))
	}
	paragraph("kicker", strings.Join(kicker, " · "))
	b.WriteString("<h1>" + html.EscapeString(m.Title) + "</h1>\n")
	paragraph("lede", m.Subtitle)
	b.WriteString("<ul class=\"credit\">\n")
	item := func(s string) {
		if s != "" {
			b.WriteString("<li>" + s + "</li>\n")
		}
	}
	item(t.creditHTML(text))
	if text != ref {
		l := t.archive.Config.Language(ref.Lang)
		kind := "reference"
		if ref.IsOriginal() {
			kind = "original"
		}
		item(`<span lang="` + l.Locale + `" dir="` + l.Direction + `">` + html.EscapeString(ref.Meta.Title) + "</span> (" + html.EscapeString(say.Say(kind, nil)) + ")")
	}
	b.WriteString("</ul>\n")
	for _, n := range sortedNotices(text) {
		b.WriteString(t.noticeHTML(n, text))
	}
	if text != ref {
		paragraph("freshness", freshness(unit.Count(r.Aligned[text.Lang]), say))
	}
	fact := func(key, value string) {
		if value != "" {
			b.WriteString("<p class=\"meta\">" + html.EscapeString(say.Say(key, nil)) + ": <bdi>" + html.EscapeString(value) + "</bdi></p>\n")
		}
	}
	fact("symbol", strings.Join(ref.Meta.Symbols, ", "))
	fact("event", m.Event)
	fact("place", m.Place)
	fact("date", cmp.Or(m.Date, ref.Meta.Date))
	fact("organisation", m.Organisation)
	paragraph("meta", say.Say("footer_licence", nil))
	if address != "" {
		b.WriteString(`<p class="meta"><a href="` + html.EscapeString(address) + `"><bdi>` + html.EscapeString(address) + "</bdi></a></p>\n")
	}
	return b.String()
}

// creditHTML says who translated a text and how; names keep their own
// direction.
func (t *taking) creditHTML(text *report.Translation) string {
	isolated := *text
	isolated.Meta.Credit.Translators = isolate(text.Meta.Credit.Translators)
	isolated.Meta.Credit.Reviewers = isolate(text.Meta.Credit.Reviewers)
	line := html.EscapeString(creditLine(&isolated, t.say[text.Lang]))
	if on := text.Meta.Credit.BasedOn; on != "" && !text.IsOriginal() {
		line += " · " + html.EscapeString(t.say[text.Lang].Say("credit_based_on", nil)) + " <bdi>" + html.EscapeString(on) + "</bdi>"
	}
	return strings.NewReplacer("\u2068", "<bdi>", "\u2069", "</bdi>").Replace(line)
}

// isolate sets names between the marks that keep their direction apart from
// the sentence's (FSI, PDI).
func isolate(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = "\u2068" + strings.NewReplacer("\u2068", "", "\u2069", "").Replace(name) + "\u2069"
	}
	return list
}

// freshness says in a paragraph how much of a translation is there, and fresh.
func freshness(f unit.Counts, say *message.Printer) string {
	whole := say.Say("freshness_whole", nil)
	if f.Translated < f.Units {
		whole = say.Say("freshness_translated", message.Data{"Count": f.Units, "Translated": f.Translated, "Units": f.Units})
	}
	switch {
	case f.Stale > 0:
		return whole + " " + say.Say("freshness_stale", message.Data{"Count": f.Stale, "Stale": f.Stale, "Units": f.Units})
	case f.Behind > 0:
		return whole + " " + say.Say("freshness_behind", message.Data{"Count": f.Behind})
	case f.Unknown > 0:
		return whole + " " + say.Say("freshness_unknown", nil)
	}
	return whole + " " + say.Say("freshness_fresh", nil)
}
