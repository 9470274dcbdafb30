package check_test

import (
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

const terms = `
[[terms]]
concept = "forum"
term = "FGI"
variants = ["Forum sur la gouvernance d’Internet"]
gender = "masculine"

[[terms]]
concept = "compact"
term = "PNM"
variants = ["Pacte numérique mondial"]
forbidden = ["pacte digital"]
gender = "masculine"

[[terms]]
concept = "union"
term = "UIT"

[[terms]]
concept = "national"
term = "politiques nationales"
siblings = ["international"]

[[terms]]
concept = "international"
term = "politiques internationales"
`

const termsEn = `
[[terms]]
concept = "forum"
term = "IGF"
variants = ["Internet Governance Forum"]

[[terms]]
concept = "compact"
term = "GDC"
variants = ["Global Digital Compact"]

[[terms]]
concept = "harbour"
term = "Port Alma"
do_not_translate = true
`

// A reference and its translation, and what the glossary has to say of them.
func TestGlossaryChecks(t *testing.T) {
	for _, test := range []struct{ name, en, fr, want string }{
		{"said as it should be", "The IGF met.", "Le FGI s’est réuni.", ""},
		{"a full name", "The IGF met.", "Le Forum sur la gouvernance d’Internet s’est réuni.", ""},
		{"not said", "The IGF met.", "L’assemblée s’est réunie.", "C15"},
		{"left in English", "The IGF met.", "L’IGF s’est réuni.", "C15"},
		{"in another unit", "The IGF met.\n\nIt rained.", "Il s’est réuni.\n\nIl a plu sur le FGI.", "C15"},
		{"forbidden", "The Global Digital Compact stands.", "Le Pacte digital tient.", "C15-forbidden"},
		{"kept", "Port Alma is open.", "Port Alma est ouvert.", ""},
		{"not kept", "Port Alma is open.", "Le port d’Alma est ouvert.", "C15"},
		{"two names", "IGF and IGF and ITU. The IGF. The IGF.", "FGI, FGI, IGF, IGF et UIT.", "C16"},
		{"once is a quotation", "The IGF and the IGF.", "Le FGI et « the IGF ».", ""},
		{"gender", "The GDC of the GDC.", "Le PNM de la PNM.", "C17"},
		{"two genders", "x", "L’avis de la UIT et du UIT.", "C17-mixed"},
		{"a name in an address", "The IGF met.", "Le FGI s’est réuni, voir https://port.example/IGF-2 et https://port.example/IGF-1.", ""},
	} {
		files := map[string]string{
			"content/reports/harbour/index.en.md": doc(test.en + "\n"), "content/reports/harbour/index.fr.md": doc(test.fr + "\n"),
			"content/glossary/fr.toml": terms, "content/glossary/en.toml": termsEn,
		}
		var got []string
		for _, code := range codes(check.Run(open(t, files), everything), "fr") {
			if strings.HasPrefix(code, "C15") || strings.HasPrefix(code, "C16") || strings.HasPrefix(code, "C17") {
				got = append(got, code)
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: found %q, want %q", test.name, s, test.want)
		}
	}
}

// A title that says the one thing where the text says the other throughout.
func TestTitleTerm(t *testing.T) {
	for times, want := range map[int]int{4: 0, 5: 1} {
		text := strings.Repeat("Les politiques internationales avancent.\n\n", times)
		files := map[string]string{
			"content/reports/harbour/index.fr.md": strings.Replace(doc(text), "A title of its own", "Rapport sur les politiques nationales", 1),
			"content/glossary/fr.toml":            terms,
		}
		if n := count(check.Run(open(t, files), everything), "C41"); n != want {
			t.Errorf("%d times: %d findings, want %d", times, n, want)
		}
	}
}

// The gravest fault of the sources: a report whose title says national.
func TestTitleTermInSource(t *testing.T) {
	dir := shared(t)
	text := read(t, filepath.Join(dir, "sources", "a-66-77-enhanced-cooperation", "source.txt"))
	title := ""
	for line := range strings.Lines(text) {
		if strings.Contains(line, "politiques publiques nationales") {
			title = strings.TrimSpace(strings.TrimLeft(line, "# "))
			text = strings.Replace(text, line, "", 1)
			break
		}
	}
	files := map[string]string{"content/reports/harbour/index.fr.md": strings.Replace(doc(text), "A title of its own", strings.ReplaceAll(title, `"`, ""), 1)}
	addGlossary(t, files)
	if n := count(check.Run(open(t, files), everything), "C41"); n != 1 {
		t.Errorf("%d findings for the title %q", n, title)
	}
}
