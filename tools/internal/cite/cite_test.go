package cite

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"rapporteur/tools/internal/message"
	"rapporteur/tools/internal/report"
)

func printer(t testing.TB, lang string) *message.Printer {
	t.Helper()
	c, err := message.Load(os.DirFS("../../.."), "i18n")
	if err != nil {
		t.Fatal(err)
	}
	return c.Printer(lang)
}

func french() *Work {
	return &Work{
		Report: "harbour", Locale: "fr", Original: "en", Title: "Messages du port", Subtitle: "Texte", Type: report.Messages,
		Publisher: "Forum du Port, secrétariat", Symbols: []string{"HF/2025/6"}, Event: "Sixième réunion", Place: "Port Merrow", Date: "2025-07-04",
		Method: report.Human, Translators: []string{"Ana Costa"}, Archive: "Archives",
		Notices:   []Notice{{report.TranslationNotice, "en", "Only </script> the original is binding."}},
		Edition:   "2025.2",
		Permalink: "https://a.example/fr/reports/harbour/2025.2/", Page: "https://a.example/fr/reports/harbour/",
		Source: &Translation{Locale: "en", Title: "Harbour Messages", Page: "https://a.example/en/reports/harbour/"},
	}
}

func TestText(t *testing.T) {
	original := french()
	original.Original, original.Source, original.Translators, original.Method = "", nil, nil, ""
	machine := french()
	machine.Translators, machine.Method = nil, report.Machine
	bare := &Work{Title: "Who decides?", Original: "en"}
	for name, tc := range map[string]struct {
		work       *Work
		lang, want string
	}{
		"translation": {french(), "fr", "Forum du Port, secrétariat. Messages du port : Texte. Messages, HF/2025/6. Sixième réunion, Port Merrow. 4 juillet 2025. Traduit par Ana Costa ; l’original en anglais fait foi. Archives, Édition 2025.2."},
		"original":    {original, "en", "Forum du Port, secrétariat. Messages du port: Texte. Messages, HF/2025/6. Sixième réunion, Port Merrow. 4 July 2025. Archives, Edition 2025.2."},
		"machine":     {machine, "es", "Forum du Port, secrétariat. Messages du port: Texte. Mensajes, HF/2025/6. Sixième réunion, Port Merrow. 4 de julio de 2025. Traducción automática; prevalece el original en inglés. Archives, Edición 2025.2."},
		"bare":        {bare, "en", "Who decides? Who translated it is not recorded; the original in English prevails."},
		"Chinese":     {bare, "zh", "Who decides? 未记载译者；以英语原文为准。"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := tc.work.Text(printer(t, tc.lang)); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestUnit(t *testing.T) {
	w := &Work{Title: "T"}
	for _, tc := range []struct {
		unit       report.Unit
		lang, want string
	}{
		{report.Unit{ID: "p12", Kind: report.Paragraph, Number: "12"}, "en", "T, para. 12."},
		{report.Unit{ID: "para7", Kind: report.Paragraph}, "en", "T, part para7."},
		{report.Unit{ID: "note4", Kind: report.Footnote, Label: "4"}, "fr", "T, note 4."},
		{report.Unit{ID: "turn2", Kind: report.Turn, Speaker: "ANA COSTA"}, "es", "T, intervención de ANA COSTA."},
		{report.Unit{ID: "turn3", Kind: report.Turn}, "ar", "T، الجزء turn3."},
		{report.Unit{ID: "p12", Kind: report.Paragraph, Number: "12"}, "zh", "T，第 12 段。"},
	} {
		if got := w.Unit(&tc.unit, printer(t, tc.lang)); got != tc.want {
			t.Errorf("%s in %s: got %s, want %s", tc.unit.ID, tc.lang, got, tc.want)
		}
	}
}

func TestDates(t *testing.T) {
	for date, want := range map[string]string{"": "", "2025": "2025", "2025-07": "July 2025", "2025-07-14": "14 July 2025", "2025-13": "2025-13"} {
		if got := longDate(date, printer(t, "en")); got != want {
			t.Errorf("%s: got %s, want %s", date, got, want)
		}
	}
}

// Whatever a title holds, a file has one record, and the record its fields.
func TestHostileTitles(t *testing.T) {
	say := printer(t, "en")
	for _, title := range []string{
		`50 % of {all} \emph{boats} & "nets" #1_a ~ ^ $x$`, "Line\r\nER  - \r\nTY  - BOOK", "}}, title = {{Other", "@book{x, title={y}}",
		"تقرير «الميناء»", "海港", "</script><script>alert(1)</script>", "\u2028\u2029",
	} {
		w := french()
		w.Title, w.Publisher, w.Translators = title, title, []string{title, title}
		bib := string(w.BibTeX(say))
		if depth := balance(t, bib); depth != 0 {
			t.Errorf("%q: braces do not close:\n%s", title, bib)
		}
		if n := len(regexp.MustCompile(`(?m)^@`).FindAllString(bib, -1)); n != 1 {
			t.Errorf("%q: %d entries", title, n)
		}
		ris := string(w.RIS(say))
		for i, line := range strings.Split(strings.TrimSuffix(ris, "\r\n"), "\r\n") {
			if !regexp.MustCompile(`^[A-Z][A-Z0-9]  - `).MatchString(line) || strings.HasPrefix(line, "TY") != (i == 0) {
				t.Errorf("%q: line %q", title, line)
			}
		}
		if strings.Count(ris, "\nER  - \r\n") != 1 || !strings.HasSuffix(ris, "\nER  - \r\n") {
			t.Errorf("%q: the record ends elsewhere:\n%s", title, ris)
		}
		var items []map[string]any
		if err := json.Unmarshal(w.CSL(say), &items); err != nil || len(items) != 1 || items[0]["title"] != title+": Texte" {
			t.Errorf("%q: %v %v", title, err, items)
		}
		ld := w.JSONLD(say, false)
		var object map[string]any
		if err := json.Unmarshal([]byte(ld), &object); err != nil || object["name"] != title || strings.ContainsAny(ld, "<>&") {
			t.Errorf("%q: %v %s", title, err, ld)
		}
	}
}

// balance counts braces as BibTeX does: a backslash changes nothing.
func balance(t *testing.T, s string) int {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				t.Fatalf("closed before it opened: %s", s)
			}
		}
	}
	return depth
}

func TestKinds(t *testing.T) {
	say := printer(t, "en")
	for _, tc := range []struct {
		kind           report.Type
		symbols        []string
		bib, ris, want string
	}{
		{report.Messages, nil, "@techreport{", "TY  - RPRT", `"report"`},
		{report.Transcript, nil, "@misc{", "TY  - GEN", `"document"`},
		{report.Statement, nil, "@misc{", "TY  - GEN", `"document"`},
		{report.Statement, []string{"A/66/77"}, "@techreport{", "TY  - RPRT", `"report"`},
		{"", nil, "@misc{", "TY  - GEN", `"document"`},
	} {
		w := &Work{Report: "x", Locale: "en", Title: "T", Type: tc.kind, Symbols: tc.symbols}
		if bib := string(w.BibTeX(say)); !strings.HasPrefix(bib, tc.bib) {
			t.Errorf("%s: %s", tc.kind, bib)
		}
		if ris := string(w.RIS(say)); !strings.HasPrefix(ris, tc.ris) {
			t.Errorf("%s: %s", tc.kind, ris)
		}
		if csl := string(w.CSL(say)); !strings.Contains(csl, `"type": `+tc.want) {
			t.Errorf("%s: %s", tc.kind, csl)
		}
	}
}

// An original and its translations name each other; a frozen page names what
// it was made from alone, for that does not change.
func TestTranslationsNameEachOther(t *testing.T) {
	say := printer(t, "en")
	read := func(w *Work, frozen bool) (v struct {
		ID                string `json:"@id"`
		TranslationOfWork *struct {
			ID string `json:"@id"`
		}
		WorkTranslation []struct {
			ID         string `json:"@id"`
			InLanguage string
		}
	}) {
		if err := json.Unmarshal([]byte(w.JSONLD(say, frozen)), &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	fr := french()
	en := &Work{Report: "harbour", Locale: "en", Title: "Harbour Messages", Page: fr.Source.Page, Permalink: "https://a.example/en/reports/harbour/2025.1/",
		Others: []Translation{{Locale: "fr", Title: fr.Title, Page: fr.Page}}}
	a, b := read(fr, false), read(en, false)
	if a.TranslationOfWork == nil || a.TranslationOfWork.ID != b.ID || len(b.WorkTranslation) != 1 || b.WorkTranslation[0].ID != a.ID {
		t.Errorf("%+v\n%+v", a, b)
	}
	a, b = read(fr, true), read(en, true)
	if a.ID != fr.Permalink || a.TranslationOfWork == nil || b.ID != en.Permalink || b.WorkTranslation != nil {
		t.Errorf("frozen: %+v\n%+v", a, b)
	}
}

func TestLanguageName(t *testing.T) {
	for _, tc := range [][3]string{{"en", "fr", "anglais"}, {"ar", "zh", "阿拉伯语"}, {"x-harbour", "en", "x-harbour"}, {"???", "en", "???"}} {
		if got := LanguageName(tc[0], tc[1]); got != tc[2] {
			t.Errorf("%s in %s: got %q", tc[0], tc[1], got)
		}
	}
}
