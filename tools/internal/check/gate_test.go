package check_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"rapporteur/tools/internal/check"
)

const theme = "+++\ntitle = \"Trust\"\n+++\n"

// archiveWith is an archive with a theme, a source and one report with the
// front matter keys.
func archiveWith(t *testing.T, keys, tables string) []problem {
	files := map[string]string{
		"content/reports/harbour/index.en.md":   "+++\ntitle = \"Harbour\"\noriginal = \"en\"\n" + keys + tables + "+++\n\n## Opening\n\nAll went well.\n\n## Opening\n\nIt went on.\n",
		"content/reports/harbour/source.en.txt": "As it was received.\n",
	}
	for _, lang := range langs {
		files["content/themes/trust/_index."+lang+".md"] = theme
	}
	files["content/themes/trust/_index.pt.md"] = theme
	return check.Run(open(t, files), check.Options{Gate: true})
}

func TestFrontMatterGate(t *testing.T) {
	sum := sha256.Sum256([]byte("As it was received.\n"))
	source := "[source]\nfile = \"source.en.txt\"\nsha256 = \"" + hex.EncodeToString(sum[:]) + "\"\n"
	tests := []struct{ name, keys, tables, want string }{
		{"clean", "themes = [\"trust\"]\nsdgs = [\"1\", \"17\"]\nwsis = [\"c1\", \"c11\"]\ngdc = [\"5\"]\n",
			source + "[[sections]]\nheading = \"Opening\"\nnth = 2\nthemes = [\"trust\"]\n", ""},
		{"theme", "themes = [\"trust\", \"trsut\"]\n", "", "theme-unknown"},
		{"theme of a section", "", "[[sections]]\nheading = \"Opening\"\nthemes = [\"x\"]\n", "theme-unknown"},
		{"sdg", "sdgs = [\"18\"]\n", "", "crosswalk-value"},
		{"sdg zero", "sdgs = [\"04\"]\n", "", "crosswalk-value"},
		{"wsis", "wsis = [\"5\"]\n", "", "crosswalk-value"},
		{"wsis too far", "wsis = [\"c12\"]\n", "", "crosswalk-value"},
		{"gdc", "gdc = [\"0\"]\n", "", "crosswalk-value"},
		{"gdc of a section", "", "[[sections]]\nheading = \"Opening\"\ngdc = [\"6\"]\n", "crosswalk-value"},
		{"section", "", "[[sections]]\nheading = \"Closing\"\n", "section-unknown"},
		{"third of two", "", "[[sections]]\nheading = \"Opening\"\nnth = 3\n", "section-unknown"},
		{"no source", "", strings.Replace(source, "source.en.txt", "source.en.pdf", 1), "source-file"},
		{"source elsewhere", "", strings.Replace(source, "source.en.txt", "../x/source.en.txt", 1), "source-file"},
		{"another source", "", strings.Replace(source, hex.EncodeToString(sum[:2]), "0000", 1), "source-changed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			problems := archiveWith(t, test.keys, test.tables)
			if got := strings.Join(codes(problems, "en"), " "); got != test.want {
				t.Errorf("found %q, want %q: %v", got, test.want, problems)
			}
			for _, p := range problems {
				if p.Line < 1 || p.Severity != "error" {
					t.Errorf("%s: line %d, %s", p.Code, p.Line, p.Severity)
				}
			}
		})
	}
}

func TestSectionsInATranslation(t *testing.T) {
	a := one(t, map[string]string{
		"en": "+++\ntitle = \"A\"\noriginal = \"en\"\n+++\n\n## One\n",
		"fr": "+++\ntitle = \"B\"\noriginal = \"en\"\n[[sections]]\nheading = \"One\"\n+++\n\n## Un\n",
	})
	if got := strings.Join(codes(check.Run(a, check.Options{Gate: true}), "fr"), " "); got != "section-misplaced" {
		t.Errorf("found %q", got)
	}
}

// A file with an attack has one problem a line at least, and a message never
// repeats what would act on a terminal.
func TestMessagesAreInert(t *testing.T) {
	a := one(t, map[string]string{"fr": doc("Le \x1b[31m<b>rouge\u202e</b> xxx [ici](\u202e#).\n")})
	problems := check.Run(a, everything)
	if len(problems) < 3 {
		t.Fatalf("found %v", problems)
	}
	var b strings.Builder
	err := check.WriteText(&b, problems, func(p *problem) string { return p.Error() + p.Args["Text"] + "\x1b[0m\u2066" }, plainSeverity)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String()[:strings.LastIndexByte(strings.TrimSpace(b.String()), '\n')], "\x1b\u202e\u2066") {
		t.Errorf("controls in the output: %q", b.String())
	}
}
