package clean

import (
	"errors"
	"math/rand"
	"strings"
	"testing"

	"rapporteur/tools/internal/report"
	"rapporteur/tools/internal/source"
)

// TestBrokenMarkup imports documents that are made of pieces of markup in any
// order: no word may be lost, and none may be refused for its markup.
func TestBrokenMarkup(t *testing.T) {
	pieces := []string{"*", "**", "_", "[", "]", "](x)", "](#)", "(", "<b>", "</b>", "<i>", "<sup>1</sup>", "<sup>", "[^1]", "[^1]: ", "\n", "\n\n",
		"\n---\n", "\n- ", "\n1. ", "`", "\\", "&amp;", "&lt;", "<br>", "![a](b)", "\t", "|", "\n| a | b |\n", "word", "The", "of the", "ports agreed to",
		"Lisbon,", "done.", "2030", "A/99/1", "$^{1}$", "¹", ">> ", "ANA BRITO: ", "\n# ", "http://x.y/z_a", "<http://a.b>", "<!-- c -->", `\*`, "• ", "\f"}
	r := rand.New(rand.NewSource(7))
	literal := 0
	for range 1500 {
		var b strings.Builder
		for range 5 + r.Intn(60) {
			b.WriteString(pieces[r.Intn(len(pieces))])
			b.WriteString([]string{"", " ", " "}[r.Intn(3)])
		}
		src, err := source.Read("f.txt", []byte(b.String()))
		if err != nil {
			continue
		}
		tr, ledger, err := Document(src, Options{Report: "x", Lang: "en"})
		var problem *report.Problem
		if errors.As(err, &problem) && problem.Code == "import-no-text" {
			continue
		}
		if err != nil {
			t.Fatalf("%v\n%q", err, b.String())
		}
		for _, e := range ledger.Entries {
			if e.Reason == "literal" {
				literal++
				break
			}
		}
		if survives(t, tr); t.Failed() {
			t.Fatalf("%q", b.String())
		}
	}
	if literal == 0 {
		t.Error("no markup was broken enough to be read to the letter")
	}
}
