package check_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

var langs = []string{"en", "fr", "fr-ca", "es", "ru", "ar", "zh"}

// corpus is one small report in seven languages to which nothing can be
// objected.
func corpus(t testing.TB) map[string]string {
	texts := make(map[string]string)
	for _, lang := range langs {
		texts[lang] = read(t, filepath.Join("testdata", lang+".md"))
	}
	return texts
}

func TestCleanTextIsSilent(t *testing.T) {
	texts := corpus(t)
	for lang, body := range texts {
		texts[lang] = doc(body, "event_start = 2024-06-03", "event_end = 2024-06-05", `sdgs = ["9", "11", "14"]`)
	}
	a := one(t, texts)
	if n := len(a.Reports[0].Aligned["zh"]); n < 15 {
		t.Fatalf("only %d units were paired", n)
	}
	for _, p := range check.Run(a, everything) {
		t.Error(p.Error())
	}
}

var planted = []struct {
	name, lang, old, new string
	want                 string // codes
}{
	{"script", "fr", "On y a parlé", "<script>alert(1)</script> On y a parlé", "raw-html"},
	{"tag in a cell", "ar", "| غيرها |", "| <b>غيرها</b> |", "raw-html"},
	{"comment", "zh", "全场", "<!-- x -->全场", "raw-html"},
	{"half a tag", "es", "Se habló", "<img src=x onerror=alert(1) Se habló", "raw-html"},
	{"escaped tag", "es", "Se habló", `\<b> Se habló`, ""},
	{"less than", "es", "Se habló", "Con 7 < 8, se dijo. Se habló", "C07"},
	{"shortcode", "ru", "Говорили", "{{< youtube x >}} Говорили", "shortcode"},
	{"shortcode in code", "ru", "Говорили", "`{{% x %}}` Говорили", "shortcode"},
	{"template action", "ru", "Говорили", "{{ .Site }} Говорили", ""},
	{"image", "es", "Se habló", "![Mapa](https://t.example/x.gif) Se habló", "image"},
	{"javascript", "fr", "https://port.example/guide", "JaVaScript:alert(1)", "link-unsafe"},
	{"javascript entity", "fr", "https://port.example/guide", "&#106;avascript:alert(1)", "link-unsafe"},
	{"data", "ar", "https://port.example/guide", "data:text/html,x", "link-unsafe"},
	{"autolink script", "ru", "Говорили", "<VBScript:x> Говорили", "link-unsafe"},
	{"host in front", "ru", "https://port.example/guide", "https://port.example@evil.example/", "link-unsafe"},
	{"other host's scheme", "ru", "https://port.example/guide", "//evil.example/", "link-unsafe"},
	{"malformed colon", "es", "https://port.example/guide", ":foo", "link-malformed"},
	{"malformed escape", "es", "https://port.example/guide", "%zz", "link-malformed"},
	{"malformed port", "es", "https://port.example/guide", "http://a:b:c/", "link-malformed"},
	{"no host", "es", "https://port.example/guide", "http:///x", "link-malformed"},
	{"bidi override", "fr", "confiance", "con\u202efiance", "character"},
	{"bidi isolate", "ar", "الثقة", "\u2067الثقة", "character"},
	{"tag character", "zh", "信任", "信\U000e0041任", "character"},
	{"escape", "ru", "доверии", "дове\x1bрии", "character"},
	{"replacement", "fr", "câbles", "c\ufffdbles", "character"},
	{"right-to-left mark", "ar", "الثقة", "الثقة\u200f", ""},
	{"two notes", "fr", "[^1]: La", "[^1]: Encore une note.\n\n[^1]: La", "C03-extra footnote-duplicate"},

	{"level", "fr", "## II. Ce", "### II. Ce", "C01 C02"},
	{"level skipped", "ar", "## III. الاختتام", "#### III. الاختتام", "C01 C02 C02-level"},
	{"level one", "en", "## I. Opening", "# I. Opening", "C02 C02-level"},
	{"item lost", "es", "- volver a reunirse en 2026.\n", "", "C03 C14"},
	{"paragraph lost", "zh", "2\\. 主席说：“没有人能独自建造港口。”全场立刻表示赞同。\n\n", "", "C03"},
	{"paragraph more", "ru", "## III. Закрытие\n", "## III. Закрытие\n\nПосле заседания гости осмотрели старый маяк и поднялись на самую его вершину.\n", "C03-extra"},
	{"left in English", "fr", "Les membres ont remercié l'équipage du bac, qui avait attendu vingt minutes sous la pluie.",
		"The members thanked the crew of the ferry, which had waited for 20 minutes in the rain.", "C04"},
	{"left in English", "ar", "وشكر الأعضاء طاقم العبّارة الذي انتظر عشرين دقيقة تحت المطر.",
		"The members thanked the crew of the ferry, which had waited for 20 minutes in the rain.", "C04"},
	{"other language", "fr", "On y a parlé", "It was said that the cables of the port are old and that they should be repaired before the end of the year. On y a parlé", ""},
	{"other language", "es", "Los miembros dieron las gracias a la tripulación, que había esperado veinte minutos bajo la lluvia.",
		"Les membres ont remercié l'équipage du bac, qui avait attendu vingt minutes sous la pluie.", "C05"},
	{"other script", "ru", "Участники поблагодарили экипаж парома, который двадцать минут ждал под дождём.",
		"Uchastniki poblagodarili ekipazh paroma, kotoryi dvadtsat minut zhdal pod dozhdyom.", "C05"},
	{"number", "fr", "42 pays", "24 pays", "C06 C07"},
	{"number", "ar", "٤٢ بلدا", "٢٤ بلدا", "C06 C07"},
	{"number", "zh", "42个", "4个", "C06 C07"},
	{"number", "ru", "2026 году", "2027 году", "C06 C07"},
	{"number in words", "es", "42 países", "cuarenta países", "C06"},
	{"number grouped", "fr", "1 250", "1250", ""},
	{"link", "zh", "[2019年指南](https://port.example/guide)", "2019年指南", "C08"},
	{"empty link", "fr", "https://port.example/guide", "#", "C10"},
	{"no link", "ar", "https://port.example/guide", "", "C10"},
	{"no such place", "es", "https://port.example/guide", "#p99", "C10"},
	{"a place", "es", "https://port.example/guide", "#p2", ""},
	{"beside the page", "ru", "https://port.example/guide", "guide.html", "C10"},
	{"space kills", "fr", "](https://port.example/guide)", "] (https://port.example/guide)", "C10-space"},
	{"definition", "fr", "Les membres", "[carte]: https://port.example/carte\n\nLes membres", "C03-extra C10-definition"},
	{"note lost", "ru", "[^1]: Список участников ведёт капитан порта.\n", "", "C03 C11"},
	{"reference lost", "zh", "参加[^1]", "参加", "C11-lost C11-unused"},
	{"paragraph number", "fr", `2\. «`, `3\. «`, "C12"},
	{"paragraph number", "ar", `2\. وقالت`, `1\. وقالت`, ""},
	{"sum", "zh", "| **1112** |", "| **1121** |", "C06 C07 C13"},
	{"sum across", "ru", "| 42 |", "| 43 |", "C06 C07 C13"},
	{"ragged", "es", "| Otros | 1.100 |", "| Otros | 5 | 1.100 |", "C06 C07 C13-ragged"},
	{"announced", "fr", "trois (3)", "quatre (4)", "C06 C07 C14"},
	{"doubled", "fr", "des câbles", "des les les câbles", "C19"},
	{"doubled", "es", "los cables", "los los cables", "C19"},
	{"doubled", "ru", "которые его", "которые которые его", "C19"},
	{"doubled behind an apostrophe", "fr", "On y a parlé", "Vers l'eau eau on a parlé", "C19"},
	{"rightly doubled", "fr", "On y a parlé", "Nous nous sommes parlé", ""},
	{"phrase", "fr", "la portent.", "la portent. qui la portent.", "C20 C21"},
	{"small letter", "es", "Se habló", "se habló", "C21"},
	{"abbreviation", "es", "Se habló de", "Se habló, etc. de", ""},
	{"split", "fr", "qui avait attendu", "qui\n\navait attendu", "C03-extra C22"},
	{"split", "ru", "который двадцать", "который\n\nдвадцать", "C03-extra C22"},
	{"xxx", "fr", "Port Alma", "xxx", "C24"},
	{"to do", "zh", "阿尔玛港", "TODO ", "C24"},
	{"to do in words", "es", "Port Alma", "(por completar)", "C24"},
	{"bracket", "fr", "\n- ", "\n- [Icône] ", "C24-bracket"},
	{"bullet", "es", "- volver", "- • volver", "C24-bullet"},
	{"unclosed", "fr", " », a dit", ", a dit", "C26"},
	{"unclosed", "ar", "وحده»", "وحده", "C26"},
	{"unclosed", "zh", "港口。”", "港口。", "C26"},
	{"mixed", "ru", "одиночку»", "одиночку\"", "C26-mixed"},
	{"ascii", "es", "«Nadie construye un puerto a solas»", "<<Nadie construye un puerto a solas>>", "C26-ascii"},
	{"space before stop", "fr", "la portent.", "la portent .", "C27"},
	{"lost word", "fr", "l'équipage", "l’équipe ’équipage", "C27"},
	{"zero width", "es", "puerto se", "puer\u200bto se", "C29"},
	{"private use", "zh", "信任", "信\ue001任", "C29"},
	{"soft hyphen", "ru", "доверии", "дове\u00adрии", "C29"},
	{"joiner in Arabic", "ar", "الثقة", "الث\u200cقة", ""},
	{"printed list", "fr", "ODD 9, 11, 14", "ODD 9, 11, 15", "C06 C07 C40"},
	{"printed list out of order", "es", "ODS 9, 11, 14", "ODS 9, 14, 11", "C40-order"},
	{"title again", "fr", "## I. Ouverture", "## A title of its own\n\n## I. Ouverture", "C03-extra C44"},
	{"glued", "fr", ".\n\n2\\. ", ".\n2\\. ", "C03 C45"},
	{"days", "fr", "du 3 au 5 juin 2024", "du 3 au 4 juin 2024", "C06 C07 C46"},
	{"days", "ru", "с 3 по 5 июня", "с 3 по 4 июня", "C06 C07 C46"},
}

// Each fault is put into one clean text, and is what is found there, alone.
func TestPlantedFaults(t *testing.T) {
	clean := corpus(t)
	for _, test := range planted {
		t.Run(test.lang+" "+test.name, func(t *testing.T) {
			if !strings.Contains(clean[test.lang], test.old) {
				t.Fatalf("the clean text has no %q", test.old)
			}
			problems := plant(t, clean, test.lang, test.old, test.new)
			if got := strings.Join(codes(problems, test.lang), " "); got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
				for _, p := range problems {
					t.Log(p.Error())
				}
			}
		})
	}
}

// plant checks the clean text with old replaced by new, against the clean
// reference.
func plant(t *testing.T, clean map[string]string, lang, old, new string) []problem {
	n := 1
	if strings.HasPrefix(old, "\n") {
		n = -1
	}
	return check.Run(one(t, map[string]string{
		"en": doc(clean["en"]),
		lang: doc(strings.Replace(clean[lang], old, new, n), "event_start = 2024-06-03", "event_end = 2024-06-05"),
	}), everything)
}

// A stale unit is not compared: the reference says something else by now.
func TestStaleUnitsAreNotCompared(t *testing.T) {
	clean := corpus(t)
	files := map[string]string{
		"content/reports/harbour/index.en.md": doc(clean["en"]),
		"content/reports/harbour/index.fr.md": doc(clean["fr"]),
	}
	a := open(t, files)
	fr := a.Reports[0].Aligned["fr"]
	files["content/reports/harbour/index.fr.md"] = doc(strings.Replace(clean["fr"], "42 pays", "24 pays", 1))
	a = open(t, files)
	for i := range a.Reports[0].Aligned["fr"] {
		if pair := &a.Reports[0].Aligned["fr"][i]; pair.Own != nil && strings.Contains(pair.Own.Text, "24 pays") {
			pair.State = "stale"
		}
	}
	if got := codes(check.Run(a, everything), "fr"); len(got) > 0 || len(fr) == 0 {
		t.Errorf("found %v in a stale unit", got)
	}
}

func TestOrderAndPaths(t *testing.T) {
	a := open(t, map[string]string{
		"content/reports/a/index.fr.md": doc("Voir [ici](#).\n\nVoir xxx.\n"),
		"content/reports/b/index.fr.md": doc("Voir xxx et <b>ceci</b>.\n"),
	})
	all := check.Run(a, check.Options{})
	if len(all) < 4 || !slices.IsSortedFunc(all, func(a, b problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	}) {
		t.Errorf("not in order: %v", all)
	}
	for _, path := range []string{"content/reports/b", "./content/reports/b/", "content/reports/b/index.fr.md"} {
		some := check.Run(a, check.Options{Paths: []string{path}})
		if len(some) == 0 || len(some) >= len(all) {
			t.Errorf("%s: %d of %d problems", path, len(some), len(all))
		}
		for _, p := range some {
			if !strings.HasPrefix(p.File, "content/reports/b/") {
				t.Errorf("%s: found %s", path, p.Error())
			}
		}
	}
	for _, p := range check.Run(a, check.Options{Gate: true}) {
		if p.Code != "raw-html" {
			t.Errorf("the gate says %s", p.Error())
		}
	}
}
