package glossary

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

const sample = `
[[terms]]
concept = "forum"
term = "Forum du Port"
variants = ["FdP"]
forbidden = ["Harbour Forum", "HF"]
gender = "masculine"

[[terms]]
concept = "messages"
term = "message"
scope = ["harbour-*"]

[[terms]]
concept = "messages"
term = "communiqué"

[[terms]]
concept = "merrow"
term = "Port Merrow"
do_not_translate = true
definition = "=A town & its <harbour>"
`

func parse(t *testing.T, tag, text string) *Glossary {
	t.Helper()
	g := &Glossary{}
	for _, p := range g.Add(tag, tag+".toml", []byte(text)) {
		t.Fatal(p.Error())
	}
	return g
}

// Words are found as languages change them: number, case, gender, elision,
// what Arabic writes as one, Chinese without spaces.
func TestFind(t *testing.T) {
	for _, test := range []struct{ tag, term, text, want string }{
		{"en", "stakeholder", "All stakeholders' views", "stakeholders"},
		{"en", "data policy", "Data policies differ", "Data policies"},
		{"en", "multistakeholder", "Multistakeholderism is a word", ""},
		{"en", "IGF", "The IGFs of the igf, and IGF's", "IGFs IGF"},
		{"en", "digitisation", "its digitization", "digitization"},
		{"en", "art", "Parts are smart", ""},
		{"en", "digital trust", "digital, trust", ""},
		{"en", "digital trust", "digital  trust", "digital  trust"},
		{"fr", "gouvernance", "d’une gouvernance, l'gouvernances", "gouvernance gouvernances"},
		{"fr", "Internet", "de l’Internet et d'internet", "Internet internet"},
		{"fr", "réseau régional", "des réseaux régionaux", "réseaux régionaux"},
		{"fr", "législatif", "les mesures législatives", "législatives"},
		{"fr", "port", "portes portail porte-parole portée", "portes porte"},
		{"es", "decisión", "las decisiones", "decisiones"},
		{"es", "red pública", "redes públicas", "redes públicas"},
		{"pt", "gestão digital", "gestões digitais", "gestões digitais"},
		{"ru", "цифровое доверие", "о цифровом доверии и цифрового доверия", "цифровом доверии цифрового доверия"},
		{"ru", "участник", "всех участников, участницы", "участников"},
		{"ar", "المنتدى", "وللمنتدى في منتدى وبالمنتدى، منتديات", "وللمنتدى منتدى وبالمنتدى منتديات"},
		{"ar", "ثقة رقمية", "والثقةُ الرقميّة", "والثقةُ الرقميّة"},
		{"ar", "حوكمة", "حوكمتها والحوكمة", "حوكمتها والحوكمة"},
		{"ar", "أمانة", "الامانة", "الامانة"},
		{"zh", "数字信任", "对数字信任的讨论", "数字信任"},
		{"zh", "数字信任", "数字，信任", ""},
		{"sw", "mtandao", "mitandao mtandao", "mtandao"},
	} {
		g := parse(t, test.tag, "[[terms]]\nconcept = \"c\"\nterm = \""+test.term+"\"\n")
		var got []string
		for _, f := range g.For(test.tag, "r").Find(test.text) {
			got = append(got, test.text[f.Start:f.End])
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %q in %q is found as %q, want %q", test.tag, test.term, test.text, s, test.want)
		}
	}
}

// A name that holds a term is not the term.
func TestLongestWins(t *testing.T) {
	g := parse(t, "fr", "[[terms]]\nconcept = \"forum\"\nterm = \"FdP\"\n[[terms]]\nconcept = \"youth\"\nterm = \"FdP Jeunes\"\n")
	found := g.For("fr", "r").Find("Le FdP et le FdP Jeunes")
	if len(found) != 2 || found[0].Concept != "forum" || found[1].Concept != "youth" {
		t.Errorf("found %v", found)
	}
}

func TestScopeAndRegion(t *testing.T) {
	g := parse(t, "fr", sample)
	if p := g.Add("fr-ca", "fr-ca.toml", []byte("[[terms]]\nconcept = \"merrow\"\nterm = \"Port-Merrow\"\n")); len(p) > 0 {
		t.Fatal(p)
	}
	for _, test := range []struct{ tag, report, concept, want string }{
		{"fr", "harbour-2025", "messages", "message"},
		{"fr", "other", "messages", "communiqué"},
		{"fr-ca", "other", "merrow", "Port-Merrow"},
		{"fr-ca", "other", "forum", "Forum du Port"},
		{"fr", "other", "merrow", "Port Merrow"},
		{"es", "other", "merrow", ""},
	} {
		if term, _ := g.For(test.tag, test.report).Term(test.concept); term.Term != test.want {
			t.Errorf("%s in %s: %s is %q, want %q", test.report, test.tag, test.concept, term.Term, test.want)
		}
	}
}

func TestGender(t *testing.T) {
	s := parse(t, "fr", sample).For("fr", "r")
	for text, want := range map[string]string{"le FdP": "masculine", "de la FdP": "feminine", "l’FdP": "", "les FdP": "", "FdP": "", "La, FdP": ""} {
		if got := s.Gender(text, strings.Index(text, "FdP")); got != want {
			t.Errorf("%q shows %q, want %q", text, got, want)
		}
	}
}

func TestProblems(t *testing.T) {
	for text, want := range map[string]string{
		"[[terms]]\nconcept = \"a\"\nterm = \"x\"\nsynonyms = []\n": "glossary-key 4",
		"[[terms]\n": "glossary-file 1",
		"[[terms]]\nconcept = \"A b\"\nterm = \"x\"\n":                                           "glossary-term 1",
		"[[terms]]\nconcept = \"a\"\nterm = \" \"\n":                                             "glossary-term 1",
		"[[terms]]\nconcept = \"a\"\nterm = \"x\"\n\n[[terms]]\nconcept = \"a\"\nterm = \"y\"\n": "glossary-twice 5",
		"[[terms]]\nconcept = \"a\"\nterm = \"x\"\ngender = \"f\"\n":                             "glossary-gender 1",
		"[[terms]]\nconcept = 3\n":                                                               "glossary-file 2",
		sample:                                                                                   "",
	} {
		got := ""
		for _, p := range (&Glossary{}).Add("fr", "fr.toml", []byte(text)) {
			got = p.Code + " " + string(rune('0'+p.Line))
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func locale(tag string) string { return tag }

func TestTBX(t *testing.T) {
	g := parse(t, "fr", sample)
	var b bytes.Buffer
	if err := g.WriteTBX(&b, "Archive & <Forum>", locale); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("not XML: %v\n%s", err, b.String())
		}
	}
	for _, want := range []string{
		`<martif type="TBX-Basic"`, `<termEntry id="c-forum">`, "<term>FdP</term>", "<term>HF</term>\n            <termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>\n            <termNote type=\"termType\">acronym</termNote>",
		"=A town &amp; its &lt;harbour&gt;", `<admin type="projectSubset">harbour-*</admin>`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}

func TestCSV(t *testing.T) {
	g := parse(t, "fr", sample+"\n[[terms]]\nconcept = \"at\"\nterm = \"@SUM(1), \\\"two\\\"\"\n")
	var b bytes.Buffer
	if err := g.WriteCSV(&b, locale); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\r\n") != strings.Count(b.String(), "\n") {
		t.Error("lines do not end as RFC 4180 has it")
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 9 {
		t.Fatalf("%d records: %q", len(records), records)
	}
	if got := records[1][2]; got != `'@SUM(1), "two"` {
		t.Errorf("the first term is %q", got)
	}
	for _, r := range records {
		for _, cell := range r {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
				t.Errorf("%q is a formula", cell)
			}
		}
	}
}

// Nothing that a glossary or a text says makes finding fail.
func FuzzFind(f *testing.F) {
	f.Add("fr", "réseau", "des réseaux")
	f.Add("ar", "ال", "وال")
	f.Add("zh", "信任", "数字信任")
	f.Fuzz(func(t *testing.T, tag, term, text string) {
		s := newSet(tag, map[string]Term{"c": {Concept: "c", Term: term}})
		last := 0
		for _, found := range s.Find(text) {
			if found.Start < last || found.End <= found.Start || found.End > len(text) {
				t.Fatalf("%+v in %q", found, text)
			}
			last = found.End
		}
	})
}
