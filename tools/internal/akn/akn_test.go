package akn

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"rapporteur/tools/internal/cite"
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

func french(kind report.Type) *cite.Work {
	return &cite.Work{
		Report: "harbour", Locale: "fr", Original: "en", Title: "Messages du port & autres", Type: kind, Publisher: "Forum", Symbols: []string{"HF/2025/6"},
		Date: "2025-07-14", WorkDate: "2025-06", Translators: []string{"Ana Costa"}, Archive: "Archives", Edition: "2025.2",
		Permalink: "https://a.example/fr/reports/harbour/2025.2/",
		Notices:   []cite.Notice{{Kind: report.TranslationNotice, Lang: "en", Text: "The original is binding."}},
	}
}

func unit(kind report.Kind, id, text string) Unit {
	return Unit{Unit: &report.Unit{Kind: kind, ID: id, Text: text, Level: map[report.Kind]int{report.Heading: 2, report.Item: 1}[kind]}}
}

// body is what the document holds, on one line.
func body(t *testing.T, kind report.Type, units ...Unit) string {
	t.Helper()
	data := Format(french(kind), units, printer(t, "fr"))
	ids(t, data)
	s := strings.ReplaceAll(string(data), "\n", "")
	_, s, _ = strings.Cut(s, "Body>")
	s, _, _ = strings.Cut(s, "</mainBody>")
	s, _, _ = strings.Cut(s, "</debateBody>")
	return s
}

// ids are the eIds of a document, which must be well-formed.
func ids(t *testing.T, data []byte) map[string]int {
	t.Helper()
	seen := make(map[string]int)
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return seen
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "eId" {
					seen[a.Value]++
				}
			}
		}
	}
}

func TestBody(t *testing.T) {
	numbered := unit(report.Paragraph, "p12", "Text[^1] and **more**.")
	numbered.Number = "12"
	item := unit(report.Item, "item1", "one")
	item.Number = "1"
	deeper := unit(report.Item, "item2", "two")
	deeper.Level = 2
	within := unit(report.Paragraph, "para1", "of one")
	within.Level = 1
	header, row := unit(report.Row, "row1", ""), unit(report.Row, "row2", "")
	header.Header, header.Cells, row.Cells = true, []string{"A"}, []string{"<b>"}
	turn, nobody := unit(report.Turn, "turn1", "Good morning."), unit(report.Turn, "turn2", "Yes.")
	turn.Speaker = "ANA COSTA"
	note := unit(report.Footnote, "note1", "See.")
	note.Label = "1"
	missing := unit(report.Paragraph, "para2", "Not yet.")
	missing.State, missing.Lang = report.Missing, "en"
	subsection := unit(report.Heading, "h2", "B")
	subsection.Level = 3
	for name, tc := range map[string]struct {
		kind  report.Type
		units []Unit
		want  string
	}{
		"number and note": {report.Summary, []Unit{numbered, note}, `<paragraph eId="p12"><num>12.</num><content><p>Text<noteRef marker="1" href="#note1"/> and <b>more</b>.</p></content></paragraph>`},
		"sections": {report.Summary, []Unit{unit(report.Heading, "h1", "A"), subsection, unit(report.Paragraph, "para1", "x"), unit(report.Heading, "h3", "C")},
			`<section eId="h1"><heading>A</heading><section eId="h2"><heading>B</heading><paragraph eId="para1"><content><p>x</p></content></paragraph></section></section><section eId="h3"><heading>C</heading></section>`},
		"lists": {report.Summary, []Unit{item, deeper, within, unit(report.Item, "item3", "three")},
			`<paragraph eId="of-item1"><content><blockList eId="list-item1"><item eId="item1"><num>1.</num><p>one</p><blockList eId="list-item2"><item eId="item2"><p>two</p></item></blockList><p eId="para1">of one</p></item><item eId="item3"><p>three</p></item></blockList></content></paragraph>`},
		"table":          {report.Summary, []Unit{header, row, numbered}, `<paragraph eId="of-row1"><content><table eId="table-row1"><tr eId="row1"><th><p>A</p></th></tr><tr eId="row2"><td><p>&lt;b&gt;</p></td></tr></table></content></paragraph><paragraph eId="p12"><num>12.</num><content><p>Text[^1] and <b>more</b>.</p></content></paragraph>`},
		"not translated": {report.Statement, []Unit{missing}, `<paragraph eId="para2" class="missing" xml:lang="en"><content><p>Not yet.</p></content></paragraph>`},
		"speeches": {report.Transcript, []Unit{unit(report.Paragraph, "para1", "Applause."), turn, unit(report.Paragraph, "para2", "Again."), item, nobody, unit(report.Heading, "h1", "A"), unit(report.Paragraph, "para3", "End.")},
			`<debateSection name="section" eId="body"><p eId="para1">Applause.</p><speech eId="turn1" by="#speaker1"><from>ANA COSTA</from><p>Good morning.</p><p eId="para2">Again.</p><blockList eId="list-item1"><item eId="item1"><num>1.</num><p>one</p></item></blockList></speech><speech eId="turn2" by="#speaker2"><from>Intervenant non identifié</from><p>Yes.</p></speech></debateSection>` +
				`<debateSection name="section" eId="h1"><heading>A</heading><p eId="para3">End.</p></debateSection>`},
		"nothing": {report.Summary, nil, `<p></p>`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := body(t, tc.kind, tc.units...); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestMeta(t *testing.T) {
	data := string(Format(french(report.Messages), nil, printer(t, "fr")))
	for _, want := range []string{
		`<FRBRuri value="/akn/zz/doc/2025-06/harbour"/>`, `<FRBRdate date="2025-06-01" name="approximate"/>`, `<FRBRnumber value="HF/2025/6"`,
		`<FRBRuri value="/akn/zz/doc/2025-06/harbour/fra@2025.2"/><FRBRalias value="https://a.example/fr/reports/harbour/2025.2/" name="permalink"/>`,
		`<FRBRlanguage language="fr"/><FRBRtranslation href="/akn/zz/doc/2025-06/harbour/eng@" fromLanguage="en" authoritative="false" by="#translator1"/>`,
		`showAs="Ana Costa"`, `<docTitle>Messages du port &amp; autres</docTitle>`, `Traduit par Ana Costa ; l’original en anglais fait foi`,
		`<p class="notice-translation" xml:lang="en">The original is binding.</p>`,
	} {
		if !strings.Contains(data, want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	if original := (&cite.Work{Report: "x", Locale: "en", Title: "T"}); strings.Contains(string(Format(original, nil, printer(t, "en"))), "FRBRtranslation") {
		t.Error("an original is said to be a translation")
	}
}

// Whatever follows whatever, the document is well-formed and each unit stands
// in it once.
func TestAnyOrder(t *testing.T) {
	say := printer(t, "en")
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var units []Unit
		kinds := []report.Kind{report.Heading, report.Paragraph, report.Item, report.Row}
		kind := report.Summary
		if random.IntN(2) == 0 {
			kind, kinds = report.Transcript, append(kinds, report.Turn)
		}
		for i := range random.IntN(20) {
			u := unit(kinds[random.IntN(len(kinds))], fmt.Sprint("u", i), "a \x00 *b* [c](#u0) [^9] ]]>")
			u.Level, u.Quote, u.Header, u.Cells = random.IntN(5), random.IntN(3) == 0, random.IntN(3) == 0, []string{"x"}
			units = append(units, u)
		}
		seen := ids(t, Format(french(kind), units, say))
		for id, n := range seen {
			if n > 1 {
				t.Fatalf("%s stands there %d times", id, n)
			}
		}
		for _, u := range units {
			if seen[u.ID] != 1 {
				t.Fatalf("%s is not there", u.ID)
			}
		}
	}
}
