package site

import (
	"bytes"
	"html"
	"path/filepath"
	"strings"

	"rapporteur/tools/internal/archive"
	"rapporteur/tools/internal/book"
	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

// bookName is the name of a book beside the page that it is made of.
const bookName = "report.epub"

// books writes a book beside each report page, frozen or not, and beside each
// page that sets a translation beside its reference.
func (t *taking) books() error {
	for _, r := range t.archive.Reports {
		for _, text := range r.Translations {
			dirs := []string{reportDir(r, text.Lang)}
			for _, f := range t.opts.Freeze {
				if f.Report == r.ID && f.Lang == text.Lang {
					dirs = append(dirs, f.Permalink)
				}
			}
			if err := t.shelve(t.book(r, text), dirs...); err != nil {
				return err
			}
			if text != r.Reference() {
				if err := t.shelve(t.bilingual(r, text), besideDir(r, text.Lang)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (t *taking) shelve(b *book.Book, dirs ...string) error {
	var data bytes.Buffer
	if err := b.Write(&data); err != nil {
		return err
	}
	for _, dir := range dirs {
		if err := writeNew(filepath.Join(t.public, filepath.FromSlash(dir), bookName), data.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// reportDir and besideDir are the folders of a report's pages, from the site's
// root, with a slash at their end.
func reportDir(r *archive.Report, lang string) string { return lang + "/reports/" + r.ID + "/" }

func besideDir(r *archive.Report, lang string) string {
	return reportDir(r, lang) + "with-" + r.Reference().Lang + "/"
}

// book is a report in one language.
func (t *taking) book(r *archive.Report, text *report.Translation) *book.Book {
	ps := pieces(r, text, &t.archive.Config)
	b := t.newBook(r, text, reportDir(r, text.Lang))
	b.Documents = append(b.Documents, book.Document{
		Name: "text", Title: b.Title, Type: "bodymatter",
		HTML: "<h1>" + html.EscapeString(b.Title) + "</h1>\n" + renderBody(ps, t.say[text.Lang], ""),
	})
	t.contents(b, text.Lang, outline(ps))
	return b
}

// bilingual is a translation with its reference, unit by unit.
func (t *taking) bilingual(r *archive.Report, text *report.Translation) *book.Book {
	ref := r.Reference()
	own, other := t.archive.Config.Language(text.Lang), t.archive.Config.Language(ref.Lang)
	b := t.newBook(r, text, besideDir(r, text.Lang))
	b.Title += " (" + own.Label + " · " + other.Label + ")"
	b.Langs = append(b.Langs, other.Locale)
	b.Documents = append(b.Documents, book.Document{
		Name: "text", Title: b.Title, Type: "bodymatter",
		HTML: "<h1>" + html.EscapeString(text.Meta.Title) + "</h1>\n" + besideRows(r.Aligned[text.Lang], other, "", t.say[text.Lang], nil),
	})
	var heads []outlineEntry
	for _, a := range r.Aligned[text.Lang] {
		e := outlineEntry{}
		switch {
		case a.Ref == nil && a.Own.Kind == report.Heading:
			e = outlineEntry{ID: a.Own.ID, Text: page.Plain(a.Own.Text), Level: a.Own.Level}
		case a.Ref == nil || a.Ref.Kind != report.Heading:
			continue
		case a.Own != nil:
			e = outlineEntry{ID: a.Ref.ID, Text: page.Plain(a.Own.Text), Level: a.Ref.Level}
		default:
			e = outlineEntry{ID: a.Ref.ID, Text: page.Plain(a.Ref.Text), Level: a.Ref.Level, Lang: other.Locale, Dir: other.Direction}
		}
		heads = append(heads, e)
	}
	t.contents(b, text.Lang, heads)
	return b
}

// newBook is a book with its title page, which has credit and notices before
// any of the text.
func (t *taking) newBook(r *archive.Report, text *report.Translation, dir string) *book.Book {
	m, language, say := &text.Meta, t.archive.Config.Language(text.Lang), t.say[text.Lang]
	b := &book.Book{
		ID: identity(&t.archive.Config, dir+bookName), Title: m.Title, Subtitle: m.Subtitle, Langs: []string{language.Locale}, Direction: language.Direction,
		Creator: m.Organisation, Date: textDate(r, text), Modified: t.opts.changed(r, text), Source: absolute(&t.archive.Config, dir),
		ContentsName: say.Say("outline", nil), Rights: strings.Join(t.rights(text), " "),
	}
	for _, name := range m.Credit.Translators {
		b.Contributors = append(b.Contributors, book.Contributor{Name: name, Role: "trl"})
	}
	for _, name := range m.Credit.Reviewers {
		b.Contributors = append(b.Contributors, book.Contributor{Name: name, Role: "pfr"})
	}
	for _, id := range r.Reference().Meta.Themes {
		if theme := t.archive.Theme(id); theme != nil {
			b.Subjects = append(b.Subjects, theme.Label(text.Lang))
		}
	}
	b.Documents = []book.Document{{Name: "about", Title: b.Title, Type: "titlepage", HTML: t.titlePage(r, text, b.Source)}}
	return b
}

// contents is the navigation of a book: its title page, then its headings.
func (t *taking) contents(b *book.Book, lang string, heads []outlineEntry) {
	b.Contents = []book.Entry{{File: "about", Text: t.say[lang].Say("book_about", nil), Level: 1}}
	if len(heads) == 0 {
		b.Contents = append(b.Contents, book.Entry{File: "text", Text: b.Title, Level: 1})
		return
	}
	top := heads[0].Level
	for _, h := range heads {
		top = min(top, h.Level)
	}
	for _, h := range heads {
		b.Contents = append(b.Contents, book.Entry{File: "text", ID: h.ID, Text: h.Text, Level: h.Level - top + 1, Lang: h.Lang, Dir: h.Dir})
	}
}
