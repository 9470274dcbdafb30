package check_test

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

const prose = "Le phare éclaire la baie depuis cent ans et les pêcheurs lui font confiance. "

const (
	transcript = `report_type = "transcript"`
	turns      = "**ANA COSTA:** Bonjour à tous.\n\n**JOÃO BRITO:** Merci.\n\n"
)

var documents = []struct{ name, lang, text, want string }{
	{"no notice", "fr", "+++\ntitle = \"T\"\noriginal = \"en\"\n[translation]\nmethod = \"human\"\nbased_on = 2025-01-01\n+++\n\n" + prose, "C42"},
	{"no credit", "fr", "+++\ntitle = \"T\"\noriginal = \"en\"\n[[notices]]\nkind = \"translation\"\ntext = \"N\"\n+++\n\n" + prose, "C43 C43-based-on"},
	{"an original", "fr", "+++\ntitle = \"T\"\noriginal = \"fr\"\n+++\n\n" + prose, ""},
	{"nothing known", "fr", "+++\ntitle = \"T\"\n+++\n\n" + prose, ""},
	{"notice repeated", "fr", doc(prose + "\n\nZq\n"), "C42-repeated"},
	{"header in a sentence", "fr", doc("## Forum du port\n\nUn. Les membres du port ont\n\n## Forum du port\n\ndécidé de rester.\n\n## Forum du port\n\nFin.\n"), "C22 C23"},
	{"same heading in each part", "fr", doc("## Un\n\n### Le thème\n\nOui.\n\n## Deux\n\n### Le thème\n\nOui.\n\n## Trois\n\n### Le thème\n\nOui.\n"), ""},
	{"footer in lists", "es", doc("- uno\n- dos\n\nActa del puerto 2024\n\n- tres\n\nActa del puerto 2024\n\n- cuatro\n\nActa del puerto 2024\n\n- cinco\n"), "C23"},
	{"two spellings", "fr", doc(turns+"**ANA KOSTA:** Encore.\n\n**ANA COSTA:** Oui.\n", transcript), "C39"},
	{"case", "fr", doc(turns+"**Ana Costa:** Encore.\n", transcript), "C39"},
	{"name alone", "fr", doc(turns+"**COSTA:** Encore.\n", transcript), "C39"},
	{"two people", "fr", doc(turns+"**ANA BRAGA:** Encore.\n", transcript), ""},
	{"numbered", "fr", doc(turns+"**ORATEUR 1:** Oui.\n\n**ORATEUR 2:** Non.\n", transcript), ""},
	{"spellings in Arabic", "ar", doc("**محمد الشريف:** أهلا.\n\n**محمد الشريفي:** شكرا.\n", transcript), "C39"},
	{"plain label", "fr", doc(turns+"ANA COSTA: Je reviens.\n", transcript), "C39-plain"},
	{"nobody's turn", "fr", doc(turns+">> Je suis du port.\n", transcript), "C39-nobody"},
	{"no transcript", "fr", doc("**ANA COSTA:** Bonjour.\n\n**ANA KOSTA:** Bonjour.\n"), ""},
	{"another language", "fr", doc(strings.Repeat("The lighthouse has lit the bay for many years, and those who fish there have come to rely on it. ", 8)), "C47"},
	{"another script", "ru", doc(strings.Repeat(prose, 10)), "C47"},
	{"declared well", "pt", doc(strings.Repeat("O farol ilumina a baía há cem anos e os pescadores confiam nele, mesmo nas noites de inverno. ", 8)), ""},
	{"speech of three paragraphs", "fr", doc("« Je viens de loin.\n\n« Je reste ici.\n\n« Je repars demain », dit-elle.\n"), ""},
	{"speech without end", "fr", doc("« Je viens de loin.\n\n« Je reste ici.\n\n« Je repars demain.\n"), "C26"},
	{"quoted list", "fr", doc("Il dit : « voici :\n\n- un ;\n- deux. »\n"), ""},
	{"English apostrophes", "en", "+++\ntitle = \"T\"\noriginal = \"en\"\n+++\n\n“The crews’ boats,” she said, “aren’t ours.”\n", ""},
	{"Word's wrapped lines", "fr", doc("Le phare éclaire la baie depuis cent ans\net les pêcheurs lui font confiance\nmême en hiver.\n"), ""},
	{"glued sentences", "ar", doc("اجتمع المنتدى في الميناء.\nوافق الجميع على الخطة.\nشكرت الرئيسة الحضور.\n"), "C45"},
	{"meant line ends", "fr", doc("Le port.\\\nLe phare.\\\nLa baie.\n"), ""},
	{"numbers with a gap", "es", doc("1\\. Uno.\n\n2\\. Dos.\n\n4\\. Cuatro.\n"), "C12"},
	{"numbers of an annex", "es", doc("1\\. Uno.\n\n2\\. Dos.\n\n## Anexo\n\n1\\. Uno.\n\n2\\. Dos.\n"), ""},
	{"a year begins", "es", doc("1\\. Uno.\n\n2024\\. Dos.\n\n2\\. Dos.\n"), ""},
	{"top-level domain", "fr", doc("Le domaine .xxx a été délégué, et xxx.example aussi.\n"), ""},
	{"what transcripts write", "fr", doc("Oui [rires], non [rires], si [rires], et [rires].\n"), ""},
	{"percentages", "fr", doc("| Part | A |\n| --- | --- |\n| Un | 33 % |\n| Deux | 33 % |\n| Total | 100 % |\n"), ""},
	{"rounded", "fr", doc("| Part | A |\n| --- | --- |\n| Un | 33,34 |\n| Deux | 66,67 |\n| Total | 100 |\n"), ""},
	{"sum in Arabic digits", "ar", doc("| البند | أ |\n| --- | --- |\n| واحد | ١٢ |\n| اثنان | ٣٠ |\n| المجموع | ٤٣ |\n"), "C13"},
}

// What only a whole document shows.
func TestDocuments(t *testing.T) {
	for _, test := range documents {
		t.Run(test.name, func(t *testing.T) {
			problems := check.Run(one(t, map[string]string{test.lang: test.text}), everything)
			if got := strings.Join(codes(problems, test.lang), " "); got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
				for _, p := range problems {
					t.Log(p.Error())
				}
			}
		})
	}
}

// One finding for units that follow each other, however many.
func TestRunsAreOneFinding(t *testing.T) {
	english := "## Opening\n\nThe members met at the old lighthouse.\n\nThe ferry was late that day.\n\n- bread for the crew of the ferry\n- water for the crew of the ferry\n"
	a := one(t, map[string]string{"en": doc(english), "fr": doc(english), "es": doc("## Apertura\n")})
	problems := check.Run(a, check.Options{})
	for code, want := range map[string]string{"C04": "5", "C03": "4"} {
		var got []string
		for _, p := range problems {
			if p.Code == code {
				got = append(got, p.Args["Count"])
			}
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: counts %v, want one finding of %s units", code, got, want)
		}
	}
}
